// What can be done with a row: the usual as buttons with signs, one stop of the Tab key together; the rest unfolds below the row.
import { html, nothing, type TemplateResult } from "lit";
import { isCondition, type Row } from "../../document/row.ts";
import { type IconName, icon } from "./icons.ts";
import { linesOf } from "./plain-rows.ts";
import { countSentence } from "./row-remarks.ts";
import { textControl } from "./text-control.ts";
import { keyOf, type View, wordsOf } from "./view.ts";

interface Tool {
	readonly name: string;
	readonly icon: IconName;
	readonly label: string;
	readonly press: () => void;
	/** It would only be refused. */
	readonly isOff?: boolean;
}

export function rowTools(view: View, row: Row): TemplateResult {
	const { say, formats, commands, document, panels } = view;
	const { id } = row;
	const place = document.places.get(id);
	const last = (place?.list?.slots.length ?? 1) - 1;
	const tools: readonly Tool[] = [
		{ name: "up", icon: "up", label: say.moveUp, press: () => commands.moveBy(id, -1), isOff: place?.index === 0 },
		{ name: "down", icon: "down", label: say.moveDown, press: () => commands.moveBy(id, 1), isOff: place?.index === last },
		...(isCondition(row)
			? ([
					{ name: "duplicate", icon: "copy", label: say.duplicate, press: () => commands.duplicate(id) },
					{ name: "mute", icon: "mute", label: say.mute, press: () => commands.mute(id) },
				] as const)
			: []),
		{ name: "remove", icon: "remove", label: say.remove, press: () => commands.remove(id) },
	];
	const hasMore = row.kind !== "note";
	return html`<div class="tools" part="tools" role="toolbar" aria-label=${say.actions(formats, wordsOf(row, document))} @keydown=${walk} @focusin=${hold}>
		${tools.map(
			(tool, index) => html`<button
				type="button"
				class="tool"
				data-key=${keyOf(id, tool.name)}
				part="tool"
				tabindex=${!hasMore && index === tools.length - 1 ? "0" : "-1"}
				aria-label=${tool.label}
				aria-disabled=${tool.isOff ? "true" : "false"}
				@click=${tool.press}
			>${icon(tool.icon)}<span class="tip" aria-hidden="true">${tool.label}</span></button>`,
		)}
		${
			hasMore
				? html`<button
						type="button"
						class="tool"
						data-key=${keyOf(id, "more")}
						part="tool"
						tabindex="0"
						aria-label=${say.more}
						aria-expanded=${panels.more === id ? "true" : "false"}
						@click=${() => commands.showMore(id)}
					>${icon("more")}<span class="tip" aria-hidden="true">${say.more}</span></button>`
				: nothing
		}
	</div>`;
}

/** Arrow keys within a toolbar. */
function walk(event: KeyboardEvent): void {
	if (event.altKey || event.ctrlKey || event.metaKey) return;
	const bar = event.currentTarget as HTMLElement;
	const buttons = [...bar.querySelectorAll("button")];
	const at = buttons.indexOf(event.target as HTMLButtonElement);
	const forwards = getComputedStyle(bar).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
	const backwards = forwards === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
	const to = { [forwards]: at + 1, [backwards]: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
	if (at < 0 || to === undefined) return;
	event.preventDefault();
	buttons[(to + buttons.length) % buttons.length]?.focus();
}

/** Tab comes back to the button that was used last. */
function hold(event: FocusEvent): void {
	for (const button of (event.currentTarget as HTMLElement).querySelectorAll("button")) {
		button.tabIndex = button === event.target ? 0 : -1;
	}
}

/** The gestures that are used less, with the reason where a row does not take one. */
export function morePanel(view: View, row: Row): TemplateResult {
	const { say, formats, commands, language, document } = view;
	const { id } = row;
	const against = language.document.reasonsAgainst(document, id);
	const isNegated = language.document.isNegated(row);
	const button = (name: string, label: string, press: () => void, reason: string | undefined, isPressed?: boolean): TemplateResult =>
		html`<button
			type="button"
			data-key=${keyOf(id, name)}
			aria-disabled=${reason === undefined ? "false" : "true"}
			aria-pressed=${isPressed === undefined ? nothing : isPressed ? "true" : "false"}
			@click=${press}
		>${label}</button>`;
	const label = "label" in row ? row.label : undefined;
	return html`<div class="panel" part="panel" role="group" aria-label=${say.actions(formats, wordsOf(row, document))}>
		${countSentence(view, row)}
		<div class="buttons">
			${against.setNegated ? nothing : button("negate", say.negate, () => commands.negate(id), undefined, isNegated)}
			${button("wrap", say.wrap, () => commands.wrap(id), against.wrap)}
			${button("wrap-not", say.wrapNot, () => commands.wrap(id, "not"), against.wrap)}
			${row.kind === "group" ? button("unwrap", say.unwrap, () => commands.unwrap(id), against.unwrap) : nothing}
			${button("add-after", `${say.add}: ${say.addCondition}`, () => commands.addAfter(id), undefined)}
		</div>
		${
			label || against.setLabel
				? nothing
				: field(
						say.name,
						textControl(view, {
							key: keyOf(id, "new-name"),
							label: say.name,
							value: "",
							commit: (typed) => typed === "" || commands.setLabel(id, typed),
						}),
					)
		}
		${
			row.comments.before.length > 0 || row.kind === "note"
				? nothing
				: field(
						say.commentAbove,
						textControl(view, {
							key: keyOf(id, "new-comment"),
							label: say.commentAbove,
							value: "",
							commit: (typed) => typed.trim() === "" || commands.setCommentsBefore(id, typed),
						}),
					)
		}
		${
			row.comments.after || !isCondition(row)
				? nothing
				: field(
						say.commentBehind,
						textControl(view, {
							key: keyOf(id, "new-comment-behind"),
							label: say.commentBehind,
							value: "",
							commit: (typed) => typed.trim() === "" || commands.setCommentAfter(id, typed),
						}),
					)
		}
		${
			against.replaceText
				? nothing
				: field(
						say.asText,
						textControl(view, {
							key: keyOf(id, "as-text"),
							label: say.asText,
							value: document.text.slice(row.words.from, row.words.to),
							classes: "code wide",
							isCode: true,
							lines: linesOf(document.text.slice(row.words.from, row.words.to)),
							commit: (typed) => commands.replaceText(id, typed),
						}),
					)
		}
	</div>`;
}

/** Its name is beside it for eyes; the control has it as a label. */
const field = (name: string, control: TemplateResult): TemplateResult =>
	html`<div class="field"><span class="field-name" aria-hidden="true">${name}</span>${control}</div>`;
