// A loaded table is the saved one: the same records, removed rows, quality and answers; it shares the buffers, and never writes to them.
import { expect } from "chai";
import fc from "fast-check";
import { loadTable, type SavedTable, saveTable, type Table } from "../../../src/columns/index.ts";
import { hostileFields, hostileProfiles, rowsOf, shop, stateOf, tableIn, tableOf, zone } from "../tables.ts";

const bytesOf = ({ manifest, columns }: SavedTable): readonly number[][] =>
	[manifest, ...columns.map(({ buffer }) => buffer)].map((buffer) => [...new Uint8Array(buffer)]);

const limits = fc.constantFrom(0, 1, 2, 65_535);
const chunkSizes = fc.constantFrom(1, 2, 7, 31, 32, 33, 64, 1000);

/** Removes some, so that there are removed rows. */
function withoutSome(table: Table, ids: readonly string[]): Table {
	for (const id of ids) table.remove(id);
	return table;
}

describe("saved tables", () => {
	it("load as they were, in any chunks and forms of text", () => {
		fc.assert(
			fc.property(hostileProfiles, chunkSizes, limits, limits, (profiles, chunkRows, saveLimit, maxDistinctTexts) => {
				const table = withoutSome(tableOf(profiles, hostileFields, { maxDistinctTexts: saveLimit }), ["a"]);
				const whole = tableIn(loadTable(saveTable(table), hostileFields, { timeZone: zone }));
				expect(stateOf(whole)).to.deep.equal(stateOf(table));
				const joined = tableIn(loadTable(saveTable(table, { chunkRows }), hostileFields, { timeZone: zone, maxDistinctTexts }));
				expect(stateOf(joined)).to.deep.equal(stateOf(table));
			}),
		);
	});

	it("go on as the table would have gone on, and leave the buffers alone", () => {
		fc.assert(
			fc.property(hostileProfiles, hostileProfiles, chunkSizes, limits, (before, after, chunkRows, maxDistinctTexts) => {
				const table = withoutSome(tableOf(before, hostileFields, { maxDistinctTexts }), ["b"]);
				const [whole, parts] = [saveTable(table), saveTable(table, { chunkRows })];
				const bytes = [whole, parts].map(bytesOf);
				const options = { timeZone: zone, maxDistinctTexts };
				const loaded = [whole, parts].map((saved) => tableIn(loadTable(saved, hostileFields, options)));
				for (const grown of [table, ...loaded]) {
					for (const profile of after) grown.put(profile);
					grown.remove("c");
				}
				for (const grown of loaded) expect(stateOf(grown)).to.deep.equal(stateOf(table));
				expect([whole, parts].map(bytesOf)).to.deep.equal(bytes);
				expect(stateOf(tableIn(loadTable(saveTable(loaded[0] as Table), hostileFields, options)))).to.deep.equal(stateOf(table));
			}),
		);
	});

	it("are the same bytes however often they are saved and loaded", () => {
		fc.assert(
			fc.property(hostileProfiles, (profiles) => {
				const saved = saveTable(withoutSome(tableOf(profiles), ["a"]));
				expect(bytesOf(saveTable(tableIn(loadTable(saved, hostileFields, { timeZone: zone }))))).to.deep.equal(bytesOf(saved));
			}),
		);
	});

	it("are not copied when they are one chunk", () => {
		const catalogue = shop();
		const saved = saveTable(tableOf([{ country: "FR", points: 1, tags: ["a"], orders: [{ total: 1.5 }] }], catalogue));
		const { frame } = tableIn(loadTable(saved, catalogue, { timeZone: zone }));
		const bufferOf = (name: string) => saved.columns.find(({ field }) => field === name)?.buffer;
		const { column: points } = frame.members.get("points") ?? {};
		expect(points?.kind === "number" && points.integers?.buffer).to.equal(bufferOf("points"));
		const { column: country } = frame.members.get("country") ?? {};
		expect(country?.kind === "text" && country.coded?.codes.buffer).to.equal(bufferOf("country"));
		const { column: orders } = frame.members.get("orders") ?? {};
		const total = orders?.kind === "collection" ? orders.elements.members.get("total")?.column : undefined;
		expect(total?.kind === "number" && total.doubles?.buffer).to.equal(bufferOf("orders"));
	});

	it("can be sent to another thread, whole or by transfer", () => {
		const catalogue = shop();
		const saved = saveTable(tableOf([{ points: 1 }, { points: 2 }], catalogue), { chunkRows: 1 });
		const cloned = structuredClone(saved);
		const sent = structuredClone(saved, { transfer: [saved.manifest, ...saved.columns.map(({ buffer }) => buffer)] });
		expect(saved.manifest.byteLength).to.equal(0);
		for (const arrived of [cloned, sent]) {
			expect(rowsOf(tableIn(loadTable(arrived, catalogue, { timeZone: zone })), "points = 2")).to.deep.equal([1]);
		}
	});

	it("can be empty, and chunks are as many as rows need", () => {
		const catalogue = shop();
		const empty = saveTable(tableOf([], catalogue));
		expect(tableIn(loadTable(empty, catalogue, { timeZone: zone })).rows).to.equal(0);
		const chunks = (rows: number, chunkRows: number) =>
			saveTable(tableOf(Array(rows).fill({}), catalogue, { fields: ["points"] }), { chunkRows }).columns.length;
		expect([chunks(0, 2), chunks(1, 2), chunks(2, 2), chunks(3, 2), chunks(4, 2)]).to.deep.equal([1, 1, 1, 2, 2]);
		expect(() => saveTable(tableOf([], catalogue), { chunkRows: 0 })).to.throw(RangeError, "chunkRows is a whole number from 1 on, not 0.");
		expect(() => saveTable(tableOf([], catalogue), { chunkRows: 1.5 })).to.throw(RangeError);
	});

	it("keep the forms of columns at their limits", () => {
		const catalogue = shop({ name: "email", type: "text" });
		const people = (count: number) => Array.from({ length: count }, (_, n) => ({ country: `c${n % 300}`, email: `${n}@x.y`, points: n }));
		const extremes = [{ points: 2 ** 31 - 1 }, { points: -(2 ** 31) + 1 }];
		for (const profiles of [people(255), people(256), people(2500), extremes, [...extremes, { points: -(2 ** 31) }]]) {
			const table = tableOf(profiles, catalogue);
			const loaded = tableIn(loadTable(saveTable(table), catalogue, { timeZone: zone }));
			table.trim();
			expect(loaded.bytes).to.equal(table.bytes);
			expect(stateOf(loaded)).to.deep.equal(stateOf(table));
		}
	});

	it("whose chunks have few texts each keep a dictionary up to the most distinct texts of all, and none beyond", () => {
		const catalogue = shop();
		const saved = saveTable(
			tableOf(
				["a", "b", "a", "c", "d"].map((country) => ({ country })),
				catalogue,
			),
			{ chunkRows: 2 },
		);
		for (const [maxDistinctTexts, hasDictionary] of [
			[4, true],
			[3, false],
		] as const) {
			const loaded = tableIn(loadTable(saved, catalogue, { timeZone: zone, maxDistinctTexts }));
			const { column } = loaded.frame.members.get("country") ?? {};
			expect(column?.kind === "text" && column.coded !== undefined).to.equal(hasDictionary);
			expect(rowsOf(loaded, 'country = "a"')).to.deep.equal([0, 2]);
		}
	});

	it("of many rows with other texts in each chunk have each row's text", () => {
		// Codes are translated in pieces of 2,048; few texts are bytes, more are two bytes, and both kinds meet where a chunk has few.
		const catalogue = shop();
		for (const [first, second] of [
			[3, 3],
			[300, 300],
			[3, 300],
			[200, 200],
		] as const) {
			const rows = 2 * 2_049;
			const nameOf = (row: number): string => (row < 2_049 ? `a${row % first}` : row % 2 === 0 ? `b${row % second}` : "a1");
			const table = tableOf(
				Array.from({ length: rows }, (_, row) => (row % 7 === 0 ? {} : { country: nameOf(row) })),
				catalogue,
			);
			const loaded = tableIn(loadTable(saveTable(table, { chunkRows: 2_049 }), catalogue, { timeZone: zone }));
			const countries = Array.from({ length: rows }, (_, row) => loaded.recordAt(row).country);
			expect(countries).to.deep.equal(Array.from({ length: rows }, (_, row) => (row % 7 === 0 ? undefined : nameOf(row))));
		}
	});

	it("of a table that stopped in the middle of a row hold the rows before it", () => {
		const catalogue = shop();
		const table = tableOf([{ country: "FR", points: 1, orders: [{ total: 1 }] }], catalogue);
		const broken = {
			country: "US",
			orders: [
				{ total: 2, sku: "a" },
				{
					get total() {
						throw new Error("no");
					},
				},
			],
		};
		expect(() => table.append(broken)).to.throw("no");
		const loaded = tableIn(loadTable(saveTable(table), catalogue, { timeZone: zone }));
		expect(stateOf(loaded).records).to.deep.equal([{ country: "FR", points: 1, orders: [{ total: 1 }] }]);
		expect(rowsOf(loaded, 'country in ("US","FR")')).to.deep.equal([0]);
	});
});
