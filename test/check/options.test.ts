// Values outside a field's declared list: a warning, with the nearest value and at most five of the list.
import { expect } from "chai";
import { check } from "../../src/check/check.ts";
import { catalogue } from "../../src/fields/catalogue.ts";
import { parse } from "../../src/syntax/parse.ts";
import { applyEdits } from "../../src/text/edit.ts";

/** Beyond what is compared of a name that is merely near. */
const long = `https://example.org/${"a".repeat(60)}`;

const made = catalogue({
	fields: [
		{ name: "size", type: "text", options: ["xs", "s", "m", "l", "xl", "xxl", "3xl"] },
		{ name: "five", type: "text", options: ["a", "b", "c", "d", "e"] },
		{ name: "city", type: "text", options: ["Amsterdam", "ROTTERDAM"] },
		{ name: "page", type: "text", options: [`${long}/help`, `${long}/shop`] },
		{ name: "level", type: "number", options: [1, 2, 3] },
		{ name: "tags", type: "list", items: "text", options: ["vip", "staff"] },
		{ name: "other", type: "text" },
	],
});
if (!("catalogue" in made)) throw new Error(made.problems.map(({ message }) => message).join("\n"));
const fields = made.catalogue;

function told(text: string): readonly string[] {
	const { diagnostics } = check(text, parse(text).segment, { catalogue: fields, now: 0, timeZone: "UTC" });
	return diagnostics.flatMap(({ severity, message, fixes }) => [
		`${severity}: ${message}`,
		...fixes.map((fix) => `  ${fix.title} → ${applyEdits(text, fix.edits)}`),
	]);
}

const messages: readonly (readonly [text: string, ...expected: string[]])[] = [
	['size in ("xs", "3xl")'],
	['size = "zzzzzz"', 'warning: "zzzzzz" is not among the values of "size", which are "xs", "s", "m", "l", "xl" and 2 more.'],
	['five = "zzzzzz"', 'warning: "zzzzzz" is not among the values of "five", which are "a", "b", "c", "d", "e".'],
	[
		'city = "Amsterdm"',
		'warning: "Amsterdm" is not among the values of "city", which are "Amsterdam", "ROTTERDAM". Did you mean "Amsterdam"?',
		'  Change to "Amsterdam" → city = "Amsterdam"',
	],
	// The same but for case comes before one that is merely near.
	[
		'city = "rotterdam"',
		'warning: "rotterdam" is not among the values of "city", which are "Amsterdam", "ROTTERDAM". Did you mean "ROTTERDAM"?',
		'  Change to "ROTTERDAM" → city = "ROTTERDAM"',
	],
	[
		`page = "${long}/Shop"`,
		`warning: "${long}/Shop" is not among the values of "page", which are "${long}/help", "${long}/shop". Did you mean "${long}/shop"?`,
		`  Change to "${long}/shop" → page = "${long}/shop"`,
	],
	["level = 3"],
	["level = 4", 'warning: 4 is not among the values of "level", which are 1, 2, 3.'],
	['tags has "vip"'],
	['tags has "stav"', 'warning: "stav" is not among the values of "tags", which are "vip", "staff".'],
	['tags has any of ("vip", "nobody")', 'warning: "nobody" is not among the values of "tags", which are "vip", "staff".'],
	['other = "anything"'],
];

describe("values outside a field's options", () => {
	for (const [text, ...expected] of messages) it(text, () => expect(told(text)).to.deep.equal(expected));
});
