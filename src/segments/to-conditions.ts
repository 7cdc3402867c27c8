// A checked text to the seed system's conditions, or the parts of it that have no such form, each with the reason. Exactly or not at all.
import type { CheckedSegment } from "../check/checked.ts";
import { isFixed } from "../check/fixed.ts";
import type { Catalogue } from "../fields/catalogue.ts";
import type { Field } from "../fields/field.ts";
import type * as ast from "../syntax/ast.ts";
import type { Span } from "../text/span.ts";
import { nameInDocument, type Spelling } from "./built-in-names.ts";
import type { SeedCondition, SeedDate, SeedOperator, SeedRelativeDate, SeedScalar, SeedValue } from "./seed-condition.ts";

/** A part of the text that the seed system cannot say. */
export interface WithoutSeedForm {
	readonly span: Span;
	/** One plain sentence. */
	readonly reason: string;
}

export type SeedConditions = { readonly conditions: readonly SeedCondition[] } | { readonly without: readonly WithoutSeedForm[] };

/**
 * The conditions, joined by AND, that mean what the text means; else every part that has no form of its own. `spelling` is that of the
 * built-in fields: `first_name`, or `firstName` as the seed system's HTTP API has it.
 */
export function toConditions(segment: CheckedSegment, catalogue: Catalogue, spelling: Spelling = "snake_case"): SeedConditions {
	const without: WithoutSeedForm[] = [];
	const refuse: Refuse = (at, reason) => {
		without.push({ span: at.span, reason });
		return undefined;
	};
	const { condition } = segment.segment;
	const parts = condition ? conjuncts(condition) : [];
	const conditions = parts.flatMap((part) => seedCondition(part, { catalogue, spelling }, refuse) ?? []);
	return without.length > 0 ? { without } : { conditions };
}

type Refuse = (at: { readonly span: Span }, reason: string) => undefined;

function conjuncts(condition: ast.Condition): readonly ast.Condition[] {
	if (condition.kind === "and" || (condition.kind === "group" && condition.quantity === "all")) return condition.items.flatMap(conjuncts);
	return [condition];
}

const reasons: Partial<Record<ast.Condition["kind"], string>> = {
	or: 'The seed system joins conditions by "and" only.',
	group: 'The seed system joins conditions by "and" only.',
	not: 'The seed system has no "not" for this condition.',
	named: "The seed system has no names for conditions.",
	quantified: "The seed system has no conditions on the elements of a collection.",
	edge: "The seed system has no conditions on the elements of a collection.",
	reference: "The seed system has no references to other segments.",
};

interface Writing {
	readonly catalogue: Catalogue;
	readonly spelling: Spelling;
}

function seedCondition(condition: ast.Condition, { catalogue, spelling }: Writing, refuse: Refuse): SeedCondition | undefined {
	const [test, isNegated] = condition.kind === "not" && condition.item.kind === "test" ? [condition.item, true] : [condition, false];
	if (test.kind !== "test") return refuse(condition, reasons[condition.kind] ?? "The seed system has no such condition.");
	const negated = isNegated !== test.negated;
	const subject = subjectOf(test.subject, catalogue);
	if (!subject)
		return refuse(
			test.subject,
			isFixed(test.subject) ? fieldFirst : "The seed system tests a field by itself, not a value computed from it.",
		);
	if (test.ignoringCase) return refuse(test, "The seed system cannot ignore case.");
	const found = seedTest(test, negated, subject);
	if (typeof found === "string") return refuse(condition, found);
	return { field: nameInDocument(subject.field, spelling, catalogue), ...found };
}

interface Subject {
	readonly field: Field;
	readonly isMonthDay: boolean;
}

function subjectOf(expression: ast.Expression, catalogue: Catalogue): Subject | undefined {
	const isMonthDay = expression.kind === "part" && expression.part === "month-day";
	const name = isMonthDay ? expression.of : expression;
	const field = name.kind === "field" ? catalogue.field(name.name) : undefined;
	return field && { field, isMonthDay };
}

