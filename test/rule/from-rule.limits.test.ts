// Whatever is read compiles, however deep the rule is nested, and whichever words nest in its text; deeper than the grammar's limits it is
// refused with the parser's own sentence.
import { expect } from "chai";
import { compile } from "../../src/compile.ts";
import { catalogue } from "../../src/fields/catalogue.ts";
import { fromRule } from "../../src/rule/from-rule.ts";
import type { Rule } from "../../src/rule/rule.ts";
import { noon } from "../check/diagnostics-of.ts";
import { shop } from "../check/shop.ts";

const x = (path: string): Rule => ({ var: path });
const more: Rule = { ">": [x("visits"), 5] };

/** One level more around a rule, in words that nest in different ways. */
const levels: Readonly<Record<string, readonly [innermost: Rule, around: (rule: Rule, depth: number) => Rule]>> = {
	"and in or in and": [more, (rule, depth) => (depth % 2 === 0 ? { and: [x("opted_in"), rule] } : { or: [more, rule] })],
	"or in or": [more, (rule) => ({ or: [x("opted_in"), rule] })],
	"not of and": [more, (rule) => ({ "!": [{ and: [x("opted_in"), rule] }] })],
	choices: [more, (rule) => ({ if: [x("opted_in"), rule, { "<": [x("age"), 3] }] })],
};

const sums: Readonly<Record<string, (rule: Rule) => Rule>> = {
	"sums to the left": (rule) => ({ "+": [rule, 1] }),
	"sums to the right": (rule) => ({ "-": [2, rule] }),
	products: (rule) => ({ "*": [2, rule] }),
};

/** How deep it is read, found by halving, and the sentence of the refusal. Throws where a text that was read does not compile. */
function deepest(ruleOf: (depth: number) => Rule, most: number): readonly [number, string] {
	let [read, refused, refusal] = [0, most + 1, ""];
	while (refused - read > 1) {
		const depth = Math.floor((read + refused) / 2);
		const back = fromRule(ruleOf(depth), shop);
		if (!back.ok) [refused, refusal] = [depth, back.problems[0]?.message ?? ""];
		else {
			const compiled = compile(back.text, { catalogue: shop, now: noon, timeZone: "UTC" });
			if (!compiled.ok) throw new Error(`At ${depth} it does not compile: ${compiled.diagnostics[0]?.message}\n${back.text}`);
			read = depth;
		}
	}
	return [read, refusal];
}

const nested = (innermost: Rule, around: (rule: Rule, depth: number) => Rule, depth: number): Rule =>
	Array.from({ length: depth }).reduce<Rule>((rule, _, index) => around(rule, index), innermost);

describe("fromRule: nesting", () => {
	for (const [title, [innermost, around]] of Object.entries(levels)) {
		it(title, () => {
			const [depth, refusal] = deepest((count) => nested(innermost, around, count), 130);
			expect(depth).to.be.within(40, 129);
			expect(refusal).to.match(/^The rule's text would not compile\. .*100 levels/);
		});
	}

	for (const [title, around] of Object.entries(sums)) {
		it(title, () => {
			const [depth, refusal] = deepest((count) => ({ ">": [nested(x("visits"), around, count), 5] }), 130);
			expect(depth).to.be.within(20, 130);
			expect(refusal).to.match(depth === 130 ? /^$/ : /^(The rule's text would not compile\. |This can compute )/);
		});
	}
});

describe("fromRule: zones and clocks that nobody gave", () => {
	const signedUp = { fields: [{ name: "t", type: "datetime" }] };
	const before = (at: string): Rule => ({ and: [{ "!==": [x("t"), null] }, { "<": [x("t"), Date.parse(at)] }] });
	const read = (timezone: string | undefined, options: { readonly timeZone?: string } = {}): string => {
		const made = catalogue({ ...signedUp, ...(timezone !== undefined && { timezone }) });
		if (!("catalogue" in made)) throw new Error("It must be a catalogue.");
		const back = fromRule(before("2026-05-01T04:00:00Z"), made.catalogue, options);
		return back.ok ? back.text : "refused";
	};

	it("leave instants as they are; days are words only in the zone that was asked for", () => {
		expect(read(undefined)).to.equal("t before 2026-05-01T04:00:00Z");
		expect(read("America/New_York")).to.equal("t before 2026-05-01T04:00:00Z");
		expect(read(undefined, { timeZone: "America/New_York" })).to.equal("t before 2026-05-01");
		expect(read("UTC", { timeZone: "America/New_York" })).to.equal("t before 2026-05-01");
	});
});
