// References to segments: what they bring in, what is counted, and which mistakes of the other text are told here.
import { expect } from "chai";
import type { SegmentEntry, SegmentSource } from "../../src/check/references.ts";
import { type CompiledSegment, compile } from "../../src/compile.ts";
import type { Rule } from "../../src/rule/rule.ts";
import { told } from "./diagnostics-of.ts";
import { shop } from "./shop.ts";

const library = (texts: Readonly<Record<string, string>>, active = true): SegmentSource => {
	const entries = new Map<string, SegmentEntry>(
		Object.entries(texts).map(([name, text]) => [name, { id: `id-${name}`, name, text, active }]),
	);
	return { find: (name) => entries.get(name), names: () => [...entries.keys()] };
};

/** `text` is accepted with `count` referenced conditions allowed, and refused with one fewer. */
function expectToBringIn(count: number, text: string, segments: SegmentSource): void {
	expect(told(text, { segments, maxReferencedConditions: count }), text).to.deep.equal([]);
	expect(told(text, { segments, maxReferencedConditions: count - 1 }), text).to.deep.equal([
		`too-many-references: Together the segments referred to hold more than ${count - 1} conditions. Refer to fewer or smaller segments.`,
	]);
}

describe("references to segments", () => {
	it("without a library, or without a near name, there is nothing to offer", () => {
		const expected = ['unknown-segment: There is no segment "vip". Create it first, or use another segment\'s name.'];
		expect(told('in segment "vip"')).to.deep.equal(expected);
		expect(told('in segment "vip"', { segments: library({ newsletter: "opted_in" }) })).to.deep.equal(expected);
	});

	it("several near names are offered, each with a fix", () => {
		expect(told('in segment "gold1"', { segments: library({ gold2: "opted_in", gold3: "opted_in" }) })).to.deep.equal([
			'unknown-segment: There is no segment "gold1". Did you mean "gold2" or "gold3"?',
			'  Change to "gold2" → in segment "gold2"',
			'  Change to "gold3" → in segment "gold3"',
		]);
	});

	it("a circle that begins further in is printed from where it begins", () => {
		const segments = library({ a: 'in segment "b"', b: 'in segment "c"', c: 'in segment "b"' });
		expect(told('in segment "a"', { segments })).to.deep.equal([
			"segment-cycle: These segments refer to each other in a circle: b → c → b. Remove one of the references.",
		]);
	});

	it("a segment's mistake is told once, however often it is used", () => {
		const told2 = told('in segment "bad" or in segment "bad"', { segments: library({ bad: "agee > 5" }) });
		expect(told2).to.deep.equal([
			'broken-segment: Segment "bad" has a mistake of its own and must be corrected first: There is no field "agee". Did you mean "age"?',
		]);
	});

	it("mistakes of its grammar count, warnings do not", () => {
		expect(told('in segment "bad"', { segments: library({ bad: "opted_in and age >" }) })).to.have.length(1);
		expect(told('in segment "bad"', { segments: library({ bad: "opted_in and age >" }) })[0]).to.match(
			/^broken-segment: Segment "bad" has a mistake of its own and must be corrected first: Write a value after ">"/,
		);
		expect(told('in segment "bad"', { segments: library({ bad: 'country = "UK" and agee > 5' }) })).to.deep.equal([
			'broken-segment: Segment "bad" has a mistake of its own and must be corrected first: There is no field "agee". Did you mean "age"?',
		]);
		// What can be understood of it is not what was meant.
		expect(told('in segment "bad"', { segments: library({ bad: "opted_in )" }) })).to.deep.equal([
			'broken-segment: Segment "bad" has a mistake of its own and must be corrected first: This ")" closes nothing. Remove it.',
		]);
		expect(told('in segment "odd"', { segments: library({ odd: 'country = "UK"' }) })).to.deep.equal([]);
	});

	it("each of several unknown names is told", () => {
		expect(told('in any segment ("vip", "old")', { segments: library({ vip: "opted_in" }) })).to.deep.equal([
			'unknown-segment: There is no segment "old". Create it first, or use another segment\'s name.',
		]);
	});

	it("nobody is in a deactivated segment where the policy says so", () => {
		const compiled = (text: string): CompiledSegment => {
			const result = compile(text, {
				catalogue: shop,
				segments: library({ old: "age is set or age is missing" }, false),
				deactivatedSegments: "nobody",
			});
			if (!result.ok) throw new Error(`${text} does not compile.`);
			return result.segment;
		};
		const ruleOf = (text: string): Rule => compiled(text).rule;
		const test = (text: string): boolean => compiled(text).test({});
		expect(['in segment "old"', 'not in segment "old"', 'in any segment ("old")'].map(ruleOf)).to.deep.equal([false, true, false]);
		expect(['in segment "old"', 'not in segment "old"', 'in any segment ("old")'].map(test)).to.deep.equal([false, true, false]);
	});

	it("every kind of condition is counted, with those inside it", () => {
		for (const [text, count] of [
			["age > 5", 1],
			["not age > 5", 1],
			['"grown up": age > 5', 1],
			['"grown up": (age > 5 and opted_in)', 2],
			["age > 5 and opted_in", 2],
			["age > 5 or opted_in or visits > 5", 3],
			["any of (age > 5, opted_in)", 2],
			["not (age > 5 and opted_in)", 2],
			["any orders", 1],
			["any orders (total > 5)", 2],
			['last orders by placed_at (total > 5 and status = "paid")', 3],
			["count(orders where total > 5) > 2", 1],
		] as const) {
			expectToBringIn(count, 'in segment "s"', library({ s: text }));
		}
	});

	it("a segment counts each time it is used, with what it refers to", () => {
		const segments = library({ a: "opted_in", b: 'in segment "a" and in segment "a"' });
		expectToBringIn(4, 'in segment "b"', segments);
		expectToBringIn(8, 'in segment "b" or in segment "b"', segments);
		expectToBringIn(9, 'in segment "a" or in segment "b" or in segment "b"', segments);
	});
});
