// Rows that are no conditions of their own: references to segments, words written by hand, muted rows, notes.
import { html, type TemplateResult } from "lit";
import type { MutedRow, NoteRow, ReferenceRow, TextRow } from "../../document/row.ts";
import { combobox } from "./combobox.ts";
import { icon } from "./icons.ts";
import { chipList, paste, takeBack } from "./list-value.ts";
import { pastedValues } from "./pasted-values.ts";
import { selectControl } from "./select-control.ts";
import { matchingChoices } from "./subject-choices.ts";
import { textControl } from "./text-control.ts";
import { keyOf, type View } from "./view.ts";

export function referenceView(view: View, row: ReferenceRow): TemplateResult {
	const { say, commands, session, typing } = view;
	const { id } = row;
	const names = row.segments.filter((name) => name !== "");
	const key = keyOf(id, "entry");
	const add = (more: readonly string[]): boolean => {
		const isMade = commands.conditions.setSegments(id, [...new Set([...names, ...more])]);
		// What is refused stays in the field.
		if (isMade) typing.end(key);
		return isMade;
	};
	const without = (index: number): void => void commands.conditions.setSegments(id, names.toSpliced(index, 1));
	return html`${selectControl({
		key: keyOf(id, "membership"),
		label: say.membership,
		part: "operator",
		value: row.negated ? "outside" : "inside",
		options: [
			{ value: "inside", words: say.inSegment },
			{ value: "outside", words: say.notInSegment },
		],
		choose: (chosen) => commands.setNegated(id, (chosen === "outside") !== (row.not !== undefined)),
	})}${chipList(
		view,
		id,
		names.map((name) => ({ shown: name, words: name })),
		without,
	)}${combobox(view, {
		key,
		label: say.segment,
		value: "",
		part: "value",
		classes: `entry${names.length === 0 ? " hole" : ""}`,
		placeholder: names.length === 0 ? say.chooseSegment : say.addValue,
		takesFirst: true,
		find: (typed) => ({
			items: matchingChoices(
				(session.inputs.segments?.names() ?? []).filter((name) => !names.includes(name)).map((label) => ({ label })),
				typed,
			).map(({ label }) => ({ label, choose: () => void add([label]) })),
		}),
		commit: (typed) => typed.trim() === "" || add([typed.trim()]),
		keydown: (event) => takeBack(event, names.length, () => without(names.length - 1)),
		paste: (event) => paste(event, pastedValues, add),
	})}`;
}

export function textRowView(view: View, row: TextRow): TemplateResult {
	const { say, commands } = view;
	return textControl(view, {
		key: keyOf(row, "text"),
		label: say.textRow,
		value: row.text,
		part: "text",
		classes: "code wide",
		isCode: true,
		lines: linesOf(row.text),
		commit: (typed) => typed === row.text || commands.replaceText(row.id, typed),
	});
}

export function mutedView({ say, commands }: View, row: MutedRow): TemplateResult {
	return html`<span class="tag">${say.muted}</span><code class="muted-words" part="muted" dir="ltr" translate="no" lang="zxx">${row.text}</code>
		<button type="button" class="with-sign" data-key=${keyOf(row, "unmute")} part="unmute" @click=${() => commands.unmute(row.id)}>${icon("unmute")} ${say.unmute}</button>`;
}

export function noteView(view: View, row: NoteRow): TemplateResult {
	const { say, commands } = view;
	const value = row.lines.map(({ text }) => text).join("\n");
	return textControl(view, {
		key: keyOf(row, "note"),
		label: say.note,
		value,
		part: "note",
		classes: "comment wide",
		lines: row.lines.length,
		commit: (typed) => typed === value || commands.setCommentsBefore(row.id, typed),
	});
}

/** How tall a field for words has to be; long ones scroll. */
export const linesOf = (text: string): number => Math.min(12, text.split(/\r\n|\r|\n/).length);
