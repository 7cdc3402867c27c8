// A few real kills of Chromium in the middle of a refresh. `npm run bench store-kills` does 201, whose figures are kept.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { type KillCount, killAtRandom, kinds } from "../bench/store-kills.ts";
import { root } from "./source-files.ts";

describe("kills of a real browser", function () {
	this.timeout(300_000);

	it("six of them leave the old profiles or the new ones, whole", async () => {
		const counts = await killAtRandom(6, 1_127);
		expect(counts.map(({ kind, kills, failures }) => ({ kind, kills, failures }))).to.deep.equal(
			kinds.map((kind) => ({ kind, kills: 2, failures: [] })),
		);
	});

	it("the last long run had at least 200, most of them midway, with nothing mixed and nothing lost", () => {
		const { kills, counts } = JSON.parse(readFileSync(join(root, "test/bench/figures/store-kills.json"), "utf8")) as {
			readonly kills: number;
			readonly counts: readonly KillCount[];
		};
		expect(kills).to.be.at.least(200);
		expect(counts.reduce((sum, count) => sum + count.kills, 0)).to.equal(kills);
		expect(counts.reduce((sum, count) => sum + count.midway, 0)).to.be.at.least(kills / 2);
		expect(counts.flatMap(({ failures }) => failures)).to.deep.equal([]);
	});
});
