import { expect } from "chai";
import { nearest, quotedList } from "../../src/diagnostic/did-you-mean.ts";

const fields = ["country", "county", "city", "loyalty_points", "placed_at", "orders", "email", "last_name", "age"];

describe("nearest", () => {
	const cases: readonly (readonly [string, readonly string[]])[] = [
		["contry", ["country", "county"]],
		["conutry", ["country", "county"]],
		["COUNTRY", ["country", "county"]],
		["emial", ["email"]],
		["loyaltypoints", ["loyalty_points"]],
		["loyal", ["loyalty_points"]],
		["points", ["loyalty_points"]],
		["name", ["last_name"]],
		["order", ["orders"]],
		["aeg", ["age"]],
		["xyz", []],
		["", []],
		["a", []],
	];
	for (const [word, expected] of cases) {
		it(`${JSON.stringify(word)} is near ${expected.join(", ") || "nothing"}`, () => {
			expect(nearest(word, fields)).to.deep.equal(expected);
		});
	}

	it("gives the nearest first, at most as many as asked", () => {
		expect(nearest("abcd", ["abce", "abcd1", "bacd", "abcdef", "abcd"])).to.deep.equal(["abcd", "abce", "abcd1"]);
		expect(nearest("abcd", ["abce", "abcd"], 1)).to.deep.equal(["abcd"]);
	});

	it("counts a swap of neighbours as one slip, so that it fits a short word", () => {
		expect(nearest("tca", ["cat", "tac"])).to.deep.equal(["tac"]);
	});

	it("does not slow down on long names and many candidates", () => {
		const long = "x".repeat(1_000_000);
		expect(nearest(long, [`${long}y`, "short"])).to.deep.equal([`${long}y`]);
		const many = Array.from({ length: 10_000 }, (_, index) => `field_number_${index}`);
		expect(nearest("field_numbr_77", many)).to.include("field_number_77");
	});

	it("treats hostile names as names", () => {
		expect(nearest("__proto_", ["__proto__", "constructor"])).to.deep.equal(["__proto__"]);
	});
});

describe("quotedList", () => {
	it("joins as a sentence does", () => {
		expect(quotedList([])).to.equal("");
		expect(quotedList(["a"])).to.equal('"a"');
		expect(quotedList(["a", "b"])).to.equal('"a" or "b"');
		expect(quotedList(["a", "b", "c"])).to.equal('"a", "b" or "c"');
		expect(quotedList(["a", "b", "c"], "and")).to.equal('"a", "b" and "c"');
	});
});
