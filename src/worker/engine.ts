// The profiles of one business and everything that is asked about them: the same in a worker and on the page, where it takes shorter turns.
import type { PlanProblem } from "../columns/plan-problems.ts";
import { type Catalogue, catalogue as readCatalogue } from "../fields/catalogue.ts";
import { inSlices } from "../preview/in-slices.ts";
import type { Preview } from "../preview/preview.ts";
import type { PreviewPlan } from "../preview/preview-plan.ts";
import type { Freshness, Kept } from "../store/freshness.ts";
import { nextTask } from "../platform/next-task.ts";
import { type OpenStore, openStore } from "../store/open-store.ts";
import type { ProfileStore } from "../store/profile-store.ts";
import { sourceBatches } from "../store/source-batches.ts";
import { StoreError } from "../store/store-error.ts";
import { refuseWrongRows } from "../store/raw-reader.ts";
import { refuseUnknownMode, type RefreshMode } from "../store/refresh-mode.ts";
import type { RefreshProgress } from "../store/replace-profiles.ts";
import type { SourceWait } from "../store/sources/source-options.ts";
import type { Answer } from "./answer.ts";
import { KeptPreviews } from "./kept-previews.ts";
import type { ChangeOptions } from "../store/apply-changes.ts";
import type { Feed } from "./feed.ts";
import type { PlainSource } from "./source.ts";
import type { ProfilesEvent } from "./profiles-event.ts";
import type { Calls, Opened, SentOptions } from "./protocol.ts";
import { askedQuestion, type QuestionName } from "../preview/questions.ts";
import { sentError } from "./sent-error.ts";
import { WorkerError } from "./worker-error.ts";

export interface EngineHost {
	/** Longest work between two pauses, in milliseconds. */
	readonly sliceMs: number;
	tell(event: ProfilesEvent): void;
}

export interface RefreshCall extends Omit<Calls["refresh"]["given"], "source"> {
	readonly signal: AbortSignal;
	readonly source: PlainSource | { readonly kind: "fed"; readonly feed: Feed };
	onProgress(progress: RefreshProgress): void;
}

/** Progress that is told more often than this, in milliseconds, is nobody's to read. */
const progressMs = 100;

export class Engine {
	readonly store: ProfileStore;
	readonly previews: KeptPreviews;
	readonly #catalogue: Catalogue;
	readonly #host: EngineHost;
	/** Ends what runs. */
	#running = new AbortController();

	/** Rejects as `openStore` does, and with a RangeError for a catalogue with a problem. */
	static async open(
		businessId: string,
		options: SentOptions,
		host: EngineHost,
	): Promise<{ readonly engine: Engine; readonly opened: Opened }> {
		const read = readCatalogue(options.catalogue);
		if ("problems" in read) throw new RangeError(read.problems[0]?.message);
		const open = await openStore(businessId, { ...options, catalogue: read.catalogue, sliceMs: host.sliceMs });
		return { engine: new Engine(open, read.catalogue, host), opened: openedOf(open) };
	}

	private constructor({ store }: OpenStore, catalogue: Catalogue, host: EngineHost) {
		this.store = store;
		this.#catalogue = catalogue;
		this.previews = new KeptPreviews(store);
		this.#host = host;
		store.subscribe((event) => host.tell(event));
	}

	/** Rejects with a StoreError, and with a RangeError for options out of range. */
	async ask({ question, about, options }: Calls["ask"]["given"], signal: AbortSignal): Promise<Answer<unknown>> {
		const asked = askedQuestion(question, about, options);
		const kept = await this.store.read(asked.columns);
		if (signal.aborted) return { kind: "cancelled" };
		if (!kept) return { kind: "nothing" };
		const { table } = kept;
		const freshness = kept.freshness as Kept;
		const problems = asked.problems(table).map((problem) => leftOutSaid(problem, freshness.leftOut));
		if (problems.length > 0) return { kind: "problems", problems, freshness };
		const outcome = await inSlices(asked.steps(table, freshness.kind === "partial"), {
			budgetMs: this.#host.sliceMs,
			now: () => performance.now(),
			pause: nextTask,
			isCancelled: () => signal.aborted,
		});
		if (outcome.kind === "cancelled") return outcome;
		this.#keep(question, about, outcome.value, freshness);
		return { ...outcome, freshness };
	}

