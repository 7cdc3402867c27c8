// <segql-segment>: a segment's text with its problems, and who is in it. The class alone registers nothing; define.ts does.
import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { type Compiled, type CompileOptions, compile } from "../compile.ts";
import type { Diagnostic, Fix } from "../diagnostic/diagnostic.ts";
import { type Catalogue, type CatalogueInput, type CatalogueProblem, catalogue as readCatalogue } from "../fields/catalogue.ts";
import { applyEdits } from "../text/edit.ts";
import { lineIndex } from "../text/line-index.ts";
import type { Count } from "./count-matches.ts";
import { differenceOf, replaceInTextArea } from "./edit-text-area.ts";
import { LivePreview, type PreviewState } from "./live-preview.ts";
import { answersItself, type ProfileSource } from "./profile-source.ts";
import { sampleTable } from "./sample-table.ts";
import { segmentStyles } from "./segment-styles.ts";
import * as words from "./words.ts";

/** Milliseconds without a keystroke before a screen reader is told about the problems: it would be told of every half-typed word. */
const announceAfterMs = 700;

/**
 * Properties: `text` (also an attribute), `label`, `catalogue` (as a catalogue file holds it), `profiles` (where to count),
 * `segments` (those that `in segment "…"` names), `now`, `timeZone`, `sampleSize`.
 * Events, which leave the shadow tree: `segql-change` when the user or a fix changed the text, `segql-preview` after each exact count.
 *
 *     <segql-segment label="Who gets the letter" text='country = "US"'></segql-segment>
 */
export class SegmentElement extends LitElement {
	static override readonly styles = segmentStyles;

	static override readonly properties: PropertyDeclarations = {
		text: { type: String },
		label: { type: String },
		catalogue: { attribute: false },
		profiles: { attribute: false },
		segments: { attribute: false },
		now: { attribute: false },
		timeZone: { type: String, attribute: "time-zone" },
		sampleSize: { type: Number, attribute: "sample-size" },
	};

	declare text: string;
	/** What the text area is called. */
	declare label: string;
	declare catalogue: CatalogueInput | undefined;
	declare profiles: ProfileSource | undefined;
	declare segments: CompileOptions["segments"];
	/** Epoch milliseconds or a Date; undefined is the moment of each keystroke. */
	declare now: number | Date | undefined;
	/** An IANA name; undefined is the catalogue's, else the host's. */
	declare timeZone: string | undefined;
	/** How many matching profiles are shown; 0 hides the table. */
	declare sampleSize: number;

	#fields: { readonly catalogue: Catalogue } | { readonly problems: readonly CatalogueProblem[] } | undefined;
	#compiled: Compiled | undefined;
	#announced = "";
	#announceTimer: ReturnType<typeof setTimeout> | undefined;
	#unsubscribe: (() => void) | undefined;
	readonly #preview = new LivePreview(() => this.#previewChanged());

	constructor() {
		super();
		this.text = "";
		this.label = "Segment";
		this.catalogue = undefined;
		this.profiles = undefined;
		this.segments = undefined;
		this.now = undefined;
		this.timeZone = undefined;
		this.sampleSize = 8;
	}

	/** The last compilation: undefined without a catalogue or without a text. */
	get compiled(): Compiled | undefined {
		return this.#compiled;
	}

	/** What the preview shows. */
	get preview(): PreviewState {
		return this.#preview.state;
	}

	/** Counts again: the profiles have changed. */
	refresh(): void {
		this.#recount();
	}

