// Rules one step away from those that texts have: one operand more or less, exchanged, or of another value; one operator for another. What
// looks like a shape of toRule and is not must be read as what it says, or refused. Each that is read is compared with stock json-logic-js.
import type { Rule } from "../../src/rule/rule.ts";
import { readAs } from "./read-shop.ts";
import { ruleOf } from "./rule-of.ts";

const texts = [
	"spent between 1 and 6",
	'country in ("US", "CA")',
	'country like "a*c"',
	'country like "a?*c"',
	'country starts with "a"',
	"country = address.city ignoring case",
	'tags has all of ("a", "b")',
	'tags has any of ("a", "b") ignoring case',
	"tags is not empty",
	"visits + 1 > spent / 2",
	"visits - spent is set",
	"signed_up after trial_end - 3 days",
	"birthday month-day = --02-28",
	"month(birthday) = 2",
	"signed_up on trial_end",
	'country contains "a" ignoring case',
	'country like "a?*c" ignoring case',
	"country is set",
	"visits / 2 is set",
	"scores has any of (5, 7)",
	"opted_in = false",
	"birthday in (2026-05-01, 2026-02-28)",
	"birthday between 2026-01-01 and 2026-03-01",
	"birthday month-day between --02-01 and --03-01",
	"signed_up in (2026-05-01T10:00:00Z, 2026-05-02T10:00:01Z)",
	"any orders (total > profile.spent)",
	"no orders (any items (price > 2))",
	"count(orders where total > 5) >= 1",
	"count(orders where total > profile.spent) >= 1",
	"count(tags) = 2",
	"count distinct(tags) > 1",
	"count distinct(orders.status where total > 5) = 1",
	"sum(scores) > 5",
	"sum(orders.total) > 9",
	"avg(scores) >= 6",
	"avg(orders.total where total < 6) > 2",
	"min(orders.total) <= 5",
	"max(orders.placed_at) before 2026-05-02",
	'last orders by placed_at (status = "paid")',
	"at least 2 of (opted_in, spent > 5, visits is set)",
];

const kin = [
	["==", "===", "!=", "!=="],
	["<", "<=", ">", ">="],
	["some", "none", "all"],
	["+", "-", "*", "/", "%"],
	["and", "or"],
	["filter", "map"],
	["if", "?:"],
];

/** Every rule that differs from this one in one place. */
function* near(rule: Rule): Iterable<Rule> {
	if (Array.isArray(rule)) {
		const items: readonly Rule[] = rule;
		for (const [index, item] of items.entries()) {
			const [before, after] = [items.slice(0, index), items.slice(index + 1)];
			yield [...before, ...after];
			yield [...before, item, item, ...after];
			for (const changed of near(item)) yield [...before, changed, ...after];
		}
		if (items.length > 1) yield [...items].reverse();
	} else if (typeof rule === "object" && rule !== null) {
		for (const [operator, operands] of Object.entries(rule as Readonly<Record<string, Rule>>)) {
			for (const other of kin.find((names) => names.includes(operator)) ?? []) if (other !== operator) yield { [other]: operands };
			for (const changed of near(operands)) yield { [operator]: changed };
		}
	} else if (typeof rule === "number") yield* [rule + 1, rule === 0 ? 1 : -rule, 0.5, 1e300, String(rule)];
	else if (typeof rule === "string")
		yield* [rule.includes(".") ? (rule.split(".")[1] ?? "") : `${rule}.x`, rule.toUpperCase(), "", "\0", "total", 5];
	else yield* [0, rule !== true];
}

describe("fromRule: one step from the rule of", () => {
	for (const text of texts) {
		it(text, () => {
			for (const rule of near(ruleOf(text))) readAs(rule);
		});
	}
});
