// A column's rows `from` to `to` as sections that stand for themselves: offsets begin at 0, a dictionary has only the texts of these rows.
// What lies in memory as it is saved is not copied before it is written.
import { wordsFor } from "../bitmap.ts";
import { CodedText, codesFor } from "../column/coded-text.ts";
import type { Column } from "../column/frame.ts";
import type { Offsets } from "../column/list-column.ts";
import type { NumberColumn } from "../column/number-column.ts";
import type { PlainText } from "../column/plain-text.ts";
import type { RowBits } from "../column/row-bits.ts";
import { copyBits } from "./bits.ts";
import { type Role, roles, type Section, type SectionArray } from "./sections.ts";

export function columnSections(column: Column, from: number, to: number): Section[] {
	switch (column.kind) {
		case "number":
			return numberSections(column, from, to);
		case "boolean":
			return [bitSection(roles.present, column.present, from, to), bitSection(roles.true, column.isTrue, from, to)];
		case "text":
			return column.coded ? codedSections(column.coded, from, to) : plainSections(column.plain as PlainText, from, to);
		case "list": {
			const { items, offsets } = column;
			const [first, end] = elementRange(offsets, from, to);
			const inner = items instanceof CodedText ? codedSections(items, first, end) : numberSections(items, first, end);
			return [...elementSections(offsets, from, to), ...inner];
		}
		case "collection": {
			const [first, end] = elementRange(column.offsets, from, to);
			const members = [...column.elements.members.values()];
			return [...elementSections(column.offsets, from, to), ...members.flatMap((member) => columnSections(member.column, first, end))];
		}
	}
}

const section = (role: Role, array: SectionArray): Section => ({ role, array });

function numberSections({ integers, doubles }: NumberColumn, from: number, to: number): Section[] {
	if (integers) return [section(roles.integers, integers.subarray(from, to))];
	return [section(roles.doubles, (doubles as Float64Array).subarray(from, to))];
}

function bitSection(role: Role, { words }: RowBits, from: number, to: number): Section {
	const copy = new Int32Array(wordsFor(to - from));
	copyBits(words, from, to - from, copy, 0);
	return section(role, copy);
}

function codedSections(coded: CodedText, from: number, to: number): Section[] {
	const isWhole = from === 0 && to === coded.length;
	const { codes, texts } = isWhole ? { codes: coded.codes.subarray(0, to), texts: coded } : recoded(coded, from, to);
	const role = codes instanceof Uint8Array ? roles.byteCodes : codes instanceof Uint16Array ? roles.shortCodes : roles.integerCodes;
	const { offsets, utf8 } = texts.packed;
	return [section(role, codes), section(roles.dictionaryOffsets, offsets), section(roles.dictionary, utf8)];
}

/** Codes in the order in which these rows first hold their texts. */
function recoded(coded: CodedText, from: number, to: number) {
	const newCodes = new Int32Array(coded.distinct + 1);
	const texts: string[] = [];
	for (let row = from; row < to; row++) {
		const code = coded.codes[row] as number;
		if (code !== 0 && newCodes[code] === 0) newCodes[code] = texts.push(coded.texts[code - 1] as string);
	}
	const codes = codesFor(texts.length, to - from);
	for (let row = from; row < to; row++) codes[row - from] = newCodes[coded.codes[row] as number] as number;
	const own = new CodedText();
	own.borrow(codes, texts);
	return { codes, texts: own };
}

function plainSections({ utf8, offsets, present }: PlainText, from: number, to: number): Section[] {
	return [
		section(roles.textOffsets, rebased(offsets, from, to)),
		section(roles.utf8, utf8.subarray(offsets[from], offsets[to])),
		bitSection(roles.present, present, from, to),
	];
}

const elementRange = ({ values }: Offsets, from: number, to: number): [number, number] => [values[from] as number, values[to] as number];

const elementSections = ({ values, present }: Offsets, from: number, to: number): Section[] => [
	section(roles.elementOffsets, rebased(values, from, to)),
	bitSection(roles.present, present, from, to),
];

function rebased(offsets: Int32Array, from: number, to: number): Int32Array {
	const first = offsets[from] as number;
	const range = offsets.subarray(from, to + 1);
	return first === 0 ? range : range.map((offset) => offset - first);
}
