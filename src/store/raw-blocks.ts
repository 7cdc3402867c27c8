// Profiles as they came become blocks of some hundreds, so that a page of them costs a few small reads.
import type { Utf8Lines } from "../formats/profile-batch.ts";
import { jsonOf } from "./json-of.ts";
import { blockBytes, headBytes, lengthWord } from "./raw-block.ts";

/** Profiles of one buffer: fewer make writing slow, more make a scattered page slow. See decisions/0004. */
export const defaultBlockRows = 256;

/** Kept for the next block, unless one was larger than most are. */
const usualBytes = 2 ** 18;

export class RawBlocks {
	readonly #blockRows: number;
	/** The block in the making: its head, and what is encoded of its text. */
	#bytes = new Uint8Array(0);
	#written = headBytes;
	/** Of the block in the making, how many are encoded, and those that follow: all are encoded together, since each time costs. */
	#encoded = 0;
	#texts: string[] = [];
	#full: ArrayBuffer[] = [];

	constructor(blockRows: number) {
		this.#blockRows = blockRows;
	}

	/** `text` is the profile as JSON without line breaks, where it is at hand. Throws StoreError `unkeepable`. */
	add(profile: unknown, text?: string): void {
		this.#texts.push(text ?? jsonOf(profile));
		if (this.#room === 0) this.end();
	}

	/** Lines of JSON from index `from` on and before `to`; they are copied. */
	addLines(lines: Utf8Lines, from: number, to: number): void {
		this.#encode();
		for (let index = from; index < to; ) {
			const next = endOfRun(lines, index, Math.min(to, index + this.#room));
			this.#separate();
			const run = lines.bytes.subarray(lines.starts[index], lines.ends[next - 1]);
			this.#reserve(run.length);
			this.#bytes.set(run, this.#written);
			this.#written += run.length;
			this.#encoded += next - index;
			index = next;
			if (this.#room === 0) this.end();
		}
	}

	/** How many blocks wait to be taken. */
	get waiting(): number {
		return this.#full.length;
	}

	/** Whole blocks, in the order of the profiles; they are forgotten. */
	take(): readonly ArrayBuffer[] {
		const taken = this.#full;
		this.#full = [];
		return taken;
	}

	/** The last block is full now, however few profiles it has. */
	end(): void {
		this.#encode();
		if (this.#encoded === 0) return;
		const length = this.#written - headBytes;
		this.#reserve(3);
		this.#bytes.fill(0, this.#written, blockBytes(length));
		const block = this.#bytes.buffer.slice(0, blockBytes(length));
		new Int32Array(block)[lengthWord] = length;
		this.#full.push(block);
		if (this.#bytes.length > usualBytes) this.#bytes = new Uint8Array(0);
		this.#written = headBytes;
		this.#encoded = 0;
	}

	/** Profiles that the block still takes. */
	get #room(): number {
		return this.#blockRows - this.#encoded - this.#texts.length;
	}

	#encode(): void {
		if (this.#texts.length === 0) return;
		const text = this.#texts.join("\n");
		this.#separate();
		this.#encoded += this.#texts.length;
		this.#texts = [];
		// Mostly a byte a unit. What does not fit has up to three.
		this.#reserve(text.length);
		const read = this.#encodeInto(text);
		if (read === text.length) return;
		this.#reserve((text.length - read) * 3);
		this.#encodeInto(text.slice(read));
	}

	/** As much as there is room for; returns the units that were read. */
	#encodeInto(text: string): number {
		const { read, written } = encoder.encodeInto(text, this.#bytes.subarray(this.#written));
		this.#written += written;
		return read;
	}

	#separate(): void {
		if (this.#encoded === 0) return;
		this.#reserve(1);
		this.#bytes[this.#written++] = newline;
	}

	#reserve(count: number): void {
		const needed = this.#written + count;
		if (needed <= this.#bytes.length) return;
		const larger = new Uint8Array(Math.max(needed, this.#bytes.length * 2, usualBytes));
		larger.set(this.#bytes.subarray(0, this.#written));
		this.#bytes = larger;
	}
}

const newline = 0x0a;

const encoder = new TextEncoder();

/** After the last of the lines from `index` on and before `to` that follow each other with nothing but one newline between them. */
function endOfRun({ bytes, starts, ends }: Utf8Lines, index: number, to: number): number {
	let next = index + 1;
	while (next < to && starts[next] === (ends[next - 1] as number) + 1 && bytes[ends[next - 1] as number] === newline) next++;
	return next;
}
