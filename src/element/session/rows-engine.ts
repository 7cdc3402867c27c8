// Rows on this page as a table, and the questions about them in slices of a few milliseconds. A chunk of its own: pages whose profiles are elsewhere
// never load it.
import { Table } from "../../columns/table.ts";
import { type Catalogue, type CatalogueInput, catalogue as readCatalogue } from "../../fields/catalogue.ts";
import { nextTask } from "../../platform/next-task.ts";
import { inSlices } from "../../preview/in-slices.ts";
import { type About, askedQuestion, type OptionsOf, type QuestionName, type ValueOf } from "../../preview/questions.ts";
import type { Answered, AnsweredFreshness } from "./answering-source.ts";
import type { ProfileRows } from "./rows-source.ts";

interface EngineOptions {
	readonly asOf: number;
	readonly sliceMs: number;
	/** Called when there are more profiles than before. */
	readonly tell: () => void;
}

/** Rows between two looks at the clock. */
const rowsPerLook = 64;

/** Between two answers about profiles that are still coming, in milliseconds. */
const tellMs = 500;

let engines = 0;

export class RowsEngine {
	readonly #rows: unknown[] = [];
	readonly #catalogue: Catalogue;
	readonly #options: EngineOptions;
	readonly #name = `rows ${++engines}`;
	#table: Table | undefined;
	#isComplete = false;
	#failure: { readonly cause: unknown } | undefined;
	/** Reading, one slice after the other; questions wait for the first slice only, or for all of an array. */
	readonly #begun: Promise<void>;
	/** Tables are filled one at a time. */
	#filling: Promise<unknown> = Promise.resolve();

	/** Throws RangeError for a catalogue with a problem. */
	constructor(rows: ProfileRows, input: CatalogueInput, options: EngineOptions) {
		const read = readCatalogue(input);
		if ("problems" in read) throw new RangeError(read.problems[0]?.message);
		this.#catalogue = read.catalogue;
		this.#options = options;
		this.#begun = this.#read(rows);
	}

	async raw(rows: readonly number[]): Promise<readonly unknown[]> {
		return rows.map((row) => this.#rows[row]);
	}

	/** Any question of the table in preview/questions.ts. */
	async ask<Name extends QuestionName>(
		question: Name,
		about: About<Name>,
		options: OptionsOf<Name>,
		signal: AbortSignal,
	): Promise<Answered<ValueOf<Name>>> {
		const asked = askedQuestion(question, about, options);
		await this.#begun;
		if (this.#failure) throw this.#failure.cause;
		const zone = asked.plans[0]?.timeZone ?? this.#table?.zone.name ?? this.#catalogue.timeZone ?? "UTC";
		const table = await this.#filled(zone, signal);
		if (!table || signal.aborted) return { kind: "cancelled" };
		if (table.size === 0 && this.#isComplete) return { kind: "nothing" };
		const problems = asked.problems(table);
		if (problems.length > 0) return { kind: "problems", problems };
		const freshness = this.#freshness(table);
		const outcome = await inSlices(asked.steps(table, !this.#isComplete), {
			budgetMs: this.#options.sliceMs,
			now: () => performance.now(),
			pause: nextTask,
			isCancelled: () => signal.aborted,
		});
		if (outcome.kind === "cancelled") return outcome;
		return { kind: "done", value: outcome.value as ValueOf<Name>, freshness };
	}

	#freshness({ rows }: Table): AnsweredFreshness {
		const kind = this.#isComplete ? "complete" : "partial";
		return { kind, revision: `${this.#name}, ${rows}`, asOf: this.#options.asOf, profiles: rows };
	}

	/** The table of those days, with all rows so far; another one when the text is about the days of another zone. */
	#filled(zone: string, signal: AbortSignal): Promise<Table | undefined> {
		const filling = this.#filling.then(async () => {
			if (signal.aborted) return undefined;
			if (this.#table?.zone.name !== zone) this.#table = new Table(this.#catalogue, { timeZone: zone });
			return this.#fill(this.#table, signal);
		});
		this.#filling = filling.catch(() => undefined);
		return filling;
	}

	async #fill(table: Table, signal: AbortSignal): Promise<Table | undefined> {
		const turns = new Turns(this.#options.sliceMs);
		for (let row = table.rows; row < this.#rows.length; row++) {
			table.append(this.#rows[row]);
			if (row % rowsPerLook === 0 && turns.isOver) {
				await turns.next();
				if (signal.aborted) return undefined;
			}
		}
		return table;
	}

	/** Resolves when there is something to answer with: all of an array, or the first profiles of whatever takes its time. */
	#read(rows: ProfileRows): Promise<void> {
		if (Array.isArray(rows)) {
			for (const row of rows as readonly unknown[]) this.#rows.push(row);
			this.#isComplete = true;
			return Promise.resolve();
		}
		return new Promise((resolve) => {
			const ended = (): void => {
				resolve();
				this.#options.tell();
			};
			this.#readOneByOne(rows as Iterable<unknown> | AsyncIterable<unknown>, resolve).then(
				() => {
					this.#isComplete = true;
					ended();
				},
				(cause: unknown) => {
					this.#failure = { cause };
					ended();
				},
			);
		});
	}

	async #readOneByOne(rows: Iterable<unknown> | AsyncIterable<unknown>, begun: () => void): Promise<void> {
		const turns = new Turns(this.#options.sliceMs);
		let told = 0;
		const timer = setInterval(() => {
			begun();
			if (told === this.#rows.length) return;
			told = this.#rows.length;
			this.#options.tell();
		}, tellMs);
		try {
			for await (const row of rows) {
				this.#rows.push(row);
				if (this.#rows.length % rowsPerLook === 0 && turns.isOver) await turns.next();
			}
		} finally {
			clearInterval(timer);
		}
	}
}

/** Work for a few milliseconds, then the page's turn. */
class Turns {
	readonly #sliceMs: number;
	#end: number;

	constructor(sliceMs: number) {
		this.#sliceMs = sliceMs;
		this.#end = performance.now() + sliceMs;
	}

	get isOver(): boolean {
		return performance.now() >= this.#end;
	}

	async next(): Promise<void> {
		await nextTask();
		this.#end = performance.now() + this.#sliceMs;
	}
}
