// What a table says to a plan that it cannot answer: whole messages, once for each condition and field.
import { expect } from "chai";
import { planProblems, type Table } from "../../src/columns/index.ts";
import type { FieldInput } from "../../src/fields/catalogue.ts";
import { catalogueOf } from "../cases/worlds.ts";
import { planOf, shop, tableOf, zone } from "./tables.ts";

const told = (table: Table, text: string, catalogue = shop(), timeZone = zone) =>
	planProblems(table, planOf(text, catalogue, timeZone)).map(({ code, leaf, field, message }) => [code, leaf, field, message]);

describe("problems of a plan", () => {
	it("are none for the table's own catalogue", () => {
		expect(told(tableOf([], shop()), 'points > 1 and tags has "x" and any orders (total > profile.points)')).to.deep.equal([]);
	});

	it("say that the days are those of another time zone", () => {
		expect(told(tableOf([], shop()), "points > 1", shop(), "Asia/Tokyo")).to.deep.equal([
			[
				"other-time-zone",
				undefined,
				undefined,
				`The plan is about days in "Asia/Tokyo", but the table's days are in "${zone}". Build either again.`,
			],
		]);
	});

	const missing = (leaf: number, field: string) => [
		"missing-column",
		leaf,
		field,
		`The table has no column for "${field}". Build it with that field.`,
	];

	it("name every field without a column, wherever it stands", () => {
		const table = tableOf([], shop(), { fields: ["user_id"] });
		for (const [text, field] of [
			["points > 1", "points"],
			["points between 1 and 2", "points"],
			["points in (1,2)", "points"],
			["points is set", "points"],
			["vip", "vip"],
			['country contains "a"', "country"],
			['country = "a" ignoring case', "country"],
			['tags has "x"', "tags"],
			["tags is empty", "tags"],
			["count(tags) > 1", "tags"],
			["any orders (total > 1)", "orders"],
			["sum(orders.total) > 1", "orders"],
			["points + 1 > 3", "points"],
		] as const) {
			expect(told(table, text), text).to.deep.equal([missing(0, field)]);
		}
		expect(told(table, "points > 1 and points > count(tags)")).to.deep.equal([
			missing(0, "points"),
			missing(1, "points"),
			missing(1, "tags"),
		]);
	});

	it("name fields of elements in full, and those of the profile beside them", () => {
		const inner = (...fields: readonly FieldInput[]) =>
			catalogueOf({
				title: "inner",
				catalogue: {
					fields: [
						{ name: "points", type: "number" },
						{ name: "orders", type: "collection", fields },
					],
				},
			});
		const wide = inner({ name: "total", type: "number" }, { name: "lines", type: "collection", fields: [{ name: "sku", type: "text" }] });
		const table = tableOf([], inner({ name: "lines", type: "collection", fields: [{ name: "n", type: "number" }] }), {
			fields: ["orders"],
		});
		expect(told(table, 'any orders (total > profile.points and any lines (sku = "a"))', wide)).to.deep.equal([
			missing(0, "orders.total"),
			missing(0, "points"),
			missing(0, "orders.lines.sku"),
		]);
	});

	it("say that a field is of another type, and of elements only what is known", () => {
		const other = (type: "text" | "list") =>
			catalogueOf({
				title: "other",
				catalogue: {
					fields: [
						{ name: "points", type },
						{ name: "orders", type: "list", items: "text" },
					],
				},
			});
		expect(told(tableOf([], other("text")), "points > 1 and any orders (total > 1)")).to.deep.equal([
			["other-type", 0, "points", '"points" is of type "text" in the table, but of type "number" in the plan. Make the plan again.'],
			["other-type", 1, "orders", '"orders" is of type "list" in the table, but of type "collection" in the plan. Make the plan again.'],
		]);
	});
});
