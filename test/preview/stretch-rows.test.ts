// How many rows a step asks: fewer the more a row costs, by what the table holds.
import { expect } from "chai";
import { Table } from "../../src/columns/index.ts";
import { stretchRowsFor } from "../../src/preview/stretch-rows.ts";
import { planOf, shop } from "../columns/tables.ts";

const catalogue = shop(
	{ name: "email", type: "text" },
	{ name: "bio", type: "text" },
	{ name: "seen", type: "datetime" },
	{ name: "many", type: "list", items: "text" },
	{ name: "visits", type: "collection", fields: [{ name: "page", type: "text" }] },
);
/** More texts than a dictionary is made for; a bio has 320 bytes, an e-mail address 32. */
const table = new Table(catalogue, { timeZone: "UTC" });
for (let row = 0; row < 1_100; row++)
	table.append({
		country: row % 2 ? "FR" : "US",
		points: row,
		email: `${row}`.padEnd(32, "@"),
		bio: `${row}`.padEnd(320, "."),
		seen: "2026-01-01T00:00:00Z",
		tags: ["a"],
		many: Array.from({ length: 40 }, (_, item) => `${item}`),
		orders: [{ total: 1 }, { total: 2 }],
		visits: Array.from({ length: 8 }, (_, visit) => ({ page: `${row} ${visit}` })),
	});

const rowsFor = (text: string): number => {
	const [leaf] = planOf(text, catalogue, "UTC").leaves;
	if (!leaf) throw new Error(`Nothing is asked by ${text}.`);
	return stretchRowsFor(leaf.condition, table.frame);
};

describe("preview: rows of a step", () => {
	for (const [text, rows] of [
		["points > 3", 16_384],
		['country = "FR"', 16_384],
		['country in ("FR", "US", "NL", "DE", "IT")', 16_384],
		['country like "*F*R*"', 16_384],
		['email contains "a"', 16_384],
		['email contains "a" ignoring case', 16_384],
		["weekday(seen) = 6", 16_384],
		['tags has "a"', 16_384],
		// Ten times as many bytes, ten times as many items: half a unit each.
		['bio contains "a"', 3_264],
		['bio ends with "A" ignoring case', 3_264],
		['many has "a"', 3_264],
		// Texts made into strings.
		['email like "*a*b*"', 2_048],
		['email in ("a", "b", "c", "d", "e")', 2_048],
		['bio like "*a*b*"', 192],
		["count distinct(visits.page) > 1", 256],
		// Two fields of two elements.
		["any orders (total > 1 and total < 9)", 8_192],
	] as const) {
		it(`${text}: ${rows}`, () => expect(rowsFor(text)).to.equal(rows));
	}

	it("never fewer than a word has bits", () => {
		const inner = Array.from({ length: 30 }, (_, index) => `page like "*a${index}*b*"`).join(" or ");
		expect(rowsFor(`any visits (${inner})`)).to.equal(32);
	});
});
