// A list of values, each with a button that takes it out, and a field for more: typed, picked, or pasted by the hundred.
import { html, nothing, type TemplateResult } from "lit";
import type { ConditionRow } from "../../document/row.ts";
import type { ValueInput } from "../../document/values.ts";
import { combobox } from "./combobox.ts";
import { icon } from "./icons.ts";
import { pastedValues, withoutBlanks } from "./pasted-values.ts";
import type { SubjectType } from "./subject-type.ts";
import { refuse } from "./text-control.ts";
import { shownNumber } from "./typed-number.ts";
import { valueSuggestions } from "./value-suggestions.ts";
import { readNumber } from "./value-view.ts";
import { keyOf, type View } from "./view.ts";

/** Values that are drawn of a long list until someone asks for all. */
export const maxShownValues = 60;

/** Pasted values that are named in the sentence that says why they were not taken, and those that stay in the field. */
const maxNamed = 5;
const maxMended = 50;

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
	/** What cannot be read stays in the field, to be mended. */
	const add = (values: readonly string[]): boolean => {
		const inputs = values.map(read);
		const good = inputs.filter((input) => input !== undefined);
		const bad = values.filter((_, index) => !inputs[index]);
		if (good.length > 0 && !commands.conditions.addValues(id, good)) return false;
		typing.end(key);
		if (bad.length === 0) return true;
		typing.type(key, bad.slice(0, maxMended).join("; "), "");
		acts.refuse(id, say.notNumbers(formats, bad.length > maxNamed ? [...bad.slice(0, maxNamed), "…"] : bad));
		return false;
	};
	const isNumber = (words: string): boolean => isOfNumbers(type) && read(words) !== undefined;
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
		commit(typed) {
			const values = isOfNumbers(type) ? pastedValues(typed, isNumber) : [typed];
			return withoutBlanks(typed) === "" || add(values);
		},
		keydown: (event) => takeBack(event, chips.length, () => commands.conditions.removeValue(id, chips.length - 1)),
		paste: (event) =>
			paste(
				event,
				(text) => pastedValues(text, isNumber),
				(values) => add(values) || refuse(view, key),
			),
	})}`;
}

/** Several values are added at once. A single one stands in the field as it is meant, and more can be typed. */
export function paste(event: ClipboardEvent, read: (text: string) => readonly string[], add: (values: readonly string[]) => void): void {
	const text = event.clipboardData?.getData("text/plain") ?? "";
	const [value, ...others] = read(text);
	if (value === undefined || (others.length === 0 && value === text)) return;
	event.preventDefault();
	if (others.length > 0) {
		add([value, ...others]);
		return;
	}
	const field = event.currentTarget as HTMLInputElement;
	field.setRangeText(value, field.selectionStart ?? 0, field.selectionEnd ?? 0, "end");
	field.dispatchEvent(new InputEvent("input", { bubbles: true }));
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
const isOfNumbers = ({ type, items, names }: SubjectType): boolean => (type === "list" ? items : type) === "number" && !names;

export function valueTyped(typed: string, type: SubjectType, language: string): ValueInput | undefined {
	const of = type.type === "list" ? type.items : type.type;
	if (of === "text" || of === undefined) return { kind: "text", value: withoutBlanks(typed) };
	if (isOfNumbers(type)) return readNumber(typed, language);
	return { kind: "words", text: typed };
}
