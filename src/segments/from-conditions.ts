// The seed system's conditions to a text: all eleven operators, exactly or not at all. Conditions are joined by `and`, one a line.
import type { Catalogue } from "../fields/catalogue.ts";
import type { ScalarField } from "../fields/field.ts";
import { shown } from "../fields/shown.ts";
import { printName } from "../syntax/names.ts";
import { printText } from "../syntax/print-expression.ts";
import { parseDate } from "../values/civil-date.ts";
import { isUsableNumber } from "../values/number.ts";
import { isUsableText } from "../values/text.ts";
import type { DocumentProblem } from "./problem.ts";
import { fieldOfDocument } from "./built-in-names.ts";
import { isRelativeDate, isSeedOperator, type SeedOperator, type SeedRelativeDate, seedOperators } from "./seed-condition.ts";

export type ConditionsAsText = { readonly text: string } | { readonly problems: readonly DocumentProblem[] };

/**
 * The text of `conditions`, whose built-in fields are spelt either way, or every problem at once with its pointer below `pointer`. No condition at all is a problem too: it would mean
 * everyone.
 */
export function fromConditions(conditions: unknown, catalogue: Catalogue, pointer = "/conditions"): ConditionsAsText {
	if (!Array.isArray(conditions)) return { problems: [{ pointer, message: '"conditions" must be a list.' }] };
	if (conditions.length === 0)
		return { problems: [{ pointer, message: "There is no condition. Add one: a segment without conditions would be everyone." }] };
	const problems: DocumentProblem[] = [];
	const texts = conditions.map((condition, index) => {
		const reading: Reading = {
			report(at, message) {
				problems.push({ pointer: `${pointer}/${index}${at}`, message });
			},
		};
		return conditionText(condition, catalogue, reading);
	});
	return problems.length > 0 ? { problems } : { text: texts.join("\nand ") };
}

interface Reading {
	report(at: string, message: string): undefined;
}

const missing = (key: string, where: "condition" | "range" | "relative date"): string => `There is no "${key}" in this ${where}. Add it.`;

const unknownWord = (what: string, value: unknown, fix: string): string =>
	typeof value === "string" ? `The ${what} ${shown(value)} is not known. ${fix}` : `The ${what} must be text, not ${shown(value)}. ${fix}`;

/** A value that begins a sentence. */
const atStart = (value: unknown): string => shown(value).replace(/^a/, "A");

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);

function conditionText(condition: unknown, catalogue: Catalogue, reading: Reading): string | undefined {
	if (!isObject(condition)) return reading.report("", 'A condition is an object with "field", "operator" and "value".');
	const { field: name, operator, value, type } = condition;
	if (type !== undefined && type !== "property") reading.report("/type", unknownWord("type", type, 'Use "property" or leave it out.'));
	if (operator === undefined) return reading.report("/operator", missing("operator", "condition"));
	if (!isSeedOperator(operator))
		return reading.report("/operator", unknownWord("operator", operator, `Use one of ${seedOperators.join(", ")}.`));
	if (name === undefined) return reading.report("/field", missing("field", "condition"));
	if (typeof name !== "string") return reading.report("/field", `The field must be text, not ${shown(name)}. Write its name.`);
	const field = fieldOfDocument(name, catalogue);
	if (!field) return reading.report("/field", `There is no field ${shown(name)} in the catalogue. Add it or use another.`);
	if (!field.exposure.includes("segments")) {
		const message = `"${field.name}" is only for merge fields. To use it in conditions, expose it to segments in the field catalogue.`;
		return reading.report("/field", message);
	}
	const subject = printName(field.name);
	if (operator === "exists" || operator === "not_exists") return presence(subject, operator, value, reading);
	if (value === undefined) return reading.report("/value", missing("value", "condition"));
	if (operator === "array_contains") {
		if (field.type !== "list") return reading.report("/operator", `"array_contains" needs a list, but "${field.name}" is not one.`);
		const items = literals(value, field.items, field.name, reading);
		return items && (items.length === 1 ? `${subject} has ${items[0]}` : `${subject} has any of (${items.join(", ")})`);
	}
	if (field.type === "list" || field.type === "collection") {
		return reading.report(
			"/operator",
			`"${operator}" cannot test "${field.name}", which is a ${field.type}. Use array_contains, exists or not_exists.`,
		);
	}
	return scalarTest(subject, operator, value, field, reading);
}

function presence(subject: string, operator: "exists" | "not_exists", value: unknown, reading: Reading): string | undefined {
	const isEmpty = value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);
	if (!isEmpty) return reading.report("/value", `"${operator}" takes no value. Write [].`);
	return operator === "exists" ? `${subject} is set` : `${subject} is missing`;
}

function scalarTest(subject: string, operator: SeedOperator, value: unknown, field: ScalarField, reading: Reading): string | undefined {
	const isDate = field.type === "date" || field.type === "datetime";
	switch (operator) {
		case "equals":
		case "not_equals": {
			const items = isDate ? points(value, reading) : literals(value, field.type as "text" | "number" | "boolean", field.name, reading);
			if (!items) return undefined;
			const not = operator === "not_equals";
			if (items.length === 1)
				return isDate ? `${subject} ${not ? "not on" : "on"} ${items[0]}` : `${subject} ${not ? "!=" : "="} ${items[0]}`;
			return `${subject} ${not ? "not in" : "in"} (${items.join(", ")})`;
		}
		case "greater_than":
		case "less_than": {
			if (field.type !== "number" && !isDate)
				return reading.report("/operator", `"${operator}" needs a number or a date, but "${field.name}" is ${field.type}.`);
			const [item, ...more] = (isDate ? points(value, reading) : literals(value, "number", field.name, reading)) ?? [];
			if (item === undefined) return undefined;
			if (more.length > 0) return reading.report("/value", `"${operator}" takes one value.`);
			const words = isDate ? { greater_than: "after", less_than: "before" } : { greater_than: ">", less_than: "<" };
			return `${subject} ${words[operator]} ${item}`;
		}
		default:
			if (!isDate) return reading.report("/operator", `"${operator}" needs a date, but "${field.name}" is ${field.type}.`);
			return dateTest(subject, operator, value, reading);
	}
}

