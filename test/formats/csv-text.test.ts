// CSV that goes out: it reads back as it was, and nothing in it is a formula.
import { expect } from "chai";
import fc from "fast-check";
import Papa from "papaparse";
import { csvText, neutralCell } from "../../src/formats/csv-text.ts";
import { runs } from "../properties/runs.ts";

describe("CSV that is written", () => {
	it("puts an apostrophe before what a spreadsheet would calculate, and leaves numbers", () => {
		const cells = ["=1+1", "+1 555", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "-12.5", "-7", "--7", "12", "a=b", "", "'=1"];
		expect(cells.map(neutralCell)).to.deep.equal([
			...["'=1+1", "'+1 555", "'-2+3", "'@SUM(A1)", "'\t=1", "'\r=1", "'\n=1", "'＝1+1", "-12.5", "-7", "'--7", "12", "a=b", "", "'=1"],
		]);
	});

	it("quotes what needs it, and writes numbers and truths as they are", () => {
		expect(
			csvText([
				["id", "say"],
				['a "b", c', "two\nlines"],
				[-3, true],
				[undefined, "=x,y"],
			]),
		).to.equal('id,say\r\n"a ""b"", c","two\nlines"\r\n-3,true\r\n,"\'=x,y"\r\n');
		expect(csvText([])).to.equal("");
	});

	it("reads back as it was, but for the apostrophes, and no cell begins a formula", () => {
		const cell = fc.oneof(fc.string({ unit: "grapheme" }), fc.stringMatching(/^[=+@\-\t\r\n"',; a1.]{0,8}$/));
		fc.assert(
			fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), (rows) => {
				const read = Papa.parse<string[]>(csvText(rows), { newline: "\r\n", delimiter: "," }).data.slice(0, -1);
				expect(read).to.deep.equal(rows.map((row) => row.map(neutralCell)));
				for (const text of read.flat()) expect(/^-?\d+(\.\d+)?$/.test(text) || !/^[=+\-@\t\r\n]/.test(text)).to.equal(true);
			}),
			{ numRuns: runs(300) },
		);
	});
});
