// <segql-builder>: the conditions of a text as rows that people change without writing. The class alone registers nothing; define.ts does.
import { html, type PropertyValues, type TemplateResult } from "lit";
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import type { Catalogue } from "../../fields/catalogue.ts";
import type { RowPlace } from "../../document/gestures/insert.ts";
import type { Formats } from "../guest/formats.ts";
import { Announcer } from "../guest/announcer.ts";
import { FormElement } from "../guest/form-element.ts";
import { theme } from "../guest/theme.ts";
import { sayTrouble } from "../guest/trouble.ts";
import type { SessionChange } from "../session/session.ts";
import { Acts } from "./acts.ts";
import { builderStyles } from "./builder-styles.ts";
import { Commands } from "./commands.ts";
import type { CommandsHost } from "./commands-host.ts";
import { Drag, type DragHost } from "./drag.ts";
import { FocusKeeper } from "./focus-keeper.ts";
import { rowAtSelection } from "./focus-targets.ts";
import { groupHead, groupWords } from "./group-view.ts";
import { HeldPress } from "./held-press.ts";
import { keyPressed } from "./keys.ts";
import { missingView } from "./missing-view.ts";
import { Narrow } from "./narrow.ts";
import { RoomForTools } from "./room.ts";
import { RowCounts } from "./row-counts.ts";
import { isMissing, problemsByRow } from "./row-problems.ts";
import { refusalsView } from "./refusals-view.ts";
import { RefusedWords } from "./refused-words.ts";
import { problemsView } from "./row-remarks.ts";
import { additions, rowsView } from "./row-view.ts";
import { Suggestions } from "./suggestions.ts";
import { Typing } from "./typing.ts";
import type { Panels, View } from "./view.ts";
import { type BuilderWords, builderWords } from "./words.ts";

/** From here on rows out of sight are not laid out: it saves half of the time to paint of five hundred, and can be seen by tools that measure. */
const manyRows = 150;

/** Rows of a longer text are drawn when someone asks for them: twenty thousand would keep the page busy for minutes. */
export const rowsAtOnce = 1_000;

const noPanels: Panels = { more: undefined, whole: new Set(), written: new Set(), rows: rowsAtOnce };

/**
 * Shows every condition of the text as a row, in groups within groups, and changes the text by small edits: comments and layout stay. What cannot
 * be shown as a condition is a row of words that can be moved and edited like the others.
 *
 * @tag segql-builder
 * @fires segql-change - After every change of the text that is not the host's own; `detail.text` is the text.
 * @csspart builder - All of it.
 * @csspart row - A row; also has its kind as a part: `condition`, `group`, `reference`, `text`, `muted`, `note`, and `marked` where the selection is.
 * @csspart condition - A row that is a condition.
 * @csspart group - A row that holds others.
 * @csspart reference - A row that names segments.
 * @csspart marked - The row that the selection is in.
 * @csspart grip - What a row is dragged by.
 * @csspart joint - The word that joins a row to the one before it.
 * @csspart subject - What a condition is about.
 * @csspart operator - How it is compared.
 * @csspart value - A value that it is compared with.
 * @csspart values - A list of values.
 * @csspart chip - One of them.
 * @csspart kind - The choice of a kind of time.
 * @csspart unit - A unit of time.
 * @csspart quantity - How many of a group's rows must hold.
 * @csspart case - The switch for upper and lower case.
 * @csspart not - The word that makes a row its opposite.
 * @csspart name - The name of a row.
 * @csspart comment - A comment of a row.
 * @csspart note - A comment of nobody's.
 * @csspart text - Words that no editor shows.
 * @csspart muted - A condition that is commented out.
 * @csspart unmute - The button that brings it back.
 * @csspart count - How many profiles pass a row.
 * @csspart tools - The buttons of a row.
 * @csspart tool - One of them.
 * @csspart panel - The buttons and fields that unfold below a row.
 * @csspart problems - What is wrong with a row.
 * @csspart refusal - Why something could not be done.
 * @csspart add - A button for a new row.
 * @csspart more-rows - The button for the rows of a very long text that are not drawn yet.
 * @csspart input - Another field for typing.
 * @csspart select - Another choice.
 * @csspart choices - The list under a field.
 * @csspart choice - One of its items.
 * @csspart state - A sentence in place of rows.
 * @cssprop --segql-accent - Focus, buttons, marks.
 */
export class BuilderElement extends FormElement<BuilderWords> implements CommandsHost, DragHost {
	static override readonly styles = [theme, builderStyles];

