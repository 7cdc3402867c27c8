// Which shapes of rule are specialised, and as what. That they answer right is tested elsewhere; this tests that they are not slow by mistake.
import { expect } from "chai";
import { assemble } from "../../src/eval/closures/assemble.ts";
import { countOrSum } from "../../src/eval/closures/aggregate.ts";
import { readCall } from "../../src/eval/closures/call.ts";
import { Compiler } from "../../src/eval/closures/compiler.ts";
import { operandsOf } from "../../src/eval/closures/condition.ts";
import { type Leaf, readLeaf } from "../../src/eval/closures/leaf.ts";
import { maxDepth } from "../../src/eval/closures/compiler.ts";
import { instructions, instructionWidth } from "../../src/eval/closures/program.ts";

const x = { var: "x" };

function leafOf(rule: unknown): Leaf | undefined {
	const call = readCall(rule);
	return call && readLeaf(call);
}

/** A leaf without its function, which cannot be compared. */
function described(leaf: Leaf | undefined): unknown {
	if (leaf?.kind !== "satisfies") return leaf;
	expect(leaf.test).to.be.a("function");
	return { path: leaf.path, kind: leaf.kind };
}

describe("leaves", () => {
	const path = ["x"];
	const satisfies = { path, kind: "satisfies" };
	const table: readonly (readonly [rule: unknown, leaf: unknown])[] = [
		[x, { path, kind: "truthy" }],
		[{ var: [] }, { path: [], kind: "truthy" }],
		[{ var: ["x", null] }, { path, kind: "truthy" }],
		[{ var: ["x", 1] }, undefined],
		[{ var: ["x", { var: "y" }] }, undefined],
		[{ var: { var: "x" } }, undefined],
		[{ "===": [x, "a"] }, { path, kind: "equal", constant: "a" }],
		[{ "===": [5, x] }, { path, kind: "equal", constant: 5 }],
		[{ "===": [x, true] }, { path, kind: "equal", constant: true }],
		[{ "!==": [x, "a"] }, { path, kind: "not-equal", constant: "a" }],
		[{ "===": [x, null] }, { path, kind: "not-set" }],
		[{ "!==": [null, x] }, { path, kind: "set" }],
		[{ "===": [x, undefined] }, undefined],
		[{ "===": [x, { var: "y" }] }, undefined],
		[{ "===": [x, [1]] }, undefined],
		[{ "==": [x, null] }, satisfies],
		[{ "!=": ["a", x] }, satisfies],
		[{ "==": [x, {}] }, undefined],
		[{ ">": [x, 5] }, { path, kind: "order", operator: ">", constant: 5 }],
		[{ "<": [5, x] }, { path, kind: "order", operator: ">", constant: 5 }],
		[{ "<=": [5, x] }, { path, kind: "order", operator: ">=", constant: 5 }],
		[{ ">": [-5, x] }, { path, kind: "order", operator: "<", constant: -5 }],
		[{ ">=": [-5, x] }, { path, kind: "order", operator: "<=", constant: -5 }],
		[{ "<": [x, 5] }, satisfies],
		[{ ">": [x, "a"] }, satisfies],
		[{ ">": ["a", x] }, satisfies],
		[{ ">": [x, null] }, undefined],
		[{ "<=": [1, x, 2] }, { path, kind: "between", low: 1, high: 2 }],
		[{ "<=": [0, x, 2] }, satisfies],
		[{ "<": [1, x, 2] }, satisfies],
		[{ "<=": [1, x, 2, 3] }, { path, kind: "between", low: 1, high: 2 }],
		[{ "<=": ["a", x, 2] }, undefined],
		[{ "<=": [1, x, "b"] }, undefined],
		[{ "<=": [1, x, { var: "y" }] }, undefined],
		[{ "<=": [1, x, 2, { log: 1 }] }, undefined],
		[{ in: [x, ["a", 1, null]] }, { path, kind: "among", list: ["a", 1, null] }],
		[{ in: [x, [x]] }, undefined],
		[{ in: ["a", x] }, satisfies],
		[{ in: [x, "abc"] }, undefined],
		[{ "===": [{ substr: [x, 0, 1] }, "a"] }, satisfies],
		[{ "===": ["a", { substr: [x, -1] }] }, satisfies],
		[{ "!==": [{ substr: [x, 0, 1] }, "a"] }, undefined],
		[{ "===": [{ substr: [x, x] }, "a"] }, undefined],
		[{ "===": [{ substr: [x, 0, "1"] }, "a"] }, undefined],
		[{ "===": [{ substr: [x, 0, 1] }, 5] }, undefined],
		[{ "===": [{ cat: [x] }, "a"] }, undefined],
		[{ "+": [x, 1] }, undefined],
		[{ ">": [{ var: "a.b.0" }, 5] }, { path: ["a", "b", "0"], kind: "order", operator: ">", constant: 5 }],
		[{ ">": [{ var: 1.5 }, 5] }, { path: ["1", "5"], kind: "order", operator: ">", constant: 5 }],
	];

	for (const [rule, leaf] of table) {
		it(`${JSON.stringify(rule)} ${leaf === undefined ? "is none" : "is one"}`, () => {
			expect(described(leafOf(rule))).to.deep.equal(leaf);
		});
	}
});

