// <segql-editor>: the text of a segment, with everything a person needs to write it. The class alone registers nothing.
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import { theme } from "../guest/theme.ts";
import type { Formats } from "../guest/formats.ts";
import { Announcer, errorsOf } from "../guest/announcer.ts";
import { FormElement } from "../guest/form-element.ts";
import { sayTrouble } from "../guest/trouble.ts";
import type { SessionChange } from "../session/session.ts";
import type { CodeEditor, CodeSettings } from "./code-mirror/code-editor.ts";
import { editorStyles } from "./editor-styles.ts";
import { notices } from "./notices.ts";
import { idOfOffer, suggestionList } from "./plain/suggestion-list.ts";
import { PlainSuggestions } from "./plain/plain-suggestions.ts";
import { TextArea } from "./plain/text-area.ts";
import { SlowToShrink } from "./slow-to-shrink.ts";
import { problemList, problemsSpoken } from "./problem-list.ts";
import { shortcutList } from "./shortcut-list.ts";
import { isMac, type Shortcut, shortcutsInWords, shortcutsOf } from "./shortcuts.ts";
import { longestEasyText, problemsOf, type Surface, type SurfaceHost } from "./surface.ts";
import { tidy } from "./tidy.ts";
import { ProfileValues } from "./values-source.ts";
import { type EditorWords, editorWords } from "./words.ts";

type CodeModule = typeof import("./code-mirror/code-editor.ts");

/**
 * A text area at once, and a code editor in its place as soon as that is loaded; both have suggestions, problems, fixes, and the session's history.
 *
 *     <segql-editor label="Who gets the letter"></segql-editor>
 *
 * @tag segql-editor
 * @fires segql-change - The text was changed, not by the host. `detail` is `{ text }`.
 * @csspart editor - Everything.
 * @csspart label - What the text is called.
 * @csspart surface - The frame of the text.
 * @csspart text - The plain text area.
 * @csspart code - The code editor.
 * @csspart suggestions - The list under the plain text area.
 * @csspart tidy - The button that tidies up.
 * @csspart shortcuts - The keys, folded away.
 * @csspart state - One line on values that are being looked up.
 * @csspart notice - What keeps the editor from its work.
 * @csspart problems - The list of problems.
 * @csspart problem - One of them.
 * @csspart place - The button that goes to its place.
 * @csspart fix - A button that mends it.
 * @cssprop --segql-editor-min-height - Least height of the text, default 6rem.
 * @cssprop --segql-editor-max-height - Most height of the text before it scrolls, default 24rem.
 */
export class EditorElement extends FormElement<EditorWords> {
	static override readonly styles = [theme, editorStyles];

	static override readonly properties: PropertyDeclarations = {
		editor: { type: String },
		label: { type: String },
		placeholder: { type: String },
		counts: { type: String },
	};

	/** `plain` keeps the text area, and loads no code editor. Default `code`. */
	declare editor: "code" | "plain";
	/** What the text is called; default: a word of the language of the page. */
	declare label: string | undefined;
	declare placeholder: string | undefined;
	/** `off` leaves out the numbers of profiles beside the lines. Default `on`. */
	declare counts: "on" | "off";

