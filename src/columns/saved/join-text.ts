// Text of consecutive rows as one column: dictionaries are merged, and codes rewritten, as long as there are few texts.
import { CodedText, codesFor } from "../column/coded-text.ts";
import type { PackedTexts } from "../column/packed-texts.ts";
import { PlainText } from "../column/plain-text.ts";
import { TextColumn } from "../column/text-column.ts";
import { type Steps, stretches } from "../steps.ts";
import { joinBits, joinedOffsets, sumOf } from "./join-offsets.ts";
import { TextCodes } from "./text-codes.ts";
import { translate } from "./translate.ts";

/** Bytes that are copied between two pauses. */
const copiedBytes = 2 ** 21;

export function* joinText(pieces: readonly TextColumn[], maxDistinctTexts: number): Steps<TextColumn> {
	const made = new TextColumn(maxDistinctTexts);
	const coded = pieces.flatMap((piece) => piece.coded ?? []);
	const joined = coded.length === pieces.length ? yield* joinCoded(coded) : undefined;
	if (joined && joined.distinct <= maxDistinctTexts) made.coded = joined;
	else {
		made.coded = undefined;
		const plain: PlainText[] = [];
		for (const piece of pieces) plain.push(piece.plain ?? (yield* plainOf(piece.coded as CodedText)));
		made.plain = yield* joinPlain(plain);
	}
	return made;
}

/** Of loaded pieces, to which nothing has been added. */
export function* joinCoded(pieces: readonly CodedText[]): Steps<CodedText> {
	const dictionaries = pieces.map((piece) => piece.packed as PackedTexts);
	const texts = new TextCodes(dictionaries);
	// Each piece's codes as codes of the whole.
	const translations: Int32Array[] = [];
	for (const dictionary of dictionaries) translations.push(yield* texts.translation(dictionary));
	const codes = codesFor(texts.count, sumOf(pieces.map((piece) => piece.length)));
	let at = 0;
	for (const [index, piece] of pieces.entries()) {
		const translation = translations[index] as Int32Array;
		yield* translate(piece.codes, translation, codes.subarray(at));
		at += piece.length;
	}
	const made = new CodedText();
	made.borrow(codes, texts.packed());
	return made;
}

function* plainOf(coded: CodedText): Steps<PlainText> {
	const made = new PlainText();
	for (const { from, to } of stretches(coded.length, 2 ** 15)) {
		for (let row = from; row < to; row++) made.push(coded.at(row));
		yield;
	}
	return made;
}

function* joinPlain(pieces: readonly PlainText[]): Steps<PlainText> {
	const made = new PlainText();
	made.offsets = yield* joinedOffsets(
		pieces.map(({ offsets, length }) => offsets.subarray(0, length + 1)),
		"A column of text cannot hold more than 2 GB.",
	);
	made.utf8 = new Uint8Array(made.offsets[made.offsets.length - 1] as number);
	let at = 0;
	for (const { utf8, offsets, length } of pieces) {
		const end = offsets[length] as number;
		for (const { from, to } of stretches(end, copiedBytes)) {
			made.utf8.set(utf8.subarray(from, to), at + from);
			yield;
		}
		at += end;
	}
	joinBits(
		made.present,
		pieces.map((piece) => piece.present),
	);
	return made;
}
