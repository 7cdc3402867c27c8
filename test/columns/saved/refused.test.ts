// What cannot be loaded is refused by name, whole messages; a part that was not loaded is a problem of the plan, and can be loaded later.
import { expect } from "chai";
import { loadColumns, loadTable, type SavedParts, saveTable } from "../../../src/columns/index.ts";
import { problemsOf, rowsOf, shop, stateOf, tableIn, tableOf, zone } from "../tables.ts";

const catalogue = shop();
const profiles = [
	{ user_id: "a", country: "FR", points: 1, tags: ["x"], orders: [{ total: 5 }] },
	{ user_id: "b", country: "US", points: "2", tags: ["y", "x"] },
];
const saved = saveTable(tableOf(profiles, catalogue));
const options = { timeZone: zone };
const problems = (parts: SavedParts, other = catalogue, more: object = {}) => {
	const loaded = loadTable(parts, other, { ...options, ...more });
	return "problems" in loaded ? loaded.problems : [];
};
const manifestProblem = (manifest: unknown) => problems({ ...saved, manifest });

/** The saved table with another buffer for a field. */
const withColumn = (field: string, change: (buffer: ArrayBuffer) => unknown): SavedParts => ({
	...saved,
	columns: saved.columns.map((column) => (column.field === field ? { field, buffer: change(column.buffer) } : column)),
});

/** A copy with another word at `index`. */
function withWord(buffer: ArrayBuffer, index: number, word: number): ArrayBuffer {
	const copy = buffer.slice();
	new Int32Array(copy)[index] = word;
	return copy;
}

describe("saved tables are refused", () => {
	it("when the manifest is none, of another version, or not whole", () => {
		const { manifest } = saved;
		expect(manifestProblem(manifest.slice(0, 31))).to.deep.equal([
			{ code: "truncated", message: "The manifest is cut off. Fetch it again, or build the table again." },
		]);
		expect(manifestProblem(manifest.slice(0, manifest.byteLength - 8))[0]?.code).to.equal("truncated");
		expect(manifestProblem(withWord(manifest, 1, 2))).to.deep.equal([
			{
				code: "newer-version",
				message: "The manifest was saved by a newer version. Load it with that version, or build the table again.",
			},
		]);
		expect(manifestProblem(withWord(manifest, 0, 0x53475143))).to.deep.equal([
			{ code: "other-byte-order", message: "The manifest was saved on a machine with another byte order. Build the table again here." },
		]);
		const none = [{ code: "not-columns", message: "The manifest is no buffer of saved columns. Build the table again." }];
		for (const stranger of [undefined, null, 5, "text", {}, new Uint8Array(manifest), withWord(manifest, 0, 0), saved.columns[0]?.buffer]) {
			expect(manifestProblem(stranger)).to.deep.equal(none);
		}
		expect(manifestProblem(withWord(manifest, 9, 5))).to.deep.equal([
			{ code: "corrupted", message: "The manifest is damaged. Fetch it again, or build the table again." },
		]);
	});

	it("when a column is not there, damaged, or another one; every one is told", () => {
		expect(problems(withColumn("points", () => undefined))).to.deep.equal([
			{
				code: "missing-column",
				message: 'The saved column "points" is not there. Fetch it again, or build the table again.',
				field: "points",
				chunk: 0,
			},
		]);
		const twice = withColumn("tags", (buffer) => withWord(buffer, 12, 77));
		expect(
			problems({ ...twice, columns: twice.columns.filter(({ field }) => field !== "country") }).map(({ code, field }) => [code, field]),
		).to.deep.equal([
			["missing-column", "country"],
			["corrupted", "tags"],
		]);
		expect(problems(withColumn("tags", (buffer) => buffer.slice(0, -4)))).to.deep.equal([
			{
				code: "truncated",
				message: 'The saved column "tags" is cut off. Fetch it again, or build the table again.',
				field: "tags",
				chunk: 0,
			},
		]);
		const other = saveTable(tableOf([{}, { points: 3 }], catalogue)).columns.find(({ field }) => field === "points")?.buffer;
		for (const verify of [true, false]) {
			expect(
				problems(
					withColumn("points", () => other),
					catalogue,
					{ verify },
				),
			).to.deep.equal([
				{
					code: "wrong-column",
					message: 'The saved column "points" is not the one that the manifest lists. Fetch it again, or build the table again.',
					field: "points",
					chunk: 0,
				},
			]);
		}
	});

	it("when chunks are in another order", () => {
		const chunks = saveTable(tableOf(profiles, catalogue, { fields: ["points"] }), { chunkRows: 1 });
		expect(problems(chunks)).to.deep.equal([]);
		expect(problems({ ...chunks, columns: chunks.columns.toReversed() }).map(({ code, chunk }) => [code, chunk])).to.deep.equal([
			["wrong-column", 0],
			["wrong-column", 1],
		]);
	});

	it("when the time zone is another one", () => {
		expect(problems(saved, catalogue, { timeZone: "Asia/Tokyo" })).to.deep.equal([
			{
				code: "other-time-zone",
				message: `The table was saved with days in "${zone}", not in "Asia/Tokyo". Build the table again.`,
			},
		]);
		expect(() => loadTable(saved, catalogue, { timeZone: "Mars" })).to.throw(RangeError, 'There is no time zone "Mars".');
	});

	it("when the catalogue's field is another one; a field that was added is not loaded", () => {
		const withX = (type: "text" | "number", more: object = {}) => shop({ name: "x", type, ...more });
		const x = saveTable(tableOf([{ x: "1" }], withX("text")));
		const messages = (parts: SavedParts, other: typeof catalogue, more: object = {}) =>
			problems(parts, other, more).map(({ code, field, message }) => `${code} ${field}: ${message}`);
		expect(messages(x, withX("number"))).to.deep.equal([
			'other-catalogue x: "x" was saved as type "text", but is of type "number" in the catalogue. Build the table again.',
		]);
		expect(messages(x, catalogue)).to.deep.equal([
			'other-catalogue x: "x" was saved, but is not in the catalogue any more. Build the table again.',
		]);
		expect(messages(x, withX("text", { jsonPath: "$.y" }))).to.deep.equal([
			'other-catalogue x: "x" was saved with another path, other decimals or other fields than it has in the catalogue. Build the table again.',
		]);
		expect(messages(saveTable(tableOf([], withX("number"))), withX("number", { decimals: 2 }))).to.have.length(1);
		expect(messages(x, withX("text", { description: "X", options: ["1"] }))).to.deep.equal([]);
		expect(messages(x, withX("number"), { fields: ["points"] })).to.deep.equal([]);
		expect(messages(saved, withX("text"), { fields: ["points", "x"] })).to.deep.equal([
			'missing-column x: "x" was not saved. Build the table again with it.',
		]);
		expect(tableIn(loadTable(saved, withX("text"), options)).frame.members.has("x")).to.equal(false);
		expect(() => loadTable(saved, catalogue, { ...options, fields: ["nobody"] })).to.throw(
			RangeError,
			'The catalogue has no field "nobody".',
		);
	});

	it("without verification still when sizes or kinds do not fit", () => {
		const unverified = (change: (buffer: ArrayBuffer) => unknown) =>
			problems(withColumn("points", change), catalogue, { verify: false }).map(({ code }) => code);
		expect(unverified((buffer) => buffer)).to.deep.equal([]);
		expect(unverified((buffer) => buffer.slice(8))).to.deep.equal(["not-columns"]);
		expect(unverified((buffer) => buffer.slice(0, -8))).to.deep.equal(["truncated"]);
		expect(unverified((buffer) => withWord(buffer, 5, 3))).to.deep.equal(["wrong-column"]);
		expect(unverified((buffer) => withWord(buffer, 6, 9))).to.deep.equal(["corrupted"]);
	});

	it("and an example of a field that has become personal is forgotten", () => {
		const secret = shop({ name: "x", type: "number" });
		const personal = shop({ name: "x", type: "number", pii: "PHONE" });
		const parts = saveTable(tableOf([{ x: "555" }], secret));
		const report = (other: typeof catalogue) => tableIn(loadTable(parts, other, options)).quality.fields.find(({ field }) => field === "x");
		expect(report(secret)?.example).to.equal('"555"');
		expect(report(personal)).to.deep.equal({ field: "x", seen: 1, missing: 0, wrongType: 1, droppedItems: 0 });
	});
});

