import { expect } from "chai";
import fc from "fast-check";
import { History, type Step } from "../../../src/element/session/history.ts";
import { applyEdits, type TextEdit } from "../../../src/text/edit.ts";

/** A text with its history, and nothing else. */
class Writing {
	text = "";
	readonly history: History;
	constructor(text = "", history = new History()) {
		this.text = text;
		this.history = history;
	}
	edit(edits: readonly TextEdit[], typed?: { readonly at: number; readonly by: string }, drag?: symbol): void {
		const step: Step = { edits, selection: { from: 0, to: 0 }, moves: [] };
		this.history.add({ text: this.text, selection: { from: 1, to: 2 } }, step, { typed, drag });
		this.text = applyEdits(this.text, edits);
	}
	type(at: number, text: string, ms: number, by = "editor"): void {
		this.edit([{ span: { from: at, to: at }, text }], { at: ms, by });
	}
	remove(from: number, to: number, ms: number): void {
		this.edit([{ span: { from, to }, text: "" }], { at: ms, by: "editor" });
	}
	undo(): string {
		return this.#take(this.history.undo());
	}
	redo(): string {
		return this.#take(this.history.redo());
	}
	#take(step: Step | undefined): string {
		this.text = step ? applyEdits(this.text, step.edits) : this.text;
		return this.text;
	}
}

