// One text being edited, and all that elements show of it: its history, its selection, what it compiles to, its rows, its counts.
// Elements that share a session show the same text; none of them keeps a state of the text of its own. No DOM here.
import type { RowDocument } from "../../document/row.ts";
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import type { Catalogue, CatalogueProblem } from "../../fields/catalogue.ts";
import { Listeners } from "../../platform/listeners.ts";
import type { PreviewPlan } from "../../preview/preview-plan.ts";
import type { Analysis } from "../../service/analysis.ts";
import type { EditingService } from "../../service/editing-service.ts";
import type { ValuesSource } from "../../service/values-source.ts";
import { applyEdits, type TextEdit } from "../../text/edit.ts";
import { offsetMap } from "../../text/offset-map.ts";
import type { Span } from "../../text/span.ts";
import type { Translated } from "../../translate.ts";
import { hostTimeZone } from "../../values/time-zone.ts";
import { defaultPolicy } from "../privacy/policy.ts";
import { type GivenInputs, GivenProfiles } from "./given-profiles.ts";
import { History, type Step } from "./history.ts";
import { type CountsState, LiveCounts } from "./live-counts.ts";
import { FollowingRows } from "./following-rows.ts";
import { type FormLanguage, type Language, LanguageParts, type PartLoaders, type RowLanguage } from "./language-parts.ts";
import { Reading, type ReadingOptions } from "./reading.ts";
import type { RefusingView } from "./refusing-view.ts";
import type { EditOptions, Origin, SessionChange } from "./session-change.ts";
import type { SessionInputs } from "./session-inputs.ts";
import { refuseOutside, refuseUnusable, within, withLineFeeds } from "./usable.ts";

export type { FormLanguage, Language, RowLanguage } from "./language-parts.ts";
export type { EditOptions, Origin, SessionChange } from "./session-change.ts";

export interface SessionOptions extends PartLoaders {
	/** Which texts are read at once, and how long the others wait. */
	readonly reading?: ReadingOptions | undefined;
}