type SeedTest = Pick<SeedCondition, "operator" | "value">;

/** The operator and value, or the reason why there is none. */
function seedTest(test: ast.Test, negated: boolean, subject: Subject): SeedTest | string {
	const { type } = subject.field;
	const dateType = type === "date" || type === "datetime" ? type : undefined;
	switch (test.operator) {
		case "true":
			return { operator: negated ? "not_equals" : "equals", value: true };
		case "set":
			return { operator: negated ? "not_exists" : "exists", value: [] };
		case "equal":
		case "on":
		case "in":
			if (subject.isMonthDay) return negated ? noNegative : monthDays(test.operands);
			return dateType ? onDates(test.operands, negated, dateType) : equals(test.operands, negated);
		case "less":
		case "greater":
		case "before":
		case "after":
			return negated ? noNegative : ordered(test, dateType);
		case "at-least":
		case "at-most":
		case "on-or-after":
		case "on-or-before":
			if (!negated) return 'The seed system has "greater_than" and "less_than", but not "at least" or "at most".';
			return 'The seed system has no "not" for this condition.';
		case "between":
			if (negated) return noNegative;
			if (!dateType) return "The seed system has ranges of dates only.";
			if (subject.isMonthDay) return range("between_month_day", test.operands, monthDayOf);
			return range("between_month_day_year", test.operands, (operand) => dateOf(operand, dateType));
		case "anniversary":
			if (negated) return noNegative;
			if (test.operands.length === 2) return range("between_month_day", test.operands, (operand) => dateOf(operand, "date"));
			return anniversary(test.operands[0]);
		case "within":
			return negated ? noNegative : window(test.operands[0], type);
		case "has":
		case "has-any":
			if (negated) return noNegative;
			return listed("array_contains", test.operands);
		default:
			return "The seed system has no operator for this.";
	}
}

const noNegative = 'The seed system has no "not" for this condition.';
const onlyFixed = "The seed system compares with fixed values only.";
const fieldFirst = "The seed system has the field on the left and the value on the right. Turn this around.";
const onlyDays = "The seed system counts dates in whole days from today, and this is not one.";

/** Why these operands are no dates of the seed system. */
const whyNoDates = (operands: readonly ast.Expression[]): string => (operands.every(isFixed) ? onlyDays : onlyFixed);

function scalarOf(expression: ast.Expression): SeedScalar | undefined {
	return expression.kind === "text" || expression.kind === "number" || expression.kind === "boolean" ? expression.value : undefined;
}

function listed(operator: SeedOperator, operands: readonly ast.Expression[]): SeedTest | string {
	const values = operands.map(scalarOf);
	if (!values.every((value) => value !== undefined)) return onlyFixed;
	const [only] = values;
	return { operator, value: values.length === 1 && only !== undefined ? only : values };
}

const equals = (operands: readonly ast.Expression[], negated: boolean): SeedTest | string =>
	listed(negated ? "not_equals" : "equals", operands);

function onDates(operands: readonly ast.Expression[], negated: boolean, type: DateType): SeedTest | string {
	const dates = operands.map((operand) => dateOf(operand, type));
	if (!dates.every((date) => date !== undefined)) return whyNoDates(operands);
	const [only] = dates;
	const value: SeedValue = dates.length === 1 && only !== undefined ? only : dates;
	return { operator: negated ? "not_equals" : "equals_month_day_year", value };
}

function ordered(test: ast.Test, dateType: DateType | undefined): SeedTest | string {
	const [operand] = test.operands;
	const value = operand && (dateType ? dateOf(operand, dateType) : scalarOf(operand));
	const operator = test.operator === "greater" || test.operator === "after" ? "greater_than" : "less_than";
	if (value === undefined) return dateType ? whyNoDates(test.operands) : onlyFixed;
	return { operator, value };
}

