// `<segql-studio>`: the editor, the builder and the preview of one segment, side by side, over one session.
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import { editsBetween } from "../../text/edits-between.ts";
import { BuilderElement } from "../builder/builder-element.ts";
import type { BuilderWords } from "../builder/words.ts";
import { EditorElement } from "../editor/editor-element.ts";
import type { EditorWords } from "../editor/words.ts";
import { FormElement } from "../guest/form-element.ts";
import { makeElement } from "../guest/register.ts";
import { ownWidth } from "../guest/own-width.ts";
import { theme } from "../guest/theme.ts";
import { PreviewElement } from "../preview/preview-element.ts";
import type { PreviewWords } from "../preview/words.ts";
import { exportedParts, type StudioPart } from "./exported-parts.ts";
import { studioStyles } from "./studio-styles.ts";
import { toolbar } from "./toolbar.ts";
import { historyKey, isInOwnField } from "../guest/history-keys.ts";
import { type StudioView, showsBuilder, showsText, viewNamed } from "./views.ts";
import { type StudioWords, studioWords } from "./words.ts";

/**
 * The editor, the builder and the preview of one segment, over one session: whoever changes the text, all of them show it, and one history takes
 * it back. A form control: see `name`, `required`, `readonly`, `disabled`, and the attribute `value`.
 * Parts of its parts have the part's name before their own: `segql-studio::part(builder-row)`, `::part(editor-problem)`, `::part(preview-count)`.
 *
 * @tag segql-studio
 * @fires {CustomEvent<{ text: string }>} segql-change - After every change that is not the host's own, once.
 * @fires {CustomEvent<{ count: number, size: number, asOf: number, isPartial: boolean }>} segql-count - The text as it is was counted.
 * @fires {CustomEvent<{ name: string, blob: Blob }>} segql-export - Cancelable: a file is ready. Without `preventDefault()` it is downloaded.
 * @fires {CustomEvent<{ view: "text" | "builder" | "both" }>} segql-view - When somebody has chosen another view.
 * @slot start - Before the choice of views.
 * @slot tools - Behind the buttons of the studio.
 * @slot actions - At the end of the row: what the host does with the text, such as saving it.
 * @slot footer - Below the parts.
 * @csspart studio - Everything.
 * @csspart toolbar - The row of buttons.
 * @csspart views - The choice of views.
 * @csspart view - One of them.
 * @csspart button - Each button of the row.
 * @csspart history - Undo and redo.
 * @csspart tidy - The button that tidies up.
 * @csspart back-to-saved - The button that brings the saved text back.
 * @csspart saved-state - Whether the text is the saved one.
 * @csspart panes - What holds the parts.
 * @csspart pane - Each part's place.
 * @csspart writing - The place of the editor.
 * @csspart building - The place of the builder.
 * @csspart counting - The place of the preview.
 */
export class StudioElement extends FormElement<StudioWords> {
	static override readonly styles = [theme, ownWidth, studioStyles];

	static override readonly properties: PropertyDeclarations = {
		...FormElement.properties,
		view: { reflect: true, useDefault: true, converter: { fromAttribute: viewNamed } },
		label: {},
		placeholder: {},
		editor: {},
		counts: {},
		compareWith: { attribute: false },
		maxExportRows: { type: Number, attribute: "max-export-rows" },
		exportName: { attribute: "export-name" },
		editorWords: { attribute: false },
		builderWords: { attribute: false },
		previewWords: { attribute: false },
	};

	/** What is seen beside the preview; default `"both"`. */
	declare view: StudioView;
	/** What the text is called; default: a word of the language of the page. */
	declare label: string | undefined;
	/** What stands in an empty text; default: an example. */
	declare placeholder: string | undefined;
	/** `plain` keeps a plain text area, and loads no code editor. Default `code`. */
	declare editor: EditorElement["editor"] | undefined;
	/** `off` leaves out the numbers of profiles beside the lines of the text. Default `on`. */
	declare counts: EditorElement["counts"] | undefined;
	/** Other segments that the preview compares with; at most 29. */
	declare compareWith: PreviewElement["compareWith"] | undefined;
	/** Profiles in an exported file at most; default 1,000,000. */
	declare maxExportRows: number | undefined;
	/** Name of an exported file without its ending; default `segment`. */
	declare exportName: string | undefined;
	/** Words of the host page for the parts, in place of ours. */
	declare editorWords: Partial<EditorWords> | undefined;
	declare builderWords: Partial<BuilderWords> | undefined;
	declare previewWords: Partial<PreviewWords> | undefined;
	#parts: Parts | undefined;
	/** What had the focus before drawing. */
	#focused: Element | null | undefined;

