// The profiles of one business as a page sees them, wherever the work is done: in a worker, or on the page itself, in slices.
import type { Freshness } from "../store/freshness.ts";
import type { KeptSegment } from "../store/kept-segments.ts";
import type { RefreshMode } from "../store/refresh-mode.ts";
import type { RefreshProgress } from "../store/replace-profiles.ts";
import type { Plan } from "../columns/plan.ts";
import { Listeners } from "../platform/listeners.ts";
import type { PreviewPlan } from "../preview/preview-plan.ts";
import type { ProfileSource } from "../store/sources/source.ts";
import type { SourceLimits } from "../store/sources/source-options.ts";
import { StoreError } from "../store/store-error.ts";
import type { Answer } from "./answer.ts";
import { Connection } from "./connection.ts";
import type { ProfilesEvent } from "./profiles-event.ts";
import type { LastPreview, Opened, SentEvent, SentOptions } from "./protocol.ts";
import type { About, OptionsOf, QuestionName, ValueOf } from "../preview/questions.ts";
import { errorFrom } from "./sent-error.ts";
import { canBeAskedAgain, sentSource } from "./source.ts";
import { startWorker, type WorkerChoice } from "./start-worker.ts";
import { WorkerError } from "./worker-error.ts";

export interface ProfilesOptions extends SentOptions, WorkerChoice {
	/** Between two looks whether a worker that has something to do still answers, in milliseconds; default 5,000. Four without an answer end it. */
	readonly pingMs?: number | undefined;
	/** Where all profiles come from. Asked once more, without being told to, when what is kept turns out damaged. Default: the last full refresh. */
	readonly source?: ProfileSource | undefined;
}

export interface AskOptions {
	readonly signal?: AbortSignal | undefined;
	/** Whether it takes the place of the last question of its kind that was asked so. Default: of previews yes, of others no. */
	readonly latest?: boolean | undefined;
}

export interface RefreshOptions {
	/** `"replace"`: these are all profiles there are. `"changes"`: those that are new or other than before, by `user_id`. Default `"replace"`. */
	readonly mode?: RefreshMode | undefined;
	/** Of `"changes"`: the key of a profile whose `true` says that the user was removed; one with another value than true or false is not taken. */
	readonly removedWhen?: string | undefined;
	/** How patiently a URL or pages are read, and how much of them and of files. An iterable has none. */
	readonly limits?: Partial<SourceLimits> | undefined;
	/** Aborting leaves the profiles that were there before. */
	readonly signal?: AbortSignal | undefined;
	/** At most ten times a second, whenever a server is waited for, and at the end. */
	readonly onProgress?: ((progress: RefreshProgress) => void) | undefined;
}

/** A worker that has let go of its databases must not be stopped at once: WebKitGTK then holds them for ever. Measured: 20 ms are enough. */
const lettingGoMs = 300;

/** Of questions on the page's own thread: see `Slicing`. */
const pageSliceMs = 3;

export class Profiles {
	readonly #businessId: string;
	readonly #options: ProfilesOptions;
	readonly #listeners = new Listeners<ProfilesEvent>();
	/** By question: ends the last one that others take the place of. */
	readonly #latest = new Map<QuestionName, AbortController>();
	#connection: Promise<Connection>;
	#where: "worker" | "main" = "main";
	#workerProblem: WorkerError | undefined;
	#storeProblem: StoreError | undefined;
	#freshness: Freshness = { kind: "empty" };
	#isKept = false;
	#hasRestarted = false;
	/** Of all profiles, where it can be asked again. */
	#source: ProfileSource | undefined;
	/** What is damaged twice in a row is not fetched for ever. */
	#hasMended = false;
	#isClosed = false;

