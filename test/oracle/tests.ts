// One test of one expression. Every positive test of a missing value is false; `negated` is the exact complement.
import type * as ast from "../../src/syntax/ast.ts";
import { dayOfValue, evaluate, type Holds } from "./expressions.ts";
import { clockAt, dayOf, isLeapYear, partsOf, startOfDay } from "./local-time.ts";
import { fixedPoint, isInstantWithin, type Point, windowDays } from "./points.ts";
import type { Scope } from "./scope.ts";
import { isInside, matches, namedNumber } from "./words.ts";
import type { Typed } from "./typed-value.ts";

type Relation = "before" | "on-or-before" | "equal" | "on" | "on-or-after" | "after";

const relations: Partial<Record<ast.Operator, Relation>> = {
	less: "before",
	"at-most": "on-or-before",
	greater: "after",
	"at-least": "on-or-after",
	equal: "equal",
	before: "before",
	after: "after",
	on: "on",
	"on-or-before": "on-or-before",
	"on-or-after": "on-or-after",
};
const mirrored: Record<Relation, Relation> = {
	before: "after",
	"on-or-before": "on-or-after",
	equal: "equal",
	on: "on",
	"on-or-after": "on-or-before",
	after: "before",
};

export const holdsTest = (test: ast.Test, scope: Scope, holds: Holds): boolean => positive(test, scope, holds) !== test.negated;

function positive(test: ast.Test, scope: Scope, holds: Holds): boolean {
	const relation = relations[test.operator];
	const [operand, second] = test.operands;
	if (relation && operand) {
		// `100 < total` is `total > 100`.
		if (isFixed(test.subject)) return compare(mirrored[relation], operand, test.subject, test, scope, holds);
		return compare(relation, test.subject, operand, test, scope, holds);
	}
	const value = evaluate(test.subject, scope, holds);
	if (test.operator === "set") return value !== undefined;
	if (test.operator === "empty") {
		return value === undefined || value.value === "" || (Array.isArray(value.value) && value.value.length === 0);
	}
	if (value === undefined) return false;
	const values = (): (Typed | undefined)[] => test.operands.map((item) => evaluate(item, scope, holds));
	switch (test.operator) {
		case "true":
			return value.value === true;
		case "between":
			if (!operand || !second) return false;
			return isBetween(value, operand, second, test, scope, holds);
		case "in":
			return test.operands.some((item) => compare("equal", test.subject, item, test, scope, holds));
		case "contains":
		case "starts-with":
		case "ends-with":
		case "like":
			return values().some((item) => matches(test.operator, value, item, test.ignoringCase));
		case "has":
		case "has-any":
			return values().some((item) => isInside(item, value, test.ignoringCase));
		case "has-all":
			return values().every((item) => isInside(item, value, test.ignoringCase));
		case "within":
			return operand !== undefined && isWithin(value, operand as ast.Window, scope);
		case "anniversary":
			return operand !== undefined && isAnniversary(dayOfValue(value, scope.world.zone), operand, test.operands[1] ?? operand, scope);
		default:
			throw new Error(`Unknown operator ${test.operator}.`);
	}
}

/** Whether an expression is the same for every profile. */
function isFixed(expression: ast.Expression): boolean {
	switch (expression.kind) {
		case "field":
		case "aggregate":
			return false;
		case "arithmetic":
			return isFixed(expression.left) && isFixed(expression.right);
		case "part":
			return isFixed(expression.of);
		case "shift":
			return isFixed(expression.base);
		default:
			return true;
	}
}

function isBetween(value: Typed, low: ast.Expression, high: ast.Expression, test: ast.Test, scope: Scope, holds: Holds): boolean {
	if (value.type === "month-day" && low.kind === "month-day" && high.kind === "month-day") {
		const [from, to] = [low.month * 100 + low.day, high.month * 100 + high.day];
		return from <= to ? value.value >= from && value.value <= to : value.value >= from || value.value <= to;
	}
	return compare("on-or-after", test.subject, low, test, scope, holds) && compare("on-or-before", test.subject, high, test, scope, holds);
}

