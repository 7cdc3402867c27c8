// What people write out of habit, from SQL, JavaScript, spreadsheets and prose: all that is said of it, and the text after each fix.
import { expect } from "chai";
import { told } from "./diagnostics-of.ts";

type Cases = readonly (readonly [text: string, ...expected: string[]])[];

/** Fixes with no blanks around what they insert made other words. */
const closeTogether: Cases = [
	[
		'tags "vip"',
		'missing-operator: Write an operator between "tags" and "vip", for example tags = "vip".',
		'  Add "=" → tags = "vip"',
		'wrong-operator: "tags" is a list. Use "has" to look into it.',
		'  Change to has → tags has "vip"',
	],
	[
		"opted_in,tags is set",
		'unexpected-words: Write "and" or "or" instead of ",".',
		"  Change to and → opted_in and tags is set",
		"  Change to or → opted_in or tags is set",
	],
];

const all: Readonly<Record<string, Cases>> = { "words close together": closeTogether };

for (const [name, cases] of Object.entries(all)) {
	describe(name, () => {
		for (const [text, ...expected] of cases) {
			it(text, () => {
				expect(told(text)).to.deep.equal(expected);
			});
		}
	});
}
