// What stands around a place of a half-typed text: the word, the condition it belongs to, the parentheses that are open.
import { expect } from "chai";
import fc from "fast-check";
import { placeAt } from "../../src/syntax/place.ts";
import { textTokens } from "../../src/syntax/text-tokens.ts";
import { arbitraryWild } from "../properties/arbitrary-wild.ts";
import { runs } from "../properties/runs.ts";

const at = (marked: string) => {
	const offset = marked.indexOf("|");
	const text = marked.slice(0, offset) + marked.slice(offset + 1);
	const place = placeAt(text, offset);
	return place && { ...place, text };
};

describe("the word at a place", () => {
	const words: readonly (readonly [text: string, kind: string, replaced: string, typed: string])[] = [
		["coun|try = 1", "name", "country", "coun"],
		["country| = 1", "name", "country", "country"],
		["|country", "none", "", ""],
		["country |", "none", "", ""],
		["a.b|.c is set", "name", "a.b.c", "a.b"],
		["a.|", "name", "a.", "a."],
		["a.| > 5", "name", "a.", "a."],
		["`Loyalty P|oints` > 5", "name", "`Loyalty Points`", "Loyalty P"],
		["`Loy| > 5", "name", "`Loy", "Loy"],
		["`a\\`b|` > 5", "name", "`a\\`b`", "a`b"],
		["profile.`x|` > 5", "name", "profile.`x`", "profile.x"],
		["an|d b", "name", "and", "an"],
		['a = "U|', "text", '"U', "U"],
		['a = "U|S" and b', "text", '"US"', "U"],
		['a = "U| and b = "x"', "text", '"U', "U"],
		["a = 'U|S' # x", "text", "'US'", "U"],
		['a = "x\\"|y"', "text", '"x\\"y"', 'x"'],
		['a = "US"|', "none", "", ""],
		['a = "|"', "text", '""', ""],
		["a = 1|2", "number", "12", "1"],
		["a = 2026-0|5-01T10:00:00Z", "number", "2026-05-01T10:00:00Z", "2026-0"],
		["a = --05-0|1", "number", "--05-01", "--05-0"],
		["a = |?", "none", "?", ""],
		["a = ?|", "none", "?", ""],
		["a >|= 1", "none", "", ""],
		["größ|e", "name", "größe", "größ"],
	];
	for (const [text, kind, replaced, typed] of words) {
		it(text, () => {
			const place = at(text);
			const word = place?.word;
			expect(word && [word.kind, place.text.slice(word.span.from, word.span.to), word.typed]).to.deep.equal([kind, replaced, typed]);
		});
	}
});

describe("a place", () => {
	const begun = (text: string): string | undefined => {
		const place = at(text);
		return place?.text.slice(place.from, place.word.span.from);
	};

	it("is in the condition that began last", () => {
		expect(begun("a = 1 and b > |")).to.equal("b > ");
		expect(begun("a = 1 or not b |")).to.equal("b ");
		expect(begun('"x": b |')).to.equal("b ");
		expect(begun("a between 1 and |")).to.equal("a between 1 and ");
		expect(begun("a on or |")).to.equal("a on or ");
		expect(begun('a in ("x", |')).to.equal('a in ("x", ');
		// An `or` that no value follows ends the list.
		expect(begun('a = 1 and b in ("x" or |')).to.equal("");
		expect(begun("any of (a = 1, b |")).to.equal("b ");
		expect(begun("any of (a = 1\n b |")).to.equal("b ");
		expect(begun("(a = 1 and (b |")).to.equal("b ");
		expect(begun("(a = 1 and b) |")).to.equal("(a = 1 and b) ");
		expect(begun("any x (a = 1 and b |")).to.equal("b ");
		expect(begun("sum(x.y where a |")).to.equal("a ");
		expect(begun("sum(x.y where a) > |")).to.equal("sum(x.y where a) > ");
		expect(begun("a = 1 and sum(|")).to.equal("sum(");
		expect(begun("a = 1 and |")).to.equal("");
		expect(begun("|")).to.equal("");
		expect(begun("# x\n|a")).to.equal("");
	});

	it("knows the collections around, outermost first", () => {
		const names = (text: string) => at(text)?.collections.map(({ name, isAggregate }) => [name.name, name.ofProfile, isAggregate]);
		expect(names("any a (|")).to.deep.equal([["a", false, false]]);
		expect(names("at least 3 `b c` where (|")).to.deep.equal([["b c", false, false]]);
		expect(names("last a by b (x and any profile.c (|")).to.deep.equal([
			["a", false, false],
			["c", true, false],
		]);
		expect(names("any a (sum(b.c where |")).to.deep.equal([
			["a", false, false],
			["b.c", false, true],
		]);
		expect(names("any profile.a (|")).to.deep.equal([["profile.a", false, false]]);
		expect(names("any a (b) and |")).to.deep.equal([]);
		expect(names("count(a|")).to.deep.equal([]);
	});

	it("knows calls, lists, groups and what stands before", () => {
		const told = (text: string) => {
			const place = at(text);
			return (
				place && [place.call, place.isInList, place.isInGroup, place.lead, place.tokens.slice(place.itemStart).map(({ image }) => image)]
			);
		};
		expect(told("count(a |")).to.deep.equal(["Count", false, false, undefined, ["a"]]);
		expect(told("count distinct(|")).to.deep.equal(["Distinct", false, false, undefined, []]);
		expect(told("not age(|")).to.deep.equal(["Age", false, false, "Not", []]);
		expect(told('a in ("x", 1 + |')).to.deep.equal([undefined, true, false, undefined, ["1", "+"]]);
		expect(told("none of (a, |")).to.deep.equal([undefined, false, true, "Comma", []]);
		expect(told("all of (a in (|")).to.deep.equal([undefined, true, true, "Open", []]);
	});

	it("knows the parentheses that open right before the condition", () => {
		const openings = (text: string): number | undefined => at(text)?.openings;
		expect(["|", "(|", "((a > |", "not (((|", "a and (|", "a and ((b |) + 1) * 2"].map(openings)).to.deep.equal([0, 1, 2, 3, 1, 2]);
		expect(["any of (|", "any of ((|", "any x (|", "a > (|", "count(|", "((a) and |", "(a = 1 and (b or |"].map(openings)).to.deep.equal([
			...[0, 1, 0, 0, 0, 0, 0],
		]);
	});

	it("knows of a new line before the word", () => {
		expect([at("a\n |")?.isOnNewLine, at("a # x\n|b")?.isOnNewLine, at("a |")?.isOnNewLine, at("\n|")?.isOnNewLine]).to.deep.equal([
			true,
			true,
			false,
			false,
		]);
	});

	it("is none in a comment", () => {
		expect([at("# a|"), at("a # |"), at("#|")]).to.deep.equal([undefined, undefined, undefined]);
		expect(at("a # x\n|")).not.to.equal(undefined);
	});

	it("is there for any text", () => {
		fc.assert(
			fc.property(arbitraryWild, fc.nat(), (text, seed) => {
				const offset = seed % (text.length + 1);
				const place = placeAt(text, offset);
				if (!place) {
					const comment = textTokens(text.slice(0, offset)).at(-1);
					expect(comment?.kind).to.equal("comment");
					return;
				}
				const { span } = place.word;
				expect(
					span.from <= offset && offset <= span.to && span.to <= text.length && place.from <= span.from,
					`${text} at ${offset}`,
				).to.equal(true);
			}),
			{ numRuns: runs(500) },
		);
	});
});
