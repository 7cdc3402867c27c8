// Asks a server, again and again while its refusals are of the kind that passes.
import { type Address, badSource } from "./address.ts";
import { Broken, type Patience } from "./patience.ts";
import { Reply } from "./reply.ts";
import { retryAfterMs } from "./retry-after.ts";
import { isPassing, SourceError, statusError } from "./source-error.ts";
import type { SourceOptions } from "./source-options.ts";

/** Headers of one request. */
export interface Asking {
	/** `bytes=1000-` */
	readonly range?: string;
	/** If-None-Match and the like. */
	readonly conditions?: Readonly<Record<string, string>>;
}

export class Requests {
	readonly #address: Address;
	readonly #patience: Patience;
	readonly #fetch: typeof fetch;
	readonly #signal: AbortSignal | undefined;

	constructor(address: Address, patience: Patience, options: SourceOptions) {
		this.#address = address;
		this.#patience = patience;
		this.#signal = options.signal;
		const given = options.fetch ?? globalThis.fetch;
		if (given === undefined) throw badSource("There is no fetch here: give one in the options.");
		// A browser's own fetch refuses to be called as a method of something else.
		this.#fetch = (input, init) => given(input, init);
	}

	/** A reply that is no passing failure. Throws SourceError when the server could not be asked, or too often in vain. */
	async ask(url: URL, { range, conditions = {} }: Asking = {}): Promise<Reply> {
		for (let turn = 0; ; turn++) {
			this.#patience.throwIfCancelled();
			// Before it sends conditions to another origin, a browser asks there whether it may. Where that fails, a plain request may still do.
			const plain = turn % 2 === 1 && isElsewhere(url);
			const reply = await this.#once(url, { ...(range !== undefined && { range }), ...(plain ? {} : conditions) });
			if (reply instanceof Broken) {
				await this.#patience.failed(new SourceError("unreachable", { cause: reply.cause }));
				continue;
			}
			const { status, headers } = reply.response;
			if (!isPassing(status)) return reply;
			reply.leave();
			const afterMs = retryAfterMs(headers.get("retry-after"), this.#patience.now());
			await this.#patience.failed(statusError(status, afterMs), afterMs);
		}
	}

	async #once(url: URL, headers: Readonly<Record<string, string>>): Promise<Reply | Broken> {
		const { headers: own, credentials } = this.#address;
		const hasOwn = Object.keys(own).length > 0;
		const controller = new AbortController();
		const cancel = (): void => controller.abort();
		const leave = (): void => {
			this.#signal?.removeEventListener("abort", cancel);
			cancel();
		};
		this.#signal?.addEventListener("abort", cancel);
		try {
			const response = await this.#patience.orStalled(
				this.#fetch(url.href, {
					headers: { ...own, ...headers },
					credentials,
					// The store is the cache; the browser's would hold everything a second time, and answer from it.
					cache: "no-store",
					// fetch takes headers along to wherever a redirect leads.
					redirect: hasOwn ? "manual" : "follow",
					signal: controller.signal,
				}),
			);
			const redirected = response.type === "opaqueredirect" || [301, 302, 303, 307, 308].includes(response.status);
			if (redirected) throw new SourceError("redirected");
			return new Reply(response, this.#patience, leave);
		} catch (error) {
			leave();
			if (error instanceof SourceError) throw error;
			return error instanceof Broken ? error : new Broken("", { cause: error });
		}
	}
}

/** Whether the address is on another origin than this page or worker. Where there is no page, there is nobody to ask for leave. */
const isElsewhere = (url: URL): boolean => globalThis.location !== undefined && globalThis.location.origin !== url.origin;
