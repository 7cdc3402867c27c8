// Looks at the start of a stream without taking it away from the reader that comes after.
import { type Chunks, concatenated } from "./chunks.ts";

/**
 * Reads until `decide` has an answer; it must have one when `ended`. The chunks that come back are the whole stream from its start.
 */
export async function peek<Answer>(
	chunks: Chunks,
	decide: (start: Uint8Array, ended: boolean) => Answer | undefined,
): Promise<{ readonly answer: Answer; readonly chunks: Chunks }> {
	const iterator = chunks[Symbol.asyncIterator]();
	let start: Uint8Array = new Uint8Array(0);
	try {
		for (;;) {
			const next = await iterator.next();
			const ended = next.done === true;
			// Also copies, which a chunk to be kept needs.
			if (!ended) start = concatenated([start, next.value], start.length + next.value.length);
			const answer = decide(start, ended);
			if (answer !== undefined) return { answer, chunks: resume(start, iterator, ended) };
			if (ended) throw new Error("The end of the input must decide.");
		}
	} catch (error) {
		await iterator.return?.();
		throw error;
	}
}

async function* resume(start: Uint8Array, iterator: AsyncIterator<Uint8Array>, ended: boolean): AsyncGenerator<Uint8Array> {
	try {
		if (start.length > 0) yield start;
		while (!ended) {
			const next = await iterator.next();
			if (next.done === true) return;
			yield next.value;
		}
	} finally {
		await iterator.return?.();
	}
}
