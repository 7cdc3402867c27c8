// What is wrong with the profiles as they are read: counted in full, kept in words only up to a bound.
import { RefusedInput } from "../errors.ts";

/** Where a problem stands: a line of NDJSON or CSV, or an element of a JSON array. Both count from 1. */
export interface ProblemPlace {
	readonly unit: "line" | "element";
	readonly number: number;
}

export type ProblemKind =
	| "broken-json"
	| "not-a-profile"
	| "not-closed"
	| "bad-utf8"
	| "too-long"
	| "wrong-width"
	| "broken-quotes"
	| "column-left-out";

export interface Problem {
	readonly kind: ProblemKind;
	readonly place: ProblemPlace;
	/** One sentence that names the place. */
	readonly message: string;
}

export const defaultShownProblems = 20;

export class Problems {
	readonly #shown: Problem[] = [];
	readonly #limit: number;
	readonly #strict: boolean;
	#count = 0;

	/** With `strict`, the first problem throws RefusedInput. `shownProblems` bounds what is kept in words. */
	constructor(options: { readonly strict?: boolean; readonly shownProblems?: number } = {}) {
		this.#strict = options.strict ?? false;
		this.#limit = options.shownProblems ?? defaultShownProblems;
	}

	get count(): number {
		return this.#count;
	}

	get shown(): readonly Problem[] {
		return this.#shown;
	}

	add(kind: ProblemKind, place: ProblemPlace, message: string): void {
		if (this.#strict) throw new RefusedInput(kind, message, "Leave out --strict to read the rest without it.");
		this.#count++;
		if (this.#shown.length < this.#limit) this.#shown.push({ kind, place, message });
	}
}

/** `subject` is the place in words: "Line 7". */
export const tooLong = (subject: string, limit: number): string =>
	`${subject} is longer than ${limit.toLocaleString("en")} bytes and is left out (--max-line-bytes sets the limit).`;
