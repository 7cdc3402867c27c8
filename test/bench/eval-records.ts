// Generated records for the benchmarks of rules: eleven scalar fields, a list of tags and a collection of orders.

export interface OrderRecord {
	readonly total: number;
	readonly status: string;
	readonly placed_at: number;
}

export interface BenchRecord {
	readonly user_id: string;
	readonly email: string;
	readonly country: string;
	readonly plan: string;
	readonly points: number;
	readonly age: number;
	readonly visits: number;
	readonly spent: number;
	readonly opted_in: boolean;
	readonly signed_up: number;
	readonly last_seen: number;
	readonly tags: readonly string[];
	readonly orders: readonly OrderRecord[];
}

export const countries = ["US", "CA", "GB", "DE", "FR", "IN", "BR", "JP"];
export const plans = ["free", "basic", "pro", "enterprise"];
export const tags = ["vip", "new", "beta", "press", "partner", "student"];
export const domains = ["@acme.com", "@mail.example", "@corp.example", "@test.example"];
const statuses = ["paid", "refunded", "open"];

/** The same records every time, whole integers of a linear congruential generator (Park and Miller 1988) behind them. */
export function benchRecords(count: number): readonly BenchRecord[] {
	let state = 20_261_123;
	const below = (limit: number): number => {
		state = (state * 48_271) % 2_147_483_647;
		return state % limit;
	};
	const of = (list: readonly string[]): string => list[below(list.length)] ?? "";
	const lines = Array.from({ length: count }, (_, index) =>
		JSON.stringify({
			user_id: `u${index}`,
			email: `user${index}${of(domains)}`,
			country: of(countries),
			plan: of(plans),
			points: below(1000),
			age: 18 + below(62),
			visits: below(50),
			spent: below(100_000) / 100,
			opted_in: below(2) === 0,
			signed_up: 20_200_101 + below(1000),
			last_seen: 1_700_000_000_000 + below(1_000_000_000),
			tags: tags.filter(() => below(3) === 0),
			orders: Array.from({ length: below(7) }, () => ({
				total: below(20_000) / 100,
				status: of(statuses),
				placed_at: 1_700_000_000_000 + below(1_000_000_000),
			})),
		}),
	);
	return lines.map((line) => JSON.parse(line) as BenchRecord);
}