describe("tables with some fields", () => {
	it("say which column a plan needs, and take it in later", () => {
		const table = tableIn(loadTable(saved, catalogue, { ...options, fields: [] }));
		expect(table.rows).to.equal(2);
		expect(problemsOf(table, 'points = 1 and country = "FR" and any orders (total > 1)')).to.deep.equal(
			["points", "country", "orders"].map((field, leaf) => ({
				code: "unloaded-column",
				message: `The table was loaded without "${field}". Load that column too.`,
				leaf,
				field,
			})),
		);
		expect(() => rowsOf(table, "points = 1")).to.throw(RangeError, 'The table was loaded without "points". Load that column too.');
		expect(loadColumns(table, saved, ["points"])).to.deep.equal([]);
		expect(rowsOf(table, "points = 1")).to.deep.equal([0]);
		expect(loadColumns(table, saved, ["orders", "points"])).to.deep.equal([]);
		expect(rowsOf(table, "any orders (total > 1)")).to.deep.equal([0]);
	});

	it("report the quality of all that was saved, and in the end are the whole table", () => {
		const whole = tableOf(profiles, catalogue);
		const table = tableIn(loadTable(saved, catalogue, { ...options, fields: ["tags"] }));
		expect(table.quality).to.deep.equal(whole.quality);
		const names = catalogue.fields.map(({ name }) => name);
		expect(loadColumns(table, saved, names.toReversed())).to.deep.equal([]);
		expect(table.put({ user_id: "b", points: 9 })).to.equal(whole.put({ user_id: "b", points: 9 }));
		expect(stateOf(table)).to.deep.equal(stateOf(whole));
		expect(Object.keys(table.recordAt(0))).to.deep.equal(Object.keys(whole.recordAt(0)));
	});

	it("take in nothing when something is wrong, or when their rows are others than those saved", () => {
		const table = tableIn(loadTable(saved, catalogue, { ...options, fields: ["points"] }));
		const damaged = withColumn("tags", (buffer) => withWord(buffer, 12, 77));
		expect(loadColumns(table, damaged, ["country", "tags"]).map(({ code }) => code)).to.deep.equal(["corrupted"]);
		expect(table.frame.members.has("country")).to.equal(false);
		table.append({ points: 3 });
		expect(loadColumns(table, saved, ["country"])).to.deep.equal([
			{
				code: "wrong-column",
				message: "The table has 3 rows, but 2 were saved. Save the table again, and load from that.",
			},
		]);
		expect(loadColumns(table, { ...saved, manifest: undefined }, ["country"])[0]?.code).to.equal("not-columns");
	});
});
