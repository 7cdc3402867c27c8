// The small builders of rules, on whatever a rule can be.
import { expect } from "chai";
import type { FieldValue } from "../../src/check/checked.ts";
import { visitFields } from "../../src/rule/carried.ts";
import { elementEnvironment, recordName } from "../../src/rule/environment.ts";
import type { Rule } from "../../src/rule/rule.ts";
import { all, complement } from "../../src/rule/shapes.ts";
import { shop } from "../check/shop.ts";
import { compiled } from "./rule-of.ts";

const x: Rule = { var: "x" };
const set: Rule = { "!==": [x, null] };

describe("shapes of rules", () => {
	it("all of them are one flat list, and one alone needs none", () => {
		expect(all([])).to.equal(true);
		expect(all([set])).to.deep.equal(set);
		expect(all([{ and: [set, true] }, x])).to.deep.equal({ and: [set, true, x] });
		expect(all([{ and: [set] }])).to.deep.equal(set);
		for (const plain of [true, false, null, 5, "and"]) expect(all([plain, x])).to.deep.equal({ and: [plain, x] });
		expect(all([{ and: x }, x]), "operands that are no list").to.deep.equal({ and: [{ and: x }, x] });
	});

	it("the complement is a shape of its own where there is one", () => {
		expect([complement(true), complement(false)]).to.deep.equal([false, true]);
		expect(complement(set)).to.deep.equal({ "===": [x, null] });
		expect(complement({ "===": [x, 5] })).to.deep.equal({ "!==": [x, 5] });
		expect(complement({ some: [x, set] })).to.deep.equal({ none: [x, set] });
		expect(complement({ none: [x, set] })).to.deep.equal({ some: [x, set] });
		expect(complement({ "!": [set] })).to.deep.equal(set);
		expect(complement({ "!": [false] })).to.equal(false);
		expect(complement({ "!": [x] }), "a value is not an answer").to.deep.equal({ "!": [{ "!": [x] }] });
		expect(complement({ "!": [] })).to.deep.equal({ "!": [{ "!": [] }] });
		for (const other of [{ "<": [x, 5] }, {}, null, 5, "some", ["===", x]]) expect(complement(other)).to.deep.equal({ "!": [other] });
	});
});

describe("fields of a condition", () => {
	const fieldsOf = (text: string): readonly string[] => {
		const found: string[] = [];
		visitFields(compiled(text).checked.condition, (value) => found.push(`${value.scope} ${recordName(value)}`));
		return found;
	};

	it("are visited in collections too: what orders the elements, and what is summed", () => {
		expect(fieldsOf('last orders by placed_at (status = "paid" and total > profile.spent)')).to.deep.equal([
			"profile orders",
			"element placed_at",
			"element status",
			"element total",
			"profile spent",
		]);
		expect(fieldsOf("sum(orders.total where total > 1) + visits > 5")).to.deep.equal([
			"profile orders",
			"element total@scaled",
			"element total",
			"profile visits",
		]);
		expect(fieldsOf('tags has "vip" or month(birthday) = 2')).to.deep.equal(["profile tags", "profile birthday"]);
	});

	it("of the profile are out of reach inside an element", () => {
		const field = shop.field("age");
		if (!field) throw new Error("The shop has no age.");
		const value: FieldValue = { kind: "field", field, scope: "profile", type: "number" };
		expect(() => elementEnvironment.read(value)).to.throw('Nothing of the profile is in reach of "age".');
		expect(elementEnvironment.read({ ...value, scope: "element" })).to.deep.equal({ var: "age" });
	});
});