	readonly acts = new Acts(
		() => this.session,
		(refused) => {
			if (refused) this.announce(refused.reason);
			this.requestUpdate();
		},
	);
	readonly typing = new Typing(() => {
		this.#refused.tell();
		this.requestUpdate();
	});
	readonly #refused = new RefusedWords(this);
	readonly commands = new Commands(this);
	readonly suggestions = new Suggestions(this, () => this.wording);
	panels: Panels = noPanels;
	problems: ReadonlyMap<number, readonly Diagnostic[]> = new Map();
	#missing: ReadonlySet<number> = new Set();
	readonly #counts = new RowCounts();
	readonly #drag = new Drag(this);
	readonly #room = new RoomForTools(this);
	readonly #press = new HeldPress(this);
	readonly #focus = new FocusKeeper(
		() => this.renderRoot,
		() => rowAtSelection(this.session, Number.NaN),
	);
	#diagnostics: readonly Diagnostic[] | undefined;
	/** Rows with other fields are other rows, whatever their ids. */
	#fields: Catalogue | undefined;
	/** Somebody has put the selection where it is: not the host, with a new text. */
	#isPlaced = false;
	/** Somebody else has changed the text last. */
	#waits = false;
	readonly #announcer = new Announcer(
		() => this.requestUpdate(),
		() => this.session,
	);
	#words: { readonly say: BuilderWords; readonly formats: Formats; readonly host: Partial<BuilderWords> | undefined } | undefined;

	constructor() {
		super(builderWords);
		new Narrow(this);
	}

	/** The first field of a row, or the first button where there is none. */
	override get textTarget(): HTMLElement | undefined {
		return (
			this.renderRoot.querySelector<HTMLElement>(".root :is(input, select, textarea)") ??
			this.renderRoot.querySelector("button") ??
			undefined
		);
	}

	/** The words, the same object until there are others. */
	get wording(): { readonly say: BuilderWords; readonly formats: Formats } {
		const { say, formats } = this;
		if (!this.#words || this.#words.formats !== formats || this.#words.host !== this.words || (!this.words && this.#words.say !== say)) {
			this.#words = { say, formats, host: this.words };
		}
		return this.#words;
	}

	setPanels(panels: Panels): void {
		this.panels = panels;
		this.requestUpdate();
	}

	focusAfter(target: string | number): void {
		this.#focus.want(target);
		this.requestUpdate();
	}

	/** Says a sentence to screen readers. */
	announce(sentence: string): void {
		this.#announcer.now([{ text: sentence }]);
	}

	dropped(row: number, place: RowPlace): void {
		this.commands.moveTo(row, place);
	}

	dragCancelled(): void {
		this.announce(this.wording.say.cancelled);
	}

	canHold(row: number): boolean {
		const found = this.session.rows?.places.get(row)?.row;
		return found !== undefined && "list" in found && found.list !== undefined && !(found.kind === "group" && found.form === "prefix");
	}

	/** While a long text is typed elsewhere, its rows stay as they were; a gesture finds those of the text as it is. */
	protected override shouldUpdate(changed: PropertyValues): boolean {
		const waits = this.#waits && this.session.isReading && !changed.has("session");
		return !waits && super.shouldUpdate(changed);
	}

	override connectedCallback(): void {
		super.connectedCallback();
		// At once, and not when the words of another language are there and rows are first drawn.
		this.session.loadRows().catch(() => undefined);
	}

	protected override sessionChanged(change: SessionChange): void {
		if (change.kind === "text") this.#waits = change.origin !== "builder";
		if (change.kind === "text" || change.kind === "selection") this.#isPlaced = change.origin !== "host";
		if (change.kind === "text" && change.origin !== "builder") {
			if (change.origin === "host") this.#forget();
			else this.typing.end();
			this.acts.clear();
		}
		const { catalogue } = this.session;
		if ((change.kind === "text" && change.origin === "host") || catalogue !== this.#fields) this.panels = noPanels;
		this.#fields = catalogue;
		sayTrouble(this.#announcer, this.session, change, this.wording.say.brokenCatalogue);
		super.sessionChanged(change);
	}

	protected override async scheduleUpdate(): Promise<void> {
		const { over } = this.#press;
		if (over) await over;
		await super.scheduleUpdate();
	}

	protected override willUpdate(changed: PropertyValues): void {
		super.willUpdate(changed);
		if (changed.has("session")) {
			this.panels = noPanels;
			this.#forget();
			if (this.isConnected) this.#refused.follow();
		}
		this.#focus.remember();
	}

	/** Focus marks rows, which is another drawing: it waits for the end of this one. */
	protected override updated(changed: PropertyValues): void {
		super.updated(changed);
		void this.updateComplete.then(() => {
			this.#refused.tell();
			this.#focus.restore();
		});
	}

	protected override render(): TemplateResult {
		const { say } = this.wording;
		return html`<div
			class="builder"
			part="builder"
			role="group"
			aria-label=${say.conditions}
			aria-describedby="keys"
			@pointerdown=${this.#drag.press}
			@keydown=${this.#pressed}
			@focusin=${this.#focused}
			@blur=${this.#press.left}
			@focusout=${this.#unfocused}
			@pointerover=${this.#room.pointed}
			@pointerleave=${this.#room.left}
		>
			<p class="only-spoken" id="keys">${say.keys}</p>
			<fieldset class="lock" ?disabled=${this.session.inputs.readOnly}>${this.#content()}</fieldset>
			<div class="drop-line" hidden></div>
			<div id="choices" class="choices" popover="manual"></div>
			${this.#announcer.region()}
		</div>`;
	}

	/** What is known of rows that are others now. */
	#forget(): void {
		this.typing.clear();
		this.commands.groups.forget();
	}

	/** What rows are drawn of; undefined until there are rows. */
	get currentView(): View | undefined {
		const { session } = this;
		const { rows: document, rowLanguage: language } = session;
		if (!document || !language) return undefined;
		this.#counts.read(session);
		if (this.#diagnostics !== session.diagnostics) {
			this.#diagnostics = session.diagnostics;
			const [missing, wrong] = [true, false].map((each) => session.diagnostics.filter((one) => isMissing(document, one) === each));
			this.problems = problemsByRow(document, wrong ?? [], language.document);
			this.#missing = new Set(problemsByRow(document, missing ?? [], language.document).keys());
		}
		const { acts, commands, typing, suggestions, panels, problems } = this;
		return {
			...this.wording,
			...{ session, language, document, acts, commands, typing, suggestions, problems, panels },
			counts: this.#counts,
			missing: this.#missing,
			drawn: document.places.size - 1 > panels.rows ? new Set([...document.places.keys()].slice(0, panels.rows + 1)) : undefined,
			marked: this.#marked(),
		};
	}

	#content(): TemplateResult {
		const { rowProblem } = this.session;
		const { say, formats } = this.wording;
		if (rowProblem !== undefined) return html`<p class="state" part="state" lang="en" dir="ltr">${rowProblem}</p>`;
		const view = this.currentView;
		if (!view) return html`<p class="state" part="state">${say.loading}</p>`;
		const { document } = view;
		const hidden = document.places.size - 1 - this.panels.rows;
		const { root } = document;
		return html`${this.#catalogueState()}
			<div class="root${document.places.size > manyRows ? " many" : ""}" role="group" data-row=${root.id} data-root aria-label=${say.group(formats, groupWords(view, root), root.children.length)}>
				<div class="line head"><div class="content">${groupHead(view, root)}</div></div>
				${root.children.length === 0 ? html`<p class="state" part="state">${say.empty}</p>` : ""}
				${rowsView(view, root)}
				${
					hidden > 0
						? html`<button type="button" part="more-rows" data-key="${root.id}/more-rows" @click=${() => this.commands.unfolding.showRows(rowsAtOnce)}>
								${say.moreRows(formats, hidden)}
							</button>`
						: ""
				}
				${problemsView(view, root)} ${missingView(view, root)}
				${refusalsView(view, root.id)}
				${additions(view, root)}
			</div>`;
	}

	#catalogueState(): TemplateResult | string {
		const { catalogueProblems, catalogue } = this.session;
		const { say } = this.wording;
		if (catalogueProblems.length > 0) {
			return html`<div class="state broken" part="state">
				<p>${say.brokenCatalogue}</p>
				<ul class="problems" lang="en" dir="ltr">
					${catalogueProblems.map(({ message }) => html`<li class="error"><span class="message">${message}</span></li>`)}
				</ul>
			</div>`;
		}
		return catalogue ? "" : html`<p class="state" part="state">${say.noCatalogue}</p>`;
	}

	/** The innermost row around the selection; none for a selection of more than one. */
	#marked(): number | undefined {
		const { rows, rowLanguage: language, selection } = this.session;
		if (!rows || !language || !this.#isPlaced) return undefined;
		const row = language.document.rowAt(rows, selection.from);
		return row === rows.root || selection.to > row.span.to ? undefined : row.id;
	}

	readonly #focused = (event: FocusEvent): void => {
		this.#room.look();
		const { rows } = this.session;
		const row = rows?.places.get(rowOf(event.target))?.row;
		this.commands.conditions.trial.leave(row?.id);
		if (row && row !== rows?.root && row.id !== this.#marked()) this.session.select(row.words, "builder");
	};

	readonly #unfocused = (event: FocusEvent): void => {
		this.#room.look();
		this.commands.conditions.trial.leave(rowOf(event.relatedTarget));
	};

	readonly #pressed = (event: KeyboardEvent): void => keyPressed(event, this);
}

/** NaN outside of all rows. */
const rowOf = (target: EventTarget | null): number =>
	Number(target instanceof Element ? target.closest<HTMLElement>("[data-row]")?.dataset.row : undefined);
