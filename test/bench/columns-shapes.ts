// The five shapes in which columns are measured, each as SegQL, as a loop by hand over rows, for Arquero and as SQL for DuckDB.
import type { ColumnTable } from "arquero";
import * as arquero from "arquero";
import type { BenchProfile } from "./columns-profiles.ts";

export interface ColumnShape {
	readonly name: string;
	readonly text: string;
	/** A loop of its own: one loop for all would be compiled for none of them. */
	readonly byHand: (rows: readonly BenchProfile[]) => number;
	readonly arquero: (table: ColumnTable) => number;
	/** Each condition; joined by `where`, which names them $0, $1 … */
	readonly sql: readonly string[];
	readonly where: string;
}

const { op } = arquero;

export const columnShapes: readonly ColumnShape[] = [
	{
		name: "1 comparison",
		text: "points > 500",
		byHand(rows) {
			let count = 0;
			for (const { points } of rows) if (points !== null && points > 500) count++;
			return count;
		},
		arquero: (table) => table.filter((d: BenchProfile) => d.points > 500).numRows(),
		sql: ["points > 500"],
		where: "$0",
	},
	{
		name: "and of 3",
		text: 'country in ("US", "CA") and points >= 500 and opted_in',
		byHand(rows) {
			let count = 0;
			for (const { country, points, opted_in } of rows) {
				if ((country === "US" || country === "CA") && points !== null && points >= 500 && opted_in === true) count++;
			}
			return count;
		},
		arquero: (table) =>
			table.filter((d: BenchProfile) => (d.country === "US" || d.country === "CA") && d.points >= 500 && d.opted_in === true).numRows(),
		sql: ["country IN ('US', 'CA')", "points >= 500", "opted_in"],
		where: "$0 AND $1 AND $2",
	},
	{
		name: "or/and of 6",
		text: '(country = "US" or plan = "pro") and (points > 600 or spent >= 700) and age < 60 and email contains "hopper1"',
		byHand(rows) {
			let count = 0;
			for (const { country, plan, points, spent, age, email } of rows) {
				if (
					(country === "US" || plan === "pro") &&
					((points !== null && points > 600) || (spent !== null && spent >= 700)) &&
					age !== null &&
					age < 60 &&
					typeof email === "string" &&
					email.includes("hopper1")
				)
					count++;
			}
			return count;
		},
		arquero: (table) =>
			table
				.filter(
					(d: BenchProfile) =>
						(d.country === "US" || d.plan === "pro") &&
						(d.points > 600 || d.spent >= 700) &&
						d.age < 60 &&
						op.indexof(d.email, "hopper1") >= 0,
				)
				.numRows(),
		sql: ["country = 'US'", "plan = 'pro'", "points > 600", "spent >= 700", "age < 60", "contains(email, 'hopper1')"],
		where: "($0 OR $1) AND ($2 OR $3) AND $4 AND $5",
	},
	{
		name: "list + affix",
		text: 'tags has any of ("vip", "beta") and email ends with "@acme.com"',
		byHand(rows) {
			let count = 0;
			for (const { tags, email } of rows) {
				if (Array.isArray(tags) && tags.some((tag) => tag === "vip" || tag === "beta") && email?.endsWith("@acme.com")) count++;
			}
			return count;
		},
		arquero: (table) =>
			table
				.filter(
					(d: BenchProfile) =>
						(op.includes(d.tags as string[], "vip", 0) || op.includes(d.tags as string[], "beta", 0)) &&
						op.endswith(d.email, "@acme.com", undefined as never),
				)
				.numRows(),
		sql: ["list_has_any(tags, ['vip', 'beta'])", "ends_with(email, '@acme.com')"],
		where: "$0 AND $1",
	},
	{
		name: "count(orders …)",
		text: "count(orders where total > 50) >= 3",
		byHand(rows) {
			let found = 0;
			for (const { orders } of rows) {
				let count = 0;
				if (Array.isArray(orders)) for (const { total } of orders) if (total !== null && total > 50) count++;
				if (count >= 3) found++;
			}
			return found;
		},
		arquero: (table) =>
			table
				.filter(
					arquero.escape((d: BenchProfile) => {
						let count = 0;
						for (const { total } of d.orders) if (total > 50) count++;
						return count >= 3;
					}),
				)
				.numRows(),
		sql: ["len(list_filter(orders, lambda o: o.total > 50)) >= 3"],
		where: "$0",
	},
];

/** Counts everyone, and each condition alone, and takes 50 people: what a preview shows. */
export function previewSql({ sql, where }: ColumnShape): { readonly counts: string; readonly sample: string } {
	const whole = sql.reduce((text, condition, index) => text.replaceAll(`$${index}`, `(${condition})`), where);
	const counts = [whole, ...(sql.length > 1 ? sql : [])].map((condition) => `count(*) FILTER (WHERE ${condition})`);
	return { counts: `SELECT ${counts.join(", ")} FROM people`, sample: `SELECT user_id FROM people WHERE ${whole} LIMIT 50` };
}
