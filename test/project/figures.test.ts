// The README's figures of columns and of the store are those of the last whole benchmarks: nobody types them.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { columnTable, goalTable, type SavedFigures } from "../bench/columns-table.ts";
import { type StoreFigures, storeTable } from "../bench/store-table.ts";
import { root } from "./source-files.ts";

const readme = readFileSync(join(root, "README.md"), "utf8");
const read = <T>(file: string): T => JSON.parse(readFileSync(join(root, "test/bench/figures", file), "utf8")) as T;
const figures = read<SavedFigures>("columns.json");
const store = read<StoreFigures>("store.json");

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

describe("the README's figures of the store", () => {
	it("are those of the last benchmark, of a million profiles", () => {
		expect(store.profiles).to.equal(1_000_000);
		expect(readme).to.include(storeTable(store));
		expect(readme, "what they were measured on").to.include(store.on);
	});

	it("call missed what is missed, and nothing else", () => {
		expect(store.goals).to.have.lengthOf(6);
		for (const { name, ratio, goal, isMet } of store.goals) {
			const [, sign, limit] = /^(≥|<) ([\d.]+)$/.exec(goal) ?? [];
			expect(sign, `${name}: ${goal}`).to.be.oneOf(["≥", "<"]);
			expect(isMet, name).to.equal(sign === "≥" ? ratio >= Number(limit) : ratio < Number(limit));
			expect(storeTable({ ...store, goals: [{ name, ratio, goal, isMet }] }).includes("(missed)"), name).to.equal(!isMet);
		}
	});
});
