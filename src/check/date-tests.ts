// Tests of dates and datetimes. Every form becomes a comparison or a range of `yyyymmdd` or epoch milliseconds: `on` a day is that
// whole local day for a datetime, `before` it ends at its first instant, `after` it begins with the next day's.
import { replaceFix } from "../diagnostic/report.ts";
import type * as ast from "../syntax/ast.ts";
import { addDays, epochDay } from "../values/civil-date.ts";
import type { CheckedCondition, Value } from "./checked.ts";
import { betweenConstants } from "./comparisons.ts";
import { type Context, report, words } from "./context.ts";
import { operatorRow } from "./operators.ts";
import { checkPoint, type Point } from "./points.ts";
import { dayOf } from "./values.ts";
import { daysOf, instantsOf, instantsOfDays, type Range } from "./windows.ts";

type DateType = "date" | "datetime";
type Relation = "before" | "after" | "on" | "equal" | "on-or-before" | "on-or-after";

const relations: Partial<Record<ast.Operator, Relation>> = {
	equal: "equal",
	less: "before",
	"at-most": "on-or-before",
	greater: "after",
	"at-least": "on-or-after",
	before: "before",
	after: "after",
	on: "on",
	"on-or-before": "on-or-before",
	"on-or-after": "on-or-after",
};

/** The condition without its negation; undefined after a report. `subject` is of type date or datetime. */
export function checkDateTest(test: ast.Test, subject: Value, context: Context): CheckedCondition | undefined {
	switch (test.operator) {
		case "between":
			return checkBetween(test, subject, context);
		case "in":
			return checkIn(test, subject, context);
		case "within":
			return checkWithin(test, subject, context);
		case "anniversary":
			return checkAnniversary(test, subject, context);
		default: {
			const relation = relations[test.operator];
			const [operand] = test.operands;
			if (relation && operand?.kind === "relative") warnOfAgo(test, relation, operand, context);
			return relation && operand && checkRelation(relation, operand, test, subject, context);
		}
	}
}

/** `more than 30 days ago` compares two moments, later than that one; who says it aloud means longer ago. With a sign nobody takes it so. */
function warnOfAgo(test: ast.Test, relation: Relation, operand: ast.Relative, context: Context): void {
	const operator = words(context, test.operatorSpan);
	const { mirrored } = operatorRow(relation);
	// `before` and its like are written as what they mean.
	if (relation === test.operator || !mirrored || operand.direction !== "ago") return;
	if (!/[a-z]$/i.test(operator) || test.operatorSpan.from < test.subject.span.to) return;
	const not = /\bnot\b/i.test(operator) ? "is not " : "";
	const isLater = relation.endsWith("after") === (not === "");
	const ago = words(context, operand.span);
	const [asRead, otherwise] = [relation, mirrored].map((each) => `${not}${operatorRow(each).words} ${ago}`) as [string, string];
	const at = { from: test.operatorSpan.from, to: operand.span.to };
	const message = `"${operator} ${ago}" is read as "${asRead}", with dates that are ${isLater ? "later" : "earlier"}. Write "${otherwise}" if you mean the others.`;
	const fixes = [otherwise, asRead].map((text) => replaceFix(`Change to ${text}`, at, text));
	report(context, "ambiguous-time", message, at, fixes);
}

const typeOf = (value: Value): DateType => (value.type === "date" ? "date" : "datetime");

function checkRelation(
	relation: Relation,
	operand: ast.Expression,
	test: ast.Test,
	subject: Value,
	context: Context,
): CheckedCondition | undefined {
	const type = typeOf(subject);
	const point = checkPoint(operand, type, { test, subject }, context);
	if (!point) return undefined;
	if (point.kind === "value") return compareValues(relation, point.value, operand, test, subject, context);
	if (relation === "on" && point.kind === "instant")
		return atRange("on", rangeOf(wholeDay(point.at, context), type, context), test, subject);
	return atRange(relation, rangeOf(point, type, context), test, subject);
}

type FixedPoint = Exclude<Point, { kind: "value" }>;

const wholeDay = (at: number, context: Context): FixedPoint => {
	const day = context.clock.zone.dateOf(at);
	return { kind: "days", from: day, to: day };
};

/** The point as a closed range in the subject's own unit. */
function rangeOf(point: FixedPoint, type: DateType, context: Context): Range {
	if (point.kind === "instant") return { low: point.at, high: point.at };
	const days = { low: point.from, high: point.to };
	return type === "date" ? days : instantsOfDays(days, context.clock);
}

function atRange(relation: Relation, range: Range, test: ast.Test, subject: Value): CheckedCondition {
	const compare = (operator: "=" | "<" | "<=" | ">" | ">=", value: number): CheckedCondition => ({
		kind: "compare",
		operator,
		left: subject,
		right: { kind: "constant", value, type: subject.type },
		source: test,
	});
	switch (relation) {
		case "before":
			return compare("<", range.low);
		case "on-or-before":
			return compare("<=", range.high);
		case "after":
			return compare(">", range.high);
		case "on-or-after":
			return compare(">=", range.low);
		case "on":
		case "equal":
			return range.low === range.high ? compare("=", range.low) : { kind: "between", value: subject, ...range, source: test };
	}
}

