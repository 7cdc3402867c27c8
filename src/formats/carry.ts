// The unfinished end of one chunk, kept until the next ones complete it. Pieces are joined once, so that a line spread over
// many chunks costs linear time.
import { concatenated } from "./chunks.ts";

export class Carry {
	#pieces: Uint8Array[] = [];
	#length = 0;

	get length(): number {
		return this.#length;
	}

	/** Copies: the chunk it comes from may be overwritten by the next read. */
	add(piece: Uint8Array): void {
		if (piece.length === 0) return;
		// Not `slice()`, which is a view where the chunk is a Buffer of Node.
		this.#pieces.push(new Uint8Array(piece));
		this.#length += piece.length;
	}

	/** Everything kept so far followed by `rest`; afterwards nothing is kept. Without anything kept it is `rest` itself, not a copy. */
	take(rest: Uint8Array): Uint8Array {
		if (this.#length === 0) return rest;
		const whole = concatenated([...this.#pieces, rest], this.#length + rest.length);
		this.clear();
		return whole;
	}

	clear(): void {
		this.#pieces = [];
		this.#length = 0;
	}
}
