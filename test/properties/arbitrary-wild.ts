// Conditions that read but are seldom well-typed: any expression beside any operator, so that every refusal of the checker is met.
import type fc from "fast-check";
import { propertyCatalogue } from "./arbitrary-catalogue.ts";
import { either, one, phrase, several, type Words } from "./phrase.ts";

const quoted = (name: string): string => (/^[a-z_.]+$/.test(name) && name !== "and" ? name : `\`${name}\``);
const fields = (propertyCatalogue.fields ?? []).map(({ name }) => quoted(name));
const field = one(
	...fields,
	"profile.points",
	"profile.orders",
	"orders.total",
	"orders.items.price",
	"nothing",
	"sat",
	"may",
	"constructor",
);
const unit = one("s", "min", "hours", "days", "weeks", "months", "quarters", "years");
const amount = one("0", "1", "3", "40", "99999", "1e9", "9007199254740991");
const literal = one(
	...['"a"', '""', "1", "0", "-1", "1.5", "1e15", "2026", "1066", "true", "false", "2026-05-10", "2026-05", "1900-01-01", "2299-12-31"],
	...["2026-05-10T10:00:00Z", "--05-10", "--02-29", "today", "yesterday", "now", "?"],
);
const relative = phrase`${amount} ${unit} ${one("ago", "from now")}`;

function expression(depth: number): Words {
	const leaf = either(field, field, literal, relative);
	if (depth === 0) return leaf;
	const inner = expression(depth - 1);
	const name = one("age", "month", "weekday", "hour", "count", "sum", "avg", "min", "max", "count distinct");
	return either(
		leaf,
		leaf,
		phrase`${inner} ${one("+", "-")} ${amount} ${unit}`,
		phrase`${inner} ${one("+", "-", "*", "/")} ${inner}`,
		phrase`${name}(${either(field, inner)})`,
		phrase`${name}(${field} where ${test(0)})`,
		phrase`${inner} month-day`,
	);
}

function test(depth: number): Words {
	const side = expression(depth);
	const list = several(side, 1, 3, ", ");
	const comparison = one(
		"=",
		"!=",
		"<",
		">=",
		"is",
		"before",
		"after",
		"on",
		"not on",
		"on or before",
		"on or after",
		"contains",
		"like",
		"has",
	);
	const listed = one("in", "not in", "has any of", "has all of", "has none of", "contains any of", "starts with any of", "like any of");
	const window = one("in last", "not in last", "in next", "anniversary in next");
	return either(
		phrase`${side} ${comparison} ${side}${one("", "", " ignoring case")}`,
		phrase`${side} ${comparison} ${side}`,
		phrase`${side} ${one("between", "not between")} ${side} and ${side}`,
		phrase`${side} ${listed} (${list})${one("", "", " ignoring case")}`,
		phrase`${side} ${one("is set", "is missing", "is empty", "is not empty")}`,
		phrase`${side} ${window} ${amount} ${either(unit, phrase`${one("full", "calendar")} ${unit}`)}`,
		phrase`${side} in ${one("this", "last", "next")} ${one("week", "month", "year", "hour")}`,
		phrase`${side} anniversary ${side}`,
		side,
	);
}

function nested(depth: number): Words {
	if (depth === 0) return test(1);
	const inner = nested(depth - 1);
	return either(
		test(2),
		phrase`${one("any", "no", "every", "at least 2", "at most 1.5", "exactly -1")} ${field} (${inner})`,
		phrase`${one("first", "last")} ${field} by ${field} (${inner})`,
		phrase`not ${inner}`,
		phrase`${one("all of", "at least 2 of", "at least 0 of")} (${inner}, ${inner})`,
		phrase`${inner} ${one("and", "or")} ${one('in segment "vips"', 'not in any segment ("nobody")', "in segment s1")}`,
	);
}

export const arbitraryWild: fc.Arbitrary<string> = either(test(1), test(2), nested(2));
