// A few profiles and their catalogue, for the tests of the commands.

export const people: readonly object[] = [
	{ user_id: "u1", email: "ann@acme.com", country: "US", signed_up: "2026-05-01", spent: 700.5, orders: [{ total: 12.5 }, { total: 30 }] },
	{ user_id: "u2", email: "bo@example.org", country: "CA", signed_up: "2026-01-15", spent: 20.25, orders: [] },
	{ user_id: "u3", country: "NL", signed_up: "2025-12-31", spent: "a lot" },
	{ user_id: "u4", email: "di@acme.com", spent: 501, orders: [{ total: 5 }, 7] },
];

export const peopleLines: string = people.map((one) => `${JSON.stringify(one)}\n`).join("");

export const peopleFields: string = JSON.stringify({
	timezone: "America/New_York",
	fields: [
		{ name: "country", type: "text" },
		{ name: "signed_up", type: "date" },
		{ name: "spent", type: "number", decimals: 2 },
		{ name: "orders", type: "collection", fields: [{ name: "total", type: "number" }] },
	],
});
