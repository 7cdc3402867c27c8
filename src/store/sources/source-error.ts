// Why profiles could not be got, as a closed list: hosts decide by the code, people read the sentence. No sentence holds an address, a
// header or a profile.

const sentences = {
	"bad-source": "This source of profiles is not described in a way that can be used.",
	unauthorised: "The server does not let you read the profiles: sign in again, then refresh.",
	"not-found": "The server has no profiles at this address: correct the address of the source.",
	refused: "The server refuses to give the profiles: ask those who run it.",
	busy: "The server has too much to do: refresh again later.",
	redirected: "The address leads on to another one, where the source's headers are not sent: use that address instead.",
	unreachable:
		"The server does not answer, or does not let this page ask it: look at the network connection and the server's CORS headers, then refresh again.",
	incomplete: "The profiles end in the middle: refresh again, and ask those who make them when it happens again.",
	changed: "The profiles changed again and again while they were read: refresh again later.",
	"not-profiles": "What came is not profiles: give NDJSON, a JSON array or CSV, plain or gzip.",
	"too-large": "A page of profiles is too large: ask for smaller pages.",
	"too-many-pages": "There are too many pages: ask for larger pages.",
	loop: "The pages go round in a circle: correct how the next page is found.",
	"other-origin": "A page names a next page on another server, which is not asked: allow its origin in the source.",
	unreadable: "The file cannot be read: it may have been changed, moved or deleted. Choose it again.",
	cancelled: "Reading the profiles was cancelled.",
} as const;

export type SourceErrorCode = keyof typeof sentences;

interface Details {
	/** Instead of the code's sentence, where more is known. */
	readonly message?: string;
	readonly status?: number;
	readonly retryAfterMs?: number;
	readonly cause?: unknown;
}

/** `cause` is what the platform or the host's signal said. */
export class SourceError extends Error {
	override readonly name = "SourceError";
	readonly code: SourceErrorCode;
	/** What the server answered, where it did. */
	readonly status: number | undefined;
	/** For "busy": how long the server wants to be left alone, where it said so. */
	readonly retryAfterMs: number | undefined;

	constructor(code: SourceErrorCode, { message, status, retryAfterMs, cause }: Details = {}) {
		super(message ?? sentences[code], { cause });
		this.code = code;
		this.status = status;
		this.retryAfterMs = retryAfterMs;
	}
}

/** What a status that is no success means. */
export function statusError(status: number, retryAfterMs?: number): SourceError {
	if (status === 401 || status === 403 || status === 407) return new SourceError("unauthorised", { status });
	if (status === 404 || status === 410) return new SourceError("not-found", { status });
	if (status === 429 || status === 503) return new SourceError("busy", { status, ...(retryAfterMs !== undefined && { retryAfterMs }) });
	return new SourceError(isPassing(status) ? "unreachable" : "refused", { status });
}

/** Whether the same request may succeed a little later. */
export const isPassing = (status: number): boolean => status === 408 || status === 425 || status === 429 || status >= 500;
