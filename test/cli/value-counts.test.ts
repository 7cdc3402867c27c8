// The values that completion in editors offers, with how many profiles have each.
import { expect } from "chai";
import { ValueCounts } from "../../src/cli/lsp/value-counts.ts";
import { catalogue } from "../../src/fields/catalogue.ts";

const made = catalogue({
	fields: [
		{ name: "country", type: "text" },
		{ name: "address.city", type: "text" },
		{ name: "visits", type: "number" },
		{ name: "tags", type: "list", items: "text" },
		{ name: "secret", type: "text", pii: "NAME" },
		{ name: "greeting", type: "text", exposure: ["merge_fields"] },
		{
			name: "orders",
			type: "collection",
			fields: [
				{ name: "status", type: "text" },
				{ name: "card", type: "text", pii: "NAME" },
				{ name: "items", type: "collection", fields: [{ name: "sku", type: "text" }] },
			],
		},
	],
});
if (!("catalogue" in made)) throw new Error(JSON.stringify(made.problems));
const fields = made.catalogue;

function counted(profiles: readonly unknown[], limits = {}): ValueCounts {
	const values = new ValueCounts(fields, "UTC", limits);
	for (const profile of profiles) values.add(profile);
	values.end();
	return values;
}

describe("value counts", () => {
	it("are of profiles, the most frequent first", () => {
		const values = counted([
			{ country: "CA", visits: 3, address: { city: "Paris" } },
			{ country: "US", visits: 3, tags: ["a", "b", "a"] },
			{ country: "US", visits: "many", tags: ["a"] },
			"no profile",
			{
				country: null,
				orders: [{ status: "paid", items: [{ sku: "x" }, { sku: "x" }] }, { status: "paid" }, { status: "new", items: [{ sku: "y" }] }],
			},
		]);
		expect(values.topValues("country", "")).to.deep.equal([
			{ value: "US", count: 2 },
			{ value: "CA", count: 1 },
		]);
		expect(values.topValues("address.city", "")).to.deep.equal([{ value: "Paris", count: 1 }]);
		expect(values.topValues("visits", "")).to.deep.equal([{ value: 3, count: 2 }]);
		expect(values.topValues("tags", "")).to.deep.equal([
			{ value: "a", count: 2 },
			{ value: "b", count: 1 },
		]);
		expect(values.topValues("orders.status", "")).to.deep.equal([
			{ value: "paid", count: 1 },
			{ value: "new", count: 1 },
		]);
		expect(values.topValues("orders.items.sku", "")).to.deep.equal([
			{ value: "x", count: 1 },
			{ value: "y", count: 1 },
		]);
		expect(values.topValues("none", "")).to.deep.equal([]);
	});

	it("look at nothing personal, and at nothing that conditions cannot use", () => {
		const values = counted([{ secret: "s", greeting: "g", email: "e", orders: [{ card: "c" }] }]);
		expect(values.names).to.deep.equal(["country", "address.city", "visits", "tags", "orders"]);
		for (const name of ["secret", "greeting", "email", "orders.card"]) expect(values.topValues(name, ""), name).to.deep.equal([]);
	});

	it("are those that hold what is typed, or the most frequent where none does", () => {
		const values = counted([{ country: "Canada" }, { country: "US" }, { country: "American Samoa" }, { country: "US" }]);
		expect(values.topValues("country", "CAN")).to.deep.equal([
			{ value: "Canada", count: 1 },
			{ value: "American Samoa", count: 1 },
		]);
		expect(values.topValues("country", "xyz")).to.have.length(3);
	});

	it("keep within their limits", () => {
		const texts = (count: number) => Array.from({ length: count }, (_, index) => ({ country: `c${index}` }));
		const numbers = (count: number) => Array.from({ length: count }, (_, index) => ({ visits: index }));
		expect(counted([...texts(5), { country: "c4" }], { maxDistinctValues: 5 }).topValues("country", "c4")).to.deep.equal([
			{ value: "c4", count: 2 },
		]);
		expect(counted([...texts(5), { country: "c4" }], { maxDistinctValues: 4 }).topValues("country", "")).to.have.length(4);
		expect(counted(texts(3), { maxAnswer: 3 }).topValues("country", "")).to.have.length(3);
		expect(counted(texts(3), { maxAnswer: 2 }).topValues("country", "")).to.have.length(2);
		expect(counted(numbers(3), { maxDistinctNumbers: 3 }).topValues("visits", "")).to.have.length(3);
		expect(counted(numbers(4), { maxDistinctNumbers: 3 }).topValues("visits", "")).to.deep.equal([]);
	});

	it("come once all profiles are counted", async () => {
		const values = new ValueCounts(fields, "UTC");
		const asked = values.topValues("country", "");
		expect(asked).to.be.instanceOf(Promise);
		values.add({ country: "US" });
		values.end();
		expect(await asked).to.deep.equal([{ value: "US", count: 1 }]);
	});

	it("count values that look like properties as values", () => {
		const values = counted([{ country: "__proto__" }, { country: "constructor" }, { country: "__proto__" }]);
		expect(values.topValues("country", "")).to.deep.equal([
			{ value: "__proto__", count: 2 },
			{ value: "constructor", count: 1 },
		]);
	});
});
