// Every node says which words it stands for.
import { expect } from "chai";
import { parse } from "../../src/syntax/parse.ts";
import { childrenOf, nodesAt, type SyntaxNode, visit } from "../../src/syntax/visit.ts";

function nodes(text: string): SyntaxNode[] {
	const { condition } = parse(text).segment;
	const found: SyntaxNode[] = [];
	if (condition) {
		visit(condition, (node) => {
			found.push(node);
			return true;
		});
	}
	return found;
}

const wordsOf = (text: string): string[] => nodes(text).map((node) => `${node.kind}: ${text.slice(node.span.from, node.span.to)}`);

describe("spans", () => {
	it("of conditions, parentheses left out, or between them kept", () => {
		expect(wordsOf('not (a and b) or ("x": any c (d))')).to.deep.equal([
			'or: not (a and b) or ("x": any c (d))',
			"not: not (a and b)",
			"and: a and b",
			"test: a",
			"field: a",
			"test: b",
			"field: b",
			'named: "x": any c (d)',
			"quantified: any c (d)",
			"field: c",
			"test: d",
			"field: d",
		]);
	});

	it("of values", () => {
		expect(wordsOf("(a + 1) * b - 3 days > count(c where d)")).to.deep.equal([
			"test: (a + 1) * b - 3 days > count(c where d)",
			"shift: (a + 1) * b - 3 days",
			"arithmetic: (a + 1) * b",
			"arithmetic: a + 1",
			"field: a",
			"number: 1",
			"field: b",
			"aggregate: count(c where d)",
			"field: c",
			"test: d",
			"field: d",
		]);
	});

	it("of the other kinds", () => {
		expect(wordsOf('all of (in segment "s", last o by p (q)) and d in last 3 days and e month-day = --05-01 and f = -1')).to.deep.equal([
			'and: all of (in segment "s", last o by p (q)) and d in last 3 days and e month-day = --05-01 and f = -1',
			'group: all of (in segment "s", last o by p (q))',
			'reference: in segment "s"',
			'text: "s"',
			"edge: last o by p (q)",
			"field: o",
			"field: p",
			"test: q",
			"field: q",
			"test: d in last 3 days",
			"field: d",
			"rolling: last 3 days",
			"test: e month-day = --05-01",
			"part: e month-day",
			"field: e",
			"month-day: --05-01",
			"test: f = -1",
			"field: f",
			"number: -1",
		]);
	});

	const operators: readonly (readonly [string, string])[] = [
		["a = 1", "="],
		["a is not in (1)", "is not in"],
		["a does not start with any of (1)", "does not start with any of"],
		["a not between 1 and 2", "not between"],
		["a has none of (1)", "has none of"],
		["a is at least 5", "is at least"],
		["a on or before 2026", "on or before"],
		["a is missing", "is missing"],
		["a in last 3 days", "in"],
		["a last 3 days", "last 3 days"],
		['a contains "x" ignoring case', "contains"],
		["a is set ignoring case", "is set"],
		["a", ""],
	];
	for (const [text, operator] of operators) {
		it(`of the operator of ${text}`, () => {
			const { condition } = parse(text).segment;
			expect(condition?.kind === "test" && text.slice(condition.operatorSpan.from, condition.operatorSpan.to)).to.equal(operator);
		});
	}

	it("of a quantifier and of a name", () => {
		const text = '"big": at least 3 orders (a)';
		const [named, quantified] = nodes(text);
		expect(named?.kind === "named" && text.slice(named.nameSpan.from, named.nameSpan.to)).to.equal('"big"');
		expect(quantified?.kind === "quantified" && text.slice(quantified.quantifierSpan.from, quantified.quantifierSpan.to)).to.equal(
			"at least 3",
		);
	});
});

describe("visit", () => {
	it("does not enter what it is told not to", () => {
		const { condition } = parse("a = 1 and any b (c)").segment;
		const kinds: string[] = [];
		if (condition) visit(condition, ({ kind }) => kinds.push(kind) > 0 && kind !== "quantified");
		expect(kinds).to.deep.equal(["and", "test", "field", "number", "quantified"]);
	});

	it("tells the nodes around each", () => {
		const { condition } = parse("not any b (c)").segment;
		const paths: string[] = [];
		if (condition) {
			visit(condition, (node, parents) => {
				paths.push([...parents, node].map(({ kind }) => kind).join(" "));
				return undefined;
			});
		}
		expect(paths).to.deep.equal(["not", "not quantified", "not quantified field", "not quantified test", "not quantified test field"]);
	});

	it("has no children where there are none", () => {
		expect(childrenOf({ kind: "broken", span: { from: 0, to: 0 } })).to.deep.equal([]);
	});

	it("finds the nodes at an offset, the innermost last", () => {
		const { segment } = parse("a = 1 and any b (c > 2)");
		const kinds = (offset: number): string[] => nodesAt(segment, offset).map(({ kind }) => kind);
		expect(kinds(18)).to.deep.equal(["and", "quantified", "test", "field"]);
		expect(kinds(7)).to.deep.equal(["and"]);
		expect(kinds(0)).to.deep.equal(["and", "test", "field"]);
		expect(nodesAt(parse("").segment, 0)).to.deep.equal([]);
	});
});
