// <segql-preview>: who is in a segment, live. The class alone registers nothing.
import { type CSSResultGroup, html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import { Announcer, errorsOf } from "../guest/announcer.ts";
import { SegqlElement } from "../guest/segql-element.ts";
import { ownWidth } from "../guest/own-width.ts";
import { theme } from "../guest/theme.ts";
import { sayTrouble } from "../guest/trouble.ts";
import type { CountsState } from "../session/live-counts.ts";
import type { SessionChange } from "../session/session.ts";
import { chartStyles } from "./chart-styles.ts";
import { countAnnounced, type CountViewHost, countView } from "./count-view.ts";
import { saveFile } from "./export/save-file.ts";
import type { NamedText } from "./named-text.ts";
import { Offline } from "./offline.ts";
import { type ChosenProfile, type PanelHost, type PanelName, panelNames, type SavedFile } from "./panel.ts";
import type { Panels } from "./panels.ts";
import { previewStyles } from "./preview-styles.ts";
import { tableStyles } from "./table-styles.ts";
import { tabList } from "./tabs.ts";
import { type PreviewWords, previewWords } from "./words.ts";

/** Milliseconds without a change before the count is spoken. */
const announceAfterMs = 900;

/** Milliseconds that the last count is shown as it is while the next one is on its way: what comes at once does not flicker. */
const holdMs = 150;

type PanelsModule = typeof import("./panels.ts");

/**
 * The count of a segment with its state in words, and, one panel at a time, its conditions, the values of a field, its profiles, why one of them is in or
 * not, what changes against the saved text, the overlap with others, and what is wrong with the data. Charts with thresholds and fixes edit the text.
 *
 * @tag segql-preview
 * @fires segql-change - `{ text }`: a person changed the text here: a threshold, a fix, a region of an overlap.
 * @fires segql-count - `{ count, size, asOf, isPartial }`: the text as it is was counted.
 * @fires segql-export - `{ name, blob }`, cancelable: a file is ready. Without `preventDefault()` it is given to the person as a download.
 * @csspart preview - everything
 * @csspart count - the big number
 * @csspart share - what stands beside it
 * @csspart bar - a bar for how much of a whole
 * @csspart state - a state in words
 * @csspart tabs - the row of tabs
 * @csspart tab - one of them
 * @csspart panel - the open one
 * @csspart table - any table
 * @csspart chart - the drawing of a field's values
 * @csspart threshold - a line that can be moved
 * @csspart sample - the list of profiles
 * @csspart explanation - why a profile is in or not
 * @csspart button - any button
 * @csspart select - any choice
 * @csspart condition - a condition with its counts
 * @csspart through-missing - how many pass a condition only because a value is missing
 * @csspart change - the smallest change that would make it the other way round
 * @csspart who - whom it is about, where that may be seen
 * @csspart verdict - whether a profile is in, in one sentence
 * @csspart user-id - the field for the id of a profile
 * @csspart search - the field that searches the profiles
 * @csspart columns - the choice of columns
 * @csspart pager - what turns the pages of the list
 * @csspart first - the button for the first page
 * @csspart previous - the one for the page before
 * @csspart next - the one for the page after
 * @csspart last - the one for the last page
 * @csspart export - the buttons for files
 * @csspart export-csv - the one for CSV
 * @csspart export-ndjson - the one for NDJSON
 */
export class PreviewElement extends SegqlElement<PreviewWords> {
	static override readonly properties: PropertyDeclarations = {
		compareWith: { attribute: false },
		maxExportRows: { type: Number, attribute: "max-export-rows" },
		exportName: { type: String, attribute: "export-name" },
		panel: { type: String, reflect: true },
		errors: { type: String },
	};
	static override styles: CSSResultGroup = [theme, ownWidth, previewStyles, tableStyles, chartStyles];

	/** Other segments to compare with; at most 29. */
	declare compareWith: readonly NamedText[];
	/** Profiles in an exported file at most; default 1,000,000. */
	declare maxExportRows: number;
	/** Name of an exported file without its ending; default `segment`. */
	declare exportName: string;
	/** The open panel; default `conditions`. */
	declare panel: PanelName;
	/** `off` leaves out what is wrong with the text, for pages that say it beside: a studio does. Default `on`. */
	declare errors: "on" | "off";
	readonly #offline = new Offline(this);
	#panels: Panels | undefined;
	#panelsOf: unknown;
	#isLoading = false;
	#hasFailedToLoad = false;
	/** What is shown in place of a count that has just begun. */
	#held: CountsState | undefined;
	/** The last state that was not on its way to another. */
	#settled: CountsState | undefined;
	#holdTimer: ReturnType<typeof setTimeout> | undefined;
	readonly #announcer = new Announcer(
		() => this.requestUpdate(),
		() => this.session,
	);

	constructor() {
		super(previewWords);
		this.compareWith = [];
		this.maxExportRows = 1_000_000;
		this.exportName = "segment";
		this.panel = "conditions";
		this.errors = "on";
	}

	override disconnectedCallback(): void {
		super.disconnectedCallback();
		this.#announcer.stop();
		clearTimeout(this.#holdTimer);
		this.#panels?.byName[this.#open].leave();
	}

	protected override willUpdate(changed: PropertyValues): void {
		super.willUpdate(changed);
		if (this.#panelsOf !== this.session) {
			this.#panels?.byName[this.#open].leave();
			this.#panels = undefined;
			this.#held = undefined;
			this.#settled = undefined;
		}
		if (!this.#panels && !this.#hasFailedToLoad) void this.#load();
		if (changed.has("panel")) this.#panels?.byName[this.#openOf(changed.get("panel"))].leave();
		if (changed.has("compareWith") || changed.has("panel")) this.#panels?.byName[this.#open].refresh();
	}

	protected loadPanels(): Promise<PanelsModule> {
		return import("./panels.ts");
	}

	protected override sessionChanged(change: SessionChange): void {
		const { kind } = change;
		if (kind === "selection") return;
		sayTrouble(this.#announcer, this.session, change, this.say.brokenFields);
		if (kind === "counts") this.#countsChanged();
		this.#panels?.byName[this.#open].refresh();
		this.requestUpdate();
	}

	protected override render(): TemplateResult {
		const { formats, say, session } = this;
		const host = this.#countHost;
		const hasCounts = session.counts.kind !== "idle" && session.counts.kind !== "empty";
		return html`<div class="own-width"><section class="preview" part="preview" lang=${formats.language} dir=${formats.direction} aria-label=${say.preview}>
			${countView(this.#held ?? session.counts, host)}
			${session.catalogueProblems.length > 0 ? this.#brokenFields() : nothing}
			${hasCounts ? this.#tabs() : nothing}
			${this.#announcer.region()}
		</section></div>`;
	}

	#tabs(): TemplateResult {
		const { say, formats } = this;
		const open = this.#open;
		return html`
			${tabList({ names: this.#offered, open, direction: formats.direction, choose: (name) => this.#choose(name) }, say)}
			<div id="panel" role="tabpanel" part="panel" aria-labelledby="tab-${open}">${this.#opened(open)}</div>
		`;
	}

	#opened(open: PanelName): TemplateResult {
		const { say } = this;
		if (this.#panels) return this.#panels.byName[open].template();
		if (!this.#hasFailedToLoad) return html`<p class="hint getting-ready">${say.gettingReady}</p>`;
		return html`<p class="hint">
			${say.notLoaded} <button type="button" part="button" @click=${() => void this.#load()}>${say.tryAgain}</button>
		</p>`;
	}

	#brokenFields(): TemplateResult {
		return html`<div class="broken">
			<p>${this.say.brokenFields}</p>
			<ul lang="en" dir="ltr">
				${this.session.catalogueProblems.slice(0, 20).map(({ message }) => html`<li>${message}</li>`)}
			</ul>
		</div>`;
	}

	/** What there is to look at: nothing is offered that would only say that there is nothing. */
	get #offered(): readonly PanelName[] {
		const isSaved = this.session.inputs.saved !== undefined;
		return panelNames.filter((name) => (name !== "changes" || isSaved) && (name !== "overlap" || this.compareWith.length > 0));
	}

	get #open(): PanelName {
		return this.#openOf(this.panel);
	}

	/** The panel that is open when a host, or a person, has chosen this one. */
	#openOf(chosen: PanelName | undefined): PanelName {
		return chosen && this.#offered.includes(chosen) ? chosen : "conditions";
	}

	#choose(name: PanelName): void {
		this.panel = name;
	}

	async #load(): Promise<void> {
		if (this.#isLoading) return;
		this.#isLoading = true;
		this.#hasFailedToLoad = false;
		try {
			const { makePanels } = await this.loadPanels();
			this.#panels = makePanels(this.#panelHost());
			this.#panelsOf = this.session;
			this.#panels.byName[this.#open].refresh();
		} catch {
			this.#hasFailedToLoad = true;
		}
		this.#isLoading = false;
		this.requestUpdate();
	}

	#countsChanged(): void {
		const { counts } = this.session;
		clearTimeout(this.#holdTimer);
		if (counts.kind === "computing" && counts.before && !counts.isSlow) {
			this.#held ??= this.#settled;
			this.#holdTimer = setTimeout(() => this.#release(), holdMs);
			return;
		}
		this.#held = undefined;
		if (counts.kind !== "computing") this.#settled = counts;
		if (counts.kind === "exact") {
			const { preview, freshness } = counts.counted;
			this.emit("segql-count", {
				...{ count: preview.count, size: preview.size, asOf: freshness.asOf, isPartial: freshness.kind === "partial" },
			});
		}
		if (counts.kind !== "computing" || counts.isSlow) this.#announceLater();
	}

	#release(): void {
		this.#held = undefined;
		this.requestUpdate();
	}

	/** That the text has errors is news of the editor's, too. */
	#announceLater(): void {
		this.#announcer.later(() => [{ text: countAnnounced(this.session.counts, this.#countHost) }], {
			about: () => (this.session.counts.kind === "stale" ? errorsOf(this.session) : undefined),
			after: announceAfterMs,
		});
	}

	get #idleReason(): string {
		const { say, session } = this;
		if (session.problem !== undefined) return say.notLoaded;
		if (!session.language) return say.gettingReady;
		if (!session.catalogue) return say.noFields;
		if (!session.inputs.profiles) return say.noSource;
		return say.nothingYet;
	}

	get #countHost(): CountViewHost {
		const { say, formats, session } = this;
		const hasFailedToLoad = session.problem !== undefined;
		return {
			...{ say, formats, session, hasFailedToLoad, offlineSince: this.#offline.since, idle: this.#idleReason },
			retry: () => {
				if (hasFailedToLoad) session.load().catch(() => undefined);
				else session.recount();
			},
		};
	}

	/** Panels ask for what is there now: words, properties and the session's inputs change under them. */
	#panelHost(): PanelHost {
		const element = this;
		return {
			session: this.session,
			get say() {
				return element.say;
			},
			get formats() {
				return element.formats;
			},
			get compareWith() {
				return element.compareWith;
			},
			get maxExportRows() {
				return element.maxExportRows;
			},
			get saysErrors() {
				return element.errors !== "off";
			},
			get exportName() {
				return element.exportName;
			},
			draw: () => element.requestUpdate(),
			announce: (sentence) => element.#announcer.now([{ text: sentence }]),
			explain: (profile) => element.#explain(profile),
			save: (file) => element.#save(file),
		};
	}

	#explain(profile: ChosenProfile): void {
		this.#choose("why");
		this.#panels?.choose(profile);
		void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>("#tab-why")?.focus());
	}

	#save(file: SavedFile): void {
		const event = new CustomEvent<SavedFile>("segql-export", { detail: file, bubbles: true, composed: true, cancelable: true });
		if (this.dispatchEvent(event)) saveFile(file);
	}
}
