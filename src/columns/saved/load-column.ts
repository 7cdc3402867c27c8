// Sections to a column of views: nothing is copied, and nothing is read before it has been checked. What a column consists of follows from
// its field; only where a field has two forms, the next section's role tells which. Every mistake is a Damage.
import type { Field } from "../../fields/field.ts";
import { wordsFor } from "../bitmap.ts";
import type { BooleanColumn } from "../column/boolean-column.ts";
import { CodedText, type Codes, codesFor } from "../column/coded-text.ts";
import type { Column } from "../column/frame.ts";
import type { Offsets } from "../column/list-column.ts";
import { makeColumn } from "../column/make-column.ts";
import type { NumberColumn } from "../column/number-column.ts";
import { PlainText } from "../column/plain-text.ts";
import type { RowBits } from "../column/row-bits.ts";
import type { TextColumn } from "../column/text-column.ts";
import { pieces, type Steps, stretches } from "../steps.ts";
import { Damage } from "./problems.ts";
import { roles, type SectionReader } from "./sections.ts";

export interface Loading {
	readonly reader: SectionReader;
	/** Whether contents are looked at too: that offsets do not go back, and that codes have a text. Linear. */
	readonly verify: boolean;
	readonly maxDistinctTexts: number;
}

export function* loadColumn(field: Field, rows: number, loading: Loading): Steps<Column> {
	const column = makeColumn(field, loading.maxDistinctTexts);
	yield* fillColumn(column, rows, loading);
	return column;
}

function* fillColumn(column: Column, rows: number, loading: Loading): Steps<void> {
	switch (column.kind) {
		case "number":
			fillNumbers(column, rows, loading);
			return;
		case "boolean":
			fillBooleans(column, rows, loading);
			return;
		case "text":
			yield* fillText(column, rows, loading);
			return;
		case "list": {
			const { items } = column;
			const count = yield* fillOffsets(column.offsets, rows, loading);
			if (items instanceof CodedText) yield* fillCoded(items, count, loading);
			else fillNumbers(items, count, loading);
			return;
		}
		case "collection": {
			column.elements.length = yield* fillOffsets(column.offsets, rows, loading);
			for (const member of column.elements.members.values()) yield* fillColumn(member.column, column.elements.length, loading);
		}
	}
}

function fillNumbers(column: NumberColumn, rows: number, { reader }: Loading): void {
	column.length = rows;
	if (reader.nextRole !== roles.doubles) column.integers = reader.integers(roles.integers, rows);
	else {
		column.integers = undefined;
		column.doubles = reader.doubles(roles.doubles, rows);
	}
}

function fillBooleans({ present, isTrue }: BooleanColumn, rows: number, loading: Loading): void {
	fillBits(present, roles.present, rows, loading);
	fillBits(isTrue, roles.true, rows, loading);
	if (loading.verify && !isCovered(isTrue.words, present.words)) throw new Damage("corrupted");
}

function fillBits(bits: RowBits, role: typeof roles.present | typeof roles.true, rows: number, { reader }: Loading): void {
	bits.borrow(checkedBits(reader.integers(role, wordsFor(rows)), rows), rows);
}

/** Bits that stand for no row are 0. */
export function checkedBits(words: Int32Array, rows: number): Int32Array {
	if (rows % 32 !== 0 && (words[rows >>> 5] as number) >>> (rows & 31) !== 0) throw new Damage("corrupted");
	return words;
}

function* fillText(column: TextColumn, rows: number, loading: Loading): Steps<void> {
	const { reader } = loading;
	if (reader.nextRole !== roles.textOffsets) {
		yield* fillCoded(column.coded as CodedText, rows, loading);
		return;
	}
	const plain = new PlainText();
	plain.offsets = reader.integers(roles.textOffsets, rows + 1);
	plain.utf8 = reader.bytes(roles.utf8, yield* checkedEnd(plain.offsets, loading));
	fillBits(plain.present, roles.present, rows, loading);
	column.plain = plain;
	column.coded = undefined;
}

function* fillCoded(coded: CodedText, rows: number, loading: Loading): Steps<void> {
	const { reader } = loading;
	const codes = readCodes(reader, rows);
	const offsets = reader.integers(roles.dictionaryOffsets);
	const utf8 = reader.bytes(roles.dictionary, yield* checkedEnd(offsets, loading));
	const distinct = offsets.length - 1;
	if (codesFor(distinct, 0).BYTES_PER_ELEMENT !== codes.BYTES_PER_ELEMENT) throw new Damage("corrupted");
	if (loading.verify) yield* checkCodes(codes, distinct);
	coded.borrow(codes, { utf8, offsets });
}

function readCodes(reader: SectionReader, rows: number): Codes {
	switch (reader.nextRole) {
		case roles.byteCodes:
			return reader.bytes(roles.byteCodes, rows);
		case roles.shortCodes:
			return reader.shorts(roles.shortCodes, rows);
		default:
			return reader.integers(roles.integerCodes, rows);
	}
}

/** How many elements there are. */
function* fillOffsets(offsets: Offsets, rows: number, loading: Loading): Steps<number> {
	offsets.values = loading.reader.integers(roles.elementOffsets, rows + 1);
	const count = yield* checkedEnd(offsets.values, loading);
	fillBits(offsets.present, roles.present, rows, loading);
	return count;
}

/** The last of some offsets, which begin at 0 and never go back. */
function* checkedEnd(offsets: Int32Array, { verify }: Loading): Steps<number> {
	if (offsets[0] !== 0) throw new Damage("corrupted");
	for (const { from, to } of stretches(verify ? offsets.length - 1 : 0)) {
		const part = offsets.subarray(from, to + 1);
		const { length } = part;
		// The highest bit tells what is negative: an offset, or how far one is from the one before.
		let bits = 0;
		let before = part[0] as number;
		for (let at = 1; at < length; at = (at + 1) | 0) {
			const offset = part[at] as number;
			bits |= offset | (offset - before);
			before = offset;
		}
		if (bits < 0) throw new Damage("corrupted");
		yield;
	}
	return offsets[offsets.length - 1] as number;
}

/** None is negative or greater than there are texts. */
function* checkCodes(codes: Codes, texts: number): Steps<void> {
	for (const { from, to } of stretches(codes.length)) {
		let bits = 0;
		pieces(to - from, (at, end) => {
			const piece = codes.subarray(from + at, from + end);
			bits |= piece instanceof Uint8Array ? outsideBytes(piece, texts | 0) : outsideCodes(piece, texts | 0);
		});
		if (bits < 0) throw new Damage("corrupted");
		yield;
	}
}

/** Negative when one is: the same loop as the next, for the most frequent kind alone. */
function outsideBytes(codes: Uint8Array, most: number): number {
	const { length } = codes;
	let bits = 0;
	for (let row = 0; row < length; row = (row + 1) | 0) bits |= most - (codes[row] as number);
	return bits;
}

function outsideCodes(codes: Codes, most: number): number {
	const { length } = codes;
	let bits = 0;
	for (let row = 0; row < length; row = (row + 1) | 0) {
		const code = codes[row] as number;
		bits |= code | (most - code);
	}
	return bits;
}

/** Whether no bit is set that is not set in the others. */
function isCovered(bits: Int32Array, by: Int32Array): boolean {
	for (let word = 0; word < bits.length; word++) if (((bits[word] as number) & ~(by[word] as number)) !== 0) return false;
	return true;
}
