// Tables of more rows than one stretch, where indexes of text and lists come into play: the same people as closures find, also when rows were
// appended after the index was made, and after the table was saved and loaded.
import { expect } from "chai";
import { loadTable, run, saveTable, type Table } from "../../src/columns/index.ts";
import { compile } from "../../src/compile.ts";
import { moment, planOf, shop, tableIn, tableOf, zone } from "./tables.ts";

const catalogue = shop(
	{ name: "email", type: "text" },
	{ name: "nick", type: "text" },
	{ name: "alias", type: "text" },
	{ name: "labels", type: "list", items: "text" },
	{ name: "visits", type: "collection", fields: [{ name: "page", type: "text" }] },
);
const names = ["ann", "bo", "Ana", "Zoë", "李雷", "o'neil", "a@b", "", "ab", "ba", "aab", "😀x"];
const domains = ["acme.com", "Acme.com", "example.org", "x.y", "mail.acme.com", "münchen.de"];
const pick = <T>(items: readonly T[], n: number): T => items[n % items.length] as T;

/** Enough for whole blocks of the index of items, and some rows of the next. */
const count = 66_100;
const profiles = Array.from({ length: count }, (_, n) => {
	const hash = Math.imul(n + 1, 0x9e3779b1) >>> 8;
	const email = hash % 13 === 0 ? undefined : `${pick(names, hash)}${n % 5000}@${pick(domains, hash >>> 5)}`;
	const labels = Array.from({ length: hash % 4 }, (_unused, at) => `l${(hash >>> (at * 5)) % 40}`);
	return {
		user_id: `u${n}`,
		...(email !== undefined && { email }),
		nick: `${pick(names, hash >>> 3)}${n}`,
		// Nearly all of them different, some the country or an item of an order or a page.
		alias:
			hash % 31 === 0
				? pick([pick(["FR", "US", "NL"], hash), pick(names, hash), `p${hash % 40_000}`, `P${hash % 40_000}`], hash >>> 7)
				: `alias ${n}`,
		visits: Array.from({ length: (hash >>> 4) % 4 }, (_unused, at) => ({ page: `p${(hash >>> (at >>> 1)) % 40_000}` })),
		country: pick(["FR", "US", "NL"], hash),
		points: (hash % 2000) / 4,
		...(hash % 7 !== 0 && { labels }),
		orders: Array.from({ length: hash % 3 }, (_unused, at) => ({ total: (hash >>> at) % 500, sku: pick(names, hash >>> at) })),
	};
});

const texts = [
	'email ends with "@acme.com"',
	'email ends with "acme.com"',
	'email ends with "@ACME.com" ignoring case',
	'email ends with "7@x.y"',
	'email ends with ".de"',
	'email contains "ann1"',
	'email contains "a"',
	'email contains "李雷4"',
	'email contains "@x.y"',
	'email contains "ZOË" ignoring case',
	'email starts with "bo12"',
	'email like "a*9@*.org"',
	'email = "ann1@acme.com" or email is missing',
	`nick ends with "${profiles.find(({ nick }) => nick.startsWith("a@b"))?.nick.slice(1)}"`,
	'nick ends with "99"',
	'nick contains "o\'n"',
	`nick in (${profiles.slice(0, 6).map(({ nick }) => `"${nick}"`)})`,
	'labels has "l7"',
	'labels has any of ("l1","l39","none")',
	'labels has all of ("l1","l2")',
	'not labels has any of ("l1","l2","l3") and labels is not empty',
	'points > 250.25 and not country in ("US","FR")',
	"sum(orders.total) > 400 or min(orders.total) < 3 or max(orders.total) = 499",
	'any orders (total > 490 and sku contains "b")',
	"avg(orders.total) between 100 and 110",
	"alias = country",
	"any orders (sku = profile.alias)",
	"any visits (page = profile.alias)",
	"any visits (page = profile.alias ignoring case)",
	"count distinct(visits.page) = 2",
	"count distinct(orders.sku) = 2",
	"count distinct(labels) = 3",
	'any visits (page ends with "77")',
	'any visits (page contains "P77" ignoring case)',
];

describe("searches in larger tables", () => {
	const rowsIn = (table: Table, text: string) => run(table, planOf(text, catalogue)).matches.rows();
	const forms: Record<string, Table> = {};
	before(() => {
		const grown = tableOf(profiles.slice(0, 40_000), catalogue);
		for (const text of texts) rowsIn(grown, text);
		for (const profile of profiles.slice(40_000)) grown.append(profile);
		forms["built at once"] = tableOf(profiles, catalogue);
		forms["grown after it had answered"] = grown;
		forms["saved and loaded"] = tableIn(loadTable(saveTable(grown), catalogue, { timeZone: zone }));
		forms["loaded from chunks"] = tableIn(loadTable(saveTable(grown, { chunkRows: 20_000 }), catalogue, { timeZone: zone }));
	});

	for (const text of texts) {
		it(text, () => {
			const compiled = compile(text, { catalogue, now: Date.parse(moment.now), timeZone: zone });
			if (!compiled.ok) throw new Error(compiled.diagnostics.map(({ message }) => message).join(" "));
			const { segment } = compiled;
			const expected = profiles.flatMap((profile, row) => (segment.test(profile) ? [row] : []));
			expect(expected.length, "people inside").to.be.greaterThan(0).and.lessThan(count);
			for (const [form, table] of Object.entries(forms)) {
				const found = rowsIn(table, text);
				const wrong = expected.findIndex((row, at) => found[at] !== row);
				expect([wrong, found.length], `${form}: first difference, count`).to.deep.equal([-1, expected.length]);
			}
		});
	}
});
