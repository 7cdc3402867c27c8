// Profiles that a host has as plain rows answer on this page: no worker, no storage. What does it is loaded when the first question comes.
import type { CatalogueInput } from "../../fields/catalogue.ts";
import { Listeners } from "../../platform/listeners.ts";
import type { About, OptionsOf, QuestionName, ValueOf } from "../../preview/questions.ts";
import type { Answered, AnsweringSource, Asked } from "./answering-source.ts";
import type { RowsEngine } from "./rows-engine.ts";

/** An array, or whatever gives profiles one after the other: then answers are of those that have come so far, until all have. */
export type ProfileRows = readonly unknown[] | Iterable<unknown> | AsyncIterable<unknown>;

export interface RowsOptions {
	/** When the source had these profiles, epoch milliseconds; default now. */
	readonly asOf?: number | undefined;
	/** Longest work between two turns of the page, in milliseconds; default 6. */
	readonly sliceMs?: number | undefined;
}

/**
 * An answering source of profiles that are on this page, for up to some hundred thousand of them; more belong into `openProfiles` of `segql/worker`.
 * It keeps the rows as they came, and its own columns beside them. Two rows with one user_id are two profiles. Its questions reject with a
 * RangeError for a catalogue with a problem, and with what the iterable throws.
 *
 *     preview.profiles = profilesFromRows([{ user_id: "a", points: 12 }], catalogue);
 */
export function profilesFromRows(rows: ProfileRows, catalogue: CatalogueInput, options: RowsOptions = {}): AnsweringSource {
	const listeners = new Listeners<{ readonly kind: string }>();
	const tell = (): void => listeners.tell({ kind: "freshness" });
	let loading: Promise<RowsEngine> | undefined;
	const engine = (): Promise<RowsEngine> => {
		loading ??= import("./rows-engine.ts").then(
			({ RowsEngine: Engine }) => new Engine(rows, catalogue, { asOf: options.asOf ?? Date.now(), sliceMs: options.sliceMs ?? 6, tell }),
		);
		// What could not be loaded is asked for again by the next question.
		loading.catch(() => {
			loading = undefined;
		});
		return loading;
	};
	const ask = async <Name extends QuestionName>(
		question: Name,
		about: About<Name>,
		given: OptionsOf<Name>,
		{ signal }: Asked,
	): Promise<Answered<ValueOf<Name>>> => {
		const ready = await engine();
		return signal.aborted ? { kind: "cancelled" } : ready.ask(question, about, given, signal);
	};
	return {
		preview: (about, given, asked) => ask("preview", about, given, asked),
		page: (about, given, asked) => ask("page", about, given, asked),
		distribution: (about, given, asked) => ask("distribution", about, given, asked),
		overlap: (about, given, asked) => ask("overlap", about, given, asked),
		versionDifference: (about, given, asked) => ask("versionDifference", about, given, asked),
		quality: (fields, asked) => ask("quality", fields, {}, asked),
		raw: async (wanted) => (await engine()).raw(wanted),
		subscribe: (listener) => listeners.add(listener),
	};
}
