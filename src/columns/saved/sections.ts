// The form of every saved buffer: a header, a table of sections, and the sections, each an array that can be used where it lies. All of it is
// made of 32-bit words in the byte order of the machine (little-endian wherever browsers run today); the first word tells another order.
//
//     word 0   "SGQC"
//          1   version of the form
//          2   checksum (XXH32) of everything after it
//          3   bytes of the whole buffer
//          4   what it is: 1 a manifest, 2 a column
//          5   rows
//          6   number of sections
//          7   0
//     then for each section its role and its bytes, and the sections in that order, each from the next multiple of 8 on.
//
// Where a section begins follows from those before it, so none can overlap another or point outside.
import { type Steps, stretches, toEnd } from "../steps.ts";
import { checksumInSteps } from "./checksum.ts";
import { Damage } from "./problems.ts";

const magic = 0x43514753;
const swappedMagic = 0x53475143;
/** Of the form. A reader of an older version refuses it by this number alone. */
export const formatVersion = 1;

/** What a section holds. A number once given is never given another meaning. */
export const roles = {
	text: 1,
	present: 2,
	true: 3,
	integers: 4,
	doubles: 5,
	byteCodes: 6,
	shortCodes: 7,
	integerCodes: 8,
	dictionaryOffsets: 9,
	dictionary: 10,
	textOffsets: 11,
	utf8: 12,
	elementOffsets: 13,
	removed: 14,
} as const;

export type Role = (typeof roles)[keyof typeof roles];
export type SectionArray = Uint8Array | Uint16Array | Int32Array | Float64Array;

export interface Section {
	readonly role: Role;
	readonly array: SectionArray;
}

const kinds = { manifest: 1, column: 2 } as const;
export type BufferKind = keyof typeof kinds;

const headerBytes = 32;
/** Between two pauses. */
const copiedBytes = 2 ** 21;
const checkedFrom = 3;
const maxBytes = 2 ** 32 - 8;
const aligned = (bytes: number): number => Math.ceil(bytes / 8) * 8;

/** One copy of the arrays. Throws RangeError beyond 4 GB. */
export const writeSections = (kind: BufferKind, rows: number, sections: readonly Section[]): ArrayBuffer =>
	toEnd(writeSectionsInSteps(kind, rows, sections));

/** The same, with pauses. */
export function* writeSectionsInSteps(kind: BufferKind, rows: number, sections: readonly Section[]): Steps<ArrayBuffer> {
	const tableEnd = headerBytes + sections.length * 8;
	const size = sections.reduce((sum, { array }) => sum + aligned(array.byteLength), tableEnd);
	if (size > maxBytes) throw new RangeError("A saved column cannot be larger than 4 GB. Save fewer rows a chunk: chunkRows.");
	const buffer = new ArrayBuffer(size);
	const words = new Int32Array(buffer);
	words.set([magic, formatVersion, 0, size, kinds[kind], rows, sections.length]);
	const bytes = new Uint8Array(buffer);
	let at = tableEnd;
	for (const [index, { role, array }] of sections.entries()) {
		words.set([role, array.byteLength], headerBytes / 4 + index * 2);
		const source = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
		for (const { from, to } of stretches(source.length, copiedBytes)) {
			bytes.set(source.subarray(from, to), at + from);
			yield;
		}
		at += aligned(array.byteLength);
	}
	words[2] = yield* checksumInSteps(words, checkedFrom);
	return buffer;
}

/** The checksum that a buffer says it has. */
export const statedChecksum = (buffer: ArrayBufferLike): number => new Int32Array(buffer, 8, 1)[0] as number;

/** Structured clones and buffers of other pages are buffers too; shared ones as well. */
export const isBuffer = (value: unknown): value is ArrayBufferLike =>
	/^\[object (Shared)?ArrayBuffer\]$/.test(Object.prototype.toString.call(value));

/** The sections of a buffer one after the other: whoever reads knows what has to follow. Every mistake is a Damage. */
export class SectionReader {
	readonly rows: number;
	private readonly buffer: ArrayBufferLike;
	private readonly table: Int32Array;
	private index = 0;
	private at: number;

	/** `verify` compares the checksum; the rest is always checked. */
	static *open(buffer: unknown, kind: BufferKind, verify: boolean): Steps<SectionReader> {
		if (!isBuffer(buffer)) throw new Damage("not-columns");
		if (buffer.byteLength < headerBytes) throw new Damage("truncated");
		const header = new Int32Array(buffer, 0, headerBytes / 4);
		const [first, version = 0, stated, size = 0, kindNumber, rows = 0, count = 0, rest] = header;
		if (first !== magic) throw new Damage(first === swappedMagic ? "other-byte-order" : "not-columns");
		if (version !== formatVersion) throw new Damage(version > formatVersion ? "newer-version" : "corrupted");
		if (buffer.byteLength !== size >>> 0) throw new Damage(buffer.byteLength < size >>> 0 ? "truncated" : "corrupted");
		if (buffer.byteLength % 8 !== 0 || rest !== 0 || rows < 0 || count < 0) throw new Damage("corrupted");
		if (verify && (yield* checksumInSteps(new Int32Array(buffer), checkedFrom)) !== stated) throw new Damage("corrupted");
		if (kindNumber !== kinds[kind]) throw new Damage("not-columns");
		return new SectionReader(buffer, rows, count);
	}

	private constructor(buffer: ArrayBufferLike, rows: number, count: number) {
		this.at = headerBytes + count * 8;
		if (this.at > buffer.byteLength) throw new Damage("corrupted");
		this.table = new Int32Array(buffer, headerBytes, count * 2);
		this.buffer = buffer;
		this.rows = rows;
	}

	/** Of the section that comes next; undefined after the last. */
	get nextRole(): number | undefined {
		return this.table[this.index * 2];
	}

	bytes(role: Role, length?: number): Uint8Array {
		return this.take(role, 1, length, (at, count) => new Uint8Array(this.buffer, at, count));
	}

	shorts(role: Role, length?: number): Uint16Array {
		return this.take(role, 2, length, (at, count) => new Uint16Array(this.buffer, at, count));
	}

	integers(role: Role, length?: number): Int32Array {
		return this.take(role, 4, length, (at, count) => new Int32Array(this.buffer, at, count));
	}

	doubles(role: Role, length?: number): Float64Array {
		return this.take(role, 8, length, (at, count) => new Float64Array(this.buffer, at, count));
	}

	/** Nothing may follow. */
	end(): void {
		if (this.index * 2 !== this.table.length || this.at !== this.buffer.byteLength) throw new Damage("corrupted");
	}

	/** A view of the next section, which must have this role and, where it is given, this length. */
	private take<T>(role: Role, bytesEach: number, length: number | undefined, view: (at: number, count: number) => T): T {
		const from = this.at;
		const size = (this.table[this.index * 2 + 1] ?? 0) >>> 0;
		const isFitting = length === undefined ? size % bytesEach === 0 : size === length * bytesEach;
		if (this.nextRole !== role || !isFitting || from + size > this.buffer.byteLength) throw new Damage("corrupted");
		this.index++;
		this.at = from + aligned(size);
		return view(from, size / bytesEach);
	}
}
