// A table saved without its removed rows: the same people in the same order, whatever is asked; at once, or a field at a time.
import { expect } from "chai";
import fc from "fast-check";
import { joinFields, loadTable, run, type SavedParts, type SavedTable, saveTable, type Table, toPlan } from "../../../src/columns/index.ts";
import { arbitraryCondition } from "../../properties/arbitrary-condition.ts";
import { compileAt } from "../../properties/agree.ts";
import { hostileFields, hostileProfiles, manyHostileProfiles, moment, rowsOf, shop, stateOf, tableIn, tableOf, zone } from "../tables.ts";

const chunkSizes = fc.constantFrom(1, 2, 7, 31, 32, 33, 64, 1000);
const limits = fc.constantFrom(0, 1, 2, 65_535);
/** Rows, some of which are removed. */
const removals = fc.array(fc.nat(70), { maxLength: 40 });

/** Removes the profiles with the user_ids of some rows. */
function withoutSome(table: Table, rows: readonly number[]): Table {
	for (const row of rows) {
		const id = row < table.rows ? table.recordAt(row).user_id : undefined;
		if (typeof id === "string" && !table.isRemoved(row)) table.remove(id);
	}
	return table;
}

const withIds = (profiles: readonly unknown[]): readonly unknown[] =>
	profiles.map((profile, row) =>
		typeof profile === "object" && profile !== null && !Array.isArray(profile) ? { ...profile, user_id: `u${row}` } : profile,
	);

const bytesOf = ({ manifest, columns }: SavedTable): readonly (readonly [string, readonly number[]])[] => [
	["", [...new Uint8Array(manifest)]],
	...columns.map(({ field, buffer }) => [field, [...new Uint8Array(buffer)]] as const),
];

const liveRows = (table: Table): readonly number[] =>
	Array.from({ length: table.rows }, (_, row) => row).filter((row) => !table.isRemoved(row));

interface World {
	readonly table: Table;
	readonly chunkRows: number;
	readonly maxDistinctTexts: number;
}

const worlds: fc.Arbitrary<World> = fc
	.record({ profiles: manyHostileProfiles, rows: removals, chunkRows: chunkSizes, maxDistinctTexts: limits })
	.map(({ profiles, rows, chunkRows, maxDistinctTexts }) => ({
		table: withoutSome(tableOf(withIds(profiles), hostileFields, { maxDistinctTexts }), rows),
		chunkRows,
		maxDistinctTexts,
	}));

const loaded = (saved: SavedParts, { maxDistinctTexts }: World, fields?: readonly string[]): Table =>
	tableIn(loadTable(saved, hostileFields, { timeZone: zone, maxDistinctTexts, ...(fields && { fields }) }));

const dropping = (table: Table, { chunkRows }: World): SavedTable => saveTable(table, { chunkRows, dropRemoved: true });

/** Loads, compacts and saves one field after the other, and joins what was saved. */
function fieldByField(saved: SavedTable, world: World): SavedTable {
	const names = hostileFields.fields.map(({ name }) => name);
	const pieces = names.map((name) => {
		const columns = saved.columns.filter(({ field }) => field === name);
		return dropping(loaded({ manifest: saved.manifest, columns }, world, [name]), world);
	});
	const joined = joinFields(pieces.map(({ manifest }) => manifest));
	if ("problems" in joined) throw new Error(joined.problems.map(({ message }) => message).join(" "));
	return { manifest: joined.manifest, columns: pieces.flatMap(({ columns }) => columns) };
}

