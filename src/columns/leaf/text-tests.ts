// Tests of text: once for each text of a dictionary, or over the bytes of a plain column.
import { fold } from "../../values/fold.ts";
import { matchesPattern } from "../../values/like.ts";
import { likeShape } from "../../values/like-shape.ts";
import { wordsFor } from "../bitmap.ts";
import { signatureOf } from "../column/bigrams.ts";
import { grownBytes } from "../column/growing.ts";
import type { PlainText } from "../column/plain-text.ts";
import { maxBytes, utf8Of } from "../column/utf8.ts";
import { bytesLookUp, integersLookUp, shortsLookUp } from "../kernels/kernels.generated.ts";
import { contains, containsAmong, endsWith, endsWithAmong, equals, haveAllBits, sameTexts, shiftsOf, startsWith } from "../kernels/text.ts";
import type { PlanField, PlanTest } from "../plan.ts";
import { anyOf } from "./joined.ts";
import { bitsTest, ownField } from "./number-tests.ts";
import type { Ahead } from "./ahead.ts";
import { CodedAnswers } from "./coded-answers.ts";
import { foldedText, memberOf, type Scope } from "./scope.ts";
import { integerScratch, type Test } from "./test.ts";

/** What is asked of a text. */
export type TextQuestion =
	| { readonly kind: "equal" | "contains" | "starts-with" | "ends-with"; readonly text: string }
	| { readonly kind: "starts-and-ends"; readonly start: string; readonly end: string }
	| { readonly kind: "one-of"; readonly items: ReadonlySet<string> }
	| { readonly kind: "pattern"; readonly pattern: string }
	| { readonly kind: "present" };

export function textQuestion({ test, operand }: Extract<PlanTest, { kind: "text" }>): TextQuestion {
	if (test !== "like") return operand === "" ? { kind: "present" } : { kind: test, text: operand };
	const shape = likeShape(operand);
	switch (shape.kind) {
		case "general":
			return { kind: "pattern", pattern: operand };
		case "starts-and-ends":
			return shape;
		default:
			return shape.text === "" && shape.kind !== "equal" ? { kind: "present" } : shape;
	}
}

/** Of a text field in this scope. Parts of characters are for rules: here they are the text itself. */
export function textTest(field: PlanField, question: TextQuestion, scope: Scope): Test {
	const member = memberOf(field, scope);
	if (member.column.kind !== "text") throw new RangeError(`"${field.name}" holds no text.`);
	const isFolded = field.part === "fold" || field.part === "fold-chars";
	const { coded, plain } = member.column;
	if (coded) {
		const matches = isFolded ? (text: string) => answers(question, fold(text)) : (text: string) => answers(question, text);
		return codedTest(new CodedAnswers(coded, matches, scope.ahead));
	}
	if (!isFolded || question.kind === "present") return plainTest(plain as PlainText, question, scope.ahead);
	const folded = foldedText(member, plain as PlainText, scope);
	const inner = plainTest(folded.text, question, scope.ahead);
	return {
		run(stretch, bits, word) {
			folded.extend(stretch.to);
			inner.run(stretch, bits, word);
		},
	};
}

/** Whether two texts of a row are the same, byte by byte; undefined unless both are plain columns of this scope. */
export function samePlainTexts(left: PlanField, right: PlanField, scope: Scope): Test | undefined {
	const [a, b] = [plainText(left, scope), plainText(right, scope)];
	if (!a || !b) return undefined;
	return search((from, to, bits, word) => {
		a.extend(to);
		b.extend(to);
		sameTexts(a.text, b.text, from, to, bits, word);
	});
}

function plainText(field: PlanField, scope: Scope): { readonly text: PlainText; extend(to: number): void } | undefined {
	if (!ownField(field, scope)) return undefined;
	const member = memberOf(field, scope);
	if (member.column.kind !== "text" || !member.column.plain) return undefined;
	if (field.part === undefined) return { text: member.column.plain, extend: () => {} };
	const folded = foldedText(member, member.column.plain, scope);
	return { text: folded.text, extend: (to) => void folded.extend(to) };
}

function answers(question: TextQuestion, text: string): boolean {
	switch (question.kind) {
		case "equal":
			return text === question.text;
		case "contains":
			return text.includes(question.text);
		case "starts-with":
			return text.startsWith(question.text);
		case "ends-with":
			return text.endsWith(question.text);
		case "starts-and-ends":
			return text.length >= question.start.length + question.end.length && text.startsWith(question.start) && text.endsWith(question.end);
		case "one-of":
			return question.items.has(text);
		case "pattern":
			return matchesPattern(text, question.pattern);
		case "present":
			return true;
	}
}

/** Whether the row's text is there and passes. */
export function codedTest(answers: CodedAnswers): Test {
	return {
		run({ from, to }, bits, word) {
			const { byCode } = answers.complete();
			const { codes } = answers.coded;
			if (codes instanceof Uint8Array) bytesLookUp(codes, from, to - from, byCode, bits, word);
			else if (codes instanceof Uint16Array) shortsLookUp(codes, from, to - from, byCode, bits, word);
			else integersLookUp(codes, from, to - from, byCode, bits, word);
		},
	};
}

