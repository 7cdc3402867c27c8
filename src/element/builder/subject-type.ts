// What kind of value a condition tests: it decides which operators and which value editors fit.
import type { Operand } from "../../document/operand.ts";
import type { Field, FieldType, ItemType } from "../../fields/field.ts";
import type * as ast from "../../syntax/ast.ts";
import { fieldNamed, namedCollection, type Scope } from "./scope.ts";

export interface SubjectType {
	/** Undefined for a field that the catalogue does not know, and for words without a type. */
	readonly type: FieldType | "month-day" | undefined;
	/** Of a list. */
	readonly items?: ItemType;
	/** Where the field has a closed list of values. */
	readonly options?: readonly (string | number)[];
	/** Compared with names of months or of days. */
	readonly names?: "month" | "weekday";
	/** Under which name profiles are asked for their values. */
	readonly field?: Field;
}

const unknown: SubjectType = { type: undefined };
const number: SubjectType = { type: "number" };

export function subjectType({ value, field }: Operand, scope: Scope): SubjectType {
	switch (value.kind) {
		case "field":
			return field ? typeOfField(field) : unknown;
		case "aggregate":
			return typeOfAggregate(value, scope);
		case "part":
			if (value.part === "month-day") return { type: "month-day" };
			return value.part === "month" || value.part === "weekday" ? { type: "number", names: value.part } : number;
		case "arithmetic":
		case "number":
			return number;
		case "text":
		case "boolean":
			return { type: value.kind };
		case "date":
			return { type: "date" };
		case "instant":
			return { type: "datetime" };
		default:
			return unknown;
	}
}

export function typeOfField(field: Field): SubjectType {
	return {
		type: field.type,
		field,
		...(field.type === "list" && { items: field.items }),
		...("options" in field && field.options && { options: field.options }),
	};
}

function typeOfAggregate({ function: of, of: name }: ast.Aggregate, scope: Scope): SubjectType {
	if (of !== "min" && of !== "max") return number;
	const list = fieldNamed(name, scope);
	if (list?.type === "list") return { type: list.items };
	const inner = namedCollection(name, scope)?.fields.find((field) => name.name.endsWith(`.${field.name}`));
	return inner ? { type: inner.type } : unknown;
}
