// One field of every kind of column, each with a condition that asks for it, and profiles that have them all.
import { type Catalogue, catalogue } from "../../src/fields/catalogue.ts";
import { Table } from "../../src/columns/index.ts";
import { countries, tags } from "./eval-records.ts";

export const timeZone = "UTC";

export interface ColumnKind {
	readonly field: string;
	readonly kind: string;
	readonly text: string;
}

export const columnKinds: readonly ColumnKind[] = [
	{ field: "points", kind: "whole numbers", text: "points > 500" },
	{ field: "spent", kind: "other numbers", text: "spent > 500" },
	{ field: "signed_up", kind: "dates", text: "signed_up after 2023-01-01" },
	{ field: "last_seen", kind: "instants", text: "last_seen after 2025-01-01" },
	{ field: "opted_in", kind: "booleans", text: "opted_in" },
	{ field: "country", kind: "text, 10 distinct", text: 'country = "US"' },
	{ field: "city", kind: "text, 20,000 distinct", text: 'city = "city7"' },
	{ field: "user_id", kind: "text, ids", text: 'user_id = "u77"' },
	{ field: "email", kind: "text, e-mail addresses", text: 'email ends with "@acme.com"' },
	{ field: "tags", kind: "lists of text", text: 'tags has "vip"' },
	{ field: "scores", kind: "lists of numbers", text: "scores has 5" },
	{ field: "orders", kind: "collections", text: "any orders (total > 100)" },
];

export function kindsCatalogue(): Catalogue {
	const made = catalogue({
		timezone: timeZone,
		fields: [
			...["country", "city", "email"].map((name) => ({ name, type: "text" })),
			...["points", "spent"].map((name) => ({ name, type: "number" })),
			{ name: "opted_in", type: "boolean" },
			{ name: "signed_up", type: "date" },
			{ name: "last_seen", type: "datetime" },
			{ name: "tags", type: "list", items: "text" },
			{ name: "scores", type: "list", items: "number" },
			{
				name: "orders",
				type: "collection",
				fields: [
					{ name: "total", type: "number" },
					{ name: "status", type: "text" },
					{ name: "placed_at", type: "datetime" },
				],
			},
		],
	});
	if ("problems" in made) throw new Error(made.problems[0]?.message);
	return made.catalogue;
}

/** Whole integers of a linear congruential generator (Park and Miller 1988): the same table every time. */
export function kindsTable(profiles: number): Table {
	let state = 20_261_123;
	const below = (limit: number): number => {
		state = (state * 48_271) % 2_147_483_647;
		return state % limit;
	};
	const of = (list: readonly string[]): string => list[below(list.length)] ?? "";
	const instant = (): string => new Date(Date.UTC(2024, 0, 1) + below(1_000 * 86_400) * 1_000).toISOString();
	const table = new Table(kindsCatalogue(), { timeZone, fields: columnKinds.map(({ field }) => field) });
	for (let index = 0; index < profiles; index++) {
		table.append({
			user_id: `u${index}`,
			country: of(countries),
			// Many have been met again by the time that there are many.
			city: `city${below(Math.min(20_000, 400 + (index >>> 2)))}`,
			email: `${of(countries).toLowerCase()}.${below(100_000)}.${below(100)}@${below(3) === 0 ? "acme.com" : `company${below(2000)}.example`}`,
			points: below(1000),
			spent: below(100_000) / 100,
			opted_in: below(2) === 0,
			signed_up: new Date(Date.UTC(2020, 0, 1) + below(2_000) * 86_400_000).toISOString().slice(0, 10),
			last_seen: instant(),
			tags: tags.filter(() => below(3) === 0),
			scores: Array.from({ length: below(4) }, () => below(10)),
			orders: Array.from({ length: below(7) }, () => ({
				total: below(20_000) / 100,
				status: of(["paid", "refunded", "open"]),
				placed_at: instant(),
			})),
		});
	}
	table.trim();
	return table;
}
