// The values of the text that a histogram of a field shows as lines: of `points >= 500`, `points between 100 and 500`, `born before 2000-01-01`.
import type { Operand } from "../../../document/operand.ts";
import type { ConditionRow, RowDocument } from "../../../document/row.ts";
import type { Field } from "../../../fields/field.ts";
import type { Operator } from "../../../syntax/ast.ts";
import type { Span } from "../../../text/span.ts";
import { dateOf, formatDate } from "../../../values/civil-date.ts";
import { formatInstant } from "../../../values/instant.ts";
import { timeZone } from "../../../values/time-zone.ts";

export interface Threshold {
	/** The same while the text is edited. */
	readonly key: string;
	/** In the field's own unit: a number, `yyyymmdd`, or epoch milliseconds. */
	readonly value: number;
	/** Where it stands in the text. */
	readonly span: Span;
	readonly written: "number" | "date" | "instant";
	/** Of `between`: the values that it must stay within. */
	readonly atLeast?: number;
	readonly atMost?: number;
}

const operators: ReadonlySet<Operator> = new Set<Operator>([
	...(["less", "at-most", "greater", "at-least", "between"] as const),
	...(["before", "after", "on-or-before", "on-or-after"] as const),
]);

/** In the order of the text. `zone` is the one whose days the text means. Linear in the rows. */
export function thresholdsOf({ places }: RowDocument, field: Field, zone: string): readonly Threshold[] {
	const found: Threshold[] = [];
	for (const { row } of places.values()) {
		// A field of a collection's elements may have the same name: it is another field.
		if (row.kind === "condition" && row.subject.field === field && row.subject.editor === "field" && operators.has(row.operator)) {
			found.push(...thresholdsIn(row, field, zone));
		}
	}
	return found;
}

function thresholdsIn({ id, operands }: ConditionRow, field: Field, zone: string): readonly Threshold[] {
	const read = operands.map((operand, index) => thresholdOf(operand, `${id} ${index}`, field, zone));
	const [first, second] = read;
	return read.flatMap((threshold) => {
		if (!threshold) return [];
		if (threshold === second && first) return [{ ...threshold, atLeast: first.value }];
		return [second ? { ...threshold, atMost: second.value } : threshold];
	});
}

function thresholdOf({ value, span }: Operand, key: string, { type }: Field, zone: string): Threshold | undefined {
	if (value.kind === "number") return type === "number" ? { key, value: value.value, span, written: "number" } : undefined;
	if (value.kind === "instant") return type === "datetime" ? { key, value: value.value, span, written: "instant" } : undefined;
	if (value.kind !== "date" || value.day === undefined) return undefined;
	const date = dateOf(value.year, value.month, value.day);
	if (date === undefined) return undefined;
	if (type === "date") return { key, value: date, span, written: "date" };
	return type === "datetime" ? { key, value: timeZone(zone).startOfDay(date), span, written: "date" } : undefined;
}

/** A value as the text writes it, in the form that stands there already. */
export function writtenValue(value: number, { written }: Pick<Threshold, "written">, { type }: Field, zone: string): string {
	if (written === "number") return plainNumber(value);
	if (written === "instant") return formatInstant(value, timeZone(zone));
	return formatDate(type === "datetime" ? timeZone(zone).dateOf(value) : value);
}

/** Digits without an exponent, which the language does not have. */
function plainNumber(value: number): string {
	const text = String(value);
	return text.includes("e") ? value.toFixed(20).replace(/\.?0+$/, "") : text;
}