describe("operands", () => {
	const guard = { "!==": [x, null] };
	const kinds = (operator: "and" | "or", args: readonly unknown[]): readonly string[] =>
		operandsOf(operator, args, 0).map((operand) => ("leaf" in operand ? operand.leaf.kind : "rule"));

	it("a guard and the test of the same variable after it are one leaf", () => {
		expect(kinds("and", [guard, { "<": [x, 5] }])).to.deep.equal(["order"]);
		expect(kinds("and", [guard, { "<=": [0, x, 5] }])).to.deep.equal(["between"]);
		expect(kinds("and", [guard, { in: ["a", x] }])).to.deep.equal(["satisfies"]);
		expect(kinds("and", [guard, { "===": [x, 5] }])).to.deep.equal(["equal"]);
		expect(kinds("and", [guard, { "!==": [x, 5] }, guard, { "<": [x, 5] }])).to.deep.equal(["satisfies", "order"]);
	});

	it("other tests stay apart", () => {
		expect(kinds("and", [guard, { "<": [{ var: "y" }, 5] }])).to.deep.equal(["rule", "rule"]);
		expect(kinds("and", [{ "<": [x, 5] }, guard])).to.deep.equal(["rule", "rule"]);
		expect(kinds("and", [{ "===": [x, null] }, { "<": [x, 5] }])).to.deep.equal(["rule", "rule"]);
		expect(kinds("or", [guard, { "<": [x, 5] }])).to.deep.equal(["rule", "rule"]);
		expect(kinds("and", [guard, guard])).to.deep.equal(["set"]);
	});

	it("nested calls of the same operator are one list", () => {
		const and = { and: [guard, { and: [{ "<": [x, 5] }, { or: [x, { or: [x] }] }] }] };
		expect(kinds("and", [true, and])).to.deep.equal(["rule", "order", "rule"]);
		expect(kinds("or", [{ or: [x, { or: [x, x] }] }, x])).to.deep.equal(["rule", "rule", "rule", "rule"]);
		expect(operandsOf("and", [{ and: [] }, x], 0)).to.deep.equal([{ rule: { and: [] } }, { rule: x }]);
		expect(operandsOf("and", [{ and: [x] }], maxDepth)).to.deep.equal([{ rule: { and: [x] } }]);
	});
});

describe("counts and sums", () => {
	const accumulator = { var: "accumulator" };
	const orders = { var: "orders" };
	const isFused = (...args: unknown[]): boolean => countOrSum(args, new Compiler()) !== undefined;

	it("are loops", () => {
		expect(isFused(orders, { "+": [accumulator, 1] }, 0)).to.equal(true);
		expect(isFused({ filter: [orders, x] }, { "+": [accumulator, 1] }, 0)).to.equal(true);
		expect(isFused({ filter: [orders, x] }, { "+": [accumulator, { var: "current.total" }] }, 0)).to.equal(true);
		expect(isFused(orders, { "+": [accumulator, { var: "current.price.net" }] }, 0)).to.equal(true);
	});

	it("other reduces are not", () => {
		for (const start of [-0, 1, null, undefined, "0", { var: "y" }])
			expect(isFused(orders, { "+": [accumulator, 1] }, start)).to.equal(false);
		for (const step of [
			{ "+": [accumulator, 2] },
			{ "+": [1, accumulator] },
			{ "+": [accumulator, 1, 0] },
			{ "+": [accumulator, { var: "current" }] },
			{ "+": [accumulator, { var: "total" }] },
			{ "+": [{ var: "accumulator.x" }, 1] },
			{ "-": [accumulator, 1] },
			1,
		]) {
			expect(isFused(orders, step, 0), JSON.stringify(step)).to.equal(false);
		}
	});
});

