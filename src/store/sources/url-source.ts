// Profiles from one address.
import { markupCode } from "../../formats/detect-format.ts";
import { Problems } from "../../formats/problems.ts";
import { RefusedInput } from "../../formats/refused-input.ts";
import { addressOf } from "./address.ts";
import type { OpenedSource, SourceBatch, SourceProfiles } from "./opened-source.ts";
import { Patience } from "./patience.ts";
import { profileBatches } from "./profile-batches.ts";
import { type Reply, webPage } from "./reply.ts";
import { Requests } from "./requests.ts";
import { Replaced, ResumedBody } from "./resumed-body.ts";
import type { UrlSource } from "./source.ts";
import { SourceError } from "./source-error.ts";
import type { SourceOptions, SourceProgress, Validators } from "./source-options.ts";

export async function openUrl(source: UrlSource, options: SourceOptions): Promise<OpenedSource> {
	const address = addressOf(source, options.baseUrl);
	const patience = new Patience(options);
	const requests = new Requests(address, patience, options);
	const known = options.validators ?? {};
	const conditions = conditionsOf(known);
	const reply = await requests.ask(address.url, { conditions });
	const notModified = reply.response.status === 304 && Object.keys(conditions).length > 0;
	if (!notModified) reply.throwUnlessWhole();
	if (notModified || isKnown(validatorsOf(reply), known)) {
		reply.leave();
		return { kind: "unchanged" };
	}
	return new UrlProfiles(reply, (first) => new ResumedBody(address.url, first, requests, patience), patience, source, options);
}

/**
 * Whether a whole answer is the one that is known. Some servers send it in spite of the conditions: browsers say `no-cache` with them,
 * which Express and Koa take for a wish to have everything.
 */
function isKnown(found: Validators, known: Validators): boolean {
	// Weak comparison (RFC 9110 §8.8.3.2), as for If-None-Match.
	if (known.etag !== undefined) return found.etag?.replace(/^W\//, "") === known.etag.replace(/^W\//, "");
	return known.lastModified !== undefined && found.lastModified === known.lastModified;
}

function validatorsOf({ response: { headers } }: Reply): Validators {
	const etag = headers.get("etag");
	const lastModified = headers.get("last-modified");
	return { ...(etag !== null && { etag }), ...(lastModified !== null && { lastModified }) };
}

function conditionsOf({ etag, lastModified }: Validators): Readonly<Record<string, string>> {
	return {
		...(etag !== undefined && { "if-none-match": etag }),
		...(lastModified !== undefined && { "if-modified-since": lastModified }),
	};
}

/** Servers also send web pages under another type, or under none. */
const isMarkup = (error: unknown): boolean =>
	error instanceof SourceError && error.cause instanceof RefusedInput && error.cause.code === markupCode;

class UrlProfiles implements SourceProfiles {
	readonly kind = "profiles";
	readonly batches: AsyncIterable<SourceBatch>;
	problems: Problems;
	#reply: Reply;
	readonly #bodyOf: (reply: Reply) => ResumedBody;
	readonly #patience: Patience;
	readonly #source: UrlSource;
	readonly #options: SourceOptions;

	constructor(reply: Reply, bodyOf: (reply: Reply) => ResumedBody, patience: Patience, source: UrlSource, options: SourceOptions) {
		this.#reply = reply;
		this.#bodyOf = bodyOf;
		this.#patience = patience;
		this.#source = source;
		this.#options = options;
		this.problems = this.#noProblems();
		this.batches = this.#read();
	}

	get validators(): Validators {
		return validatorsOf(this.#reply);
	}

	get totalBytes(): number | undefined {
		return this.#reply.size?.bytes;
	}

	async *#read(): AsyncGenerator<SourceBatch> {
		let restarts = 0;
		for (;;) {
			try {
				yield* profileBatches(this.#counted(this.#bodyOf(this.#reply)), this.problems, this.#source.format, this.#options);
				return;
			} catch (error) {
				if (!(error instanceof Replaced)) throw isMarkup(error) ? webPage(this.#reply.response.status, error) : error;
				this.#reply = error.reply;
				this.problems = this.#noProblems();
				if (error.given === 0) continue;
				restarts++;
				if (restarts > this.#patience.limits.maxRestarts) {
					error.reply.leave();
					throw new SourceError(error.changed ? "changed" : "incomplete");
				}
			}
			yield { kind: "restart" };
		}
	}

	async *#counted(body: ResumedBody): AsyncGenerator<Uint8Array> {
		let bytesRead = 0;
		const { totalBytes } = this;
		for await (const chunk of body.chunks()) {
			bytesRead += chunk.length;
			this.#options.onProgress?.(progressOf(bytesRead, totalBytes));
			yield chunk;
		}
	}

	#noProblems(): Problems {
		return new Problems({ shownProblems: this.#patience.limits.shownProblems });
	}
}

/** A total that turns out to be none, because the body was packed for the way, is left out. */
const progressOf = (bytesRead: number, totalBytes: number | undefined): SourceProgress =>
	totalBytes === undefined || bytesRead > totalBytes ? { bytesRead } : { bytesRead, totalBytes };
