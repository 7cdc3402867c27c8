// The small parts of the editor that are functions of plain data.
import { expect } from "chai";
import fc from "fast-check";
import { templateOf } from "../../../src/element/editor/code-mirror/snippet-template.ts";
import { conditionCountsOf } from "../../../src/element/editor/condition-counts.ts";
import { problemFrom } from "../../../src/element/editor/go-to-problem.ts";
import { isMac, shortcutsInWords, shortcutsOf } from "../../../src/element/editor/shortcuts.ts";
import { isWorthShowing } from "../../../src/element/editor/suggestions.ts";
import { differenceOf } from "../../../src/text/text-difference.ts";
import { editorWords } from "../../../src/element/editor/words.ts";
import type { Session } from "../../../src/element/session/session.ts";
import type { Diagnostic } from "../../../src/diagnostic/diagnostic.ts";
import type { CompletionItem } from "../../../src/service/complete/complete.ts";

describe("differenceOf", () => {
	it("is where the caret is, where that cannot be told from the texts", () => {
		expect(differenceOf("hello", "helllo", 3)).to.deep.equal({ from: 2, to: 2, text: "l" });
		expect(differenceOf("hello", "helllo", 5)).to.deep.equal({ from: 4, to: 4, text: "l" });
		expect(differenceOf("aaaa", "aaa", 1)).to.deep.equal({ from: 1, to: 2, text: "" });
		expect(differenceOf("same", "same", 2)).to.deep.equal({ from: 2, to: 2, text: "" });
		expect(differenceOf("", "new")).to.deep.equal({ from: 0, to: 0, text: "new" });
	});

	it("gives back the text after for any two texts and any caret", () => {
		const text = fc.string({ unit: fc.constantFrom("a", "b", "\n"), maxLength: 12 });
		fc.assert(
			fc.property(text, text, fc.nat(14), (before, after, caret) => {
				const { from, to, text: inserted } = differenceOf(before, after, Math.min(caret, after.length));
				expect(from <= to && to <= before.length).to.equal(true);
				expect(before.slice(0, from) + inserted + before.slice(to)).to.equal(after);
			}),
		);
	});
});

describe("templateOf", () => {
	it("turns places and escaped signs into CodeMirror's", () => {
		const [first, second] = [1, 2].map((index) => `\${${index}:?}`);
		expect(templateOf(`between ${first} and ${second}`)).to.deep.equal({ text: `between ${first} and ${second}`, fields: 2 });
		expect(templateOf("in ($1)")).to.deep.equal({ text: `in (\${${1}})`, fields: 1 });
		expect(templateOf('"a\\$b\\}\\\\{c"')).to.deep.equal({ text: '"a$b\\}\\\\{c"', fields: 0 });
		expect(templateOf("plain")).to.deep.equal({ text: "plain", fields: 0 });
	});
});

describe("isWorthShowing", () => {
	const list = (insert: string, from: number, to: number, kind: CompletionItem["kind"] = "field") => ({
		items: [{ label: insert, kind, span: { from, to }, insert, caret: insert.length, snippet: insert, fits: true }],
		isCut: false,
	});

	it("is true while a word is typed, and false where the whole word is there", () => {
		expect(isWorthShowing(list("country", 0, 3), "cou", 3)).to.equal(true);
		expect(isWorthShowing(list("country", 0, 7), "country", 7)).to.equal(false);
		const both = { ...list("country", 0, 7), items: [...list("country", 0, 7).items, ...list("country_code", 0, 7).items] };
		expect(isWorthShowing(both, "country", 7)).to.equal(true);
		expect(isWorthShowing({ items: [], isCut: false }, "cou", 3)).to.equal(false);
	});

	it("is true behind a blank only for what a condition still needs, and never on a new line or in an empty text", () => {
		expect(isWorthShowing(list("= ", 8, 8, "operator"), "country ", 8)).to.equal(true);
		expect(isWorthShowing(list("and ", 9, 9, "keyword"), "opted_in ", 9)).to.equal(false);
		expect(isWorthShowing(list("= ", 8, 8, "operator"), "country\n", 8)).to.equal(false);
		expect(isWorthShowing(list("country", 0, 0, "operator"), "", 0)).to.equal(false);
	});
});