	readonly #announcer = new Announcer(
		() => this.requestUpdate(),
		() => this.session,
	);
	readonly #host: SurfaceHost;
	readonly #suggestions: PlainSuggestions;
	#values: ProfileValues | undefined;
	#area: TextArea | undefined;
	#code: CodeEditor | undefined;
	/** The language that the surface was drawn in. */
	readonly #height = new SlowToShrink(this, () => this.renderRoot.querySelector<HTMLElement>(".editor"));
	#drawnWith: Formats | undefined;
	#module: CodeModule | undefined;
	#loading: Promise<void> | undefined;
	#hasFailed = false;
	#valuesState: "loading" | "failed" | undefined;
	#problemsSaid = 0;
	#wasReading = false;

	constructor() {
		super(editorWords);
		this.editor = "code";
		this.label = undefined;
		this.placeholder = undefined;
		this.counts = "on";
		this.#host = this.#asHost();
		this.#suggestions = new PlainSuggestions(this.#host, () => this.requestUpdate());
	}

	/** Which of the two is there now: a code editor comes when it is loaded. */
	get surface(): "code" | "plain" {
		return this.#code ? "code" : "plain";
	}

	override get textTarget(): HTMLElement | undefined {
		return this.renderRoot.querySelector<HTMLElement>(this.#code ? ".cm-content" : "textarea") ?? undefined;
	}

	override connectedCallback(): void {
		super.connectedCallback();
		this.#offerValues();
		if (this.hasUpdated) this.requestUpdate();
	}

	override disconnectedCallback(): void {
		super.disconnectedCallback();
		this.#announcer.stop();
		this.#values?.stop();
		this.#dropCode();
		this.#area?.destroy();
		this.#area = undefined;
	}

	/** Where the code editor comes from. */
	protected loadCodeEditor(): Promise<CodeModule> {
		return import("./code-mirror/code-editor.ts");
	}

	protected override sessionChanged(change: SessionChange): void {
		if (change.kind === "text" && change.origin !== "host") this.#height.typed();
		this.#surface?.sessionChanged(change);
		this.#sayReading();
		// Of a text that is still to be read nothing is known.
		if (change.kind === "read" || (change.kind === "text" && !this.session.isReading)) {
			this.#announcer.later(() => this.#problemsToSay(), { about: () => errorsOf(this.session) });
		}
		sayTrouble(this.#announcer, this.session, change, this.say.brokenCatalogue);
		super.sessionChanged(change);
	}

	protected override willUpdate(changed: PropertyValues): void {
		super.willUpdate(changed);
		if (changed.has("session") && this.isConnected && this.hasUpdated) this.#offerValues();
		if (this.editor === "plain" && this.#code) this.#backToPlain();
	}

	protected override updated(changed: PropertyValues): void {
		super.updated(changed);
		if (!this.isConnected) return;
		this.#takeArea();
		if (this.editor !== "plain" && !this.#code) queueMicrotask(() => this.#takeCode());
		this.#code?.configure(this.#codeSettings());
		const { formats } = this;
		if (changed.has("session") || changed.has("words") || formats !== this.#drawnWith) this.#surface?.refresh();
		this.#drawnWith = formats;
	}

	protected override render(): TemplateResult {
		const problems = problemsOf(this.#host);
		return html`<div class="editor" part="editor">
				<label part="label" id="label" for="text" @click=${() => this.#surface?.focus()}>${this.label ?? this.say.label}</label>
				<div class="surface ${this.#isInvalid ? "invalid" : ""} ${this.isDisabled ? "disabled" : ""}" part="surface">
					${this.#code ? nothing : this.#textArea()}
					<div class="code" part="code" dir="ltr" ?hidden=${!this.#code}></div>
				</div>
				${this.#code ? nothing : suggestionList(this.#suggestions, this.#host)}
				<p class="only-spoken" id="help">${shortcutsInWords(this.#shortcuts)}</p>
				<div class="under">
					${shortcutList(this.#shortcuts, this.say)}
					<p class="state" part="state">${this.#stateInWords()}</p>
					${
						this.#host.canEdit
							? html`<button type="button" class="tidy" part="tidy" ?disabled=${!this.session.compiled?.ok} @click=${() => tidy(this.#host)}>
									${this.say.tidy}
								</button>`
							: nothing
					}
				</div>
				${notices(this.#host, {
					codeEditorFailed: this.#hasFailed,
					loadCodeEditor: () => this.#tryAgain(),
					loadLanguage: () => void this.session.load().catch(() => undefined),
				})}
				${problemList(problems, this.#host, { goTo: (problem) => this.#goTo(problem), mend: (edits) => this.#mend(edits) })}
			</div>
			<div class="tooltips" popover="manual"></div>
			${this.#announcer.region()}`;
	}

	#textArea(): TemplateResult {
		const { isOpen, marked } = this.#suggestions;
		return html`<textarea
			id="text"
			part="text"
			dir="ltr"
			spellcheck="false"
			autocomplete="off"
			autocapitalize="off"
			translate="no"
			placeholder=${this.#placeholder}
			?readonly=${this.#isReadonly}
			?disabled=${this.isDisabled}
			aria-autocomplete="list"
			aria-haspopup="listbox"
			aria-controls="offers"
			aria-activedescendant=${isOpen ? idOfOffer(marked) : nothing}
			aria-describedby=${this.#descriptions}
			aria-invalid=${this.#isInvalid ? "true" : "false"}
			aria-errormessage=${this.#isInvalid ? "first-error" : nothing}
		></textarea>`;
	}

	#codeSettings(): CodeSettings {
		return {
			attributes: {
				"aria-labelledby": "label",
				"aria-describedby": this.#descriptions,
				"aria-invalid": String(this.#isInvalid),
				...(this.#isInvalid && { "aria-errormessage": "first-error" }),
				...(this.#isReadonly && { "aria-readonly": "true" }),
				...(this.isDisabled && { "aria-disabled": "true" }),
				dir: "ltr",
			},
			placeholder: this.#placeholder,
			isReadonly: this.#isReadonly,
			isDisabled: this.isDisabled,
			showsCounts: this.counts !== "off",
		};
	}

	get #surface(): Surface | undefined {
		return this.#code ?? this.#area;
	}

	get #placeholder(): string {
		return this.placeholder ?? this.say.placeholder;
	}

	get #isReadonly(): boolean {
		return this.session.inputs.readOnly;
	}

	get #isInvalid(): boolean {
		return this.session.compiled?.ok === false;
	}

	get #descriptions(): string {
		return this.#isInvalid ? "help first-error" : "help";
	}

	get #shortcuts(): readonly Shortcut[] {
		return shortcutsOf(this.say, { isMac: isMac(navigator.platform), isCode: this.#code !== undefined });
	}

	/** The text area that was just drawn. */
	#takeArea(): void {
		const area = this.#code ? null : this.renderRoot.querySelector("textarea");
		if (!area || this.#area) return;
		this.#area = new TextArea(this.#host, area, this.#suggestions);
	}

	/** Puts the code editor in the text area's place, when it is loaded. */
	#takeCode(): void {
		if (this.#code || this.#hasFailed || this.editor === "plain" || !this.isConnected) return;
		if (this.#module) this.#mountCode(this.#module);
		else this.#loading ??= this.#load();
	}

	#tryAgain(): void {
		this.#hasFailed = false;
		this.#takeCode();
	}

	async #load(): Promise<void> {
		try {
			this.#module = await this.loadCodeEditor();
		} catch {
			this.#hasFailed = true;
		}
		this.#loading = undefined;
		this.requestUpdate();
	}

	#mountCode({ CodeEditor: Editor }: CodeModule): void {
		const parent = this.renderRoot.querySelector<HTMLElement>(".code");
		const tooltips = this.renderRoot.querySelector<HTMLElement>(".tooltips");
		if (!parent || !tooltips || !this.#area) return;
		if (this.#area.isComposing) {
			this.renderRoot.addEventListener("compositionend", () => this.requestUpdate(), { once: true });
			return;
		}
		const { hasFocus, scrolled } = this.#area;
		parent.hidden = false;
		this.#code = new Editor(this.#host, { parent, root: this.renderRoot as ShadowRoot, tooltips }, this.#codeSettings());
		this.#code.scrolled = scrolled;
		if (hasFocus) this.#code.focus();
		this.#area.destroy();
		this.#area = undefined;
		this.requestUpdate();
	}

	#backToPlain(): void {
		const hadFocus = this.#code?.hasFocus;
		const scrolled = this.#code?.scrolled ?? 0;
		this.#dropCode();
		void this.updateComplete.then(() => {
			if (!this.#area) return;
			this.#area.scrolled = scrolled;
			if (hadFocus) this.#area.focus();
		});
	}

	#dropCode(): void {
		this.#code?.destroy();
		this.#code = undefined;
	}

	#offerValues(): void {
		this.#values?.stop();
		this.#values = new ProfileValues(this.session);
		this.session.values = this.#values;
	}

	#goTo({ span }: Diagnostic): void {
		this.#surface?.focus();
		this.session.select(span, "editor");
	}

	#mend(edits: Diagnostic["fixes"][number]["edits"]): void {
		this.#surface?.focus();
		this.session.edit(edits, { origin: "editor" });
	}

	/** Nothing where there were no problems before, either. */
	#problemsToSay(): ReturnType<typeof problemsSpoken> {
		const problems = problemsOf(this.#host);
		const before = this.#problemsSaid;
		this.#problemsSaid = problems.length;
		return problems.length === 0 && before === 0 ? [] : problemsSpoken(problems, this.#host);
	}

	/** Once, however long somebody goes on typing. */
	#sayReading(): void {
		const { isReading } = this.session;
		if (isReading && !this.#wasReading) this.#announcer.now([{ text: this.say.reading }]);
		this.#wasReading = isReading;
	}

	#stateInWords(): string {
		if (this.session.isReading) return this.say.reading;
		if (this.#valuesState === "loading") return this.say.loadingValues;
		return this.#valuesState === "failed" ? this.say.valuesFailed : "";
	}

	#asHost(): SurfaceHost {
		const element = this;
		return {
			get session() {
				return element.session;
			},
			get say() {
				return element.say;
			},
			get formats() {
				return element.formats;
			},
			get isLongText() {
				return element.session.text.length > longestEasyText;
			},
			get canEdit() {
				return !element.isDisabled && !element.#isReadonly;
			},
			announce: (sentence) => element.#announcer.now([{ text: sentence }]),
			valuesAre(state) {
				if (element.#valuesState === state) return;
				element.#valuesState = state;
				element.requestUpdate();
			},
		};
	}
}
