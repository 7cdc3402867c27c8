// Profiles from a JSON API, page by page.
import { type Path, readPath } from "../../fields/json-path.ts";
import { concatenated } from "../../formats/chunks.ts";
import { Problems } from "../../formats/problems.ts";
import { textOf } from "../../formats/utf8.ts";
import { addressOf, badSource, httpUrl } from "./address.ts";
import { ProfileFilter } from "./iterable-source.ts";
import { type Page, type Paging, pagingOf, pathOf } from "./next-page.ts";
import { throwIfAllRefused } from "./no-profiles.ts";
import type { SourceBatch, SourceProfiles } from "./opened-source.ts";
import { Broken, Patience } from "./patience.ts";
import type { Reply } from "./reply.ts";
import { Requests } from "./requests.ts";
import type { PagesSource } from "./source.ts";
import { SourceError } from "./source-error.ts";
import type { SourceOptions } from "./source-options.ts";

export async function openPages(source: PagesSource, options: SourceOptions): Promise<SourceProfiles> {
	const address = addressOf(source, options.baseUrl);
	const origins = (source.otherOrigins ?? []).map((one) => httpUrl(one, undefined)?.origin);
	if (origins.includes(undefined)) throw badSource("One of the source's other origins is none: give them as https://api.example.com.");
	const paging = pagingOf(source.next, address.url, origins as string[]);
	const patience = new Patience(options);
	const pages = new Pages(paging, pathOf(source.items ?? "$"), new Requests(address, patience, options), patience, options);
	const problems = new Problems({ shownProblems: patience.limits.shownProblems });
	// Whoever may not read, or asks in the wrong place, is told now.
	const first = await pages.ask(paging.first);
	return { kind: "profiles", batches: pages.batches(first, problems), validators: {}, totalBytes: undefined, problems };
}

class Pages {
	readonly #paging: Paging;
	readonly #items: Path;
	readonly #requests: Requests;
	readonly #patience: Patience;
	readonly #options: SourceOptions;
	#bytesRead = 0;

	constructor(paging: Paging, items: Path, requests: Requests, patience: Patience, options: SourceOptions) {
		this.#paging = paging;
		this.#items = items;
		this.#requests = requests;
		this.#patience = patience;
		this.#options = options;
	}

	async ask(url: URL): Promise<Reply> {
		const reply = await this.#requests.ask(url);
		reply.throwUnlessWhole();
		return reply;
	}

	async *batches(first: Reply, problems: Problems): AsyncGenerator<SourceBatch> {
		const { maxPages } = this.#patience.limits;
		const filter = new ProfileFilter(problems);
		const asked = new Set<string>();
		let url: URL | undefined = this.#paging.first;
		let reply: Reply | undefined = first;
		let before = 0;
		let given = 0;
		let textBefore: string | undefined;
		for (let number = 1; url !== undefined; number++) {
			if (number > maxPages) {
				const most = maxPages.toLocaleString("en");
				throw new SourceError("too-many-pages", { message: `There are more than ${most} pages: ask for larger pages, or raise maxPages.` });
			}
			if (asked.has(url.href)) throw loop(`Page ${number} would be one that was read before: correct how the next page is found.`);
			asked.add(url.href);
			const { text, response } = await this.#read(url, number, reply);
			reply = undefined;
			const content = jsonOf(text, number);
			const items = readPath(content, this.#items);
			if (!Array.isArray(items)) throw notAPage(`Page ${number} has no list of profiles where the source says: correct the path to it.`);
			if (text === textBefore && items.length > 0) {
				throw loop(`Page ${number} is the same as the one before: correct the parameter that leads to the next page.`);
			}
			const profiles = items.filter((item) => filter.isProfile(item));
			given += profiles.length;
			if (profiles.length > 0) yield { kind: "profiles", untyped: false, profiles };
			const page: Page = { number, url, response, content, items: items.length, before };
			url = this.#paging.next(page);
			before += items.length;
			textBefore = text;
		}
		if (given === 0) throwIfAllRefused(problems);
	}

	/** A page that breaks off is asked for again. */
	async #read(url: URL, number: number, asked: Reply | undefined): Promise<{ readonly text: string; readonly response: Response }> {
		for (let reply = asked; ; reply = undefined) {
			reply ??= await this.ask(url);
			try {
				const text = textOf(await this.#bytesOf(reply, number));
				if (text === undefined) throw notAPage(`Page ${number} is not text in UTF-8: ask those who run the server.`);
				this.#patience.progressed();
				return { text, response: reply.response };
			} catch (error) {
				if (!(error instanceof Broken)) throw error;
			}
			await this.#patience.failed(new SourceError("incomplete"));
		}
	}

	async #bytesOf(reply: Reply, number: number): Promise<Uint8Array> {
		const { maxPageBytes } = this.#patience.limits;
		const pieces: Uint8Array[] = [];
		let length = 0;
		for await (const chunk of reply.chunks()) {
			length += chunk.length;
			if (length > maxPageBytes) {
				const most = maxPageBytes.toLocaleString("en");
				throw new SourceError("too-large", {
					message: `Page ${number} is larger than ${most} bytes: ask for smaller pages, or raise maxPageBytes.`,
				});
			}
			pieces.push(chunk);
			this.#options.onProgress?.({ bytesRead: this.#bytesRead + length });
		}
		if (reply.size?.exact && length < reply.size.bytes) throw new Broken();
		this.#bytesRead += length;
		return concatenated(pieces, length);
	}
}

function jsonOf(text: string, number: number): unknown {
	try {
		// As `Response.json` does it, without a byte order mark.
		return JSON.parse(text.replace(/^\uFEFF/, ""));
	} catch {
		// Without the engine's error, which may quote people's data.
		throw notAPage(`Page ${number} is not JSON: correct the address of the source.`);
	}
}

const loop = (message: string): SourceError => new SourceError("loop", { message });
const notAPage = (message: string): SourceError => new SourceError("not-profiles", { message });
