// A checked condition back to the syntax tree that the checker would make it from. References are written out.
import type { CheckedCondition, FieldValue, Value } from "../../check/checked.ts";
import type { CollectionField } from "../../fields/field.ts";
import type * as ast from "../../syntax/ast.ts";
import { canNegate } from "../../syntax/operators.ts";
import type { TimeZone } from "../../values/time-zone.ts";
import { alwaysTrue, neverCelebrated } from "./always.ts";
import { isLocalDay, writeDateComparison, writeDateRange } from "./write-dates.ts";
import { fieldName, inElement, nowhere, writeConstant, writeValue } from "./write-value.ts";
import { writeDayNames } from "./write-day-names.ts";

export interface Writer {
	/** The collection within whose parentheses the words stand. */
	readonly collection: CollectionField | undefined;
	/** What a condition that is always true can be made of: the profile's fields. */
	readonly profile: readonly FieldValue["field"][];
	/** The zone of local days, where one is known, and whether whole days are to be written as days. */
	readonly zone: TimeZone | undefined;
	readonly days: boolean;
}

export function writeCondition(condition: CheckedCondition, writer: Writer): ast.Condition {
	switch (condition.kind) {
		case "and":
		case "or":
			return writeSeveral(condition.kind, condition.items, writer);
		case "not":
			return writeNot(condition.item, writer);
		case "at-least":
			return {
				kind: "group",
				quantity: { atLeast: condition.count },
				items: condition.items.map((item) => writeCondition(item, writer)),
				span: nowhere,
			};
		case "constant":
			return writeConstantCondition(condition.value, writer);
		case "some":
			return quantified("any", condition.collection, condition.where, writer);
		case "edge":
			return {
				kind: "edge",
				which: condition.which,
				collection: fieldName(condition.collection, writer),
				by: fieldName(condition.by, inElement(condition.collection, writer)),
				where: writeCondition(condition.where, inElement(condition.collection, writer)),
				span: nowhere,
			};
		case "reference":
			return writeCondition(condition.condition, writer);
		case "empty":
			if (condition.list.type === "collection") return quantified("no", condition.list, undefined, writer);
			return test(writeValue(condition.list, writer), { operator: "empty", operands: [] });
		case "compare":
			return writeCompare(condition, writer);
		default:
			return writeTest(condition, writer);
	}
}

function writeConstantCondition(value: boolean, writer: Writer): ast.Condition {
	const date = neverCelebrated(writer);
	if (!date) {
		const truth = writeCondition(alwaysTrue(writer), writer);
		return value ? truth : negated(truth);
	}
	const noDays: ast.CalendarWindow = { kind: "calendar", direction: "last", amount: 0, unit: "day", includesCurrent: false, span: nowhere };
	const never = test(writeValue(date, writer), { operator: "anniversary", operands: [noDays] });
	return value ? negated(never) : never;
}

/** `a and b`; what is of the same kind within needs words of its own, or reading would flatten it. */
function writeSeveral(kind: "and" | "or", items: readonly CheckedCondition[], writer: Writer): ast.Condition {
	if (kind === "or" && isEmptyText(items)) {
		return test(writeValue(items[1].left, writer), { operator: "empty", operands: [] });
	}
	const written = items.map((item) => {
		const inner = writeCondition(item, writer);
		return inner.kind === kind ? asGroup(inner) : inner;
	});
	if (written.length === 1) return { kind: "group", quantity: { atLeast: 1 }, items: written, span: nowhere };
	return { kind, items: written, span: nowhere };
}

const asGroup = ({ kind, items }: ast.And | ast.Or): ast.Group => ({
	kind: "group",
	quantity: kind === "and" ? "all" : "any",
	items,
	span: nowhere,
});

type Compare = Extract<CheckedCondition, { kind: "compare" }>;

/** `x is missing or x = ""`, which is what `x is empty` means for text. */
function isEmptyText(items: readonly CheckedCondition[]): items is readonly [CheckedCondition, Compare] {
	const [missing, empty] = items;
	if (items.length !== 2 || missing?.kind !== "not" || missing.item.kind !== "set" || empty?.kind !== "compare") return false;
	const { value } = missing.item;
	const { left, right, operator } = empty;
	return (
		value.kind === "field" &&
		left.kind === "field" &&
		value.field === left.field &&
		value.scope === left.scope &&
		value.part === undefined &&
		left.part === undefined &&
		operator === "=" &&
		right.kind === "constant" &&
		right.value === ""
	);
}

/** Only those that have no test of their own, `every` where it says the same. */
function writeNot(item: CheckedCondition, writer: Writer): ast.Condition {
	if (item.kind === "some") {
		if (item.where.kind === "not") return quantified("every", item.collection, item.where.item, writer);
		return quantified("no", item.collection, item.where, writer);
	}
	if (item.kind === "empty" && item.list.type === "collection") return quantified("any", item.list, undefined, writer);
	return negated(item.kind === "compare" && item.operator === "=" ? writeTest(item, writer) : writeCondition(item, writer));
}

