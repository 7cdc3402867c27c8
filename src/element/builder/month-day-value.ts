// A day of any year.
import { html, type TemplateResult } from "lit";
import { daysInMonth } from "../../values/civil-date.ts";
import { nameOf } from "./name-value.ts";
import { selectControl } from "./select-control.ts";
import type { ValuePlace } from "./value-view.ts";
import { keyOf, type View } from "./view.ts";

/** Has a 29 February. */
const leapYear = 2024;

export function monthDayValue(view: View, { row, index, operand }: ValuePlace): TemplateResult {
	const { say, formats, commands } = view;
	const { value } = operand;
	const [month, day] = value.kind === "month-day" ? [value.month, value.day] : [undefined, undefined];
	const set = (newMonth: number, newDay: number): void => {
		commands.conditions.setOperand(row.id, index, {
			kind: "month-day",
			month: newMonth,
			day: Math.min(newDay, daysInMonth(leapYear, newMonth)),
		});
	};
	const choose = { value: "", words: say.choose };
	return html`${selectControl({
		key: keyOf(row, `value-${index}`),
		label: say.month,
		part: "value",
		classes: month === undefined ? "hole" : "",
		value: month === undefined ? "" : String(month),
		options: [
			...(month === undefined ? [choose] : []),
			...Array.from({ length: 12 }, (_, at) => ({ value: String(at + 1), words: nameOf(at + 1, "month", formats) })),
		],
		choose: (chosen) => chosen !== "" && set(Number(chosen), day ?? 1),
	})}
	${selectControl({
		key: keyOf(row, `day-${index}`),
		label: say.day,
		part: "value",
		classes: day === undefined ? "hole" : "",
		value: day === undefined ? "" : String(day),
		options: [
			...(day === undefined ? [choose] : []),
			...Array.from({ length: daysInMonth(leapYear, month ?? 1) }, (_, at) => ({ value: String(at + 1), words: formats.number(at + 1) })),
		],
		choose: (chosen) => chosen !== "" && set(month ?? 1, Number(chosen)),
	})}`;
}
