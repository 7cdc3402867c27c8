// What a server answered, and its body as it comes.
import { piecesOf } from "../../formats/chunks.ts";
import { nextTask } from "../../platform/next-task.ts";
import { Broken, type Patience } from "./patience.ts";
import { SourceError, statusError } from "./source-error.ts";

export const webPage = (status: number, cause?: unknown): SourceError =>
	new SourceError("not-profiles", {
		status,
		message: "The server answered with a web page instead of profiles: sign in again, or correct the address of the source.",
		cause,
	});

export class Reply {
	readonly response: Response;
	readonly #patience: Patience;
	readonly #abort: () => void;
	readonly #begunAt = performance.now();

	constructor(response: Response, patience: Patience, abort: () => void) {
		this.response = response;
		this.#patience = patience;
		this.#abort = abort;
	}

	/** Throws unless this is all that was asked for, and can be profiles. */
	throwUnlessWhole(): void {
		const { status, headers } = this.response;
		if (status === 200 && !/^\s*text\/html\b/i.test(headers.get("content-type") ?? "")) return;
		this.leave();
		throw status === 200 ? webPage(status) : statusError(status);
	}

	/**
	 * How many bytes the body has, when the server said so and nothing packed them for the way. `exact` is false where that cannot be known:
	 * of another origin a browser does not show Content-Encoding.
	 */
	get size(): { readonly bytes: number; readonly exact: boolean } | undefined {
		const { headers, type } = this.response;
		const length = headers.get("content-length");
		if (this.encoded || length === null || !/^\d{1,15}$/.test(length)) return undefined;
		return { bytes: Number(length), exact: type !== "cors" };
	}

	/** Whether bytes are counted differently here than on the way. */
	get encoded(): boolean {
		return (this.response.headers.get("content-encoding") ?? "identity").toLowerCase() !== "identity";
	}

	/** A little at a time. Throws Broken when the connection breaks or the server falls silent. */
	async *chunks(): AsyncGenerator<Uint8Array> {
		const reader = this.response.body?.getReader();
		if (reader === undefined) return;
		try {
			for (;;) {
				const { done, value } = await this.#patience.orStalled(reader.read());
				if (done && (await this.#isShort())) throw new Broken();
				if (done) return;
				yield* piecesOf(value);
			}
		} catch (error) {
			throw error instanceof Broken || error instanceof SourceError ? error : new Broken("", { cause: error });
		} finally {
			reader.cancel().catch(() => undefined);
			this.leave();
		}
	}

	/**
	 * Whether less came than the server said of a body that was packed for the way: where the connection breaks, Firefox ends such a one as if it
	 * were whole. What came is then in the page's own log of what it loaded; where it is not, this cannot be told.
	 */
	async #isShort(): Promise<boolean> {
		const { headers, url } = this.response;
		if (!this.encoded) return false;
		// In a worker it is written down a task later.
		await nextTask();
		const entries = performance.getEntriesByName(url) as PerformanceResourceTiming[];
		const came = entries.findLast(({ responseEnd }) => responseEnd >= this.#begunAt)?.encodedBodySize;
		return !!came && came < Number(headers.get("content-length"));
	}

	/** Nothing more is wanted of it. */
	leave(): void {
		this.#abort();
	}
}
