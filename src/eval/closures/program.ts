// Many rules as one flat program: what it consists of, and the loop that runs it. Closures of hundreds of rules are no longer inlined and
// cost a call a condition; the program costs a jump, and reads each variable once for all rules.
import type { Data, Test, Value, ValueTest } from "./data.ts";

/** What an instruction asks: of a closure, or of the value in a slot. */
export const instructions = {
	/** Nothing: it always holds. */
	jump: 0,
	/** A closure over the data. */
	call: 1,
	/** A closure over the slot's value. */
	test: 2,
	equal: 3,
	notEqual: 4,
	set: 5,
	less: 6,
	atMost: 7,
	greater: 8,
	atLeast: 9,
	between: 10,
} as const;

/** The numbers of one instruction: what to ask, the slot, the operand, the address to go to when it holds, and when it does not. */
export const instructionWidth = 5;

/** In place of an address: the rule holds, or it does not. */
export const endTrue = -1;
export const endFalse = -2;

export interface Program {
	readonly code: Int32Array;
	/** The address of each rule. */
	readonly rules: Int32Array;
	/** One for each slot: reads its value; null where it is missing. */
	readonly readers: readonly Value[];
	/** Operands: numbers to compare with, constants that are equal or not, closures over a value and over the data. */
	readonly numbers: Float64Array;
	readonly constants: readonly unknown[];
	readonly valueTests: readonly ValueTest[];
	readonly tests: readonly Test[];
}

/** Writes 1 or 0 for each rule. */
export function run(program: Program, data: Data, answers: Uint8Array): void {
	const { code, rules, readers, numbers, constants, valueTests, tests } = program;
	const slots = readers.map((read) => read(data));
	for (let rule = 0; rule < rules.length; rule++) {
		let at = rules[rule] as number;
		while (at >= 0) {
			const operand = code[at + 2] as number;
			const value = slots[code[at + 1] as number];
			let holds = 1;
			switch (code[at]) {
				case instructions.call:
					holds = +(tests[operand] as Test)(data);
					break;
				case instructions.test:
					holds = +(valueTests[operand] as ValueTest)(value);
					break;
				case instructions.equal:
					holds = +(value === constants[operand]);
					break;
				case instructions.notEqual:
					holds = +(value !== constants[operand]);
					break;
				case instructions.set:
					holds = +(value !== null);
					break;
				// Each comparison is there twice, so that the one that almost always runs is compiled for numbers.
				case instructions.less:
					if (typeof value === "number") holds = +(value < (numbers[operand] as number));
					else holds = +(value !== null && (value as number) < (numbers[operand] as number));
					break;
				case instructions.atMost:
					if (typeof value === "number") holds = +(value <= (numbers[operand] as number));
					else holds = +(value !== null && (value as number) <= (numbers[operand] as number));
					break;
				case instructions.greater:
					if (typeof value === "number") holds = +(value > (numbers[operand] as number));
					else holds = +(value !== null && (value as number) > (numbers[operand] as number));
					break;
				case instructions.atLeast:
					if (typeof value === "number") holds = +(value >= (numbers[operand] as number));
					else holds = +(value !== null && (value as number) >= (numbers[operand] as number));
					break;
				case instructions.between: {
					const [low, high] = [numbers[operand] as number, numbers[operand + 1] as number];
					if (typeof value === "number") holds = +(low <= value && value <= high);
					else holds = +(value !== null && low <= (value as number) && (value as number) <= high);
				}
			}
			at = code[at + 4 - holds] as number;
		}
		answers[rule] = at + 2;
	}
}
