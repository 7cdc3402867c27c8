// A worker that has answered. Browsers differ in how they refuse one: some throw, some send an error event, some say nothing.
import { longestTimerMs } from "../platform/longest-timer.ts";
import { ownWorker } from "./own-worker.ts";
import type { Port } from "./port.ts";
import { isFromWorker, protocol, tagged } from "./protocol.ts";
import { WorkerError } from "./worker-error.ts";

export interface WorkerChoice {
	/**
	 * `"auto"`: our own, from the file beside this module. `"none"`: the page itself. A function makes the host's own, a new one each time it is
	 * called; it runs `segql/worker.js`. Default `"auto"`.
	 */
	readonly worker?: "auto" | "none" | (() => Worker) | undefined;
	/** Name of the Trusted Types policy that our own worker's URL is made with, where a page enforces them. Default: none is made. */
	readonly trustedTypesPolicy?: string | undefined;
	/** How long a worker may take to load and answer, in milliseconds; default 10,000. */
	readonly handshakeMs?: number | undefined;
}

export interface WorkerPort extends Port {
	/** Calls this once the worker says that it is broken. */
	onBroken(listener: (cause: unknown) => void): void;
}

/** Rejects with a WorkerError: `refused`, `not-loaded`, `no-answer` or `other-protocol`. */
export async function startWorker({
	worker: choice = "auto",
	trustedTypesPolicy,
	handshakeMs = 10_000,
}: WorkerChoice): Promise<WorkerPort> {
	const worker = make(choice, trustedTypesPolicy);
	try {
		await handshake(worker, handshakeMs);
		return portOf(worker);
	} catch (error) {
		worker.terminate();
		throw error;
	}
}

function make(choice: WorkerChoice["worker"], policy: string | undefined): Worker {
	try {
		return typeof choice === "function" ? choice() : ownWorker(policy);
	} catch (error) {
		throw new WorkerError("refused", { cause: error });
	}
}

function handshake(worker: Worker, timeoutMs: number): Promise<void> {
	const over = new AbortController();
	const { signal } = over;
	return new Promise<void>((resolve, reject) => {
		const timer = setTimeout(() => reject(new WorkerError("no-answer")), Math.min(timeoutMs, longestTimerMs));
		signal.addEventListener("abort", () => clearTimeout(timer));
		worker.addEventListener("error", (cause) => reject(new WorkerError("not-loaded", { cause })), { signal });
		worker.addEventListener(
			"message",
			({ data }: MessageEvent<unknown>) => {
				if (!isFromWorker(data) || data.kind !== "ready") return;
				if (data.protocol === protocol) resolve();
				else reject(new WorkerError("other-protocol"));
			},
			{ signal },
		);
		worker.postMessage(tagged({ kind: "hello", protocol }));
	}).finally(() => over.abort());
}

const portOf = (worker: Worker): WorkerPort => ({
	post: (message, transfer = []) => worker.postMessage(message, [...transfer]),
	listen: (onMessage) => worker.addEventListener("message", ({ data }: MessageEvent<unknown>) => onMessage(data)),
	close: () => worker.terminate(),
	onBroken(listener) {
		worker.addEventListener("error", (event) => {
			// It is told as the cause of what is rejected; the page itself has not failed.
			event.preventDefault();
			listener(event);
		});
		worker.addEventListener("messageerror", listener);
	},
});
