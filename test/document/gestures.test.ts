// The laws of gestures, on generated texts: the text after one is read as the tree that the gesture means; no other row, comment or unit
// changes; undo restores every unit; a refusal says why in one sentence, and there is none where the tree has an answer.
import { expect } from "chai";
import fc from "fast-check";
import { tokenize } from "../../grammar/lexer.ts";
import { documentOf, nextDocument } from "../../src/document/document-of.ts";
import { duplicate } from "../../src/document/gestures/duplicate.ts";
import { moveDown, moveUp } from "../../src/document/gestures/move.ts";
import { mute } from "../../src/document/gestures/mute.ts";
import { remove } from "../../src/document/gestures/remove.ts";
import { unmute } from "../../src/document/gestures/unmute.ts";
import { unwrap } from "../../src/document/gestures/unwrap.ts";
import { reasonsAgainst } from "../../src/document/legal.ts";
import type { Row, RowDocument } from "../../src/document/row.ts";
import { parse } from "../../src/syntax/parse.ts";
import { applyEdits } from "../../src/text/edit.ts";
import { invertEdits } from "../../src/text/invert-edits.ts";
import { runs } from "../properties/runs.ts";
import { withoutSpans } from "../syntax/without-spans.ts";
import { laidOutText } from "./arbitrary-layout.ts";
import { expectWhole } from "./expect-whole.ts";
import { type Tried, tries } from "./gesture-cases.ts";
import { commentsOf, inline } from "./model.ts";
import { type Seen, seenOf } from "./seen.ts";

const all = (row: Seen): readonly Seen[] => [row, ...row.rows.flatMap(all)];

const meaning = (text: string): string =>
	JSON.stringify(withoutSpans(parse(text).segment), (key, value) => (key === "comments" ? undefined : value));

const mistakes = (text: string): number =>
	parse(text).diagnostics.filter(({ severity, span }) => severity === "error" && text.slice(span.from, span.to) !== "?").length;

/** The comments of a text. */
const commentWords = (text: string): string =>
	tokenize(text)
		.comments.map(({ image }) => image)
		.join("\n");

/** What the generated comments are known by. */
const namesIn = (words: string): readonly string[] => (words.match(/\b(?:c\d+|lead\d+|new|more|z\d+)\b/g) ?? []).toSorted();

function expectLaws(
	document: RowDocument,
	seen: Seen,
	{ gesture, tree, touched, lost = [], added = [], commentsStay = true, name }: Tried,
): void {
	const { text } = document;
	const shown = `${name}\n${text}`;
	if (!gesture.ok) {
		expect(gesture.reason, shown).to.match(/^[A-Z].*[.]$/);
		expect(tree, `${gesture.reason}\n${shown}`).to.equal(undefined);
		return;
	}
	const after = applyEdits(text, gesture.edits);
	const both = `${shown}\n=>\n${after}`;
	expect(applyEdits(after, invertEdits(text, gesture.edits)), both).to.equal(text);
	expect(gesture.edits.length > 0, both).to.equal(after !== text);
	const next = nextDocument(document, gesture);
	expect(next.text).to.equal(after);
	expectWhole(next);
	expect(gesture.selection.from <= gesture.selection.to && gesture.selection.to <= after.length, both).to.equal(true);
	expect(tree, `it should have been refused: ${both}`).not.to.equal(undefined);
	if (tree === undefined || (tree as unknown) === "unknown") return;
	const wanted = inline(tree);
	if (wanted.trim() !== "") {
		expect(meaning(after), `${both}\nmeans ${wanted}`).to.equal(meaning(wanted));
		expect(mistakes(after), both).to.equal(0);
	}
	// Comments, wherever they are now.
	if (!lost.includes("*")) {
		const had = commentsOf(seen).filter((each) => !lost.includes(each));
		expect(namesIn(commentWords(after)), both).to.deep.equal(namesIn([...had, ...added].join("\n")));
	}
	// Other rows.
	for (const { row } of document.places.values()) {
		if (touched.includes(row.id) || row.children.length > 0 || row.kind === "group") continue;
		const same = next.places.get(row.id)?.row;
		const words = text.slice(row.words.from, row.words.to).replace(/[\n\r]+[ \t]*/g, "\n");
		expect(same && after.slice(same.words.from, same.words.to).replace(/[\n\r]+[ \t]*/g, "\n"), `row ${row.id} of ${both}`).to.equal(words);
		if (commentsStay) expect(aboutOf(same), `comments of row ${row.id} of ${both}`).to.equal(aboutOf(row));
	}
}

/** Above or behind: a comment behind a row can have to go above it. */
const aboutOf = (row: Row | undefined): string =>
	row ? [...row.comments.before, ...(row.comments.after ? [row.comments.after] : [])].map(({ text }) => text).join("|") : "gone";

describe("gestures", () => {
	for (const [name, attempt] of Object.entries(tries)) {
		it(`${name} does what it means and nothing else`, () => {
			fc.assert(
				fc.property(laidOutText, fc.array(fc.nat({ max: 1000 }), { minLength: 4, maxLength: 4 }), ({ text }, numbers) => {
					const document = documentOf(text);
					const seen = seenOf(document);
					const tried = attempt(document, seen, all(seen), numbers);
					expectLaws(document, seen, tried);
				}),
				{ numRuns: runs(300), endOnFailure: true },
			);
		});
	}
});

