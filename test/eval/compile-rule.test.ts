// What a compiled rule promises beyond its answers: whose objects they are, what is evaluated and when, how deep and how large rules may be.
import { expect } from "chai";
import { compileRule, compileTest } from "../../src/eval/compile-rule.ts";
import { compileTests } from "../../src/eval/compile-tests.ts";
import { evaluate } from "../../src/eval/evaluate.ts";
import type { Rule } from "../../src/rule/rule.ts";
import { exhaustsStack, expectAgreement, outcomeOf } from "./agreement.ts";

describe("answers that are objects", () => {
	it("parts of the data are the data's own", () => {
		const data = { list: [{ a: 1 }], empty: null };
		expect(compileRule({ var: "list" })(data)).to.equal(data.list);
		expect(compileRule({ var: "" })(data)).to.equal(data);
		expect(compileRule({ or: [{ var: "empty" }, { var: "list" }] })(data)).to.equal(data.list);
		expect(compileRule({ if: [true, { var: "list.0" }] })(data)).to.equal(data.list[0]);
		expect((compileRule({ filter: [{ var: "list" }, true] })(data) as unknown[])[0]).to.equal(data.list[0]);
	});

	it("null and undefined come back as they are", () => {
		for (const data of [null, undefined]) {
			expect(compileRule({ var: "" })(data)).to.equal(data);
			expect(compileRule({ var: [] })(data)).to.equal(data);
			expect(compileRule({ map: [[{ var: "" }], { var: "" }] })(data)).to.deep.equal([data]);
		}
	});

	it("constant objects are the rule's own, lists are new every time", () => {
		const pair = { a: 1, b: 2 };
		expect(compileRule(pair)({})).to.equal(pair);
		const list = compileRule([1, [2], pair]);
		expect(list({})).to.deep.equal([1, [2], pair]);
		expect(list({})).not.to.equal(list({}));
		expect((list({}) as unknown[])[1]).not.to.equal((list({}) as unknown[])[1]);
		expect((list({}) as unknown[])[2]).to.equal(pair);
		const otherwise = compileRule({ var: ["x", [1]] });
		expect(otherwise({})).not.to.equal(otherwise({}));
	});

	it("the steps of a reduce are new objects where the rule answers them", () => {
		const rule: Rule = { reduce: [[1, 2], { var: "" }, 0] };
		expect(compileRule(rule)({})).to.deep.equal({ current: 2, accumulator: { current: 1, accumulator: 0 } });
		const listed: Rule = { reduce: [[1, 2], { merge: [{ var: "accumulator" }, [{ filter: [[{ var: "" }], true] }]] }, []] };
		expectAgreement(listed, {});
	});
});

describe("what is evaluated, and when", () => {
	const log = (value: Rule): Rule => ({ log: [value] });
	const logOf = (rule: unknown, data: unknown): readonly unknown[] => outcomeOf(() => compileRule(rule as Rule)(data)).logged;

	it("and, or and if stop where the answer is known", () => {
		expect(logOf({ and: [log(1), log(0), log(2)] }, {})).to.deep.equal([1, 0]);
		expect(logOf({ or: [log(0), log(1), log(2)] }, {})).to.deep.equal([0, 1]);
		expect(logOf({ if: [log(0), log("a"), log(1), log("b"), log("c")] }, {})).to.deep.equal([0, 1, "b"]);
		expect(logOf({ some: [[0, 1, 2], log({ var: "" })] }, {})).to.deep.equal([0, 1]);
		expect(logOf({ none: [[0, 1, 2], log({ var: "" })] }, {})).to.deep.equal([0, 1]);
		expect(logOf({ all: [[1, 0, 2], log({ var: "" })] }, {})).to.deep.equal([1, 0]);
	});

	it("arguments go from left to right, also those that are not used", () => {
		expect(logOf({ ">": [log(2), log(1), log("extra")] }, {})).to.deep.equal([2, 1, "extra"]);
		expect(logOf({ var: [log("x"), log("default")] }, { x: 1 })).to.deep.equal(["x", "default"]);
		expect(logOf({ "!": [log(1), log(2)] }, {})).to.deep.equal([1, 2]);
		expect(logOf({ reduce: [log([1]), log({ var: "current" }), log(0)] }, {})).to.deep.equal([[1], 0, 1]);
		expect(logOf({ filter: [[1], true, log("never")] }, {})).to.deep.equal([]);
	});

	it("a list is filtered whole before it is added up", () => {
		const sum = (keep: Rule): Rule => ({
			reduce: [{ filter: [{ var: "list" }, keep] }, { "+": [{ var: "accumulator" }, { var: "current.x" }] }, 0],
		});
		const list = [{ x: 1 }, { x: "2" }, { x: 3 }];
		expect(logOf(sum(log({ var: "x" })), { list })).to.deep.equal([1, "2", 3]);
		expectAgreement(sum({ ">": [{ var: "x" }, 0] }), { list });
		// The first cannot be added, the second cannot be tested: json-logic-js meets the second first.
		expectAgreement(sum({ or: [{ "===": [{ var: "y" }, 1] }, { boom: [] }] }), {
			list: [{ x: { toString: 1, valueOf: 1 }, y: 1 }, { x: 1 }],
		});
	});
});

