// Gzip, told by its first two bytes. Members one after another are one stream, as gzip itself has it (RFC 1952 §2.2), but the platform's
// DecompressionStream takes a single one and does not say where it ended; so the start of the next is found here.
import { Carry } from "./carry.ts";
import type { Chunks } from "./chunks.ts";
import { GzipMember } from "./gzip-member.ts";
import { RefusedInput } from "./refused-input.ts";

export const isGzip = (start: Uint8Array): boolean => start.length >= 2 && start[0] === 0x1f && start[1] === 0x8b;

/** The unpacked bytes. What is damaged or ends in the middle throws one of the next two, after what could be unpacked before that. */
export type Gunzip = (chunks: Chunks, name: string) => AsyncGenerator<Uint8Array>;

export const truncatedGzip = (name: string): RefusedInput =>
	new RefusedInput("truncated-gzip", `The gzip file "${name}" ends in the middle.`, "Copy or download it again.");

export const damagedGzip = (name: string): RefusedInput =>
	new RefusedInput("damaged-gzip", `The gzip file "${name}" is damaged and cannot be unpacked.`, "Copy or download it again.");

const headerBytes = 4;
/** Zero bytes at the end of the size of what is not empty. */
const mostSizeZeros = 3;
/** Zero bytes that are unpacked at once. */
const zeroBytes = 16 * 1024;

/** With what every browser has. Node's own DecompressionStream drops unpacked bytes when it fails: there, give `createGunzip` of node:zlib. */
export async function* gunzip(chunks: Chunks, name: string): AsyncGenerator<Uint8Array> {
	let member = new GzipMember();
	const held = new Carry();
	/** How many zero bytes have come since the last other one: at the end they may be padding. */
	let zeros = 0;
	async function* unpack(chunk: Uint8Array): AsyncGenerator<Uint8Array> {
		const bytes = held.take(chunk);
		const whole = bytes.length - unfinishedHeader(bytes);
		for (let from = 0; from < whole; ) {
			if (looksLikeHeader(bytes, from) && (yield* member.seemsEnded())) {
				yield* member.end();
				member = new GzipMember();
			}
			let to = from + 1;
			while (to >= 0 && !looksLikeHeader(bytes, to)) to = bytes.indexOf(0x1f, to + 1);
			if (to < 0) to = whole;
			yield* member.write(bytes.subarray(from, to));
			from = to;
		}
		held.add(bytes.subarray(whole));
	}
	async function* unpackZeros(count: number): AsyncGenerator<Uint8Array> {
		for (let left = count; left > 0; left -= zeroBytes) yield* unpack(new Uint8Array(Math.min(left, zeroBytes)));
	}
	try {
		for await (const chunk of chunks) {
			const end = endOfOthers(chunk);
			if (end > 0) {
				yield* unpackZeros(zeros);
				zeros = 0;
				yield* unpack(chunk.subarray(0, end));
			}
			zeros += chunk.length - end;
		}
		if (held.length > 0) yield* member.write(held.take(new Uint8Array(0)));
		// More than a size ends with is padding, if the member is whole without it: gzip itself passes over that too.
		const needed = zeros > mostSizeZeros ? yield* member.zerosToEnd(mostSizeZeros) : undefined;
		yield* unpackZeros(needed ?? zeros);
		yield* member.end();
	} catch (error) {
		if (member.failure === undefined) throw error;
		throw member.failure === "truncated" ? truncatedGzip(name) : damagedGzip(name);
	} finally {
		member.leave();
	}
}

/** Where the zero bytes at the end begin. */
function endOfOthers(bytes: Uint8Array): number {
	let end = bytes.length;
	while (end > 0 && bytes[end - 1] === 0) end--;
	return end;
}

/** How many of the last bytes may be the start of a header that goes on in the next chunk. */
function unfinishedHeader(bytes: Uint8Array): number {
	const start = bytes.indexOf(0x1f, Math.max(0, bytes.length - headerBytes + 1));
	return start < 0 ? 0 : bytes.length - start;
}

/** The magic number, deflate, no reserved flag: a header, or chance. */
const looksLikeHeader = (bytes: Uint8Array, at: number): boolean =>
	bytes[at] === 0x1f && bytes[at + 1] === 0x8b && bytes[at + 2] === 8 && (bytes[at + 3] ?? 0xff) < 0x20;
