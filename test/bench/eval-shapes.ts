// The five shapes that rules are measured in, as SegQL writes them, each with the predicate one would write by hand.
import type { Rule } from "../../src/rule/rule.ts";
import { type BenchRecord, countries, domains, plans, tags } from "./eval-records.ts";

export interface Shape {
	readonly name: string;
	readonly rule: Rule;
	readonly byHand: (record: BenchRecord) => boolean;
}

const field = (name: string): Rule => ({ var: name });
const guarded = (name: string, operator: string, constant: number): readonly Rule[] => [
	{ "!==": [field(name), null] },
	{ [operator]: [field(name), constant] },
];
const endsWith = (name: string, text: string): readonly Rule[] => [
	{ "!==": [field(name), null] },
	{ "===": [{ substr: [field(name), -text.length] }, text] },
];

/** `count(orders where total > …) >= …` */
const countOfOrders = (total: number, atLeast: number): Rule => ({
	">=": [
		{ reduce: [{ filter: [field("orders"), { and: guarded("total", ">", total) }] }, { "+": [field("accumulator"), 1] }, 0] },
		atLeast,
	],
});

// Records are never without these fields, but a predicate written by hand has to ask as well: `null < 5` is true in JavaScript too.
const isThere = (value: unknown): boolean => value !== null && value !== undefined;

export const shapes: readonly Shape[] = [
	{
		name: "1 comparison",
		rule: { and: guarded("points", ">", 500) },
		byHand: (record) => isThere(record.points) && record.points > 500,
	},
	{
		name: "and of 3",
		rule: { and: [{ in: [field("country"), ["US", "CA"]] }, { and: guarded("points", ">=", 500) }, { "===": [field("opted_in"), true] }] },
		byHand: (record) =>
			(record.country === "US" || record.country === "CA") && isThere(record.points) && record.points >= 500 && record.opted_in === true,
	},
	{
		name: "or/and of 6",
		rule: {
			and: [
				{ or: [{ "===": [field("country"), "US"] }, { "===": [field("plan"), "pro"] }] },
				{ or: [{ and: guarded("points", ">", 600) }, { and: guarded("spent", ">=", 700) }] },
				{ and: guarded("age", "<", 60) },
				{ and: [{ "!==": [field("visits"), null] }, { "<=": [5, field("visits"), 40] }] },
			],
		},
		byHand: (record) =>
			(record.country === "US" || record.plan === "pro") &&
			((isThere(record.points) && record.points > 600) || (isThere(record.spent) && record.spent >= 700)) &&
			isThere(record.age) &&
			record.age < 60 &&
			isThere(record.visits) &&
			record.visits >= 5 &&
			record.visits <= 40,
	},
	{
		name: "list + affix",
		rule: { and: [{ some: [field("tags"), { in: [field(""), ["vip", "beta"]] }] }, { and: endsWith("email", "@acme.com") }] },
		byHand: (record) =>
			Array.isArray(record.tags) &&
			record.tags.some((tag) => tag === "vip" || tag === "beta") &&
			isThere(record.email) &&
			record.email.endsWith("@acme.com"),
	},
	{
		name: "count(orders …)",
		rule: countOfOrders(50, 3),
		byHand: (record) => {
			let count = 0;
			if (Array.isArray(record.orders)) for (const { total } of record.orders) if (isThere(total) && total > 50) count += 1;
			return count >= 3;
		},
	},
];

const numeric = ["points", "age", "visits", "spent", "signed_up", "last_seen"];
const most = [1000, 80, 50, 1000, 20_201_101, 1_701_000_000_000];
const least = [0, 18, 0, 0, 20_200_101, 1_700_000_000_000];

/** `count` different rules, the five shapes in turn, over different fields with different constants. */
export function differentRules(count: number): readonly Rule[] {
	const order = (index: number, operator: string): Rule => {
		const which = index % numeric.length;
		const share = ((index * 37) % 100) / 100;
		return {
			and: guarded(numeric[which] ?? "", operator, Math.round((least[which] ?? 0) + share * ((most[which] ?? 0) - (least[which] ?? 0)))),
		};
	};
	const pick = (list: readonly string[], index: number): string => list[index % list.length] ?? "";
	return Array.from({ length: count }, (_, index): Rule => {
		const step = Math.floor(index / 5);
		switch (index % 5) {
			case 0:
				return order(step, pick([">", "<", ">=", "<="], step));
			case 1:
				return {
					and: [
						{ in: [field("country"), [pick(countries, step), pick(countries, step + 3)]] },
						order(step + 1, ">="),
						{ "===": [field("opted_in"), step % 2 === 0] },
					],
				};
			case 2:
				return {
					and: [
						{ or: [{ "===": [field("country"), pick(countries, step)] }, { "===": [field("plan"), pick(plans, step)] }] },
						{ or: [order(step, ">"), order(step + 2, "<")] },
						order(step + 3, "<"),
						{ and: [{ "!==": [field("visits"), null] }, { "<=": [step % 20, field("visits"), 40] }] },
					],
				};
			case 3:
				return {
					and: [
						{ some: [field("tags"), { in: [field(""), [pick(tags, step), pick(tags, step + 2)]] }] },
						{ and: endsWith("email", pick(domains, step)) },
					],
				};
			default:
				return countOfOrders(step * 4, (step % 4) + 1);
		}
	});
}
