// The README's figures of columns are those of the last whole benchmark: nobody types them.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { columnTable, goalTable, type SavedFigures } from "../bench/columns-table.ts";
import { root } from "./source-files.ts";

const readme = readFileSync(join(root, "README.md"), "utf8");
const figures = JSON.parse(readFileSync(join(root, "test/bench/figures/columns.json"), "utf8")) as SavedFigures;

describe("the README's figures of columns", () => {
	it("are those of the last benchmark", () => {
		expect(readme).to.include(columnTable(figures));
		expect(readme, "what they were measured on").to.include(figures.on);
	});

	it("hold every goal, also one that was missed", () => {
		expect(figures.goals.length).to.be.above(10);
		expect(readme).to.include(goalTable(figures));
	});
});
