// Foreign arithmetic on operands that are there: what JSON Logic computes, as a value of a condition.
import type { Value } from "../../check/checked.ts";
import { maxNumber } from "../../values/number.ts";
import type { Operand } from "./operand.ts";

export type Arithmetic = "+" | "-" | "*" | "/" | "%";

/** What JSON Logic computes, or why a condition cannot. */
export function calculated(operator: Arithmetic, operands: readonly Operand[]): Operand | string {
	// A single factor is answered as it is.
	if (operator === "*" && operands.length === 1) return operands[0] ?? "";
	const terms = operands.map((operand) => termOf(operator, operand));
	const problem = terms.find((term) => typeof term === "string");
	if (problem !== undefined) return problem;
	const values = terms as readonly (number | Value)[];
	if (values.some((term) => Number.isNaN(term))) return { kind: "constant", value: Number.NaN };
	if (operator === "+") return values.reduce<Operand | string>((sum, term) => combine("+", sum, term), { kind: "constant", value: 0 });
	if (operator === "-" && values.length === 1) return combine("-", { kind: "constant", value: 0 }, values[0] ?? Number.NaN);
	if (values.length === 0) return "There is nothing to calculate with here.";
	const [first, ...others] = values;
	return others.reduce<Operand | string>((sum, term) => combine(operator, sum, term), asOperand(first ?? Number.NaN));
}

const asOperand = (term: number | Value): Operand =>
	typeof term === "number" ? { kind: "constant", value: term } : { kind: "value", value: term };

/** `+` and `*` read numbers out of text, `-`, `/` and `%` convert; null is NaN for the first and 0 for the others. */
function termOf(operator: Arithmetic, operand: Operand): number | Value | string {
	if (operand.kind === "constant") {
		const number =
			operator === "+" || operator === "*"
				? Number.parseFloat(operand.value as string)
				: Number(operand.value === undefined ? Number.NaN : operand.value);
		return Number.isFinite(number) || Number.isNaN(number) ? number : "Infinity is no number of a condition.";
	}
	if (operand.kind !== "value") return "Arithmetic is for numbers, and this is none.";
	if (operand.value.type === "number" || operand.value.type === "datetime") return operand.value;
	return operand.value.type === "date"
		? "Arithmetic on a date as a number has no meaning in conditions. Compare the date."
		: "Arithmetic is for numbers, and this is none.";
}

function combine(operator: Arithmetic, sum: Operand | string, term: number | Value): Operand | string {
	if (typeof sum === "string") return sum;
	if (sum.kind === "constant" && typeof term === "number") return finite(constantResult(operator, Number(sum.value), term));
	const left = sum.kind === "value" ? sum.value : sum.kind === "constant" ? Number(sum.value) : Number.NaN;
	// Adding to the nothing that a sum begins with, and taking nothing away.
	if (operator === "+" && left === 0 && typeof term !== "number") return { kind: "value", value: term };
	if ((operator === "+" || operator === "-") && term === 0) return sum;
	return ofValues(operator, left, term);
}

const finite = (value: number): Operand | string =>
	Number.isFinite(value) || Number.isNaN(value) ? { kind: "constant", value } : "This computes a number that is not finite.";

function constantResult(operator: Arithmetic, a: number, b: number): number {
	switch (operator) {
		case "+":
			return a + b;
		case "-":
			return a - b;
		case "*":
			return a * b;
		case "/":
			return a / b;
		case "%":
			return a % b;
	}
}

function ofValues(operator: Arithmetic, a: number | Value, b: number | Value): Operand | string {
	if (Number.isNaN(a) || Number.isNaN(b)) return { kind: "constant", value: Number.NaN };
	if (operator === "%") return "Only a date has a remainder that a condition can ask for: the day of the year.";
	const isMoment = [a, b].some((side) => typeof side !== "number" && side.type === "datetime");
	if (isMoment) return movedMoment(operator, a, b);
	if (operator === "/" && typeof b !== "number") {
		return "Dividing by a field answers infinity where it is 0, and a condition has no infinity. Guard it, or compare with a product.";
	}
	if (operator === "/" && b === 0) return "This divides by 0.";
	const [left, right] = [a, b].map((side): Value => (typeof side === "number" ? { kind: "constant", value: side, type: "number" } : side));
	if (!left || !right) return "There is nothing to calculate with here.";
	const value: Value = { kind: "arithmetic", operator, left, right, type: "number" };
	return Number.isFinite(largest(value)) ? { kind: "value", value } : "This can compute a number that is not finite.";
}

function movedMoment(operator: Arithmetic, a: number | Value, b: number | Value): Operand | string {
	const [moment, by] = operator === "+" && typeof a === "number" ? [b, a] : [a, b];
	if ((operator !== "+" && operator !== "-") || typeof by !== "number" || typeof moment === "number") {
		return "A moment can be moved by a fixed length only.";
	}
	const right: Value = { kind: "constant", value: (operator === "-" ? -by : by) + 0, type: "number" };
	return { kind: "value", value: { kind: "arithmetic", operator: "+", left: moment, right, type: "datetime" } };
}

/** No larger than this in magnitude: what keeps infinities out. */
function largest(value: Value): number {
	switch (value.kind) {
		case "constant":
			return Math.abs(Number(value.value));
		case "arithmetic": {
			const [left, right] = [largest(value.left), largest(value.right)];
			if (value.operator === "*") return left * right;
			return value.operator === "/" ? left / (value.right.kind === "constant" ? right : 0) : left + right;
		}
		case "aggregate":
			// A sum over a list of any length that a machine can hold.
			return maxNumber * 2 ** 53;
		default:
			return maxNumber;
	}
}
