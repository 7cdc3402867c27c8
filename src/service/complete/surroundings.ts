// What a change in the middle of a condition does to the rest of it. The parser itself is asked, about this one condition.
import { checkCondition } from "../../check/conditions.ts";
import type { Context } from "../../check/context.ts";
import type { Place } from "../../syntax/place.ts";
import { restOfCondition } from "../../syntax/rest-of-condition.ts";
import type { Span } from "../../text/span.ts";
import { silent } from "../scope.ts";
import { leadOf, type ParsedPiece, parseInScope } from "./parse-in-scope.ts";

export interface Judgement {
	/** The condition reads no worse than with a hole in its place. */
	readonly isAllowed: boolean;
	/** It also checks: what follows does not have to change. */
	readonly fits: boolean;
}

export class Surroundings {
	readonly #begun: string;
	readonly #rest: string;
	readonly #place: Place;
	readonly #context: Context;
	readonly #ofType = new Map<string, Judgement>();
	#problemsOfHole: number | undefined;

	/** `span` is what is going to be replaced. */
	constructor(text: string, span: Span, place: Place, context: Context) {
		this.#begun = text.slice(place.from, span.from);
		this.#rest = restOfCondition(leadOf(place) + this.#begun, place.tokens, text.slice(span.to));
		this.#place = place;
		this.#context = context;
	}

	/** `type`: the text names a field of this type. Those of one type are judged alike, and only once. */
	judge(insert: string, type?: string): Judgement {
		if (this.#rest === "") return { isAllowed: true, fits: true };
		const known = type === undefined ? undefined : this.#ofType.get(type);
		const judgement = known ?? this.#judgement(insert);
		if (type !== undefined) this.#ofType.set(type, judgement);
		return judgement;
	}

	#judgement(insert: string): Judgement {
		this.#problemsOfHole ??= problemsOf(this.#read("?"));
		const read = this.#read(insert);
		const problems = problemsOf(read);
		return { isAllowed: problems <= this.#problemsOfHole, fits: problems === 0 && this.#checks(read) };
	}

	#checks({ condition, text }: ParsedPiece): boolean {
		if (!condition) return false;
		const checking = silent({ ...this.#context, text });
		checkCondition(condition, checking);
		return checking.diagnostics.every(({ severity }) => severity !== "error");
	}

	#read(insert: string): ParsedPiece {
		return parseInScope(`${this.#begun}${insert}${this.#rest}\n`, this.#place, true);
	}
}

const problemsOf = ({ diagnostics }: ParsedPiece): number => diagnostics.filter(({ severity }) => severity === "error").length;
