// Closures do exactly what json-logic-js does: the same answer, error and log, for every operator with odd operands, and for random rules
// over random data.
import { expect } from "chai";
import fc from "fast-check";
import { isTried, runs } from "../properties/runs.ts";
import { expectAgreement, isSame, show } from "./agreement.ts";
import {
	argumentCases,
	binaryCases,
	type Case,
	collectionCases,
	connectiveCases,
	guardedCases,
	ternaryCases,
	unaryCases,
	variableCases,
} from "./agreement-cases.ts";
import { data, rules } from "./random-rules.ts";

const products: readonly (readonly [string, () => Iterable<Case>, number])[] = [
	["operators of one argument", unaryCases, 3000],
	["operators of two arguments", binaryCases, 90_000],
	["comparisons of three, substrings and choices", ternaryCases, 4000],
	["guards", guardedCases, 10_000],
	["lists", collectionCases, 10_000],
	["variables", variableCases, 10_000],
	["arguments that are too few or too many", argumentCases, 2000],
	["connectives in connectives", connectiveCases, 10_000],
];

describe("closures agree with json-logic-js", () => {
	for (const [name, cases, atLeast] of products) {
		it(`on ${name}`, () => {
			let count = 0;
			for (const { rule, data } of cases()) {
				if (isTried(count)) expectAgreement(rule, data);
				count += 1;
			}
			expect(count).to.be.greaterThan(atLeast);
		});
	}

	it("on random rules over random data, which stays as it was", () => {
		fc.assert(
			fc.property(rules, data, (rule, data) => {
				const before = show(data);
				expectAgreement(rule, data);
				expect(show(data)).to.equal(before);
			}),
			{ numRuns: runs(5000) },
		);
	});
});

describe("what agreement means", () => {
	it("tells apart what == and JSON do not", () => {
		const pairs = [
			[0, -0],
			[null, undefined],
			[[undefined], Array(1)],
			[{}, []],
			[[1], { 0: 1, length: 1 }],
			[{ a: undefined }, {}],
			["1", 1],
			[{ a: [{ b: 1 }] }, { a: [{ b: 2 }] }],
		];
		for (const [a, b] of pairs) expect(isSame(a, b), `${show(a)} and ${show(b)}`).to.equal(false);
		expect(isSame([Number.NaN, { a: -0 }], [Number.NaN, { a: -0 }])).to.equal(true);
	});
});
