// A month or a day of the week, by its name in the reader's language.
import type { TemplateResult } from "lit";
import type { Formats } from "../guest/formats.ts";
import { selectControl } from "./select-control.ts";
import type { ValuePlace } from "./value-view.ts";
import { keyOf, type View } from "./view.ts";

const words = {
	month: ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
	weekday: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
} as const;

export function nameValue(view: View, { row, index, operand, label }: ValuePlace, names: "month" | "weekday"): TemplateResult {
	const { say, formats, commands } = view;
	const at = numberOf(operand.value, names);
	const isKnown = at !== undefined && words[names][at - 1] !== undefined;
	const written = view.document.text.slice(operand.span.from, operand.span.to);
	return selectControl({
		key: keyOf(row, `value-${index}`),
		label,
		part: "value",
		classes: operand.editor === "hole" ? "hole" : "",
		value: isKnown ? String(at) : "",
		options: [
			...(isKnown ? [] : [{ value: "", words: operand.editor === "hole" ? say.choose : written }]),
			...words[names].map((_, number) => ({ value: String(number + 1), words: nameOf(number + 1, names, formats) })),
		],
		choose(chosen) {
			const word = words[names][Number(chosen) - 1];
			if (word) commands.conditions.setOperand(row.id, index, { kind: "words", text: word });
		},
	});
}

/** January and Monday are 1. */
export function nameOf(number: number, names: "month" | "weekday", { language }: Formats): string {
	// 1 January 2024 was a Monday.
	const date = names === "month" ? Date.UTC(2024, number - 1, 1) : Date.UTC(2024, 0, number);
	return new Intl.DateTimeFormat(language, { timeZone: "UTC", [names]: "long" }).format(date);
}

function numberOf(value: ValuePlace["operand"]["value"], names: "month" | "weekday"): number | undefined {
	if (value.kind === "number") return value.value;
	if (value.kind !== "field") return undefined;
	const word = value.name.toLowerCase().slice(0, 3);
	const at = (words[names] as readonly string[]).indexOf(word);
	return at < 0 ? undefined : at + 1;
}
