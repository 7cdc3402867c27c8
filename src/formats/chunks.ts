// Bytes as they come: from a file, standard input, a response. Nothing is read before it is asked for.

/** Chunks in order. A chunk is only valid until the next one is asked for: whoever keeps bytes copies them. */
export type Chunks = AsyncIterable<Uint8Array>;

export interface ByteSource {
	/** As a person knows it: the file's name, or "standard input". */
	readonly name: string;
	chunks(): Chunks;
}

export function concatenated(pieces: readonly Uint8Array[], length: number): Uint8Array {
	const whole = new Uint8Array(length);
	let at = 0;
	for (const piece of pieces) {
		whole.set(piece, at);
		at += piece.length;
	}
	return whole;
}

/** What is read without a pause: some hundred profiles, a few milliseconds' work. */
const pieceBytes = 64 * 1024;

/** A chunk a little at a time: browsers give two megabytes at once, eight, or all that has come. */
export function* piecesOf(chunk: Uint8Array): Generator<Uint8Array> {
	for (let at = 0; at < chunk.length; at += pieceBytes) yield chunk.subarray(at, at + pieceBytes);
}

/**
 * The bytes of a file that a page was given. Each is read through `through`, which may give up before it, or while it is waited for: then no more
 * is read, and what it threw is thrown.
 */
export async function* blobChunks(
	file: Blob,
	through: <Read>(read: () => Promise<Read>) => Promise<Read> = (read) => read(),
): AsyncGenerator<Uint8Array> {
	const reader = file.stream().getReader();
	try {
		for (;;) {
			const { done, value } = await through(() => reader.read());
			if (done) return;
			yield* piecesOf(value);
		}
	} finally {
		reader.cancel().catch(() => undefined);
	}
}
