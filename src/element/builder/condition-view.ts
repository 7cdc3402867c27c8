// One condition: what it is about, how it is compared, and with which values.
import { html, nothing, type TemplateResult } from "lit";
import type { ConditionRow } from "../../document/row.ts";
import type * as ast from "../../syntax/ast.ts";
import { anniversaryValue } from "./anniversary-value.ts";
import { combobox } from "./combobox.ts";
import { listValue } from "./list-value.ts";
import { operatorChoices } from "./operator-choices.ts";
import { isPlaceholder } from "./placeholder.ts";
import { scopeOf } from "./scope.ts";
import { selectControl } from "./select-control.ts";
import { matchingChoices, type SubjectChoice, subjectChoices } from "./subject-choices.ts";
import { type SubjectType, subjectType } from "./subject-type.ts";
import { joiningWord, type ValuePlace, valueView } from "./value-view.ts";
import { keyOf, type View } from "./view.ts";
import { windowValue } from "./window-value.ts";

export function conditionView(view: View, row: ConditionRow): TemplateResult {
	const type = subjectType(row.subject, scopeOf(view.document, row));
	if (isPlaceholder(row)) return subjectPicker(view, row);
	return html`${subjectPicker(view, row)}${operatorPicker(view, row, type)}${valuesView(view, row, type)}${caseSwitch(view, row, type)}`;
}

function subjectPicker(view: View, row: ConditionRow): TemplateResult {
	const { say, document, commands } = view;
	const { id, subject } = row;
	const isHole = subject.editor === "hole";
	const words = document.text.slice(subject.span.from, subject.span.to);
	const value = isHole ? "" : subject.value.kind === "field" && !subject.value.ofProfile ? subject.value.name : headOf(row, words);
	const all = (): readonly SubjectChoice[] => {
		const { rows } = view.session;
		const now = rows?.places.get(id)?.row;
		return rows && now ? subjectChoices(scopeOf(rows, now), say) : [];
	};
	return combobox(view, {
		key: keyOf(id, "subject"),
		label: say.subject,
		value,
		part: "subject",
		classes: `subject code${isHole ? " hole" : ""}`,
		placeholder: say.chooseSubject,
		isCode: true,
		takesFirst: true,
		find: (typed) => ({
			items: matchingChoices(all(), typed).map((choice) => ({
				label: choice.label,
				detail: choice.detail,
				...(choice.description !== undefined && { description: choice.description }),
				choose: () => commands.conditions.chooseSubject(id, choice),
			})),
		}),
		commit(typed) {
			if (typed.trim() === "" || typed === value) return true;
			const choice = all().find(({ label }) => label === typed.trim());
			if (!choice) return commands.conditions.writeSubject(id, typed);
			commands.conditions.chooseSubject(id, choice);
			return true;
		},
	});
}

/** An aggregate without its conditions: they are rows. */
function headOf(row: ConditionRow, words: string): string {
	const { value } = row.subject;
	if (!row.list || value.kind !== "aggregate") return words;
	return `${words.slice(0, value.of.span.to - row.subject.span.from)})`;
}

function operatorPicker(view: View, row: ConditionRow, type: SubjectType): TemplateResult {
	const { say, commands, language } = view;
	const { choices, current } = operatorChoices(row, type, language, say);
	return selectControl({
		key: keyOf(row, "operator"),
		label: say.operator,
		part: "operator",
		value: current,
		options: choices.map(({ key, words }) => ({ value: key, words })),
		choose(key) {
			const choice = choices.find((each) => each.key === key);
			if (choice) commands.conditions.setOperator(row.id, choice);
		},
	});
}

function valuesView(view: View, row: ConditionRow, type: SubjectType): TemplateResult | typeof nothing {
	const { say, language } = view;
	const { operands: kind } = language.operatorRow(row.operator);
	const item: SubjectType = type.type === "list" ? { ...type, type: type.items } : type;
	const place = (index: number, label = say.value): ValuePlace => ({
		row,
		index,
		operand: row.operands[index] ?? { editor: "hole", value: { kind: "hole", span: row.words }, span: row.words },
		type: item,
		label,
	});
	if (row.anyOf || kind === "list") return listValue(view, row, type);
	switch (kind) {
		case "none":
			return nothing;
		case "two":
			return html`${valueView(view, place(0, say.lowest))}${joiningWord(say.between)}${valueView(view, place(1, say.highest))}`;
		case "window":
			if (row.operator === "anniversary") return anniversaryValue(view, row, (index) => place(index));
			return row.operands[0]?.editor === "window"
				? windowValue(view, row, 0, row.operands[0].value as ast.Window)
				: valueView(view, { ...place(0), type: { type: undefined } });
		default:
			return valueView(view, place(0));
	}
}

function caseSwitch({ say, commands, language }: View, row: ConditionRow, type: SubjectType): TemplateResult | typeof nothing {
	const { canIgnoreCase } = language.operatorRow(row.operator);
	const isText = type.type === undefined || type.type === "text" || type.items === "text";
	if (!row.ignoringCase && !(canIgnoreCase && isText)) return nothing;
	return html`<button
		type="button"
		class="toggle"
		part="case"
		data-key=${keyOf(row, "case")}
		aria-pressed=${row.ignoringCase ? "true" : "false"}
		aria-label=${say.ignoringCase}
		@click=${() => commands.conditions.setIgnoringCase(row.id, !row.ignoringCase)}
	><span aria-hidden="true">aA</span></button>`;
}
