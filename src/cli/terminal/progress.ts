// How far a long reading has come. On a terminal it is one line that is written over and taken away at the end, elsewhere a line each time.
import { counted } from "../words.ts";
import type { TextStream } from "./output.ts";

const minIntervalMs = 250;
const clearLine = "\r\u001b[2K";

export interface ProgressOptions {
	readonly stream: TextStream;
	/** Milliseconds since any fixed moment; only for how long things take. */
	readonly elapsed: () => number;
	/** Bytes to read, where they are known. */
	readonly totalBytes?: number | undefined;
}

export class Progress {
	readonly #options: ProgressOptions;
	readonly #start: number;
	#nextAt: number;
	#bytes = 0;
	#profiles = 0;
	#shown = false;

	constructor(options: ProgressOptions) {
		this.#options = options;
		this.#start = options.elapsed();
		this.#nextAt = this.#start + minIntervalMs;
	}

	addBytes(count: number): void {
		this.#bytes += count;
	}

	/** Shows the state, at most four times a second. */
	addProfiles(count: number): void {
		this.#profiles += count;
		const now = this.#options.elapsed();
		if (now < this.#nextAt) return;
		this.#nextAt = now + minIntervalMs;
		this.#shown = true;
		const words = this.#words(Math.max(1, now - this.#start) / 1000);
		this.#options.stream.write(this.#options.stream.isTTY ? clearLine + words : `${words}\n`);
	}

	/** Takes the line away, so that what comes next stands on a clean one. */
	clear(): void {
		if (!this.#shown) return;
		this.#shown = false;
		if (this.#options.stream.isTTY) this.#options.stream.write(clearLine);
	}

	#words(seconds: number): string {
		const megabytes = this.#bytes / 1e6;
		const { totalBytes } = this.#options;
		const share = totalBytes ? ` (${Math.min(100, Math.floor((this.#bytes / totalBytes) * 100))} %)` : "";
		return `${counted(this.#profiles, "profile")}, ${megabytes.toFixed(0)} MB${share}, ${(megabytes / seconds).toFixed(0)} MB/s`;
	}
}
