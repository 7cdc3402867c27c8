// One test in English: `their country is "US" or "CA"`, `its placed_at is not in the last 90 days`.
import type * as ast from "../syntax/ast.ts";
import type { Owner } from "./english.ts";
import { englishExpression, listed } from "./english-expression.ts";

/** What follows the subject, and what follows it in the complement; `*` stands for the operands. */
const phrases: Record<ast.Operator, readonly [positive: string, negative: string]> = {
	true: ["is true", "is not true"],
	equal: ["is *", "is not *"],
	less: ["is less than *", "is not less than *"],
	"at-most": ["is at most *", "is not at most *"],
	greater: ["is more than *", "is not more than *"],
	"at-least": ["is at least *", "is not at least *"],
	between: ["is between *", "is not between *"],
	in: ["is *", "is not *"],
	set: ["is known", "is missing"],
	empty: ["is empty or missing", "has content"],
	contains: ["contains *", "does not contain *"],
	"starts-with": ["starts with *", "does not start with *"],
	"ends-with": ["ends with *", "does not end with *"],
	like: ["is like *", "is not like *"],
	has: ["has *", "does not have *"],
	"has-any": ["has *", "does not have *"],
	"has-all": ["has *", "does not have *"],
	before: ["is before *", "is not before *"],
	after: ["is after *", "is not after *"],
	on: ["is on *", "is not on *"],
	"on-or-before": ["is on or before *", "is not on or before *"],
	"on-or-after": ["is on or after *", "is not on or after *"],
	within: ["is in *", "is not in *"],
	anniversary: ["has its anniversary *", "does not have its anniversary *"],
};

/** The same of dates, which nobody calls more or less. */
const phrasesOfTime: Partial<typeof phrases> = {
	less: ["is earlier than *", "is not earlier than *"],
	"at-most": ["is * or earlier", "is not * or earlier"],
	greater: ["is later than *", "is not later than *"],
	"at-least": ["is * or later", "is not * or later"],
};

const isTime = (operand: ast.Expression | undefined): boolean =>
	operand?.kind === "shift"
		? isTime(operand.base)
		: operand !== undefined && ["date", "instant", "month-day", "point", "relative"].includes(operand.kind);

/** `sat` and `jan` are names of days and months after weekday() and month(), not fields. */
const isCalendarName = (test: ast.Test, operand: ast.Expression): operand is ast.FieldName =>
	operand.kind === "field" && test.subject.kind === "part" && (test.subject.part === "weekday" || test.subject.part === "month");

/** A month or a year is something to be in, a day something to be on. */
const isLongerThanADay = (operand: ast.Expression | undefined): boolean =>
	operand?.kind === "number" || (operand?.kind === "date" && operand.day === undefined);

const joinedByAnd: readonly ast.Operator[] = ["between", "has-all"];

export function englishTest(test: ast.Test, owner: Owner): string {
	const operator = test.operator === "on" && isLongerThanADay(test.operands[0]) ? "within" : test.operator;
	const [positive, negative] = (isTime(test.operands[0]) && phrasesOfTime[operator]) || phrases[operator];
	const phrase = test.negated ? negative : positive;
	const words = test.operands.map((operand) => (isCalendarName(test, operand) ? operand.name : englishExpression(operand, owner)));
	const operands = listed(words, joinedByAnd.includes(test.operator) || test.operator === "anniversary" ? "and" : "or");
	const window = test.operands[0];
	const inWindow = test.operator !== "anniversary" ? "" : test.operands.length === 2 ? "between " : window?.kind === "rolling" ? "in " : "";
	const folded = test.ignoringCase ? " in any mix of upper and lower case" : "";
	return `${englishExpression(test.subject, owner)} ${phrase.replace("*", () => inWindow + operands)}${folded}`;
}
