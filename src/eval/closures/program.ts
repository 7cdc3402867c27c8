// Many rules as one flat program: what it consists of, and the loop that runs it. It reads each variable of the data once for all rules,
// keeps numbers as numbers and constants as small codes, and turns every condition into arithmetic and a jump: conditions of hundreds of
// rules then cost a few nanoseconds each, where closures pay a call and a slow read.
import type { Data, Test, Value, ValueTest } from "./data.ts";

/** What an instruction asks: of a closure, or of a slot. */
export const instructions = {
	/** Nothing: it always holds. */
	jump: 0,
	/** A closure over the data. */
	call: 1,
	/** A closure over the slot's value. */
	test: 2,
	set: 3,
	/** The slot's value is the constant of that code. */
	equal: 4,
	/** The slot's value is one of the constants whose codes are bits of the operand. */
	among: 5,
	/** The slot's value is a list, and one of its elements is such a constant. */
	someAmong: 6,
	less: 7,
	atMost: 8,
	greater: 9,
	atLeast: 10,
	between: 11,
	/** A closure over the data that other instructions call too: it is called once. */
	sharedCall: 12,
} as const;

type InstructionCode = (typeof instructions)[keyof typeof instructions];

/** The numbers of one instruction: what to ask, the slot, the operand, the address to go to when it does not hold, and when it does. */
export const instructionWidth = 5;

/** In place of an address: the rule does not hold, or it does. */
export const endFalse = -2;
export const endTrue = -1;

/** Codes from here on are no bits of an operand. */
export const maskedCodes = 32;

/** One variable that the rules read. */
export interface Slot {
	/** Null where it is missing. */
	readonly read: Value;
	/** The constants that the value, or its elements, are compared with, and their codes from 1 on; everything else is 0. */
	readonly codes: Map<unknown, number>;
	readonly elementCodes: Map<unknown, number>;
}

export interface Program {
	readonly code: Int32Array;
	/** The address of each rule. */
	readonly rules: Int32Array;
	/** The rules as they are best asked: those of one shape after one another, so that the processor can foresee what comes next. */
	readonly order: Int32Array;
	readonly slots: readonly Slot[];
	/** Operands: numbers to compare with, closures over a value and over the data. */
	readonly numbers: Float64Array;
	readonly valueTests: readonly ValueTest[];
	readonly tests: readonly Test[];
}

/** What the slots hold for one record. */
interface Values {
	readonly values: unknown[];
	/** NaN for what is no number. */
	readonly numbers: Float64Array;
	readonly codes: Int32Array;
	/** The codes of a list's elements, as bits. */
	readonly elements: Int32Array;
	/** What shared closures answered, 0 or 1; `unknown` until they are called. */
	readonly answers: Int8Array;
}

const unknown = -1;

const valuesOf = ({ slots: { length }, tests }: Program): Values => ({
	answers: new Int8Array(tests.length),
	values: Array.from({ length }, () => null),
	numbers: new Float64Array(length),
	codes: new Int32Array(length),
	elements: new Int32Array(length),
});

/** Runs a program; between runs it keeps room for the values, but none of them. */
export function runner(program: Program): (data: Data, answers: Uint8Array) => void {
	const asGiven = program.order.map((_, index) => index);
	const isRegrouped = program.order.some((rule, index) => rule !== index);
	let spare: Values | undefined;
	return (data, answers) => {
		// A rule may call an operator of the host that runs the same program: each run has values of its own.
		const values = spare ?? valuesOf(program);
		spare = undefined;
		readSlots(program.slots, data, values);
		try {
			run(program, program.order, data, values, answers);
		} catch (error) {
			if (!isRegrouped) throw error;
			// The error to throw is that of the first rule, in the order given, that throws.
			run(program, asGiven, data, values, answers);
		}
		values.values.fill(null);
		spare = values;
	};
}