function negated(item: ast.Condition): ast.Condition {
	if (item.kind === "test" && !item.negated && canNegate(item.operator)) return { ...item, negated: true };
	return { kind: "not", item, span: nowhere };
}

function quantified(
	quantifier: ast.Quantifier,
	collection: FieldValue,
	where: CheckedCondition | undefined,
	writer: Writer,
	count?: number,
): ast.Quantified {
	return {
		kind: "quantified",
		quantifier,
		quantifierSpan: nowhere,
		...(count !== undefined && { count: { kind: "number", value: count, span: nowhere } }),
		collection: fieldName(collection, writer),
		...(where && { where: writeCondition(where, inElement(collection, writer)) }),
		span: nowhere,
	};
}

const quantifiers = { "=": "exactly", "<": "fewer-than", "<=": "at-most", ">": "more-than", ">=": "at-least" } as const;

/** `at least 3 orders (…)` where elements are counted, else a test. */
function writeCompare(condition: Compare, writer: Writer): ast.Condition {
	const { left, right } = condition;
	const isCount = left.kind === "aggregate" && left.function === "count" && left.collection.type === "collection";
	const count = right.kind === "constant" ? Number(right.value) : Number.NaN;
	if (!isCount || !Number.isInteger(count) || count < 0) return writeTest(condition, writer);
	return quantified(quantifiers[condition.operator], left.collection, left.where, writer, count);
}

type Single = Extract<CheckedCondition, { kind: "compare" | "between" | "in" | "set" | "text" | "has" | "has-all" }>;

function writeTest(condition: Single, writer: Writer): ast.Test {
	switch (condition.kind) {
		case "compare":
			return writeComparison(condition, writer);
		case "between":
			return writeRange(condition, writer);
		case "in": {
			const { value, items } = condition;
			const operands = items.map((item) => writeConstant({ kind: "constant", value: item, type: value.type }));
			return test(writeValue(value, writer), { operator: "in", operands: writeDayNames(value, operands) }, isFolded(value));
		}
		case "set":
			return test(presenceOf(condition.value, writer), { operator: "set", operands: [] });
		case "text": {
			const { value, operand } = condition;
			const operands = [writeConstant({ kind: "constant", value: operand, type: "text" })];
			return test(writeValue(value, writer), { operator: condition.test, operands }, isFolded(value));
		}
		case "has":
		case "has-all": {
			const { list, items } = condition;
			const operands = items.map((item) => writeConstant({ kind: "constant", value: item, type: "text" }));
			const operator = condition.kind === "has-all" ? "has-all" : operands.length === 1 ? "has" : "has-any";
			return test(writeValue(list, writer), { operator, operands }, isFolded(list));
		}
	}
}

function writeComparison(condition: Compare, writer: Writer): ast.Test {
	const { left, right, operator } = condition;
	const subject = writeValue(left, writer);
	if (left.type === "date" || left.type === "datetime") return test(subject, writeDateComparison(condition, writer));
	if (left.type === "boolean" && right.kind === "constant" && right.value === true)
		return test(subject, { operator: "true", operands: [] });
	const operands =
		right.kind === "constant" ? writeDayNames(left, [writeConstant({ ...right, type: left.type })]) : [writeValue(right, writer)];
	return test(subject, { operator: operators[operator], operands }, isFolded(left));
}

const operators = { "=": "equal", "<": "less", "<=": "at-most", ">": "greater", ">=": "at-least" } as const;

function writeRange(condition: Extract<CheckedCondition, { kind: "between" }>, writer: Writer): ast.Test {
	const { value, low, high } = condition;
	const subject = writeValue(value, writer);
	if (value.type === "date" || value.type === "datetime") return test(subject, writeDateRange(condition, writer));
	const operands = [low, high].map((end) => writeConstant({ kind: "constant", value: end, type: value.type }));
	return test(subject, { operator: "between", operands });
}

/** The local day of a datetime is asked for by a part that needs it. */
function presenceOf(value: Value, writer: Writer): ast.Expression {
	const expression = writeValue(value, writer);
	if (!isLocalDay(value)) return expression;
	return { kind: "part", part: "month-day", of: expression, span: nowhere };
}

const isFolded = (value: Value): boolean => value.kind === "field" && (value.part === "fold" || value.part === "fold-chars");

function test(subject: ast.Expression, { operator, operands }: Pick<ast.Test, "operator" | "operands">, ignoringCase = false): ast.Test {
	return { kind: "test", subject, operator, operatorSpan: nowhere, negated: false, anyOf: false, ignoringCase, operands, span: nowhere };
}
