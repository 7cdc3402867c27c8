// Against a parser of the whole of RFC 9535, which is too large to be given to pages.
import { expect } from "chai";
import fc from "fast-check";
import parseQuery from "jsonpath-rfc9535/parser";
import { type PathSteps, pathSteps } from "../../src/fields/path-steps.ts";

function stepsOfParser(text: string): PathSteps {
	let query: ReturnType<typeof parseQuery>;
	try {
		query = parseQuery(text);
	} catch {
		return "none";
	}
	const steps: (string | number)[] = [];
	for (const { type, node } of query.segments) {
		const [selector, ...others] = node.type === "BracketedSelection" ? node.selectors : [node];
		if (type !== "ChildSegment" || selector === undefined || others.length > 0) return "several";
		if (selector.type === "NameSelector" || selector.type === "MemberNameShorthand" || selector.type === "IndexSelector")
			steps.push(selector.value);
		else return "several";
	}
	return steps;
}

const piecesOf = (...pieces: readonly string[]) => fc.constantFrom(...pieces);

const blank = piecesOf("", "", "", " ", "\t\n\r ");
const spaced = (inner: fc.Arbitrary<string>) => fc.tuple(blank, inner, blank).map((parts) => parts.join(""));
const integer = piecesOf("0", "1", "-1", "12", "-0", "01", "9007199254740993", "");
const inQuotes = fc
	.array(
		piecesOf(
			"a",
			" ",
			"é",
			"😀",
			"'",
			'"',
			"\\'",
			'\\"',
			"\\\\",
			"\\/",
			"\\b\\f\\n\\r\\t",
			"\\x",
			"\\u00e9",
			"\\uD83D\\uDE00",
			"\\uD83D",
			"\\uDE00",
			"\u0000",
			"\n",
			"\uD800",
		),
		{ maxLength: 4 },
	)
	.map((parts) => parts.join(""));
const name = fc.oneof(
	inQuotes.map((text) => `'${text}'`),
	inQuotes.map((text) => `"${text}"`),
);
const slice = fc.array(spaced(integer), { minLength: 2, maxLength: 4 }).map((parts) => parts.join(":"));
const selector = fc.oneof(integer, name, piecesOf("*"), slice);
const brackets = fc.array(spaced(selector), { minLength: 1, maxLength: 3 }).map((selectors) => `[${selectors.join(",")}]`);
const member = piecesOf("a", "_b1", "é", "😀", "1a", "a-b", "*", "\uD800", "");
const segment = fc
	.tuple(
		blank,
		fc.oneof(
			member.map((text) => `.${text}`),
			member.map((text) => `..${text}`),
			brackets,
			brackets.map((text) => `..${text}`),
			brackets.map((text) => `.${text}`),
		),
	)
	.map((parts) => parts.join(""));
const path = fc.array(segment, { maxLength: 4 }).map((segments) => `$${segments.join("")}`);

describe("the steps of a path", () => {
	function same(text: string): void {
		expect(pathSteps(text), JSON.stringify(text)).to.deep.equal(stepsOfParser(text));
	}

	it("are those that a parser of all of JSON path finds", () => {
		fc.assert(fc.property(path, same), { numRuns: 5_000 });
	});

	it("are refused where it refuses them", () => {
		const words = fc.string({
			unit: piecesOf("$", ".", "[", "]", "'", '"', "a", "0", "-", "*", ":", ",", " ", "\\", "(", "1", "u"),
			maxLength: 12,
		});
		fc.assert(
			fc.property(words, (text) => same(`$${text}`)),
			{ numRuns: 5_000 },
		);
	});

	// What took time by the power of its length would never end.
	it("of the longest paths come at once", () => {
		for (const piece of ["[0 ", "['a'", ".a ", "[:", "[0:0:", "  ", "..", "[*,", "\\u", '["\\']) {
			for (const text of [`$${piece.repeat(1_000)}`, `$.a${piece.repeat(1_000)}!`]) expect(pathSteps(text)).to.equal("none");
		}
	});
});
