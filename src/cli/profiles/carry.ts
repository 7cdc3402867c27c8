// The unfinished end of one chunk, kept until the next ones complete it. Pieces are joined once, so that a line spread over
// many chunks costs linear time.

export class Carry {
	#pieces: Buffer[] = [];
	#length = 0;

	get length(): number {
		return this.#length;
	}

	/** Copies: the chunk it comes from may be overwritten by the next read. */
	add(piece: Uint8Array): void {
		if (piece.length === 0) return;
		this.#pieces.push(Buffer.from(piece));
		this.#length += piece.length;
	}

	/** Everything kept so far followed by `rest`; afterwards nothing is kept. Without anything kept it is `rest` itself, not a copy. */
	take(rest: Uint8Array): Buffer {
		if (this.#length === 0) return asBuffer(rest);
		const whole = Buffer.concat([...this.#pieces, rest], this.#length + rest.length);
		this.clear();
		return whole;
	}

	clear(): void {
		this.#pieces = [];
		this.#length = 0;
	}
}

/** The same bytes with Node's methods on them. */
export const asBuffer = (bytes: Uint8Array): Buffer =>
	Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