export class Session {
	#inputs: SessionInputs = {
		...{ catalogue: undefined, segments: undefined, now: undefined, timeZone: undefined },
		...{ profiles: undefined, saved: undefined, privacy: defaultPolicy, readOnly: false },
	};
	#text = "";
	#version = 0;
	#selection: Span = { from: 0, to: 0 };
	readonly #parts: LanguageParts;
	#fields: Catalogue | undefined;
	#fieldProblems: readonly CatalogueProblem[] = [];
	readonly #rows = new FollowingRows();
	#service: EditingService | undefined;
	#values: ValuesSource | undefined;
	#hostZone: string | undefined;
	#unsubscribe: (() => void) | undefined;
	readonly #reading: Reading;
	readonly #givenProfiles = new GivenProfiles();
	readonly #history = new History();
	readonly #listeners = new Listeners<SessionChange>();
	/** Views whose fields can hold words that are not in the text, for as long as they are on a page. Each calls `tellRefused` when it has others. */
	readonly refusing = new Set<RefusingView>();
	readonly #counts = new LiveCounts(() => this.#listeners.tell({ kind: "counts" }));

	constructor({ reading, ...loaders }: SessionOptions = {}) {
		this.#parts = new LanguageParts(loaders, {
			languageCame: () => this.#begin(),
			partCame: () => this.#listeners.tell({ kind: "part" }),
			failed: () => this.#listeners.tell({ kind: "language-failed" }),
		});
		this.#reading = new Reading(() => {
			this.#listeners.tell({ kind: "read" });
			this.recount();
		}, reading);
	}

	/**
	 * Calls `listener` after each change, at once; returns what ends that. The language is loaded when somebody listens. A change that is made
	 * by a listener is told after the one that it was told of, so that everybody hears of all changes in their order.
	 */
	subscribe(listener: (change: SessionChange) => void): () => void {
		const remove = this.#listeners.add(listener);
		if (this.#listeners.size === 1) this.#start();
		return () => {
			if (remove() && this.#listeners.size === 0) this.#end();
		};
	}

	/**
	 * Resolves when the language is there, and each part that somebody has asked for is there or cannot be loaded (`rowProblem`, `formProblem`).
	 * Rejects with an Error whose message can be shown when the language cannot be loaded. What is not there is tried again by the next call.
	 */
	load(): Promise<void> {
		return this.#parts.load();
	}

	/** Resolves when there are rows; rejects with an Error whose message can be shown. */
	loadRows(): Promise<void> {
		return this.#parts.loadRows();
	}

	/** Resolves when other forms can be read; rejects with an Error whose message can be shown. */
	loadForms(): Promise<void> {
		return this.#parts.loadForms();
	}

	/** Undefined until it is loaded. */
	get language(): Language | undefined {
		return this.#parts.language;
	}

	/** The same with rows, which is loaded when it is first asked for. `part` is told when it is there. */
	get rowLanguage(): RowLanguage | undefined {
		return this.#parts.rowLanguage;
	}

	/** The same with what makes a text of rules and conditions, loaded as `rowLanguage` is. */
	get formLanguage(): FormLanguage | undefined {
		return this.#parts.formLanguage;
	}

	/** Why the language is not there. */
	get problem(): string | undefined {
		return this.#parts.problem;
	}

	/** Why there are no rows. */
	get rowProblem(): string | undefined {
		return this.#parts.rowProblem;
	}

	/** Why other forms are not read. */
	get formProblem(): string | undefined {
		return this.#parts.formProblem;
	}

	get inputs(): SessionInputs {
		return this.#inputs;
	}

	/**
	 * Changes what the host gives; what is not named stays. Profiles may also be given as an array of them. Throws RangeError for a time zone or a
	 * time that there is not, and TypeError for profiles that are neither an array nor a source.
	 */
	configure(given: GivenInputs): void {
		const before = this.#inputs;
		refuseUnusable(given);
		const inputs = this.#givenProfiles.withSource(given, before);
		const changed = (...names: readonly (keyof SessionInputs)[]) => names.some((name) => name in inputs && before[name] !== inputs[name]);
		if (!changed(...(Object.keys(inputs) as (keyof SessionInputs)[]))) return;
		this.#inputs = { ...before, ...inputs };
		if (changed("catalogue")) this.#readCatalogue();
		if (changed("profiles")) {
			this.#counts.reset();
			this.#listenToProfiles();
		}
		const isOther = changed("catalogue", "segments", "now", "timeZone");
		if (isOther) this.#readAnew();
		this.#listeners.tell({ kind: "inputs" });
		if (isOther || changed("profiles")) this.recount();
	}

	get text(): string {
		return this.#text;
	}

	/** Another after every change of the text. */
	get version(): number {
		return this.#version;
	}

	get selection(): Span {
		return this.#selection;
	}

	/** Undefined without a catalogue, with a broken one, and until the language is loaded. */
	get catalogue(): Catalogue | undefined {
		return this.#fields;
	}

	get catalogueProblems(): readonly CatalogueProblem[] {
		return this.#fieldProblems;
	}

	/** A long text was changed and is read when the typing rests, or by `read()`. */
	get isReading(): boolean {
		return this.#reading.isWaiting;
	}

	/** Reads now what would be read when the typing rests. Linear in the text. */
	read(): void {
		this.#reading.finish();
	}

	/**
	 * What the text says: its rule, its canonical form. Undefined without a catalogue or without a text, until the language is loaded, and while it is
	 * read. Profiles are tested by the rule, with `compileTest` of `segql/eval`.
	 */
	get compiled(): Translated | undefined {
		return this.#reading.compiled;
	}

	/** None while the text is read. */
	get diagnostics(): readonly Diagnostic[] {
		return this.compiled?.diagnostics ?? [];
	}

	/** What a source is asked; undefined while the text has errors, and while it is read. */
	get plan(): PreviewPlan | undefined {
		return this.#reading.plan;
	}

	get counts(): CountsState {
		return this.#counts.state;
	}

	/** The rows of the text, which keep their ids through changes. Undefined until `rowLanguage` is there. Reads the text if need be. */
	get rows(): RowDocument | undefined {
		const language = this.rowLanguage;
		if (!language) return undefined;
		this.read();
		return this.#rows.of(this.#text, this.#reading.tree, language, this.#fields);
	}

	/** What the text was read as, for code editors. Undefined as `service` is. Reads the text if need be. */
	get analysis(): Analysis | undefined {
		return this.#reading.analyses?.of(this.#text, this.now);
	}

	/** What editors ask. Undefined without a catalogue, and until the language is loaded. */
	get service(): EditingService | undefined {
		const { analyses } = this.#reading;
		const { language } = this;
		if (!language || !this.#fields || !analyses) return undefined;
		const { segments } = this.#inputs;
		this.#service ??= language.editingService(analyses, {
			catalogue: this.#fields,
			...(segments && { segments }),
			now: () => this.now,
			timeZone: this.timeZone,
			...(this.#values && { values: this.#values }),
		});
		return this.#service;
	}

	/** IANA name: where days begin. */
	get timeZone(): string {
		const given = this.#inputs.timeZone ?? this.#fields?.timeZone;
		if (given !== undefined) return given;
		this.#hostZone ??= hostTimeZone();
		return this.#hostZone;
	}

	/** What `now` means in the text as it is, epoch milliseconds. */
	get now(): number {
		return this.#reading.now;
	}

	/** Which values completion offers and code editors show. */
	get values(): ValuesSource | undefined {
		return this.#values;
	}
	set values(values: ValuesSource | undefined) {
		this.#values = values;
		this.#service = undefined;
	}

	get canUndo(): boolean {
		return this.#history.canUndo && !this.#inputs.readOnly;
	}

	get canRedo(): boolean {
		return this.#history.canRedo && !this.#inputs.readOnly;
	}

	/**
	 * Changes the text; a step of undo. Line ends become `\n`, as in any text area. Throws RangeError for edits that overlap or are outside the
	 * text, and then changes nothing. Does nothing while the session is read only, but for the host.
	 */
	edit(edits: readonly TextEdit[], { origin, selection, moves = [], typedAt, drag }: EditOptions): void {
		if (this.#inputs.readOnly && origin !== "host") return;
		const real = edits
			.map(({ span, text }) => ({ span, text: withLineFeeds(text) }))
			.filter(({ span, text }) => this.#text.slice(span.from, span.to) !== text);
		if (real.length === 0) {
			if (selection) this.select(selection, origin);
			return;
		}
		refuseOutside(real, this.#text.length);
		const step: Step = { edits: real, selection: selection ?? this.#carried(real), moves };
		const typed = typedAt === undefined ? undefined : { at: typedAt, by: origin };
		this.#history.add({ text: this.#text, selection: this.#selection }, step, { typed, drag });
		this.#take(step, origin);
	}

	/** Another text, of the host: history begins anew. Line ends become `\n`, as in any text area. */
	reset(given: string): void {
		const text = withLineFeeds(given);
		if (text === this.#text) return;
		this.#history.clear();
		const edits = [{ span: { from: 0, to: this.#text.length }, text }];
		this.#rows.forget();
		this.#take({ edits, selection: { from: text.length, to: text.length }, moves: [] }, "host");
	}

	/** Forms ask again which fields hold words that the text could not take. */
	tellRefused(): void {
		this.#listeners.tell({ kind: "refused" });
	}

	undo(): void {
		const step = this.canUndo ? this.#history.undo() : undefined;
		if (step) this.#take(step, "history");
	}

	redo(): void {
		const step = this.canRedo ? this.#history.redo() : undefined;
		if (step) this.#take(step, "history");
	}

	select(given: Span, origin: Origin): void {
		const selection = within(given, this.#text.length);
		const { from, to } = this.#selection;
		if (selection.from === from && selection.to === to) return;
		this.#selection = selection;
		this.#history.close();
		this.#listeners.tell({ kind: "selection", origin });
	}

	/** Asks for the counts again. */
	recount(): void {
		const { profiles } = this.#inputs;
		if (!profiles || this.#listeners.size === 0) this.#counts.reset();
		else if (this.isReading) this.#counts.await();
		else if (!this.compiled) this.#counts.reset();
		else if (!this.plan) this.#counts.markStale(profiles, this.#reading.planOfSound, this.#version);
		else void this.#counts.ask(profiles, this.plan, this.#version);
	}

	#take(step: Step, origin: Origin): void {
		this.#text = applyEdits(this.#text, step.edits);
		this.#selection = within(step.selection, this.#text.length);
		this.#version++;
		this.#reading.take(this.#text, origin !== "host" && this.#listeners.size > 0);
		this.#rows.follow(step, { tree: this.#reading.tree, isSkipped: this.isReading });
		const version = this.#version;
		this.#listeners.tell({ kind: "text", origin, edits: step.edits });
		// A listener may have changed it again, and then has had it counted.
		if (version === this.#version) this.recount();
	}

	#carried(edits: readonly TextEdit[]): Span {
		const map = offsetMap(edits);
		return { from: map(this.#selection.from, "after"), to: map(this.#selection.to, "after") };
	}

	/** The same text, with other fields, another time or other segments. */
	#readAnew(): void {
		this.#service = undefined;
		const { now, segments } = this.#inputs;
		const { language } = this;
		const given = language && this.#fields && { language, catalogue: this.#fields };
		this.#reading.readWith(given && { ...given, timeZone: this.timeZone, segments, now }, this.#text);
	}

	#readCatalogue(): void {
		this.#fields = undefined;
		this.#fieldProblems = [];
		this.#rows.forget();
		const { language } = this;
		const { catalogue } = this.#inputs;
		if (!language || !catalogue) return;
		const read = language.readCatalogue(catalogue);
		if ("catalogue" in read) this.#fields = read.catalogue;
		else this.#fieldProblems = read.problems;
	}

	/** The language is there. */
	#begin(): void {
		this.#readCatalogue();
		this.#readAnew();
		this.#listeners.tell({ kind: "language" });
		this.recount();
	}

	/** Somebody listens. */
	#start(): void {
		this.load().catch(() => undefined);
		this.#listenToProfiles();
		this.recount();
	}

	#end(): void {
		this.#counts.reset();
		this.#listenToProfiles();
	}

	#listenToProfiles(): void {
		this.#unsubscribe?.();
		this.#unsubscribe =
			this.#listeners.size === 0
				? undefined
				: this.#inputs.profiles?.subscribe?.(({ kind }) => {
						if (kind === "freshness" || kind === "worker-lost") this.recount();
					});
	}
}
