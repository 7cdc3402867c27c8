// One text being edited, and all that elements show of it: its history, its selection, what it compiles to, its rows, its counts.
// Elements that share a session show the same text; none of them keeps a state of the text of its own. No DOM here.
import type { Compiled } from "../../compile.ts";
import type { RowDocument } from "../../document/row.ts";
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import type { Move } from "../../document/identity.ts";
import type { Catalogue, CatalogueProblem } from "../../fields/catalogue.ts";
import type { PreviewPlan } from "../../preview/preview-plan.ts";
import type { LanguageService } from "../../service/language-service.ts";
import type { ValuesSource } from "../../service/values-source.ts";
import { applyEdits, type TextEdit } from "../../text/edit.ts";
import { offsetMap } from "../../text/offset-map.ts";
import type { Span } from "../../text/span.ts";
import { defaultPolicy } from "../privacy/policy.ts";
import { History, type Step } from "./history.ts";
import { type CountsState, LiveCounts } from "./live-counts.ts";
import type { SessionInputs } from "./session-inputs.ts";

export type Language = typeof import("./language.ts");

/** Who changed the text: elements skip what they did themselves, and hosts are told of everything but their own. */
export type Origin = "editor" | "builder" | "preview" | "host" | "history";

export interface SessionChange {
	/**
	 * `text`: another text, and so another version. `selection`: another selection. `inputs`: what it means may be other. `language`: the parser is
	 * there now. `counts`: another state of the counts. `language-failed`: see `problem`.
	 */
	readonly kind: "text" | "selection" | "inputs" | "language" | "language-failed" | "counts";
	readonly origin?: Origin;
	/** Of `text`: in coordinates of the text before. */
	readonly edits?: readonly TextEdit[];
}

export interface EditOptions {
	readonly origin: Origin;
	/** In the text after. Default: where the selection is carried by the edits. */
	readonly selection?: Span | undefined;
	/** Of a gesture: so that rows that it carries elsewhere keep their ids. */
	readonly moves?: readonly Move[] | undefined;
	/** The time of a keystroke, in milliseconds of any clock: typing without a pause is one step of undo. */
	readonly typedAt?: number | undefined;
}

/** More changes than this are read as one, by what is different: rows then keep their ids as far as that shows. */
const maxWaitingSteps = 16;