describe("history", () => {
	it("joins letters that follow one another within 600 ms, and no later ones", () => {
		const writing = new Writing();
		writing.type(0, "a", 0);
		writing.type(1, "b", 600);
		writing.type(2, "c", 1_201);
		expect([writing.undo(), writing.undo(), writing.undo()]).to.deep.equal(["ab", "", ""]);
		expect([writing.redo(), writing.redo(), writing.redo()]).to.deep.equal(["ab", "abc", "abc"]);
	});

	it("joins Backspace after Backspace, Delete after Delete, and both, as one edit", () => {
		const writing = new Writing("abcdef");
		writing.remove(2, 3, 0);
		writing.remove(1, 2, 10);
		writing.remove(1, 2, 20);
		expect(writing.text).to.equal("aef");
		const step = writing.history.undo();
		expect(step?.edits).to.deep.equal([{ span: { from: 1, to: 1 }, text: "bcd" }]);
		expect(writing.history.redo()?.edits).to.deep.equal([{ span: { from: 1, to: 4 }, text: "" }]);
	});

	const apart: readonly (readonly [what: string, write: (writing: Writing) => void])[] = [
		["a letter elsewhere", (writing) => writing.type(0, "x", 10)],
		["a deletion after an insertion", (writing) => writing.remove(5, 6, 10)],
		["a new line", (writing) => writing.type(6, "\n", 10)],
		["a letter in place of others", (writing) => writing.edit([{ span: { from: 5, to: 6 }, text: "x" }], { at: 10, by: "editor" })],
		["two edits at once", (writing) => writing.edit([at(6, "x"), at(0, "y")], { at: 10, by: "editor" })],
		["what is not typed", (writing) => writing.edit([at(6, "x")])],
		["what is typed in another view", (writing) => writing.type(6, "x", 10, "builder")],
	];
	for (const [what, write] of apart) {
		it(`${what} is a step of its own`, () => {
			const writing = new Writing("abcde");
			writing.type(5, "f", 0);
			write(writing);
			expect([writing.undo(), writing.undo()]).to.deep.equal(["abcdef", "abcde"]);
		});
	}

	it("a letter in place of what was selected begins a step, and the rest of the word goes on with it", () => {
		const writing = new Writing("country = ?");
		writing.edit([{ span: { from: 10, to: 11 }, text: "U" }], { at: 0, by: "editor" });
		writing.type(11, "S", 100);
		writing.type(12, "A", 200);
		expect(writing.text).to.equal("country = USA");
		expect([writing.undo(), writing.redo(), writing.undo()]).to.deep.equal(["country = ?", "country = USA", "country = ?"]);
	});

	it("what follows a closed step is a step of its own", () => {
		const writing = new Writing();
		writing.type(0, "a", 0);
		writing.history.close();
		writing.type(1, "b", 1);
		expect(writing.undo()).to.equal("a");
	});

	it("typing does not go on from what was undone and made again", () => {
		const writing = new Writing();
		writing.type(0, "a", 0);
		writing.undo();
		writing.redo();
		writing.type(1, "b", 1);
		expect(writing.undo()).to.equal("a");
	});

	it("a drag that ends where it began is no step", () => {
		const writing = new Writing("points > 5");
		const drag = Symbol("drag");
		for (const text of ["1", "12", "5"]) writing.edit([{ span: { from: 9, to: writing.text.length }, text }], undefined, drag);
		expect([writing.text, writing.history.canUndo]).to.deep.equal(["points > 5", false]);
		writing.edit([{ span: { from: 9, to: 10 }, text: "7" }], undefined, drag);
		expect([writing.undo(), writing.history.canUndo]).to.deep.equal(["points > 5", false]);
	});

	it("all steps of a drag are one, wherever and whenever, and another drag is another", () => {
		const writing = new Writing("points > 100 and points < 200");
		const [first, second] = [Symbol("first"), Symbol("second")];
		const drag = (from: number, to: number, text: string, by: symbol) => writing.edit([{ span: { from, to }, text }], undefined, by);
		drag(9, 12, "90", first);
		drag(9, 11, "8", first);
		writing.edit([{ span: { from: 24, to: 27 }, text: "3000" }, at(0, "# a\n")], undefined, first);
		expect(writing.text).to.equal("# a\npoints > 8 and points < 3000");
		drag(13, 14, "7", second);
		expect(writing.undo()).to.equal("# a\npoints > 8 and points < 3000");
		expect(writing.undo()).to.equal("points > 100 and points < 200");
		expect(writing.redo()).to.equal("# a\npoints > 8 and points < 3000");
		expect(writing.redo()).to.equal("# a\npoints > 7 and points < 3000");
	});

	it("any steps that are joined are taken back and made again to the byte", () => {
		const digits = fc.nat({ max: 30 });
		const step = fc.array(fc.tuple(digits, digits, fc.string({ maxLength: 3 })), { minLength: 1, maxLength: 3 });
		fc.assert(
			fc.property(fc.string({ maxLength: 30 }), fc.array(step, { minLength: 1, maxLength: 6 }), (text, steps) => {
				const writing = new Writing(text);
				const drag = Symbol("drag");
				for (const places of steps) writing.edit(inside(writing.text, places), undefined, drag);
				const after = writing.text;
				expect([writing.undo(), writing.redo(), writing.undo()]).to.deep.equal([text, after, text]);
			}),
			{ seed: 7 },
		);
	});

	it("gives the selection before on the way back, and that after on the way forth, of joined typing too", () => {
		const history = new History();
		const step = (edits: readonly TextEdit[], to: number): Step => ({ edits, selection: { from: to, to }, moves: [] });
		history.add({ text: "", selection: { from: 0, to: 0 } }, step([at(0, "a")], 1), { typed: { at: 0, by: "editor" } });
		history.add({ text: "a", selection: { from: 1, to: 1 } }, step([at(1, "b")], 2), { typed: { at: 1, by: "editor" } });
		expect(history.undo()?.selection).to.deep.equal({ from: 0, to: 0 });
		expect(history.redo()?.selection).to.deep.equal({ from: 2, to: 2 });
	});

	it("carries words back where a gesture took them from", () => {
		const history = new History();
		const edits = [
			{ span: { from: 0, to: 2 }, text: "" },
			{ span: { from: 5, to: 5 }, text: "ab" },
		];
		const moves = [{ from: { from: 0, to: 2 }, to: 3 }];
		history.add({ text: "abcde", selection: { from: 0, to: 0 } }, { edits, moves, selection: { from: 0, to: 0 } });
		expect(history.undo()?.moves).to.deep.equal([{ from: { from: 3, to: 5 }, to: 0 }]);
		expect(history.redo()?.moves).to.deep.equal(moves);
	});

	it("a new change ends what could be made again", () => {
		const writing = new Writing();
		writing.type(0, "a", 0);
		writing.undo();
		expect(writing.history.canRedo).to.equal(true);
		writing.type(0, "b", 0);
		expect(writing.history.canRedo).to.equal(false);
		expect(writing.redo()).to.equal("b");
	});

	it("keeps as many steps as it may, and loses the oldest", () => {
		const writing = new Writing("", new History({ maxSteps: 2 }));
		for (const [index, letter] of [..."abc"].entries()) writing.type(index, letter, index * 1_000);
		expect([writing.undo(), writing.undo(), writing.undo()]).to.deep.equal(["ab", "a", "a"]);
		expect(writing.history.canUndo).to.equal(false);
	});

	it("nothing is left after clearing", () => {
		const writing = new Writing();
		writing.type(0, "a", 0);
		writing.type(1, "b", 1_000);
		writing.undo();
		writing.history.clear();
		expect([writing.history.canUndo, writing.history.canRedo]).to.deep.equal([false, false]);
	});

	it("edits that overlap are refused, and change nothing", () => {
		const writing = new Writing("abc");
		writing.type(3, "d", 0);
		const overlap = () =>
			writing.edit([
				{ span: { from: 0, to: 2 }, text: "" },
				{ span: { from: 1, to: 3 }, text: "" },
			]);
		expect(overlap).to.throw(RangeError, "Edits overlap at 1.");
		expect(writing.undo()).to.equal("abc");
	});
});

const at = (offset: number, text: string): TextEdit => ({ span: { from: offset, to: offset }, text });

/** Edits inside a text that do not overlap. */
function inside(text: string, places: readonly (readonly [number, number, string])[]): readonly TextEdit[] {
	let from = 0;
	return places.map(([skip, length, written]) => {
		const start = Math.min(text.length, from + skip);
		from = Math.min(text.length, start + length);
		return { span: { from: start, to: from }, text: written };
	});
}
