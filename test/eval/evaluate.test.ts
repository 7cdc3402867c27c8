// What JSON Logic means where it surprises: each trap of the language's §4 by name, on json-logic-js itself and on everything that runs rules
// faster. Then how the host's own operators fare.
import { expect } from "chai";
import jsonLogic from "json-logic-js";
import { compileRule, compileTest } from "../../src/eval/compile-rule.ts";
import { compileTests } from "../../src/eval/compile-tests.ts";
import { evaluate } from "../../src/eval/evaluate.ts";
import type { Rule } from "../../src/rule/rule.ts";
import { exhaustsStack } from "./agreement.ts";

function expectAnswer(rule: unknown, data: unknown, answer: unknown): void {
	expect(evaluate(rule as Rule, data), "json-logic-js").to.deep.equal(answer);
	expect(compileRule(rule as Rule)(data), "compileRule").to.deep.equal(answer);
	const truth = Array.isArray(answer) ? answer.length > 0 : Boolean(answer);
	expect(compileTest(rule as Rule)(data), "compileTest").to.equal(truth);
	expect([...compileTests([rule as Rule])(data)], "compileTests").to.deep.equal([truth ? 1 : 0]);
}

function expectThrow(rule: unknown, data: unknown, message: string): void {
	for (const run of [evaluate, (rule: Rule) => compileRule(rule)(data), (rule: Rule) => compileTests([rule])(data)]) {
		expect(() => run(rule as Rule, data)).to.throw(Error, message);
	}
}

const x: Rule = { var: "x" };

describe("traps of JSON Logic", () => {
	it("trap: null < 100 is true", () => {
		expectAnswer({ "<": [x, 100] }, { x: null }, true);
		expectAnswer({ "<": [x, 100] }, {}, true);
		expectAnswer({ and: [{ "!==": [x, null] }, { "<": [x, 100] }] }, {}, false);
		expectAnswer({ ">=": [x, 0] }, {}, true);
	});

	it("trap: null is between 0 and 100", () => {
		expectAnswer({ "<=": [0, x, 100] }, {}, true);
		expectAnswer({ and: [{ "!==": [x, null] }, { "<=": [0, x, 100] }] }, {}, false);
	});

	it("trap: all over nothing is false", () => {
		expectAnswer({ all: [x, true] }, { x: [] }, false);
		expectAnswer({ all: [x, true] }, {}, false);
		expectAnswer({ none: [x, { "!": [true] }] }, { x: [] }, true);
	});

	it("trap: {} and objects of two keys are data, and match everyone", () => {
		for (const rule of [{}, { "<": [1, 2], ">": [1, 2] }]) {
			expectAnswer(rule, {}, rule);
			expectAnswer({ if: [rule, "everyone", "no one"] }, {}, "everyone");
		}
	});

	it("trap: in on text looks for a part", () => {
		expectAnswer({ in: ["US", x] }, { x: "AUSTRALIA" }, true);
		expectAnswer({ in: ["US", x] }, { x: ["AUSTRALIA"] }, false);
		expectAnswer({ in: ["", x] }, { x: "" }, false);
		expectAnswer({ in: [x, "nullify"] }, {}, true);
	});

	it("trap: var splits names at dots", () => {
		expectAnswer({ var: "a.b" }, { "a.b": 1 }, null);
		expectAnswer({ var: "a.b" }, { a: { b: 2 } }, 2);
		expectAnswer({ var: "a.length" }, { a: "text" }, 4);
		expectAnswer({ var: "a.1" }, { a: ["x", "y"] }, "y");
	});

	it("trap: var sees inherited names", () => {
		expectAnswer({ var: "constructor" }, {}, Object);
		expectAnswer({ var: "__proto__" }, {}, Object.prototype);
		expectAnswer({ "!==": [{ var: "toString" }, null] }, {}, true);
		expectAnswer({ var: "constructor" }, JSON.parse('{"constructor": 5}'), 5);
		expectAnswer({ var: "__proto__" }, JSON.parse('{"__proto__": 5}'), 5);
		for (const name of ["constructor", "__proto__", "toString"]) {
			expectAnswer({ var: name }, null, null);
			expectAnswer({ var: name }, undefined, null);
			expectAnswer({ var: `x.${name}` }, { x: null }, null);
		}
	});

	it('trap: substr of null reads "null"', () => {
		expectAnswer({ substr: [x, 0, 2] }, {}, "nu");
		expectAnswer({ "===": [{ substr: [x, 0, 2] }, "nu"] }, {}, true);
		expectAnswer({ "===": [{ substr: [x, -2] }, "ll"] }, {}, true);
		expectAnswer({ and: [{ "!==": [x, null] }, { "===": [{ substr: [x, 0, 2] }, "nu"] }] }, {}, false);
	});

	it("trap: a sum with one missing price is NaN", () => {
		const sumOf = (list: Rule): Rule => ({ reduce: [list, { "+": [{ var: "accumulator" }, { var: "current.price" }] }, 0] });
		const data = { orders: [{ price: 5 }, {}, { price: 7 }] };
		expectAnswer(sumOf({ var: "orders" }), data, Number.NaN);
		expectAnswer(sumOf({ filter: [{ var: "orders" }, { "!==": [{ var: "price" }, null] }] }), data, 12);
	});

	it("trap: max of nothing is minus infinity, and of null is 0", () => {
		expectAnswer({ max: [] }, {}, Number.NEGATIVE_INFINITY);
		expectAnswer({ min: [] }, {}, Number.POSITIVE_INFINITY);
		expectAnswer({ max: [x, -5] }, {}, 0);
	});

	it("trap: an or of 10,000 terms is one list; nested, it exhausts the stack", () => {
		const terms = Array.from({ length: 10_000 }, (_, index): Rule => ({ "===": [x, index] }));
		expectAnswer({ or: terms }, { x: 9999 }, true);
		expectAnswer({ or: terms }, { x: -1 }, false);
		let nested: Rule = false;
		for (let level = 0; level < 300_000; level++) nested = { or: [nested, false] };
		expect(exhaustsStack(() => evaluate(nested, { x: -1 }))).to.equal(true);
	});

	it("trap: missing runs data as rules", () => {
		expectAnswer({ missing: [x] }, { x: [{ cat: ["y"] }] }, [{ cat: ["y"] }]);
		expectAnswer({ missing: [x] }, { x: [{ cat: ["x"] }] }, []);
		expectThrow({ missing: [x] }, { x: [{ boom: [] }] }, "Unrecognized operation boom");
	});

	it("trap: constant objects of one key are run", () => {
		expectAnswer({ "===": [{ var: "x" }, { var: "y" }] }, { x: 1, y: 1 }, true);
		expectThrow({ in: [x, [{ city: "Paris" }]] }, { x: 1 }, "Unrecognized operation city");
	});
});