	override disconnectedCallback(): void {
		super.disconnectedCallback();
		this.#preview.reset();
		this.#listenTo(undefined);
		clearTimeout(this.#announceTimer);
	}

	override connectedCallback(): void {
		super.connectedCallback();
		if (!this.hasUpdated) return;
		this.#listenTo(this.profiles);
		this.#recount();
	}

	protected override willUpdate(changed: PropertyValues<this>): void {
		if (changed.has("catalogue")) this.#fields = this.catalogue && readCatalogue(this.catalogue);
		if (changed.has("profiles")) this.#listenTo(this.profiles);
		const compiles = ["text", "catalogue", "segments", "now", "timeZone"] as const;
		if (compiles.some((name) => changed.has(name))) this.#compile();
		else if (changed.has("profiles") || changed.has("sampleSize")) this.#recount();
	}

	protected override render(): TemplateResult {
		if (this.#fields && "problems" in this.#fields) return this.#brokenCatalogue(this.#fields.problems);
		const { diagnostics = [] } = this.#compiled ?? {};
		const invalid = this.#compiled?.ok === false;
		return html`
			<div class="editor" part="editor">
				<label for="text">${this.label}</label>
				<textarea
					id="text"
					part="text"
					rows=${Math.min(Math.max(this.text.split("\n").length, 4), 16)}
					spellcheck="false"
					autocomplete="off"
					autocapitalize="off"
					aria-describedby=${invalid ? "hint first-problem" : "hint"}
					aria-invalid=${invalid ? "true" : "false"}
					aria-errormessage=${invalid ? "first-problem" : nothing}
					.value=${live(this.text)}
					@input=${this.#typed}
				></textarea>
				<div class="under">
					<p class="hint" id="hint">Conditions join with “and” and “or”; “#” begins a comment.</p>
					<button type="button" ?disabled=${!this.#canTidy()} @click=${this.#tidy}>Tidy up</button>
				</div>
				${diagnostics.length === 0 ? nothing : this.#problems(diagnostics)}
			</div>
			<p class="only-spoken" role="status">${this.#announced}</p>
			${this.#previewPart()}
		`;
	}

	#problems(diagnostics: readonly Diagnostic[]): TemplateResult {
		const lines = lineIndex(this.text);
		return html`<ul class="problems" part="problems" aria-label="Problems">
			${diagnostics.map(
				(diagnostic, index) => html`<li class=${diagnostic.severity}>
					<span class="severity">${words.severityInWords(diagnostic.severity)}</span>
					<span class="message" id=${index === 0 ? "first-problem" : nothing}>${diagnostic.message}</span>
					<button type="button" class="place" @click=${() => this.#goTo(diagnostic)}>${words.placeInWords(lines, diagnostic.span.from)}</button>
					${diagnostic.fixes.map((fix) => html`<button type="button" class="fix" @click=${() => this.#fix(fix)}>${fix.title}</button>`)}
				</li>`,
			)}
		</ul>`;
	}

	#previewPart(): TemplateResult {
		const { state } = this.#preview;
		const count = countOf(state);
		const outdated = state.kind !== "exact";
		const quality = state.kind === "exact" && state.count.quality && words.qualityInWords(state.count.quality);
		return html`<section class="preview ${outdated ? "outdated" : ""}" part="preview" aria-label="Preview">
			${
				count && count.total > 0
					? html`<p class="result">
							<span class="matches" part="count">${words.inDigits(count.matches)}</span>
							<span class="share">of ${words.inDigits(count.total)} profiles · ${words.inPercent(count.matches, count.total)}</span>
						</p>
						<svg aria-hidden="true" part="bar"><rect height="100%" width="${(count.matches / count.total) * 100}%"></rect></svg>`
					: nothing
			}
			<p class="state" part="state">${words.stateInWords(state)}</p>
			${quality ? html`<p class="state" part="quality">${quality}</p>` : nothing}
			${this.#inWords()} ${count && this.#fields && "catalogue" in this.#fields ? sampleTable(count, this.#fields.catalogue) : nothing}
		</section>`;
	}

	#inWords(): TemplateResult | typeof nothing {
		if (!this.#compiled?.ok) return nothing;
		return html`<details class="words" part="words">
			<summary>In words</summary>
			<ul>
				${this.#compiled.segment.english.map((sentence) => html`<li>${sentence}</li>`)}
			</ul>
		</details>`;
	}

	#brokenCatalogue(problems: readonly CatalogueProblem[]): TemplateResult {
		return html`<div role="alert">
			<p>The list of fields cannot be used:</p>
			<ul class="problems">
				${problems.map((problem) => html`<li class="error"><span class="message">${problem.message}</span></li>`)}
			</ul>
		</div>`;
	}

	#compile(): void {
		this.#compiled = undefined;
		if (this.#fields && "catalogue" in this.#fields && this.text.trim() !== "") {
			const { segments, now, timeZone } = this;
			this.#compiled = compile(this.text, { catalogue: this.#fields.catalogue, now, timeZone, ...(segments ? { segments } : {}) });
		}
		this.#announceLater();
		this.#recount();
	}

	/** Counts again whenever the source has other profiles. */
	#listenTo(source: ProfileSource | undefined): void {
		this.#unsubscribe?.();
		this.#unsubscribe =
			source && answersItself(source)
				? source.subscribe?.(({ kind }) => {
						if (kind === "freshness") this.#recount();
					})
				: undefined;
	}

	#recount(): void {
		if (!this.#compiled || !this.#fields || !("catalogue" in this.#fields) || !this.profiles) this.#preview.reset();
		else if (!this.#compiled.ok) this.#preview.markStale();
		else {
			const { catalogue } = this.#fields;
			void this.#preview.count({ segment: this.#compiled.segment, catalogue, source: this.profiles, sampleSize: this.sampleSize });
		}
	}

	#previewChanged(): void {
		this.requestUpdate();
		const { state } = this.#preview;
		if (state.kind === "failed") this.#announce(words.stateInWords(state));
		if (state.kind !== "exact") return;
		this.#announceLater();
		this.dispatchEvent(new CustomEvent<Count>("segql-preview", { detail: state.count, bubbles: true, composed: true }));
	}

	/** Says problems and count in one go, once the typing has paused. */
	#announceLater(): void {
		clearTimeout(this.#announceTimer);
		this.#announceTimer = setTimeout(() => {
			const { state } = this.#preview;
			const problems = this.#compiled?.diagnostics.length ? words.problemsInWords(this.#compiled.diagnostics) : "";
			this.#announce([problems, state.kind === "exact" ? `${words.countInWords(state.count)}.` : ""].filter(Boolean).join(" "));
		}, announceAfterMs);
	}

	#announce(sentence: string): void {
		this.#announced = sentence;
		this.requestUpdate();
	}

	get #area(): HTMLTextAreaElement | null {
		return this.renderRoot.querySelector("textarea");
	}

	#typed(event: Event): void {
		this.text = (event.target as HTMLTextAreaElement).value;
		this.dispatchEvent(new CustomEvent("segql-change", { detail: { text: this.text }, bubbles: true, composed: true }));
	}

	#goTo({ span }: Diagnostic): void {
		this.#area?.focus();
		this.#area?.setSelectionRange(span.from, span.to);
	}

	#fix({ edits }: Fix): void {
		this.#changeTo(applyEdits(this.text, edits));
	}

	#canTidy(): boolean {
		return this.#compiled?.ok === true && this.#compiled.segment.canonical !== this.text;
	}

	#tidy(): void {
		if (this.#compiled?.ok) this.#changeTo(this.#compiled.segment.canonical);
	}

	#changeTo(text: string): void {
		const area = this.#area;
		if (!area) return;
		const { from, to, text: inserted } = differenceOf(area.value, text);
		replaceInTextArea(area, from, to, inserted);
	}
}

function countOf(state: PreviewState): Count | undefined {
	switch (state.kind) {
		case "exact":
			return state.count;
		case "counting":
		case "stale":
			return state.before;
		case "idle":
		case "failed":
			return undefined;
	}
}
