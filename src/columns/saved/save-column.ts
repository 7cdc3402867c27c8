// Some rows of a column as sections that stand for themselves: offsets begin at 0, a dictionary has only the texts of these rows. What lies
// in memory as it is saved is not copied before it is written.
import { CodedText, type Codes, codesFor } from "../column/coded-text.ts";
import type { Column } from "../column/frame.ts";
import type { Offsets } from "../column/list-column.ts";
import { missingInteger, type NumberColumn } from "../column/number-column.ts";
import { type PackedTexts, packTextsInSteps } from "../column/packed-texts.ts";
import type { PlainText } from "../column/plain-text.ts";
import type { RowBits } from "../column/row-bits.ts";
import { type Steps, stretches } from "../steps.ts";
import { bitsIn, elementRanges, offsetsIn, type RowRanges, valuesIn } from "./row-ranges.ts";
import { type Role, roles, type Section, type SectionArray } from "./sections.ts";
import { translate } from "./translate.ts";

/** Between two pauses. */
const maxTexts = 2 ** 15;

/** Dictionaries as bytes, each made once for all chunks. */
export type Dictionaries = Map<CodedText, PackedTexts>;

export function* columnSections(column: Column, ranges: RowRanges, dictionaries: Dictionaries): Steps<Section[]> {
	switch (column.kind) {
		case "number":
			return numberSections(column, ranges);
		case "boolean":
			return [bitSection(roles.present, column.present, ranges), bitSection(roles.true, column.isTrue, ranges)];
		case "text":
			return yield* column.coded ? codedSections(column.coded, ranges, dictionaries) : plainSections(column.plain as PlainText, ranges);
		case "list": {
			const { items, offsets } = column;
			const inner = elementRanges(ranges, offsets.values);
			const sections = yield* elementSections(offsets, ranges);
			if (items instanceof CodedText) sections.push(...(yield* codedSections(items, inner, dictionaries)));
			else sections.push(...numberSections(items, inner));
			return sections;
		}
		case "collection": {
			const { elements, offsets } = column;
			const inner = elementRanges(ranges, offsets.values);
			const sections = yield* elementSections(offsets, ranges);
			for (const member of elements.members.values()) {
				sections.push(...(yield* columnSections(member.column, inner, dictionaries)));
			}
			return sections;
		}
	}
}

const section = (role: Role, array: SectionArray): Section => ({ role, array });

const bitSection = (role: Role, { words }: RowBits, ranges: RowRanges): Section => section(role, bitsIn(words, ranges));

/** Doubles that happen to be 32-bit integers are saved as such: what rows are saved as depends on these rows alone. */
function numberSections({ integers, doubles }: NumberColumn, ranges: RowRanges): Section[] {
	if (integers) return [section(roles.integers, valuesIn(integers, ranges))];
	const values = valuesIn(doubles as Float64Array, ranges);
	const whole = asIntegers(values);
	return [whole ? section(roles.integers, whole) : section(roles.doubles, values)];
}

function asIntegers(values: Float64Array): Int32Array | undefined {
	for (let row = 0; row < values.length; row++) {
		const value = values[row] as number;
		if ((value | 0) !== value ? !Number.isNaN(value) : value === missingInteger) return undefined;
	}
	const integers = new Int32Array(values.length);
	for (let row = 0; row < values.length; row++) integers[row] = Number.isNaN(values[row]) ? missingInteger : (values[row] as number);
	return integers;
}

function* codedSections(coded: CodedText, ranges: RowRanges, dictionaries: Dictionaries): Steps<Section[]> {
	const known = coded.packed ?? dictionaries.get(coded);
	const texts = known ?? (yield* packTextsInSteps(coded.texts));
	if (!known) dictionaries.set(coded, texts);
	const isWhole = ranges.length === 2 && ranges[0] === 0 && ranges[1] === coded.length;
	const own = valuesIn(coded.codes, ranges);
	const { codes, offsets, utf8 } = isWhole ? { codes: own, ...texts } : yield* recoded(own, texts);
	const role = codes instanceof Uint8Array ? roles.byteCodes : codes instanceof Uint16Array ? roles.shortCodes : roles.integerCodes;
	return [section(role, codes), section(roles.dictionaryOffsets, offsets), section(roles.dictionary, utf8)];
}

/** Codes in the order in which these rows first hold their texts. */
function* recoded(codes: Codes, texts: PackedTexts): Steps<PackedTexts & { readonly codes: Codes }> {
	const newCodes = new Int32Array(texts.offsets.length);
	const used: number[] = [];
	for (const { from, to } of stretches(codes.length)) {
		for (let row = from; row < to; row++) {
			const code = codes[row] as number;
			if (code !== 0 && newCodes[code] === 0) newCodes[code] = used.push(code);
		}
		yield;
	}
	const made = codesFor(used.length, codes.length);
	yield* translate(codes, newCodes, made);
	return { codes: made, ...(yield* textsOf(used, texts)) };
}

function* textsOf(codes: readonly number[], { utf8, offsets }: PackedTexts): Steps<PackedTexts> {
	const newOffsets = new Int32Array(codes.length + 1);
	for (let index = 0; index < codes.length; index++) {
		const code = codes[index] as number;
		newOffsets[index + 1] = (newOffsets[index] as number) + (offsets[code] as number) - (offsets[code - 1] as number);
	}
	const bytes = new Uint8Array(newOffsets[codes.length] as number);
	for (const { from, to } of stretches(codes.length, maxTexts)) {
		for (let index = from; index < to; index++) {
			const begin = offsets[(codes[index] as number) - 1] as number;
			const at = newOffsets[index] as number;
			const length = (newOffsets[index + 1] as number) - at;
			for (let byte = 0; byte < length; byte++) bytes[at + byte] = utf8[begin + byte] as number;
		}
		yield;
	}
	return { utf8: bytes, offsets: newOffsets };
}

function* plainSections({ utf8, offsets, present }: PlainText, ranges: RowRanges): Steps<Section[]> {
	const newOffsets = section(roles.textOffsets, yield* offsetsIn(offsets, ranges));
	const bytes = section(roles.utf8, valuesIn(utf8, elementRanges(ranges, offsets)));
	yield;
	return [newOffsets, bytes, bitSection(roles.present, present, ranges)];
}

function* elementSections({ values, present }: Offsets, ranges: RowRanges): Steps<Section[]> {
	return [section(roles.elementOffsets, yield* offsetsIn(values, ranges)), bitSection(roles.present, present, ranges)];
}
