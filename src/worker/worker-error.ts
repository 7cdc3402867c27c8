// Why there is no worker, or no answer from it, as a closed list: hosts decide by the code, people read the sentence.

const sentences = {
	refused: "This browser does not let the page start a worker: the profiles are read on the page itself, in slices.",
	"not-loaded": "The worker's file did not load: the profiles are read on the page itself, in slices.",
	"no-answer": "The worker did not answer in time: the profiles are read on the page itself, in slices.",
	"other-protocol": "The worker is of another version of segql than the page: load both from the same version.",
	lost: "The worker stopped before it had answered: ask again.",
	closed: "The profiles were closed: open them again.",
} as const;

export type WorkerErrorCode = keyof typeof sentences;

export class WorkerError extends Error {
	override readonly name = "WorkerError";
	readonly code: WorkerErrorCode;

	constructor(code: WorkerErrorCode, { cause }: { readonly cause?: unknown } = {}) {
		super(sentences[code], { cause });
		this.code = code;
	}
}
