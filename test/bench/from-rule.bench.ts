// How long a rule takes to come back as a text, against parsing that text: fromRule(toRule(x)) should cost no more than 3 parses of x.
import { fromRule } from "../../src/rule/from-rule.ts";
import type { Rule } from "../../src/rule/rule.ts";
import { compile } from "../../src/compile.ts";
import { parse } from "../../src/syntax/parse.ts";
import { shop } from "../check/shop.ts";
import { interleave, quantile } from "./interleave.ts";

const conditions = [
	'country in ("US", "CA")',
	"spent >= 500.5",
	"no orders (placed_at in last 90 days and total > 50)",
	'tags has any of ("vip", "new")',
	"signed_up before today - 3 months",
	'address.city starts with "San" ignoring case',
	'sum(orders.total where status = "paid") > 200',
	"(visits between 18 and 65 or birthday anniversary in next 7 days)",
	"any orders (total > profile.spent)",
	'country like "a*b*c"',
	"max(orders.total) > avg(orders.total) * 2",
	'last orders by placed_at (status = "refunded")',
];

const options = { catalogue: shop, now: Date.UTC(2026, 4, 10, 12), timeZone: "America/New_York" };

function compiled(text: string): { readonly rule: Rule; readonly text: string } {
	const result = compile(text, options);
	if (!result.ok) throw new Error(result.diagnostics[0]?.message);
	return { rule: result.segment.rule, text };
}

export function run(): void {
	const all = conditions.map(compiled);
	const sizes = [1, 10, 100, 1_000].map((count) =>
		compiled(Array.from({ length: count }, (_, index) => conditions[index % conditions.length]).join(" and\n")),
	);
	console.log("text                                    characters  fromRule in parses (middle 80 %)");
	for (const { rule, text } of [...all, ...sizes]) {
		const repeats = Math.max(1, Math.round(20_000 / text.length));
		const work = (once: () => boolean) => (): number => {
			let done = 0;
			for (let index = 0; index < repeats; index++) if (once()) done++;
			return done;
		};
		const [back, parsed] = interleave(
			[
				{ name: "fromRule", batch: work(() => fromRule(rule, shop).ok) },
				{ name: "parse", batch: work(() => parse(text).diagnostics.every(({ severity }) => severity !== "error")) },
			],
			{ warmUpMs: 300, rounds: 25 },
		);
		const ratios = (back?.rounds ?? []).map((time, round) => time / (parsed?.rounds[round] ?? Number.NaN));
		const [middle, low, high] = [0.5, 0.1, 0.9].map((part) => quantile(ratios, part).toFixed(2));
		console.log(`${text.slice(0, 38).replaceAll("\n", " ").padEnd(40)}${String(text.length).padStart(10)}  ${middle} (${low}–${high})`);
	}
}