function readSlots(slots: readonly Slot[], data: Data, { values, numbers, codes, elements }: Values): void {
	for (let index = 0; index < slots.length; index++) {
		const slot = slots[index] as Slot;
		const value = slot.read(data);
		values[index] = value;
		numbers[index] = typeof value === "number" ? value : Number.NaN;
		if (slot.codes.size > 0) codes[index] = slot.codes.get(value) ?? 0;
		if (slot.elementCodes.size > 0) elements[index] = Array.isArray(value) ? bitsOf(value, slot.elementCodes) : 0;
	}
}

function bitsOf(list: readonly unknown[], codes: ReadonlyMap<unknown, number>): number {
	let bits = 0;
	for (const element of list) bits |= 1 << (codes.get(element) ?? 0);
	return bits;
}

/** Writes 1 or 0 for each rule. The cases are digits because engines make a jump table of digits, and a chain of comparisons of names. */
function run(program: Program, order: Int32Array, data: Data, found: Values, answers: Uint8Array): void {
	const { code, rules, tests, valueTests, numbers: limits } = program;
	const { values, numbers, codes, elements, answers: shared } = found;
	shared.fill(unknown);
	for (let index = 0; index < order.length; index++) {
		const rule = order[index] as number;
		let at = rules[rule] as number;
		while (at >= 0) {
			const slot = code[at + 1] as number;
			const operand = code[at + 2] as number;
			// 0 or 1, computed without a branch where possible: which way it goes cannot be predicted.
			let holds = 1;
			switch (code[at] as InstructionCode) {
				case 1: // call
					holds = Number((tests[operand] as Test)(data));
					break;
				case 2: // test
					holds = Number((valueTests[operand] as ValueTest)(values[slot]));
					break;
				case 3: // set
					holds = +(values[slot] !== null);
					break;
				case 4: // equal
					holds = +(codes[slot] === operand);
					break;
				case 5: // among
					holds = (operand >>> (codes[slot] as number)) & 1;
					break;
				case 6: // someAmong
					holds = +(((elements[slot] as number) & operand) !== 0);
					break;
				case 7: {
					// less
					const value = numbers[slot] as number;
					holds = Number.isNaN(value) ? orderOther(code[at], values[slot], limits, operand) : +(value < (limits[operand] as number));
					break;
				}
				case 8: {
					// atMost
					const value = numbers[slot] as number;
					holds = Number.isNaN(value) ? orderOther(code[at], values[slot], limits, operand) : +(value <= (limits[operand] as number));
					break;
				}
				case 9: {
					// greater
					const value = numbers[slot] as number;
					holds = Number.isNaN(value) ? orderOther(code[at], values[slot], limits, operand) : +(value > (limits[operand] as number));
					break;
				}
				case 10: {
					// atLeast
					const value = numbers[slot] as number;
					holds = Number.isNaN(value) ? orderOther(code[at], values[slot], limits, operand) : +(value >= (limits[operand] as number));
					break;
				}
				case 11: {
					// between
					const value = numbers[slot] as number;
					if (Number.isNaN(value)) holds = orderOther(code[at], values[slot], limits, operand);
					else holds = +((limits[operand] as number) <= value) & +(value <= (limits[operand + 1] as number));
					break;
				}
				case 12: // sharedCall
					holds = shared[operand] as number;
					if (holds === unknown) {
						holds = Number((tests[operand] as Test)(data));
						shared[operand] = holds;
					}
			}
			at = code[at + 3 + holds] as number;
		}
		answers[rule] = at - endFalse;
	}
}

/** Orders what is no number as JavaScript does, after coercion; null is never in order. */
function orderOther(instruction: number | undefined, value: unknown, limits: Float64Array, operand: number): number {
	if (value === null) return 0;
	const [x, limit, high] = [value as number, limits[operand] as number, limits[operand + 1] as number];
	switch (instruction) {
		case instructions.less:
			return +(x < limit);
		case instructions.atMost:
			return +(x <= limit);
		case instructions.greater:
			return +(x > limit);
		case instructions.atLeast:
			return +(x >= limit);
		default:
			return +(limit <= x && x <= high);
	}
}
