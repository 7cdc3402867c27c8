// The README's figures of columns are those of the last whole benchmark: nobody types them.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { columnTable, type SavedFigures } from "../bench/columns-table.ts";
import { root } from "./source-files.ts";

const readme = readFileSync(join(root, "README.md"), "utf8");
const figures = JSON.parse(readFileSync(join(root, "test/bench/figures/columns.json"), "utf8")) as SavedFigures;

describe("the README's figures of columns", () => {
	it("are those of the last benchmark", () => {
		expect(readme).to.include(columnTable(figures));
		expect(readme, "what they were measured on").to.include(figures.on);
	});

	it("name every goal that was missed", () => {
		for (const { what, isMet } of figures.goals) {
			if (!isMet) expect(readme, what).to.include(what.replace(/^[\d,]+ profiles: /, ""));
		}
	});
});
