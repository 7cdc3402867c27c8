// Generated profiles for the benchmarks of columns, as lines of NDJSON: eleven scalar fields, a list of tags and a collection of orders.
import { type Catalogue, catalogue } from "../../src/fields/catalogue.ts";
import { countries, plans, tags } from "./eval-records.ts";

export interface BenchProfile {
	readonly user_id: string;
	readonly email: string;
	readonly country: string;
	readonly plan: string;
	readonly points: number;
	readonly age: number;
	readonly visits: number;
	readonly spent: number;
	readonly opted_in: boolean;
	/** `YYYY-MM-DD` */
	readonly signed_up: string;
	/** RFC 3339, UTC. */
	readonly last_seen: string;
	readonly tags: readonly string[];
	readonly orders: readonly { readonly total: number; readonly status: string; readonly placed_at: string }[];
}

export const timeZone = "UTC";

export const benchCatalogue = (): Catalogue => {
	const made = catalogue({
		timezone: timeZone,
		fields: [
			...["email", "country", "plan"].map((name) => ({ name, type: "text" })),
			...["points", "age", "visits", "spent"].map((name) => ({ name, type: "number" })),
			{ name: "opted_in", type: "boolean" },
			{ name: "signed_up", type: "date" },
			{ name: "last_seen", type: "datetime" },
			{ name: "tags", type: "list", items: "text" },
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
};

const statuses = ["paid", "refunded", "open"];
const names = [
	"ada",
	"grace",
	"alan",
	"edsger",
	"barbara",
	"donald",
	"frances",
	"john",
	"jean",
	"tony",
	"radia",
	"ken",
	"margaret",
	"dennis",
];
const surnames = [
	"lovelace",
	"hopper",
	"turing",
	"dijkstra",
	"liskov",
	"knuth",
	"allen",
	"backus",
	"bartik",
	"hoare",
	"perlman",
	"thompson",
];
/** A few that many have, and many that few have. */
const domains = [
	...["acme.com", "mail.example", "corp.example", "test.example", "post.example"],
	...Array.from({ length: 2_000 }, (_, index) => `company${index}.example`),
];

/** The same profiles every time. */
export const profileLines = (count: number): readonly string[] => [...profileLinesOf(Array.from({ length: count }, (_, index) => index))];

/** One for each index, the same for the same seed: whole integers of a linear congruential generator (Park and Miller 1988) behind them. */
export function* profileLinesOf(indices: Iterable<number>, seed = 20_261_123): Generator<string> {
	let state = seed;
	const below = (limit: number): number => {
		state = (state * 48_271) % 2_147_483_647;
		return state % limit;
	};
	const of = (list: readonly string[]): string => list[below(list.length)] ?? "";
	const days = 86_400_000;
	const instant = (): string => new Date(Date.UTC(2024, 0, 1) + below(1_000 * 86_400) * 1_000).toISOString();
	const domain = (): string => (below(10) < 7 ? domains[below(5)] : domains[below(domains.length)]) ?? "";
	for (const index of indices) {
		yield JSON.stringify({
			user_id: `u${index}`,
			email: `${of(names)}.${of(surnames)}${below(100_000)}@${domain()}`,
			country: of(countries),
			plan: of(plans),
			points: below(1000),
			age: 18 + below(62),
			visits: below(50),
			spent: below(100_000) / 100,
			opted_in: below(2) === 0,
			signed_up: new Date(Date.UTC(2020, 0, 1) + below(2_000) * days).toISOString().slice(0, 10),
			last_seen: instant(),
			tags: tags.filter(() => below(3) === 0),
			orders: Array.from({ length: below(7) }, () => ({ total: below(20_000) / 100, status: of(statuses), placed_at: instant() })),
		} satisfies BenchProfile);
	}
}