describe("problemFrom", () => {
	const at = (from: number, to: number) => ({ span: { from, to } }) as Diagnostic;
	const problems = [at(2, 4), at(2, 8), at(10, 12)];

	it("goes on from where the selection begins, and around the ends", () => {
		expect(problemFrom(problems, { from: 0, to: 0 }, 1)).to.equal(problems[0]);
		expect(problemFrom(problems, { from: 2, to: 4 }, 1)).to.equal(problems[1]);
		expect(problemFrom(problems, { from: 2, to: 8 }, 1)).to.equal(problems[2]);
		expect(problemFrom(problems, { from: 10, to: 12 }, 1)).to.equal(problems[0]);
		expect(problemFrom(problems, { from: 2, to: 8 }, -1)).to.equal(problems[0]);
		expect(problemFrom(problems, { from: 2, to: 4 }, -1)).to.equal(problems[2]);
		expect(problemFrom([], { from: 2, to: 4 }, 1)).to.equal(undefined);
	});
});

describe("shortcutsOf", () => {
	it("names keys as they are on the machine and in the language", () => {
		const { english } = editorWords;
		const of = (mac: boolean, isCode: boolean) => shortcutsOf(english, { isMac: mac, isCode }).map(({ keys }) => keys);
		expect(of(false, true)).to.deep.equal(["Ctrl+Space", "Ctrl+.", "F8", "Shift+Alt+F", "Ctrl+/", "Esc then Tab"]);
		expect(of(true, true)).to.deep.equal(["Ctrl+Space", "⌘+.", "F8", "Shift+⌥+F", "⌘+/", "Esc then Tab"]);
		expect(of(false, false)).to.deep.equal(["Ctrl+Space", "Ctrl+.", "F8", "Shift+Alt+F", "Esc then Tab"]);
		expect(shortcutsInWords([{ name: "next", keys: "F8", does: "go on" }])).to.equal("F8: go on.");
		expect(["MacIntel", "iPhone", "Linux x86_64", "Win32"].map(isMac)).to.deep.equal([true, true, false, false]);
	});
});

describe("conditionCountsOf", () => {
	const condition = (kind: string, label: string, from: number, to: number, count: number, items: readonly unknown[] = []) => ({
		...{ kind, label, span: { from, to }, count, items },
	});
	const sessionOf = (text: string, whole: unknown, version = 7, kind = "exact") =>
		({ text, version, counts: { kind, counted: { version: 7, preview: { condition: whole } } } }) as unknown as Session;
	const text = "a = 1 and b = 2\nand (c = 3) # last";
	const whole = condition("and", "", 0, text.length, 1, [
		condition("test", "a = 1", 0, 5, 10),
		condition("test", "b = 2", 10, 15, 20),
		condition("test", "c = 3", 21, 26, 30),
	]);

	it("has every single condition at its end, or at the end of the line where nothing else follows", () => {
		expect(conditionCountsOf(sessionOf(text, whole))).to.deep.equal([
			{ at: 5, label: "a = 1", count: 10 },
			{ at: 15, label: "b = 2", count: 20 },
			{ at: text.length, label: "c = 3", count: 30 },
		]);
	});

	it("has what passes with the `not` and the name of a condition, and the conditions within those of several", () => {
		const negated = 'not a and "x": not b and not (c or d)';
		const both = condition("or", "c or d", 30, 36, 5, [condition("test", "c", 30, 31, 3), condition("test", "d", 35, 36, 2)]);
		const parts = condition("and", "", 0, negated.length, 1, [
			condition("not", "not a", 0, 5, 60, [condition("test", "a", 4, 5, 40)]),
			condition("named", "x", 10, 20, 70, [condition("not", "not b", 15, 20, 70, [condition("test", "b", 19, 20, 30)])]),
			condition("not", "not (c or d)", 25, 37, 95, [both]),
		]);
		expect(conditionCountsOf(sessionOf(negated, parts)).map(({ label, count }) => [label, count])).to.deep.equal([
			["not a", 60],
			["x", 70],
			["c", 3],
			["d", 2],
		]);
	});

	it("has those of the conditions without an error, in a text with one", () => {
		const sound = { version: 7, preview: { condition: condition("test", "b = 2", 10, 15, 20) } };
		const stale = (version: number) => ({ text, version, counts: { kind: "stale", sound } }) as unknown as Session;
		expect(conditionCountsOf(stale(7))).to.deep.equal([{ at: 15, label: "b = 2", count: 20 }]);
		expect(conditionCountsOf(stale(8))).to.deep.equal([]);
	});

	it("has none of another version, and none that are not exact", () => {
		expect(conditionCountsOf(sessionOf(text, whole, 8))).to.deep.equal([]);
		expect(conditionCountsOf(sessionOf(text, whole, 7, "stale"))).to.deep.equal([]);
	});
});
