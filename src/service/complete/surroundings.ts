// What a change in the middle of a condition does to the rest of it. The parser itself is asked, about this one condition.
import { checkCondition } from "../../check/conditions.ts";
import type { Context } from "../../check/context.ts";
import type { Place } from "../../syntax/place.ts";
import { restOfCondition } from "../../syntax/rest-of-condition.ts";
import type { Span } from "../../text/span.ts";
import { silent } from "../scope.ts";
import { leadOf, parseInScope } from "./parse-in-scope.ts";

export class Surroundings {
	readonly #begun: string;
	readonly #rest: string;
	readonly #place: Place;
	readonly #context: Context;
	#problemsOfHole: number | undefined;

	/** `span` is what is going to be replaced. */
	constructor(text: string, span: Span, place: Place, context: Context) {
		this.#begun = text.slice(place.from, span.from);
		this.#rest = restOfCondition(leadOf(place) + this.#begun, place.tokens, text.slice(span.to));
		this.#place = place;
		this.#context = context;
	}

	/** Whether the condition reads with this text no worse than with a hole in its place. */
	allows(insert: string): boolean {
		if (this.#rest === "") return true;
		this.#problemsOfHole ??= this.#problems("?");
		return this.#problems(insert) <= this.#problemsOfHole;
	}

	/** Whether the whole of it also checks: what follows does not have to change. */
	fits(insert: string): boolean {
		if (this.#rest === "") return true;
		const { condition, diagnostics, text } = this.#read(insert);
		if (!condition || diagnostics.some(({ severity }) => severity === "error")) return false;
		const checking = silent({ ...this.#context, text });
		checkCondition(condition, checking);
		return checking.diagnostics.every(({ severity }) => severity !== "error");
	}

	#read(insert: string) {
		return parseInScope(`${this.#begun}${insert}${this.#rest}\n`, this.#place, true);
	}

	#problems(insert: string): number {
		return this.#read(insert).diagnostics.filter(({ severity }) => severity === "error").length;
	}
}
