// A body that goes on where it broke off. It is the same body only when its strong ETag says so (RFC 9110 §8.8.1): then the rest is asked
// for by Range, or, where the server does not know Range, everything is read again and what was had is passed over.
import { Broken, type Patience } from "./patience.ts";
import type { Reply } from "./reply.ts";
import type { Requests } from "./requests.ts";
import { SourceError } from "./source-error.ts";

/** Instead of the rest came something else, or something that cannot be told from it: `reply`, from its start. */
export class Replaced extends Error {
	override readonly name = "Replaced";
	readonly reply: Reply;
	/** Whether it is known to be another version. */
	readonly changed: boolean;
	/** How many bytes were given of what it takes the place of. */
	readonly given: number;
	constructor(reply: Reply, changed: boolean, given: number) {
		super();
		this.reply = reply;
		this.changed = changed;
		this.given = given;
	}
}

export class ResumedBody {
	readonly #url: URL;
	readonly #requests: Requests;
	readonly #patience: Patience;
	readonly #etag: string | undefined;
	#reply: Reply;
	/** Bytes given so far. */
	#at = 0;
	/** Bytes at the start of the reply that were given before. */
	#had = 0;
	#total: number | undefined;
	/** Where the part that is read says that it ends; undefined when the reply is the whole body. */
	#end: number | undefined;
	#ranges: boolean;

	constructor(url: URL, first: Reply, requests: Requests, patience: Patience) {
		this.#url = url;
		this.#reply = first;
		this.#requests = requests;
		this.#patience = patience;
		this.#etag = strongEtag(first.response);
		this.#total = first.size?.exact ? first.size.bytes : undefined;
		this.#ranges = this.#etag !== undefined && !first.encoded && first.response.headers.get("accept-ranges") !== "none";
	}

	/** Throws Replaced, or SourceError. */
	async *chunks(): AsyncGenerator<Uint8Array> {
		for (;;) {
			try {
				for await (const chunk of this.#reply.chunks()) {
					const fresh = chunk.subarray(this.#had);
					this.#had -= chunk.length - fresh.length;
					if (fresh.length === 0) continue;
					if (this.#end !== undefined && this.#at + fresh.length > this.#end) throw await this.#wrongPart();
					this.#at += fresh.length;
					this.#patience.progressed();
					yield fresh;
				}
				// Of a part without a total only the next one, or that there is none, says whether it was the last.
				if (this.#had === 0 && (this.#total === undefined ? this.#end === undefined : this.#at >= this.#total)) return;
			} catch (error) {
				if (!(error instanceof Broken)) throw error;
				if (this.#at === this.#total) return;
			}
			const isPartDone = this.#at === this.#end;
			if (!isPartDone) await this.#patience.failed(new SourceError("incomplete"));
			const next = await this.#askAgain(isPartDone && this.#total === undefined);
			if (next === undefined) return;
			this.#reply = next;
		}
	}

	/** Undefined when there is no more: only where `mayBeEnd`. */
	async #askAgain(mayBeEnd: boolean): Promise<Reply | undefined> {
		if (this.#ranges && this.#etag !== undefined) {
			const reply = await this.#requests.ask(this.#url, { range: `bytes=${this.#at}-`, conditions: { "if-range": this.#etag } });
			const { status } = reply.response;
			if (status === 206 && this.#continues(reply)) {
				this.#had = 0;
				return reply;
			}
			if (status === 416 && mayBeEnd && this.#endsHere(reply)) {
				reply.leave();
				return undefined;
			}
			if (status !== 206 && status !== 416) return this.#fromStart(reply);
			this.#ranges = false;
			reply.leave();
		}
		return this.#fromStart(await this.#requests.ask(this.#url));
	}

	/** Whether this is the part that was asked for, of the same body. */
	#continues(reply: Reply): boolean {
		const part = /^bytes (\d+)-(\d+)\/(\d+|\*)$/.exec(reply.response.headers.get("content-range") ?? "");
		if (part === null || reply.encoded || strongEtag(reply.response) !== this.#etag || Number(part[1]) !== this.#at) return false;
		const end = Number(part[2]) + 1;
		const total = part[3] === "*" ? this.#total : Number(part[3]);
		if (this.#total !== undefined && total !== this.#total) return false;
		if (end <= this.#at || end > (total ?? end)) return false;
		if (reply.size?.exact && reply.size.bytes !== end - this.#at) return false;
		this.#total = total;
		this.#end = end;
		return true;
	}

	/** Whether a refusal to send more says, or leaves open, that what was given is all. */
	#endsHere({ response }: Reply): boolean {
		const [, size] = /^bytes \*\/(\d+)$/.exec(response.headers.get("content-range") ?? "") ?? [];
		return (size === undefined || Number(size) === this.#at) && [undefined, this.#etag].includes(strongEtag(response));
	}

	/** A part that is longer than it says is another one, and what was given of it may be anything. */
	async #wrongPart(): Promise<Replaced> {
		this.#reply.leave();
		await this.#patience.failed(new SourceError("incomplete"));
		const reply = await this.#requests.ask(this.#url);
		reply.throwUnlessWhole();
		return new Replaced(reply, false, this.#at);
	}

	#fromStart(reply: Reply): Reply {
		reply.throwUnlessWhole();
		this.#end = undefined;
		if (this.#etag === undefined || strongEtag(reply.response) !== this.#etag)
			throw new Replaced(reply, this.#etag !== undefined, this.#at);
		this.#had = this.#at;
		return reply;
	}
}

/** Undefined for a weak one too, which does not promise the same bytes. */
function strongEtag(response: Response): string | undefined {
	const etag = response.headers.get("etag");
	return etag?.startsWith('"') ? etag : undefined;
}
