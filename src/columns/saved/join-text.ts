// Text of consecutive rows as one column: dictionaries are merged, and codes rewritten, as long as there are few texts.
import { CodedText, codesFor } from "../column/coded-text.ts";
import { PlainText } from "../column/plain-text.ts";
import { TextColumn } from "../column/text-column.ts";
import { joinBits, joinedOffsets, sumOf } from "./join-offsets.ts";

export function joinText(pieces: readonly TextColumn[], maxDistinctTexts: number): TextColumn {
	const made = new TextColumn(maxDistinctTexts);
	const coded = pieces.flatMap((piece) => piece.coded ?? []);
	const joined = coded.length === pieces.length ? joinCoded(coded) : undefined;
	if (joined && joined.distinct <= maxDistinctTexts) made.coded = joined;
	else {
		made.coded = undefined;
		made.plain = joinPlain(pieces.map((piece) => piece.plain ?? plainOf(piece.coded as CodedText)));
	}
	return made;
}

export function joinCoded(pieces: readonly CodedText[]): CodedText {
	const texts: string[] = [];
	const numbers = new Map<string, number>();
	// Each piece's codes as codes of the whole; 0 stays 0.
	const translations = pieces.map((piece) => {
		const translation = new Int32Array(piece.distinct + 1);
		for (const [index, text] of piece.texts.entries()) {
			let code = numbers.get(text);
			if (code === undefined) {
				code = texts.push(text);
				numbers.set(text, code);
			}
			translation[index + 1] = code;
		}
		return translation;
	});
	const codes = codesFor(texts.length, sumOf(pieces.map((piece) => piece.length)));
	let at = 0;
	for (const [index, piece] of pieces.entries()) {
		const translation = translations[index] as Int32Array;
		for (let row = 0; row < piece.length; row++) codes[at++] = translation[piece.codes[row] as number] as number;
	}
	const made = new CodedText();
	made.borrow(codes, texts);
	return made;
}

function plainOf(coded: CodedText): PlainText {
	const made = new PlainText();
	for (let row = 0; row < coded.length; row++) made.push(coded.at(row));
	return made;
}

function joinPlain(pieces: readonly PlainText[]): PlainText {
	const made = new PlainText();
	made.offsets = joinedOffsets(
		pieces.map(({ offsets, length }) => offsets.subarray(0, length + 1)),
		"A column of text cannot hold more than 2 GB.",
	);
	made.utf8 = new Uint8Array(made.offsets[made.offsets.length - 1] as number);
	let at = 0;
	for (const { utf8, offsets, length } of pieces) {
		const end = offsets[length] as number;
		made.utf8.set(utf8.subarray(0, end), at);
		at += end;
	}
	joinBits(
		made.present,
		pieces.map((piece) => piece.present),
	);
	return made;
}
