// Many rules as one flat program: what it consists of, and the loops that run it. It reads each variable once for all rules, and computes
// what they ask of it as truths, 0 or 1, without a branch: which way a branch on data goes cannot be predicted, and going the wrong way
// costs as much as ten comparisons. Only closures and long conditions are asked in turn, as far as needed, with jumps.
import type { Data, Test, Value } from "./data.ts";

/** A truth or its opposite: twice the number of the truth, and one more for the opposite. */
export type Literal = number;

/** The truth with the number 0 always holds. */
export const always: Literal = 0;

/** What an instruction asks: a literal, a closure, or a closure that other instructions ask too, which is called once. */
export const instructions = { literal: 0, call: 1, sharedCall: 2 } as const;

/** The numbers of one instruction: what to ask, of which, the address to go to when it does not hold, and when it does. */
export const instructionWidth = 4;

/** In place of an address: the rule does not hold, or it does. */
export const endFalse = -2;
export const endTrue = -1;

/** One variable that the rules read. */
export interface Slot {
	/** Null where it is missing. */
	readonly read: Value;
	readonly isCompared: boolean;
	/** The truths that hold for a value, and for a list that has an element. */
	readonly ofValue: ReadonlyMap<unknown, readonly number[]>;
	readonly ofElement: ReadonlyMap<unknown, readonly number[]>;
}

export interface Comparisons {
	readonly limits: Float64Array;
	/** In twos: twice the slot whose number is compared with the limit, one more for the negative of it; and the truth. */
	readonly places: Int32Array;
}

export interface Program {
	readonly slots: readonly Slot[];
	readonly less: Comparisons;
	readonly atMost: Comparisons;
	/** In threes: two literals, and the truth that both hold. */
	readonly both: Int32Array;
	/** How many truths there are. */
	readonly truths: number;
	/** In twos: a rule, and the literal that it is. */
	readonly plainRules: Int32Array;
	/** In twos: a rule, and its address. */
	readonly branchingRules: Int32Array;
	readonly code: Int32Array;
	readonly tests: readonly Test[];
}

/** What is known of one record. */
interface Known {
	readonly truths: Uint8Array;
	/** NaN for null, which is in no order. */
	readonly numbers: Float64Array;
	/** What shared closures answered, 0 or 1; `unknown` until they are called. */
	readonly answers: Int8Array;
}

const unknown = -1;

/**
 * The program as a function, which writes 1 or 0 for each rule. It answers false instead where a value throws when it is read as a number:
 * which rule is the first to come to it, only the rules themselves can tell.
 */
export function runner(program: Program): (data: Data, answers: Uint8Array) => boolean {
	let spare: Known | undefined;
	return (data, answers) => {
		// A rule may call an operator of the host that runs the same program: each run has room of its own.
		const known = spare ?? {
			truths: new Uint8Array(program.truths),
			numbers: new Float64Array(2 * program.slots.length),
			answers: new Int8Array(program.tests.length),
		};
		spare = undefined;
		const isRead = readSlots(program.slots, data, known);
		if (isRead) {
			compute(program, known);
			answer(program, data, known, answers);
		}
		spare = known;
		return isRead;
	};
}

function readSlots(slots: readonly Slot[], data: Data, { truths, numbers }: Known): boolean {
	truths.fill(0);
	truths[0] = 1;
	try {
		for (let index = 0; index < slots.length; index++) {
			const { read, isCompared, ofValue, ofElement } = slots[index] as Slot;
			const value = read(data);
			if (isCompared) {
				// Comparing with a number coerces in the same way, but for big integers, of which `+` throws.
				const number = typeof value === "number" ? value : value === null ? Number.NaN : +(value as number);
				numbers[2 * index] = number;
				numbers[2 * index + 1] = -number;
			}
			if (ofValue.size > 0) raise(ofValue.get(value), truths);
			if (ofElement.size > 0 && Array.isArray(value)) for (const element of value) raise(ofElement.get(element), truths);
		}
		return true;
	} catch {
		return false;
	}
}

function raise(raised: readonly number[] | undefined, truths: Uint8Array): void {
	if (raised !== undefined) for (let index = 0; index < raised.length; index++) truths[raised[index] as number] = 1;
}

function compute({ less, atMost, both }: Program, { truths, numbers }: Known): void {
	for (let index = 0, { limits, places } = less; index < limits.length; index++) {
		truths[places[2 * index + 1] as number] = +((numbers[places[2 * index] as number] as number) < (limits[index] as number));
	}
	for (let index = 0, { limits, places } = atMost; index < limits.length; index++) {
		truths[places[2 * index + 1] as number] = +((numbers[places[2 * index] as number] as number) <= (limits[index] as number));
	}
	for (let index = 0; index < both.length; index += 3) {
		truths[both[index + 2] as number] = holds(both[index] as number, truths) & holds(both[index + 1] as number, truths);
	}
}

/** 1 or 0. */
const holds = (literal: Literal, truths: Uint8Array): number => ((truths[literal >> 1] as number) ^ literal) & 1;

/** The cases are digits because engines make good code of digits, and compare names one after the other. */
function answer({ plainRules, branchingRules, code, tests }: Program, data: Data, known: Known, answers: Uint8Array): void {
	const { truths, answers: shared } = known;
	for (let index = 0; index < plainRules.length; index += 2) {
		answers[plainRules[index] as number] = holds(plainRules[index + 1] as number, truths);
	}
	shared.fill(unknown);
	for (let index = 0; index < branchingRules.length; index += 2) {
		let at = branchingRules[index + 1] as number;
		while (at >= 0) {
			const of = code[at + 1] as number;
			let isTrue: number;
			switch (code[at]) {
				case 0: // literal
					isTrue = holds(of, truths);
					break;
				case 1: // call
					isTrue = Number((tests[of] as Test)(data));
					break;
				default: // sharedCall
					isTrue = shared[of] as number;
					if (isTrue === unknown) {
						isTrue = Number((tests[of] as Test)(data));
						shared[of] = isTrue;
					}
			}
			at = code[at + 2 + isTrue] as number;
		}
		answers[branchingRules[index] as number] = at - endFalse;
	}
}
