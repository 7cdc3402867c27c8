// How much is made between two pauses: at most so many rows and so many bytes, whatever a condition needs first.
import { expect } from "chai";
import { CodedText, codesFor } from "../../../src/columns/column/coded-text.ts";
import { Offsets } from "../../../src/columns/column/list-column.ts";
import { type PackedTexts, packTexts } from "../../../src/columns/column/packed-texts.ts";
import { PlainText } from "../../../src/columns/column/plain-text.ts";
import { runInSteps, type Table } from "../../../src/columns/index.ts";
import { Ahead, firstPieceRows, type Made, mostPieceRows, pieceBytesPerRow } from "../../../src/columns/leaf/ahead.ts";
import { CodedAnswers } from "../../../src/columns/leaf/coded-answers.ts";
import { planOf, rowsOf, shop, tableOf } from "../tables.ts";

/** Remembers how far it was asked to go each time. */
class Recorded implements Made {
	length = 0;
	readonly ends: number[] = [];
	private readonly most: number;

	constructor(most = Number.POSITIVE_INFINITY) {
		this.most = most;
	}

	extend(count: number): boolean {
		this.ends.push(count);
		if (count > this.most) return false;
		this.length = count;
		return true;
	}
}

/** How many pauses there were. */
function finish(steps: Iterator<undefined, unknown>): number {
	let pauses = 0;
	while (!steps.next().done) pauses++;
	return pauses;
}

const plainOf = (texts: readonly (string | undefined)[]): PlainText => {
	const plain = new PlainText();
	for (const text of texts) plain.push(text);
	return plain;
};

/** A dictionary as it is loaded, and as it is built. */
/** A dictionary that was made text by text, or loaded. */
function fill(coded: CodedText, given: readonly string[] | PackedTexts): void {
	if ("utf8" in given) coded.borrow(codesFor(given.offsets.length - 1, 1), given);
	else for (const text of given) coded.push(text);
}

const formsOf = (texts: readonly string[]): readonly (PackedTexts | string[])[] => [packTexts(texts), [...texts]];

describe("ahead", () => {
	it("pieces double up to the largest, with a pause after each, and go on as large", () => {
		const made = new Recorded();
		const ahead = new Ahead();
		ahead.add(made);
		expect(finish(ahead.upTo(9_000))).to.equal(7);
		expect(made.ends).to.deep.equal([256, 768, 1_792, 3_840, 5_888, 7_936, 9_000]);
		expect(finish(ahead.upTo(9_000))).to.equal(0);
		expect(finish(ahead.upTo(12_000))).to.equal(2);
		expect(made.ends.slice(7)).to.deep.equal([11_048, 12_000]);
	});

	it("a piece of long texts ends with the last that has room, a longer text is a piece of its own", () => {
		const bytes = firstPieceRows * pieceBytesPerRow;
		const quarter = "x".repeat(bytes / 4);
		const made = new Recorded();
		const ahead = new Ahead();
		// Four are as many as a piece holds, then one byte is too much, then one text is longer than its piece.
		const plain = plainOf([
			quarter,
			quarter,
			undefined,
			quarter,
			quarter,
			...Array(8).fill(quarter),
			"y",
			"z".repeat(bytes * 8 + 1),
			"",
			"a",
		]);
		ahead.add(made, plain);
		finish(ahead.upTo(plain.length));
		expect(made.ends).to.deep.equal([5, 13, 14, 15, 17]);
	});

	it("no more is made where no more is wanted", () => {
		const made = new Recorded(768);
		const other = new Recorded();
		const ahead = new Ahead();
		ahead.add(made);
		ahead.add(other);
		expect(finish(ahead.upTo(2_000))).to.equal(2 + 4);
		expect([made.ends, other.ends]).to.deep.equal([
			[256, 768, 1_792],
			[256, 768, 1_792, 2_000],
		]);
		expect(finish(ahead.upTo(2_001))).to.equal(1);
	});

	it("what is made of elements goes as far as the rows' elements do", () => {
		const [orders, lines] = [new Offsets(), new Offsets()];
		for (let row = 1; row <= 10; row++) orders.push(true, row * 3);
		for (let order = 1; order <= 30; order++) lines.push(true, order * 2);
		const [profile, ofOrders, ofLines] = [new Recorded(), new Recorded(), new Recorded()];
		const ahead = new Ahead();
		const inner = ahead.ofElements(orders);
		inner.ofElements(lines).add(ofLines);
		inner.add(ofOrders);
		ahead.add(profile);
		finish(ahead.upTo(4));
		expect([profile.length, ofOrders.length, ofLines.length]).to.deep.equal([4, 12, 24]);
		finish(ahead.upTo(10));
		expect([profile.length, ofOrders.length, ofLines.length]).to.deep.equal([10, 30, 60]);
	});

	it("a dictionary is asked in pieces before the first row, and its new texts when they come", () => {
		const texts = Array.from({ length: 3_000 }, (_, index) => `text ${index}`);
		for (const given of formsOf(texts)) {
			const form = Array.isArray(given) ? "strings" : "packed";
			const coded = new CodedText();
			fill(coded, given);
			const asked: string[] = [];
			const ahead = new Ahead();
			const answers = new CodedAnswers(coded, (text) => asked.push(text) > 0 && text.endsWith("99"), ahead);
			const steps = ahead.upTo(1);
			const sizes: number[] = [];
			while (!steps.next().done) sizes.push(asked.length);
			expect(sizes, form).to.deep.equal([256, 768, 1_792, 3_000]);
			expect(asked, form).to.deep.equal(texts);
			coded.push("one more 99");
			finish(ahead.upTo(1));
			expect(asked.slice(3_000), form).to.deep.equal(["one more 99"]);
			const expected = [...texts.keys()].flatMap((index) => (index % 100 === 99 ? [index + 1] : []));
			expect(answers.codes, form).to.deep.equal([...expected, 3_001]);
			expect(
				[...answers.byCode.subarray(0, 3_002)].flatMap((answer, code) => (answer ? [code] : [])),
				form,
			).to.deep.equal(answers.codes);
		}
	});

	it("long texts of a dictionary make shorter pieces", () => {
		const texts = Array.from({ length: 100 }, (_, index) => `${index}`.padStart((firstPieceRows * pieceBytesPerRow) / 10));
		for (const given of formsOf(texts)) {
			const coded = new CodedText();
			fill(coded, given);
			const ahead = new Ahead();
			const answers = new CodedAnswers(coded, () => true, ahead);
			const steps = ahead.upTo(1);
			const sizes: number[] = [];
			while (!steps.next().done) sizes.push(answers.length);
			expect(sizes).to.deep.equal([10, 30, 70, 100]);
		}
	});
});

