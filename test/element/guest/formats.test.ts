import { expect } from "chai";
import { formatsOf } from "../../../src/element/guest/formats.ts";

/** Languages put spaces of several kinds between digits and signs. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, " ").replace(/[\u200e\u200f\u061c]/g, "");

describe("formats", () => {
	const numbers: readonly (readonly [language: string, written: string])[] = [
		["en", "1,234,567"],
		["de", "1.234.567"],
		["de-AT", "1 234 567"],
		["es", "1.234.567"],
		["ar-EG", "١٬٢٣٤٬٥٦٧"],
	];
	for (const [language, written] of numbers) {
		it(`${language}: ${written}`, () => expect(plain(formatsOf(language).number(1_234_567))).to.equal(written));
	}

	const shares: readonly (readonly [part: number, whole: number, english: string, german: string])[] = [
		[0, 0, "0%", "0 %"],
		[0, 10, "0%", "0 %"],
		[10, 10, "100%", "100 %"],
		[1, 3, "33.3%", "33,3 %"],
		[1, 1_000_000, "<0.1%", "<0,1 %"],
		[999_999, 1_000_000, ">99.9%", ">99,9 %"],
	];
	for (const [part, whole, english, german] of shares) {
		it(`${part} of ${whole} is ${english}: never some as none, nor not all as all`, () => {
			expect(plain(formatsOf("en").percent(part, whole))).to.equal(english);
			expect(plain(formatsOf("de").percent(part, whole))).to.equal(german);
		});
	}

	it("plurals follow each language's own rules; a form that is not given is the other one", () => {
		const arabic = formatsOf("ar");
		const forms = { zero: "z", one: "o", two: "t", few: "f", many: "m", other: "x" };
		expect([0, 1, 2, 3, 11, 100].map((count) => arabic.plural(count, forms))).to.deep.equal(["z", "o", "t", "f", "m", "x"]);
		expect([0, 1, 2].map((count) => formatsOf("en").plural(count, { one: "profile", other: "profiles" }))).to.deep.equal([
			"profiles",
			"profile",
			"profiles",
		]);
		expect(arabic.plural(3, { other: "x" })).to.equal("x");
	});

	it("lists and moments are written as the language writes them", () => {
		expect(formatsOf("en").list(["a", "b", "c"])).to.equal("a, b, and c");
		expect(formatsOf("es").list(["a", "b", "c"])).to.equal("a, b y c");
		expect(formatsOf("de").instant(Date.UTC(2026, 4, 10, 12))).to.match(/^10\.05\.2026, \d\d:\d\d$/);
	});

	it("know who writes from right to left, region or not", () => {
		expect(["ar", "ar-EG", "he", "en", "de-AT"].map((language) => formatsOf(language).direction)).to.deep.equal([
			...["rtl", "rtl", "rtl", "ltr", "ltr"],
		]);
	});

	it("are made once a language, and refuse what is none", () => {
		expect(formatsOf("de")).to.equal(formatsOf("de"));
		expect(() => formatsOf("not a language")).to.throw(RangeError);
	});
});
