// Tables saved apart load as one: chunks of an import, and a table with its changes. No column is read to join them.
import { expect } from "chai";
import fc from "fast-check";
import { joinManifests, loadColumns, loadTable, saveTable, type SavedParts, type SavedTable } from "../../../src/columns/index.ts";
import type { Field } from "../../../src/fields/field.ts";
import { hostileFields, hostileProfiles, shop, stateOf, tableIn, tableOf, zone } from "../tables.ts";

function joined(tables: readonly SavedTable[], removedRows?: Int32Array): SavedParts {
	const result = joinManifests(
		tables.map(({ manifest }) => manifest),
		removedRows,
	);
	if ("problems" in result) throw new Error(result.problems.map(({ message }) => message).join(" "));
	return { manifest: result.manifest, columns: tables.flatMap(({ columns }) => columns) };
}

const names = hostileFields.fields.map(({ name }) => name);

const loadedState = (saved: SavedParts) => stateOf(tableIn(loadTable(saved, hostileFields, { timeZone: zone })));

describe("manifests joined", () => {
	it("are an import that was saved in pieces", () => {
		fc.assert(
			fc.property(fc.array(hostileProfiles, { minLength: 1, maxLength: 4 }), (pieces) => {
				const saved = joined(pieces.map((profiles) => saveTable(tableOf(profiles))));
				expect(loadedState(saved)).to.deep.equal(stateOf(tableOf(pieces.flat())));
			}),
		);
	});

	it("are a table and its changes, of which only user_id had to be loaded", () => {
		fc.assert(
			fc.property(hostileProfiles, hostileProfiles, (before, changed) => {
				const expected = tableOf(before);
				for (const profile of changed) expected.put(profile);
				const whole = saveTable(tableOf(before), { chunkRows: 32 });
				const ids = tableIn(loadTable(whole, hostileFields, { timeZone: zone, fields: ["user_id"] }));
				const changes = tableOf([]);
				for (const profile of changed) {
					ids.put(profile);
					changes.put(profile);
				}
				const saved = joined([whole, saveTable(changes)], ids.removedRows);
				expect(loadedState(saved)).to.deep.equal(stateOf(expected));
				// The table in use takes in the columns of both.
				expect(loadColumns(ids, saved, names)).to.deep.equal([]);
				expect(stateOf(ids)).to.deep.equal(stateOf(expected));
			}),
		);
	});

	it("remove the rows of a beginning too, and keep what each has removed", () => {
		const catalogue = shop();
		const people = (...ids: readonly string[]) =>
			tableOf(
				ids.map((user_id) => ({ user_id })),
				catalogue,
				{ fields: ["user_id"] },
			);
		const [first, second] = [people("a", "b", "c"), people("d", "e")];
		second.remove("e");
		const tables = [saveTable(first), saveTable(second)];
		const removed = (removedRows?: Int32Array) =>
			stateOf(tableIn(loadTable(joined(tables, removedRows), catalogue, { timeZone: zone })))
				.removed.map(Number)
				.join("");
		expect(removed()).to.equal("00001");
		expect(removed(new Int32Array([0b10]))).to.equal("01001");
		expect(removed(new Int32Array([-1, -1]))).to.equal("11111");
	});

	it("may have their fields in another order each", () => {
		fc.assert(
			fc.property(hostileProfiles, hostileProfiles, fc.shuffledSubarray(names, { minLength: names.length }), (first, second, order) => {
				const byName = new Map(hostileFields.fields.map((field) => [field.name, field]));
				const reordered = { ...hostileFields, fields: order.map((name) => byName.get(name) as Field) };
				const saved = joined([saveTable(tableOf(first), { chunkRows: 2 }), saveTable(tableOf(second, reordered), { chunkRows: 3 })]);
				expect(loadedState(saved)).to.deep.equal(stateOf(tableOf([...first, ...second])));
			}),
		);
	});

	it("are refused when one is damaged, of another zone, or of other fields", () => {
		const { manifest } = saveTable(tableOf([], shop()));
		const problems = (...manifests: readonly unknown[]) => {
			const result = joinManifests([manifest, ...manifests]);
			return "problems" in result ? result.problems : [];
		};
		expect(problems(manifest.slice(0, 40), undefined)).to.deep.equal([
			{ code: "truncated", message: "Manifest 2 is cut off. Fetch it again, or build the table again." },
			{ code: "not-columns", message: "Manifest 3 is no buffer of saved columns. Build the table again." },
		]);
		expect(problems(saveTable(tableOf([], shop(), { timeZone: "Asia/Tokyo" })).manifest)).to.deep.equal([
			{
				code: "other-time-zone",
				message: `One table was saved with days in "${zone}", another in "Asia/Tokyo". Build one of them again.`,
			},
		]);
		expect(problems(saveTable(tableOf([], shop({ name: "x", type: "text" }))).manifest)).to.deep.equal([
			{ code: "other-catalogue", field: "x", message: '"x" is not the same field in both tables. Build one of them again.' },
		]);
		expect(problems(manifest)).to.deep.equal([]);
		expect(() => joinManifests([])).to.throw(RangeError, "There is no manifest to join.");
	});
});