const catalogue = shop(
	{ name: "email", type: "text" },
	{ name: "bio", type: "text" },
	{ name: "seen", type: "datetime" },
	{ name: "visits", type: "collection", fields: [{ name: "page", type: "text" }] },
);
const count = 6_000;
const profiles = Array.from({ length: count }, (_, n) => ({
	...(n % 9 !== 0 && { email: `Ann.${n}@Example.org` }),
	bio: `${"Lorem Ipsum ".repeat(n % 40)}${n}`,
	seen: new Date(Date.UTC(2026, 0, 1 + (n % 300))).toISOString(),
	visits: Array.from({ length: n % 4 }, (_unused, at) => ({ page: `/Page/${n}/${at}@x` })),
}));

/** Everything that has been made of the table's columns: how many rows, and of how many bytes. */
function madeOf({ frame }: Table): readonly { readonly rows: number; readonly bytes: number }[] {
	const members = [...frame.members.values()].flatMap(({ column, ...member }) =>
		column.kind === "collection" ? [...column.elements.members.values()] : [{ column, ...member }],
	);
	return members.flatMap(({ column, parts, folded }) => {
		const plains = [column.kind === "text" ? column.plain : undefined, folded?.text].flatMap((plain) => plain ?? []);
		const bytesTo = ({ offsets }: PlainText, row: number): number => offsets[row] as number;
		return [
			...[...parts.values()].map(({ length }) => ({ rows: length, bytes: 0 })),
			...(folded ? [{ rows: folded.length, bytes: bytesTo(folded.base, folded.length) }] : []),
			...plains.flatMap((plain) => [plain.tails, plain.bigrams].map(({ length }) => ({ rows: length, bytes: bytesTo(plain, length) }))),
		];
	});
}

describe("a condition's first run", () => {
	const texts = [
		'email ends with "@Example.org"',
		'email contains "nn.12"',
		'email ends with "@EXAMPLE.ORG" ignoring case',
		'bio contains "IPSUM 7" ignoring case',
		'bio ends with "9"',
		'bio = email ignoring case or bio contains "um 8"',
		"weekday(seen) in (sat, sun)",
		'any visits (page contains "AGE/12" ignoring case and page ends with "@x")',
	];

	for (const text of texts) {
		it(`makes one bounded piece a step: ${text}`, () => {
			const table = tableOf(profiles, catalogue);
			const steps = runInSteps(table, planOf(text, catalogue));
			let before = madeOf(table);
			let pieces = 0;
			for (let step = steps.next(); !step.done; step = steps.next()) {
				const after = madeOf(table);
				const grown = after
					.map(({ rows, bytes }, index) => ({ rows: rows - (before[index]?.rows ?? 0), bytes: bytes - (before[index]?.bytes ?? 0) }))
					.filter(({ rows }) => rows > 0);
				expect(grown.length, "things made in one step").to.be.at.most(1);
				const [{ rows, bytes } = { rows: 0, bytes: 0 }] = grown;
				expect(rows).to.be.at.most(mostPieceRows);
				// No text here is longer than the smallest piece.
				expect(bytes).to.be.at.most(mostPieceRows * pieceBytesPerRow);
				if (pieces === 0) expect(rows).to.be.at.most(firstPieceRows);
				if (rows > 0) pieces++;
				before = after;
			}
			expect(pieces).to.be.greaterThan(4);
			expect(steps.next().done).to.equal(true);
		});

		it(`is stopped between any two pieces, and goes on from there: ${text}`, () => {
			const plan = planOf(text, catalogue);
			const whole = finish(runInSteps(tableOf(profiles, catalogue), plan));
			const expected = rowsOf(tableOf(profiles, catalogue), text);
			expect(expected.length).to.be.greaterThan(0).and.lessThan(count);
			for (const stop of [1, 2, whole >> 1, whole - 1]) {
				const table = tableOf(profiles, catalogue);
				const steps = runInSteps(table, plan);
				for (let step = 0; step < stop; step++) steps.next();
				const made = madeOf(table);
				steps.return(undefined as never);
				expect(madeOf(table), "kept").to.deep.equal(made);
				const again = runInSteps(table, plan);
				again.next();
				for (const [index, { rows }] of madeOf(table).entries())
					expect(rows - (made[index]?.rows ?? 0), "made on").to.be.within(0, firstPieceRows);
				const left = 1 + finish(again);
				if (stop === whole - 1) expect(left).to.equal(1);
				expect(rowsOf(table, text)).to.deep.equal(expected);
			}
		});
	}
});
