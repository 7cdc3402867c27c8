// Mistakes in the fields of elements whose names need quotes or have dots, and whose types the shop's orders do not have.
import { expect } from "chai";
import { catalogue } from "../../src/fields/catalogue.ts";
import { told } from "./diagnostics-of.ts";

const made = catalogue({
	fields: [
		{ name: "age", type: "number" },
		{
			name: "shop.visits",
			type: "collection",
			fields: [
				{ name: "day", type: "date" },
				{ name: "price.net", type: "number" },
				{ name: "unit price", type: "number", jsonPath: "$['unit price']" },
				{ name: "pages", type: "list", items: "text" },
			],
		},
		{ name: "pets", type: "collection", fields: [{ name: "name", type: "text" }] },
	],
});
if (!("catalogue" in made)) throw new Error(made.problems.map(({ message }) => message).join("\n"));
const fields = made.catalogue;

const messages: readonly (readonly [text: string, ...expected: string[]])[] = [
	[
		"sum(shop.visits.price.ne) > 5",
		'unknown-field: There is no field "price.ne" in "shop.visits". Did you mean "price.net"?',
		"  Change to price.net → sum(shop.visits.price.net) > 5",
	],
	[
		"sum(shop.visits.`unit prise`) > 5",
		'unknown-field: There is no field "unit prise" in "shop.visits". Did you mean "unit price"?',
		"  Change to `unit price` → sum(shop.visits.`unit price`) > 5",
	],
	// A correction would have to know where the collection ends.
	["sum(`shop.visits.unit prise`) > 5", 'unknown-field: There is no field "unit prise" in "shop.visits". Did you mean "unit price"?'],
	["avg(shop.visits.day) > 5", 'wrong-type: avg() needs numbers, but "shop.visits.day" is a date. Name another field.'],
	[
		"count distinct(shop.visits.pages) > 5",
		'wrong-type: count distinct() needs single values, but "shop.visits.pages" is a list. Name another field.',
	],
	["min(pets) > 5", 'not-a-condition: "pets" has several fields. Say which, for example min(pets.name).'],
	["last shop.visits by pages (price.net > 5)", 'wrong-type: "pages" does not order the elements of "shop.visits". Use "day".'],
	['first pets by name (name = "x")', 'wrong-type: "name" does not order the elements of "pets". Use a date or a number.'],
	// An example to write must mean the same field where it is written.
	[
		"any shop.visits (profile.age)",
		'not-a-condition: "profile.age" is a number, not a condition. Compare it, for example profile.age > 0.',
	],
	[
		"any shop.visits (`unit price`)",
		'not-a-condition: "`unit price`" is a number, not a condition. Compare it, for example `unit price` > 0.',
	],
];

describe("check messages: fields of elements", () => {
	for (const [text, ...expected] of messages) it(text, () => expect(told(text, { catalogue: fields })).to.deep.equal(expected));
});
