// What is left to json-logic-js itself, which walks the rule again for every record: only what has to be. Answers are the same either way,
// so an operator that lost its closure would be seen nowhere else.
import { expect } from "chai";
import { Compiler } from "../../src/eval/closures/compiler.ts";

const [x, y, text] = [{ var: "x" }, { var: "y" }, { var: "a.b" }];
/** A value that is no leaf: it must be computed. */
const computed = { if: [x, y, text] };

/** Compiled as a value and as a test: whether a part of it is left to json-logic-js. */
function leftToStock(rule: unknown): readonly [asValue: boolean, asTest: boolean] {
	const [value, test] = [new Compiler(), new Compiler()];
	value.value(rule);
	test.test(rule);
	return [value.usesStock, test.usesStock];
}

const comparisons = ["==", "===", "!=", "!==", "<", "<=", ">", ">="];
const numbers = ["+", "-", "*", "/", "%", "min", "max"];

const own: readonly unknown[] = [
	5,
	"a",
	[],
	[1, 2],
	[x, computed],
	x,
	{ var: "" },
	{ var: ["x", 5] },
	{ var: [computed, y] },
	{ var: "a.b.c.d.e.f.g.h.i.j.k" },
	...comparisons.flatMap((operator) => [
		{ [operator]: [x, 5] },
		{ [operator]: [computed, 5] },
		{ [operator]: [computed, y] },
		{ [operator]: [x, y] },
		{ [operator]: [computed, y, 7] },
	]),
	...["<", "<="].flatMap((operator) => [{ [operator]: [1, x, 5] }, { [operator]: [x, computed, y] }, { [operator]: [x, computed, y, 7] }]),
	...numbers.flatMap((operator) => [{ [operator]: [x] }, { [operator]: [x, y] }, { [operator]: [computed, 1] }]),
	...["+", "*", "min", "max", "cat", "merge"].map((operator) => ({ [operator]: [x, y, computed] })),
	...["-", "/", "%"].map((operator) => ({ [operator]: [x, y, 7] })),
	{ cat: ["a", computed] },
	{ merge: [x, [1]] },
	{ substr: [computed, 1] },
	{ substr: [x, y, 2] },
	{ substr: [x, y, 2, 7] },
	{ "!": x },
	{ "!": [computed] },
	{ "!!": [computed] },
	{ "!": [computed, 7] },
	{ "!!": [x, 7] },
	{ in: [computed, ["a", "b"]] },
	{ in: [computed, x] },
	{ in: [x, y, 7] },
	...["and", "or"].flatMap((operator) => [
		...[1, 2, 3, 4, 5, 12, 13].map((count) => ({ [operator]: Array.from({ length: count }, () => computed) })),
		{ [operator]: [{ ">": [x, 5] }, { "!": [{ [operator]: [y, { in: ["a", text] }] }] }] },
	]),
	{ and: [{ or: [{ and: [{ or: [x, y] }, computed] }, y] }, x] },
	...["if", "?:"].flatMap((operator) => [
		{ [operator]: [] },
		{ [operator]: [x] },
		{ [operator]: [x, y] },
		{ [operator]: [x, y, text] },
		{ [operator]: [x, 1, y, 2, text] },
	]),
	...["some", "none", "all", "filter", "map"].flatMap((operator) => [
		{ [operator]: [x, { ">": [{ var: "total" }, 5] }] },
		{ [operator]: [x, { in: [{ var: "" }, ["a"]] }] },
		{ [operator]: [[computed], { ">": [{ var: "" }, 5] }] },
		{ [operator]: [[computed], { ">": [{ var: "total" }, 5] }] },
	]),
	{ reduce: [x, { "+": [{ var: "accumulator" }, 1] }, 0] },
	{ reduce: [{ filter: [x, { ">": [{ var: "total" }, 5] }] }, { "+": [{ var: "accumulator" }, { var: "current.total" }] }, 0] },
	{ reduce: [x, { max: [{ var: "accumulator" }, { var: "current" }] }] },
	{ reduce: [x, { merge: [{ var: "" }] }, []] },
];

const left: readonly unknown[] = [
	{ log: x },
	{ missing: ["x"] },
	{ missing_some: [1, ["x"]] },
	{ unknown: 1 },
	{ "*": [] },
	{ "===": [x, y, computed] },
	{ "<": [x, y, 1, computed] },
	{ "!": [x, computed] },
	{ "!!": [x, computed] },
	{ in: [x, y, computed] },
	{ "-": [x, y, computed] },
	{ substr: [x, 1, 2, computed] },
	{ var: ["x", 1, computed] },
	{ and: [x, { log: y }] },
	{ some: [x, { log: y }] },
	{ reduce: [{ filter: [{ log: x }, true] }, { "+": [{ var: "accumulator" }, 1] }, 0] },
	{ reduce: [{ filter: [x, { log: true }] }, { "+": [{ var: "accumulator" }, 1] }, 0] },
];

describe("closures: what they run themselves", () => {
	for (const rule of own) it(JSON.stringify(rule), () => expect(leftToStock(rule)).to.deep.equal([false, false]));
});

describe("closures: what they leave to json-logic-js", () => {
	for (const rule of left) it(JSON.stringify(rule), () => expect(leftToStock(rule)).to.deep.equal([true, true]));

	it("nothing a compiler did before", () => {
		const compiler = new Compiler();
		for (const rule of own) compiler.value(rule);
		expect([compiler.usesStock, compiler.depth, compiler.level]).to.deep.equal([false, 0, 0]);
	});
});

describe("closures: rules that answer true or false", () => {
	const test = { ">": [x, 5] };
	const table: readonly (readonly [isTruthValued: boolean, ...rules: readonly unknown[]])[] = [
		[true, true, false, test, { "!": x }, { in: [x, y] }, { some: [x, y] }, { and: [test, true] }, { or: [test, { "!!": x }] }],
		[true, { if: [x, test, true] }, { "?:": [x, test, y, false, test] }, { if: [test] }, { and: [{ or: [test] }, test] }],
		[false, 0, "true", null, [], [test], x, { "+": [x] }, { and: [] }, { or: [] }, { and: [test, x] }, { or: [x, test] }],
		[false, { if: [] }, { if: [x, test] }, { if: [x, test, y] }, { if: [x, y, test] }, { "?:": [test, 1, test] }, { log: test }],
	];
	for (const [isTruthValued, ...rules] of table) {
		for (const rule of rules) {
			it(`${JSON.stringify(rule)}: ${isTruthValued}`, () => {
				const compiler = new Compiler();
				// The second time it is remembered.
				expect([compiler.isTruthValued(rule, 0), compiler.isTruthValued(rule, 0)]).to.deep.equal([isTruthValued, isTruthValued]);
			});
		}
	}
});
