// count, sum, avg, min, max and count distinct over the elements of a collection or the items of a list.
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import type * as ast from "../syntax/ast.ts";
import type { AggregateValue, FieldValue, Value, ValueType } from "./checked.ts";
import { checkCollection, type ElementContext } from "./collections.ts";
import { checkCondition } from "./conditions.ts";
import { addDiagnostic, allWords, type Context, report, words } from "./context.ts";
import { checkName, withPart } from "./names.ts";
import { typeWords } from "./type-words.ts";
import { printName } from "../syntax/print.ts";

const resultTypes = ["number", "date", "datetime"] as const;

/** The aggregate's value; undefined after a report. */
export function checkAggregate(aggregate: ast.Aggregate, context: Context): Value | undefined {
	const target = checkTarget(aggregate, context);
	if (!target) return undefined;
	const where = aggregate.where && target.element ? checkCondition(aggregate.where, target.element.context) : undefined;
	if (aggregate.where && !target.element) {
		return report(
			context,
			"not-a-collection",
			`"${target.collection.field.name}" is a list and has no fields of its own to test. Remove "where".`,
			aggregate.where.span,
		);
	}
	if (aggregate.where && !where) return undefined;
	const type = resultType(aggregate, target, context);
	if (!type) return undefined;
	const scaled = scaledField(aggregate, target);
	return {
		kind: "aggregate",
		function: aggregate.function,
		collection: target.collection,
		type,
		...(scaled ? scaled : target.of && { of: target.of }),
		...(where && { where }),
	};
}

interface Target {
	readonly collection: FieldValue;
	/** Undefined for a list: its items have no fields. */
	readonly element: ElementContext | undefined;
	/** The element's field, or the list's items where undefined; always undefined for count. */
	readonly of: FieldValue | undefined;
}

// `sum(orders.total)`: the collection is the longest leading part of the name that is one.
function checkTarget(aggregate: ast.Aggregate, context: Context): Target | undefined {
	const name = aggregate.of;
	const parts = name.name.split(".");
	for (let length = parts.length - 1; length > 0; length--) {
		const collectionName = { ...name, name: parts.slice(0, length).join(".") };
		const element = tryCollection(collectionName, context);
		if (!element) continue;
		if (aggregate.function === "count") {
			const collection = printName(collectionName.name);
			return report(
				context,
				"needs-a-collection",
				`count() counts elements. Write count(${collection}), or count distinct(${words(context, name.span)}).`,
				name.span,
			);
		}
		const of = checkElementField(name, parts.slice(length).join("."), element.context);
		return of && { collection: element.collection, element, of };
	}
	return checkWholeTarget(aggregate, context);
}

/** Mistakes are told at the field's own words, so that a correction leaves the collection's before them. */
function checkElementField(name: ast.FieldName, field: string, context: Context): FieldValue | undefined {
	const own = [field, printName(field)].find((spelling) => allWords(context, name.span).endsWith(`.${spelling}`));
	if (own !== undefined) {
		return checkName({ ...name, name: field, ofProfile: false, span: { from: name.span.to - own.length, to: name.span.to } }, context);
	}
	// Quoted together with its collection, which a correction of the field alone would lose.
	const diagnostics: Diagnostic[] = [];
	const value = checkName({ ...name, name: field, ofProfile: false }, { ...context, diagnostics });
	for (const found of diagnostics) addDiagnostic(context, { ...found, fixes: [] });
	return value;
}

function tryCollection(name: ast.FieldName, context: Context): ElementContext | undefined {
	const silent: Context = { ...context, diagnostics: [] };
	const value = checkName(name, silent);
	return value?.field.type === "collection" ? checkCollection(name, context) : undefined;
}

function checkWholeTarget(aggregate: ast.Aggregate, context: Context): Target | undefined {
	const value = checkName(aggregate.of, context);
	if (!value) return undefined;
	const { field } = value;
	if (field.type === "collection") {
		if (aggregate.function === "count") {
			const element = checkCollection(aggregate.of, context);
			return element && { collection: value, element, of: undefined };
		}
		const example = field.fields.find((item) => item.type === "number") ?? field.fields[0];
		const fix = `${functionWords(aggregate.function)}(${printName(field.name)}.${printName(example?.name ?? "field")})`;
		return report(context, "not-a-condition", `"${field.name}" has several fields. Say which, for example ${fix}.`, aggregate.of.span);
	}
	if (field.type === "list") return { collection: value, element: undefined, of: undefined };
	return report(
		context,
		"not-a-collection",
		`${functionWords(aggregate.function)}() needs a list or a collection, but "${field.name}" is ${typeWords(field.type)}. Compare the field itself.`,
		aggregate.of.span,
	);
}

function resultType(aggregate: ast.Aggregate, target: Target, context: Context): ValueType | undefined {
	const { function: name } = aggregate;
	const list = target.collection.field;
	const itemType: ValueType = target.of?.type ?? (list.type === "list" ? list.items : "number");
	if (name === "count") return "number";
	if (name === "count-distinct") {
		if (itemType !== "list" && itemType !== "collection") return "number";
	} else if (name === "sum" || name === "avg") {
		if (itemType === "number") return "number";
	} else if ((resultTypes as readonly ValueType[]).includes(itemType)) return itemType;
	const needs = name === "count-distinct" ? "single values" : name === "sum" || name === "avg" ? "numbers" : "numbers or dates";
	return report(
		context,
		"wrong-type",
		`${functionWords(name)}() needs ${needs}, but "${words(context, aggregate.of.span)}" is ${typeWords(itemType)}. Name another field.`,
		aggregate.of.span,
	);
}

/** Sums and averages of a field with `decimals` run on whole numbers, so that they do not depend on order. */
function scaledField(aggregate: ast.Aggregate, target: Target): Pick<AggregateValue, "of" | "scale"> | undefined {
	const { of, element } = target;
	if (!of || !element || of.field.type !== "number" || of.field.decimals === undefined) return undefined;
	if (aggregate.function !== "sum" && aggregate.function !== "avg") return undefined;
	return { of: withPart(of, "scaled", "number", element.context), scale: 10 ** of.field.decimals };
}

export const functionWords = (name: ast.AggregateFunction): string => (name === "count-distinct" ? "count distinct" : name);
