// A point in time: a date, a moment, some time ago or from now, today and its like; anything else is written out.
import { html, nothing, type TemplateResult } from "lit";
import type { Operand } from "../../document/operand.ts";
import type { ValueInput } from "../../document/values.ts";
import { formatDate, parseDate } from "../../values/civil-date.ts";
import { formatInstant, millisecondsPerHour, millisecondsPerMinute } from "../../values/instant.ts";
import { timeZone } from "../../values/time-zone.ts";
import type { Joining } from "./acts.ts";
import { amountAndUnit } from "./amount-value.ts";
import { selectControl } from "./select-control.ts";
import { type TextControl, textControl } from "./text-control.ts";
import type { ValuePlace } from "./value-view.ts";
import { keyOf, type View } from "./view.ts";
import type { TimeKind } from "./words.ts";
import { wordsValue } from "./words-value.ts";

export function dateValue(view: View, place: ValuePlace, type: "date" | "datetime"): TemplateResult {
	const { row, index, operand } = place;
	const { say, commands, panels } = view;
	const key = keyOf(row, `value-${index}`);
	const kind = panels.written.has(key) ? "words" : timeKindOf(operand);
	const kinds: readonly TimeKind[] =
		type === "datetime"
			? ["date", "moment", "ago", "from-now", "today", "yesterday", "tomorrow", "now", "words"]
			: ["date", "ago", "from-now", "today", "yesterday", "tomorrow", "words"];
	return html`${selectControl({
		key: keyOf(row, `kind-${index}`),
		label: say.timeKind,
		part: "kind",
		value: kind,
		options: (kinds.includes(kind) ? kinds : [kind, ...kinds]).map((each) => ({ value: each, words: say.timeKinds[each] })),
		choose(chosen) {
			const isWords = chosen === "words";
			commands.unfolding.writeOut(key, isWords);
			if (!isWords) commands.conditions.setOperand(row.id, index, valueOfKind(chosen as TimeKind, operand, view));
		},
	})}${editorOf(view, place, kind)}`;
}

/** What is between the two dates of a condition, or behind its operator, without another choice of its kind. */
function editorOf(view: View, place: ValuePlace, kind: TimeKind): TemplateResult | typeof nothing {
	const { row, index, operand } = place;
	const { commands } = view;
	const key = keyOf(row, `value-${index}`);
	switch (kind) {
		case "date":
			return dateInput(view, place);
		case "moment":
			return momentInput(view, place);
		case "ago":
		case "from-now": {
			const { value } = operand;
			const [amount, unit] = value.kind === "relative" ? [value.amount, value.unit] : [30, "day" as const];
			const direction = kind === "ago" ? "ago" : "from-now";
			return amountAndUnit(view, {
				row,
				index,
				amount,
				unit,
				units: ["minute", "hour", "day", "week", "month", "year"],
				set: (newAmount, newUnit, joining) =>
					commands.conditions.setOperand(row.id, index, { kind: "relative", amount: newAmount, unit: newUnit, direction }, joining),
			});
		}
		case "words":
			return wordsValue(view, { key, ...place });
		default:
			return nothing;
	}
}

export function timeKindOf({ value, editor }: Operand): TimeKind {
	if (editor === "hole") return "date";
	switch (value.kind) {
		case "date":
			return value.day === undefined ? "words" : "date";
		case "instant":
			return "moment";
		case "point":
			return value.point;
		case "relative":
			return value.direction;
		default:
			return "words";
	}
}

/** A value to begin with; length and date stay where there are some. */
export function valueOfKind(kind: TimeKind, { value }: Operand, { session }: View): ValueInput {
	const zone = timeZone(session.timeZone);
	switch (kind) {
		case "date":
			return dateOf(value.kind === "instant" ? zone.dateOf(value.value) : zone.dateOf(session.now));
		case "moment": {
			const date = value.kind === "date" && value.day !== undefined ? value.year * 10_000 + value.month * 100 + value.day : undefined;
			return momentOf(date === undefined ? session.now : zone.startOfDay(date), session.timeZone);
		}
		case "ago":
		case "from-now": {
			const [amount, unit] = value.kind === "relative" ? [value.amount, value.unit] : [30, "day" as const];
			return { kind: "relative", amount, unit, direction: kind };
		}
		case "words":
			return { kind: "words", text: "?" };
		default:
			return { kind: "point", point: kind };
	}
}

