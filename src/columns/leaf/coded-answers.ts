// A dictionary's texts and what they answer to a test: asked once for each text, however many rows have it.
import type { CodedText } from "../column/coded-text.ts";
import { grownBytes } from "../column/growing.ts";
import type { Ahead, Made } from "./ahead.ts";

export class CodedAnswers implements Made {
	/** By code, 1 where the text passes; 0 is no text, and passes never. Only the codes up to `length` mean something. */
	byCode: Uint8Array = new Uint8Array(1);
	/** The codes of the texts that pass, in order. */
	readonly codes: number[] = [];
	length = 0;
	readonly coded: CodedText;
	private readonly matches: (text: string) => boolean;

	constructor(coded: CodedText, matches: (text: string) => boolean, ahead: Ahead) {
		this.coded = coded;
		this.matches = matches;
		ahead.addTexts(this, coded);
	}

	/** Makes sure that the first `count` texts are answered. */
	extend(count: number): true {
		if (count <= this.length) return true;
		const texts = this.coded.textsUpTo(count);
		this.byCode = grownBytes(this.byCode, this.coded.distinct + 1);
		while (this.length < count) {
			if (!this.matches(texts[this.length++] as string)) continue;
			this.byCode[this.length] = 1;
			this.codes.push(this.length);
		}
		return true;
	}

	/** Of all texts. */
	complete(): this {
		this.extend(this.coded.distinct);
		return this;
	}
}
