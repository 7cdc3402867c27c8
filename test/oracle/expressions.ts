// The value of an expression for one profile, or undefined when it is missing.
import type * as ast from "../../src/syntax/ast.ts";
import { clockAt, isLeapYear, isUsableDay, isUsableInstant, partsOf, weekdayOf } from "./local-time.ts";
import { isExact, shiftDay, shiftInstant, today } from "./points.ts";
import { elementsOf, resolve, type Scope, readName } from "./scope.ts";
import { readField, type Typed } from "./typed-value.ts";

export type Holds = (condition: ast.Condition, scope: Scope) => boolean;

export function evaluate(expression: ast.Expression, scope: Scope, holds: Holds): Typed | undefined {
	switch (expression.kind) {
		case "field":
			return readName(expression, scope);
		case "text":
			return { type: "text", value: expression.value };
		case "number":
			return { type: "number", value: expression.value };
		case "boolean":
			return { type: "boolean", value: expression.value };
		case "month-day":
			return { type: "month-day", value: expression.month * 100 + expression.day };
		case "arithmetic": {
			const left = evaluate(expression.left, scope, holds);
			const right = evaluate(expression.right, scope, holds);
			if (left?.type !== "number" || right?.type !== "number") return undefined;
			const value = {
				"+": left.value + right.value,
				"-": left.value - right.value,
				"*": left.value * right.value,
				"/": left.value / right.value,
			};
			const result = value[expression.operator];
			return Number.isFinite(result) ? { type: "number", value: result } : undefined;
		}
		case "shift": {
			const base = evaluate(expression.base, scope, holds);
			return base && shiftValue(base, expression.sign * expression.amount, expression.unit, scope.world.zone);
		}
		case "part":
			return partOf(expression.part, evaluate(expression.of, scope, holds), scope);
		case "aggregate":
			return aggregate(expression, scope, holds);
		default:
			throw new Error(`A ${expression.kind} has no value of its own.`);
	}
}

function shiftValue(base: Typed, amount: number, unit: ast.Unit, zone: string): Typed | undefined {
	if (base.type === "date") {
		const value = shiftDay(base.value, amount, unit);
		return isUsableDay(value) ? { type: "date", value } : undefined;
	}
	if (base.type !== "datetime") return undefined;
	const value = shiftInstant(base.value, amount, unit, zone);
	// Exact lengths are arithmetic on milliseconds and may leave 1900–2299; calendar arithmetic needs a local day there.
	const isThere = isExact(unit) || (isUsableInstant(value) && isUsableDay(clockAt(value, zone).day));
	return isThere ? { type: "datetime", value } : undefined;
}

/** The local day of a date or datetime, counted from 1970-01-01. */
export const dayOfValue = (value: Typed, zone: string): number =>
	value.type === "datetime" ? clockAt(value.value, zone).day : (value.value as number);

function partOf(part: ast.Part["part"], value: Typed | undefined, scope: Scope): Typed | undefined {
	if (value?.type !== "date" && value?.type !== "datetime") return undefined;
	const { zone } = scope.world;
	const number = (result: number): Typed => ({ type: "number", value: result });
	const day = dayOfValue(value, zone);
	const { month, day: date } = partsOf(day);
	switch (part) {
		case "hour":
			return value.type === "datetime" ? number(Math.floor(clockAt(value.value, zone).time / 3_600_000)) : undefined;
		case "weekday":
			return number(weekdayOf(day));
		case "month":
			return number(month);
		case "month-day":
			return { type: "month-day", value: month * 100 + date };
		case "age":
			return day > today(scope.world) ? undefined : number(fullYears(day, today(scope.world)));
	}
}

/** Years completed: one more on each anniversary, which for 29 February is the 28th in common years. */
function fullYears(born: number, now: number): number {
	const from = partsOf(born);
	const to = partsOf(now);
	const anniversary = from.month === 2 && from.day === 29 && !isLeapYear(to.year) ? 28 : from.day;
	const isReached = to.month > from.month || (to.month === from.month && to.day >= anniversary);
	return to.year - from.year - (isReached ? 0 : 1);
}

function aggregate(expression: ast.Aggregate, scope: Scope, holds: Holds): Typed | undefined {
	if (expression.function === "count") return { type: "number", value: countable(expression, scope, holds) };
	const { values, decimals } = valuesIn(expression, scope, holds);
	switch (expression.function) {
		case "count-distinct":
			return { type: "number", value: new Set(values.map((item) => item.value)).size };
		case "sum":
		case "avg": {
			const scale = 10 ** (decimals ?? 0);
			const numbers = values.map((item) => (decimals === undefined ? (item.value as number) : Math.round((item.value as number) * scale)));
			const sum = numbers.reduce((total, item) => total + item, 0);
			const result = expression.function === "sum" ? sum / scale : sum / (numbers.length * scale);
			return Number.isFinite(result) ? { type: "number", value: result } : undefined;
		}
		default: {
			const isBetter = (a: Typed, b: Typed): boolean => (expression.function === "min" ? a.value < b.value : a.value > b.value);
			return values.reduce<Typed | undefined>((best, item) => (best === undefined || isBetter(item, best) ? item : best), undefined);
		}
	}
}

function countable(expression: ast.Aggregate, scope: Scope, holds: Holds): number {
	if (resolve(expression.of, scope)?.field.type === "list") {
		const list = readName(expression.of, scope);
		return list?.type === "list" ? list.value.length : 0;
	}
	const { where } = expression;
	return elementsOf(expression.of, scope).filter((element) => where === undefined || holds(where, element)).length;
}

/** The values that an aggregate is over, missing ones left out. `sum(orders.total)` names a collection and a field of its elements. */
function valuesIn(expression: ast.Aggregate, scope: Scope, holds: Holds): { values: readonly Typed[]; decimals?: number | undefined } {
	if (resolve(expression.of, scope)) {
		const list = readName(expression.of, scope);
		return { values: list?.type === "list" ? list.value : [] };
	}
	const { name } = expression.of;
	for (let dot = name.lastIndexOf("."); dot > 0; dot = name.lastIndexOf(".", dot - 1)) {
		const collection = resolve({ ...expression.of, name: name.slice(0, dot) }, scope)?.field;
		if (collection?.type !== "collection") continue;
		const field = collection.fields.find((item) => item.name === name.slice(dot + 1));
		if (!field) break;
		const { where } = expression;
		const values = elementsOf({ ...expression.of, name: name.slice(0, dot) }, scope)
			.filter((element) => where === undefined || holds(where, element))
			.map((element) => readField(field, element.element?.raw, scope.world.zone))
			.filter((value) => value !== undefined);
		return { values, decimals: field.type === "number" ? field.decimals : undefined };
	}
	throw new Error(`Nothing to aggregate in ${name}.`);
}
