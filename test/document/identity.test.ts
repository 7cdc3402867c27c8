// Rows stay themselves while their text is typed in, wherever.
import { expect } from "chai";
import fc from "fast-check";
import { documentOf, nextDocument } from "../../src/document/document-of.ts";
import { move, moveUp } from "../../src/document/gestures/move.ts";
import { mute } from "../../src/document/gestures/mute.ts";
import { setNegated } from "../../src/document/gestures/set-negated.ts";
import { rowAt, spanOf } from "../../src/document/find-row.ts";
import type { Change, Gesture } from "../../src/document/change.ts";
import type { RowDocument } from "../../src/document/row.ts";
import type { TextEdit } from "../../src/text/edit.ts";
import { runs } from "../properties/runs.ts";
import { laidOutText } from "./arbitrary-layout.ts";
import { wordSoup } from "./word-soup.ts";

const insertion = (at: number, text: string): readonly TextEdit[] => [{ span: { from: at, to: at }, text }];

const idAt = (document: RowDocument, words: string): number => rowAt(document, document.text.indexOf(words)).id;

const done = (gesture: Gesture): Change => {
	if (!gesture.ok) throw new Error(gesture.reason);
	return gesture;
};

describe("ids", () => {
	it("stay when something is typed in, before, behind or beside a row", () => {
		const document = documentOf("country = 1 and seats > 5 and (a or b)");
		const seats = idAt(document, "seats");
		const places = [0, 11, 16, 18, 21, 23, 25, 26, 30, 38].map((at) => nextDocument(document, insertion(at, "x")));
		expect(places.map((next) => idAt(next, "seats".slice(0, 2)) === seats || idAt(next, "> 5") === seats)).to.deep.equal(
			places.map(() => true),
		);
		const before = nextDocument(document, insertion(16, "n = 1 and "));
		expect([idAt(before, "seats"), idAt(before, "n = 1") >= document.nextId]).to.deep.equal([seats, true]);
		const at = document.text.indexOf("and seats");
		const replaced = nextDocument(document, [{ span: { from: at, to: at + 9 }, text: "or places" }]);
		expect(idAt(replaced, "places")).to.equal(seats);
		const prefixed = nextDocument(document, insertion(16, "not "));
		expect(idAt(prefixed, "seats")).to.equal(seats);
	});

	it("stay with rows that gestures move, negate or mute", () => {
		const document = documentOf("a = 1\nand seats > 5\nand (b = 2 or c = 3)");
		const [seats, c] = [idAt(document, "seats"), idAt(document, "c = 3")];
		expect(idAt(nextDocument(document, done(moveUp(document, seats))), "seats")).to.equal(seats);
		expect(idAt(nextDocument(document, done(move(document, c, { before: idAt(document, "a") }))), "c = 3")).to.equal(c);
		expect(idAt(nextDocument(document, done(move(document, seats, { into: idAt(document, "(") }))), "seats")).to.equal(seats);
		expect(idAt(nextDocument(document, done(setNegated(document, seats, true))), "seats")).to.equal(seats);
		const muted = nextDocument(document, done(mute(document, seats)));
		expect(muted.places.get(seats)?.row.kind).to.equal("muted");
	});

	it("are not given twice", () => {
		const document = documentOf("a and b");
		const fewer = nextDocument(document, "a");
		const more = nextDocument(fewer, "a and c");
		expect(fewer.nextId).to.equal(document.nextId);
		expect(more.root.children.map(({ id }) => id)).to.deep.equal([document.root.children[0]?.id, document.nextId]);
		expect(more.root.id).to.equal(document.root.id);
		expect(spanOf(more, idAt(document, "b"))).to.equal(undefined);
	});

	it("are the same whether edits or the new text are given, and nothing happens when nothing changed", () => {
		const document = documentOf("a and b");
		expect(nextDocument(document, "a and b")).to.equal(document);
		expect(nextDocument(document, [])).to.equal(document);
		expect(nextDocument(document, "a and xb")).to.deep.equal(nextDocument(document, insertion(6, "x")));
	});

	it("stay with every row but the one that is typed in", () => {
		fc.assert(
			fc.property(laidOutText, fc.nat(), fc.constantFrom("x", " ", "\n", "1"), ({ text }, at, typed) => {
				const document = documentOf(text);
				const offset = at % (text.length + 1);
				const next = nextDocument(document, insertion(offset, typed));
				for (const { row } of document.places.values()) {
					if (row.kind === "group" || row.children.length > 0 || (row.words.from <= offset && offset <= row.words.to)) continue;
					const words = text.slice(row.words.from, row.words.to);
					const shift = row.words.from >= offset ? typed.length : 0;
					// What is typed can let other words be read together.
					const stays = [...next.places.values()].find(
						({ row: now }) => now.words.from === row.words.from + shift && now.words.to === row.words.to + shift,
					);
					if (stays && stays.row.kind === row.kind) expect(stays.row.id, `${words} in ${text}`).to.equal(row.id);
				}
			}),
			{ numRuns: runs(500) },
		);
	});

	it("are one for each row, whatever becomes of the text", () => {
		fc.assert(
			fc.property(wordSoup, wordSoup, (one, other) => {
				const document = documentOf(one);
				const next = nextDocument(document, other);
				const ids = [...next.places.values()].map(({ row }) => row.id);
				expect(new Set(ids).size).to.equal(ids.length);
				expect(Math.max(...ids)).to.be.lessThan(next.nextId);
			}),
			{ numRuns: runs(500) },
		);
	});
});