describe("errors", () => {
	it("an operator that does not exist throws when it is reached, its arguments evaluated first", () => {
		expectThrow({ boom: [1] }, {}, "Unrecognized operation boom");
		expectThrow({ constructor: [1] }, {}, "Unrecognized operation constructor");
		expectThrow(JSON.parse('{"__proto__": [1]}'), {}, "Unrecognized operation __proto__");
		expectThrow({ "a.b": [1] }, {}, "Unrecognized operation a.b (failed at a)");
		expectThrow({ boom: [{ bang: [] }] }, {}, "Unrecognized operation bang");
		expectAnswer({ or: [true, { boom: [] }] }, {}, true);
		expectAnswer({ if: [false, { boom: [] }, 5] }, {}, 5);
		expectAnswer({ some: [[], { boom: [] }] }, {}, false);
	});
});

describe("operators of the host", () => {
	afterEach(() => {
		jsonLogic.rm_operation("twice");
		jsonLogic.rm_operation("Math");
	});

	it("work wherever they stand, also when they were added after compiling", () => {
		const rule = { ">": [{ twice: [x] }, 5] } as unknown as Rule;
		const [run, test] = [compileRule(rule), compileTest(rule)];
		expect(() => run({ x: 3 })).to.throw("Unrecognized operation twice");
		jsonLogic.add_operation("twice", (value: number) => value * 2);
		expectAnswer(rule, { x: 3 }, true);
		expect(run({ x: 2 })).to.equal(false);
		expect(test({ x: 3 })).to.equal(true);
	});

	it("may have dots in their names", () => {
		jsonLogic.add_operation("Math", Math as never);
		expectAnswer({ "Math.abs": [x] }, { x: -3 }, 3);
	});
});
