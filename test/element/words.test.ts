import { expect } from "chai";
import { diagnostic } from "../../src/diagnostic/report.ts";
import type { Count } from "../../src/element/count-matches.ts";
import type { FieldQuality } from "../../src/eval/record.ts";
import { lineIndex } from "../../src/text/line-index.ts";
import { countInWords, inPercent, placeInWords, problemsInWords, qualityInWords, stateInWords } from "../../src/element/words.ts";

const count = (matches: number, total: number): Count => ({
	matches,
	total,
	sample: [],
	fields: [],
	timeZone: "UTC",
	quality: { profiles: total, notObjects: 0, fields: [] },
});

describe("the element's words", () => {
	const shares: readonly (readonly [part: number, whole: number, share: string])[] = [
		[0, 0, "0 %"],
		[0, 10, "0 %"],
		[10, 10, "100 %"],
		[1, 10, "10.0 %"],
		[1, 3, "33.3 %"],
		[1, 100_000, "less than 0.1 %"],
		[99_999, 100_000, "more than 99.9 %"],
	];
	for (const [part, whole, share] of shares) {
		it(`${part} of ${whole} is ${share}`, () => expect(inPercent(part, whole)).to.equal(share));
	}

	it("say a count with its whole", () => {
		expect(countInWords(count(1_234, 10_000))).to.equal("1,234 of 10,000 profiles, 12.3 %");
		expect(countInWords(count(1, 1))).to.equal("1 of 1 profile, 100 %");
	});

	it("say every state", () => {
		expect(stateInWords({ kind: "idle" })).to.equal("There is nothing to count yet.");
		expect(stateInWords({ kind: "counting", done: 0, total: 0 })).to.equal("Counting.");
		expect(stateInWords({ kind: "counting", done: 3_200, total: 10_000 })).to.equal("Counting: 3,200 of 10,000 profiles so far.");
		expect(stateInWords({ kind: "exact", count: count(3, 4) })).to.equal("Exact: every profile was tested.");
		expect(stateInWords({ kind: "exact", count: count(0, 0) })).to.equal("There are no profiles to count in.");
		expect(stateInWords({ kind: "stale" })).to.equal("The text has errors: mend them to see a count.");
		expect(stateInWords({ kind: "stale", before: count(3, 4) })).to.equal(
			"Not up to date: the text has errors. Before them it was 3 of 4 profiles, 75.0 %.",
		);
		expect(stateInWords({ kind: "failed", message: "The disk is gone." })).to.equal("The profiles could not be counted. The disk is gone.");
	});

	it("sum up the problems", () => {
		const error = diagnostic("unknown-field", 'There is no field "contry".', { from: 0, to: 6 });
		const warning = diagnostic("mixed-and-or", "It mixes and with or.", { from: 0, to: 6 });
		expect(problemsInWords([])).to.equal("No problems.");
		expect(problemsInWords([error])).to.equal('1 error. There is no field "contry".');
		expect(problemsInWords([error, warning, error])).to.equal('2 errors, 1 warning. There is no field "contry".');
	});

	it("say where a problem is", () => {
		const place = (text: string, at: number) => placeInWords(lineIndex(text), at);
		expect(place("", 0)).to.equal("Line 1, column 1");
		expect(place("ab\ncd", 2)).to.equal("Line 1, column 3");
		expect(place("ab\ncd", 3)).to.equal("Line 2, column 1");
		expect(place("ab\ncd", 5)).to.equal("Line 2, column 3");
		expect(place("\u{1F600}b", 2)).to.equal("Line 1, column 2");
	});

	it("say what was wrong with the values", () => {
		const field = (name: string, wrongType: number, droppedItems = 0): FieldQuality => ({
			field: name,
			seen: 9_000,
			missing: 5,
			wrongType,
			droppedItems,
		});
		expect(qualityInWords({ profiles: 9_000, notObjects: 0, fields: [] })).to.equal(undefined);
		expect(qualityInWords({ profiles: 9_000, notObjects: 0, fields: [field("email", 0)] })).to.equal(undefined);
		expect(
			qualityInWords({ profiles: 9_000, notObjects: 0, fields: [field("points", 1_200), field("email", 0), field("tags", 1, 2)] }),
		).to.equal("Values of the wrong type count as missing: points (1,200), tags (3).");
		expect(qualityInWords({ profiles: 9_000, notObjects: 2, fields: [field("points", 1)] })).to.equal(
			"Values of the wrong type count as missing: points (1). Profiles that are no objects, and so have no fields: 2.",
		);
	});
});
