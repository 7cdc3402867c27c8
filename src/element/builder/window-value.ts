// A stretch of time: the last 30 days, this week, the last 3 full months.
import { html, type TemplateResult, type nothing } from "lit";
import type { ConditionRow } from "../../document/row.ts";
import type { ValueInput } from "../../document/values.ts";
import type * as ast from "../../syntax/ast.ts";
import type { Joining } from "./acts.ts";
import { amountAndUnit } from "./amount-value.ts";
import { selectControl } from "./select-control.ts";
import { keyOf, type View } from "./view.ts";
import type { WindowKind } from "./words.ts";

const kinds: readonly WindowKind[] = ["last", "next", "this", "last-calendar", "next-calendar", "last-full", "next-full"];

const calendarUnits: readonly ast.CalendarWindow["unit"][] = ["day", "week", "month", "quarter", "year"];
const rollingUnits: readonly ast.Unit[] = ["minute", "hour", "day", "week", "month", "year"];

export function windowValue(view: View, row: ConditionRow, index: number, window: ast.Window): TemplateResult {
	const { say, commands } = view;
	const kind = windowKindOf(window);
	const set = (next: ValueInput, joining?: Joining): boolean => commands.conditions.setOperand(row.id, index, next, joining);
	return html`${selectControl({
		key: keyOf(row, `kind-${index}`),
		label: say.timeKind,
		part: "kind",
		value: kind,
		options: kinds.map((each) => ({ value: each, words: say.windowKinds[each] })),
		choose: (chosen) => void set(windowOfKind(chosen as WindowKind, window)),
	})}${windowLength(view, row, index, window, kind, set)}`;
}

export function windowLength(
	view: View,
	row: ConditionRow,
	index: number,
	window: ast.Window,
	kind: WindowKind,
	set: (next: ValueInput, joining?: Joining) => boolean,
): TemplateResult | typeof nothing {
	const { say } = view;
	if (kind === "this") {
		return selectControl({
			key: keyOf(row, `unit-${index}`),
			label: say.unit,
			part: "unit",
			value: window.unit,
			options: calendarUnits.map((unit) => ({ value: unit, words: say.units[unit] })),
			choose: (unit) => void set({ ...windowOfKind("this", window), unit } as ValueInput),
		});
	}
	const units: readonly ast.Unit[] = window.kind === "rolling" ? rollingUnits : calendarUnits;
	return amountAndUnit(view, {
		row,
		index,
		amount: window.amount,
		unit: window.unit,
		units,
		set: (amount, unit, joining) => set({ ...windowOfKind(kind, window), amount, unit } as ValueInput, joining),
	});
}

export function windowKindOf(window: ast.Window): WindowKind {
	if (window.kind === "rolling") return window.direction;
	if (window.direction === "this") return "this";
	return `${window.direction}-${window.includesCurrent ? "calendar" : "full"}`;
}

/** The same length in another way, where it has one. */
export function windowOfKind(kind: WindowKind, { amount, unit }: Pick<ast.Window, "amount" | "unit">): ValueInput {
	if (kind === "last" || kind === "next") return { kind: "rolling", direction: kind, amount, unit };
	const whole = calendarUnits.find((each) => each === unit) ?? "day";
	if (kind === "this") return { kind: "calendar", direction: "this", amount: 1, unit: whole, includesCurrent: false };
	const direction = kind.startsWith("last") ? "last" : "next";
	return { kind: "calendar", direction, amount, unit: whole, includesCurrent: kind.endsWith("calendar") };
}
