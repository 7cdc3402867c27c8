// Text of few distinct values: each row holds a number, a dictionary the texts. A test is made once for each distinct text.
import { grownBytes, grownIntegers, grownShorts, trimmed } from "./growing.ts";
import { endWithin } from "./end-within.ts";
import { packedText, type PackedTexts } from "./packed-texts.ts";

export type Codes = Uint8Array | Uint16Array | Int32Array;

export class CodedText {
	/** 0 is missing, 1 the first text. As narrow as the dictionary allows. Only the first `length` mean something. */
	codes: Codes = new Uint8Array(0);
	length = 0;
	/** The bytes of a loaded dictionary, until a text is added. */
	packed: PackedTexts | undefined;
	/** One for each text: what is packed is made into a string when it is first needed. */
	private readTexts: (string | undefined)[] = [];
	/** The first ones that are all there. */
	private readCount = 0;
	private byText: Map<unknown, number> | undefined = new Map();

	/** The text of code c is at c − 1. */
	get texts(): readonly string[] {
		return this.textsUpTo(this.distinct);
	}

	/** The same, of which at least the first `count` are there. */
	textsUpTo(count: number): readonly string[] {
		for (; this.readCount < count; this.readCount++) this.textOf(this.readCount + 1);
		return this.readTexts as string[];
	}

	/** How many texts there are, without reading them. */
	get distinct(): number {
		return this.readTexts.length;
	}

	/** As many of the texts `from` to `to` as have no more than about that many bytes together, but one at least: the one after them. */
	endWithin(from: number, to: number, bytes: number): number {
		if (this.packed) return endWithin(this.packed.offsets, from, to, bytes);
		let end = from + 1;
		for (let left = bytes - this.lengthAt(from); end < to; end++) {
			left -= this.lengthAt(end);
			if (left < 0) break;
		}
		return end;
	}

	/** Takes over codes and a dictionary as they are: no code is greater than the number of texts, and codes are as narrow as they can be. */
	borrow(codes: Codes, texts: PackedTexts): void {
		this.codes = codes;
		this.length = codes.length;
		this.packed = texts;
		this.readTexts = new Array<undefined>(texts.offsets.length - 1);
		this.readCount = 0;
		this.byText = undefined;
	}

	/** The code of a text that is in the dictionary already, else 0. Takes anything. */
	codeOf(value: unknown): number {
		return (this.byText ?? this.numbered()).get(value) ?? 0;
	}

	/** Appends a raw value if it is a text that is in the dictionary, and says whether it did. */
	pushKnown(raw: unknown): boolean {
		const code = this.codeOf(raw);
		if (code === 0) return false;
		this.pushCode(code);
		return true;
	}

	push(text: string | undefined): void {
		this.pushCode(text === undefined ? 0 : this.codeOf(text) || this.add(text));
	}

	pushCode(code: number): void {
		const row = this.length++;
		if (row === this.codes.length) this.codes = roomier(this.codes, row + 1);
		this.codes[row] = code;
	}

	at(row: number): string | undefined {
		const code = this.codes[row];
		return code ? this.textOf(code) : undefined;
	}

	/** The arrays alone; a dictionary's texts are JavaScript's. */
	get bytes(): number {
		return this.codes.byteLength;
	}

	trim(): void {
		this.codes = trimmed(this.codes as never, this.length);
	}

	private add(text: string): number {
		this.textsUpTo(this.distinct);
		const code = this.readTexts.push(text);
		this.readCount = code;
		this.numbered().set(text, code);
		this.packed = undefined;
		if (code === 2 ** 8) this.codes = Uint16Array.from(this.codes);
		else if (code === 2 ** 16) this.codes = Int32Array.from(this.codes);
		return code;
	}

	private textOf(code: number): string {
		this.readTexts[code - 1] ??= packedText(this.packed as PackedTexts, code - 1);
		return this.readTexts[code - 1] as string;
	}

	private lengthAt(index: number): number {
		return (this.readTexts[index] as string).length;
	}

	private numbered(): Map<unknown, number> {
		this.byText ??= new Map(this.texts.map((text, index) => [text, index + 1]));
		return this.byText;
	}
}

/** Room for `length` codes of a dictionary of that many texts. */
export function codesFor(texts: number, length: number): Codes {
	if (texts < 2 ** 8) return new Uint8Array(length);
	return texts < 2 ** 16 ? new Uint16Array(length) : new Int32Array(length);
}

function roomier(codes: Codes, needed: number): Codes {
	if (codes instanceof Uint8Array) return grownBytes(codes, needed);
	return codes instanceof Uint16Array ? grownShorts(codes, needed) : grownIntegers(codes, needed);
}
