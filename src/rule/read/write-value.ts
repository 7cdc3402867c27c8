// A checked value back to the expression that the checker would make it from.
import type { ConstantValue, FieldValue, Value } from "../../check/checked.ts";
import type * as ast from "../../syntax/ast.ts";
import { formatInstant } from "../../values/instant.ts";
import { movedBy } from "./scope.ts";
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
	const name = fieldName(value, writer);
	const { part, field } = value;
	if (part === "weekday" || part === "hour") return { kind: "part", part, of: name, span: nowhere };
	const move = part === undefined ? undefined : movedBy(part, field);
	if (!move) return name;
	return { kind: "shift", base: name, sign: move.amount < 0 ? -1 : 1, amount: Math.abs(move.amount), unit: move.unit, span: nowhere };
}

const lengths = [
	["day", 86_400_000],
	["hour", 3_600_000],
	["minute", 60_000],
	["second", 1_000],
] as const satisfies readonly (readonly [ast.Unit, number])[];

/** `by` is whole seconds. */
function moved(base: ast.Expression, by: number): ast.Expression {
	const [unit, length] = lengths.find(([, size]) => by % size === 0) ?? ["second", 1_000];
	return { kind: "shift", base, sign: by < 0 ? -1 : 1, amount: Math.abs(by) / length, unit, span: nowhere };
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
