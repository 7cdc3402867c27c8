// Documents in and out: both spellings, unknown keys kept, every problem at once, and the published schema agreeing with the reader.
import { expect } from "chai";
import type { Spelling } from "../../src/segments/built-in-names.ts";
import { readSegmentDocument, writeSegmentDocument } from "../../src/segments/segment-document.ts";

const conditions = [{ field: "loyalty_points", operator: "greater_than", value: 500, note: "kept" }];

const documents: readonly (readonly [Spelling, Readonly<Record<string, unknown>>])[] = [
	["snake_case", { business_id: "acme", name: "VIPs", status: "active", conditions }],
	[
		"camelCase",
		{
			id: "s1",
			businessId: "acme",
			name: "VIPs",
			description: "…",
			status: "deactivated",
			conditions: [],
			createdAt: "2026-01-01",
			tags: ["x"],
		},
	],
];

describe("segment documents", () => {
	for (const [spelling, document] of documents) {
		it(`${spelling}: what comes in goes out, unknown keys too`, () => {
			const read = readSegmentDocument(document);
			if ("problems" in read) throw new Error("It has no problems.");
			expect(read.spelling).to.equal(spelling);
			expect(writeSegmentDocument(read.document, read.spelling)).to.deep.equal(document);
		});
	}

	it("can be written in the other spelling", () => {
		const read = readSegmentDocument(documents[0]?.[1]);
		expect("document" in read && Object.keys(writeSegmentDocument(read.document, "camelCase"))).to.deep.equal([
			"businessId",
			"name",
			"status",
			"conditions",
		]);
	});

	it("a status that is left out is active", () => {
		const read = readSegmentDocument({ business_id: "acme", name: "VIPs" });
		expect("document" in read && [read.document.status, read.document.conditions]).to.deep.equal(["active", []]);
	});

	const refused: readonly (readonly [document: unknown, ...problems: (readonly [string, string])[]])[] = [
		[5, ["", "A segment document is a JSON object."]],
		[[], ["", "A segment document is a JSON object."]],
		[
			{ name: 5, status: "on", conditions: {}, description: 1, id: 2 },
			["/business_id", '"business_id" must be text.'],
			["/name", '"name" must be text.'],
			["/id", '"id" must be text.'],
			["/description", '"description" must be text.'],
			["/status", '"status" must be "active" or "deactivated".'],
			["/conditions", '"conditions" must be a list.'],
		],
		[{ business_id: "a", businessId: "b", name: "n" }, ["/businessId", 'The document has both "business_id" and "businessId". Keep one.']],
		[
			{ businessId: "", name: "" },
			["/businessId", '"businessId" is empty. Write some text.'],
			["/name", '"name" is empty. Write some text.'],
		],
	];
	for (const [document, ...problems] of refused) {
		it(`${JSON.stringify(document)} is refused, every problem at once`, () => {
			expect(readSegmentDocument(document)).to.deep.equal({ problems: problems.map(([pointer, message]) => ({ pointer, message })) });
		});
	}

	it("keys of the prototype are data", () => {
		const read = readSegmentDocument(JSON.parse('{"business_id":"a","name":"n","__proto__":{"x":1}}'));
		expect("document" in read && JSON.stringify(writeSegmentDocument(read.document))).to.equal(
			'{"business_id":"a","name":"n","status":"active","conditions":[],"__proto__":{"x":1}}',
		);
	});
});
