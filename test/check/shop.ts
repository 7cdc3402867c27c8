// A small catalogue for the checker's tests: one field of every type.
import { type Catalogue, catalogue } from "../../src/fields/catalogue.ts";

const made = catalogue({
	business_id: "shop",
	timezone: "America/New_York",
	fields: [
		{ name: "country", type: "text", options: ["US", "CA", "MX"] },
		{ name: "age", type: "number" },
		{ name: "spent", type: "number", decimals: 2 },
		{ name: "visits", type: "number" },
		{ name: "opted_in", type: "boolean" },
		{ name: "birthday", type: "date" },
		{ name: "signed_up", type: "datetime" },
		{ name: "trial_end", type: "datetime" },
		{ name: "tags", type: "list", items: "text" },
		{ name: "scores", type: "list", items: "number" },
		{ name: "address.city", type: "text" },
		{ name: "greeting", type: "text", exposure: ["merge_fields"] },
		{ name: "Loyalty Points", type: "number", jsonPath: "$.loyalty.points" },
		{
			name: "orders",
			type: "collection",
			fields: [
				{ name: "total", type: "number", decimals: 2 },
				{ name: "status", type: "text" },
				{ name: "placed_at", type: "datetime" },
				{
					name: "items",
					type: "collection",
					fields: [
						{ name: "sku", type: "text" },
						{ name: "price", type: "number" },
					],
				},
			],
		},
	],
});

if (!("catalogue" in made)) throw new Error(made.problems.map((problem) => problem.message).join("\n"));

export const shop: Catalogue = made.catalogue;
