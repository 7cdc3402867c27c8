// Values that are computed row by row: doubles, NaN where the value is missing, so that every comparison with a missing value is false by
// itself. Booleans are 0 and 1, dates and datetimes their numbers.
import { birthdayReached } from "../../values/age.ts";
import { missingInteger } from "../column/number-column.ts";
import type { PlanArithmetic, PlanDatePart, PlanField, PlanValue } from "../plan.ts";
import { prepareAggregate } from "./aggregates.ts";
import { ownField } from "./number-tests.ts";
import { gathered, memberOf, numberColumn, profileScope, type Scope } from "./scope.ts";
import { doubleScratch, type Numbers } from "./test.ts";

export function prepareNumbers(value: PlanValue, scope: Scope): Numbers {
	switch (value.kind) {
		case "constant": {
			const room = doubleScratch();
			const constant = Number(value.value);
			return { read: ({ from, to }) => room(to - from).fill(constant, 0, to - from) };
		}
		case "field":
			return ownField(value, scope) ? fieldNumbers(value, scope) : gathered(fieldNumbers(value, profileScope(scope)), scope);
		case "aggregate":
			return ownField(value.collection, scope)
				? prepareAggregate(value, scope)
				: gathered(prepareAggregate(value, profileScope(scope)), scope);
		case "arithmetic":
			return arithmetic(value, scope);
		case "date-part":
			return datePart(value, scope);
	}
}

function fieldNumbers(field: PlanField, scope: Scope): Numbers {
	const own = numberColumn(field, scope);
	return own ? columnNumbers(own) : booleanNumbers(field, scope);
}

export function columnNumbers({ column, extend }: NonNullable<ReturnType<typeof numberColumn>>): Numbers {
	const room = doubleScratch();
	return {
		read({ from, to }) {
			extend(to);
			const { integers, doubles } = column;
			if (doubles) return doubles.subarray(from, to);
			const values = room(to - from);
			for (let row = from; row < to; row++) {
				const value = (integers as Int32Array)[row] as number;
				values[row - from] = value === missingInteger ? Number.NaN : value;
			}
			return values;
		},
	};
}

function booleanNumbers(field: PlanField, scope: Scope): Numbers {
	const { column } = memberOf(field, scope);
	if (column.kind !== "boolean") throw new RangeError(`"${field.name}" holds no numbers.`);
	const room = doubleScratch();
	return {
		read({ from, to }) {
			const values = room(to - from);
			for (let row = from; row < to; row++) values[row - from] = column.present.has(row) ? +column.isTrue.has(row) : Number.NaN;
			return values;
		},
	};
}

function arithmetic({ operator, left, right }: PlanArithmetic, scope: Scope): Numbers {
	const [a, b] = [prepareNumbers(left, scope), prepareNumbers(right, scope)];
	const room = doubleScratch();
	return {
		read(stretch) {
			const count = stretch.to - stretch.from;
			const [first, second] = [a.read(stretch), b.read(stretch)];
			const values = room(count);
			calculate(operator, first, second, values, count);
			// A result that is not finite is missing: then x - x is NaN, and else 0.
			for (let index = 0; index < count; index++)
				values[index] = (values[index] as number) + ((values[index] as number) - (values[index] as number));
			return values;
		},
	};
}

function calculate(operator: PlanArithmetic["operator"], left: Float64Array, right: Float64Array, into: Float64Array, count: number): void {
	switch (operator) {
		case "+":
			for (let index = 0; index < count; index++) into[index] = (left[index] as number) + (right[index] as number);
			return;
		case "-":
			for (let index = 0; index < count; index++) into[index] = (left[index] as number) - (right[index] as number);
			return;
		case "*":
			for (let index = 0; index < count; index++) into[index] = (left[index] as number) * (right[index] as number);
			return;
		case "/":
			for (let index = 0; index < count; index++) into[index] = (left[index] as number) / (right[index] as number);
	}
}

function datePart({ part, of, today = 0 }: PlanDatePart, scope: Scope): Numbers {
	const dates = prepareNumbers(of, scope);
	const room = doubleScratch();
	const reached = birthdayReached(today);
	return {
		read(stretch) {
			const count = stretch.to - stretch.from;
			const from = dates.read(stretch);
			const values = room(count);
			if (part === "month-day") for (let index = 0; index < count; index++) values[index] = (from[index] as number) % 10_000;
			else if (part === "month")
				for (let index = 0; index < count; index++) values[index] = Math.floor(((from[index] as number) % 10_000) / 100);
			else
				for (let index = 0; index < count; index++) {
					const date = from[index] as number;
					values[index] = date <= today ? Math.floor((reached - date) / 10_000) : Number.NaN;
				}
			return values;
		},
	};
}
