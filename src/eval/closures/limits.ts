// The limits that rules compare numbers with.
import type { Comparisons, Literal } from "./program.ts";

/** Comparisons in the making: each number with each limit once. */
export class Limits {
	readonly #known = new Map<number, Map<number, Literal>>();
	readonly #limits: number[] = [];
	readonly #places: number[] = [];

	/** That the number at that place is on the right side of the limit; a new truth comes from `add`. */
	literal(number: number, limit: number, add: () => Literal): Literal {
		const known = this.#known.get(number) ?? new Map<number, Literal>();
		this.#known.set(number, known);
		let literal = known.get(limit);
		if (literal === undefined) {
			literal = add();
			known.set(limit, literal);
			this.#limits.push(limit);
			this.#places.push(number, literal >> 1);
		}
		return literal;
	}

	get comparisons(): Comparisons {
		return { limits: new Float64Array(this.#limits), places: new Int32Array(this.#places) };
	}
}
