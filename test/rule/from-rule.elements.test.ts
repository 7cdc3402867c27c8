// `some`, `none`, `all` over the items of a list and the elements of a collection, and counts and sums by `reduce`, in foreign logic.
import { expect } from "chai";
import type { Rule } from "../../src/rule/rule.ts";
import { readAs } from "./read-shop.ts";

const x = (path: string): Rule => ({ var: path });
const visits = x("visits");
const country = x("country");
const tags = x("tags");
const scores = x("scores");
const orders = x("orders");
const item = x("");
const accumulator = x("accumulator");
const total = x("total");

const [never, nobody] = ["count(tags) is missing", ": This rule is false for everybody, and the text is a condition that always is."];

const groups: Readonly<Record<string, readonly (readonly [rule: Rule, ...expected: readonly string[]])[]>> = {
	"items of a list of texts": [
		[{ some: [tags, true] }, "tags is not empty"],
		[{ none: [tags, true] }, "tags is empty"],
		[{ all: [tags, true] }, "tags is not empty"],
		[{ some: [tags, false] }, "refused", '/some/1: A condition can ask whether an item of "tags" is one of some fixed values.'],
		[{ some: [tags, { "==": [item, "a"] }] }, 'tags has "a"'],
		[{ some: [tags, { "===": ["a", item] }] }, 'tags has "a"'],
		[{ none: [tags, { in: [item, ["a", "b"]] }] }, 'tags has none of ("a", "b")'],
		[{ some: [tags, { in: [item, []] }] }, never, nobody],
		[
			{ some: [tags, { in: [item, ["a", 5]] }] },
			"refused",
			'/some/1: A condition can ask whether an item of "tags" is one of some fixed values.',
		],
		[{ some: [tags, { in: [item, ["a", "\u0000"]] }] }, 'tags has "a"'],
		[
			{ some: [tags, { in: ["a", item] }] },
			"refused",
			'/some/1: A condition can ask whether an item of "tags" is one of some fixed values.',
		],
		[{ some: [tags, { or: [{ "==": [item, "a"] }, { "==": [item, "c"] }] }] }, 'tags has any of ("a", "c")'],
		[{ some: [tags, { or: [] }] }, "refused", '/some/1: A condition can ask whether an item of "tags" is one of some fixed values.'],
		[
			{ some: [tags, { or: [{ "==": [item, "a"] }, { "<": [item, 5] }] }] },
			"refused",
			'/some/1: A condition can ask whether an item of "tags" is one of some fixed values.',
		],
		[
			{ some: [tags, { "<": [item, 5] }] },
			"refused",
			'/some/1: A condition can ask whether an item of "tags" is one of some fixed values.',
		],
		[
			{ some: [tags, { "==": [item, country] }] },
			"refused",
			'/some/1: A condition can ask whether an item of "tags" is one of some fixed values.',
		],
	],
	"items of a list of numbers": [
		[{ some: [scores, { "<": [item, 6] }] }, "min(scores) < 6"],
		[{ some: [scores, { "<=": [item, 5] }] }, "min(scores) <= 5"],
		[{ some: [scores, { ">": [6, item] }] }, "min(scores) < 6"],
		[{ some: [scores, { ">=": [6, item] }] }, "min(scores) <= 6"],
		[{ some: [scores, { "<": [8, item] }] }, "max(scores) > 8"],
		[{ some: [scores, { ">=": [item, 9] }] }, "max(scores) >= 9"],
		[{ all: [scores, { ">": [item, 5] }] }, "min(scores) > 5", '/all: "all" is false where there is no item at all, and so is the text.'],
		[{ all: [scores, { "<=": [5, item] }] }, "min(scores) >= 5", '/all: "all" is false where there is no item at all, and so is the text.'],
		[{ all: [scores, { "<": [item, 8] }] }, "max(scores) < 8", '/all: "all" is false where there is no item at all, and so is the text.'],
		[{ none: [scores, { ">": [item, 5] }] }, "not max(scores) > 5"],
		[
			{ some: [scores, { "<": [1, item, 5] }] },
			"refused",
			'/some/1: A condition can ask whether an item of "scores" is one of some fixed values, or above or below a number.',
		],
		[
			{ some: [scores, { ">": [item, 1e300] }] },
			"refused",
			'/some/1: A condition can ask whether an item of "scores" is one of some fixed values, or above or below a number.',
		],
		[
			{ some: [scores, { ">": [item, "5"] }] },
			"refused",
			'/some/1: A condition can ask whether an item of "scores" is one of some fixed values, or above or below a number.',
		],
		[{ some: [scores, { in: [item, [-0, 0, 1]] }] }, "scores has any of (0, 0, 1)"],
		[
			{ some: [scores, { "==": [item, "5"] }] },
			"refused",
			'/some/1: A condition can ask whether an item of "scores" is one of some fixed values, or above or below a number.',
		],
		[
			{ all: [scores, { "==": [item, 5] }] },
			"refused",
			'/all: A condition can ask whether "scores" has a value, but not whether it has nothing else.',
		],
	],
	"elements of a collection": [
		[
			{ some: [orders, { "<": [total, 5] }] },
			"any orders (total < 5 or total is missing)",
			'/some/1: A missing "total" counts as less than 5 here, so the text says so.',
		],
		[
			{ all: [orders, { "<": [total, 5] }] },
			"any orders and every orders (total < 5 or total is missing)",
			'/all/1: A missing "total" counts as less than 5 here, so the text says so.',
			': "all" is false where there is no element at all, so the text asks for one.',
		],
		[
			{ all: [{ filter: [orders, { ">": [total, 5] }] }, { "==": [x("status"), "paid"] }] },
			'any orders (total > 5) and no orders (total > 5 and status != "paid")',
			': "all" is false where there is no element at all, so the text asks for one.',
		],
		[{ all: [orders, true] }, "any orders", ': "all" is false where there is no element at all, so the text asks for one.'],
		[{ all: [orders, false] }, "any orders and no orders", ': "all" is false where there is no element at all, so the text asks for one.'],
		[{ some: [orders, true] }, "any orders (count(items) is set)"],
		[{ some: [orders, false] }, "any orders (count(items) is missing)"],
		[{ none: [orders, false] }, "no orders (count(items) is missing)"],
		[{ none: [orders, { ">": [total, 5] }] }, "no orders (total > 5)"],
		[{ some: [{ filter: [orders, { ">": [total, 5] }] }, true] }, "any orders (total > 5)"],
		[
			{ some: [{ filter: [{ filter: [orders, { ">": [total, 5] }] }, { "==": [x("status"), "paid"] }] }, true] },
			'any orders (total > 5 and status = "paid")',
		],
		[
			{ some: [orders, { ">": [x("profile.total"), 5] }] },
			"refused",
			'/some/1/>/0: There is no field "profile.total" in "orders". Use a field of the catalogue.',
		],
		[
			{ some: [orders, { ">": [x("items"), 5] }] },
			"refused",
			'/some/1: A list is compared by its items. Use "some", "none", "all" or "in".',
		],
		[{ some: [orders, { some: [x("items"), { ">": [x("price"), 5] }] }] }, "any orders (any items (price > 5))"],
	],
	"something that is neither": [
		[{ some: [country, true] }, "refused", '/some/0: "some" goes through a collection or a list of the profile, not through {"var": …}.'],
		[
			{ some: [{ map: [orders, total] }, { ">": [total, 5] }] },
			"refused",
			'/some/0: "some" goes through a collection or a list of the profile, not through {"map": …}.',
		],
		[
			{ none: [visits, { ">": [total, 5] }] },
			"refused",
			'/none/0: "none" goes through a collection or a list of the profile, not through {"var": …}.',
		],
		[
			{ all: [{ filter: [tags, true] }, true] },
			"refused",
			'/all/0: "all" goes through a collection or a list of the profile, not through {"filter": …}.',
		],
		[
			{ some: [{ filter: [orders] }, true] },
			"refused",
			'/some/0: "some" goes through a collection or a list of the profile, not through {"filter": …}.',
		],
		[{ some: [["a"], true] }, "refused", '/some/0: "some" goes through a collection or a list of the profile, not through a list.'],
		[
			{ some: [{ var: ["tags", ["a"]] }, { "==": [item, "a"] }] },
			"refused",
			'/some/0: "some" goes through a collection or a list of the profile, not through {"var": …}.',
		],
	],
	counts: [
		[{ ">": [{ reduce: [orders, { "+": [accumulator, 1] }, 0] }, 5] }, "more than 5 orders"],
		[{ ">": [{ reduce: [orders, { "+": [1, accumulator] }, 0] }, 5] }, "more than 5 orders"],
		[
			{ ">": [{ reduce: [orders, { "+": [accumulator, 2] }, 0] }, 5] },
			"refused",
			'/>/0: There is no condition for {"reduce": …} with these steps. Counts and sums of elements have one.',
		],
		[
			{ ">": [{ reduce: [orders, { "+": [accumulator, 1, 1] }, 0] }, 5] },
			"refused",
			'/>/0: There is no condition for {"reduce": …} with these steps. Counts and sums of elements have one.',
		],
		[
			{ ">": [{ reduce: [orders, { "+": [accumulator, 1] }, 1] }, 5] },
			"refused",
			'/>/0: There is no condition for {"reduce": …} with these steps. Counts and sums of elements have one.',
		],
		[
			{ ">": [{ reduce: [orders, { "+": [accumulator, 1] }, null] }, 5] },
			"refused",
			'/>/0: There is no condition for {"reduce": …} with these steps. Counts and sums of elements have one.',
		],
		[{ ">": [{ reduce: [tags, { "+": [accumulator, 1] }, 0] }, 5] }, "count(tags) > 5"],
		[
			{ ">": [{ reduce: [country, { "+": [accumulator, 1] }, 0] }, 5] },
			"refused",
			'/>/0: There is no condition for {"reduce": …} with these steps. Counts and sums of elements have one.',
		],
		[{ ">": [{ reduce: [{ filter: [orders, { ">": [total, 5] }] }, { "+": [accumulator, 1] }, 0] }, 5] }, "more than 5 orders (total > 5)"],
		[
			{ ">": [{ reduce: [orders, { "+": [accumulator, { if: [{ "==": [x("current.status"), "paid"] }, 1, 0] }] }, 0] }, 5] },
			'more than 5 orders (status = "paid")',
		],
		[
			{ ">": [{ reduce: [orders, { "+": [{ "?:": [{ "==": [x("current.status"), "paid"] }, 1, 0] }, accumulator] }, 0] }, 5] },
			'more than 5 orders (status = "paid")',
		],
		[
			{ ">": [{ reduce: [orders, { "+": [accumulator, { if: [{ ">": [total, 5] }, 1, 0] }] }, 0] }, 5] },
			"refused",
			'/>/0/reduce/1/+/1/if/0/>/0: Inside "reduce", a condition can read "current" and what is carried along, but not "total".',
		],
		[
			{ ">": [{ reduce: [orders, { "+": [accumulator, { if: [{ "==": [x("current.status"), "paid"] }, 0, 1] }] }, 0] }, 5] },
			"refused",
			'/>/0: There is no condition for {"reduce": …} with these steps. Counts and sums of elements have one.',
		],
		[
			{ ">": [{ reduce: [orders, { "+": [accumulator, { if: [{ "==": [x("current.status"), "paid"] }, 1] }] }, 0] }, 5] },
			"refused",
			'/>/0: There is no condition for {"reduce": …} with these steps. Counts and sums of elements have one.',
		],
		[
			{ ">": [{ reduce: [orders, { if: [{ "==": [x("current.status"), "paid"] }, { "+": [accumulator, 1] }, accumulator] }, 0] }, 5] },
			'more than 5 orders (status = "paid")',
		],
		[
			{ ">": [{ reduce: [orders, { "?:": [{ "==": [x("current.status"), "paid"] }, { "+": [1, accumulator] }, accumulator] }, 0] }, 5] },
			'more than 5 orders (status = "paid")',
		],
		[
			{ ">": [{ reduce: [orders, { if: [{ "==": [x("current.status"), "paid"] }, { "+": [accumulator, 2] }, accumulator] }, 0] }, 5] },
			"refused",
			'/>/0: There is no condition for {"reduce": …} with these steps. Counts and sums of elements have one.',
		],
		[
			{ ">": [{ reduce: [orders, { if: [{ "==": [x("current.status"), "paid"] }, { "+": [accumulator, 1] }, 0] }, 0] }, 5] },
			"refused",
			'/>/0: There is no condition for {"reduce": …} with these steps. Counts and sums of elements have one.',
		],
		[
			{ ">": [{ reduce: [{ map: [orders, { if: [{ ">": [total, 5] }, 1, 0] }] }, { "+": [accumulator, x("current")] }, 0] }, 5] },
			"more than 5 orders (total > 5)",
		],
		[{ ">": [{ reduce: [{ map: [orders, 1] }, { "+": [accumulator, x("current")] }, 0] }, 5] }, "more than 5 orders"],
		[
			{ ">": [{ reduce: [{ map: [orders, 1] }, { "+": [accumulator, 1] }, 0] }, 5] },
			"refused",
			'/>/0: There is no condition for {"reduce": …} with these steps. Counts and sums of elements have one.',
		],
	],
	sums: [
		[{ ">": [{ reduce: [scores, { "+": [accumulator, x("current")] }, 0] }, 5] }, "sum(scores) > 5"],
		[
			{ ">": [{ reduce: [{ map: [orders, total] }, { "+": [accumulator, x("current")] }, 0] }, 5] },
			"refused",
			'/>/0/reduce/0/map/1: "total" has decimals: a condition adds them up exactly, and this rule does not. Compile the sum from a text.',
		],
		[
			{ ">": [{ reduce: [orders, { "+": [accumulator, x("current.status")] }, 0] }, 5] },
			"refused",
			'/>/0: There is no condition for {"reduce": …} with these steps. Counts and sums of elements have one.',
		],
		[
			{ ">": [{ reduce: [orders, { "+": [accumulator, x("current.totel")] }, 0] }, 5] },
			"refused",
			'/>/0/reduce/1/+/1: There is no field "totel" in "orders". Did you mean "total"?',
		],
		[
			{ ">": [{ reduce: [orders, { "+": [accumulator, total] }, 0] }, 5] },
			"refused",
			'/>/0: There is no condition for {"reduce": …} with these steps. Counts and sums of elements have one.',
		],
		[
			{ ">": [{ reduce: [orders, { "*": [accumulator, x("current.total")] }, 1] }, 5] },
			"refused",
			'/>/0: There is no condition for {"reduce": …} with these steps. Counts and sums of elements have one.',
		],
		[{ ">": [{ "/": [{ reduce: [scores, { "+": [accumulator, x("current")] }, 0] }, 2] }, 5] }, "sum(scores) / 2 > 5"],
		[
			{ ">": [{ "*": [{ reduce: [scores, { "+": [accumulator, x("current")] }, 0] }, 1e290] }, 5] },
			"refused",
			"/>/0: This can compute a number that is not finite.",
		],
		[
			{ some: [orders, { ">": [{ reduce: [x("items"), { "+": [accumulator, x("current.price")] }, 0] }, 5] }] },
			"any orders (every items (price is set) and sum(items.price) > 5)",
		],
		[
			{
				some: [
					orders,
					{ ">": [{ reduce: [{ filter: [x("items"), { ">": [x("price"), 1] }] }, { "+": [accumulator, x("current.price")] }, 0] }, 5] },
				],
			},
			"any orders ( no items (price > 1 and price is missing) and sum(items.price where price > 1) > 5 )",
		],
		[
			{ some: [orders, { ">": [{ reduce: [{ map: [x("items"), x("price")] }, { "+": [x("current"), accumulator] }, 0] }, 5] }] },
			"any orders (every items (price is set) and sum(items.price) > 5)",
		],
		[
			{ none: [orders, { "<": [{ reduce: [x("items"), { "+": [accumulator, x("current.price")] }, 0] }, 5] }] },
			"no orders (every items (price is set) and sum(items.price) < 5)",
		],
	],
};

for (const [title, rules] of Object.entries(groups)) {
	describe(`fromRule: elements and items: ${title}`, () => {
		for (const [rule, ...expected] of rules) it(JSON.stringify(rule), () => expect(readAs(rule)).to.deep.equal(expected));
	});
}
