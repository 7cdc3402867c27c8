// The texts of a column as `ignoring case` compares them: made when a condition first asks for them, kept, and continued when the table has
// grown. ASCII is folded byte by byte: texts made into strings are ten times slower, and leave the host garbage to collect.
import { fold } from "../../values/fold.ts";
import { grownBytes, grownIntegers } from "./growing.ts";
import { PlainText } from "./plain-text.ts";

/** Nearly every text is as long folded as it is; some letters are not. */
const roomForLonger = 1.05;

export class FoldedText {
	readonly text: PlainText = new PlainText();
	readonly base: PlainText;

	constructor(base: PlainText) {
		this.base = base;
	}

	get length(): number {
		return this.text.length;
	}

	/** Makes sure that the rows before `row` are there. */
	extend(row: number): true {
		const { text, base } = this;
		if (row <= text.length) return true;
		if (text.length === 0) text.reserve(base.length, Math.ceil((base.offsets[base.length] as number) * roomForLonger));
		const { utf8, offsets, present } = base;
		text.offsets = grownIntegers(text.offsets, row + 1);
		for (let next = text.length; next < row; next++) {
			if (!present.has(next)) {
				text.push(undefined);
				continue;
			}
			const from = offsets[next] as number;
			const to = offsets[next + 1] as number;
			const at = text.offsets[next] as number;
			text.utf8 = grownBytes(text.utf8, at + to - from);
			if (foldAscii(utf8, from, to, text.utf8, at)) {
				text.offsets[next + 1] = at + to - from;
				text.present.push(true);
			} else text.push(fold(base.at(next) as string));
		}
		return true;
	}
}

/** Writes the folded bytes at `at`; false, with any bytes, when some of them are not ASCII. */
function foldAscii(bytes: Uint8Array, from: number, to: number, into: Uint8Array, at: number): boolean {
	for (let index = from, place = at; index < to; index++, place++) {
		const byte = bytes[index] as number;
		if (byte >= 0x80) return false;
		into[place] = byte | (+((byte - 0x41) >>> 0 < 26) << 5);
	}
	return true;
}
