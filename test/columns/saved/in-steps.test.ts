// Loading and saving with pauses: the same result, whatever happens to the table meanwhile, and nothing when somebody stops in between.
import { expect } from "chai";
import fc from "fast-check";
import {
	loadColumns,
	loadColumnsInSteps,
	loadTable,
	loadTableInSteps,
	saveTable,
	saveTableInSteps,
	type Steps,
	toEnd,
} from "../../../src/columns/index.ts";
import { hostileFields, hostileProfiles, manyHostileProfiles, rowsOf, shop, stateOf, tableIn, tableOf, zone } from "../tables.ts";

const limits = fc.constantFrom(0, 1, 2, 65_535);
const chunkSizes = fc.constantFrom(3, 32, 1000);
const catalogue = shop();
const people = Array.from({ length: 10 }, (_, row) => ({
	user_id: `u${row}`,
	points: row,
	country: `c${row}`,
	tags: ["x"],
	orders: [{ total: row }],
}));
const saved = saveTable(tableOf(people, catalogue), { chunkRows: 2 });

/** The result, with something done at each pause. */
function meanwhile<T>(steps: Steps<T>, atPause: (pause: number) => void): T {
	for (let pause = 0; ; pause++) {
		const step = steps.next();
		if (step.done) return step.value;
		atPause(pause);
	}
}

describe("loading in steps", () => {
	it("pauses for every chunk of every field, and is the table in the end", () => {
		let pauses = 0;
		const loaded = meanwhile(loadTableInSteps(saved, catalogue, { timeZone: zone, fields: ["points", "country"] }), () => pauses++);
		expect(stateOf(tableIn(loaded)).records).to.deep.equal(people.map(({ points, country }) => ({ points, country })));
		// Verified and copied, apart.
		expect(pauses).to.be.at.least(2 * 5 * 2);
	});

	it("pauses while one large chunk is verified", () => {
		const large = saveTable(tableOf(Array(1_100_000).fill({ points: 0.5 }), catalogue, { fields: ["points"] }));
		let pauses = 0;
		meanwhile(loadTableInSteps(large, catalogue, { timeZone: zone }), () => pauses++);
		// 8.8 MB, of which 4 MB are read at a time.
		expect(pauses).to.equal(3);
	});

	it("leaves the table alone when somebody stops in between", () => {
		const table = tableIn(loadTable(saved, catalogue, { timeZone: zone, fields: ["points"] }));
		const steps = loadColumnsInSteps(table, saved, ["country"]);
		for (let step = 0; step < 7; step++) expect(steps.next().done).to.equal(false);
		steps.return([]);
		expect([...table.frame.members.keys()]).to.deep.equal(["points"]);
		expect(loadColumns(table, saved, ["country"])).to.deep.equal([]);
		expect(rowsOf(table, 'country = "c3"')).to.deep.equal([3]);
	});

	it("says so when the table has got another row meanwhile, and stays with what others have loaded", () => {
		const table = tableIn(loadTable(saved, catalogue, { timeZone: zone, fields: ["points"] }));
		let country: unknown;
		const others = meanwhile(loadColumnsInSteps(table, saved, ["country", "tags"]), (pause) => {
			if (pause !== 5) return;
			expect(loadColumns(table, saved, ["country"])).to.deep.equal([]);
			country = table.frame.members.get("country");
		});
		expect(others).to.deep.equal([]);
		expect(table.frame.members.get("country")).to.equal(country);
		expect(rowsOf(table, 'country = "c3" and tags has "x"')).to.deep.equal([3]);
		const late = meanwhile(loadColumnsInSteps(table, saved, ["orders"]), (pause) => {
			if (pause === 5) table.append({ points: 99 });
		});
		expect(late).to.deep.equal([
			{ code: "wrong-column", message: "The table has 11 rows, but 10 were saved. Save the table again, and load from that." },
		]);
		expect(table.frame.members.has("orders")).to.equal(false);
	});
});

describe("saving in steps", () => {
	it("saves the table as it was when it began, whatever is appended, replaced and removed meanwhile", () => {
		const options = fc.record({ chunkRows: chunkSizes, dropRemoved: fc.boolean() });
		fc.assert(
			fc.property(manyHostileProfiles, hostileProfiles, limits, options, fc.boolean(), (before, after, most, how, isLoaded) => {
				const made = tableOf(before, hostileFields, { maxDistinctTexts: most });
				made.remove("a");
				const table = isLoaded ? tableIn(loadTable(saveTable(made), hostileFields, { timeZone: zone, maxDistinctTexts: most })) : made;
				const expected = stateOf(tableIn(loadTable(saveTable(table, how), hostileFields, { timeZone: zone })));
				const parts = meanwhile(saveTableInSteps(table, how), (pause) => {
					if (pause === 30) table.remove("b");
					else if (pause % 3 === 0 && pause / 3 < after.length) table.put(after[pause / 3]);
					else if (pause % 7 === 0) table.trim();
				});
				expect(stateOf(tableIn(loadTable(parts, hostileFields, { timeZone: zone })))).to.deep.equal(expected);
			}),
		);
	});

	it("pauses for every chunk of every field", () => {
		const table = tableOf(people, catalogue);
		let pauses = 0;
		const parts = meanwhile(saveTableInSteps(table, { chunkRows: 2 }), () => pauses++);
		expect(parts.columns.map(({ buffer }) => [...new Uint8Array(buffer)])).to.deep.equal(
			saved.columns.map(({ buffer }) => [...new Uint8Array(buffer)]),
		);
		expect(pauses).to.be.at.least(saved.columns.length);
	});

	it("refuses chunks of no rows before anything else", () => {
		expect(() => toEnd(saveTableInSteps(tableOf([], catalogue), { chunkRows: -1 }))).to.throw(
			RangeError,
			"chunkRows is a whole number from 1 on, not -1.",
		);
	});
});
