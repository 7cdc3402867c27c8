// Regions and differences: counts, and texts that mean exactly them.
import { expect } from "chai";
import fc from "fast-check";
import { compile } from "../../src/compile.ts";
import { changePlan, overlap, page, toEnd, versionDifference } from "../../src/preview/index.ts";
import { toPreviewPlan } from "../../src/preview/to-preview-plan.ts";
import { segments } from "../properties/agree.ts";
import { propertySegments } from "../properties/arbitrary-catalogue.ts";
import { runs } from "../properties/runs.ts";
import { asksAt, compileAt, fields, moment, questions, worldOf } from "./world.ts";

describe("preview: overlap", () => {
	it("each region's text compiles to exactly its profiles, and all regions are everyone", () => {
		fc.assert(
			fc.property(questions(2), ({ texts, when, rows }) => {
				const world = worldOf(rows, when);
				const drafts = texts.map((text) => asksAt(text, when));
				const saved = propertySegments.slice(0, 2).map(({ name, text }) => {
					const segment = compileAt(text, when);
					return { segment, plan: toPreviewPlan(segment.checked, { name }) };
				});
				const asked = [...drafts, ...saved];
				const answer = toEnd(
					overlap(
						world.table,
						asked.map(({ plan }) => plan),
					),
				);
				const inside = asked.map(({ segment }) => new Set(world.rowsOf(segment)));
				expect(answer.counts).to.deep.equal(inside.map(({ size }) => size));
				for (const { segments: members, count, text } of answer.regions) {
					const rowsInside = world.rowsOf(compileAt(text, when));
					expect(rowsInside.length, text).to.equal(count);
					for (const row of rowsInside) expect(inside.flatMap((set, index) => (set.has(row) ? [index] : []))).to.deep.equal(members);
				}
				expect(answer.regions.reduce((sum, { count }) => sum + count, answer.outside)).to.equal(world.size);
				const sizes = answer.regions.map(({ count }) => count);
				expect(sizes).to.deep.equal(sizes.toSorted((a, b) => b - a));
			}),
			{ numRuns: runs(60) },
		);
	});

	it("refers to saved segments by their names, whatever they are", () => {
		const names = ['a "quoted" \\ name', "x"];
		const source = { find: (name: string) => ({ id: name, name, text: "vip", active: true }), names: () => names };
		const plans = names.map((name) => toPreviewPlan(compileAt("vip", moment).checked, { name }));
		const { table } = worldOf([[{ vip: true }, false]], moment);
		const [region] = toEnd(overlap(table, plans)).regions;
		expect(region).to.deep.equal({ segments: [0, 1], count: 1, text: 'in segment "a \\"quoted\\" \\\\ name" and in segment "x"' });
		const compiled = compile(region?.text ?? "", { catalogue: fields, segments: source, now: 0, timeZone: "UTC" });
		expect(compiled.ok).to.equal(true);
		expect(segments.names().length).to.be.greaterThan(0);
	});

	it("takes maxSegments and not one more; regions beyond maxRegions are summed", () => {
		const { table } = worldOf(
			[1, 2, 2, 3, 3, 3].map((points) => [{ points }, false] as const),
			moment,
		);
		const plans = ["points = 1", "points = 2", "points = 3"].map((text) => asksAt(text, moment).plan);
		const answer = toEnd(overlap(table, plans, { maxSegments: 3, maxRegions: 2 }));
		expect(answer.regions.map(({ segments: members, count }) => [members, count])).to.deep.equal([
			[[2], 3],
			[[1], 2],
		]);
		expect(answer.regions[0]?.text).to.equal("not (points = 1) and not (points = 2) and (points = 3)");
		expect(answer.others).to.deep.equal({ regions: 1, count: 1 });
		expect(() => toEnd(overlap(table, plans, { maxSegments: 2 }))).to.throw(
			RangeError,
			"An overlap takes at most 2 segments, and here are 3.",
		);
		for (const limit of ["maxSegments", "maxRegions"] as const)
			for (const value of [Number.NaN, -1, 1.5, Number.NEGATIVE_INFINITY])
				expect(() => toEnd(overlap(table, plans, { [limit]: value }))).to.throw(
					RangeError,
					`${limit} is a whole number from 0 on, not ${value}.`,
				);
		const none = toEnd(overlap(table, plans, { maxRegions: 0 }));
		expect([none.regions, none.others]).to.deep.equal([[], { regions: 3, count: 6 }]);
		expect(toEnd(overlap(table, plans, { maxRegions: Number.POSITIVE_INFINITY })).regions).to.have.length(3);
		expect(() => toEnd(overlap(table, []))).to.throw(RangeError, "An overlap is of at least one segment.");
	});
});

describe("preview: difference of versions", () => {
	it("tells who enters, leaves and stays, with pages of them", () => {
		fc.assert(
			fc.property(questions(2), ({ texts: [old = "", next = ""], when, rows }) => {
				const world = worldOf(rows, when);
				const [before, after] = [asksAt(old, when), asksAt(next, when)];
				const [was, is] = [world.rowsOf(before.segment), world.rowsOf(after.segment)];
				const naive = {
					enters: is.filter((row) => !was.includes(row)),
					leaves: was.filter((row) => !is.includes(row)),
					stays: was.filter((row) => is.includes(row)),
				};
				const answer = toEnd(versionDifference(world.table, before.plan.plan, after.plan.plan));
				expect([answer.before, answer.after]).to.deep.equal([was.length, is.length]);
				for (const change of ["enters", "leaves", "stays"] as const) {
					expect(answer[change], change).to.equal(naive[change].length);
					const { profiles } = toEnd(page(world.table, changePlan(before.plan.plan, after.plan.plan, change), { limit: 100 }));
					expect(
						profiles.map(({ row }) => row),
						change,
					).to.deep.equal(naive[change]);
				}
			}),
			{ numRuns: runs(80) },
		);
	});
});