/** The units of a text without blanks and without what is a row's own: its comments and its words, but not what joins it. */
function unitsBut({ text, places }: RowDocument, id: number): string {
	const place = places.get(id);
	const slot = place?.list?.slots[place.index];
	if (!slot) return text.replace(/\s+/g, "");
	const joints = text.slice(slot.jointFrom, slot.contentFrom) + text.slice(slot.contentTo, slot.jointTo);
	return (text.slice(0, slot.from) + joints + text.slice(slot.to)).replace(/\s+/g, "");
}

const joints = /and|or|,/gi;

describe("units", () => {
	it("of all other rows and of what is between them stay, but for blanks and one word that joins", () => {
		const gestures = { remove, moveUp, moveDown };
		fc.assert(
			fc.property(laidOutText, fc.nat(), fc.constantFrom(...(Object.keys(gestures) as (keyof typeof gestures)[])), ({ text }, at, name) => {
				const document = documentOf(text);
				const held = [...document.places.values()].filter(
					// A chain without parentheses can hand a comment on; a group that would be empty gets a place to fill.
					({ owner, list }) => owner?.kind === "group" && !list?.isBare && (list?.slots.length ?? 0) > 1,
				);
				const place = held[at % Math.max(1, held.length)];
				const gesture = place && gestures[name](document, place.row.id);
				if (!place || !gesture?.ok) return;
				const next = nextDocument(document, gesture);
				if (next.text.includes("?") && !text.includes("?")) return;
				const [before, after] = [unitsBut(document, place.row.id), unitsBut(next, place.row.id)];
				const both = `${name} ${place.row.id}\n${text}\n=>\n${next.text}`;
				expect(after.replace(joints, ""), both).to.equal(before.replace(joints, ""));
				// A comma comes where a new line would not separate conditions any more.
				const [words, commas] = [/and|or/gi, /,/g].map((joint) => (before.match(joint)?.length ?? 0) - (after.match(joint)?.length ?? 0));
				expect(words, both).to.be.within(0, name === "remove" ? 1 : 0);
				expect(commas, both).to.be.within(-1, name === "remove" ? 1 : 0);
			}),
			{ numRuns: runs(500), endOnFailure: true },
		);
	});
});

describe("ways back", () => {
	it("down and up again restores every unit, but for a line break or a place that a comment needed", () => {
		fc.assert(
			fc.property(laidOutText, fc.nat(), ({ text }, at) => {
				const document = documentOf(text);
				const ids = [...document.places.keys()];
				const id = ids[at % ids.length] as number;
				const down = moveDown(document, id);
				if (!down.ok || down.edits.length === 0) return;
				const next = nextDocument(document, down);
				const up = moveUp(next, id);
				expect(up.ok, next.text).to.equal(true);
				if (!up.ok) return;
				const back = applyEdits(next.text, up.edits);
				const isRearranged = linesOf(next.text) !== linesOf(text) || hasCommentMoved(document, next);
				if (!isRearranged) expect(back, `${text}\n=>\n${next.text}`).to.equal(text);
				expect(meaning(back)).to.equal(meaning(text));
			}),
			{ numRuns: runs(500), endOnFailure: true },
		);
	});

	it("mute and unmute is nothing", () => {
		let muted = 0;
		fc.assert(
			fc.property(laidOutText, fc.nat(), ({ text }, at) => {
				const document = documentOf(text);
				const ids = [...document.places.keys()];
				const id = ids[at % ids.length] as number;
				const gesture = mute(document, id);
				if (!gesture.ok) return;
				muted++;
				const next = nextDocument(document, gesture);
				const rows = [...next.places.values()].map(({ row }) => row);
				const row =
					next.places.get(id)?.row ??
					rows.find(({ kind, span }) => kind === "muted" && span.from <= gesture.selection.from && gesture.selection.from <= span.to);
				expect(row?.kind, next.text).to.equal("muted");
				const back = unmute(next, row?.id as number);
				expect(back.ok && applyEdits(next.text, back.edits), next.text).to.equal(text);
			}),
			{ numRuns: runs(500), endOnFailure: true },
		);
		expect(muted).to.be.greaterThan(runs(500) / 3);
	});
});

const linesOf = (text: string): number => text.match(/\r\n|\r|\n/g)?.length ?? 0;

const hasCommentMoved = (before: RowDocument, after: RowDocument): boolean =>
	[...before.places.values()].some(({ row }) => {
		const same = after.places.get(row.id)?.row;
		return same !== undefined && (same.comments.after?.text ?? "") !== (row.comments.after?.text ?? "");
	});

describe("reasons", () => {
	it("are those that gestures give, in a text without mistakes", () => {
		fc.assert(
			fc.property(laidOutText, fc.nat(), ({ text }, at) => {
				const document = documentOf(text);
				const ids = [...document.places.keys()];
				const id = ids[at % ids.length] as number;
				const reasons = reasonsAgainst(document, id);
				const gestures = { remove, duplicate, moveUp, moveDown, unwrap, unmute } as const;
				for (const [name, gesture] of Object.entries(gestures)) {
					const made = gesture(document, id);
					const reason = reasons[name as keyof typeof gestures];
					const isPlace = !made.ok && made.reason === "Put the rows around it in parentheses first.";
					if (id === document.root.id || isPlace) expect(made.ok, name).to.equal(false);
					else expect(made.ok ? undefined : made.reason, `${name} ${id}\n${text}`).to.equal(reason);
				}
			}),
			{ numRuns: runs(200), endOnFailure: true },
		);
	});
});
