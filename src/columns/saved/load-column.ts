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
import { Damage } from "./problems.ts";
import { roles, type SectionReader } from "./sections.ts";

export interface Loading {
	readonly reader: SectionReader;
	/** Whether contents are looked at too: that offsets do not go back, and that codes have a text. Linear. */
	readonly verify: boolean;
	readonly maxDistinctTexts: number;
}

export function loadColumn(field: Field, rows: number, loading: Loading): Column {
	const column = makeColumn(field, loading.maxDistinctTexts);
	fillColumn(column, rows, loading);
	return column;
}

function fillColumn(column: Column, rows: number, loading: Loading): void {
	switch (column.kind) {
		case "number":
			fillNumbers(column, rows, loading);
			return;
		case "boolean":
			fillBooleans(column, rows, loading);
			return;
		case "text":
			fillText(column, rows, loading);
			return;
		case "list": {
			const { items } = column;
			const count = fillOffsets(column.offsets, rows, loading);
			if (items instanceof CodedText) fillCoded(items, count, loading);
			else fillNumbers(items, count, loading);
			return;
		}
		case "collection": {
			column.elements.length = fillOffsets(column.offsets, rows, loading);
			for (const member of column.elements.members.values()) fillColumn(member.column, column.elements.length, loading);
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
	if (loading.verify && isTrue.words.some((word, at) => (word & ~(present.words[at] as number)) !== 0)) throw new Damage("corrupted");
}

function fillBits(bits: RowBits, role: typeof roles.present | typeof roles.true, rows: number, { reader }: Loading): void {
	bits.borrow(checkedBits(reader.integers(role, wordsFor(rows)), rows), rows);
}

/** Bits that stand for no row are 0. */
export function checkedBits(words: Int32Array, rows: number): Int32Array {
	if (rows % 32 !== 0 && (words[rows >>> 5] as number) >>> (rows & 31) !== 0) throw new Damage("corrupted");
	return words;
}

function fillText(column: TextColumn, rows: number, loading: Loading): void {
	const { reader } = loading;
	if (reader.nextRole !== roles.textOffsets) {
		fillCoded(column.coded as CodedText, rows, loading);
		return;
	}
	const plain = new PlainText();
	plain.offsets = reader.integers(roles.textOffsets, rows + 1);
	plain.utf8 = reader.bytes(roles.utf8, checkedEnd(plain.offsets, loading));
	fillBits(plain.present, roles.present, rows, loading);
	column.plain = plain;
	column.coded = undefined;
}

function fillCoded(coded: CodedText, rows: number, loading: Loading): void {
	const { reader } = loading;
	const codes = readCodes(reader, rows);
	const offsets = reader.integers(roles.dictionaryOffsets);
	const utf8 = reader.bytes(roles.dictionary, checkedEnd(offsets, loading));
	const distinct = offsets.length - 1;
	if (codesFor(distinct, 0).BYTES_PER_ELEMENT !== codes.BYTES_PER_ELEMENT) throw new Damage("corrupted");
	if (loading.verify && !isWithin(codes, distinct)) throw new Damage("corrupted");
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

function isWithin(codes: Codes, most: number): boolean {
	for (let row = 0; row < codes.length; row++) if ((codes[row] as number) > most || (codes[row] as number) < 0) return false;
	return true;
}

/** How many elements there are. */
function fillOffsets(offsets: Offsets, rows: number, loading: Loading): number {
	offsets.values = loading.reader.integers(roles.elementOffsets, rows + 1);
	const count = checkedEnd(offsets.values, loading);
	fillBits(offsets.present, roles.present, rows, loading);
	return count;
}

/** The last of some offsets, which begin at 0 and never go back. */
function checkedEnd(offsets: Int32Array, { verify }: Loading): number {
	if (offsets[0] !== 0) throw new Damage("corrupted");
	if (verify)
		for (let at = 1; at < offsets.length; at++) if ((offsets[at] as number) < (offsets[at - 1] as number)) throw new Damage("corrupted");
	return offsets[offsets.length - 1] as number;
}