	/**
	 * The profiles of these rows as they came; undefined for those that are not kept so, and for all of a revision that is gone. Rejects with a
	 * RangeError for a row that is no whole number from 0 on, whatever is kept.
	 */
	async raw({ rows, revision }: Calls["raw"]["given"]): Promise<readonly unknown[]> {
		refuseWrongRows(rows);
		const kept = await this.store.read([]);
		const isOther = kept && revision !== undefined && (kept.freshness as Kept).revision !== revision;
		return kept && !isOther ? kept.raw(rows) : rows.map(() => undefined);
	}

	/** Rejects as the store does, with the signal's reason, and with what the source throws; everybody is told, but not of an unknown mode. */
	async refresh({ source, mode, removedWhen, again, baseUrl, limits, signal, onProgress }: RefreshCall): Promise<Freshness> {
		refuseUnknownMode(mode);
		const either = AbortSignal.any([signal, this.#running.signal]);
		let toldAt = Number.NEGATIVE_INFINITY;
		let last: RefreshProgress = { profiles: 0 };
		let untold: RefreshProgress | undefined;
		const tell = (progress: RefreshProgress): void => {
			untold = undefined;
			toldAt = performance.now();
			onProgress(progress);
			this.#host.tell({ kind: "refreshing", progress, again });
		};
		const progressed = (progress: RefreshProgress): void => {
			last = progress;
			untold = progress;
			if (performance.now() - toldAt >= progressMs) tell(progress);
		};
		progressed(last);
		try {
			const onWait = (waiting: SourceWait): void => tell({ ...last, waiting });
			const options = { removedWhen, signal: either, onProgress: progressed };
			const freshness = await (source.kind === "fed"
				? this.#take(source.feed, mode, options)
				: this.store.refresh(source, { ...options, mode, baseUrl, ...(limits && { limits }), onWait }));
			if (untold) tell(untold);
			this.#host.tell({ kind: "refreshed", freshness });
			return freshness;
		} catch (error) {
			this.#host.tell({ kind: "refresh-failed", error: error instanceof Error ? error : new Error(String(error)) });
			throw error;
		}
	}

	#take(feed: Feed, mode: RefreshMode, options: ChangeOptions & { readonly signal: AbortSignal }): Promise<Freshness> {
		const batches = sourceBatches(feed.batches(options.signal), { catalogue: this.#catalogue });
		const given = { ...options, end: () => ({ problems: feed.problems }) };
		return mode === "changes" ? this.store.change(batches, given) : this.store.replace(batches, given);
	}

	async wipe(): Promise<void> {
		this.previews.forget();
		this.#stop(new StoreError("wiped"));
		await this.store.wipe();
	}

	async close(): Promise<void> {
		this.#stop(new WorkerError("closed"));
		await this.previews.flush();
		this.store.dispose();
	}

	#stop(reason: Error): void {
		this.#running.abort(reason);
		this.#running = new AbortController();
	}

	#keep(question: QuestionName, about: unknown, value: unknown, freshness: Kept): void {
		if (question !== "preview") return;
		const preview = value as Preview;
		// What is shown first is the first page, and nothing that is still growing.
		if (preview.basis === "exact" && preview.sample.offset === 0) this.previews.keep(about as PreviewPlan, preview, freshness);
	}
}

function openedOf({ store, problem }: OpenStore): Opened {
	return { freshness: store.freshness, isKept: store.kept, ...(problem && { problem: sentError(problem) }) };
}

/** A column that is missing because it was left out says so. */
function leftOutSaid(problem: PlanProblem, leftOut: readonly string[]): PlanProblem {
	if (problem.code !== "missing-column" || !leftOut.includes(String(problem.field))) return problem;
	return { ...problem, message: `"${problem.field}" is left out of what this browser keeps, so it cannot be previewed here.` };
}