const symbols = { before: "<", "on-or-before": "<=", after: ">", "on-or-after": ">=", on: "=", equal: "=" } as const;

/** Field against field: instants when both are datetimes (`on` asks for the same day), else local days. */
function compareValues(
	relation: Relation,
	other: Value,
	operand: ast.Expression,
	test: ast.Test,
	subject: Value,
	context: Context,
): CheckedCondition | undefined {
	const byDay = relation === "on" || typeOf(subject) === "date" || typeOf(other) === "date";
	const left = byDay ? dayOf(subject, test.subject, context) : subject;
	const right = byDay ? dayOf(other, operand, context) : other;
	return left && right && { kind: "compare", operator: symbols[relation], left, right, source: test };
}

function checkBetween(test: ast.Test, subject: Value, context: Context): CheckedCondition | undefined {
	const [first, second] = test.operands;
	if (!first || !second) return undefined;
	const type = typeOf(subject);
	const low = checkPoint(first, type, { test, subject }, context);
	const high = checkPoint(second, type, { test, subject }, context);
	if (!low || !high) return undefined;
	if (low.kind !== "value" && high.kind !== "value") {
		return { kind: "between", value: subject, low: rangeOf(low, type, context).low, high: rangeOf(high, type, context).high, source: test };
	}
	const from = checkRelation("on-or-after", first, test, subject, context);
	const to = checkRelation("on-or-before", second, test, subject, context);
	return from && to && { kind: "and", items: [from, to], source: test };
}

function checkIn(test: ast.Test, subject: Value, context: Context): CheckedCondition | undefined {
	const type = typeOf(subject);
	const ranges = test.operands.map((operand) => {
		const point = checkPoint(operand, type, { test, subject }, context);
		if (!point) return undefined;
		if (point.kind !== "value") return rangeOf(point, type, context);
		return report(
			context,
			"wrong-type",
			`"${words(context, operand.span)}" is not a fixed date, so it cannot stand in a list. Compare it on its own with "=".`,
			operand.span,
		);
	});
	if (ranges.length === 0 || !ranges.every((range) => range !== undefined)) return undefined;
	if (ranges.every((range) => range.low === range.high)) {
		return { kind: "in", value: subject, items: [...new Set(ranges.map((range) => range.low))], source: test };
	}
	const items = ranges.map((range) => atRange("equal", range, test, subject));
	const [only] = items;
	return items.length === 1 && only ? only : { kind: "or", items, source: test };
}

function checkWithin(test: ast.Test, subject: Value, context: Context): CheckedCondition | undefined {
	const [window] = test.operands;
	if (window?.kind !== "rolling" && window?.kind !== "calendar") return undefined;
	const range = typeOf(subject) === "date" ? daysOf(window, context) : instantsOf(window, context);
	return range && { kind: "between", value: subject, ...range, source: test };
}

/** A window this long holds every day of the year. */
const daysOfLongestYear = 366;

/** The same day of the year; 29 February counts as 28 February in common years. */
function checkAnniversary(test: ast.Test, subject: Value, context: Context): CheckedCondition | undefined {
	const [first, second] = test.operands;
	const from = first && anniversaryDays(first, test, subject, context);
	const to = second ? anniversaryDays(second, test, subject, context) : from;
	const days = from && to && { low: from.low, high: to.high };
	const day = days && dayOf(subject, test.subject, context);
	if (!days || !day) return undefined;
	const length = epochDay(days.high) - epochDay(days.low) + 1;
	if (length >= daysOfLongestYear) return { kind: "set", value: day, source: test };
	if (length <= 0) return { kind: "constant", value: false, source: test };
	const value: Value = { kind: "date-part", part: "month-day", of: day, type: "month-day" };
	const low = days.low % 10_000;
	const last = days.high % 10_000;
	const high = addDays(days.high, 1) % 10_000 === 301 ? 229 : last;
	if (low === high) {
		return { kind: "compare", operator: "=", left: value, right: { kind: "constant", value: low, type: "month-day" }, source: test };
	}
	return betweenConstants(value, low, high, test);
}

function anniversaryDays(operand: ast.Expression, test: ast.Test, subject: Value, context: Context): Range | undefined {
	if (operand.kind === "rolling" || operand.kind === "calendar") return daysOf(operand, context);
	const point = checkPoint(operand, "date", { test, subject }, context);
	if (!point || point.kind === "days") return point && { low: point.from, high: point.to };
	return report(
		context,
		"wrong-type",
		`"${words(context, operand.span)}" is not a fixed day. Write one after "anniversary", for example today or in next 7 days.`,
		operand.span,
	);
}
