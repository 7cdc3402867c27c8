// Derived parts of a field, `email@fold` or `trial_end@-3month@date`: which of them a text can ask for, and as what.
import type { ValueType } from "../../check/checked.ts";
import type { Field } from "../../fields/field.ts";

export interface Move {
	readonly amount: number;
	readonly unit: "ms" | "day" | "month" | "year";
}

export interface Part {
	readonly type: ValueType;
	/** A date moved step by step. */
	readonly moves: readonly Move[];
	/** What is asked of it at the end. */
	readonly last: "fold" | "chars" | "fold-chars" | "scaled" | "date" | "weekday" | "hour" | undefined;
}

/** The part as the checker writes it; undefined for one that no text asks for. */
export function partOf(part: string, field: Field): Part | undefined {
	const steps = part.split("@");
	const moves: Move[] = [];
	for (const [index, step] of steps.entries()) {
		const move = moveOf(step, field, moves.at(-1));
		if (move) {
			moves.push(move);
			continue;
		}
		const type = index === steps.length - 1 ? typeOf(step, field) : undefined;
		const isOfDate = step === "date" || step === "weekday" || step === "hour";
		return type && (moves.length === 0 || isOfDate) ? { type, moves, last: step as Part["last"] } : undefined;
	}
	// A date and time that ends in an exact length is arithmetic, not a part.
	return moves.at(-1)?.unit === "ms" ? undefined : { type: field.type, moves, last: undefined };
}

function typeOf(step: string, field: Field): ValueType | undefined {
	const isMoment = field.type === "datetime";
	switch (step) {
		case "fold":
			if (field.type === "text") return "text";
			return field.type === "list" && field.items === "text" ? "list" : undefined;
		case "chars":
		case "fold-chars":
			return field.type === "text" ? "text" : undefined;
		case "date":
			return isMoment ? "date" : undefined;
		case "hour":
			return isMoment ? "number" : undefined;
		case "weekday":
			return isMoment || field.type === "date" ? "number" : undefined;
		case "scaled":
			return field.type === "number" && field.decimals !== undefined ? "number" : undefined;
		default:
			return undefined;
	}
}

const millisecondsPerDay = 86_400_000;
/** Beyond this no date can be moved: see `fitsCalendar` in check/points.ts. */
export const largestMove = 200_000;

/** Beyond this many moves in a row no one wrote them. */
const mostLengths = 20;

/** Whether the length can be said as moves of whole seconds. */
export const isLength = (by: number): boolean =>
	Number.isInteger(by) && by % 1_000 === 0 && Math.abs(by) <= mostLengths * largestMove * millisecondsPerDay;

function moveOf(step: string, field: Field, before: Move | undefined): Move | undefined {
	const [, written, unit] = /^([+-]\d{1,15})(ms|day|month|year)$/.exec(step) ?? [];
	if (written === undefined) return undefined;
	const amount = Number(written);
	if (`${amount < 0 ? "-" : "+"}${Math.abs(amount)}` !== written) return undefined;
	// A date and time moves by days as an exact length, and lengths that follow one another are one.
	if (unit === "ms")
		return field.type === "datetime" && before?.unit !== "ms" && amount !== 0 && isLength(amount) ? { amount, unit } : undefined;
	const canMove = field.type === "date" || (field.type === "datetime" && unit !== "day");
	return canMove && Math.abs(amount) <= largestMove ? { amount, unit: unit as Move["unit"] } : undefined;
}
