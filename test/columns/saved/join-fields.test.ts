// Fields saved apart as one table: the same bytes as saved at once, and refused by name where they are not of one table.
import { expect } from "chai";
import fc from "fast-check";
import { joinFields, loadTable, saveTable, type SavedTable } from "../../../src/columns/index.ts";
import { hostileFields, hostileProfiles, shop, stateOf, tableIn, tableOf, zone } from "../tables.ts";

const catalogue = shop();
const profiles = [
	{ user_id: "a", points: "x", orders: [{ total: "many" }, 5] },
	{ user_id: "b", points: 2 },
];

const saveOf = (fields: readonly string[], people: readonly unknown[] = profiles, options: { readonly chunkRows?: number } = {}) =>
	saveTable(tableOf(people, catalogue, { fields }), options);

const problemsOf = (...saved: readonly { readonly manifest: unknown }[]) => {
	const joined = joinFields(saved.map(({ manifest }) => manifest));
	return "problems" in joined ? joined.problems : [];
};

describe("fields joined", () => {
	it("are the table, whatever it holds", () => {
		fc.assert(
			fc.property(hostileProfiles, fc.constantFrom(3, 32, 1000), (people, chunkRows) => {
				const table = tableOf(people);
				table.remove("a");
				const whole = saveTable(table, { chunkRows });
				const pieces = hostileFields.fields.map(({ name }): SavedTable => {
					const one = tableIn(loadTable(whole, hostileFields, { timeZone: zone, fields: [name] }));
					return saveTable(one, { chunkRows });
				});
				const joined = joinFields(pieces.map(({ manifest }) => manifest));
				expect("manifest" in joined && new Uint8Array(joined.manifest)).to.deep.equal(new Uint8Array(whole.manifest));
				const columns = pieces.flatMap((piece) => piece.columns);
				const manifest = "manifest" in joined ? joined.manifest : undefined;
				expect(stateOf(tableIn(loadTable({ manifest, columns }, hostileFields, { timeZone: zone })))).to.deep.equal(stateOf(table));
			}),
		);
	});

	it("have of each field the quality that was counted with its column", () => {
		const [points, others] = [saveOf(["points"]), saveOf(["user_id", "orders"])];
		const joined = joinFields([points.manifest, others.manifest]);
		const manifest = "manifest" in joined ? joined.manifest : undefined;
		const { table } = {
			table: tableIn(loadTable({ manifest, columns: [...points.columns, ...others.columns] }, catalogue, { timeZone: zone })),
		};
		expect(table.quality).to.deep.equal(tableOf(profiles, catalogue, { fields: ["points", "user_id", "orders"] }).quality);
		// A table that was loaded without a field says of it what was saved, which is older than what is counted with the field.
		const old = saveOf(["points", "user_id"], [{ user_id: "a", points: 1 }]);
		const grown = (fields: readonly string[]) => {
			const part = tableIn(loadTable(old, catalogue, { timeZone: zone, fields }));
			part.append({ user_id: 5, points: "two" });
			return saveTable(part);
		};
		const again = joinFields([grown(["points"]).manifest, grown(["user_id"]).manifest]);
		const columns = [...grown(["points"]).columns, ...grown(["user_id"]).columns];
		const result = tableIn(
			loadTable({ manifest: "manifest" in again ? again.manifest : undefined, columns }, catalogue, { timeZone: zone }),
		);
		expect(result.quality.fields.map(({ field, seen, wrongType }) => [field, seen, wrongType])).to.deep.equal([
			["user_id", 2, 1],
			["points", 2, 1],
		]);
	});

	it("are refused when they are not of one table", () => {
		const first = saveOf(["points"]);
		const other = (number: number) => ({
			code: "wrong-column",
			message: `Manifest ${number} is of other rows or chunks than the first. Save all fields of one table in chunks of one size.`,
		});
		expect(problemsOf(first, saveOf(["vip"]))).to.deep.equal([]);
		expect(problemsOf(first, saveOf(["vip"]), saveOf(["country"], [{}]))).to.deep.equal([other(3)]);
		expect(problemsOf(first, saveOf(["vip"], profiles, { chunkRows: 1 }))).to.deep.equal([other(2)]);
		expect(problemsOf(first, saveOf(["vip"], [{}, 5]))).to.deep.equal([other(2)]);
		const removed = tableOf(profiles, catalogue, { fields: ["user_id"] });
		removed.remove("a");
		expect(problemsOf(first, saveTable(removed))).to.deep.equal([other(2)]);
		// Of one row each, but one of two profiles.
		expect(problemsOf(saveOf(["vip"], [{}]), saveTable(removed, { dropRemoved: true }))).to.deep.equal([other(2)]);
	});

	it("are refused when one is damaged, of another zone, or there twice", () => {
		const first = saveOf(["points"]);
		expect(problemsOf(first, { manifest: first.manifest.slice(0, 40) }, { manifest: 5 })).to.deep.equal([
			{ code: "truncated", message: "Manifest 2 is cut off. Fetch it again, or build the table again." },
			{ code: "not-columns", message: "Manifest 3 is no buffer of saved columns. Build the table again." },
		]);
		expect(problemsOf(first, saveTable(tableOf(profiles, catalogue, { fields: ["vip"], timeZone: "Asia/Tokyo" })))).to.deep.equal([
			{
				code: "other-time-zone",
				message: `One table was saved with days in "${zone}", another in "Asia/Tokyo". Build one of them again.`,
			},
		]);
		expect(problemsOf(first, saveOf(["vip", "points"]), saveOf(["points"]))).to.deep.equal([
			{ code: "wrong-column", field: "points", message: '"points" was saved more than once. Join one manifest for each field.' },
		]);
		expect(() => joinFields([])).to.throw(RangeError, "There is no manifest to join.");
	});
});
