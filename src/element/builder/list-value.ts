// A list of values, each with a button that takes it out, and a field for more: typed, picked, or pasted by the hundred.
import { html, nothing, type TemplateResult } from "lit";
import type { ConditionRow } from "../../document/row.ts";
import type { ValueInput } from "../../document/values.ts";
import { combobox } from "./combobox.ts";
import { icon } from "./icons.ts";
import { pastedValues } from "./pasted-values.ts";
import type { SubjectType } from "./subject-type.ts";
import { shownNumber } from "./typed-number.ts";
import { valueSuggestions } from "./value-suggestions.ts";
import { readNumber } from "./value-view.ts";
import { keyOf, type View } from "./view.ts";

/** Values that are drawn of a long list until someone asks for all. */
export const maxShownValues = 60;

export interface Chip {
	/** As people read it. */
	readonly shown: string;
	/** As it stands in the text. */
	readonly words: string;
}

export function listValue(view: View, row: ConditionRow, type: SubjectType): TemplateResult {
	const { say, commands, acts, formats, document, typing } = view;
	const { id } = row;
	const chips = chipsOf(row, document.text, formats.language);
	const key = keyOf(row, "entry");
	const read = (typed: string): ValueInput | undefined => valueTyped(typed, type, formats.language);
	const add = (values: readonly string[]): boolean => {
		const inputs = values.map(read);
		const bad = values.filter((_, index) => !inputs[index]);
		if (bad.length > 0) {
			acts.refuse(id, say.notNumbers(formats, bad.slice(0, 3)));
			return false;
		}
		typing.end(key);
		return commands.conditions.addValues(id, inputs as ValueInput[]);
	};
	return html`${chipList(view, id, chips, (index) => commands.conditions.removeValue(id, index))}${combobox(view, {
		key,
		label: chips.length === 0 ? say.values : say.addValue,
		value: "",
		part: "value",
		classes: `entry${chips.length === 0 ? " hole" : ""}`,
		placeholder: chips.length === 0 ? say.choose : say.addValue,
		find: valueSuggestions(
			view,
			{ row, type },
			(input) => {
				typing.end(key);
				commands.conditions.addValues(id, [input]);
			},
			true,
		),
		commit: (typed) => typed.trim() === "" || add([typed]),
		keydown: (event) => takeBack(event, chips.length, () => commands.conditions.removeValue(id, chips.length - 1)),
		paste(event) {
			const text = event.clipboardData?.getData("text/plain") ?? "";
			const values = pastedValues(text);
			if (values.length < 2) return;
			event.preventDefault();
			add(values);
		},
	})}`;
}

/** Values as buttons that remove them; of many, the first ones. */
export function chipList(view: View, id: number, chips: readonly Chip[], remove: (index: number) => void): TemplateResult | typeof nothing {
	const { say, formats, panels, commands } = view;
	if (chips.length === 0) return nothing;
	const shown = panels.whole.has(id) ? chips : chips.slice(0, maxShownValues);
	return html`<ul class="chips" part="values" aria-label=${say.values}>
		${shown.map(
			({ shown: words }, index) => html`<li class="chip" part="chip">
				<span dir="auto" translate="no">${words}</span>
				<button
					type="button"
					data-key=${keyOf(id, `chip-${index}`)}
					aria-label=${say.removeValue(formats, words)}
					@click=${() => {
						remove(index);
						commands.focus(index > 0 ? keyOf(id, `chip-${index - 1}`) : keyOf(id, "entry"));
					}}
				>${icon("remove")}</button>
			</li>`,
		)}
		${
			shown.length < chips.length
				? html`<li><button type="button" data-key=${keyOf(id, "whole")} @click=${() => commands.unfolding.showWhole(id)}>${say.showAll(formats, chips.length)}</button></li>`
				: nothing
		}
	</ul>`;
}

/** Backspace in an empty field takes the last value back. */
export function takeBack(event: KeyboardEvent, count: number, remove: () => void): boolean {
	if (event.key !== "Backspace" || count === 0 || (event.target as HTMLInputElement).value !== "") return false;
	event.preventDefault();
	remove();
	return true;
}

function chipsOf(row: ConditionRow, text: string, language: string): readonly Chip[] {
	return row.operands
		.filter(({ editor }) => editor !== "hole")
		.map(({ value, span }) => {
			const words = text.slice(span.from, span.to);
			return { words, shown: value.kind === "text" ? value.value : value.kind === "number" ? shownNumber(value.value, language) : words };
		});
}

/** Of texts and numbers; other values are written out. */
export function valueTyped(typed: string, { type, items, names }: SubjectType, language: string): ValueInput | undefined {
	const of = type === "list" ? items : type;
	if (of === "text" || of === undefined) return { kind: "text", value: typed.trim() };
	if (of === "number" && !names) return readNumber(typed, language);
	return { kind: "words", text: typed };
}
