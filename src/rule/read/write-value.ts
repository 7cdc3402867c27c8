// A checked value back to the expression that the checker would make it from.
import type { ConstantValue, FieldValue, Value } from "../../check/checked.ts";
import type * as ast from "../../syntax/ast.ts";
import { formatInstant } from "../../values/instant.ts";
import { largestMove, type Move, partOf } from "./parts.ts";
import { writeCondition, type Writer } from "./write-condition.ts";

export const nowhere = { from: 0, to: 0 } as const;

export function writeValue(value: Value, writer: Writer): ast.Expression {
	switch (value.kind) {
		case "constant":
			return writeConstant(value);
		case "field":
			return writeField(value, writer);
		case "arithmetic": {
			const left = writeValue(value.left, writer);
			if (value.type === "datetime" && value.right.kind === "constant") return moved(left, Number(value.right.value));
			return { kind: "arithmetic", operator: value.operator, left, right: writeValue(value.right, writer), span: nowhere };
		}
		case "date-part":
			return { kind: "part", part: value.part, of: writeValue(value.of, writer), span: nowhere };
		case "aggregate": {
			const { collection, of, where } = value;
			const name = fieldName(collection, writer);
			return {
				kind: "aggregate",
				function: value.function,
				of: of ? { ...name, name: `${name.name}.${of.field.name}` } : name,
				...(where && { where: writeCondition(where, inElement(collection, writer)) }),
				span: nowhere,
			};
		}
	}
}

export const inElement = (collection: FieldValue, writer: Writer): Writer => ({
	...writer,
	collection: collection.field.type === "collection" ? collection.field : undefined,
});

export const fieldName = (value: FieldValue, writer: Writer): ast.FieldName => ({
	kind: "field",
	name: value.field.name,
	ofProfile: writer.collection !== undefined && value.scope === "profile",
	span: nowhere,
});

/** Folded text, characters and local days are asked for by what surrounds them. */
function writeField(value: FieldValue, writer: Writer): ast.Expression {
	const { moves, last } = (value.part === undefined ? undefined : partOf(value.part, value.field)) ?? { moves: [], last: undefined };
	const of = moves.reduce<ast.Expression>(movedBy, fieldName(value, writer));
	return last === "weekday" || last === "hour" ? { kind: "part", part: last, of, span: nowhere } : of;
}

function movedBy(base: ast.Expression, { amount, unit }: Move): ast.Expression {
	return unit === "ms" ? moved(base, amount) : shift(base, amount, unit);
}

const shift = (base: ast.Expression, amount: number, unit: ast.Unit): ast.Shift => ({
	kind: "shift",
	base,
	sign: amount < 0 ? -1 : 1,
	amount: Math.abs(amount),
	unit,
	span: nowhere,
});

const lengths = [
	["day", 86_400_000],
	["hour", 3_600_000],
	["minute", 60_000],
	["second", 1_000],
] as const satisfies readonly (readonly [ast.Unit, number])[];

const longestLength = largestMove * 86_400_000;

/** `by` is whole seconds; what is too long for one move is several. */
function moved(base: ast.Expression, by: number): ast.Expression {
	if (Math.abs(by) > longestLength) {
		const first = Math.sign(by) * longestLength;
		return moved(moved(base, first), by - first);
	}
	const [unit, length] = lengths.find(([, size]) => by % size === 0) ?? ["second", 1_000];
	return shift(base, by / length, unit);
}

/** A datetime as the instant it is; write-dates.ts knows the nicer forms. */
export function writeConstant({ value, type }: ConstantValue): ast.Expression {
	if (typeof value === "string") return { kind: "text", value, span: nowhere };
	if (typeof value === "boolean") return { kind: "boolean", value, span: nowhere };
	switch (type) {
		case "date":
			return writeDay(value);
		case "datetime":
			return { kind: "instant", value, text: formatInstant(value), span: nowhere };
		case "month-day":
			return { kind: "month-day", month: Math.floor(value / 100), day: value % 100, span: nowhere };
		default:
			return { kind: "number", value, span: nowhere };
	}
}

export const writeDay = (day: number): ast.DateLiteral => ({
	kind: "date",
	year: Math.floor(day / 10_000),
	month: Math.floor(day / 100) % 100,
	day: day % 100,
	span: nowhere,
});