function compare(relation: Relation, left: ast.Expression, right: ast.Expression, test: ast.Test, scope: Scope, holds: Holds): boolean {
	const value = evaluate(left, scope, holds);
	if (value === undefined) return false;
	if (value.type === "date" || value.type === "datetime") {
		const point = fixedPoint(right, value.type, scope.world);
		if (point) return isAt(relation, value, point, scope.world.zone);
		const other = evaluate(right, scope, holds);
		return other !== undefined && isAtValue(relation, value, other, scope.world.zone);
	}
	const name = left.kind === "part" && (left.part === "weekday" || left.part === "month") ? namedNumber(left.part, right) : undefined;
	const other: Typed | undefined = name === undefined ? evaluate(right, scope, holds) : { type: "number", value: name };
	if (other === undefined || other.type !== value.type) return false;
	if (value.type === "text" && other.type === "text") return matches("equal", value, other, test.ignoringCase);
	return isOrdered(relation, Number(value.value), Number(other.value));
}

function isOrdered(relation: Relation, a: number, b: number): boolean {
	switch (relation) {
		case "before":
			return a < b;
		case "on-or-before":
			return a <= b;
		case "equal":
		case "on":
			return a === b;
		case "on-or-after":
			return a >= b;
		case "after":
			return a > b;
	}
}

/** Against whole days, or against an instant; `on` an instant is its local day. */
function isAt(relation: Relation, value: Typed, point: Point, zone: string): boolean {
	if ("instant" in point) {
		const { day } = clockAt(point.instant, zone);
		if (relation === "on") return isAt(relation, value, { from: day, to: day }, zone);
		return isOrdered(relation, value.value as number, point.instant);
	}
	const isDate = value.type === "date";
	const from = isDate ? point.from : startOfDay(point.from, zone);
	const after = isDate ? point.to + 1 : startOfDay(point.to + 1, zone);
	const at = value.value as number;
	switch (relation) {
		case "before":
			return at < from;
		case "on-or-before":
			return at < after;
		case "equal":
		case "on":
			return at >= from && at < after;
		case "on-or-after":
			return at >= from;
		case "after":
			return at >= after;
	}
}

/** Two datetimes as instants, except `on`, which asks for the same local day; with a date on one side, by local days. */
function isAtValue(relation: Relation, value: Typed, other: Typed, zone: string): boolean {
	const byInstant = value.type === "datetime" && other.type === "datetime" && relation !== "on";
	if (byInstant) return isOrdered(relation, value.value as number, other.value as number);
	return isOrdered(relation, dayOfValue(value, zone), dayOfValue(other, zone));
}

function isWithin(value: Typed, window: ast.Window, { world }: Scope): boolean {
	if (value.type === "datetime") return isInstantWithin(value.value, window, world);
	const { from, to } = windowDays(window, world);
	return (value.value as number) >= from && (value.value as number) <= to;
}

/** Whether some anniversary of the day falls in the window, day by day; 29 February is kept on the 28th in common years. */
function isAnniversary(born: number, firstOperand: ast.Expression, lastOperand: ast.Expression, { world }: Scope): boolean {
	const daysOf = (operand: ast.Expression) => {
		const isWindow = operand.kind === "rolling" || operand.kind === "calendar";
		const days = isWindow ? windowDays(operand, world) : fixedPoint(operand, "date", world);
		if (!days || "instant" in days) throw new Error("An anniversary needs days.");
		return days;
	};
	const point = { from: daysOf(firstOperand).from, to: daysOf(lastOperand).to };
	const { month, day } = partsOf(born);
	const first = partsOf(point.from).year;
	// Whoever has no anniversary in ten years has none in more.
	for (let year = first; year <= Math.min(partsOf(point.to).year, first + 10); year++) {
		const kept = month === 2 && day === 29 && !isLeapYear(year) ? dayOf(year, 2, 28) : dayOf(year, month, day);
		if (kept >= point.from && kept <= point.to) return true;
	}
	return false;
}