function dateTest(subject: string, operator: SeedOperator, value: unknown, reading: Reading): string | undefined {
	switch (operator) {
		case "equals_month_day_year": {
			const items = points(value, reading);
			return items && (items.length === 1 ? `${subject} on ${items[0]}` : `${subject} in (${items.join(", ")})`);
		}
		case "equals_month_day": {
			const items = listOf(value).map((item, index) => monthDayTest(subject, item, listPointer(value, index), reading));
			if (!items.every((item) => item !== undefined)) return undefined;
			return items.length === 1 ? items[0] : `any of (${items.join(", ")})`;
		}
		case "between_month_day_year": {
			const range = readRange(value, reading);
			return range && `${subject} between ${range.map(pointText).join(" and ")}`;
		}
		case "between_month_day": {
			const range = readRange(value, reading);
			if (!range) return undefined;
			const [start, end] = range;
			if (typeof start === "string" && typeof end === "string")
				return `${subject} month-day between ${monthDay(start)} and ${monthDay(end)}`;
			return `${subject} anniversary between ${range.map(pointText).join(" and ")}`;
		}
		default:
			return undefined;
	}
}

function monthDayTest(subject: string, value: unknown, at: string, reading: Reading): string | undefined {
	const date = readDate(value, at, reading);
	if (date === undefined) return undefined;
	return typeof date === "string" ? `${subject} month-day = ${monthDay(date)}` : `${subject} anniversary ${pointText(date)}`;
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);
const listPointer = (value: unknown, index: number): string => (Array.isArray(value) ? `/value/${index}` : "/value");

/** One or more values as the language writes them. */
function literals(value: unknown, type: "text" | "number" | "boolean", name: string, reading: Reading): readonly string[] | undefined {
	if (Array.isArray(value) && value.length === 0) return reading.report("/value", "The list of values is empty. Add one.");
	const wanted = { text: "text", number: "a number", boolean: "true or false" }[type];
	const items = listOf(value).map((item, index) => {
		if (type === "text" && typeof item === "string" && isUsableText(item)) return printText(item);
		if (type === "number" && isUsableNumber(item)) return String(item);
		if (type === "boolean" && typeof item === "boolean") return String(item);
		return reading.report(listPointer(value, index), `${atStart(item)} does not fit "${name}", which is ${wanted}.`);
	});
	return items.every((item) => item !== undefined) ? items : undefined;
}

type Day = string | SeedRelativeDate;

function points(value: unknown, reading: Reading): readonly string[] | undefined {
	if (Array.isArray(value) && value.length === 0) return reading.report("/value", "The list of dates is empty. Add one.");
	const dates = listOf(value).map((item, index) => readDate(item, listPointer(value, index), reading));
	return dates.every((date) => date !== undefined) ? dates.map(pointText) : undefined;
}

/** A date is a day wherever the reader is: it is never turned into an instant. */
function readDate(value: unknown, at: string, reading: Reading): Day | undefined {
	if (isRelativeDate(value)) return readRelative(value, at, reading);
	if (typeof value === "string" && parseDate(value) !== undefined) return value;
	return reading.report(at, `${atStart(value)} is not a date. Write YYYY-MM-DD or a relative date.`);
}

const units = ["days", "weeks", "months", "years"] as const;

function readRelative(value: SeedRelativeDate, at: string, reading: Reading): SeedRelativeDate | undefined {
	const { value: count, unit, direction } = value;
	const report = (key: keyof SeedRelativeDate, message: string): undefined =>
		reading.report(`${at}/${key}`, value[key] === undefined ? missing(key, "relative date") : message);
	if (!Number.isInteger(count) || count < 0 || count > 100_000)
		return report("value", `${atStart(count)} cannot count days. Write a whole number, 0 or more.`);
	if (!units.includes(unit)) return report("unit", unknownWord("unit", unit, `Use ${units.join(", ")}.`));
	if (direction !== "before" && direction !== "after")
		return report("direction", unknownWord("direction", direction, 'Use "before" or "after".'));
	return value;
}

/** Days count from today, so that the answer does not depend on the hour: `today - 3 days`. */
function pointText(date: Day): string {
	if (typeof date === "string") return date;
	if (date.value === 0) return "today";
	return `today ${date.direction === "before" ? "-" : "+"} ${date.value} ${date.unit}`;
}

const monthDay = (date: string): string => `--${date.slice(5)}`;

function readRange(value: unknown, reading: Reading): readonly [Day, Day] | undefined {
	if (!isObject(value)) return reading.report("/value", 'A range is { "startDate": …, "endDate": … }.');
	const endOf = (key: "startDate" | "endDate"): Day | undefined =>
		value[key] === undefined ? reading.report(`/value/${key}`, missing(key, "range")) : readDate(value[key], `/value/${key}`, reading);
	const start = endOf("startDate");
	const end = endOf("endDate");
	if (start === undefined || end === undefined) return undefined;
	if (typeof start !== typeof end) return reading.report("/value", "Both ends of a range must be dates, or both relative. Change one.");
	return [start, end];
}
