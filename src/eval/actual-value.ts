// What a profile has, as a person reads it: dates as dates in the tenant's zone, texts in quotes, a collection as "2 of 5".
import type { CheckedCondition, CheckedSegment, FieldValue, Value } from "../check/checked.ts";
import { aggregateRule } from "../rule/rule-of-aggregate.ts";
import { profileEnvironment } from "../rule/environment.ts";
import { presenceRule } from "../rule/rule-of-comparison.ts";
import { valueRule } from "../rule/rule-of-value.ts";
import { cut } from "../text/cut.ts";
import { printText } from "../syntax/print-expression.ts";
import { formatDate } from "../values/civil-date.ts";
import { formatInstant } from "../values/instant.ts";
import { timeZone } from "../values/time-zone.ts";
import { evaluate } from "./evaluate.ts";

export interface Actual {
	readonly text: string;
	readonly missing: boolean;
}

/** What the record has where the condition looks; undefined for conditions without a value of their own. */
export function actualValue(condition: CheckedCondition, record: unknown, segment: CheckedSegment): Actual | undefined {
	const subject = subjectOf(condition);
	if (!subject) return undefined;
	if (subject.kind === "some") return { text: countText(subject.condition, record), missing: false };
	if (subject.kind === "edge") return { text: edgeText(subject.condition, record), missing: false };
	const value = withoutPart(subject.value);
	const present = evaluate(presenceRule(value, profileEnvironment), record) === true;
	if (!present) return { text: "missing", missing: true };
	return { text: formatValue(evaluate(valueRule(value, profileEnvironment).rule, record), value.type, segment.timeZone), missing: false };
}

type Subject =
	| { readonly kind: "value"; readonly value: Value }
	| { readonly kind: "some"; readonly condition: Extract<CheckedCondition, { kind: "some" }> }
	| { readonly kind: "edge"; readonly condition: Extract<CheckedCondition, { kind: "edge" }> };

function subjectOf(condition: CheckedCondition): Subject | undefined {
	switch (condition.kind) {
		case "compare":
			return { kind: "value", value: condition.left };
		case "between":
		case "in":
		case "set":
		case "text":
			return { kind: "value", value: condition.value };
		case "has":
		case "has-all":
		case "empty":
			return { kind: "value", value: condition.list };
		case "some":
			return { kind: "some", condition };
		case "edge":
			return { kind: "edge", condition };
		case "not":
			return subjectOf(condition.item);
		case "and":
		case "or":
		case "at-least":
			return condition.items[0] && subjectOf(condition.items[0]);
		case "constant":
		case "reference":
			return undefined;
	}
}

/** The field itself: nobody wants to read its folded form, or a day of the year instead of the date. */
function withoutPart(value: Value): Value {
	if (value.kind === "date-part" && value.part === "month-day") return withoutPart(value.of);
	if (value.kind !== "field" || value.part === undefined || value.part === "weekday" || value.part === "hour") return value;
	const { part: _, ...field } = value;
	return { ...field, type: value.field.type };
}

function countText(condition: Extract<CheckedCondition, { kind: "some" }>, record: unknown): string {
	const count = (where: CheckedCondition | undefined): unknown =>
		evaluate(
			aggregateRule(
				{ kind: "aggregate", function: "count", collection: condition.collection, type: "number", ...(where && { where }) },
				profileEnvironment,
			),
			record,
		);
	return `${count(condition.where)} of ${elementsOf(condition.collection, count(undefined))}`;
}

function edgeText(condition: Extract<CheckedCondition, { kind: "edge" }>, record: unknown): string {
	const total = { kind: "aggregate", function: "count", collection: condition.collection, type: "number" } as const;
	return elementsOf(condition.collection, evaluate(aggregateRule(total, profileEnvironment), record));
}

const elementsOf = (collection: FieldValue, count: unknown): string => `${count} ${collection.field.name}`;

/** Items of a list, and UTF-16 units of a text, that are shown of what a profile has. */
const mostItems = 20;
const mostUnits = 300;

/** As a literal of the language where there is one; a day-and-time in `zone`. Long lists and texts are cut, and say so. */
export function formatValue(value: unknown, type: Value["type"], zone: string): string {
	if (Array.isArray(value)) return formatList(value);
	if (typeof value === "string") return formatItem(value);
	if (typeof value !== "number") return String(value);
	if (type === "date") return formatDate(value);
	if (type === "datetime") return formatInstant(value, timeZone(zone));
	if (type === "month-day") return `--${String(value + 10_000).slice(1, 3)}-${String(value + 10_000).slice(3)}`;
	return String(value);
}

function formatList(items: readonly unknown[]): string {
	if (items.length === 0) return "empty list";
	const shown = items.slice(0, mostItems).map(formatItem).join(", ");
	return items.length > mostItems ? `${shown} and ${(items.length - mostItems).toLocaleString("en-US")} more` : shown;
}

const formatItem = (item: unknown): string =>
	typeof item === "string" ? printText(cut(item, mostUnits)) : typeof item === "object" ? "{…}" : String(item);
