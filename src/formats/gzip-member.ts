// One member of a gzip stream, unpacked by the platform. A write is followed by everything it unpacks to, so that a later failure, which
// empties the stream, loses none of it.

// Deflate expands a byte to at most 1032, so one slice never yields more than 17 MB.
const sliceBytes = 16 * 1024;
/** The shortest header, deflate stream and trailer there can be. */
const leastBytes = 20;
/** How often it is looked whether more has been unpacked, and after how many looks in vain nothing more is expected. */
const mostRounds = 50;
const quietRounds = 20;
const noMore = Symbol();
const unnoticed = (): void => {};

export class GzipMember {
	/** Why it could not be unpacked. */
	failure: "truncated" | "damaged" | undefined;
	readonly #writer: WritableStreamDefaultWriter<BufferSource>;
	readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
	#reading: Promise<ReadableStreamReadResult<Uint8Array>>;
	#packed = 0;
	#unpacked = 0;
	/** The last four bytes written, as the number they are in a trailer. */
	#lastNumber = 0;

	constructor() {
		const { writable, readable } = new DecompressionStream("gzip");
		this.#writer = writable.getWriter();
		this.#reader = readable.getReader();
		this.#reading = this.#read();
		// A failure is seen where it is waited for; none of the other promises may be called unhandled.
		for (const promise of [this.#writer.closed, this.#writer.ready, this.#reader.closed]) promise.catch(unnoticed);
	}

	async *write(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
		for (let at = 0; at < bytes.length; at += sliceBytes) {
			// A copy: Node alone goes on reading it after the write is done, when the chunk may be overwritten.
			const slice = new Uint8Array(bytes.subarray(at, at + sliceBytes));
			this.#packed += slice.length;
			for (const byte of slice.subarray(-4)) this.#lastNumber = ((this.#lastNumber >>> 8) | (byte << 24)) >>> 0;
			yield* this.#unpackDuring(this.#writer.write(slice));
		}
	}

	/** Whether the last bytes are the trailer, by the size it holds (RFC 1952 §2.3.1). Not every engine has unpacked all when a write is done. */
	async *seemsEnded(): AsyncGenerator<Uint8Array, boolean> {
		for (let rounds = 0; this.#packed >= leastBytes && rounds < mostRounds; rounds++) {
			if (this.#unpacked % 2 ** 32 === this.#lastNumber) return true;
			yield* this.#unpackFor(rounds);
		}
		return false;
	}

	/**
	 * How many zero bytes more, up to `most`, would complete the trailer by the same sign; undefined when none would. Looks when nothing more comes:
	 * the size of what is unpacked so far may be one of these numbers by chance.
	 */
	async *zerosToEnd(most: number): AsyncGenerator<Uint8Array, number | undefined> {
		for (let rounds = 0, quiet = 0; quiet < quietRounds; rounds++) {
			const before = this.#unpacked;
			yield* this.#unpackFor(rounds);
			quiet = before === this.#unpacked ? quiet + 1 : 0;
		}
		const counts = Array.from({ length: most + 1 }, (_, zeros) => zeros);
		return counts.find((zeros) => this.#packed + zeros >= leastBytes && this.#unpacked % 2 ** 32 === this.#lastNumber >>> (8 * zeros));
	}

	/** The rest, checked by the platform against the trailer. */
	async *end(): AsyncGenerator<Uint8Array> {
		try {
			const closing = this.#writer.close();
			closing.catch(unnoticed);
			for (;;) {
				const { done, value } = await this.#reading;
				if (done) break;
				this.#reading = this.#read();
				yield this.#counted(value);
			}
			await closing;
		} catch (error) {
			// Node alone unpacks behind the writes, so that it finds damage only now; but it has a code for what ends too early.
			const code = (error as { readonly code?: unknown }).code;
			this.failure = code === undefined || code === "Z_BUF_ERROR" ? "truncated" : "damaged";
			throw error;
		}
	}

	/** Nothing more is wanted. */
	leave(): void {
		this.#writer.abort().catch(unnoticed);
		this.#reader.cancel().catch(unnoticed);
	}

	/** What comes in a while, a longer one each time (0.6 seconds in all): where other threads unpack, a busy machine lets them wait. */
	async *#unpackFor(round: number): AsyncGenerator<Uint8Array> {
		await new Promise<void>((resolve) => setTimeout(resolve, Math.min(round, mostRounds) / 2));
		yield* this.#unpackDuring(Promise.resolve());
	}

	async *#unpackDuring(work: Promise<void>): AsyncGenerator<Uint8Array> {
		const worked = work.then(() => noMore);
		worked.catch(unnoticed);
		// Of two that are settled the first in the list wins: `noMore` means that nothing is left to be read.
		for (;;) {
			const next = await Promise.race([this.#reading, worked]).catch((error: unknown) => {
				this.failure = "damaged";
				throw error;
			});
			if (typeof next === "symbol" || next.done) return;
			this.#reading = this.#read();
			yield this.#counted(next.value);
		}
	}

	#read(): Promise<ReadableStreamReadResult<Uint8Array>> {
		const reading = this.#reader.read();
		reading.catch(unnoticed);
		return reading;
	}

	#counted(bytes: Uint8Array): Uint8Array {
		this.#unpacked += bytes.length;
		return bytes;
	}
}
