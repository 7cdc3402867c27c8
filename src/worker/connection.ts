// The page's end of the protocol: calls with an id each, their answers, and the notice that nobody answers any more.
import { longestTimerMs } from "../platform/longest-timer.ts";
import type { RefreshProgress } from "../store/replace-profiles.ts";
import { Feeder } from "./feeder.ts";
import type { Port } from "./port.ts";
import { type CallName, type Calls, type FromPage, type FromWorker, isFromWorker, type SentEvent, tagged } from "./protocol.ts";
import { errorFrom, sentError } from "./sent-error.ts";
import type { IterableSource } from "../store/sources/source.ts";
import { WorkerError } from "./worker-error.ts";

export interface ConnectionHost {
	onEvent(event: SentEvent): void;
	/** Once; every call has been rejected by then. */
	onLost(): void;
	/** Between two looks whether the other side still answers while it has something to answer, in milliseconds. */
	readonly pingMs: number;
}

export interface CallOptions {
	readonly signal?: AbortSignal | undefined;
	readonly onProgress?: ((progress: RefreshProgress) => void) | undefined;
	readonly profiles?: IterableSource["profiles"] | undefined;
}

interface Pending {
	resolve(value: unknown): void;
	reject(error: unknown): void;
	readonly onProgress: CallOptions["onProgress"];
	readonly feeder: Feeder | undefined;
}

/** Looks in a row that nobody answered: a page that was asleep asks twice more before it gives up. */
const mostUnanswered = 3;

export class Connection {
	readonly #port: Port;
	readonly #host: ConnectionHost;
	readonly #pending = new Map<number, Pending>();
	#lastId = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#unanswered = 0;
	#isOver = false;

	constructor(port: Port, host: ConnectionHost) {
		this.#port = port;
		this.#host = host;
		port.listen((message) => {
			if (isFromWorker(message)) this.#hear(message);
		});
	}

	/** Rejects with what the other side throws, with the signal's reason once the other side has stopped, and with a WorkerError: `lost` or `closed`. */
	async call<Name extends CallName>(name: Name, given: Calls[Name]["given"], options: CallOptions = {}): Promise<Calls[Name]["value"]> {
		const { signal, onProgress, profiles } = options;
		if (this.#isOver) throw new WorkerError("lost");
		signal?.throwIfAborted();
		const id = ++this.#lastId;
		const cancel = (): void => this.#post({ kind: "cancel", id });
		signal?.addEventListener("abort", cancel);
		const feeder = profiles && this.#feeder(id, profiles);
		try {
			return await new Promise<Calls[Name]["value"]>((resolve, reject) => {
				this.#pending.set(id, { resolve: resolve as (value: unknown) => void, reject, onProgress, feeder });
				this.#watch();
				this.#post({ kind: "call", id, name, given });
			});
		} catch (error) {
			if (signal?.aborted && !(error instanceof WorkerError)) throw signal.reason;
			throw feeder?.failure ? feeder.failure.error : error;
		} finally {
			this.#pending.delete(id);
			signal?.removeEventListener("abort", cancel);
			feeder?.stop();
		}
	}

	/** The other side is gone: rejects everything that waits for it. */
	lose(cause?: unknown): void {
		if (this.#isOver) return;
		this.#end(new WorkerError("lost", { cause }));
		this.#host.onLost();
	}

	/** Nothing is asked any more; what still waits is rejected. */
	close(): void {
		if (!this.#isOver) this.#end(new WorkerError("closed"));
	}

	#end(error: WorkerError): void {
		this.#isOver = true;
		clearTimeout(this.#timer);
		this.#port.close();
		for (const { reject, feeder } of this.#pending.values()) {
			feeder?.stop();
			reject(error);
		}
		this.#pending.clear();
	}

	#post(message: FromPage, transfer?: readonly ArrayBuffer[]): void {
		if (!this.#isOver) this.#port.post(tagged(message), transfer);
	}

	#feeder(id: number, profiles: IterableSource["profiles"]): Feeder {
		return new Feeder(profiles, {
			batch: (bytes) => this.#post({ kind: "batch", id, bytes }, [bytes]),
			noMore: (error) => this.#post({ kind: "no-more", id, ...(error !== undefined && { error: sentError(error) }) }),
		});
	}

	#hear(message: FromWorker): void {
		this.#unanswered = 0;
		if (message.kind === "event") this.#host.onEvent(message.event);
		if (!("id" in message)) return;
		const pending = this.#pending.get(message.id);
		if (message.kind === "done") pending?.resolve(message.value);
		else if (message.kind === "failed") pending?.reject(errorFrom(message.error));
		else if (message.kind === "progress") pending?.onProgress?.(message.progress);
		else pending?.feeder?.want(message.batches);
	}

	#watch(): void {
		const { pingMs } = this.#host;
		if (this.#timer !== undefined || pingMs > longestTimerMs) return;
		this.#unanswered = 0;
		const look = (): void => {
			this.#timer = undefined;
			if (this.#pending.size === 0) return;
			if (this.#unanswered === mostUnanswered) {
				this.lose();
				return;
			}
			this.#unanswered++;
			this.#post({ kind: "ping" });
			this.#timer = setTimeout(look, pingMs);
		};
		this.#timer = setTimeout(look, pingMs);
	}
}
