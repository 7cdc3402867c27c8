// The row above the parts: which of them are seen, the history, and whether the text is the saved one.
import { html, nothing, type TemplateResult } from "lit";
import type { Session } from "../session/session.ts";
import { redoIcon, undoIcon } from "./icons.ts";
import { type StudioView, studioViews } from "./views.ts";
import type { StudioWords } from "./words.ts";

export interface Toolbar {
	readonly session: Session;
	readonly say: StudioWords;
	readonly view: StudioView;
	/** What tidying would do: nothing for a tidy text, undefined while it has errors or there is none. */
	readonly isUntidy: boolean | undefined;
	choose(view: StudioView): void;
	tidy(): void;
	backToSaved(): void;
}

export function toolbar(tools: Toolbar): TemplateResult {
	const { session, say } = tools;
	return html`<div class="toolbar" part="toolbar" role="group" aria-label=${say.tools}>
		<slot name="start"></slot>
		${viewChoice(tools)}
		<div class="buttons">
			${historyButton(say.undo, undoIcon, session.canUndo, () => session.undo())}
			${historyButton(say.redo, redoIcon, session.canRedo, () => session.redo())}
			<button
				type="button"
				part="button tidy"
				?disabled=${!tools.isUntidy || session.inputs.readOnly}
				title=${tools.isUntidy === false ? say.alreadyTidy : nothing}
				@click=${tools.tidy}
			>
				${say.tidy}
			</button>
		</div>
		<slot name="tools"></slot>
		<div class="end">${savedState(tools)}<slot name="actions"></slot></div>
	</div>`;
}

function viewChoice({ say, view, choose }: Toolbar): TemplateResult {
	const names: Readonly<Record<StudioView, string>> = { text: say.viewText, builder: say.viewBuilder, both: say.viewBoth };
	return html`<fieldset class="views" part="views">
		<legend class="only-spoken">${say.view}</legend>
		${studioViews.map(
			(each) => html`<label part="view">
				<input type="radio" name="view" value=${each} .checked=${each === view} @change=${() => choose(each)} />
				<span>${names[each]}</span>
			</label>`,
		)}
	</fieldset>`;
}

const historyButton = (name: string, icon: TemplateResult, isPossible: boolean, act: () => void): TemplateResult =>
	html`<button type="button" class="with-icon" part="button history" title=${name} aria-label=${name} ?disabled=${!isPossible} @click=${act}>
		${icon}
	</button>`;

/** Nothing where the host has not said what is saved. */
function savedState({ session, say, backToSaved }: Toolbar): TemplateResult | typeof nothing {
	const { saved, readOnly } = session.inputs;
	if (readOnly) return html`<span class="saved" part="saved-state">${say.readOnly}</span>`;
	if (saved === undefined) return nothing;
	if (saved === session.text) return html`<span class="saved" part="saved-state">${say.saved}</span>`;
	return html`<span class="saved changed" part="saved-state">${say.changed}</span>
		<button type="button" part="button back-to-saved" @click=${backToSaved}>${say.backToSaved}</button>`;
}
