// Estimates: exact where everybody is looked at, else with a margin that holds.
import { expect } from "chai";
import fc from "fast-check";
import type { TextColumn } from "../../src/columns/column/text-column.ts";
import { run } from "../../src/columns/index.ts";
import { mostPieceRows } from "../../src/columns/leaf/ahead.ts";
import { estimate, toEnd } from "../../src/preview/index.ts";
import { wilsonInterval } from "../../src/preview/wilson.ts";
import { planOf, shop, tableOf } from "../columns/tables.ts";
import { runs } from "../properties/runs.ts";
import { asksAt, moment, questions, worldOf } from "./world.ts";

describe("preview: estimate", () => {
	it("of a small table is exact, and says so", () => {
		fc.assert(
			fc.property(questions(1), ({ texts: [text = ""], when, rows }) => {
				const world = worldOf(rows, when);
				const { segment, plan } = asksAt(text, when);
				const count = world.rowsOf(segment).length;
				const { basis, sampled, ...answer } = toEnd(estimate(world.table, plan.plan));
				expect([basis, sampled, answer.count, answer.low, answer.high]).to.deep.equal(["exact", world.size, count, count, count]);
			}),
			{ numRuns: runs(60) },
		);
	});

	it("of a larger one looks at about as many as asked, and its margin holds the count", () => {
		const rows = Array.from({ length: 20_000 }, (_, row) => [{ points: Math.imul(row, 0x9e3779b1) >>> 22 }, row % 7 === 0] as const);
		const world = worldOf(rows, moment);
		for (const text of ["points < 512", "points < 10", "points >= 0", "points < 0", "not points < 100"]) {
			const { segment, plan } = asksAt(text, moment);
			const count = world.rowsOf(segment).length;
			const answer = toEnd(estimate(world.table, plan.plan, { sampleRows: 4_000 }));
			expect(answer.basis).to.equal("estimated");
			expect(answer.sampled).to.be.within(3_000, 4_096);
			expect(count, text).to.be.within(answer.low, answer.high);
			expect(answer.count, text).to.be.within(answer.low, answer.high);
		}
		const { plan } = asksAt("points < 512", moment);
		for (const deviations of [Number.NaN, -0.1, Number.POSITIVE_INFINITY])
			expect(() => toEnd(estimate(world.table, plan.plan, { deviations }))).to.throw(
				RangeError,
				`deviations is a number from 0 on, not ${deviations}.`,
			);
		const narrow = toEnd(estimate(world.table, plan.plan, { sampleRows: 4_000, deviations: 0 }));
		expect(narrow.high - narrow.low).to.be.at.most(1);
		expect(() => toEnd(estimate(world.table, plan.plan, { sampleRows: 0 }))).to.throw(RangeError, "sampleRows is a number above 0, not 0.");
	});

	it("makes an index in pieces on its way from stretch to stretch", () => {
		const table = tableOf(
			Array.from({ length: 40_000 }, (_, row) => ({ email: `ann${row}@example.org` })),
			shop({ name: "email", type: "text" }),
		);
		const plan = planOf('email ends with "7@example.org"', table.catalogue);
		const { column } = table.frame.members.get("email") ?? {};
		const tails = (column as TextColumn).plain?.tails;
		let made = 0;
		const steps = estimate(table, plan, { sampleRows: 2_000 });
		for (let step = steps.next(); !step.done; step = steps.next()) {
			expect((tails?.length ?? 0) - made).to.be.at.most(mostPieceRows);
			made = tails?.length ?? 0;
		}
		// The last stretch of a sample begins before the last row.
		expect(made).to.be.greaterThan(30_000);
		const exact = run(table, plan).count;
		const { low, high } = toEnd(estimate(table, plan, { sampleRows: 2_000 }));
		expect(exact).to.equal(4_000);
		expect(exact).to.be.within(low, high);
	});

	it("Wilson's interval", () => {
		const { low, high } = wilsonInterval(10, 100, 1.96);
		expect(low).to.be.closeTo(0.0552, 0.0001);
		expect(high).to.be.closeTo(0.1744, 0.0001);
		expect(wilsonInterval(0, 0, 1.96)).to.deep.equal({ low: 0, high: 1 });
		expect(wilsonInterval(0, 50, 1.96).low).to.equal(0);
		expect(wilsonInterval(50, 50, 1.96).high).to.equal(1);
	});
});
