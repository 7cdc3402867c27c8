// A length of time: a whole number and a unit.
import { html, type TemplateResult } from "lit";
import type { ConditionRow } from "../../document/row.ts";
import type { Unit } from "../../syntax/ast.ts";
import type { Joining } from "./acts.ts";
import { selectControl } from "./select-control.ts";
import { type TextControl, textControl } from "./text-control.ts";
import { readTypedNumber } from "./typed-number.ts";
import { keyOf, type View } from "./view.ts";

export interface Length<Units extends Unit> {
	readonly row: ConditionRow;
	readonly index: number;
	readonly amount: number;
	readonly unit: Units;
	readonly units: readonly Units[];
	/** True when the text says it now. */
	readonly set: (amount: number, unit: Units, joining?: Joining) => boolean;
}

export function amountAndUnit<Units extends Unit>(view: View, { row, index, amount, unit, units, set }: Length<Units>): TemplateResult {
	const { say, typing, formats } = view;
	const all: readonly Units[] = units.includes(unit) ? units : [unit, ...units];
	return html`${textControl(view, {
		key: keyOf(row, `value-${index}`),
		label: say.amount,
		value: String(amount),
		part: "value",
		...ofWholeNumber(view, (number) => set(number, unit)),
		write: (typed) => set(wholeNumber(typed, formats.language) ?? amount, unit, { drag: typing.drag }),
	})}${selectControl({
		key: keyOf(row, `unit-${index}`),
		label: say.unit,
		part: "unit",
		value: unit,
		options: all.map((each) => ({ value: each, words: say.units[each] })),
		choose: (chosen) => void set(amount, chosen as Units),
	})}`;
}

/** What a field for a whole number has in common with others. */
export const ofWholeNumber = ({ say, formats: { language } }: View, set: (number: number) => boolean) =>
	({
		classes: "amount",
		inputMode: "numeric",
		problem: (typed) => wholeNumber(typed, language) === undefined && say.noNumber,
		commit: (typed) => set(wholeNumber(typed, language) ?? 0),
	}) satisfies Partial<TextControl>;

/** 0 to 999,999,999. */
function wholeNumber(typed: string, language: string): number | undefined {
	const number = readTypedNumber(typed, language);
	return number !== undefined && Number.isInteger(number) && number >= 0 && number < 1_000_000_000 ? number : undefined;
}
