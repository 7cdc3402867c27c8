// Conditions that are asked in turn, as far as needed: each question is an instruction that names the next one for either answer.
import type { Condition } from "./assemble.ts";
import { endFalse, endTrue, instructions, instructionWidth } from "./program.ts";

/** A place in the code: its address once it is known, and the numbers of the code that are that address. */
interface Label {
	address: number | undefined;
	readonly uses: number[];
}

export class Jumps {
	readonly code: number[] = [];
	/** Where each closure is called. */
	readonly #calls = new Map<number, number[]>();

	/** The condition's address. */
	add(condition: Condition): number {
		const address = this.code.length;
		this.#ask(condition, { address: endTrue, uses: [] }, { address: endFalse, uses: [] });
		return address;
	}

	/** What is called at several places is called once. */
	shareCalls(): void {
		for (const places of this.#calls.values()) {
			if (places.length > 1) for (const place of places) this.code[place] = instructions.sharedCall;
		}
	}

	#ask(condition: Condition, yes: Label, no: Label): void {
		if ("literal" in condition) {
			this.#instruction("literal", condition.literal, yes, no);
			return;
		}
		const [onTrue, onFalse] = condition.isNegated ? [no, yes] : [yes, no];
		if ("test" in condition) this.#call(condition.test, onTrue, onFalse);
		else this.#askAll(condition.all, onTrue, onFalse);
	}

	#call(test: number, yes: Label, no: Label): void {
		const places = this.#calls.get(test);
		if (places === undefined) this.#calls.set(test, [this.code.length]);
		else places.push(this.code.length);
		this.#instruction("call", test, yes, no);
	}

	#askAll(conditions: readonly Condition[], yes: Label, no: Label): void {
		for (const [index, condition] of conditions.entries()) {
			const next: Label = { address: undefined, uses: [] };
			this.#ask(condition, index === conditions.length - 1 ? yes : next, no);
			next.address = this.code.length;
			for (const use of next.uses) this.code[use] = next.address;
		}
	}

	#instruction(name: keyof typeof instructions, of: number, yes: Label, no: Label): void {
		const at = this.code.length;
		this.code.push(instructions[name], of, no.address ?? 0, yes.address ?? 0);
		if (no.address === undefined) no.uses.push(at + instructionWidth - 2);
		if (yes.address === undefined) yes.uses.push(at + instructionWidth - 1);
	}
}