	/** Use `openProfiles`. */
	static async open(businessId: string, options: ProfilesOptions): Promise<Profiles> {
		const profiles = new Profiles(businessId, options);
		for (;;) {
			const connecting = profiles.#connection;
			try {
				await connecting;
				return profiles;
			} catch (error) {
				// Of a worker that died meanwhile: another one is on its way.
				if (profiles.#connection === connecting) throw error;
			}
		}
	}

	private constructor(businessId: string, options: ProfilesOptions) {
		this.#businessId = businessId;
		this.#options = options;
		this.#source = options.source;
		this.#connection = this.#connect(options.worker !== "none");
	}

	/** Where the work is done now. */
	get where(): "worker" | "main" {
		return this.#where;
	}

	/** Why it is not done in a worker, though it could have been. */
	get workerProblem(): WorkerError | undefined {
		return this.#workerProblem;
	}

	/** False where the browser keeps nothing for this page: the profiles live in memory and go with it. */
	get isKept(): boolean {
		return this.#isKept;
	}

	/** Why nothing is kept. */
	get storeProblem(): StoreError | undefined {
		return this.#storeProblem;
	}

	/** As of when the profiles are, and whether they are all; as far as this tab has heard. */
	get freshness(): Freshness {
		return this.#freshness;
	}

	/** Calls `listener` after every change, whichever tab made it; returns what ends that. */
	subscribe(listener: (event: ProfilesEvent) => void): () => void {
		return this.#listeners.add(listener);
	}

	/**
	 * Who is inside, condition by condition, with the first of them. A newer preview takes the place of an older one. Like all questions, it rejects
	 * with a StoreError, with a RangeError for options out of range, and with WorkerError `lost` when its worker stopped.
	 */
	preview(about: PreviewPlan, options: OptionsOf<"preview"> = {}, asked: AskOptions = {}): Promise<Answer<ValueOf<"preview">>> {
		return this.ask("preview", about, options, { latest: true, ...asked });
	}

	page(about: Plan, options: OptionsOf<"page"> = {}, asked: AskOptions = {}): Promise<Answer<ValueOf<"page">>> {
		return this.ask("page", about, options, asked);
	}

	distribution(
		about: About<"distribution">,
		options: OptionsOf<"distribution"> = {},
		asked: AskOptions = {},
	): Promise<Answer<ValueOf<"distribution">>> {
		return this.ask("distribution", about, options, asked);
	}

	overlap(about: About<"overlap">, options: OptionsOf<"overlap"> = {}, asked: AskOptions = {}): Promise<Answer<ValueOf<"overlap">>> {
		return this.ask("overlap", about, options, asked);
	}

	versionDifference(
		about: About<"versionDifference">,
		options: OptionsOf<"versionDifference"> = {},
		asked: AskOptions = {},
	): Promise<Answer<ValueOf<"versionDifference">>> {
		return this.ask("versionDifference", about, options, asked);
	}

	/** What was wrong with the values of these fields, those in collections included. */
	quality(fields: readonly string[], asked: AskOptions = {}): Promise<Answer<ValueOf<"quality">>> {
		return this.ask("quality", fields, {}, asked);
	}

	/** Any question of the table in questions.ts. */
	async ask<Name extends QuestionName>(
		question: Name,
		about: About<Name>,
		options: OptionsOf<Name>,
		{ signal, latest = false }: AskOptions = {},
	): Promise<Answer<ValueOf<Name>>> {
		const own = new AbortController();
		if (latest) {
			this.#latest.get(question)?.abort();
			this.#latest.set(question, own);
		}
		const either = signal ? AbortSignal.any([signal, own.signal]) : own.signal;
		const { promise: cancelled, resolve } = Promise.withResolvers<Answer<never>>();
		const cancel = (): void => resolve({ kind: "cancelled" });
		if (either.aborted) cancel();
		either.addEventListener("abort", cancel);
		const asking = async (): Promise<Answer<unknown>> => {
			const connection = await this.#connection;
			return either.aborted ? { kind: "cancelled" } : connection.call("ask", { question, about, options }, { signal: either });
		};
		try {
			return (await Promise.race([asking(), cancelled])) as Answer<ValueOf<Name>>;
		} catch (error) {
			this.#mend(error);
			throw error;
		} finally {
			either.removeEventListener("abort", cancel);
			if (this.#latest.get(question) === own) this.#latest.delete(question);
		}
	}

	/**
	 * The profiles of these rows as they came; undefined for those that are not kept so. `revision` is that of the answer's freshness which the rows
	 * are from: when it is gone, its rows are other persons', and all are undefined. Rejects with a RangeError for a row that is no whole number
	 * from 0 on.
	 */
	async raw(rows: readonly number[], { revision }: { readonly revision?: string } = {}): Promise<readonly unknown[]> {
		try {
			return await (await this.#connection).call("raw", { rows, ...(revision !== undefined && { revision }) });
		} catch (error) {
			this.#mend(error);
			throw error;
		}
	}

	/**
	 * Fetches profiles anew; until it is done, and when it fails, those that were there before answer. Other tabs wait for their turn. Rejects with a
	 * StoreError, a SourceError, the signal's reason, what a host's iterable throws, a RangeError for an unknown mode and for limits that are no numbers
	 * from 0 on, and WorkerError `lost`.
	 */
	async refresh(source: ProfileSource, options: RefreshOptions = {}): Promise<Freshness> {
		const freshness = await this.#refresh(source, options, false);
		this.#hasMended = false;
		if ((options.mode ?? "replace") === "replace") this.#source = canBeAskedAgain(source) ? source : undefined;
		return freshness;
	}

	/** Those that can be read: the others are in `unreadableSegments`. */
	async segments(): Promise<readonly KeptSegment[]> {
		return (await this.#connection).call("segments", undefined);
	}

	/** Ids of the segments that were kept with another key, or are damaged. They stay until they are put anew or removed. */
	async unreadableSegments(): Promise<readonly string[]> {
		return (await this.#connection).call("unreadableSegments", undefined);
	}

	async putSegments(segments: readonly KeptSegment[]): Promise<void> {
		await (await this.#connection).call("putSegments", segments);
	}

	async removeSegments(ids: readonly string[]): Promise<void> {
		await (await this.#connection).call("removeSegments", ids);
	}

	/** The last exact preview of the same text, from this visit or an earlier one: to show until `preview` has answered. */
	async lastPreview(about: PreviewPlan): Promise<LastPreview | undefined> {
		return (await this.#connection).call("lastPreview", about);
	}

	/** Deletes everything of this business, from the disk too, and stops what writes in any tab. For when a person logs out. */
	async wipe(): Promise<void> {
		await (await this.#connection).call("wipe", undefined);
	}

	/** Lets go of everything. What is asked afterwards is rejected with WorkerError `closed`; so is what has not been answered. */
	async close(): Promise<void> {
		if (this.#isClosed) return;
		this.#isClosed = true;
		this.#listeners.clear();
		const connecting = this.#connection;
		this.#connection = rejected(new WorkerError("closed"));
		const connection = await connecting.catch(() => undefined);
		if (!connection) return;
		await connection.call("close", undefined).catch(() => undefined);
		await new Promise((resolve) => setTimeout(resolve, lettingGoMs));
		connection.close();
	}

	async #refresh(
		source: ProfileSource,
		{ mode = "replace", removedWhen, limits, signal, onProgress }: RefreshOptions,
		again: boolean,
	): Promise<Freshness> {
		const baseUrl = globalThis.document?.baseURI ?? globalThis.location?.href ?? "";
		const given = {
			...{ source: sentSource(source), mode, baseUrl, again },
			...(removedWhen !== undefined && { removedWhen }),
			...(limits && { limits }),
		};
		const profiles = source.kind === "iterable" ? source.profiles : undefined;
		return (await this.#connection).call("refresh", given, { signal, onProgress, profiles });
	}

	/** Fetches what is damaged again; how that goes is told by events. */
	#mend(error: unknown): void {
		if (!(error instanceof StoreError && error.code === "damaged") || !this.#source || this.#hasMended || this.#isClosed) return;
		this.#hasMended = true;
		this.#refresh(this.#source, {}, true).catch(() => undefined);
	}

	#connect(inWorker: boolean): Promise<Connection> {
		const connecting = this.#open(inWorker);
		// It is told to whoever opens, and to whoever asks all the same.
		connecting.catch(() => undefined);
		return connecting;
	}

	async #open(inWorker: boolean): Promise<Connection> {
		const connection = (inWorker ? await this.#toWorker() : undefined) ?? (await this.#toPage());
		const { worker, trustedTypesPolicy, handshakeMs, pingMs, source, ...options } = this.#options;
		try {
			const opened = await connection.call("open", { businessId: this.#businessId, options });
			this.#see(opened);
			return connection;
		} catch (error) {
			connection.close();
			throw error;
		}
	}

	async #toWorker(): Promise<Connection | undefined> {
		try {
			const port = await startWorker(this.#options);
			const connection = new Connection(port, {
				onEvent: (event) => this.#hear(event),
				onLost: () => this.#lost(),
				pingMs: this.#options.pingMs ?? 5_000,
			});
			port.onBroken((cause) => connection.lose(cause));
			this.#where = "worker";
			return connection;
		} catch (error) {
			this.#workerProblem = error instanceof WorkerError ? error : new WorkerError("refused", { cause: error });
			return undefined;
		}
	}

	async #toPage(): Promise<Connection> {
		const [{ serve }, { localPorts }] = await Promise.all([import("./serve.ts"), import("./port.ts")]);
		const [here, there] = localPorts();
		serve(there, { sliceMs: pageSliceMs });
		this.#where = "main";
		return new Connection(here, { onEvent: (event) => this.#hear(event), onLost: () => undefined, pingMs: Number.POSITIVE_INFINITY });
	}

	#lost(): void {
		if (this.#isClosed) return;
		const inWorker = !this.#hasRestarted;
		this.#hasRestarted = true;
		if (!inWorker) this.#workerProblem = new WorkerError("lost");
		this.#connection = this.#connect(inWorker);
		const tell = (): void => this.#listeners.tell({ kind: "worker-lost", where: this.#where });
		this.#connection.then(tell, tell);
	}

	#see({ freshness, isKept, problem }: Opened): void {
		this.#isKept = isKept;
		this.#storeProblem = problem && (errorFrom(problem) as StoreError);
		const before = this.#freshness;
		this.#freshness = freshness;
		// Another worker has begun: without storage, what the one before had is gone.
		if (before.kind !== freshness.kind) this.#listeners.tell({ kind: "freshness", freshness });
	}

	#hear(event: SentEvent): void {
		if (event.kind === "freshness") this.#freshness = event.freshness;
		this.#listeners.tell(event.kind === "refresh-failed" ? { kind: "refresh-failed", error: errorFrom(event.error) } : event);
	}
}

function rejected(error: Error): Promise<never> {
	const promise = Promise.reject(error);
	promise.catch(() => undefined);
	return promise;
}
