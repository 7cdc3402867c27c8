// Every language says everything that English says, and none says the English words.
import { expect } from "chai";
import { formatsOf } from "../../../src/element/guest/formats.ts";
import { english, type PreviewWords, previewWords } from "../../../src/element/preview/words.ts";

/** What each function of the words is given, apart from how numbers are written. */
const given: Readonly<Record<string, readonly unknown[]>> = {
	select: ["points > 3"],
	chartOf: ["points"],
	fromTo: ["1", "2"],
	threshold: ["points"],
	leftOut: ["VIP"],
	exported: [3, "segment.csv"],
	exportHidden: [["email", "phone"]],
	onlyIn: [["A", "B"]],
	throughMissing: ["3", 3],
	withoutValue: ["3", "4"],
	otherRegions: [3, "4"],
	rowsOf: [1, 50, 100],
	ofProfiles: [3, "4%"],
};

describe("the words of the preview", () => {
	for (const language of ["de", "es", "ar"]) {
		it(`in ${language} are as many as in English, and other ones`, async () => {
			const words = (await previewWords.others[language]?.()) as PreviewWords;
			expect(Object.keys(words).sort()).to.deep.equal(Object.keys(english).sort());
			const same: string[] = [];
			for (const key of Object.keys(english) as (keyof PreviewWords)[]) {
				for (const count of [0, 1, 2, 3, 11, 100]) {
					const [here, there] = [said(words, key, language, count), said(english, key, "en", count)];
					expect(here, key).to.be.a("string").that.is.not.empty;
					expect(here, key).to.not.match(/undefined|\[object|NaN/);
					if (here === there) same.push(key);
				}
			}
			expect([...new Set(same)].filter((key) => key !== "no")).to.deep.equal([]);
		});
	}

	it("count in the singular and in the plural", () => {
		const formats = formatsOf("en");
		expect(english.ofProfiles(formats, 1, "4%")).to.equal("of 1 profile · 4%");
		expect(english.ofProfiles(formats, 2, undefined)).to.equal("of 2 profiles");
		expect(english.throughMissing(formats, "fewer than 5", 3)).to.equal("fewer than 5 pass only because a value is missing");
		const asOf = Date.UTC(2026, 4, 30);
		expect(english.partial(formats, 1, asOf)).to.equal(
			`Exact for the 1 profile that has come so far: these are not all. As of ${formats.instant(asOf)}.`,
		);
	});
});

function said(words: PreviewWords, key: keyof PreviewWords, language: string, count: number): string {
	const word: unknown = words[key];
	if (typeof word !== "function") return String(word);
	const formats = formatsOf(language);
	const takesFormats = !["select", "chartOf", "fromTo", "threshold", "leftOut"].includes(key);
	const others = given[key] ?? Array.from({ length: word.length }, () => count);
	return String(word(...(takesFormats ? [formats] : []), ...others));
}
