// What is wrong with the profiles as they are read: counted in full, kept in words only up to a bound.
import { RefusedInput } from "./refused-input.ts";

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

/** What whoever reads the messages calls the options that they name. */
export interface OptionNames {
	readonly strict: string;
	readonly maxLineBytes: string;
}

export interface ProblemOptions {
	/** The first problem throws RefusedInput. */
	readonly strict?: boolean;
	/** How many are kept in words. Default 20. */
	readonly shownProblems?: number;
	readonly optionNames?: OptionNames;
}

export class Problems {
	/** Whether the input seems to end in the middle: inside an array, a value, or the JSON of its last line. Of CSV it cannot be told. */
	cutOff = false;
	readonly #shown: Problem[] = [];
	readonly #limit: number;
	readonly #strict: boolean;
	readonly #names: OptionNames;
	#count = 0;
	#refused = 0;

	constructor(options: ProblemOptions = {}) {
		this.#strict = options.strict ?? false;
		this.#limit = options.shownProblems ?? defaultShownProblems;
		this.#names = options.optionNames ?? { strict: "strict", maxLineBytes: "maxLineBytes" };
	}

	get count(): number {
		return this.#count;
	}

	/** Of them those that cost a profile: a column that is left out costs none. */
	get refused(): number {
		return this.#refused;
	}

	get shown(): readonly Problem[] {
		return this.#shown;
	}

	add(kind: ProblemKind, place: ProblemPlace, message: string): void {
		if (this.#strict) throw new RefusedInput(kind, message, `Leave out ${this.#names.strict} to read the rest without it.`);
		this.#count++;
		if (kind !== "column-left-out") this.#refused++;
		if (this.#shown.length < this.#limit) this.#shown.push({ kind, place, message });
	}

	addTooLong(place: ProblemPlace, limit: number, more = ""): void {
		this.add("too-long", place, `${this.tooLong(place, limit)}${more}`);
	}

	tooLong({ unit, number }: ProblemPlace, limit: number): string {
		const subject = `${unit === "line" ? "Line" : "Element"} ${number}`;
		return `${subject} is longer than ${limit.toLocaleString("en")} bytes and is left out (${this.#names.maxLineBytes} sets the limit).`;
	}
}
