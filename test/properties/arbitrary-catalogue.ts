// The catalogue of the properties: every type, dotted names, names that need quotes, collections in collections, the same names at
// several levels. It is fixed, so that what varies is the condition, the moment and the profiles.
import type { CatalogueInput, FieldInput } from "../../src/fields/catalogue.ts";
import type { CaseSegment } from "../cases/case.ts";

const items: readonly FieldInput[] = [
	{ name: "sku", type: "text" },
	{ name: "price", type: "number" },
	{ name: "made", type: "datetime" },
	{ name: "best before", type: "date", jsonPath: "$['best before']" },
	{ name: "flags", type: "list", items: "number" },
];

const orders: readonly FieldInput[] = [
	{ name: "total", type: "number", decimals: 2 },
	{ name: "pieces", type: "number" },
	{ name: "sku", type: "text" },
	{ name: "ship.city", type: "text" },
	{ name: "gift", type: "boolean" },
	{ name: "day", type: "date" },
	{ name: "placed_at", type: "datetime" },
	{ name: "labels", type: "list", items: "text" },
	{ name: "items", type: "collection", fields: items },
];

export const propertyCatalogue: CatalogueInput = {
	fields: [
		{ name: "name", type: "text" },
		{ name: "account.plan", type: "text", options: ["a", "ab", "vip"] },
		{ name: "Full Name", type: "text", jsonPath: "$['Full Name']" },
		{ name: "points", type: "number" },
		{ name: "spent", type: "number", decimals: 2 },
		{ name: "and", type: "number" },
		{ name: "account.level", type: "number", jsonPath: "$.levels[-1]" },
		{ name: "vip", type: "boolean" },
		{ name: "account.consent", type: "boolean" },
		{ name: "born", type: "date" },
		{ name: "due day", type: "date", jsonPath: "$['due day']" },
		{ name: "seen", type: "datetime" },
		{ name: "joined", type: "datetime" },
		{ name: "tags", type: "list", items: "text" },
		{ name: "scores", type: "list", items: "number" },
		{ name: "orders", type: "collection", fields: orders },
		{
			name: "site visits",
			type: "collection",
			jsonPath: "$['site visits']",
			fields: [
				{ name: "page", type: "text" },
				{ name: "n", type: "number" },
				{ name: "profile", type: "number" },
				{ name: "on", type: "date" },
			],
		},
	],
};

/** What `in segment` can name. */
export const propertySegments: readonly CaseSegment[] = [
	{ id: "s1", name: "vips", text: "vip and points >= 1", status: "active" },
	{ id: "s2", name: "either", text: 'name = "a" or in segment "vips"', status: "active" },
	{ id: "s3", name: "lately", text: "not seen in last 30 days # rolling", status: "active" },
	{ id: "s4", name: "buyers", text: "any orders (total > profile.points) or count(tags) > 1", status: "active" },
];
