// Texts as numbers that are the same where the texts are: two texts are compared, and distinct ones counted, by these.
import { fold } from "../../values/fold.ts";
import type { CodedText } from "../column/coded-text.ts";
import { grownDoubles } from "../column/growing.ts";
import type { PlainText } from "../column/plain-text.ts";
import type { PlanField } from "../plan.ts";
import type { Ahead, Made } from "./ahead.ts";
import { ownField } from "./number-tests.ts";
import { gathered, memberOf, profileScope, type Scope } from "./scope.ts";
import { doubleScratch, type Numbers } from "./test.ts";

/**
 * Numbers of texts that can be compared. Those of dictionaries stay; those of other texts hold for one stretch of rows, because a million of
 * them would be moved all at once now and then, for longer than a frame.
 */
export class TextNumbers {
	private readonly ofDictionaries = new Map<string, number>();
	private readonly ofStretch = new Map<string, number>();

	/** For a text of a dictionary: before the rows of a stretch that have it are asked for. */
	keep(text: string): number {
		let number = this.ofDictionaries.get(text);
		if (number === undefined) {
			number = this.ofDictionaries.size;
			this.ofDictionaries.set(text, number);
		}
		return number;
	}

	/** That of a dictionary, or one that holds until `forget`. */
	of(text: string): number {
		let number = this.ofDictionaries.get(text) ?? this.ofStretch.get(text);
		if (number === undefined) {
			number = -1 - this.ofStretch.size;
			this.ofStretch.set(text, number);
		}
		return number;
	}

	forget(): void {
		this.ofStretch.clear();
	}
}

export function textKeys(field: PlanField, scope: Scope, numbers: TextNumbers): Numbers {
	if (!ownField(field, scope)) return gathered(textKeys(field, profileScope(scope), numbers), scope);
	const { column } = memberOf(field, scope);
	if (column.kind !== "text") throw new RangeError(`"${field.name}" holds no text.`);
	const compared = field.part === "fold" || field.part === "fold-chars" ? fold : (text: string) => text;
	if (!column.coded) return plainKeys(column.plain as PlainText, (text) => numbers.of(compared(text)));
	return codedKeys(new CodedKeys(column.coded, (text) => numbers.keep(compared(text)), scope.ahead));
}

/** The numbers of a dictionary's texts. */
class CodedKeys implements Made {
	/** By code; NaN of no text. Only the codes up to `length` mean something. */
	byCode: Float64Array = Float64Array.of(Number.NaN);
	length = 0;
	readonly coded: CodedText;
	private readonly keyOf: (text: string) => number;

	constructor(coded: CodedText, keyOf: (text: string) => number, ahead: Ahead) {
		this.coded = coded;
		this.keyOf = keyOf;
		ahead.addTexts(this, coded);
	}

	extend(count: number): true {
		if (count <= this.length) return true;
		const texts = this.coded.textsUpTo(count);
		this.byCode = grownDoubles(this.byCode, this.coded.distinct + 1);
		for (; this.length < count; this.length++) this.byCode[this.length + 1] = this.keyOf(texts[this.length] as string);
		return true;
	}
}

function codedKeys(keys: CodedKeys): Numbers {
	const { coded } = keys;
	const room = doubleScratch();
	return {
		read({ from, to }) {
			keys.extend(coded.distinct);
			const { byCode } = keys;
			const { codes } = coded;
			const values = room(to - from);
			for (let row = from; row < to; row++) values[row - from] = byCode[codes[row] as number] as number;
			return values;
		},
	};
}

/** Texts of one dictionary are the same when their codes are. */
export function codeNumbers(coded: CodedText): Numbers {
	const room = doubleScratch();
	return {
		read({ from, to }) {
			const { codes } = coded;
			const values = room(to - from);
			for (let row = from; row < to; row++) values[row - from] = codes[row] || Number.NaN;
			return values;
		},
	};
}

function plainKeys(plain: PlainText, keyOf: (text: string) => number): Numbers {
	const room = doubleScratch();
	return {
		read({ from, to }) {
			const values = room(to - from);
			for (let row = from; row < to; row++) {
				const text = plain.at(row);
				values[row - from] = text === undefined ? Number.NaN : keyOf(text);
			}
			return values;
		},
	};
}
