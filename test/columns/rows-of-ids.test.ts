// The rows of some user_ids, found without numbering everybody: the same as those that the map of all ids has.
import { expect } from "chai";
import fc from "fast-check";
import { Bitmap, joinManifests, loadTable, rowsOfIds, rowsOfIdsInSteps, saveTable, type Table } from "../../src/columns/index.ts";
import { idsOf, RowsById } from "../../src/columns/rows-by-id.ts";
import { shop, tableIn, tableOf, zone } from "./tables.ts";

const catalogue = shop();
const astral = "\u{1f600}";
const names = ["", "a", "b", "aa", "ab", "ü", astral, `a${astral}`, "__proto__", "constructor", "has"];
const inNoColumn = ["nobody", "\ud83d", "\ude00a", "a\0", "ü\ud83d"];
const ids = fc.oneof(fc.constantFrom(...names, ...inNoColumn), fc.string({ unit: "binary", maxLength: 40 }));
const profiles = fc.array(fc.oneof(ids, fc.constantFrom(undefined, null, 7)), { maxLength: 80 });

const tableWith = (all: readonly unknown[], maxDistinctTexts: number): Table =>
	tableOf(
		all.map((user_id) => ({ user_id })),
		catalogue,
		{ fields: ["user_id"], maxDistinctTexts },
	);

/** As the map of all ids has them. */
function expectedRows(table: Table, wanted: ReadonlySet<string>): readonly number[] {
	const map = new RowsById(idsOf(table.frame));
	for (let row = 0; row < table.rows; row++) if (!table.isRemoved(row)) map.add(row);
	return [...wanted].flatMap((id) => map.take(id)).toSorted((a, b) => a - b);
}

describe("the rows of some user_ids", () => {
	it("are those that the map of all ids has, in order, whatever form the column has", () => {
		fc.assert(
			fc.property(profiles, fc.array(ids, { maxLength: 20 }), fc.constantFrom(0, 3, 65_535), fc.nat(40), (all, some, most, removed) => {
				const table = tableWith(all, most);
				const wanted = new Set(some);
				const id = all[removed];
				if (typeof id === "string") table.remove(id);
				const options = { timeZone: zone, maxDistinctTexts: most };
				const joined = tableIn(loadTable(saveTable(table, { chunkRows: 7 }), catalogue, options));
				for (const each of [table, joined]) {
					expect([...rowsOfIds(each, wanted)]).to.deep.equal(expectedRows(each, wanted));
					each.append({ user_id: some[0] });
					expect([...rowsOfIds(each, wanted)]).to.deep.equal(expectedRows(each, wanted));
				}
			}),
		);
	});

	it("are all of each, also of names that objects have, and without those removed", () => {
		for (const maxDistinctTexts of [0, 65_535]) {
			const table = tableWith(["a", "__proto__", "b", "a", astral, "", "c", undefined], maxDistinctTexts);
			expect([...rowsOfIds(table, new Set(["a", "nobody", "__proto__", "\ud83d"]))]).to.deep.equal([0, 1, 3]);
			expect([...rowsOfIds(table, new Set(["", astral, "constructor"]))]).to.deep.equal([4, 5]);
			expect([...rowsOfIds(table, new Set())]).to.deep.equal([]);
			table.remove("a");
			expect([...rowsOfIds(table, new Set(["a", "b"]))]).to.deep.equal([2]);
		}
	});

	it("are found among many, also when most others pass the filter", () => {
		const all = Array.from({ length: 70_000 }, (_, index) => `u${index}`);
		const table = tableWith(all, 0);
		for (const every of [1, 3, 7_000]) {
			const wanted = new Set(all.filter((_, index) => index % every === 0));
			expect([...rowsOfIds(table, wanted)]).to.deep.equal(expectedRows(table, wanted));
		}
	});

	it("are found by reading few others", () => {
		const all = Array.from({ length: 70_000 }, (_, index) => `user-${index}@example.org`);
		let read = 0;
		class Counted extends Set<string> {
			override has(id: string): boolean {
				read++;
				return super.has(id);
			}
		}
		const wanted = new Counted(all.slice(30_000, 31_000));
		expect(rowsOfIds(tableWith(all, 0), wanted)).to.have.length(1_000);
		// One other in 32 at most.
		expect(read).to.be.within(1_000, 1_000 + 70_000 / 32);
	});

	it("are those of the table as it was when the search began", () => {
		for (const maxDistinctTexts of [0, 2, 65_535]) {
			const table = tableWith(["a", "b"], maxDistinctTexts);
			const steps = rowsOfIdsInSteps(table, new Set(["b", "c"]));
			// With a pause after every stretch there is one here, before any row has been looked at where there is a dictionary.
			let step = steps.next();
			for (const user_id of ["c", "d", "b"]) table.append({ user_id });
			while (!step.done) step = steps.next();
			expect([...step.value]).to.deep.equal([1]);
		}
	});

	it("need a column for user_id, and find nothing in an empty one", () => {
		expect([...rowsOfIds(tableWith([], 0), new Set(["a"]))]).to.deep.equal([]);
		expect(() => rowsOfIds(tableOf([], catalogue, { fields: ["points"] }), new Set(["a"]))).to.throw(
			RangeError,
			'Profiles are replaced and removed by user_id: give the table the field "user_id" too.',
		);
	});

	it("are what the changes of a saved table replace", () => {
		const whole = saveTable(tableWith(["a", "b", "c"], 65_535));
		const changes = saveTable(tableWith(["c", "d"], 65_535));
		const loaded = tableIn(loadTable(whole, catalogue, { timeZone: zone }));
		const replaced = Bitmap.ofRows(rowsOfIds(loaded, new Set(["c", "d"])), loaded.rows);
		const joined = joinManifests([whole.manifest, changes.manifest], replaced.words);
		if ("problems" in joined) throw new Error(joined.problems[0]?.message);
		const table = tableIn(
			loadTable({ manifest: joined.manifest, columns: [...whole.columns, ...changes.columns] }, catalogue, { timeZone: zone }),
		);
		expect([0, 1, 2, 3, 4].map((row) => table.isRemoved(row))).to.deep.equal([false, false, true, false, false]);
	});
});
