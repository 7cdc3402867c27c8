// Many rules on one record: each answers as it does alone, whatever stands beside it.
import { expect } from "chai";
import fc from "fast-check";
import jsonLogic, { type RulesLogic } from "json-logic-js";
import { compileTest } from "../../src/eval/compile-rule.ts";
import { compileTests } from "../../src/eval/compile-tests.ts";
import type { Rule } from "../../src/rule/rule.ts";
import { outcomeOf } from "./agreement.ts";
import { data, rules } from "./random-rules.ts";

describe("compileTests", () => {
	const x: Rule = { var: "x" };
	const list: readonly Rule[] = [
		{ and: [{ "!==": [x, null] }, { "<": [x, 5] }] },
		{ "!": [{ and: [{ "!==": [x, null] }, { "<": [x, 5] }] }] },
		{ or: [{ "===": [x, 7] }, { and: [{ ">=": [x, 9] }, { "!==": [{ var: "y.z" }, "no"] }] }] },
		{ some: [{ var: "list" }, { "===": [{ var: "" }, 1] }] },
		true,
		{ and: [] },
		{ in: [x, [7, 8]] },
		{ "<=": [6, x, 8] },
	];

	it("answers 1 or 0 for each rule, in order", () => {
		const run = compileTests(list);
		expect([...run({ x: 4, list: [1] })]).to.deep.equal([1, 0, 0, 1, 1, 0, 0, 0]);
		expect([...run({ x: 7 })]).to.deep.equal([0, 1, 1, 0, 1, 0, 1, 1]);
		expect([...run({ x: 9, y: { z: "yes" }, list: [2, 1] })]).to.deep.equal([0, 1, 1, 1, 1, 0, 0, 0]);
		expect([...run({ x: 9, y: { z: "no" } })]).to.deep.equal([0, 1, 0, 0, 1, 0, 0, 0]);
		expect([...run(null)]).to.deep.equal([0, 1, 0, 0, 1, 0, 0, 0]);
		expect([...compileTests([])({})]).to.deep.equal([]);
	});

	it("writes to the array it is given, which must fit", () => {
		const answers = new Uint8Array(2).fill(9);
		const run = compileTests([true, false]);
		expect(run({}, answers)).to.equal(answers);
		expect([...answers]).to.deep.equal([1, 0]);
		expect(run({})).not.to.equal(run({}));
		expect(() => run({}, new Uint8Array(3))).to.throw(RangeError, "There are 2 rules, but room for 3 answers.");
	});

	it("throws what the first rule that throws does", () => {
		const run = compileTests([true, { boom: [] }, { bang: [] }] as unknown as Rule[]);
		expect(() => run({})).to.throw("Unrecognized operation boom");
	});

	it("throws the first error as the rules are given, also where it asks rules of one shape together", () => {
		const [throwsFirst, throwsSecond] = ["first", "second"].map((message) => ({
			[Symbol.toPrimitive]: () => {
				throw new Error(message);
			},
		}));
		const isMore = (name: string): Rule => ({ ">": [{ var: name }, 5] });
		const isPart = (name: string): Rule => ({ "===": [{ substr: [{ var: name }, 0, 1] }, "a"] });
		const run = compileTests([isMore("a"), isPart("b"), isMore("c")]);
		expect([...run({ a: 1, b: "abc", c: 7 })]).to.deep.equal([0, 1, 1]);
		expect(() => run({ a: 1, b: throwsFirst, c: throwsSecond })).to.throw("first");
	});

	it("logs as the rules are given, and once", () => {
		const log = (value: Rule): Rule => ({ log: [value] });
		const rules = [x, { ">": [log("a"), 1] }, x, { ">": [log("b"), 1] }, { boom: [log("c")] }] as unknown as Rule[];
		expect(outcomeOf(() => compileTests(rules)({ x: 1 }))).to.deep.equal({
			thrown: "Error: Unrecognized operation boom",
			logged: ["a", "b", "c"],
		});
	});

	/** How often the rules look at the orders of one profile. */
	function looksAt(rules: readonly Rule[]): number {
		let looks = 0;
		const data = {
			x: 5,
			get orders() {
				looks++;
				return [{ total: 7 }];
			},
		};
		const expected = rules.map((rule) => (compileTest(rule)(data) ? 1 : 0));
		looks = 0;
		expect([...compileTests(rules)(data)]).to.deep.equal(expected);
		return looks;
	}
	const anyOrder = (least: number): Rule => ({ some: [{ var: "orders" }, { ">": [{ var: "total" }, least] }] });

	it("asks once what several rules ask of a collection", () => {
		expect(looksAt([anyOrder(5), anyOrder(6)])).to.equal(2);
		const shared = [anyOrder(5), { and: [{ ">": [x, 1] }, anyOrder(5)] }, { "!": [anyOrder(5)] }, { or: [anyOrder(9), anyOrder(5)] }];
		expect(looksAt(shared)).to.equal(2);
	});

	it("asks it anew for every profile", () => {
		const run = compileTests([anyOrder(5), { "!": [anyOrder(5)] }]);
		expect([...run({ orders: [{ total: 6 }] })]).to.deep.equal([1, 0]);
		expect([...run({ orders: [{ total: 5 }] })]).to.deep.equal([0, 1]);
	});

	it("takes for the same only what is the same JSON", () => {
		const total = { var: "total" };
		const never = [Number.NaN, undefined, -0, new Date(0)].map((odd) => ({ some: [{ var: "orders" }, { "===": [total, odd] }] }) as Rule);
		expect(looksAt([...never, ...never])).to.equal(8);
		expect(
			looksAt([{ some: [{ var: "orders" }, { "===": [total, 7] }] }, { some: [{ var: "orders" }, { "===": [total, "7"] }] }]),
		).to.equal(2);
	});

	it("asks every time where an operator of the host may change what is asked", () => {
		const orders = [{ total: 6 }];
		jsonLogic.add_operation("sell", () => orders.push({ total: 60 }) > 0);
		try {
			const rules = [anyOrder(50), { sell: [] }, anyOrder(50)] as unknown as Rule[];
			expect([...compileTests(rules)({ orders })]).to.deep.equal([0, 1, 1]);
		} finally {
			jsonLogic.rm_operation("sell");
		}
	});

	it("may be called again while it runs, by an operator of the host", () => {
		const run = compileTests([{ and: [{ ">": [x, 0] }, { again: [x] }, { "<": [x, 9] }] }, { "===": [x, 5] }] as unknown as Rule[]);
		const inner: (readonly number[])[] = [];
		jsonLogic.add_operation("again", (value: number) => {
			if (value > 1) inner.push([...run({ x: 1 })]);
			return true;
		});
		try {
			expect([...run({ x: 5 })]).to.deep.equal([1, 1]);
			expect(inner).to.deep.equal([[1, 0]]);
		} finally {
			jsonLogic.rm_operation("again");
		}
	});

	it("tells numbers from what only reads like one, and lists from texts", () => {
		const run = compileTests([
			{ "===": [x, 5] },
			{ in: [x, [5, "a"]] },
			{ ">": [x, 4] },
			{ some: [x, { in: [{ var: "" }, [5, "a"]] }] },
			{ "===": [x, Number.NaN] },
			{ in: [x, [Number.NaN, null]] },
			{ "!==": [x, 5] },
		]);
		expect([...run({ x: 5 })]).to.deep.equal([1, 1, 1, 0, 0, 0, 0]);
		expect([...run({ x: "5" })]).to.deep.equal([0, 0, 1, 0, 0, 0, 1]);
		expect([...run({ x: "a" })]).to.deep.equal([0, 1, 0, 0, 0, 0, 1]);
		expect([...run({ x: ["b", "a"] })]).to.deep.equal([0, 0, 0, 1, 0, 0, 1]);
		expect([...run({ x: Number.NaN })]).to.deep.equal([0, 0, 0, 0, 0, 0, 1]);
		expect([...run({})]).to.deep.equal([0, 0, 0, 0, 0, 1, 1]);
	});

	it("orders numbers at the limits of numbers", () => {
		const values = [Number.NEGATIVE_INFINITY, -1, -0, 0, Number.MIN_VALUE, 5, Number.MAX_VALUE, Number.POSITIVE_INFINITY, Number.NaN];
		const ordered = values.flatMap((limit) => ["<", "<=", ">", ">="].map((operator): Rule => ({ [operator]: [x, limit] }) as Rule));
		const guarded = ordered.map((rule): Rule => ({ and: [{ "!==": [x, null] }, rule] }));
		const between = values.flatMap((low) => values.map((high): Rule => ({ and: [{ "!==": [x, null] }, { "<=": [low, x, high] }] })));
		const list = [...ordered, ...guarded, ...between];
		const run = compileTests(list);
		for (const value of [...values, null, undefined, true, "", "5", "five", [5], [], {}, new Date(5), 5n, 2n ** 1024n]) {
			expect([...run({ x: value })], String(value)).to.deep.equal(list.map((rule) => Number(compileTest(rule)({ x: value }))));
		}
	});

	it("compares big integers exactly", () => {
		const run = compileTests([{ ">": [x, 2 ** 53] }, { "<=": [x, 2 ** 53] }, { "===": [{ var: "y" }, 1] }]);
		expect([...run({ x: 2n ** 53n + 1n, y: 1 })]).to.deep.equal([1, 0, 1]);
		expect([...run({ x: 2n ** 53n, y: 2 })]).to.deep.equal([0, 1, 0]);
		expect([...run({ x: { valueOf: () => 2n ** 53n + 1n } })]).to.deep.equal([1, 0, 0]);
	});

	it("does not throw over a value that no rule comes to", () => {
		const isOne: Rule = { "===": [{ var: "y" }, 1] };
		const run = compileTests([isOne, { and: [isOne, { ">": [x, 5] }] }, { "<": [x, 5] }]);
		const lazy = compileTests([isOne, { and: [isOne, { ">": [x, 5] }] }]);
		// Each engine has sentences of its own for it.
		for (const odd of [Symbol("odd"), { toString: 1, valueOf: 1 }]) {
			expect([...lazy({ x: odd, y: 2 })]).to.deep.equal([0, 0]);
			expect(() => lazy({ x: odd, y: 1 })).to.throw(TypeError);
			expect(() => run({ x: odd, y: 2 })).to.throw(TypeError);
			expect([...run({ x: 6, y: 1 })]).to.deep.equal([1, 1, 0]);
		}
	});

	it("throws what the first rule that comes to it does, also where another value is read before", () => {
		const throwing = (message: string): object => ({
			valueOf: () => {
				throw new Error(message);
			},
		});
		const run = compileTests([{ or: [{ "===": [{ var: "z" }, 1] }, { ">": [x, 5] }] }, { "<": [{ var: "y" }, 5] }, { ">": [x, 5] }]);
		expect(() => run({ x: throwing("x"), y: throwing("y"), z: 1 })).to.throw("y");
		expect(() => run({ x: throwing("x"), y: throwing("y"), z: 2 })).to.throw("x");
	});

	it("knows nothing of the profile before", () => {
		const some: Rule = { some: [{ var: "list" }, { in: [{ var: "" }, ["a", "b"]] }] };
		const run = compileTests([{ ">": [x, 5] }, { in: [x, [6, 7]] }, some, { and: [{ ">": [x, 5] }, some] }]);
		expect([...run({ x: 6, list: ["b", "c", "b"] })]).to.deep.equal([1, 1, 1, 1]);
		expect([...run({})]).to.deep.equal([0, 0, 0, 0]);
		expect([...run({ x: 8, list: "ab" })]).to.deep.equal([1, 0, 0, 0]);
	});

	it("finds no constant that JSON does not have", () => {
		const lists = [[Number.POSITIVE_INFINITY], [Number.NaN], [null], [Number.NEGATIVE_INFINITY, null], [Number.NaN, 1], [-0]];
		const list = lists.flatMap((constants): Rule[] => [
			{ in: [x, constants] },
			{ some: [{ var: "list" }, { in: [{ var: "" }, constants] }] },
		]);
		const run = compileTests(list);
		for (const value of [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN, null, undefined, 0, -0, 1]) {
			const data = { x: value, list: [value] };
			expect([...run(data)], String(value)).to.deep.equal(list.map((rule) => Number(compileTest(rule)(data))));
		}
	});

	it("answers long conditions as short ones", () => {
		const leaf = fc
			.integer({ min: 0, max: 3 })
			.chain((name) =>
				fc.oneof(
					fc.record({ "===": fc.tuple(fc.constant({ var: `v${name}` }), fc.integer({ min: 0, max: 3 })) }),
					fc.record({ ">": fc.tuple(fc.constant({ var: `v${name}` }), fc.integer({ min: 0, max: 3 })) }),
					fc.record({ in: fc.tuple(fc.constant("a"), fc.constant({ var: `v${name}` })) }),
				),
			);
		const condition = fc.letrec<{ rule: object }>((tie) => ({
			rule: fc.oneof(
				{ maxDepth: 3 },
				leaf,
				fc.record({ and: fc.array(tie("rule"), { minLength: 1, maxLength: 12 }) }),
				fc.record({ or: fc.array(tie("rule"), { minLength: 1, maxLength: 12 }) }),
				fc.record({ "!": fc.tuple(tie("rule")) }),
			),
		})).rule;
		const value = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.constantFrom("a", "b", null, undefined));
		const record = fc.record({ v0: value, v1: value, v2: value, v3: value });
		fc.assert(
			fc.property(fc.array(condition, { minLength: 1, maxLength: 6 }), record, (list, data) => {
				const rules = list as readonly Rule[];
				expect([...compileTests(rules)(data)]).to.deep.equal(
					rules.map((rule) => Number(jsonLogic.truthy(jsonLogic.apply(rule as RulesLogic, data)))),
				);
			}),
			{ numRuns: 500 },
		);
	});

	it("compares with any number of constants", () => {
		const constants = Array.from({ length: 100 }, (_, index) => `c${index}`);
		const alone: Rule[] = constants.map((constant) => ({ "===": [x, constant] }));
		const pairs: Rule[] = constants.map((constant, index) => ({ in: [x, [constant, constants[(index + 1) % 100] ?? ""]] }));
		const some: Rule[] = constants.map((constant) => ({ some: [{ var: "list" }, { "===": [{ var: "" }, constant] }] }));
		const run = compileTests([...alone, ...pairs, ...some]);
		for (const [index, constant] of constants.entries()) {
			const found = [...run({ x: constant, list: [constant] })].flatMap((answer, rule) => (answer === 1 ? [rule] : []));
			expect(found).to.deep.equal([index, ...[100 + ((index + 99) % 100), 100 + index].sort((a, b) => a - b), 200 + index]);
		}
	});

	it("asks each rule as compileTest does, for random rules beside one another", () => {
		fc.assert(
			fc.property(fc.array(rules, { maxLength: 8 }), data, (list, data) => {
				const separately = outcomeOf(() => list.map((rule) => (compileTest(rule as Rule)(data) ? 1 : 0)));
				const together = outcomeOf(() => [...compileTests(list as readonly Rule[])(data)]);
				expect(together).to.deep.equal(separately);
			}),
			{ numRuns: 500 },
		);
	});
});
