// A document with its conditions as text: both, or everything wrong with either.
import { expect } from "chai";
import { readSegment } from "../../src/segments/read-segment.ts";
import { shop } from "../check/shop.ts";

const conditions = [{ field: "spent", operator: "greater_than", value: 5 }];

describe("readSegment", () => {
	it("gives the document and the text of its conditions", () => {
		expect(readSegment({ businessId: "acme", name: "n", conditions, colour: "red" }, shop)).to.deep.equal({
			document: { businessId: "acme", name: "n", status: "active", conditions, others: { colour: "red" } },
			spelling: "camelCase",
			text: "spent > 5",
		});
	});

	const everyone = ["/conditions", "There is no condition. Add one: a segment without conditions would be everyone."] as const;
	const refused: readonly (readonly [document: unknown, ...problems: (readonly [string, string])[]])[] = [
		[null, ["", "A segment document is a JSON object."]],
		[[], ["", "A segment document is a JSON object."]],
		[
			{ business_id: "acme", name: 5, conditions: [{ field: "spend", operator: "exists" }, 5] },
			["/name", '"name" must be text.'],
			["/conditions/0/field", 'There is no field "spend" in the catalogue. Add it or use another.'],
			["/conditions/1", 'A condition is an object with "field", "operator" and "value".'],
		],
		[{ name: "n", conditions }, ["/business_id", '"business_id" must be text.']],
		[{ business_id: "acme", name: "n" }, everyone],
		[{ business_id: "acme", name: "n", conditions: {} }, ["/conditions", '"conditions" must be a list.']],
	];
	for (const [document, ...problems] of refused) {
		it(`${JSON.stringify(document)} is refused, every problem at once`, () => {
			expect(readSegment(document, shop)).to.deep.equal({ problems: problems.map(([pointer, message]) => ({ pointer, message })) });
		});
	}
});
