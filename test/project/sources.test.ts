// What no source of ours holds: turning data into code or markup, styles that a strict content-security policy refuses, binaries.
import { expect } from "chai";
import { sourceFiles } from "./source-files.ts";

const forbidden: readonly (readonly [RegExp, string])[] = [
	[/\bnew Function\b|\bFunction\(/, "makes code from text"],
	[/\beval\(/, "makes code from text"],
	[/\bset(?:Timeout|Interval)\(\s*["'`]/, "makes code from text"],
	[
		/\b(?:inner|outer)HTML\b|\binsertAdjacentHTML\b|\bunsafe(?:HTML|SVG|CSS)\b|\bdocument\.write\b|\bsetHTMLUnsafe\b/,
		"makes markup from text",
	],
	[/\bWebAssembly\b/, "runs a binary"],
	[/\bstyleMap\b|[\s"`]style=["'$]/, "sets a style attribute"],
	[/<style/, "puts a style element into markup"],
];

/** Run by hand to write a file: the railroad diagram is an SVG with a style of its own. */
const writesFiles = ["grammar/generate.ts", "grammar/railroad.ts"];

function problemsOf(path: string, text: string): readonly string[] {
	return forbidden.flatMap(([words, what]) => (words.test(text) ? [`${path}: ${what}`] : []));
}

describe("sources", () => {
	it("none makes code or markup from data, or breaks a strict policy", () => {
		const files = sourceFiles("src/**/*.ts", "grammar/**/*.ts", "demo/**/*.ts", "demo/**/*.html").filter(
			(file) => !writesFiles.includes(file.path),
		);
		expect(files.length).to.be.greaterThan(5);
		expect(files.flatMap((file) => problemsOf(file.path, file.text))).to.deep.equal([]);
	});

	it("each of them would be seen", () => {
		for (const text of [
			"new Function('x')",
			"eval(x)",
			"e.innerHTML = x",
			"new WebAssembly.Module(x)",
			'<p style="color: red">',
			"<style>",
		]) {
			expect(problemsOf("x", text), text).to.have.lengthOf(1);
		}
	});
});