type Search = (from: number, to: number, bits: Int32Array, word: number) => void;

/** Bits are cleared for the loops that only set some. */
const search = (run: Search): Test => ({
	run({ from, to }, bits, word) {
		bits.fill(0, word, word + wordsFor(to - from));
		run(from, to, bits, word);
	},
});

function plainTest(plain: PlainText, question: TextQuestion, ahead: Ahead): Test {
	switch (question.kind) {
		case "present":
			return bitsTest(plain.present);
		case "equal": {
			if (question.text === "") return rowTest(plain, (text) => text === "");
			const needle = utf8Of(question.text);
			return search((from, to, bits, word) => equals(plain, from, to, needle, bits, word));
		}
		case "contains":
			return containsTest(plain, utf8Of(question.text), ahead);
		case "starts-with": {
			const needle = utf8Of(question.text);
			return search((from, to, bits, word) => startsWith(plain, from, to, needle, bits, word));
		}
		case "ends-with":
			return endsWithTest(plain, utf8Of(question.text), ahead);
		case "one-of":
			return oneOfTest(plain, question.items, ahead);
		default:
			return rowTest(plain, (text) => answers(question, text));
	}
}

/** Rows whose pairs of bytes have all those of the needle are searched; a needle of one byte has none. */
function containsTest(plain: PlainText, needle: Uint8Array, ahead: Ahead): Test {
	const shifts = shiftsOf(needle);
	if (needle.length < 2) return search((from, to, bits, word) => contains(plain, from, to, needle, shifts, bits, word));
	ahead.add(plain.bigrams, plain);
	const { low, high } = signatureOf(needle);
	const room = integerScratch();
	return {
		run({ from, to }, bits, word) {
			const { bigrams } = plain;
			bigrams.extend(to);
			const words = wordsFor(to - from);
			const asked = room(words);
			haveAllBits(bigrams.low, bigrams.high, from, to, low, high, asked, 0);
			containsAmong(plain, from, needle, shifts, asked, words, bits, word);
		},
	};
}

/** The answer of a tail is that of its rows, but for a needle that is longer than the tail and ends with it. */
function endsWithTest(plain: PlainText, needle: Uint8Array, ahead: Ahead): Test {
	ahead.add(plain.tails, plain);
	const room = integerScratch();
	let certain: Uint8Array = new Uint8Array(0);
	let possible: Uint8Array = new Uint8Array(0);
	let known = 0;
	return {
		run({ from, to }, bits, word) {
			const { tails } = plain;
			const words = wordsFor(to - from);
			if (!tails.extend(to)) {
				bits.fill(0, word, word + words);
				endsWith(plain, from, to, needle, bits, word);
				return;
			}
			certain = grownBytes(certain, tails.bytes.length + 1);
			possible = grownBytes(possible, tails.bytes.length + 1);
			// A text without a tail may end with anything.
			possible[0] = 1;
			for (; known < tails.bytes.length; known++) {
				const tail = tails.bytes[known] as Uint8Array;
				certain[known + 1] = +endsWithBytes(tail, needle);
				possible[known + 1] = +(tail.length < needle.length && endsWithBytes(needle, tail));
			}
			shortsLookUp(tails.codes, from, to - from, certain, bits, word);
			const asked = room(words);
			shortsLookUp(tails.codes, from, to - from, possible, asked, 0);
			endsWithAmong(plain, from, needle, asked, words, bits, word);
		},
	};
}

function endsWithBytes(text: Uint8Array, end: Uint8Array): boolean {
	const from = text.length - end.length;
	let same = end.length - 1;
	while (same >= 0 && from >= 0 && text[from + same] === end[same]) same--;
	return same < 0;
}

/** More texts than this are looked up row by row. */
const fewItems = 4;

function oneOfTest(plain: PlainText, items: ReadonlySet<string>, ahead: Ahead): Test {
	if (items.size <= fewItems) return anyOf([...items].map((text) => plainTest(plain, { kind: "equal", text }, ahead)));
	const longest = Math.max(...[...items].map(maxBytes));
	return rowTest(plain, (text) => items.has(text), longest);
}

/** One row after the other, as text; those of more than `longest` bytes are not looked at. */
function rowTest(plain: PlainText, matches: (text: string) => boolean, longest = Number.POSITIVE_INFINITY): Test {
	return search((from, to, bits, word) => {
		for (let row = from; row < to; row++) {
			if ((plain.offsets[row + 1] as number) - (plain.offsets[row] as number) > longest) continue;
			const text = plain.at(row);
			const index = row - from;
			if (text !== undefined && matches(text)) bits[word + (index >>> 5)] = (bits[word + (index >>> 5)] as number) | (1 << (index & 31));
		}
	});
}