const dateOf = (date: number): ValueInput => ({
	kind: "date",
	year: Math.floor(date / 10_000),
	month: Math.floor(date / 100) % 100,
	day: date % 100,
});

const momentOf = (value: number, zone: string): ValueInput => ({ kind: "instant", value, text: formatInstant(value, timeZone(zone)) });

function dateInput(view: View, place: ValuePlace): TemplateResult {
	const { value } = place.operand;
	return calendarField(view, place, {
		label: `${place.label}: ${view.say.date}`,
		value: value.kind === "date" && value.day !== undefined ? formatDate(value.year * 10_000 + value.month * 100 + value.day) : "",
		calendar: { type: "date", least: "1900-01-01", most: "2299-12-31" },
		read(typed) {
			const date = parseDate(typed);
			return date === undefined ? undefined : dateOf(date);
		},
	});
}

function momentInput(view: View, place: ValuePlace): TemplateResult {
	const { value } = place.operand;
	const { timeZone: zone } = view.session;
	const step = value.kind === "instant" && value.value % millisecondsPerMinute !== 0 ? "1" : "60";
	return calendarField(view, place, {
		label: view.say.moment(view.formats, zone),
		value: value.kind === "instant" ? localTime(value.value, zone) : "",
		calendar: { type: "datetime-local", least: "1900-01-01T00:00", most: "2299-12-31T23:59", step },
		read(typed) {
			const moment = readLocalTime(typed, zone);
			return moment === undefined ? undefined : momentOf(moment, zone);
		},
	});
}

type Calendar = Pick<TextControl, "label" | "value" | "calendar"> & { readonly read: (typed: string) => ValueInput | undefined };

function calendarField(view: View, { row, index, operand }: ValuePlace, { read, ...calendar }: Calendar): TemplateResult {
	const { commands, typing, say } = view;
	const set = (typed: string, joining?: Joining): boolean =>
		commands.conditions.setOperand(row.id, index, read(typed) ?? { kind: "words", text: "?" }, joining);
	return textControl(view, {
		...calendar,
		key: keyOf(row, `value-${index}`),
		part: "value",
		classes: operand.editor === "hole" ? "hole" : "",
		problem: (typed, { validity }) => (validity.badInput || (typed !== "" && !read(typed))) && say.noDate,
		write: (typed) => set(typed, { drag: typing.drag }),
		commit: (typed) => set(typed),
	});
}

const two = (number: number): string => String(number).padStart(2, "0");

/** `2026-05-01T10:00`, with seconds where there are some. */
export function localTime(instant: number, zone: string): string {
	const local = timeZone(zone);
	const inDay = local.millisecondOfDay(instant);
	const [hour, minute, second] = [
		Math.floor(inDay / millisecondsPerHour),
		Math.floor(inDay / millisecondsPerMinute) % 60,
		Math.floor(inDay / 1000) % 60,
	];
	return `${formatDate(local.dateOf(instant))}T${two(hour)}:${two(minute)}${second === 0 ? "" : `:${two(second)}`}`;
}

export function readLocalTime(text: string, zone: string): number | undefined {
	const parts = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?$/.exec(text);
	const date = parts?.[1] === undefined ? undefined : parseDate(parts[1]);
	if (!parts || date === undefined) return undefined;
	const [hour, minute, second] = [Number(parts[2]), Number(parts[3]), Number(parts[4] ?? 0)];
	if (hour > 23 || minute > 59 || second > 59) return undefined;
	return timeZone(zone).at(date, ((hour * 60 + minute) * 60 + second) * 1000);
}
