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

describe("instructions", () => {
	const names = new Map(Object.entries(instructions).map(([name, code]) => [code as number, name]));

	function namesOf(...rules: readonly unknown[]): readonly (string | undefined)[] {
		const { code } = assemble(rules);
		return Array.from({ length: code.length / instructionWidth }, (_, index) => names.get(code[index * instructionWidth] ?? -1));
	}

	it("there is one for each leaf", () => {
		const guarded = (operator: string): unknown => ({ and: [{ "!==": [x, null] }, { [operator]: [x, 5] }] });
		expect(namesOf(...["<", "<=", ">", ">="].map(guarded))).to.deep.equal(["less", "atMost", "greater", "atLeast"]);
		expect(namesOf({ "===": [x, 1] }, { "!==": [x, 1] }, { "===": [x, null] }, { "!==": [x, null] })).to.deep.equal([
			"equal",
			"equal",
			"set",
			"set",
		]);
		expect(namesOf({ in: [x, [1, 2]] }, { in: ["a", x] }, { "<=": [1, x, 2] }, x)).to.deep.equal(["among", "test", "between", "test"]);
		expect(namesOf({ some: [x, { in: [{ var: "" }, [1, 2]] }] }, { none: [x, { "===": [{ var: "" }, 1] }] })).to.deep.equal([
			"someAmong",
			"someAmong",
		]);
		expect(namesOf({ some: [x, { "<": [{ var: "" }, 1] }] }, { all: [x, true] }, true, { and: [] })).to.deep.equal([
			"call",
			"call",
			"jump",
			"call",
		]);
	});

	it("connectives and negations need none", () => {
		const rule = { and: [{ or: [{ "===": [x, 1] }, { "===": [x, 2] }] }, { "!": [{ "!!": [{ and: [{ "===": [x, 3] }, x] }] }] }] };
		expect(namesOf(rule)).to.deep.equal(["equal", "equal", "equal", "test"]);
	});

	it("each variable has one slot, and thirty-one constants of a variable fit into a mask", () => {
		const constants = Array.from({ length: 32 }, (_, index) => index);
		expect(assemble([x, { var: ["x"] }, { ">": [x, 1] }, { var: "y" }]).slots.length).to.equal(2);
		expect(namesOf({ in: [x, constants.slice(0, 31)] }, { in: [x, [3, 4]] })).to.deep.equal(["among", "among"]);
		expect(namesOf({ in: [x, constants] }, { in: [x, [3, 4]] })).to.deep.equal(["test", "among"]);
		expect(namesOf(...constants.map((constant) => ({ "===": [x, constant] })), { in: [x, [3, 40]] }).at(-1)).to.equal("test");
	});
});
