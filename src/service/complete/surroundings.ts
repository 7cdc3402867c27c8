// What a change in the middle of a condition does to the rest of it. The parser itself is asked, about this one condition.
import { checkCondition } from "../../check/conditions.ts";
import type { Context } from "../../check/context.ts";
import type { Place, PlacedToken } from "../../syntax/place.ts";
import { type InPlace, openCalculations, restOfCondition } from "../../syntax/rest-of-condition.ts";
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
	readonly #open: number;
	readonly #after: string;
	readonly #place: Place;
	readonly #context: Context;
	readonly #ofType = new Map<string, Judgement>();
	readonly #rests = new Map<InPlace, Rest>();

	/** `span` is what is going to be replaced. */
	constructor(text: string, span: Span, place: Place, context: Context) {
		const begun = text.slice(place.from, span.from);
		this.#after = text.slice(span.to);
		const calculations = openCalculations(leadOf(place), begun, place.openings, this.#after);
		this.#begun = "(".repeat(calculations) + begun;
		this.#open = calculations + openOf(place.tokens);
		this.#place = place;
		this.#context = context;
	}

	/** `type`: the text names a field of this type. Those of one type are judged alike, and only once. */
	judge(insert: string, type?: string): Judgement {
		const rest = this.#restBehind(inPlaceOf(insert));
		if (rest.text === "") return { isAllowed: true, fits: true };
		const known = type === undefined ? undefined : this.#ofType.get(type);
		const judgement = known ?? this.#judgement(insert, rest);
		if (type !== undefined) this.#ofType.set(type, judgement);
		return judgement;
	}

	#restBehind(inPlace: InPlace): Rest {
		const known = this.#rests.get(inPlace);
		if (known) return known;
		const text = restOfCondition({ lead: leadOf(this.#place) + this.#begun, open: this.#open, after: this.#after }, inPlace);
		const rest: Rest = { text, problemsOfHole: text === "" ? 0 : problemsOf(this.#read(`?${text}`)) };
		this.#rests.set(inPlace, rest);
		return rest;
	}

	#judgement(insert: string, { text, problemsOfHole }: Rest): Judgement {
		const read = this.#read(insert + text);
		const problems = problemsOf(read);
		return { isAllowed: problems <= problemsOfHole, fits: problems === 0 && this.#checks(read) };
	}

	#checks({ condition, text }: ParsedPiece): boolean {
		if (!condition) return false;
		const checking = silent({ ...this.#context, text });
		checkCondition(condition, checking);
		return checking.diagnostics.every(({ severity }) => severity !== "error");
	}

	#read(following: string): ParsedPiece {
		return parseInScope(`${this.#begun}${following}\n`, this.#place, true);
	}
}

/** By its last word; before a blank that is there already, it ends without one of its own. */
function inPlaceOf(insert: string): InPlace {
	const last = insert.trimEnd().split(" ").at(-1);
	return last === "between" ? "between ?" : last === "on" ? "on" : "?";
}

/** How the condition goes on. */
interface Rest {
	readonly text: string;
	readonly problemsOfHole: number;
}

const problemsOf = ({ diagnostics }: ParsedPiece): number => diagnostics.filter(({ severity }) => severity === "error").length;

const openOf = (tokens: readonly PlacedToken[]): number =>
	tokens.reduce((open, { type }) => open + (type === "Open" || type === "OpenExpression" ? 1 : type === "Close" ? -1 : 0), 0);
