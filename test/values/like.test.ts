import { expect } from "chai";
import fc from "fast-check";
import { matchesPattern, parsePattern } from "../../src/values/like.ts";
import { isGeneralPattern, likeShape } from "../../src/values/like-shape.ts";

const any = { kind: "any" };
const one = { kind: "one" };
const text = (words: string): object => ({ kind: "text", text: words });

describe("values: like patterns", () => {
	it("are read in parts: stars in a row are one, ? comes before its star", () => {
		expect(parsePattern("")).to.deep.equal([]);
		expect(parsePattern("*@acme.com")).to.deep.equal([any, text("@acme.com")]);
		expect(parsePattern("a**b?c")).to.deep.equal([text("a"), any, text("b"), one, text("c")]);
		expect(parsePattern("*?*")).to.deep.equal([one, any]);
		expect(parsePattern("?*")).to.deep.equal(parsePattern("*?"));
		expect(parsePattern("\\*")).to.deep.equal([text("\\"), any]);
		expect(parsePattern("\u{1F600}\n?")).to.deep.equal([text("\u{1F600}\n"), one]);
	});

	it("match the whole text", () => {
		for (const [pattern, yes, no] of [
			["", [""], ["a"]],
			["*", ["", "a", "a\nb"], []],
			["?", ["a", "\u{1F600}", "\n"], ["", "ab", "\u{1F600}a"]],
			["a", ["a"], ["", "A", "aa"]],
			["*@acme.com", ["@acme.com", "ada@acme.com"], ["ada@acme.com ", "ada@acme.comx", "acme.com"]],
			["a*b*c", ["abc", "aXbYc", "abbcc", "abcbc"], ["ab", "acb", "abcd", "xabc"]],
			["a?c", ["abc", "a\u{1F600}c", "a*c"], ["ac", "abbc"]],
			["*?", ["a", "ab"], [""]],
			["**a**", ["a", "xax"], ["", "b"]],
			[".+[a]", [".+[a]"], ["xa"]],
			["*ab", ["aab", "abab"], ["aba"]],
		] as const) {
			for (const value of yes) expect(matchesPattern(value, pattern), `${JSON.stringify(value)} like ${pattern}`).to.equal(true);
			for (const value of no) expect(matchesPattern(value, pattern), `${JSON.stringify(value)} like ${pattern}`).to.equal(false);
		}
	});

	it("agree with a regular expression", () => {
		const letters = fc.string({ unit: fc.constantFrom("a", "b", "\u{1F600}"), maxLength: 12 });
		const patterns = fc.string({ unit: fc.constantFrom("a", "b", "\u{1F600}", "*", "?"), maxLength: 8 });
		fc.assert(
			fc.property(letters, patterns, (value, pattern) => {
				const expression = new RegExp(`^${pattern.replaceAll("*", "[^]*").replaceAll("?", "[^]")}$`, "u");
				expect(matchesPattern(value, pattern)).to.equal(expression.test(value));
			}),
			{ numRuns: 2000 },
		);
	});

	it("take steps in proportion to text and pattern, where a backtracking search would not end", () => {
		expect(matchesPattern("a".repeat(5000), `${"a*".repeat(200)}b`)).to.equal(false);
		expect(matchesPattern("a".repeat(200_000), `${"*".repeat(200_000)}a`)).to.equal(true);
	});

	it("have simpler shapes where they can", () => {
		expect(likeShape("")).to.deep.equal({ kind: "equal", text: "" });
		expect(likeShape("abc")).to.deep.equal({ kind: "equal", text: "abc" });
		expect(likeShape("*")).to.deep.equal({ kind: "contains", text: "" });
		expect(likeShape("abc*")).to.deep.equal({ kind: "starts-with", text: "abc" });
		expect(likeShape("**abc")).to.deep.equal({ kind: "ends-with", text: "abc" });
		expect(likeShape("*abc*")).to.deep.equal({ kind: "contains", text: "abc" });
		expect(likeShape("ab*c")).to.deep.equal({ kind: "starts-and-ends", start: "ab", end: "c" });
		expect(likeShape("a?")).to.deep.equal({ kind: "general", parts: [text("a"), one] });
		expect(["a*b*c", "?", "*a*b"].map(isGeneralPattern)).to.deep.equal([true, true, true]);
		expect(isGeneralPattern("a*b")).to.equal(false);
	});

	it("mean the same in their simpler shape", () => {
		const alphabet = fc.constantFrom("a", "b", "*");
		fc.assert(
			fc.property(
				fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 6 }),
				fc.string({ unit: alphabet, maxLength: 5 }),
				(value, pattern) => {
					expect(matchesShape(value, likeShape(pattern)) ?? matchesPattern(value, pattern)).to.equal(matchesPattern(value, pattern));
				},
			),
			{ numRuns: 1000 },
		);
	});
});

function matchesShape(value: string, shape: ReturnType<typeof likeShape>): boolean | undefined {
	switch (shape.kind) {
		case "equal":
			return value === shape.text;
		case "starts-with":
			return value.startsWith(shape.text);
		case "ends-with":
			return value.endsWith(shape.text);
		case "contains":
			return value.includes(shape.text);
		case "starts-and-ends":
			return value.length >= shape.start.length + shape.end.length && value.startsWith(shape.start) && value.endsWith(shape.end);
		case "general":
			return undefined;
	}
}
