// `in` in foreign logic: in a list of the profile, in a text of the profile, in a fixed text, and in a list that the rule writes.
import { expect } from "chai";
import type { Rule } from "../../src/rule/rule.ts";
import { readAs } from "./read-shop.ts";

const x = (path: string): Rule => ({ var: path });
const visits = x("visits");
const country = x("country");
const birthday = x("birthday");
const optedIn = x("opted_in");
const tags = x("tags");
const scores = x("scores");
const orders = x("orders");
const spent = x("spent");

const [always, everybody] = ["count(tags) is set", ": This rule is true for everybody, and the text is a condition that always is."];
const [never, nobody] = ["count(tags) is missing", ": This rule is false for everybody, and the text is a condition that always is."];

const groups: Readonly<Record<string, readonly (readonly [rule: Rule, ...expected: readonly string[]])[]>> = {
	"a list of the profile": [
		[{ in: [visits, tags] }, "refused", ': A condition can ask whether "tags" has a fixed value, not the value of another field.'],
		[{ in: [5, tags] }, "refused", ': "tags" has no item like 5, which is of another type.'],
		[{ in: ["5", scores] }, "refused", ': "scores" has no item like "5", which is of another type.'],
		[{ in: [null, tags] }, never, nobody],
		[{ in: [5, scores] }, "scores has 5"],
		[{ in: [-0, scores] }, "scores has 0"],
		[{ in: [1e300, scores] }, never, nobody],
		[{ in: ["\ud800", tags] }, never, nobody],
		[{ in: [country, tags] }, "refused", ': A condition can ask whether "tags" has a fixed value, not the value of another field.'],
		[{ in: ["a", orders] }, "refused", ': The elements of "orders" have fields. Test those with "some".'],
		[{ in: [true, tags] }, "refused", ': "tags" has no item like true, which is of another type.'],
	],
	"a text of the profile": [
		[{ in: ["", country] }, 'country is set and country != ""'],
		[{ in: ["\u0000", country] }, never, nobody],
		[{ in: ["\ud800", country] }, "refused", ": The text has half of a character, which a condition cannot ask for."],
		[
			{ in: [visits, country] },
			"refused",
			': A condition can ask whether "country" contains a fixed text, not the value of another field.',
		],
		[{ in: [5, country] }, 'country contains "5"'],
		[{ in: [null, country] }, 'country contains "null"'],
	],
	"something that is neither": [
		[{ in: ["a", visits] }, never, nobody],
		[{ in: ["a", { "+": [visits, 1] }] }, never, nobody],
		[{ in: ["a", optedIn] }, never, nobody],
		[{ in: ["a", null] }, never, nobody],
		[{ in: ["a", { filter: [orders, true] }] }, "refused", ': Only a list of texts or numbers can be searched with "in".'],
	],
	"a fixed text": [
		[{ in: ["a", "abc"] }, always, everybody],
		[{ in: ["d", "abc"] }, never, nobody],
		[{ in: [optedIn, "true story"] }, "opted_in"],
		[{ in: [optedIn, "x"] }, never, nobody],
		[{ in: [optedIn, "true or false"] }, "opted_in is set and (opted_in or opted_in = false)"],
		[{ in: [visits, "123"] }, "refused", ': Only text can be looked for in the text "123".'],
		[{ in: [country, ""] }, never, nobody],
		[{ in: [country, 5] }, never, nobody],
		[{ in: [country, "aa"] }, 'country in ("", "a", "aa")'],
		[{ in: [country, "😀"] }, 'country in ("", "😀")'],
		[
			{ in: [country, "1234567890123"] },
			"refused",
			": This is true for every part of a text of 13 characters, which are too many to list. Put the wanted values in a list.",
		],
		[{ in: [{ substr: [country, 0, 1] }, "abc"] }, "refused", ': Only text can be looked for in the text "abc".'],
	],
	"a list that the rule writes": [
		[{ in: [country, ["US", 5]] }, 'country in ("US")'],
		[{ in: [country, [5, 6]] }, "refused", ": No value of the list is of this field's type, so this is never true."],
		[{ in: [visits, [1, "a", null]] }, "visits in (1) or visits is missing"],
		[{ in: [visits, []] }, never, nobody],
		[
			{ in: [country, ["US", x("address.city")]] },
			'(country is set and (country in ("US") or country = address.city)) or (country is missing and address.city is missing)',
			': A missing "country" can make this true too, so the text says so.',
		],
		[{ in: [optedIn, [true, 1]] }, "opted_in in (true)"],
		[{ in: [5, [visits, spent]] }, "visits = 5 or spent = 5"],
		[{ in: [country, [["US"]]] }, "refused", "/in/1/0: A list in a list is nothing to compare with."],
		[{ in: [null, [country, visits]] }, "country is missing or visits is missing"],
		[{ in: [visits, [6, 6, 2]] }, "visits in (6, 6, 2)"],
		[{ in: [tags, ["a"]] }, "refused", ': A list is compared by its items. Use "some", "none", "all" or "in".'],
		[{ in: [birthday, [20260501, "x"]] }, "birthday in (2026-05-01)"],
		[{ in: ["US", ["US", "CA"]] }, always, everybody],
		[{ in: ["MX", ["US", "CA"]] }, never, nobody],
		[{ in: [visits, [5, x("nope")]] }, "refused", '/in/1/1: There is no field "nope". Use a field of the catalogue.'],
	],
};

for (const [title, rules] of Object.entries(groups)) {
	describe(`fromRule: in: ${title}`, () => {
		for (const [rule, ...expected] of rules) it(JSON.stringify(rule), () => expect(readAs(rule)).to.deep.equal(expected));
	});
}
