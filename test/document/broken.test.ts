// Gestures on texts with mistakes: what they have nothing to do with keeps every unit of its words, or there is a reason and no change.
import { expect } from "chai";
import fc from "fast-check";
import type { Gesture } from "../../src/document/change.ts";
import { documentOf, nextDocument } from "../../src/document/document-of.ts";
import { insert } from "../../src/document/gestures/insert.ts";
import { moveUp } from "../../src/document/gestures/move.ts";
import { mute } from "../../src/document/gestures/mute.ts";
import { unwrap } from "../../src/document/gestures/unwrap.ts";
import type { RowDocument } from "../../src/document/row.ts";
import { applyEdits } from "../../src/text/edit.ts";
import { invertEdits } from "../../src/text/invert-edits.ts";
import { runs } from "../properties/runs.ts";
import { laidOutText } from "./arbitrary-layout.ts";
import { expectWhole } from "./expect-whole.ts";
import { tries } from "./gesture-cases.ts";
import { type Seen, seenOf } from "./seen.ts";
import { valueTries } from "./value-cases.ts";
import { wordSoup } from "./word-soup.ts";

const all = (row: Seen): readonly Seen[] => [row, ...row.rows.flatMap(all)];

const pieces = ["", "(", ")", '"', " and ", " or ", ",", "=", "?", "#", "\n", "$", "not ", "between 5", "foo", "in (", "` "];

/** A laid out text that lacks something or has too much. */
const damaged = fc
	.tuple(laidOutText, fc.array(fc.tuple(fc.nat(), fc.nat({ max: 8 }), fc.constantFrom(...pieces)), { minLength: 1, maxLength: 3 }))
	.map(([{ text }, changes]) =>
		changes.reduce((changed, [at, length, piece]) => {
			const from = at % (changed.length + 1);
			return changed.slice(0, from) + piece + changed.slice(from + length);
		}, text),
	);

const withoutBlanks = (text: string): string => text.replace(/\s+/g, " ");

function expectOthersKept(document: RowDocument, gesture: Gesture, touched: readonly number[], name: string): void {
	const { text } = document;
	if (!gesture.ok) {
		expect(gesture.reason, `${name}\n${text}`).to.match(/^[A-Z"“].*[.?]$/s);
		return;
	}
	const after = applyEdits(text, gesture.edits);
	const both = `${name}\n${text}\n=>\n${after}`;
	expect(applyEdits(after, invertEdits(text, gesture.edits)), both).to.equal(text);
	const next = nextDocument(document, gesture);
	expectWhole(next);
	expect(
		gesture.selection.from >= 0 && gesture.selection.from <= gesture.selection.to && gesture.selection.to <= after.length,
		both,
	).to.equal(true);
	for (const { row } of document.places.values()) {
		if (row.kind === "group" || row.kind === "note" || row.kind === "muted" || row.children.length > 0 || touched.includes(row.id))
			continue;
		const same = next.places.get(row.id)?.row;
		const words = withoutBlanks(text.slice(row.words.from, row.words.to));
		expect(same && withoutBlanks(after.slice(same.words.from, same.words.to)), `row ${row.id} of ${both}`).to.equal(words);
	}
}

describe("gestures on texts with mistakes", () => {
	const unfinished =
		"The text near it is not finished, so that this would change how other rows are read. Finish or remove what is not a condition first.";
	const reasonOf = (gesture: Gesture): string | undefined => (gesture.ok ? undefined : gesture.reason);
	/** The rows in the order of the text, the whole text first. */
	const idsOf = (document: RowDocument): readonly number[] => [...document.places.keys()];

	it("say what stands in the way", () => {
		const open = documentOf('a and (b = "x\n) and\nc');
		expect(reasonOf(unwrap(open, idsOf(open)[2] as number)), "the quote would hold the rest of its line").to.equal(unfinished);
		const between = documentOf("a and x between 5 and b");
		expect(between.root.children.map((row) => between.text.slice(row.words.from, row.words.to))).to.deep.equal(["a", "x between 5 and b"]);
		const last = documentOf("a and x between 5");
		expect(reasonOf(insert(last, { into: last.root.id }, "b")), "the range would take the new row").to.equal(unfinished);
		const unclosed = documentOf("a and (b or c");
		expect(reasonOf(moveUp(unclosed, idsOf(unclosed)[2] as number))).to.equal('Close its parenthesis with ")" first.');
		const quoted = documentOf('a and b = "x');
		expect(reasonOf(moveUp(quoted, idsOf(quoted)[2] as number))).to.equal("Close its quote first.");
		const stray = documentOf("a ) and b");
		expect(reasonOf(mute(stray, idsOf(stray)[1] as number))).to.equal("It has a parenthesis without a partner. Add or remove one first.");
		const missing = documentOf("a and");
		expect(reasonOf(moveUp(missing, idsOf(missing)[2] as number))).to.equal("There is no condition here yet.");
	});

	for (const [title, texts] of Object.entries({ "damaged ones": damaged, "words in any order": wordSoup })) {
		it(`keep what is not theirs: ${title}`, () => {
			const names = Object.keys({ ...tries, ...valueTries });
			fc.assert(
				fc.property(
					texts,
					fc.constantFrom(...names),
					fc.array(fc.nat({ max: 1000 }), { minLength: 4, maxLength: 4 }),
					(text, name, numbers) => {
						const document = documentOf(text);
						const seen = seenOf(document);
						const attempt = { ...tries, ...valueTries }[name] as (typeof tries)[string];
						const { gesture, touched, name: shown } = attempt(document, seen, all(seen), numbers);
						expectOthersKept(document, gesture, touched, shown);
					},
				),
				{ numRuns: runs(300), endOnFailure: true },
			);
		});
	}
});
