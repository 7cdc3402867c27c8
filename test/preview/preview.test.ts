// Every number of a preview against the naive one: each condition compiled by itself and asked of each profile.
import { expect } from "chai";
import fc from "fast-check";
import { run } from "../../src/columns/index.ts";
import { type CountedCondition, page, preview, stateOf, toEnd } from "../../src/preview/index.ts";
import { parse } from "../../src/syntax/parse.ts";
import type * as ast from "../../src/syntax/ast.ts";
import { runs } from "../properties/runs.ts";
import { asksAt, compileAt, moment, questions, type World, worldOf } from "./world.ts";
import type { Moment } from "../properties/pools.ts";

const flat = (condition: CountedCondition): readonly CountedCondition[] => [condition, ...condition.items.flatMap(flat)];

function topOf(condition: ast.Condition | undefined): { readonly joins: string; readonly items: readonly ast.Condition[] } {
	if (condition?.kind === "named") return topOf(condition.item);
	if (condition?.kind === "and" || condition?.kind === "or") return { joins: condition.kind, items: condition.items };
	if (condition?.kind === "group" && (condition.quantity === "all" || condition.quantity === "any"))
		return { joins: condition.quantity === "all" ? "and" : "or", items: condition.items };
	return { joins: "", items: [] };
}

/** Counts of the conditions joined, for lists of them. */
function naiveJoin(joins: string, items: readonly ast.Condition[], text: string, when: Moment, world: World) {
	const tests = items.map(({ span }) => new Set(world.rowsOf(compileAt(text.slice(span.from, span.to), when))));
	const rows = world.profiles.flatMap((_, row) => (row in world.profiles ? [row] : []));
	const live = new Set(world.rowsOf({ test: () => true }));
	return (indexes: readonly number[]): number =>
		rows.filter((row) => live.has(row) && indexes[joins === "and" ? "every" : "some"]((index) => tests[index]?.has(row))).length;
}

