// Closures and json-logic-js where an answer turns: each limit, the values beside it, and what counts as a number near it; each place in a
// list; each operand of a connective. Few cases that are quick, before the large products of closures.agreement.test.ts.
import { expectAgreement } from "./agreement.ts";

const x = { var: "x" };
const guard = { "!==": [x, null] };
const computed = { if: [true, x] };

const values: readonly unknown[] = [
	...[-6, -5, -4, -0, 0, 1, 2, 4, 5, 6, 7, Number.NaN],
	...["5", "6", "", "a", "ab", "abc", "cab", "b", "-5", "null", "true"],
	...[null, undefined, true, false, [], [5], ["5"], [6], ["ab"], {}],
];

function agreeOnAll(rule: unknown): void {
	for (const value of values) expectAgreement(rule, value === undefined ? {} : { x: value });
}

describe("closures at limits", () => {
	for (const operator of ["<", "<=", ">", ">=", "==", "!=", "===", "!=="]) {
		it(operator, () => {
			for (const limit of [5, 0, -5, "5", "ab", true]) {
				for (const side of [x, computed]) {
					agreeOnAll({ [operator]: [side, limit] });
					agreeOnAll({ [operator]: [limit, side] });
					agreeOnAll({ and: [guard, { [operator]: [side, limit] }] });
				}
			}
			agreeOnAll({ [operator]: [computed, { var: "y" }] });
			agreeOnAll({ [operator]: [x, { "+": [x, 0] }] });
		});
	}

	for (const operator of ["<", "<="]) {
		it(`${operator} of three`, () => {
			for (const [low, high] of [
				[5, 6],
				[-5, 0],
				[0, 5],
				[5, 5],
				[6, 5],
			]) {
				agreeOnAll({ [operator]: [low, x, high] });
				agreeOnAll({ [operator]: [low, computed, high] });
				agreeOnAll({ and: [guard, { [operator]: [low, x, high] }] });
			}
		});
	}
});

describe("closures on lists and texts", () => {
	for (let count = 1; count <= 9; count++) {
		it(`in a list of ${count}`, () => {
			const lists = [
				[5, 6, 7, 1, 2, 4, 0, -5, -4],
				["ab", "5", "a", "b", "abc", "", "6", "cab", "true"],
				[5, Number.NaN, null, "a", true, -0, "5", 6, 7],
			];
			for (const list of lists.map((all) => all.slice(0, count))) {
				agreeOnAll({ in: [x, list] });
				agreeOnAll({ in: [computed, list] });
				agreeOnAll({ "!": [{ in: [x, list] }] });
				agreeOnAll({ some: [x, { in: [{ var: "" }, list] }] });
			}
		});
	}

	it("starts and ends of texts", () => {
		for (const affix of ["a", "ab", "abc", "cab", "nu", "ll", ""]) {
			for (const [start, length] of [
				[0, affix.length],
				[-affix.length, undefined],
				[0, 2],
				[0, undefined],
				[1, 1],
				[-2, undefined],
				[-2, 2],
				[-affix.length, 1],
				[-affix.length, -1],
				[0, -1],
				[affix.length, undefined],
			]) {
				const part = { substr: length === undefined ? [x, start] : [x, start, length] };
				agreeOnAll({ "===": [part, affix] });
				agreeOnAll({ and: [guard, { "===": [part, affix] }] });
			}
		}
	});

	it("parts of texts and elements of lists", () => {
		for (const part of ["a", "ab", "", "5", 5, true]) agreeOnAll({ in: [part, x] });
		for (const part of [x, computed]) for (const whole of ["abc", "5", ""]) agreeOnAll({ in: [part, whole] });
	});
});

describe("closures of many operands", () => {
	for (const operator of ["and", "or"]) {
		for (const count of [1, 2, 3, 4, 5, 11, 12, 13, 14]) {
			it(`${operator} of ${count}`, () => {
				const operands = Array.from({ length: count }, (_, index) => ({ ">": [{ var: `n${index}` }, 5] }));
				// One that is otherwise than the others, at each place, and none.
				for (let odd = -1; odd < count; odd++) {
					for (const usual of [4, 6]) {
						const data = Object.fromEntries(operands.map((_, index) => [`n${index}`, index === odd ? 10 - usual : usual]));
						expectAgreement({ [operator]: operands }, data);
						expectAgreement({ [operator]: operands.map((operand) => ({ "!": [{ "!": [operand] }] })) }, data);
						expectAgreement({ [operator]: operands.map((_, index) => ({ var: `n${index}` })) }, data);
						expectAgreement({ [operator]: [{ [operator === "and" ? "or" : "and"]: operands }, { ">": [{ var: "n0" }, 5] }] }, data);
					}
				}
			});
		}
	}
});
