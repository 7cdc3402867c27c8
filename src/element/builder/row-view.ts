// One row with all that belongs to it. A row is drawn anew only when something of it is different: with hundreds of them, typing stays quick.
import { html, nothing, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";
import { isCondition, type ConditionRow, type GroupRow, type Row } from "../../document/row.ts";
import { conditionView } from "./condition-view.ts";
import type { Addition } from "./commands.ts";
import { aggregateHead, groupHead, groupWords } from "./group-view.ts";
import { icon } from "./icons.ts";
import { morePanel } from "./more-panel.ts";
import { missingId, missingView } from "./missing-view.ts";
import { linesOf, mutedView, noteView, referenceView, textRowView } from "./plain-rows.ts";
import { refusalsView } from "./refusals-view.ts";
import { countView, problemsView } from "./row-remarks.ts";
import { rowTools } from "./row-tools.ts";
import { scopeOf } from "./scope.ts";
import { textControl } from "./text-control.ts";
import { keyOf, type View, wordsOf } from "./view.ts";

export function rowsView(view: View, owner: Row): TemplateResult {
	const { drawn, commands } = view;
	commands.groups.remember(owner);
	return html`<div class="rows">${repeat(
		drawn ? owner.children.filter(({ id }) => drawn.has(id)) : owner.children,
		({ id }) => id,
		(row, index) => rowView(view, row, joinedBy(view, owner, index)),
	)}</div>`;
}

/** The word before a row, for eyes: the head of its group says it for all. */
function joinedBy({ commands, say }: View, owner: Row, index: number): string {
	const row = owner.children[index];
	const isFirst = !owner.children.slice(0, index).some(isCondition);
	if (!row || !isCondition(row) || isFirst) return "";
	if (owner.kind === "group" && owner.quantity !== undefined)
		return owner.quantity === "all" ? say.and : owner.quantity === "any" ? say.or : "";
	const connector = "connector" in owner ? owner.connector : undefined;
	return (connector ?? commands.groups.connectorOf(owner.id)) === "or" ? say.or : say.and;
}

function rowView(view: View, row: Row, joint: string): unknown {
	if (row.kind === "group" || row.children.length > 0) return nestedRow(view, row as GroupRow | ConditionRow, joint);
	return guard(dependencies(view, row, joint), () => showRow(view, row, joint));
}

/** A row without those in it. Its controls have said what they show, also where it is not drawn then. */
export const showRow = (view: View, row: Row, joint = ""): unknown => frame(view, row, joint, contentOf(view, row));

/** All that the looks of a row depend on. Its controls know it by id, so that they need not be drawn anew for anything else. */
function dependencies(view: View, row: Row, joint: string): unknown[] {
	const { document, acts, typing, panels, problems, counts, say, session } = view;
	const place = document.places.get(row.id);
	const own = problems.get(row.id)?.map(({ message }) => message);
	const count = counts.of(row, document);
	return [
		...[row.id, row.kind, document.text.slice(row.span.from, row.span.to), joint, scopeOf(document, row).path],
		...[place?.index === 0, place?.index === (place?.list?.slots.length ?? 0) - 1],
		...[
			say,
			document.catalogue,
			session.inputs.segments,
			session.timeZone,
			own?.join("\n"),
			view.missing.has(row.id),
			view.marked === row.id,
		],
		...[count?.count, count?.throughMissing, count?.isCurrent, session.inputs.privacy.smallestCount, typing.inRow(row.id)],
		...[
			acts.refused?.row === row.id ? acts.refused.reason : undefined,
			panels.more === row.id && session.version,
			panels.whole.has(row.id),
			panels.written,
		],
	];
}

function contentOf(view: View, row: Row): TemplateResult | typeof nothing {
	switch (row.kind) {
		case "condition":
			return conditionView(view, row);
		case "reference":
			return referenceView(view, row);
		case "text":
			return textRowView(view, row);
		case "muted":
			return mutedView(view, row);
		case "note":
			return noteView(view, row);
		case "group":
			return groupHead(view, row);
	}
}

function nestedRow(view: View, row: GroupRow | ConditionRow, joint: string): TemplateResult {
	const inner = html`${row.kind === "condition" ? aggregateHead(view, row) : nothing}${rowsView(view, row)}${
		row.kind === "group" && row.form === "prefix" ? nothing : additions(view, row)
	}`;
	return frame(view, row, joint, contentOf(view, row), inner);
}

function frame(view: View, row: Row, joint: string, content: unknown, inner?: TemplateResult): TemplateResult {
	const { say, formats, document, panels, marked, problems, missing } = view;
	const { id } = row;
	const isMarked = marked === id;
	const name =
		row.kind === "group" ? say.group(formats, groupWords(view, row), row.children.length) : say.row(formats, wordsOf(row, document));
	const describedBy = [...(problems.has(id) ? [`problems-${id}`] : []), ...(missing.has(id) ? [missingId(id)] : [])].join(" ");
	const label = "label" in row ? row.label : undefined;
	return html`<div
		class="row ${row.kind}${inner ? " nested" : ""}${isMarked ? " marked" : ""}"
		part="row ${row.kind}${isMarked ? " marked" : ""}"
		role="group"
		data-row=${id}
		aria-label=${name}
		aria-describedby=${describedBy || nothing}
		aria-current=${isMarked ? "true" : nothing}
	>
		${commentsBefore(view, row)}
		<div class="line">
			<span class="grip" part="grip" data-grip=${id} aria-hidden="true">${icon("grip")}</span>
			${joint === "" ? nothing : html`<span class="joint" part="joint" aria-hidden="true">${joint}</span>`}
			<div class="content">
				${label ? labelControl(view, row, label.name) : nothing}
				${"not" in row && row.not && row.kind !== "reference" ? notButton(view, row) : nothing}
				${content}
			</div>
			${countView(view, row)} ${rowTools(view, row)}
		</div>
		${commentAfter(view, row)} ${problemsView(view, row)} ${missingView(view, row)}
		${refusalsView(view, id)}
		${panels.more === id ? morePanel(view, row) : nothing} ${inner ?? nothing}
	</div>`;
}

function labelControl(view: View, row: Row, name: string): TemplateResult {
	const { say, commands } = view;
	return textControl(view, {
		key: keyOf(row, "name"),
		label: say.name,
		value: name,
		part: "name",
		classes: "name",
		commit: (typed) => typed === name || commands.setLabel(row.id, typed),
	});
}

const notButton = ({ say, commands }: View, row: Row): TemplateResult =>
	html`<button
		type="button"
		class="toggle not"
		part="not"
		data-key=${keyOf(row, "not")}
		aria-pressed="true"
		@click=${() => commands.negate(row.id)}
	>${say.not}</button>`;

function commentsBefore(view: View, row: Row): TemplateResult | typeof nothing {
	const { before } = row.comments;
	if (before.length === 0) return nothing;
	const value = before.map(({ text }) => text).join("\n");
	return textControl(view, {
		key: keyOf(row, "comment"),
		label: view.say.commentAbove,
		value,
		part: "comment",
		classes: "comment wide",
		lines: linesOf(value),
		commit: (typed) => typed === value || view.commands.setCommentsBefore(row.id, typed),
	});
}

function commentAfter(view: View, row: Row): TemplateResult | typeof nothing {
	const { after } = row.comments;
	if (!after) return nothing;
	return textControl(view, {
		key: keyOf(row, "comment-behind"),
		label: view.say.commentBehind,
		value: after.text,
		part: "comment",
		classes: "comment behind",
		commit: (typed) => typed === after.text || view.commands.setCommentAfter(row.id, typed),
	});
}

/** Buttons for new rows of a group. */
export function additions({ say, commands }: View, owner: Row): TemplateResult {
	const isElement = owner.kind === "condition" || (owner.kind === "group" && (owner.collection !== undefined || owner.edge !== undefined));
	const button = (what: Addition, words: string): TemplateResult =>
		html`<button type="button" class="add" part="add" data-key=${keyOf(owner, `add-${what}`)} @click=${() => commands.add(owner.id, what)}>
			${icon("plus")} ${words}
		</button>`;
	return html`<div class="additions" role="group" aria-label=${say.add}>
		${button("condition", say.addCondition)}${button("group", say.addGroup)}${isElement ? nothing : button("reference", say.addReference)}${button("note", say.addNote)}
	</div>`;
}
