// `age()` in a rule is bound to the day it was compiled on. A text's is bound to the day it will be compiled on, so on another day only
// the birthday itself says the same.
import type { CheckedCondition, DatePartValue, Value } from "../../check/checked.ts";
import { formatDate, isLeapYear } from "../../values/civil-date.ts";
import { and, type Condition, compare, constant, or, source } from "./build.ts";
import type { Place } from "./json.ts";
import { note, type Reader, refuse } from "./reader.ts";
import { isLocalDay } from "./write-dates.ts";
import { realDateAtLeast, realDateAtMost } from "./real-dates.ts";

type Age = Extract<DatePartValue, { part: "age" }>;

/** The ages that the value asks for on another day than the reader's. */
function otherAges(value: Value, reader: Reader): readonly Age[] {
	switch (value.kind) {
		case "date-part":
			return value.part === "age" && value.today !== reader.today ? [value] : [];
		case "arithmetic":
			return [...otherAges(value.left, reader), ...otherAges(value.right, reader)];
		default:
			return [];
	}
}

/** The same condition without ages of another day; undefined after a report where there is none. Collections' insides are done already. */
export function withoutOtherAges(condition: CheckedCondition, place: Place, reader: Reader): Condition | undefined {
	const values = condition.kind === "compare" ? [condition.left, condition.right] : "value" in condition ? [condition.value as Value] : [];
	const [age] = values.filter((value) => typeof value === "object").flatMap((value) => otherAges(value, reader));
	if (!age) return condition;
	const day = formatDate(age.today);
	const translated = isDayOfProfile(age.of) ? translate(condition, age) : undefined;
	if (!translated) {
		return refuse(
			reader,
			place,
			`This asks for an age on ${day}, and a text asks for it on the day it is compiled. Compile the text with a clock on ${day}.`,
		);
	}
	note(reader, place, `The age is that of ${day}, the day this rule was made for, so the text compares the date itself.`);
	return translated;
}

/** The local day of a datetime cannot be compared with fixed days. */
const isDayOfProfile = (of: Value): boolean => of.kind === "aggregate" || (of.kind === "field" && !isLocalDay(of));

function translate(condition: CheckedCondition, age: Age): Condition | undefined {
	switch (condition.kind) {
		case "in":
			return condition.value === age ? or(condition.items.map((item) => atAge(age, Number(item)))) : undefined;
		case "between":
			return condition.value === age ? ages(age, Math.ceil(condition.low), Math.floor(condition.high) + 1) : undefined;
		case "compare":
			if (condition.left !== age || condition.right.kind !== "constant") return undefined;
			return compared(age, condition.operator, Number(condition.right.value));
		default:
			return undefined;
	}
}

function compared(age: Age, operator: "=" | "<" | "<=" | ">" | ">=", years: number): Condition {
	switch (operator) {
		case "=":
			return atAge(age, years);
		case "<":
			return ages(age, 0, Math.ceil(years));
		case "<=":
			return ages(age, 0, Math.floor(years) + 1);
		case ">":
			return ages(age, Math.floor(years) + 1, Number.POSITIVE_INFINITY);
		case ">=":
			return ages(age, Math.ceil(years), Number.POSITIVE_INFINITY);
	}
}

const atAge = (age: Age, years: number): Condition => (Number.isInteger(years) ? ages(age, years, years + 1) : constant(false));

/** `from` ≤ age < `to`, whole years; nobody born after `today` has an age. */
function ages({ of, today }: Age, from: number, to: number): Condition {
	// On 28 February of a common year birthdays on 29 February have been reached.
	const reached = today % 10_000 === 228 && !isLeapYear(Math.floor(today / 10_000)) ? today + 1 : today;
	const last = realDateAtMost(Math.min(today, reached - Math.max(from, 0) * 10_000));
	const first = to === Number.POSITIVE_INFINITY ? undefined : realDateAtLeast(reached - to * 10_000 + 1);
	if (last === undefined || (first === undefined && to !== Number.POSITIVE_INFINITY)) return constant(false);
	const day = (value: number): Value => ({ kind: "constant", value, type: "date" });
	if (first === undefined) return compare("<=", of, day(last));
	if (first > last) return constant(false);
	return and([{ kind: "between", value: of, low: first, high: last, source }]);
}
