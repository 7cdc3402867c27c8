// Text of few distinct values: each row holds a number, a dictionary the texts. A test is made once for each distinct text.
import { grownBytes, grownIntegers, grownShorts } from "./growing.ts";

export type Codes = Uint8Array | Uint16Array | Int32Array;

export class CodedText {
	/** 0 is missing, 1 the first text. As narrow as the dictionary allows. Only the first `length` mean something. */
	codes: Codes = new Uint8Array(0);
	length = 0;
	/** The text of code c is at c − 1. */
	readonly texts: string[] = [];
	private readonly byText = new Map<unknown, number>();

	/** The code of a text that is in the dictionary already, else 0. Takes anything. */
	codeOf(value: unknown): number {
		return this.byText.get(value) ?? 0;
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
		return this.texts[(this.codes[row] as number) - 1];
	}

	/** The arrays alone; a dictionary's texts are JavaScript's. */
	get bytes(): number {
		return this.codes.byteLength;
	}

	trim(): void {
		this.codes = this.codes.slice(0, this.length);
	}

	private add(text: string): number {
		const code = this.texts.push(text);
		this.byText.set(text, code);
		if (code === 2 ** 8) this.codes = Uint16Array.from(this.codes);
		else if (code === 2 ** 16) this.codes = Int32Array.from(this.codes);
		return code;
	}
}

function roomier(codes: Codes, needed: number): Codes {
	if (codes instanceof Uint8Array) return grownBytes(codes, needed);
	return codes instanceof Uint16Array ? grownShorts(codes, needed) : grownIntegers(codes, needed);
}