describe("what JSON rarely holds", () => {
	it("a third bound that turns out undefined is none", () => {
		const nothing: Rule = { and: [] };
		for (const x of [0, 1, 2]) {
			for (const operator of ["<", "<="]) {
				expectAgreement({ [operator]: [{ var: "x" }, 1, nothing] }, { x });
				expectAgreement({ [operator]: [0, { var: "x" }, { if: [{ var: "x" }, 1, nothing] }] }, { x });
			}
		}
		expect(compileRule({ "<": [1, { var: "x" }, nothing] })({ x: 1 })).to.equal(false);
		expect(compileRule({ "<=": [1, { var: "x" }, nothing] })({ x: 1 })).to.equal(true);
	});

	it("a list with holes keeps them as an answer, and reads undefined as arguments", () => {
		// biome-ignore lint/suspicious/noSparseArray: the hole is the point
		const holes = [1, , 3];
		const answer = compileRule(holes as unknown as Rule)({}) as unknown[];
		expect(1 in answer).to.equal(false);
		for (const data of [{}, { x: undefined }, { x: 1 }]) {
			expectAgreement(holes, data);
			expectAgreement([holes, { var: "x" }], data);
			expectAgreement({ in: [{ var: "x" }, holes] }, data);
			expectAgreement({ in: [{ and: [] }, holes] }, data);
			expectAgreement({ some: [holes, { "!": [{ var: "" }] }] }, data);
			for (const operator of ["+", "cat", "max", "merge", "<", "and", "or", "if", "missing"]) expectAgreement({ [operator]: holes }, data);
		}
	});
});

describe("compileTest", () => {
	it("is the truth of the answer as JSON Logic has it", () => {
		const values: readonly unknown[] = [0, 1, -0, "", "0", "a", null, true, false, [], [0], {}, Number.NaN, undefined];
		const truths = values.map((value) => compileTest({ var: "x" })({ x: value }));
		expect(truths).to.deep.equal([false, true, false, false, true, true, false, true, false, false, true, true, false, false]);
		expect(values.map((value) => compileTest({ var: "" })(value))).to.deep.equal(truths);
		expect(values.map((value) => compileTest({ "!": { var: "x" } })({ x: value }))).to.deep.equal(truths.map((truth) => !truth));
	});
});

describe("deep and large rules", () => {
	/** `rule` inside `depth` calls. */
	function nest(depth: number, rule: Rule, around: (rule: Rule) => Rule): Rule {
		let nested = rule;
		for (let level = 0; level < depth; level++) nested = around(nested);
		return nested;
	}

	const arounds: readonly (readonly [string, (rule: Rule) => Rule])[] = [
		["!", (rule) => ({ "!": [rule] })],
		["and", (rule) => ({ and: [rule, true] })],
		["and, or", (rule) => ({ and: [{ or: [rule, false] }, true] })],
		["if", (rule) => ({ if: [rule, true, false] })],
		["+", (rule) => ({ "+": [rule, 1] })],
		["list", (rule) => [rule]],
		["filter", (rule) => ({ filter: [[1], rule] })],
		["count", (rule) => ({ reduce: [{ filter: [{ var: "l" }, rule] }, { "+": [{ var: "accumulator" }, 1] }, 0] })],
		["sum", (rule) => ({ reduce: [{ filter: [{ var: "l" }, rule] }, { "+": [{ var: "accumulator" }, { var: "current.n" }] }, 0] })],
		["some of one", (rule) => ({ some: [[rule], { var: "" }] })],
	];
	const data = { x: true, n: 1, l: [{ n: 2 }] };

	for (const [name, around] of arounds) {
		it(`agrees around the depth where closures end: ${name}`, () => {
			for (const depth of [1, 99, 100, 101, 198, 199, 200, 201, 202, 400]) expectAgreement(nest(depth, { var: "x" }, around), data);
		});

		it(`compiles 50,000 levels of it and does not run what is not reached: ${name}`, () => {
			const rule: Rule = { or: [{ var: "x" }, nest(50_000, { var: "x" }, around)] };
			expect(compileRule(rule)(data)).to.equal(true);
			expect(compileTest(rule)(data)).to.equal(true);
		});
	}

	it("runs out of stack where json-logic-js does", () => {
		const rule = nest(300_000, { var: "x" }, (inner) => ({ "!": [inner] }));
		expect(exhaustsStack(() => evaluate(rule, data))).to.equal(true);
		expect(exhaustsStack(() => compileRule(rule)(data))).to.equal(true);
		expect(exhaustsStack(() => compileTest(rule)(data))).to.equal(true);
		expect(exhaustsStack(() => compileTests([true, rule])(data))).to.equal(true);
	});

	it("takes 100,000 operands", () => {
		const operands = Array.from({ length: 100_000 }, (_, index): Rule => ({ "===": [{ var: "x" }, index] }));
		expect(compileRule({ or: operands })({ x: 99_999 })).to.equal(true);
		expect(compileRule({ and: operands })({ x: 0 })).to.equal(false);
		expect(compileRule({ "+": Array.from({ length: 10_000 }, () => ({ var: "x" })) })({ x: 2 })).to.equal(20_000);
		const path = Array.from({ length: 100_000 }, () => "x").join(".");
		expect(compileRule({ var: path })({ x: 1 })).to.equal(null);
		expect(compileTest({ ">": [{ var: path }, 1] })({ x: 1 })).to.equal(false);
	});

	it("reads a rule that contains itself only as far as it is run", () => {
		const loop: Record<string, unknown> = {};
		loop.or = [{ var: "x" }, loop];
		expect(compileRule(loop as Rule)({ x: 1 })).to.equal(1);
	});
});
