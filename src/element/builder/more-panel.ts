// What unfolds below a row: all that can be done with it, in words.
import { html, nothing, type TemplateResult } from "lit";
import { isCondition, type Row } from "../../document/row.ts";
import { icon } from "./icons.ts";
import { linesOf } from "./plain-rows.ts";
import { countSentence } from "./row-remarks.ts";
import { toolsOf } from "./row-tools.ts";
import { textControl } from "./text-control.ts";
import { keyOf, type View, wordsOf } from "./view.ts";

export function morePanel(view: View, row: Row): TemplateResult {
	const { say, formats, document } = view;
	return html`<div class="panel" part="panel" role="group" aria-label=${say.actions(formats, wordsOf(row, document))}>
		${countSentence(view, row)}
		<div class="buttons">
			${toolsOf(view, row).map(
				({ name, icon: sign, label, press, isOff }) => html`<button
					type="button"
					class="with-sign"
					data-key=${keyOf(row, `more-${name}`)}
					aria-disabled=${isOff ? "true" : "false"}
					@click=${press}
				>${icon(sign)} ${label}</button>`,
			)}
		</div>
		${row.kind === "note" ? nothing : furtherGestures(view, row)}
	</div>`;
}

/** Those that are used less, with the reason where a row does not take one. */
function furtherGestures(view: View, row: Row): TemplateResult {
	const { say, commands, language, document } = view;
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
	return html`<div class="buttons">
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
			row.comments.before.length > 0
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
