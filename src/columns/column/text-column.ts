// Text: with a dictionary as long as values repeat, plain after that.
import { CodedText } from "./coded-text.ts";
import { PlainText } from "./plain-text.ts";

/** Beyond this, and when more than half of the rows brought a text of their own, a dictionary costs more than it saves. */
const fewTexts = 1_000;
/** Codes of more would take four bytes a row, and each test as long as a scan. */
export const defaultMaxDistinctTexts = 65_535;

export class TextColumn {
	readonly kind = "text";
	/** Exactly one of the two is there. */
	coded: CodedText | undefined = new CodedText();
	plain: PlainText | undefined;
	private readonly maxDistinctTexts: number;

	constructor(maxDistinctTexts: number = defaultMaxDistinctTexts) {
		this.maxDistinctTexts = maxDistinctTexts;
	}

	get length(): number {
		return (this.coded ?? this.plain)?.length ?? 0;
	}

	/**
	 * Appends a raw value if one look tells that it is a usable text, and says whether it did; `push` takes the others. A text that is in the
	 * dictionary has been found usable before.
	 */
	pushUsable(raw: unknown): boolean {
		if (this.coded) return this.coded.pushKnown(raw);
		return typeof raw === "string" && (this.plain?.pushUsable(raw) ?? false);
	}

	push(text: string | undefined): void {
		if (!this.coded) {
			this.plain?.push(text);
			return;
		}
		this.coded.push(text);
		const { distinct } = this.coded;
		if (distinct > this.maxDistinctTexts || (distinct > fewTexts && distinct * 2 > this.coded.length)) this.toPlain(this.coded);
	}

	at(row: number): string | undefined {
		return this.coded ? this.coded.at(row) : this.plain?.at(row);
	}

	get bytes(): number {
		return (this.coded ?? this.plain)?.bytes ?? 0;
	}

	trim(): void {
		(this.coded ?? this.plain)?.trim();
	}

	private toPlain(coded: CodedText): void {
		const plain = new PlainText();
		for (let row = 0; row < coded.length; row++) plain.push(coded.at(row));
		this.plain = plain;
		this.coded = undefined;
	}
}