	constructor() {
		super(studioWords);
		this.view = "both";
	}

	override get textTarget(): HTMLElement | undefined {
		const { editor, builder } = this.#parts ?? {};
		return showsText(this.view) ? editor?.textTarget : builder?.textTarget;
	}

	protected override willUpdate(changed: PropertyValues<this>): void {
		super.willUpdate(changed);
		this.#parts ??= makeParts();
		this.#focused = this.shadowRoot?.activeElement;
		for (const [name, part, theirs = name] of handedOn) {
			if (changed.has(name))
				for (const each of part ? [this.#parts[part]] : Object.values(this.#parts)) Reflect.set(each, theirs, this[name]);
		}
	}

	protected override render(): TemplateResult {
		const { say, session, view } = this;
		const parts = this.#parts as Parts;
		return html`<div class="own-width"><div class="studio" part="studio" dir=${this.formats.direction} @keydown=${this.#keyPressed}>
			<div class="inside">
				${toolbar({
					...{ session, say, view, isUntidy: this.#isUntidy() },
					choose: (chosen) => this.#choose(chosen),
					tidy: () => this.#tidy(),
					backToSaved: () => this.#backToSaved(),
				})}
				<div class="panes" part="panes" data-view=${view} @segql-change=${stop}>
					${showsText(view) ? pane("writing", parts.editor) : nothing}
					${showsBuilder(view) ? pane("building", parts.builder) : nothing}
					${pane("counting", parts.preview)}
				</div>
				<slot name="footer"></slot>
			</div>
		</div></div>`;
	}

	/** A button that has nothing left to do would take the focus with it. */
	protected override updated(changed: PropertyValues<this>): void {
		super.updated(changed);
		const before = this.#focused;
		if (before?.matches(":disabled") || before?.isConnected === false)
			this.renderRoot.querySelector<HTMLElement>(".buttons :enabled")?.focus();
	}

	#isUntidy(): boolean | undefined {
		const { compiled, text } = this.session;
		return compiled?.ok ? compiled.segment.canonical !== withoutLastBreak(text) : undefined;
	}

	#choose(view: StudioView): void {
		this.view = view;
		this.emit("segql-view", { view });
	}

	#tidy(): void {
		const { compiled, text } = this.session;
		if (!compiled?.ok) return;
		const { canonical } = compiled.segment;
		const lastBreak = text.slice(withoutLastBreak(text).length);
		this.session.edit(editsBetween(text, canonical + lastBreak), { origin: "studio" });
	}

	/** A step of undo like any other. */
	#backToSaved(): void {
		const { session } = this;
		const { saved } = session.inputs;
		if (saved !== undefined) session.edit(editsBetween(session.text, saved), { origin: "studio" });
	}

	#keyPressed(event: KeyboardEvent): void {
		const asked = historyKey(event);
		if (!asked || isInOwnField(event)) return;
		event.preventDefault();
		this.session[asked]();
	}
}

/** Files end in a line break and fields do not; both are tidy. */
const withoutLastBreak = (text: string): string => text.replace(/\n$/, "");

/** Properties that belong to a part, or to all of them, and what they are called there. */
const handedOn: readonly (readonly [own: keyof StudioElement, part: keyof Parts | undefined, theirs?: string])[] = [
	["session", undefined],
	["label", "editor"],
	["placeholder", "editor"],
	["editor", "editor"],
	["counts", "editor"],
	["compareWith", "preview"],
	["maxExportRows", "preview"],
	["exportName", "preview"],
	["editorWords", "editor", "words"],
	["builderWords", "builder", "words"],
	["previewWords", "preview", "words"],
];

interface Parts {
	readonly editor: EditorElement;
	readonly builder: BuilderElement;
	readonly preview: PreviewElement;
}

function makeParts(): Parts {
	const preview = asPart("preview", makeElement("segql-preview", PreviewElement));
	// The editor or the builder says it.
	preview.errors = "off";
	return {
		editor: asPart("editor", makeElement("segql-editor", EditorElement)),
		builder: asPart("builder", makeElement("segql-builder", BuilderElement)),
		preview,
	};
}

/** Its name in the style sheet: its tag may be another copy's. */
function asPart<Made extends HTMLElement>(name: StudioPart, made: Made): Made {
	made.classList.add(name);
	made.setAttribute("exportparts", exportedParts(name));
	return made;
}

/** The parts name themselves. */
const pane = (kind: string, part: HTMLElement): TemplateResult => html`<div class="pane ${kind}" part="pane ${kind}">${part}</div>`;

/** The parts tell of changes too; the studio does so once. */
const stop = (event: Event): void => event.stopPropagation();
