// A length of time: a whole number and a unit.
import { html, type TemplateResult } from "lit";
import type { ConditionRow } from "../../document/row.ts";
import type { Unit } from "../../syntax/ast.ts";
import { selectControl } from "./select-control.ts";
import { textControl } from "./text-control.ts";
import { keyOf, type View } from "./view.ts";

export interface Length<Units extends Unit> {
	readonly row: ConditionRow;
	readonly index: number;
	readonly amount: number;
	readonly unit: Units;
	readonly units: readonly Units[];
	/** True when the text says it now. */
	readonly set: (amount: number, unit: Units, typedAt?: number) => boolean;
}

export function amountAndUnit<Units extends Unit>(view: View, { row, index, amount, unit, units, set }: Length<Units>): TemplateResult {
	const { say, acts } = view;
	const all: readonly Units[] = units.includes(unit) ? units : [unit, ...units];
	return html`${textControl(view, {
		key: keyOf(row, `value-${index}`),
		label: say.amount,
		value: String(amount),
		part: "value",
		classes: "amount",
		inputMode: "numeric",
		write(typed, at) {
			const number = wholeNumber(typed);
			return number !== undefined && set(number, unit, at);
		},
		commit(typed) {
			const number = wholeNumber(typed);
			if (number !== undefined) return set(number, unit);
			acts.refuse(row.id, say.noNumber);
			return false;
		},
	})}${selectControl({
		key: keyOf(row, `unit-${index}`),
		label: say.unit,
		part: "unit",
		value: unit,
		options: all.map((each) => ({ value: each, words: say.units[each] })),
		choose: (chosen) => void set(amount, chosen as Units),
	})}`;
}

/** 0 to 999,999,999. */
export const wholeNumber = (typed: string): number | undefined => (/^\d{1,9}$/.test(typed.trim()) ? Number(typed) : undefined);