describe("preview", () => {
	it("counts what the closures count, for the whole and for every condition", () => {
		fc.assert(
			fc.property(questions(1), ({ texts: [text = ""], when, rows }) => {
				const world = worldOf(rows, when);
				const { segment, plan } = asksAt(text, when);
				const answer = toEnd(preview(world.table, plan, { limit: 5 }));
				const inside = world.rowsOf(segment);
				expect([answer.count, answer.size]).to.deep.equal([inside.length, world.size]);
				expect(answer.share).to.equal(world.size === 0 ? 0 : inside.length / world.size);
				expect(answer.sample.profiles.map(({ row }) => row)).to.deep.equal(inside.slice(0, 5));
				for (const { span, count } of flat(answer.condition)) {
					const words = text.slice(span.from, span.to);
					expect(count, words).to.equal(world.rowsOf(compileAt(words, when)).length);
				}
				const { joins, items } = topOf(parse(text).segment.condition);
				const naive = naiveJoin(joins, items, text, when, world);
				const indexes = [...items.keys()];
				const funnel = joins === "and" ? indexes.map((index) => naive(indexes.slice(0, index + 1))) : [];
				expect(
					answer.funnel.map(({ count }) => count),
					text,
				).to.deep.equal(funnel);
				const without = items.length < 2 ? [] : indexes.map((left) => naive(indexes.filter((index) => index !== left)));
				expect(
					answer.without.map(({ count }) => count),
					text,
				).to.deep.equal(without);
			}),
			{ numRuns: runs(150) },
		);
	});

	it("joins generated conditions by and, or and at least, with a funnel and what each changes", () => {
		fc.assert(
			fc.property(questions(4), fc.constantFrom("and", "or"), ({ texts, when, rows }, joins) => {
				const world = worldOf(rows, when);
				const text = texts.map((one) => `(${one}\n)`).join(` ${joins} `);
				const answer = toEnd(preview(world.table, asksAt(text, when).plan));
				const top = topOf(parse(text).segment.condition);
				const naive = naiveJoin(top.joins, top.items, text, when, world);
				const indexes = [...top.items.keys()];
				expect(answer.without.map(({ count }) => count)).to.deep.equal(
					indexes.map((left) => naive(indexes.filter((index) => index !== left))),
				);
				expect(answer.funnel.map(({ count }) => count)).to.deep.equal(
					joins === "and" ? indexes.map((index) => naive(indexes.slice(0, index + 1))) : [],
				);
			}),
			{ numRuns: runs(60) },
		);
	});

	it("is the same on a table that has grown since, and from kept answers", () => {
		fc.assert(
			fc.property(questions(1), ({ texts: [text = ""], when, rows }) => {
				const half = rows.slice(0, rows.length / 2);
				const world = worldOf(
					half.map(([profile]) => [profile, false] as const),
					when,
				);
				const { plan, segment } = asksAt(text, when);
				const before = toEnd(preview(world.table, plan));
				for (const [profile] of rows.slice(half.length)) world.table.append(profile);
				const after = toEnd(preview(world.table, plan));
				expect(after.count).to.equal(rows.filter(([profile]) => segment.test(profile)).length);
				expect(stateOf(before, world.table)).to.equal(half.length === rows.length ? "exact" : "stale");
				expect(toEnd(preview(world.table, plan))).to.deep.equal(after);
			}),
			{ numRuns: runs(80) },
		);
	});

	it("of an empty table, and of one whose rows are all removed", () => {
		const { plan } = asksAt("not vip and points > 1", moment);
		for (const world of [worldOf([], moment), worldOf([[{ points: 5 }, true]], moment)]) {
			const { count, share, size, throughMissing, sample, funnel } = toEnd(preview(world.table, plan));
			expect({ count, share, size, throughMissing }).to.deep.equal({ count: 0, share: 0, size: 0, throughMissing: 0 });
			expect(sample.profiles).to.deep.equal([]);
			expect(funnel.map((step) => step.count)).to.deep.equal([0, 0]);
		}
	});

	it("labels conditions without their comments: on one line all that stands behind one would be part of it", () => {
		const { table } = worldOf([], moment);
		const { condition } = toEnd(preview(table, asksAt('# rich\npoints > 2 # in points\nand name != "a"', moment).plan));
		expect([condition.label, ...condition.items.map(({ label }) => label)]).to.deep.equal([
			'points > 2 and name != "a"',
			"points > 2",
			'name != "a"',
		]);
	});

	it("tells everything of a small example", () => {
		const profiles = [{ points: 5, name: "a" }, { points: 5, name: "b" }, { points: 5 }, { points: 1 }, {}];
		const { table } = worldOf(
			profiles.map((profile) => [profile, false] as const),
			moment,
		);
		const text = 'points > 2 and name != "a"';
		const answer = toEnd(preview(table, asksAt(text, moment).plan, { limit: 1, fields: ["name"], isLoading: true }));
		const points = { kind: "test", label: "points > 2", span: { from: 0, to: 10 } };
		const name = { kind: "test", label: 'name != "a"', span: { from: 15, to: 26 } };
		const fix = {
			title: "Add and name is set",
			edits: [
				{ span: { from: 15, to: 15 }, text: "(" },
				{ span: { from: 26, to: 26 }, text: " and name is set)" },
			],
		};
		const step = ({ label, span }: typeof points, count: number) => ({ label, span, count });
		expect(answer).to.deep.equal({
			...{ basis: "partial", version: 5, size: 5, count: 2, share: 0.4, throughMissing: 1 },
			condition: {
				...{ kind: "and", label: text, span: { from: 0, to: 26 }, count: 2, share: 0.4, throughMissing: 1 },
				items: [
					{ ...points, count: 3, share: 0.6, throughMissing: 0, items: [] },
					{ ...name, count: 4, share: 0.8, throughMissing: 3, fix, items: [] },
				],
			},
			funnel: [step(points, 3), step(name, 2)],
			without: [step(points, 4), step(name, 3)],
			sample: { offset: 0, total: 2, profiles: [{ row: 1, record: { name: "b" } }], version: 5 },
		});
	});

	it("takes maxLeaves conditions and not one more, and refuses a field that the table has no column for", () => {
		const { table } = worldOf([], moment);
		const { plan } = asksAt("points > 1 or points > 2 or points > 3", moment);
		expect(toEnd(preview(table, plan, { maxLeaves: 3 })).count).to.equal(0);
		expect(() => toEnd(preview(table, plan, { maxLeaves: 2 }))).to.throw(
			RangeError,
			"A preview takes at most 2 conditions, and here are 3. Raise maxLeaves.",
		);
		expect(() => toEnd(page(table, plan.plan, { fields: ["__proto__"] }))).to.throw(RangeError, 'The table has no column for "__proto__".');
		expect(run(table, plan.plan).count).to.equal(0);
	});
});
