// Conditions that are asked in turn, as far as needed: each question is an instruction that names the next one for either answer. They are
// written from the last to the first, so that what comes next always has its address.
import { endFalse, endTrue, instructions, instructionWidth, type Literal } from "./program.ts";

/** A rule as a program asks it: `leaves` is how many a literal was made of, `test` a closure. */
export type Condition =
	| { readonly literal: Literal; readonly leaves: number }
	| { readonly test: number; readonly isNegated: boolean }
	| { readonly all: readonly Condition[]; readonly isNegated: boolean };

export class Jumps {
	readonly code: number[] = [];
	/** Where each closure is called. */
	readonly #calls = new Map<number, number[]>();

	/** The condition's address. */
	add(condition: Condition): number {
		return this.#ask(condition, endTrue, endFalse);
	}

	/** What is called at several places is called once. */
	shareCalls(): void {
		for (const places of this.#calls.values()) {
			if (places.length > 1) for (const place of places) this.code[place] = instructions.sharedCall;
		}
	}

	#ask(condition: Condition, yes: number, no: number): number {
		if ("literal" in condition) return this.#instruction("literal", condition.literal, yes, no);
		const [onTrue, onFalse] = condition.isNegated ? [no, yes] : [yes, no];
		if ("test" in condition) return this.#call(condition.test, onTrue, onFalse);
		return condition.all.reduceRight((next, each) => this.#ask(each, next, onFalse), onTrue);
	}

	#call(test: number, yes: number, no: number): number {
		const place = this.#instruction("call", test, yes, no);
		const places = this.#calls.get(test);
		if (places === undefined) this.#calls.set(test, [place]);
		else places.push(place);
		return place;
	}

	#instruction(name: keyof typeof instructions, of: number, yes: number, no: number): number {
		return this.code.push(instructions[name], of, no, yes) - instructionWidth;
	}
}
