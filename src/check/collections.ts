// Conditions on the elements of a collection: `any orders (…)`, `at least 3 orders (…)`, `last orders by placed_at (…)`.
import { diagnostic, replaceFix } from "../diagnostic/report.ts";
import type * as ast from "../syntax/ast.ts";
import { printName } from "../syntax/print.ts";
import { addedCondition } from "./added-condition.ts";
import type { CheckedCondition, FieldValue, Value } from "./checked.ts";
import { checkCondition } from "./conditions.ts";
import { addDiagnostic, type Context, inside, report, words } from "./context.ts";
import { checkName, fullName } from "./names.ts";
import { typeWords } from "./type-words.ts";

export interface ElementContext {
	readonly collection: FieldValue;
	/** The context of the words inside the parentheses. */
	readonly context: Context;
}

/** The collection that a name means, with the context of its elements; undefined after a report. */
export function checkCollection(name: ast.FieldName, context: Context): ElementContext | undefined {
	const collection = checkName(name, context);
	if (!collection) return undefined;
	const { field } = collection;
	if (field.type === "collection") {
		return { collection, context: inside(context, { collection: field, path: fullName(collection, context) }) };
	}
	const hint = field.type === "list" ? `Write ${printName(field.name)} has "…".` : "Compare the field itself.";
	return report(context, "not-a-collection", `"${field.name}" is ${typeWords(field.type)}, not a collection. ${hint}`, name.span);
}

export function checkQuantified(condition: ast.Quantified, context: Context): CheckedCondition | undefined {
	const element = checkCollection(condition.collection, context);
	if (!element) return undefined;
	const { collection } = element;
	const where = condition.where && checkCondition(condition.where, element.context);
	if (condition.where && !where) return undefined;
	const source = condition;
	const some: CheckedCondition = where ? { kind: "some", collection, where, source } : not({ kind: "empty", list: collection, source });
	switch (condition.quantifier) {
		case "any":
			return some;
		case "no":
			return not(some);
		case "every":
			return where ? every(condition, collection, where, context) : reportEveryOfNothing(condition, context);
		default:
			return count(condition, condition.quantifier, collection, where, context);
	}
}

const not = (item: CheckedCondition): CheckedCondition => ({ kind: "not", item, source: item.source });

function every(condition: ast.Quantified, collection: FieldValue, where: CheckedCondition, context: Context): CheckedCondition {
	const name = collection.field.name;
	const any = `any ${printName(name)}`;
	addDiagnostic(
		context,
		diagnostic(
			"every-over-nothing",
			`A profile with no "${name}" at all matches too. To ask for at least one, add and ${any}.`,
			condition.quantifierSpan,
			[{ title: `Add and ${any}`, edits: addedCondition(condition, any) }],
		),
	);
	return not({ kind: "some", collection, where: not(where), source: condition });
}

function reportEveryOfNothing(condition: ast.Quantified, context: Context): undefined {
	const name = printName(condition.collection.name);
	return report(context, "missing-condition", `Say what every one must be, for example every ${name} (…).`, condition.span);
}

const comparisons = {
	"at-least": ">=",
	"more-than": ">",
	"at-most": "<=",
	"fewer-than": "<",
	exactly: "=",
} as const;

function count(
	condition: ast.Quantified,
	quantifier: keyof typeof comparisons,
	collection: FieldValue,
	where: CheckedCondition | undefined,
	context: Context,
): CheckedCondition | undefined {
	if (!condition.count) return undefined;
	if (!Number.isInteger(condition.count.value)) {
		const rounded = String(Math.round(condition.count.value));
		return report(
			context,
			"value-out-of-range",
			`"${words(context, condition.count.span)}" cannot count elements. Write a whole number, for example ${rounded}.`,
			condition.count.span,
			[replaceFix(`Change to ${rounded}`, condition.count.span, rounded)],
		);
	}
	const left: Value = { kind: "aggregate", function: "count", collection, type: "number", ...(where && { where }) };
	const right: Value = { kind: "constant", value: condition.count.value, type: "number" };
	return { kind: "compare", operator: comparisons[quantifier], left, right, source: condition };
}

export function checkEdge(condition: ast.Edge, context: Context): CheckedCondition | undefined {
	const element = checkCollection(condition.collection, context);
	if (!element || condition.by.kind === "hole") return undefined;
	const by = checkName(condition.by, element.context);
	const where = checkCondition(condition.where, element.context);
	if (!by || !where) return undefined;
	if (by.scope === "profile" || (by.type !== "number" && by.type !== "date" && by.type !== "datetime")) {
		const example =
			element.collection.field.type === "collection" &&
			element.collection.field.fields.find((field) => field.type === "datetime" || field.type === "date");
		const hint = example ? `Use "${example.name}".` : "Use a date or a number.";
		return report(
			context,
			"wrong-type",
			`"${words(context, condition.by.span)}" does not order the elements of "${element.collection.field.name}". ${hint}`,
			condition.by.span,
		);
	}
	return { kind: "edge", which: condition.which, collection: element.collection, by, where, source: condition };
}
