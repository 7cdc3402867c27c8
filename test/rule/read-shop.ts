// What a rule over the shop's fields is read as: the text and its notes, or why there is none. A text must answer what stock
// json-logic-js answers for the rule, on profiles with every field, with none, and with odd values.
import { compile } from "../../src/compile.ts";
import { evaluate } from "../../src/eval/evaluate.ts";
import { recorder } from "../../src/eval/record.ts";
import { fromRule } from "../../src/rule/from-rule.ts";
import type { Rule } from "../../src/rule/rule.ts";
import { noon } from "../check/diagnostics-of.ts";
import { shop } from "../check/shop.ts";
import { isTruthy } from "./from-rule-agreement.ts";

const order = (total: number | undefined, status?: string, ...prices: readonly (number | undefined)[]) => ({
	total,
	status,
	placed_at: "2026-05-01T10:00:00Z",
	items: prices.map((price) => ({ sku: "x", price })),
});

const usual = {
	country: "US",
	age: 20,
	spent: 5,
	visits: 6,
	opted_in: true,
	birthday: "2026-02-28",
	signed_up: "2026-05-01T10:00:00Z",
	trial_end: "2026-05-02T10:00:00Z",
	tags: ["a", "b"],
	scores: [5, 7, 9],
	address: { city: "CA" },
	orders: [order(7, "paid", 2, 9), order(3)],
};

/** The usual profile with one value changed or left out. */
const variants: Readonly<Record<string, readonly unknown[]>> = {
	country: ["", "a", "5", "null", "true", "U", "CA", "ab", "abc", "123"],
	spent: [0, -3, 6, 7.25],
	visits: [0, -1, 1, 2, 3, 5, 5.5, 7, 11, 1e15],
	opted_in: [false],
	birthday: ["1900-01-01", "2026-03-01", "2026-05-01", "2299-12-31"],
	signed_up: ["1970-01-01T00:00:00Z", "1970-01-01T00:00:00.001Z", "1900-01-01T00:00:00Z", "2026-05-02T10:00:01Z"],
	trial_end: ["1969-12-31T23:59:58Z", "2026-05-01T09:59:59Z"],
	tags: [[], ["a"], ["c"], ["5"]],
	scores: [[], [5], [0, 1], [6, 8]],
	address: [{ city: "US" }, { city: "" }],
	orders: [[], [order(6, "paid", 6)], [order(undefined, "open", undefined, 8)], Array.from({ length: 6 }, () => order(6, "paid", 1))],
};

const profiles: readonly unknown[] = [
	{},
	usual,
	{ opted_in: true },
	{ visits: 6 },
	{ spent: 6 },
	{ country: "US" },
	{ orders: usual.orders },
	...Object.entries(variants).flatMap(([name, values]) => [undefined, ...values].map((value) => ({ ...usual, [name]: value }))),
];

/** The derived parts that the rule itself reads, of the profile or of orders. */
function partsReadBy(rule: Rule): readonly string[] {
	const names = [...JSON.stringify(rule).matchAll(/"var":"(?:current\.)?([\w.]+@[^"]+)"/g)].flatMap(([, name]) => name ?? []);
	return names.map((name) => (shop.field(name.slice(0, name.indexOf("@"))) ? name : `orders.${name}`));
}

/** The text, then each note; or "refused", then each problem. Both as `pointer: message`. */
export function readAs(rule: Rule): readonly string[] {
	const back = fromRule(rule, shop);
	const said = (back.ok ? back.notes : back.problems).map(({ pointer, message }) => `${pointer}: ${message}`);
	if (!back.ok) return ["refused", ...said];
	const compiled = compile(back.text, { catalogue: shop, now: noon, timeZone: "America/New_York" });
	if (!compiled.ok) throw new Error(`It does not compile: ${back.text}`);
	const { segment } = compiled;
	const records = recorder(shop, { timeZone: "America/New_York", requires: [...new Set([...segment.requires, ...partsReadBy(rule)])] });
	for (const record of profiles.map((profile) => records.toRecord(profile))) {
		if (segment.testRecord(record) === isTruthy(evaluate(rule, record))) continue;
		throw new Error(`The rule and ${back.text} part on ${JSON.stringify(record)}`);
	}
	return [back.text.replace(/\s+/g, " "), ...said];
}