describe("tables saved without their removed rows", () => {
	it("are the profiles in their order, with the quality of all so far, but no example that may be a removed one's", () => {
		fc.assert(
			fc.property(worlds, (world) => {
				const { table } = world;
				const compact = stateOf(loaded(dropping(table, world), world));
				expect(compact.records).to.deep.equal(liveRows(table).map((row) => table.recordAt(row)));
				expect(compact.removed).to.deep.equal(compact.records.map(() => false));
				const { quality } = table;
				const counts = quality.fields.map(({ example, ...counted }) =>
					table.size < table.rows ? counted : { ...counted, ...(example !== undefined && { example }) },
				);
				expect(compact.quality).to.deep.equal({ ...quality, fields: counts });
			}),
		);
	});

	it("answer every plan with the same people in the same order", () => {
		fc.assert(
			fc.property(worlds, fc.array(arbitraryCondition, { minLength: 1, maxLength: 4 }), (world, texts) => {
				const { table } = world;
				const compact = loaded(dropping(table, world), world);
				const live = liveRows(table);
				for (const text of texts) {
					const plan = toPlan(compileAt(text, moment).checked);
					const [before, after] = [run(table, plan), run(compact, plan)];
					expect(
						after.matches.rows().map((row) => live[row]),
						text,
					).to.deep.equal(before.matches.rows());
					expect([after.count, after.size, after.leafCounts]).to.deep.equal([before.count, before.size, before.leafCounts]);
				}
			}),
		);
	});

	it("are the same bytes when they are loaded and saved so once more", () => {
		fc.assert(
			fc.property(worlds, (world) => {
				const once = dropping(world.table, world);
				expect(bytesOf(dropping(loaded(once, world), world))).to.deep.equal(bytesOf(once));
			}),
		);
	});

	it("are the same bytes a field at a time", () => {
		fc.assert(
			fc.property(worlds, chunkSizes, (world, chunkRows) => {
				const saved = saveTable(world.table, { chunkRows });
				const atOnce = bytesOf(dropping(loaded(saved, world), world));
				const apart = bytesOf(fieldByField(saved, world));
				// At once the columns of a chunk follow one another, apart those of a field.
				const sorted = (bytes: typeof apart) => bytes.toSorted(([a], [b]) => (a < b ? -1 : +(a > b)));
				expect(sorted(apart)).to.deep.equal(sorted(atOnce));
			}),
		);
	});

	it("are those of the table as it was where none is removed", () => {
		fc.assert(
			fc.property(hostileProfiles, chunkSizes, (profiles, chunkRows) => {
				const table = tableOf(profiles);
				expect(bytesOf(saveTable(table, { chunkRows, dropRemoved: true }))).to.deep.equal(bytesOf(saveTable(table, { chunkRows })));
			}),
		);
	});

	it("keep a dictionary of what is used, and numbers as integers where they are", () => {
		const catalogue = shop({ name: "email", type: "text" });
		const profiles = [
			{ user_id: "a", country: "FR", points: 0.5, tags: ["x", "y"], orders: [{ total: 1.5, sku: "s" }] },
			{ user_id: "b", country: "US", points: 7, tags: ["y"], orders: [{ total: 3, sku: "t" }, {}] },
			{ user_id: "c", country: "US", points: -0, tags: [] },
		];
		const table = tableOf(profiles, catalogue);
		table.remove("a");
		const compact = tableIn(loadTable(saveTable(table, { dropRemoved: true }), catalogue, { timeZone: zone }));
		const columnOf = (name: string) => compact.frame.members.get(name)?.column;
		const [country, points, tags, orders] = ["country", "points", "tags", "orders"].map(columnOf);
		expect(country?.kind === "text" && country.coded?.texts).to.deep.equal(["US"]);
		expect(points?.kind === "number" && points.integers).to.deep.equal(new Int32Array([7, 0]));
		expect(tags?.kind === "list" && "texts" in tags.items && tags.items.texts).to.deep.equal(["y"]);
		const total = orders?.kind === "collection" ? orders.elements.members.get("total")?.column : undefined;
		expect(total?.kind === "number" && total.integers).to.deep.equal(new Int32Array([3, -(2 ** 31)]));
		expect(compact.removedRows).to.equal(undefined);
	});

	it("have chunks of as many rows as asked for, and one without rows when nobody is left", () => {
		const catalogue = shop();
		const table = tableOf(
			Array.from({ length: 10 }, (_, row) => ({ user_id: `u${row}` })),
			catalogue,
			{ fields: ["user_id"] },
		);
		const chunksOf = () =>
			saveTable(table, { chunkRows: 3, dropRemoved: true }).columns.map(({ buffer }) => new Int32Array(buffer)[5] as number);
		expect(chunksOf()).to.deep.equal([3, 3, 3, 1]);
		for (const id of ["u0", "u4", "u5", "u9"]) table.remove(id);
		expect(chunksOf()).to.deep.equal([3, 3]);
		for (const id of ["u1", "u2", "u3"]) table.remove(id);
		expect(chunksOf()).to.deep.equal([3]);
		for (const id of ["u6", "u7", "u8"]) table.remove(id);
		expect(chunksOf()).to.deep.equal([0]);
	});

	it("are right for many rows, wherever the removed ones are", () => {
		const catalogue = shop();
		const profiles = Array.from({ length: 5_000 }, (_, row) => ({
			user_id: `u${row}`,
			country: `c${row % 300}`,
			points: row % 3 === 0 ? row / 2 : row,
			vip: row % 5 === 0 ? undefined : row % 2 === 0,
			tags: Array.from({ length: row % 4 }, (_, index) => `t${(row + index) % 9}`),
			orders: Array.from({ length: row % 3 }, (_, index) => ({ total: row + index, sku: `s${row % 7}` })),
		}));
		for (const isGone of [
			(row: number) => row % 2 === 0,
			(row: number) => row % 100 === 7,
			(row: number) => row >= 100 && row < 4_900,
			(row: number) => row < 2_050 || row % 64 === 0,
		]) {
			const table = tableOf(profiles, catalogue);
			for (const [row, { user_id }] of profiles.entries()) if (isGone(row)) table.remove(user_id);
			const compact = tableIn(loadTable(saveTable(table, { chunkRows: 1_000, dropRemoved: true }), catalogue, { timeZone: zone }));
			const left = tableOf(
				profiles.filter((_, row) => !isGone(row)),
				catalogue,
			);
			expect(stateOf(compact).records).to.deep.equal(stateOf(left).records);
			const text = 'country = "c7" or tags has "t3" and any orders (total > 2000) or points in (33.5,44)';
			expect(rowsOf(compact, text)).to.deep.equal(rowsOf(left, text));
		}
	});
});
