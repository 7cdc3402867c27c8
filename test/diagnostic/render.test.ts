import { expect } from "chai";
import { renderDiagnostic } from "../../src/diagnostic/render.ts";
import { diagnostic, replaceFix } from "../../src/diagnostic/report.ts";
import { parse } from "../../src/syntax/parse.ts";

const rendered = (text: string): string =>
	parse(text)
		.diagnostics.map((each) => renderDiagnostic(text, each))
		.join("\n");
const at = (text: string, words: string): string => {
	const from = text.indexOf(words);
	return renderDiagnostic(text, diagnostic("unknown-field", "There.", { from, to: from + words.length }));
};
const lines = (...all: string[]): string => all.join("\n");

describe("renderDiagnostic", () => {
	it("shows the place, the line, the words and the fixes", () => {
		expect(rendered('a = 1\nand plan = "pro')).to.equal(
			lines(
				'2:12 error: The text that begins with "pro" has no closing quote. Add it. (unclosed-text)',
				'  and plan = "pro',
				"             ^^^^",
				'  Fix: Add "',
			),
		);
	});

	it("underlines one column where nothing stands", () => {
		expect(renderDiagnostic("a = ", diagnostic("missing-value", "Write it.", { from: 4, to: 4 }))).to.equal(
			lines("1:5 error: Write it. (missing-value)", "  a =", "      ^"),
		);
	});

	it("shows only the first line of words on several", () => {
		expect(at("a = (b\nor c)", "(b\nor")).to.equal(lines("1:5 error: There. (unknown-field)", "  a = (b", "      ^^"));
	});

	it("shows no line where it is empty", () => {
		expect(rendered("")).to.equal('1:1 error: Write a condition, for example country = "US". (missing-condition)');
	});

	it("says warnings and every fix", () => {
		const text = "a";
		const fixes = [replaceFix("Change to b", { from: 0, to: 1 }, "b"), replaceFix("Change to c", { from: 0, to: 1 }, "c")];
		expect(renderDiagnostic(text, diagnostic("unknown-value", "Odd.", { from: 0, to: 1 }, fixes))).to.equal(
			lines("1:1 warning: Odd. (unknown-value)", "  a", "  ^", "  Fix: Change to b", "  Fix: Change to c"),
		);
	});

	it("lines up under tabs, wide characters, marks and emoji", () => {
		expect(at("\tab", "ab")).to.equal(lines("1:2 error: There. (unknown-field)", "      ab", "      ^^"));
		expect(at("名前 = x", "x")).to.equal(lines("1:6 error: There. (unknown-field)", "  名前 = x", "         ^"));
		expect(at("名前 = x", "名前")).to.equal(lines("1:1 error: There. (unknown-field)", "  名前 = x", "  ^^^^"));
		expect(at("e\u0301 = x", "x")).to.equal(lines("1:6 error: There. (unknown-field)", "  e\u0301 = x", "      ^"));
		expect(at('"😀" = x', "x")).to.equal(lines("1:7 error: There. (unknown-field)", '  "😀" = x', "         ^"));
	});

	it("lets no text steer a terminal", () => {
		expect(at("\u001b[31m a \u202e b", "b")).to.equal(lines("1:11 error: There. (unknown-field)", "   [31m a   b", "            ^"));
	});

	it("cuts a long line around the words", () => {
		const long = "x".repeat(300);
		const text = `${long} here ${long}`;
		const [, line = "", caret = ""] = at(text, "here").split("\n");
		expect(line).to.match(/^ {2}…x+ here x*…$/);
		expect(line.length).to.be.at.most(104);
		expect(line.slice(caret.indexOf("^"), caret.lastIndexOf("^") + 1)).to.equal("here");
		const [, first = "", under = ""] = at(text, long).split("\n");
		expect(first).to.equal(`  ${"x".repeat(100)}…`);
		expect(under).to.equal(`  ${"^".repeat(100)}`);
	});

	it("is quick on a line of a megabyte", () => {
		const text = `${"x ".repeat(500_000)}here`;
		expect(at(text, "here")).to.match(/^1:1000001 error/);
	});
});
