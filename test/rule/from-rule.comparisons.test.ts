// Comparisons in foreign logic: constants on either side, values beyond every field's own, values of two types, and `in`.
import { expect } from "chai";
import type { Rule } from "../../src/rule/rule.ts";
import { readAs } from "./read-shop.ts";

const x = (path: string): Rule => ({ var: path });
const visits = x("visits");
const country = x("country");
const signedUp = x("signed_up");
const birthday = x("birthday");
const optedIn = x("opted_in");
const tags = x("tags");
const orders = x("orders");
const spent = x("spent");

const [always, everybody] = ["count(tags) is set", ": This rule is true for everybody, and the text is a condition that always is."];
const [never, nobody] = ["count(tags) is missing", ": This rule is false for everybody, and the text is a condition that always is."];

const groups: Readonly<Record<string, readonly (readonly [rule: Rule, ...expected: readonly string[]])[]>> = {
	"two constants": [
		[{ "===": [1, 1] }, always, everybody],
		[{ "==": ["1", 1] }, always, everybody],
		[{ "===": ["1", 1] }, never, nobody],
		[{ "<": [1, 2] }, always, everybody],
		[{ "<=": [2, 2] }, always, everybody],
		[{ ">": [1, 2] }, never, nobody],
		[{ ">=": [2, 2] }, always, everybody],
		[{ "==": [visits] }, "visits is missing", ': A missing "visits" makes this true too, so the text says so.'],
		[{ "==": [] }, always, everybody],
		[{ "==": visits }, "visits is missing", ': A missing "visits" makes this true too, so the text says so.'],
		[{ "<": [visits] }, never, nobody],
	],
	"a constant first": [
		[{ "<": [5, visits] }, "visits > 5"],
		[{ "<=": [5, visits] }, "visits >= 5"],
		[{ ">": [5, visits] }, "visits < 5 or visits is missing", ': A missing "visits" makes this true too, so the text says so.'],
		[{ ">=": [5, visits] }, "visits <= 5 or visits is missing", ': A missing "visits" makes this true too, so the text says so.'],
		[{ "==": [5, visits] }, "visits = 5"],
		[{ "===": [5, visits] }, "visits = 5"],
	],
	null: [
		[{ ">": [visits, null] }, "visits > 0"],
		[{ "<": [visits, null] }, "visits < 0"],
		[{ ">=": [visits, null] }, "visits >= 0 or visits is missing"],
		[{ "<=": [visits, null] }, "visits <= 0 or visits is missing"],
		[{ "===": [visits, null] }, "visits is missing"],
		[{ ">": [country, null] }, "refused", ": Text has no order in conditions."],
	],
	"constants of another type": [
		[
			{ "==": [country, true] },
			"refused",
			': Text equals true with "==" when it reads as that number, which a condition cannot ask. Write the text in quotes.',
		],
		[{ "===": [country, true] }, "refused", ': With "===", text never equals true, which is of another type.'],
		[{ "===": [country, 5] }, "refused", ': With "===", text never equals 5, which is of another type.'],
		[{ "==": [visits, true] }, "visits = 1"],
		[{ "<": [visits, true] }, "visits < 1 or visits is missing", ': A missing "visits" makes this true too, so the text says so.'],
		[{ "<": [visits, "5"] }, "visits < 5 or visits is missing", ': A missing "visits" makes this true too, so the text says so.'],
		[{ "<": [visits, ""] }, "visits < 0"],
		[{ "==": [visits, ""] }, "visits = 0"],
		[{ "===": [visits, true] }, "refused", ': With "===", a number never equals true, which is of another type.'],
		[{ "==": [visits, "x"] }, "refused", ': A number never compares with "x". Write a number.'],
		[
			{ "<": [signedUp, "x"] },
			"refused",
			': In records a date and time is a number, milliseconds since 1970 UTC, so it never compares with "x".',
		],
		[
			{ "==": [signedUp, "x"] },
			"refused",
			': In records a date and time is a number, milliseconds since 1970 UTC, so it never compares with "x".',
		],
		[{ "==": [birthday, "x"] }, "refused", ': In records a date is a number like 20260501, so it never compares with "x".'],
		[{ "===": [birthday, "x"] }, "refused", ': With "===", a number never equals "x", which is of another type.'],
		[{ "==": [optedIn, true] }, "opted_in"],
		[{ "===": [optedIn, 1] }, never, nobody],
		[{ "==": [optedIn, "true"] }, never, nobody],
		[{ "==": [optedIn, 0] }, "opted_in = false"],
		[{ "==": [optedIn, "1"] }, "opted_in"],
		[
			{ "<": [optedIn, 1] },
			"opted_in = false or opted_in is missing",
			': A missing "opted_in" counts as less than 1 here, so the text says so.',
		],
		[
			{ ">=": [optedIn, 0] },
			"(opted_in is set and (opted_in or opted_in = false)) or opted_in is missing",
			': A missing "opted_in" counts as at least 0 here, so the text says so.',
		],
		[{ "<": [optedIn, "x"] }, never, nobody],
	],
	"texts that no field holds": [
		[{ "==": [country, "\u0000"] }, never, nobody],
		[{ "==": [country, "\ud800"] }, never, nobody],
	],
	"numbers beyond every field's": [
		[
			{ "<": [visits, 1e20] },
			always,
			': A missing "visits" counts as less than 100000000000000000000 here, so the text says so.',
			everybody,
		],
		[{ ">": [visits, 1e20] }, never, nobody],
		[{ "==": [visits, 1e20] }, never, nobody],
		[
			{ ">": [visits, -1e20] },
			always,
			': A missing "visits" counts as greater than -100000000000000000000 here, so the text says so.',
			everybody,
		],
		[{ "<": [{ "+": [visits, 1] }, 1e20] }, "refused", ": 100000000000000000000 is too large a number for a condition."],
		[
			{ "<=": [visits, 9007199254740991] },
			"visits <= 9007199254740991 or visits is missing",
			': A missing "visits" counts as at most 9007199254740991 here, so the text says so.',
		],
		[
			{ "<=": [visits, 9007199254740992] },
			always,
			': A missing "visits" counts as at most 9007199254740992 here, so the text says so.',
			everybody,
		],
	],
	"numbers that are no dates": [
		[{ "==": [birthday, 20260230] }, never, nobody],
		[
			{ "<": [birthday, 20260230] },
			"birthday on or before 2026-02-28 or birthday is missing",
			': A missing "birthday" counts as less than 20260230 here, so the text says so.',
		],
		[
			{ "<=": [birthday, 20260230] },
			"birthday on or before 2026-02-28 or birthday is missing",
			': A missing "birthday" counts as at most 20260230 here, so the text says so.',
		],
		[{ ">=": [birthday, 20260230] }, "birthday on or after 2026-03-01"],
		[
			{ "<": [birthday, 19000101] },
			"birthday before 1900-01-01 or birthday is missing",
			': A missing "birthday" counts as less than 19000101 here, so the text says so.',
		],
		[
			{ "<": [birthday, 18990101] },
			"birthday is missing",
			': A missing "birthday" counts as less than 18990101 here, so the text says so.',
		],
		[{ ">": [birthday, 18990101] }, "birthday is set"],
		[{ ">": [birthday, 22991231] }, "birthday after 2299-12-31"],
		[{ "<": [birthday, 23000101] }, always, ': A missing "birthday" counts as less than 23000101 here, so the text says so.', everybody],
		[{ ">": [birthday, 23000101] }, never, nobody],
		[
			{ "<": [birthday, 22991231.5] },
			always,
			': A missing "birthday" counts as less than 22991231.5 here, so the text says so.',
			everybody,
		],
		[{ ">": [birthday, 20260001] }, "birthday on or after 2026-01-01"],
		[
			{ "<": [birthday, 20260001] },
			"birthday on or before 2025-12-31 or birthday is missing",
			': A missing "birthday" counts as less than 20260001 here, so the text says so.',
		],
		[{ ">": [birthday, 20261332] }, "birthday on or after 2027-01-01"],
		[
			{ "<": [birthday, 20261332] },
			"birthday on or before 2026-12-31 or birthday is missing",
			': A missing "birthday" counts as less than 20261332 here, so the text says so.',
		],
		[{ ">": [birthday, 20260500] }, "birthday on or after 2026-05-01"],
		[
			{ "<": [birthday, 20260500] },
			"birthday on or before 2026-04-30 or birthday is missing",
			': A missing "birthday" counts as less than 20260500 here, so the text says so.',
		],
		[
			{ "<": [birthday, 20260100] },
			"birthday on or before 2025-12-31 or birthday is missing",
			': A missing "birthday" counts as less than 20260100 here, so the text says so.',
		],
		[{ ">": [birthday, 20261232] }, "birthday on or after 2027-01-01"],
		[
			{ "<=": [birthday, 20260431] },
			"birthday on or before 2026-04-30 or birthday is missing",
			': A missing "birthday" counts as at most 20260431 here, so the text says so.',
		],
	],
	"numbers that are no moments": [
		[{ "<": [signedUp, -1e15] }, never, nobody],
		[
			{ ">": [signedUp, -1e15] },
			always,
			': A missing "signed_up" counts as greater than -1000000000000000 here, so the text says so.',
			everybody,
		],
		[
			{ "<": [signedUp, 1e15] },
			always,
			': A missing "signed_up" counts as less than 1000000000000000 here, so the text says so.',
			everybody,
		],
		[{ ">": [signedUp, 1e15] }, never, nobody],
		[{ "==": [signedUp, 0.5] }, never, nobody],
		[{ ">": [signedUp, 0.5] }, "signed_up on or after 1970-01-01T00:00:00.001Z"],
		[{ ">=": [signedUp, 0.5] }, "signed_up on or after 1970-01-01T00:00:00.001Z"],
		[
			{ "<": [signedUp, 0.5] },
			"signed_up on or before 1970-01-01T00:00:00Z or signed_up is missing",
			': A missing "signed_up" counts as less than 0.5 here, so the text says so.',
		],
		[
			{ "<": [{ "+": [signedUp, 1000] }, 0.5] },
			"refused",
			": A moved date and time cannot be compared with 0.5, which is no moment from 1900 to 2299.",
		],
		[
			{ ">": [{ "+": [signedUp, 1000] }, 1e15] },
			"refused",
			": A moved date and time cannot be compared with 1000000000000000, which is no moment from 1900 to 2299.",
		],
	],
	"two fields": [
		[{ "<": [country, x("address.city")] }, "refused", ": Text has no order in conditions."],
		[
			{ "<=": [birthday, signedUp] },
			"refused",
			": A date and a date and time cannot be compared: a condition compares values of one type.",
		],
		[{ "<=": [optedIn, country] }, "refused", ": True or false and text cannot be compared: a condition compares values of one type."],
		[{ "==": [optedIn, visits] }, "refused", ": True or false and a number cannot be compared: a condition compares values of one type."],
		[
			{ "<": [visits, spent] },
			"visits < spent or (spent is missing and visits < 0) or (visits is missing and spent > 0)",
			': A missing "spent" can make this true too, so the text says so.',
			': A missing "visits" can make this true too, so the text says so.',
		],
		[
			{ ">=": [visits, spent] },
			"visits >= spent or (spent is missing and visits >= 0) or (visits is missing and spent <= 0) or (visits is missing and spent is missing)",
			': A missing "spent" can make this true too, so the text says so.',
			': A missing "visits" can make this true too, so the text says so.',
			': Where "visits" and "spent" are missing, this can be true, so the text says so.',
		],
		[
			{ "==": [signedUp, birthday] },
			"refused",
			": A date and time and a date cannot be compared: a condition compares values of one type.",
		],
		[
			{ "!==": [visits, spent] },
			"not (visits = spent or (visits is missing and spent is missing))",
			': Where "visits" and "spent" are missing, this takes them for equal, so the text says so.',
		],
		[{ "<": [optedIn, optedIn] }, "refused", ": True and false have no order."],
	],
	"three operands": [
		[{ "<=": [1, visits, 5] }, "visits between 1 and 5"],
		[{ "<=": [5, visits, 1] }, "visits >= 5 and visits <= 1"],
		[{ "<": [1, visits, 5] }, "visits > 1 and visits < 5"],
		[
			{ "<=": [1, visits, spent] },
			"(visits >= 1 and visits <= spent) or (spent is missing and visits >= 1 and visits <= 0)",
			': A missing "spent" can make this true too, so the text says so.',
		],
		[
			{ "<": [visits, 5, spent] },
			"(visits < 5 and spent > 5) or (visits is missing and spent > 5)",
			': A missing "visits" can make this true too, so the text says so.',
		],
		[{ "<=": [1, 2, visits] }, "visits >= 2"],
		[{ "<=": [3, 2, visits] }, never, nobody],
		[{ "<=": [20260501, birthday, 20260531] }, "birthday on 2026-05"],
		[{ "<=": ["a", country, "b"] }, "refused", ": Text has no order in conditions."],
		[{ "<": [1, visits, null] }, "visits > 1 and visits < 0"],
		[{ "<=": [0, { "+": [visits, 1] }, 5] }, "visits + 1 between 0 and 5"],
		[{ "<": [1, visits, visits] }, "visits > 1 and visits < visits"],
	],
	"stretches of text": [
		[{ "==": [{ substr: [country, 0, 1] }, { substr: [country, 0, 2] }] }, "refused", ": These two cannot be compared in a condition."],
		[{ "==": [{ substr: [country, 0, 1] }, x("address.city")] }, "refused", ": These two cannot be compared in a condition."],
		[{ "<": [{ substr: [country, 0, 1] }, "a"] }, "refused", ": Text has no order in conditions."],
		[{ "==": [{ substr: [country, 0, 1] }, 1] }, "refused", ": A stretch of text compares with text only. Write it in quotes."],
		[{ "===": [{ substr: [country, 0, 1] }, 1] }, "refused", ': With "===", text never equals 1, which is of another type.'],
		[{ "===": [{ substr: [country, 0, 1] }, null] }, never, nobody],
		[{ "==": [{ substr: [country, 0, 1] }, null] }, never, nobody],
		[{ "==": [{ substr: [country, 0, 1] }, "ab"] }, never, nobody],
		[{ "==": [{ substr: [country, 0, 3] }, "ab"] }, 'country = "ab"'],
		[{ "==": [{ substr: [country, -3] }, "ab"] }, 'country = "ab"'],
		[{ "==": [{ substr: [country, -2] }, "ab"] }, 'country ends with "ab"'],
		[{ "==": [{ substr: [country, 0, 2] }, "ab"] }, 'country starts with "ab"'],
		[
			{ "==": [{ substr: [country, 0, 2] }, "nu"] },
			'country starts with "nu" or country is missing',
			': A missing "country" makes this true too, so the text says so.',
		],
		[{ "==": [{ substr: [country, 0, 0] }, ""] }, always, ': A missing "country" makes this true too, so the text says so.', everybody],
		[
			{ "==": [{ substr: [country, -2] }, "\ud800a"] },
			"refused",
			": The text ends in half of a character, which a condition cannot ask for.",
		],
		[{ "==": [{ substr: [country, -2] }, "a\u0000"] }, never, nobody],
		[{ "!": [{ substr: [country, 0, 2] }] }, 'country = ""'],
		[{ "!!": [{ substr: [country, 0, 0] }] }, "refused", "/!!/0: An empty stretch of text is nothing to ask for."],
		[{ "!!": [{ substr: [country, -2] }] }, 'country != ""'],
		[{ "!!": [{ substr: [country, 0] }] }, "refused", "/!!/0: This is all of the text. Compare the field itself."],
		[
			{ "==": [{ substr: [country, 0, -1] }, "a"] },
			"refused",
			"/==/0: A condition can ask how a text begins or ends, but not what stands in the middle of it.",
		],
		[
			{ "==": [{ substr: [country, -2, 1] }, "a"] },
			"refused",
			"/==/0: A condition can ask how a text begins or ends, but not what stands in the middle of it.",
		],
		[
			{ "==": [{ substr: [visits, 0, 1] }, "a"] },
			"refused",
			'/==/0: A condition can ask how a text field begins or ends, and "substr" of something else is neither.',
		],
		[
			{ "==": [{ substr: ["abc", 0, 1] }, "a"] },
			"refused",
			'/==/0: A condition can ask how a text field begins or ends, and "substr" of something else is neither.',
		],
	],
	"lists of the profile": [
		[{ "==": [tags, "a"] }, "refused", ': A list is compared by its items. Use "some", "none", "all" or "in".'],
		[{ "==": ["a", tags] }, "refused", ': A list is compared by its items. Use "some", "none", "all" or "in".'],
		[{ "===": [tags, null] }, "tags is missing"],
		[{ "==": [null, tags] }, "tags is missing"],
		[{ "<": [tags, 5] }, "refused", ': A list is compared by its items. Use "some", "none", "all" or "in".'],
		[{ "==": [orders, null] }, "orders is missing"],
		[{ "===": [orders, null] }, "orders is missing"],
		[{ "!==": [orders, null] }, "orders is set"],
		[{ "<": [orders, 1] }, "refused", ': A list is compared by its items. Use "some", "none", "all" or "in".'],
		[{ "==": [{ filter: [orders, true] }, 1] }, "refused", ': A list is compared by its items. Use "some", "none", "all" or "in".'],
		[{ "==": [tags, orders] }, "refused", ': A list is compared by its items. Use "some", "none", "all" or "in".'],
	],
};

for (const [title, rules] of Object.entries(groups)) {
	describe(`fromRule: comparisons: ${title}`, () => {
		for (const [rule, ...expected] of rules) it(JSON.stringify(rule), () => expect(readAs(rule)).to.deep.equal(expected));
	});
}