function monthDays(operands: readonly ast.Expression[]): SeedTest | string {
	const dates = operands.map(monthDayOf);
	if (!dates.every((date) => date !== undefined)) return onlyFixed;
	const [only] = dates;
	return { operator: "equals_month_day", value: dates.length === 1 && only !== undefined ? only : dates };
}

function range(
	operator: "between_month_day" | "between_month_day_year",
	operands: readonly ast.Expression[],
	dayOf: (operand: ast.Expression) => SeedDate | undefined,
): SeedTest | string {
	const [startDate, endDate] = operands.map(dayOf);
	if (startDate === undefined || endDate === undefined) return whyNoDates(operands);
	if (typeof startDate !== typeof endDate) return "The seed system has ranges between two dates or between two relative days, not a mix.";
	return { operator, value: { startDate, endDate } };
}

/** As its field is compared: a point that is a day for a date can be an exact moment for a datetime. */
type DateType = "date" | "datetime";

const seedUnits = { day: "days", week: "weeks", month: "months", year: "years" } as const;

/** Undefined for units that the seed system does not count. */
function relative(value: number, unit: ast.Unit, direction: SeedRelativeDate["direction"]): SeedRelativeDate | undefined {
	return unit in seedUnits ? { type: "relative", value, unit: seedUnits[unit as keyof typeof seedUnits], direction } : undefined;
}

const today: SeedRelativeDate = { type: "relative", value: 0, unit: "days", direction: "before" };

function anniversary(operand: ast.Expression | undefined): SeedTest | string {
	if (operand?.kind === "rolling") {
		const other = relative(operand.amount, operand.unit, operand.direction === "last" ? "before" : "after");
		if (!other) return onlyDays;
		const [startDate, endDate] = operand.direction === "last" ? [other, today] : [today, other];
		return { operator: "between_month_day", value: { startDate, endDate } };
	}
	const value = operand && dateOf(operand, "date");
	if (value === undefined || typeof value === "string") return onlyDays;
	return { operator: "equals_month_day", value };
}

/** A rolling window of a date is a range of days; of a datetime it is exact to the millisecond, which a range of days cannot say. */
function window(operand: ast.Expression | undefined, type: Field["type"]): SeedTest | string {
	if (operand?.kind !== "rolling") return onlyDays;
	if (type !== "date") return "A rolling window of a date and time begins at this hour, which the seed system cannot say.";
	const found = anniversary(operand);
	return typeof found === "string"
		? found
		: { operator: "between_month_day_year", ...(found.value !== undefined && { value: found.value }) };
}

const pad = (value: number): string => String(value).padStart(2, "0");

/** A whole day as the seed system writes it. */
function dateOf(expression: ast.Expression, type: DateType): SeedDate | undefined {
	switch (expression.kind) {
		case "date":
			return expression.day === undefined ? undefined : `${expression.year}-${pad(expression.month)}-${pad(expression.day)}`;
		case "point":
			if (isToday(expression, type)) return today;
			return expression.point === "now" ? undefined : relative(1, "day", expression.point === "yesterday" ? "before" : "after");
		case "relative":
			return type === "date"
				? relative(expression.amount, expression.unit, expression.direction === "ago" ? "before" : "after")
				: undefined;
		case "shift":
			return isToday(expression.base, type)
				? relative(expression.amount, expression.unit, expression.sign < 0 ? "before" : "after")
				: undefined;
		default:
			return undefined;
	}
}

/** `now` is a moment of a datetime, and today for a date. */
const isToday = (expression: ast.Expression, type: DateType): boolean =>
	expression.kind === "point" && (expression.point === "today" || (expression.point === "now" && type === "date"));

/** Any year will do for a day of the year; 2000 has a 29 February. */
const monthDayOf = (expression: ast.Expression): string | undefined =>
	expression.kind === "month-day" ? `2000-${pad(expression.month)}-${pad(expression.day)}` : undefined;