export class Session {
	#inputs: SessionInputs = {
		...{ catalogue: undefined, segments: undefined, now: undefined, timeZone: undefined },
		...{ profiles: undefined, saved: undefined, privacy: defaultPolicy },
	};
	#text = "";
	#version = 0;
	#selection: Span = { from: 0, to: 0 };
	#language: Language | undefined;
	#loading: Promise<void> | undefined;
	#problem: string | undefined;
	#fields: Catalogue | undefined;
	#fieldProblems: readonly CatalogueProblem[] = [];
	#now = 0;
	#compiled: Compiled | undefined;
	#plan: PreviewPlan | undefined;
	#rows: RowDocument | undefined;
	#waiting: Step[] = [];
	#service: LanguageService | undefined;
	#values: ValuesSource | undefined;
	#unsubscribe: (() => void) | undefined;
	#users = 0;
	readonly #history = new History();
	readonly #listeners = new Set<(change: SessionChange) => void>();
	readonly #counts = new LiveCounts(() => this.#tell({ kind: "counts" }));

	/** Calls `listener` after each change, at once; returns what ends that. The language is loaded when somebody listens. */
	subscribe(listener: (change: SessionChange) => void): () => void {
		this.#listeners.add(listener);
		if (++this.#users === 1) this.#begin();
		return () => {
			if (this.#listeners.delete(listener) && --this.#users === 0) this.#end();
		};
	}

	/** Resolves when the language is there; rejects with an Error whose message can be shown when it cannot be loaded. */
	load(): Promise<void> {
		this.#loading ??= import("./language.ts").then(
			(language) => {
				this.#language = language;
				this.#problem = undefined;
				this.#readCatalogue();
				this.#tell({ kind: "language" });
				this.#recompile();
			},
			(cause: unknown) => {
				this.#loading = undefined;
				this.#problem = "A part of this page could not be loaded. Check the connection, then reload the page.";
				this.#tell({ kind: "language-failed" });
				throw new Error(this.#problem, { cause });
			},
		);
		return this.#loading;
	}

	/** Undefined until it is loaded. */
	get language(): Language | undefined {
		return this.#language;
	}

	/** Why the language is not there. */
	get problem(): string | undefined {
		return this.#problem;
	}

	get inputs(): SessionInputs {
		return this.#inputs;
	}

	/** Changes what the host gives; what is not named stays. */
	configure(inputs: Partial<SessionInputs>): void {
		const before = this.#inputs;
		const names = Object.keys(inputs) as (keyof SessionInputs)[];
		if (names.every((name) => before[name] === inputs[name])) return;
		this.#inputs = { ...before, ...inputs };
		if (before.catalogue !== this.#inputs.catalogue) this.#readCatalogue();
		if (before.profiles !== this.#inputs.profiles) {
			this.#counts.reset();
			this.#listenToProfiles();
		}
		this.#service = undefined;
		this.#recompile();
		this.#tell({ kind: "inputs" });
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

	/** Undefined without a catalogue or without a text, and until the language is loaded. */
	get compiled(): Compiled | undefined {
		return this.#compiled;
	}

	get diagnostics(): readonly Diagnostic[] {
		return this.#compiled?.diagnostics ?? [];
	}

	/** What a source is asked; undefined while the text has errors. */
	get plan(): PreviewPlan | undefined {
		if (!this.#plan && this.#compiled?.ok) this.#plan = this.#language?.toPreviewPlan(this.#compiled.segment.checked);
		return this.#plan;
	}

	get counts(): CountsState {
		return this.#counts.state;
	}

	/** The rows of the text, which keep their ids through changes. Undefined until the language is loaded. */
	get rows(): RowDocument | undefined {
		if (!this.#language) return undefined;
		const { documentOf, nextDocument } = this.#language.document;
		if (!this.#rows) this.#rows = documentOf(this.#text, this.#fields);
		else if (this.#waiting.length > maxWaitingSteps) this.#rows = nextDocument(this.#rows, this.#text);
		else for (const step of this.#waiting) this.#rows = nextDocument(this.#rows, step);
		this.#waiting = [];
		return this.#rows;
	}

	/** What editors ask. Undefined without a catalogue, and until the language is loaded. */
	get service(): LanguageService | undefined {
		if (!this.#language || !this.#fields) return undefined;
		const { segments } = this.#inputs;
		this.#service ??= this.#language.languageService({
			catalogue: this.#fields,
			...(segments && { segments }),
			now: () => this.#now,
			timeZone: this.timeZone,
			...(this.#values && { values: this.#values }),
		});
		return this.#service;
	}

	/** IANA name: where days begin. */
	get timeZone(): string {
		return this.#inputs.timeZone ?? this.#fields?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
	}

	/** What `now` means in the text as it is, epoch milliseconds. */
	get now(): number {
		return this.#now;
	}

	/** Which values completion offers. */
	set values(values: ValuesSource | undefined) {
		this.#values = values;
		this.#service = undefined;
	}

	get canUndo(): boolean {
		return this.#history.canUndo;
	}

	get canRedo(): boolean {
		return this.#history.canRedo;
	}

	/** Changes the text; a step of undo. Throws RangeError for edits that overlap. */
	edit(edits: readonly TextEdit[], { origin, selection, moves = [], typedAt }: EditOptions): void {
		const real = edits.filter(({ span, text }) => this.#text.slice(span.from, span.to) !== text);
		if (real.length === 0) {
			if (selection) this.select(selection, origin);
			return;
		}
		const step: Step = { edits: real, selection: selection ?? this.#carried(real), moves };
		this.#history.add({ text: this.#text, selection: this.#selection }, step, typedAt);
		this.#take([step], origin);
	}

	/** Another text, of the host: history begins anew. */
	reset(text: string): void {
		if (text === this.#text) return;
		this.#history.clear();
		const edits = [{ span: { from: 0, to: this.#text.length }, text }];
		this.#rows = undefined;
		this.#take([{ edits, selection: { from: text.length, to: text.length }, moves: [] }], "host");
	}

	undo(): void {
		this.#take(this.#history.undo(), "history");
	}

	redo(): void {
		this.#take(this.#history.redo(), "history");
	}

	select(selection: Span, origin: Origin): void {
		const { from, to } = this.#selection;
		if (selection.from === from && selection.to === to) return;
		this.#selection = selection;
		this.#history.close();
		this.#tell({ kind: "selection", origin });
	}

	/** Asks for the counts again. */
	recount(): void {
		const { profiles } = this.#inputs;
		if (!profiles || !this.#compiled || this.#users === 0) this.#counts.reset();
		else if (!this.plan) this.#counts.markStale();
		else void this.#counts.ask(profiles, this.plan, this.#version);
	}

	#take(steps: readonly Step[], origin: Origin): void {
		for (const step of steps) {
			this.#text = applyEdits(this.#text, step.edits);
			this.#selection = step.selection;
			this.#version++;
			if (this.#rows) this.#waiting.push(step);
			this.#compile();
			this.#tell({ kind: "text", origin, edits: step.edits });
		}
		if (steps.length > 0) this.recount();
	}

	#carried(edits: readonly TextEdit[]): Span {
		const map = offsetMap(edits);
		return { from: map(this.#selection.from, "after"), to: map(this.#selection.to, "after") };
	}

	#recompile(): void {
		this.#compile();
		this.recount();
	}

	#compile(): void {
		this.#plan = undefined;
		this.#compiled = undefined;
		const { now, segments, timeZone } = this.#inputs;
		// A moment of its own for each keystroke would make every answer about dates a new question.
		this.#now = now === undefined ? Math.floor(Date.now() / 60_000) * 60_000 : Number(now);
		if (!this.#language || !this.#fields || this.#text.trim() === "") return;
		const options = { catalogue: this.#fields, now: this.#now, timeZone, ...(segments && { segments }) };
		this.#compiled = this.#language.compile(this.#text, options);
	}

	#readCatalogue(): void {
		this.#fields = undefined;
		this.#fieldProblems = [];
		this.#rows = undefined;
		this.#waiting = [];
		this.#service = undefined;
		const { catalogue } = this.#inputs;
		if (!this.#language || !catalogue) return;
		const read = this.#language.readCatalogue(catalogue);
		if ("catalogue" in read) this.#fields = read.catalogue;
		else this.#fieldProblems = read.problems;
	}

	#begin(): void {
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
			this.#users === 0
				? undefined
				: this.#inputs.profiles?.subscribe?.(({ kind }) => {
						if (kind === "freshness" || kind === "worker-lost") this.recount();
					});
	}

	#tell(change: SessionChange): void {
		for (const listener of [...this.#listeners]) listener(change);
	}
}
