// Each limit at n and n + 1, what it says, and that nothing within the default limits overflows a stack.
import { expect } from "chai";
import { defaultLimits } from "../../src/syntax/limits.ts";
import { concreteTree, parse, parseTree } from "../../src/syntax/parse.ts";
import { print } from "../../src/syntax/print.ts";

const messages = (text: string, limits?: Parameters<typeof parse>[1]): string[] =>
	parse(text, limits).diagnostics.map(({ code, span, message }) => `${code} ${span.from}..${span.to} ${message}`);

describe("limits of a text", () => {
	it("length", () => {
		expect(messages("a = 12345", { maxLength: 9 })).to.deep.equal([]);
		expect(messages("a = 123456", { maxLength: 9 })).to.deep.equal([
			"text-too-long 9..10 This text is longer than 9 characters. Split it into several segments, or move long lists to a tag of the profile.",
		]);
		expect(parse("a = 123456", { maxLength: 9 }).segment.condition?.kind).to.equal("broken");
	});

	it("length by default", () => {
		const text = `a${" ".repeat(defaultLimits.maxLength - 1)}`;
		expect(messages(text)).to.deep.equal([]);
		expect(messages(`${text} `)[0]).to.match(/^text-too-long 1000000..1000001 This text is longer than 1,000,000 characters\./);
	});

	const deep: Readonly<Record<string, (depth: number) => string>> = {
		parentheses: (depth) => `${"(".repeat(depth)}a${")".repeat(depth)}`,
		"not and names": (depth) => `${"not ".repeat(depth - 2)}"x": "y": a`,
		"not and parentheses": (depth) => `${"not (".repeat(depth / 2)}a${")".repeat(depth / 2)}`,
		collections: (depth) => `${"any a (".repeat(depth)}b${")".repeat(depth)}`,
		groups: (depth) => `${"any of (".repeat(depth)}b${")".repeat(depth)}`,
		"parentheses of values": (depth) => `x = ${"(".repeat(depth)}1${")".repeat(depth)}`,
		calculations: (depth) => `${"age(".repeat(depth)}b${")".repeat(depth)}`,
		aggregates: (depth) => `${"count(a where b = ".repeat(depth)}1${")".repeat(depth)}`,
		arithmetic: (depth) => `a${" + 1".repeat(depth)} > 0`,
		"moved dates": (depth) => `a${" - 1 day".repeat(depth)} > b`,
		"arithmetic around parentheses": (depth) => `1 + (2 * (3${" - 1".repeat(depth - 4)})) > 0`,
	};
	for (const [what, text] of Object.entries(deep)) {
		it(`depth of ${what}`, () => {
			expect(messages(text(10), { maxDepth: 10 })).to.deep.equal([]);
			expect(messages(text(12), { maxDepth: 11 }).map((message) => message.replace(/^(\S+) \S+/, "$1"))).to.deep.equal([
				'nested-too-deep This is nested deeper than 11 levels. Move a part of it to a segment of its own, and write in segment "…" here.',
			]);
			const deepest = parse(text(defaultLimits.maxDepth));
			expect(deepest.diagnostics).to.deep.equal([]);
			expect(print(deepest.segment)).not.to.equal("");
		});
	}

	it("points at the first word that is too deep", () => {
		expect(messages("a and (((b)))", { maxDepth: 2 })).to.deep.equal([
			'nested-too-deep 8..9 This is nested deeper than 2 levels. Move a part of it to a segment of its own, and write in segment "…" here.',
		]);
	});

	it("depth counts what is within one another, not what stands side by side", () => {
		const beside = Array.from({ length: 50 }, () => "not (a + b > 1)").join(" and ");
		expect(messages(beside, { maxDepth: 3 })).to.deep.equal([]);
		const lines = `all of (\n${Array.from({ length: 50 }, () => "not a").join("\n")}\n)`;
		expect(messages(lines, { maxDepth: 2 })).to.deep.equal([]);
		const negative = `a in (${Array.from({ length: 50 }, () => "-1").join(", ")})`;
		expect(messages(negative, { maxDepth: 2 })).to.deep.equal([]);
	});

	it("answers even where a raised limit overflows the stack", () => {
		const text = `${"(".repeat(3_000)}a${")".repeat(3_000)}`;
		expect(messages(text, { maxDepth: 1_000_000 }).map((message) => message.split(" ")[0])).to.deep.equal(["nested-too-deep"]);
		expect(messages("(a)")).to.deep.equal([]);
	});

	it("conditions", () => {
		const text = 'a and b = 1 and any c and in segment "d" and last e by f (g)';
		expect(messages(text, { maxConditions: 6 })).to.deep.equal([]);
		expect(messages(text, { maxConditions: 5 })).to.deep.equal(
			[
				'too-many-conditions 45..60 This text has more than 5 conditions. Give long lists to "in (…)", or split it into several segments.',
			].map((message) => message.replace("45..60", "58..59")),
		);
	});

	it("conditions by default", () => {
		const text = (count: number): string => Array.from({ length: count }, () => "a").join(" or ");
		expect(messages(text(defaultLimits.maxConditions))).to.deep.equal([]);
		expect(messages(text(defaultLimits.maxConditions + 1))).to.have.length(1);
	});

	it("conditions: what is too many is not built, however much of it there is", () => {
		const text = "x ".repeat(500_000);
		expect(messages(text)).to.deep.equal([
			'too-many-conditions 40000..40001 This text has more than 20,000 conditions. Give long lists to "in (…)", or split it into several segments.',
		]);
		expect(parse(text).segment.condition).to.deep.equal({ kind: "broken", span: { from: 0, to: text.length } });
		expect(parseTree(text).concrete).to.equal(undefined);
		expect(concreteTree(text)).to.equal(undefined);
	});

	it("conditions that are missing count too", () => {
		const text = (count: number): string => "()".repeat(count);
		expect(messages(text(5), { maxConditions: 5 }).filter((message) => message.startsWith("too-many"))).to.deep.equal([]);
		expect(messages(text(6), { maxConditions: 5 })[0]).to.match(/^too-many-conditions 11\.\.12 /);
		expect(messages("a and and", { maxConditions: 2 })).to.deep.equal([
			'too-many-conditions 9..9 This text has more than 2 conditions. Give long lists to "in (…)", or split it into several segments.',
		]);
	});

	it("values of a list", () => {
		expect(messages("a in (1, 2, 3)", { maxListItems: 3 })).to.deep.equal([]);
		expect(messages("a in (1, 2, 3, 4)", { maxListItems: 3 })).to.deep.equal([
			"list-too-long 5..17 This list has more than 3 values. Put the people into a segment or a tag of their own.",
		]);
		const within = (text: string): string | undefined =>
			messages(text, { maxListItems: 3 })
				.find((message) => message.startsWith("list-too-long"))
				?.split(" ")
				.slice(0, 2)
				.join(" ");
		expect(within("a in (1, (2), 3, (4)) and b")).to.equal("list-too-long 5..21");
		expect(within("a in (1, 2, 3, 4")).to.equal("list-too-long 5..16");
		expect(within("a in (1, 2, 3, and b in (1, 2, 3, 4)")).to.equal("list-too-long 24..36");
	});

	it("a list of 10,000 texts reads", () => {
		const text = `id in (${Array.from({ length: 10_000 }, (_, index) => `"id${index}"`).join(", ")})`;
		const { segment, diagnostics } = parse(text);
		expect(diagnostics).to.deep.equal([]);
		expect(segment.condition?.kind === "test" && segment.condition.operands.length).to.equal(10_000);
	});

	it("at most a hundred diagnostics, the first ones", () => {
		const { diagnostics } = parse("a = , ".repeat(1_000));
		expect(diagnostics).to.have.length(100);
		expect(diagnostics.every(({ span }, index) => index === 0 || span.from >= (diagnostics[index - 1]?.span.from ?? 0))).to.equal(true);
	});
});
