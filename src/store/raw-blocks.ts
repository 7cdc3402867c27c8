// Profiles as they came, for display: lines of JSON, some hundreds in a buffer, so that a page of them costs a few small reads. Texts are written
// and read several times faster than objects, and only the lines that are shown are parsed.
import { StoreError } from "./store-error.ts";

/** Profiles of one buffer: fewer make writing slow, more make a scattered page slow. Measured in decisions/0004. */
export const defaultBlockRows = 256;

export class RawBlocks {
	readonly #blockRows: number;
	#lines: string[] = [];
	#full: ArrayBuffer[] = [];

	constructor(blockRows: number) {
		this.#blockRows = blockRows;
	}

	/** `text` is the profile as JSON without line breaks, where it is at hand. Throws StoreError `unkeepable`. */
	add(profile: unknown, text?: string): void {
		this.#lines.push(text ?? textOf(profile));
		if (this.#lines.length === this.#blockRows) this.#close();
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
		if (this.#lines.length > 0) this.#close();
	}

	#close(): void {
		this.#full.push(exactBuffer(encoder.encode(this.#lines.join("\n"))));
		this.#lines = [];
	}
}

/** The profile of a line of a block; undefined where there is none. */
export function profileAt(block: string, line: number): unknown {
	let from = 0;
	for (let skipped = 0; skipped < line; skipped++) {
		from = block.indexOf("\n", from) + 1;
		if (from === 0) return undefined;
	}
	const end = block.indexOf("\n", from);
	return profileOf(block.slice(from, end < 0 ? block.length : end));
}

/** All of a block, as JSON. */
export const linesOf = (block: string): readonly string[] => block.split("\n");

/** Throws StoreError `damaged` for bytes that are no text. */
export function textOfBlock(buffer: unknown): string {
	try {
		if (buffer instanceof ArrayBuffer) return decoder.decode(buffer);
	} catch {
		// told below
	}
	throw new StoreError("damaged");
}

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The profile of a line. Throws StoreError `damaged`. */
export function profileOf(line: string): unknown {
	try {
		return JSON.parse(line);
	} catch (error) {
		throw new StoreError("damaged", { cause: error });
	}
}

function textOf(profile: unknown): string {
	try {
		return JSON.stringify(profile) ?? "null";
	} catch (error) {
		throw new StoreError("unkeepable", { cause: error });
	}
}

/** What is stored is a whole buffer: an encoder may have taken a larger one. */
function exactBuffer({ buffer, byteOffset, byteLength }: Uint8Array<ArrayBuffer>): ArrayBuffer {
	return byteLength === buffer.byteLength ? buffer : buffer.slice(byteOffset, byteOffset + byteLength);
}
