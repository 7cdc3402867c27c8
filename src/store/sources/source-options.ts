// What reading a source takes besides its description: limits, and the surroundings, so that a test can give others.
import type { Gunzip } from "../../formats/gunzip.ts";

export interface SourceLimits {
	/** How often in a row a request may fail, or a body break off without a new byte. Default 6. */
	readonly maxAttempts: number;
	/** How often a body may have to be read from its start again. Default 3. */
	readonly maxRestarts: number;
	/** A failed request is repeated after a random time up to this, doubled for each failure in a row. Default 500. */
	readonly baseDelayMs: number;
	/** The most that doubling comes to. Default 30,000. */
	readonly maxDelayMs: number;
	/** The longest `Retry-After` that is waited for. Default 5 minutes. */
	readonly maxRetryAfterMs: number;
	/** A server that sends no byte for so long is taken for gone. Default 30,000. */
	readonly stallMs: number;
	/** Default 10,000. */
	readonly maxPages: number;
	/** Of one page. Default 64 MB. */
	readonly maxPageBytes: number;
	/** Longest line, row or array element; longer ones are reported and left out. Default 64 MB. */
	readonly maxLineBytes: number;
	/** How many problems are kept in words. Default 20. */
	readonly shownProblems: number;
}

const megabyte = 1024 * 1024;

export const defaultSourceLimits: SourceLimits = {
	maxAttempts: 6,
	maxRestarts: 3,
	baseDelayMs: 500,
	maxDelayMs: 30_000,
	maxRetryAfterMs: 5 * 60_000,
	stallMs: 30_000,
	maxPages: 10_000,
	maxPageBytes: 64 * megabyte,
	maxLineBytes: 64 * megabyte,
	shownProblems: 20,
};

/** Those given, and the defaults where there is none. Throws a RangeError for what is no number from 0 on. */
export function sourceLimits(given: Partial<SourceLimits> = {}): SourceLimits {
	const entries = Object.entries(defaultSourceLimits).map(([name, standard]) => {
		const { [name as keyof SourceLimits]: value = standard } = given;
		if (!(typeof value === "number" && value >= 0)) throw new RangeError(`${name} is a number from 0 on, not ${value}.`);
		return [name, value];
	});
	return Object.fromEntries(entries);
}

/** What a server said of the profiles the last time, so that it need not send them again (RFC 9110, 8.8). */
export interface Validators {
	readonly etag?: string;
	readonly lastModified?: string;
}

export interface SourceProgress {
	/** Since the start, or since the last restart; packed ones where the file is gzip. */
	readonly bytesRead: number;
	/** Where it is known beforehand. */
	readonly totalBytes?: number;
}

/** A request that failed is about to be repeated. */
export interface SourceWait {
	readonly delayMs: number;
	/** Failures in a row so far. */
	readonly failures: number;
}

export interface SourceOptions {
	/** Aborting rejects with the SourceError "cancelled", whose cause is the signal's reason, whatever is going on. */
	readonly signal?: AbortSignal;
	/** What `validators` was the last time, for a URL; others have none. */
	readonly validators?: Validators;
	/** What a relative URL is relative to. Default: the page's or the worker's address. */
	readonly baseUrl?: string;
	readonly limits?: Partial<SourceLimits>;
	/** Whether batches of NDJSON and JSON also hold the text of each profile. */
	readonly keepTexts?: boolean;
	/** Whether a text with nothing in it is a list of nobody, as it is of changes; else only `[]` and a CSV's header alone are. Default false. */
	readonly mayBeEmpty?: boolean;
	readonly onProgress?: (progress: SourceProgress) => void;
	readonly onWait?: (wait: SourceWait) => void;
	readonly fetch?: typeof fetch;
	/** Epoch milliseconds. */
	readonly now?: () => number;
	/** Resolves after so many milliseconds; rejects when the signal is aborted. */
	readonly sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
	/** From 0 to below 1. */
	readonly random?: () => number;
	/** Default: the platform's DecompressionStream. */
	readonly gunzip?: Gunzip;
}
