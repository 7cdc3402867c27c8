// The fields of the demo's business, as a catalogue file holds them.
import type { CatalogueInput } from "../src/fields/catalogue.ts";

export const catalogue: CatalogueInput = {
	business_id: "demo",
	fields: [
		{ name: "country", type: "text", description: "Where the letters go", options: ["US", "CA", "GB", "DE", "FR", "JP", "BR", "IN", "AU"] },
		{ name: "plan", type: "text", jsonPath: "$.account.plan", description: "What they pay for", options: ["free", "starter", "pro"] },
		{ name: "loyalty_points", type: "number", jsonPath: "$.loyalty.points", description: "Points not yet spent" },
		{ name: "opted_in", type: "boolean", description: "Agreed to letters" },
		{ name: "birthday", type: "date", description: "Day of birth, where known" },
		{ name: "signed_up_at", type: "datetime", jsonPath: "$.account.signed_up_at", description: "First seen" },
		{ name: "last_visit", type: "datetime", description: "Last seen" },
		{ name: "tags", type: "list", items: "text", description: "Set by hand" },
		{
			name: "orders",
			type: "collection",
			description: "Everything they bought",
			fields: [
				{ name: "total", type: "number", decimals: 2, description: "In dollars" },
				{ name: "status", type: "text", options: ["paid", "refunded", "open"] },
				{ name: "item", type: "text" },
				{ name: "placed_at", type: "datetime" },
			],
		},
	],
};