describe("programs", () => {
	const y = { var: "y" };
	const guarded = (operator: string, limit = 5): unknown => ({ and: [{ "!==": [x, null] }, { [operator]: [x, limit] }] });

	/** How many truths the rules have; fails where one of them is more than a truth. */
	function truthsOf(...rules: readonly unknown[]): number {
		const { plainRules, branchingRules, code, tests, truths } = assemble(rules);
		expect([plainRules.length, branchingRules.length, code.length, tests.length]).to.deep.equal([2 * rules.length, 0, 0, 0]);
		return truths - 1;
	}

	const names = new Map(Object.entries(instructions).map(([name, code]) => [code as number, name]));

	function namesOf(...rules: readonly unknown[]): readonly (string | undefined)[] {
		const { code } = assemble(rules);
		return Array.from({ length: code.length / instructionWidth }, (_, index) => names.get(code[index * instructionWidth] ?? -1));
	}

	it("leaves are truths", () => {
		expect(truthsOf(...["<", "<=", ">", ">="].map((operator) => guarded(operator)))).to.equal(4);
		expect(truthsOf({ "===": [x, 1] }, { "===": [x, null] }, { in: [x, [1, 2]] }, { in: [x, []] })).to.equal(4);
		expect(truthsOf({ some: [x, { in: [{ var: "" }, [1, 2]] }] }, { some: [x, { "===": [{ var: "" }, 1] }] })).to.equal(2);
		expect(truthsOf(true, false, { "===": [x, Number.NaN] })).to.equal(0);
	});

	it("so is that both of two hold", () => {
		expect(truthsOf({ "<=": [1, x, 2] })).to.equal(3);
		expect(truthsOf({ and: [guarded("<"), { "===": [y, 1] }] })).to.equal(3);
		expect(truthsOf({ and: [true, guarded("<")] })).to.equal(1);
	});

	it("the same question is one truth", () => {
		expect(truthsOf(guarded("<"), { "!": [guarded("<")] }, { "!!": [guarded("<")] })).to.equal(1);
		expect(truthsOf(guarded("<"), guarded("<", 6), { and: [{ "!==": [y, null] }, { "<": [y, 5] }] })).to.equal(3);
		expect(truthsOf({ "<=": [1, x, 2] }, guarded(">=", 1), guarded("<=", 2))).to.equal(3);
		expect(truthsOf({ "===": [x, 1] }, { "!==": [x, 1] }, { in: [x, [1]] }, { "===": [x, "1"] })).to.equal(2);
		expect(truthsOf({ "===": [x, null] }, { "!==": [x, null] }, { "===": [y, null] })).to.equal(2);
		expect(truthsOf({ in: [x, [1, 2]] }, { in: [x, [1, 2]] }, { in: [x, [1, "2"]] }, { in: [y, [1, 2]] })).to.equal(3);
		const some = { some: [x, { in: [{ var: "" }, [1, 2]] }] };
		expect(truthsOf(some, { none: [x, { in: [{ var: "" }, [1, 2]] }] }, { in: [x, [1, 2]] })).to.equal(2);
		const both = { and: [guarded("<"), { "===": [y, 1] }] };
		expect(truthsOf(both, { "!": [both] }, { or: [{ "!": [guarded("<")] }, { "!==": [y, 1] }] })).to.equal(3);
	});

	it("each variable has one slot, whose value is a number only where it is compared with one", () => {
		const slots = (...rules: readonly unknown[]) => assemble(rules).slots.map(({ isCompared }) => isCompared);
		expect(slots({ "===": [x, 1] }, { "!==": [{ var: ["x"] }, 2] }, guarded(">"), { "===": [y, 1] })).to.deep.equal([true, false]);
		expect(slots(...["a.b", "ab", "a", ""].map((name) => ({ "===": [{ var: name }, 1] })))).to.have.length(4);
	});

	it("everything else is called, and once where it is the same", () => {
		expect(namesOf(x, { in: ["a", x] }, { some: [x, { "<": [{ var: "" }, 1] }] }, { all: [x, true] }, { and: [] })).to.deep.equal(
			Array.from({ length: 5 }, () => "call"),
		);
		expect(namesOf({ in: [x, [1, Number.POSITIVE_INFINITY]] }, { in: [x, [1, {}]] })).to.deep.equal(["call", "call"]);
		expect(namesOf({ in: ["a", x] }, { "!": [{ in: ["a", x] }] }, { in: ["b", x] })).to.deep.equal(["sharedCall", "sharedCall", "call"]);
		expect(namesOf({ in: ["a", x] }, { in: ["a", x] }, { log: [1] })).to.deep.equal(["call", "call", "call"]);
	});

	it("a call is asked after the truths before it, which are one instruction", () => {
		const starts = { "===": [{ substr: [x, 0, 1] }, "a"] };
		expect(namesOf({ and: [{ "===": [y, 1] }, { and: [{ "!==": [x, null] }, starts] }] })).to.deep.equal(["call", "literal"]);
		expect(namesOf({ or: [{ "===": [y, 1] }, { "===": [y, 2] }, starts, { "===": [y, 3] }] })).to.deep.equal([
			"literal",
			"call",
			"literal",
		]);
	});

	it("eight leaves are computed together, nine are not", () => {
		const leaves = (count: number): unknown[] => Array.from({ length: count }, (_, index) => ({ "===": [{ var: `v${index}` }, 1] }));
		for (const operator of ["and", "or"]) {
			expect(truthsOf({ [operator]: leaves(8) }), operator).to.equal(15);
			expect(namesOf({ [operator]: leaves(9) }), operator).to.deep.equal(["literal", "literal"]);
		}
		expect(truthsOf({ and: [{ or: leaves(4) }, { or: leaves(4) }] })).to.equal(7);
		expect(namesOf({ and: [{ or: leaves(5) }, { or: leaves(4).reverse() }] })).to.deep.equal(["literal", "literal"]);
	});
});
