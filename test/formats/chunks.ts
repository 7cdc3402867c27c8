// Byte sources for tests: a text cut at chosen places.
import type { ByteSource, Chunks } from "../../src/formats/chunks.ts";

/** Every chunk shares one buffer that is overwritten for the next, as real reads do: whoever keeps a chunk without copying is caught. */
export async function* chunksOf(bytes: Uint8Array, size: number | readonly number[]): AsyncGenerator<Uint8Array> {
	const sizes = typeof size === "number" ? [size] : size;
	const buffer = new Uint8Array(Math.max(1, ...sizes));
	for (let at = 0, turn = 0; at < bytes.length; turn++) {
		const length = Math.max(1, sizes[turn % sizes.length] as number);
		const piece = bytes.subarray(at, at + length);
		buffer.set(piece);
		yield buffer.subarray(0, piece.length);
		buffer.fill(0x3f);
		at += length;
	}
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export function joined(...pieces: readonly Uint8Array[]): Uint8Array {
	return new Uint8Array(pieces.flatMap((piece) => [...piece]));
}

export function sourceOf(content: string | Uint8Array, size: number | readonly number[] = 65_536): ByteSource {
	const bytes = typeof content === "string" ? bytesOf(content) : content;
	return { name: "profiles", chunks: (): Chunks => chunksOf(bytes, size) };
}
