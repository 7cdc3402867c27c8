// Every number is as of some moment, of all profiles or of some: whatever state it is in, it says so.
import { expect } from "chai";
import { formatsOf } from "../../../src/element/guest/formats.ts";
import { stateInWords, type Surroundings } from "../../../src/element/preview/counts-in-words.ts";
import { previewWords } from "../../../src/element/preview/words.ts";
import type { Counted, CountsState } from "../../../src/element/session/live-counts.ts";

const formats = formatsOf("en");
const asOf = Date.UTC(2026, 4, 30, 9, 15);
const instant = formats.instant(asOf);
const surroundings: Surroundings = { say: previewWords.english, formats, offlineSince: undefined, idle: "", hasFailedToLoad: false };
const counted = (kind: "complete" | "partial"): Counted => ({
	preview: { count: 3, size: 3_000 } as Counted["preview"],
	freshness: { kind, revision: "r", asOf, profiles: 3_000 },
	version: 1,
});
const sentence = (state: CountsState, offlineSince?: number): string =>
	stateInWords(state, { ...surroundings, offlineSince }).sentences.join(" ");

describe("the state of a count in words", () => {
	it("says as of when, where all profiles were counted", () => {
		expect(sentence({ kind: "exact", counted: counted("complete") })).to.equal(`Exact: every profile was tested. As of ${instant}.`);
	});

	it("says as of when, and that they are not all, where some were counted; without a network, too", () => {
		const words = `Exact for the 3,000 profiles that have come so far: these are not all. As of ${instant}.`;
		expect(sentence({ kind: "exact", counted: counted("partial") })).to.equal(words);
		expect(sentence({ kind: "exact", counted: counted("partial") }, asOf + 60_000)).to.equal(words);
	});

	it("says since when there is no network, and as of when the profiles are", () => {
		const since = asOf + 3_600_000;
		expect(sentence({ kind: "exact", counted: counted("complete") }, since)).to.equal(
			`Offline since ${formats.instant(since)}: these are the profiles as of ${instant}.`,
		);
	});

	it("says as of when a number from before is", () => {
		const before = counted("complete");
		const tail = `The number is that of the text before, as of ${instant}.`;
		// What comes in a moment does not make the words jump.
		expect(sentence({ kind: "computing", before, isSlow: false })).to.equal("Counting.");
		expect(sentence({ kind: "computing", before, isSlow: true })).to.equal(
			`Still counting: no answer for 4 seconds. Wait, or try again. ${tail}`,
		);
		expect(sentence({ kind: "stale", before })).to.equal(`Not up to date: the text has errors. Mend them to see a count. ${tail}`);
		expect(sentence({ kind: "failed", message: "x", before })).to.equal(`The profiles could not be counted. ${tail}`);
	});
});
