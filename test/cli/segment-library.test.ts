import { expect } from "chai";
import { RefusedInput } from "../../src/cli/errors.ts";
import { segmentsFrom } from "../../src/cli/segment-library.ts";
import { type Catalogue, catalogue } from "../../src/fields/catalogue.ts";
import { peopleFields } from "./people.ts";
import { testFolder } from "./test-folder.ts";

function fieldsOf(document: unknown): Catalogue {
	const read = catalogue(document as Parameters<typeof catalogue>[0]);
	if ("problems" in read) throw new Error(JSON.stringify(read.problems));
	return read.catalogue;
}

describe("a file of segments", () => {
	const folder = testFolder();
	const fields = fieldsOf(JSON.parse(peopleFields));
	const read = (document: unknown, known = fields) =>
		segmentsFrom({ segments: folder.file("segments.json", JSON.stringify(document)) }, known);

	async function problems(document: unknown, known = fields): Promise<readonly string[]> {
		try {
			await read(document, known);
		} catch (error) {
			if (error instanceof RefusedInput) return [error.message, ...error.details];
		}
		return [];
	}

	it("is a list, or an object that holds one", async () => {
		const list = [
			{ id: "1", name: "vip", text: "a = 1" },
			{ id: "2", name: "other", text: "a = 2", status: "deactivated" },
			{ name: "no id", text: "a = 3", status: "active" },
		];
		for (const document of [list, { segments: list }]) {
			const library = await read(document);
			expect(library?.find("1")).to.deep.equal({ id: "1", name: "vip", text: "a = 1", active: true });
			expect(library?.find("other")).to.deep.equal({ id: "2", name: "other", text: "a = 2", active: false });
			expect(library?.find("no id")?.id).to.equal("no id");
			expect(library?.find("constructor")).to.equal(undefined);
			expect(library?.names()).to.deep.equal(["vip", "other", "no id"]);
		}
	});

	it("holds the seed system's documents too, in both spellings, which get a text", async () => {
		const library = await read([
			{ business_id: "acme", name: "Americans", conditions: [{ field: "country", operator: "equals", value: "US" }] },
			{
				id: "7",
				businessId: "acme",
				name: "gone",
				status: "deactivated",
				conditions: [
					{ field: "spent", operator: "greater_than", value: 5 },
					{ field: "email", operator: "exists", value: [] },
				],
			},
			{ name: "ours", text: 'in segment "7"', business_id: "acme" },
		]);
		expect(library?.businessId).to.equal("acme");
		expect(library?.segments).to.deep.equal([
			{ id: "Americans", businessId: "acme", name: "Americans", text: 'country = "US"', active: true },
			{ id: "7", businessId: "acme", name: "gone", text: "spent > 5\nand email is set", active: false },
			{ id: "ours", businessId: "acme", name: "ours", text: 'in segment "7"', active: true },
		]);
	});

	it("tells everything that is wrong with it at once, each at its place", async () => {
		const name = folder.path("segments.json");
		const list = [
			{},
			{ id: 1, name: "a", text: "x", status: "on" },
			null,
			{ name: "b", text: "x" },
			{ name: "b", text: "y" },
			{ name: "c", text: "x", conditions: [] },
			{ name: "d", conditions: [] },
			{
				business_id: "acme",
				name: "e",
				conditions: [
					{ field: "a/b", operator: "equals", value: 1 },
					{ field: "spent", operator: "near" },
				],
			},
		];
		const expected = [
			'/0: There is no "name". Add it.',
			'/0: There is no "text". Add it.',
			'/1/id: "id" must be text.',
			'/1/status: "status" must be "active" or "deactivated".',
			'/2: A segment is an object with "name" and "text", or with "name" and "conditions".',
			'/5: A segment has a "text" or "conditions", not both. Remove one.',
			'/6/business_id: "business_id" must be text.',
			"/6/conditions: There is no condition. Add one: a segment without conditions would be everyone.",
			'/7/conditions/0/field: There is no field "a/b" in the catalogue. Add it or use another.',
			'/7/conditions/1/operator: The operator "near" is not known. Use one of equals, not_equals, greater_than, less_than, exists, not_exists, equals_month_day, equals_month_day_year, between_month_day, between_month_day_year, array_contains.',
			'/4/id: Two segments have the id "b". Give each its own.',
			'/4/name: Two segments are called "b". Rename one.',
		];
		expect(await problems(list)).to.deep.equal([`The segments file "${name}" cannot be used.`, ...expected]);
		expect(await problems({ segments: list })).to.deep.equal([
			`The segments file "${name}" cannot be used.`,
			...expected.map((line) => `/segments${line}`),
		]);
		for (const document of [null, 3, {}, { segments: {} }]) {
			expect(await problems(document)).to.deep.equal([`The segments file "${name}" is no list of segments.`]);
		}
	});

	it("tells twenty problems, and how many more there are", async () => {
		const found = await problems(Array.from({ length: 21 }, () => null));
		expect(found).to.have.length(22);
		expect(found.at(-1)).to.equal("… and 1 more.");
		expect(await problems(Array.from({ length: 20 }, () => null))).to.have.length(21);
	});

	it("is of one business: the catalogue's, or the first that is named", async () => {
		const list = [
			{ name: "a", text: "x" },
			{ name: "b", text: "x", businessId: "acme" },
			{ name: "c", text: "x", business_id: "other" },
		];
		expect((await problems(list)).slice(1)).to.deep.equal(['/2/businessId: Segment "c" belongs to "other", not to "acme". Leave it out.']);
		expect((await problems(list, fieldsOf({ business_id: "other", fields: [] }))).slice(1)).to.deep.equal([
			'/1/businessId: Segment "b" belongs to "acme", not to "other". Leave it out.',
		]);
	});

	it("is not asked for without --segments", async () => {
		expect(await segmentsFrom({}, fields)).to.equal(undefined);
	});
});
