// A value as the language writes it: another field, a calculation, a date with a shift, or something with a mistake in it.
import type { TemplateResult } from "lit";
import { combobox } from "./combobox.ts";
import { valueSuggestions } from "./value-suggestions.ts";
import type { ValuePlace } from "./value-view.ts";
import type { View } from "./view.ts";

export function wordsValue(view: View, { key, ...place }: ValuePlace & { readonly key: string }): TemplateResult {
	const { row, index, operand } = place;
	const { commands, typing, say, document } = view;
	const { id } = row;
	return combobox(view, {
		key,
		label: say.valueAsText,
		value: operand.editor === "hole" ? "" : document.text.slice(operand.span.from, operand.span.to),
		part: "value",
		classes: `code${operand.editor === "hole" ? " hole" : ""}`,
		placeholder: say.choose,
		isCode: true,
		find: valueSuggestions(view, place, (input) => {
			typing.end(key);
			commands.conditions.setOperand(id, index, input);
		}),
		commit: (typed) => commands.conditions.setOperand(id, index, { kind: "words", text: typed.trim() === "" ? "?" : typed }),
	});
}
