// Histograms and frequent values against counting by hand.
import { expect } from "chai";
import fc from "fast-check";
import { type Counts, distribution, type Histogram, toEnd, type TopValues } from "../../src/preview/index.ts";
import { dayBounds } from "../../src/preview/day-bounds.ts";
import { numberBounds } from "../../src/preview/number-bounds.ts";
import { runs } from "../properties/runs.ts";
import { asksAt, moment, questions, worldOf } from "./world.ts";

const nested = (record: unknown, name: string): unknown =>
	name.split(".").reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], record);

describe("preview: distribution", () => {
	it("counts every profile once, for every field, at most in as many buckets and values as asked", () => {
		const names = ["points", "spent", "born", "seen", "account.level", "name", "Full Name", "tags", "scores", "vip", "account.consent"];
		fc.assert(
			fc.property(
				questions(1),
				fc.constantFrom(...names),
				fc.integer({ min: 1, max: 9 }),
				({ texts: [text = ""], when, rows }, field, most) => {
					const world = worldOf(rows, when);
					const { segment, plan } = asksAt(text, when);
					const inside = new Set(world.rowsOf(segment));
					const everyone = world.rowsOf({ test: () => true });
					const values = everyone.map((row) => ({ isInside: inside.has(row), value: nested(world.table.recordAt(row), field) }));
					const count = (passes: (value: unknown) => boolean): Counts => {
						const found = values.filter(({ value }) => passes(value));
						return { inside: found.filter(({ isInside }) => isInside).length, everyone: found.length };
					};
					const answer = toEnd(distribution(world.table, plan.plan, field, { maxBuckets: most, maxValues: most }));
					expect(answer.profiles).to.deep.equal({ inside: inside.size, everyone: everyone.length });
					expect(answer.missing).to.deep.equal(count((value) => value === undefined));
					const found = answer.values;
					if (found.kind === "truths") {
						expect(found).to.deep.equal({
							kind: "truths",
							true: count((value) => value === true),
							false: count((value) => value === false),
						});
					} else if (found.kind === "histogram") expectBuckets(found, most, count);
					else
						expectTop(
							found,
							most,
							count,
							values.map(({ value }) => value),
						);
				},
			),
			{ numRuns: runs(200) },
		);
	});

	it("counts every profile once for each value of its elements, and numbers one by one, at most as many as asked", () => {
		const asked = [
			...(["points", "spent", "born", "account.level", "scores"] as const).map((field) => ({ field, within: [] })),
			...(["page", "n", "on"] as const).map((field) => ({ field, within: ["site visits"] })),
			...(["sku", "price", "best before", "flags"] as const).map((field) => ({ field, within: ["orders", "items"] })),
		];
		fc.assert(
			fc.property(
				questions(1),
				fc.constantFrom(...asked),
				fc.integer({ min: 1, max: 9 }),
				({ texts: [text = ""], when, rows }, { field, within }, most) => {
					const world = worldOf(rows, when);
					const { segment, plan } = asksAt(text, when);
					const inside = new Set(world.rowsOf(segment));
					const values = world
						.rowsOf({ test: () => true })
						.map((row) => ({ isInside: inside.has(row), value: valuesOf(world.table.recordAt(row), [...within, field]) }));
					const count = (passes: (value: unknown) => boolean): Counts => {
						const found = values.filter(({ value }) => passes(value));
						return { inside: found.filter(({ isInside }) => isInside).length, everyone: found.length };
					};
					const answer = toEnd(distribution(world.table, plan.plan, field, { within, oneByOne: true, maxValues: most }));
					expect(answer.missing).to.deep.equal(count((value) => value === undefined));
					expectTop(
						answer.values as TopValues,
						most,
						count,
						values.map(({ value }) => value),
					);
				},
			),
			{ numRuns: runs(200) },
		);
	});

	/** The value of a record at a path through its collections: all that their elements have; undefined where there is none. */
	function valuesOf(record: unknown, [name = "", ...inner]: readonly string[]): unknown {
		const value = nested(record, name);
		if (inner.length === 0) return value;
		const found = ((value ?? []) as readonly unknown[]).map((element) => valuesOf(element, inner)).filter((each) => each !== undefined);
		return found.length === 0 ? undefined : found.flat();
	}

	function expectBuckets({ bounds, buckets }: Histogram, most: number, count: (passes: (value: unknown) => boolean) => Counts): void {
		expect(buckets.length).to.be.at.most(most);
		expect(bounds.length).to.equal(buckets.length === 0 ? 0 : buckets.length + 1);
		for (const [index, bucket] of buckets.entries()) {
			const [from, to] = [bounds[index] as number, bounds[index + 1] as number];
			expect(to).to.be.greaterThan(from);
			expect(bucket, `${from} to ${to}`).to.deep.equal(count((value) => typeof value === "number" && value >= from && value < to));
		}
		const all = buckets.reduce((sum, { everyone }) => sum + everyone, 0);
		expect(all).to.equal(count((value) => value !== undefined).everyone);
	}

	function expectTop(top: TopValues, most: number, count: (passes: (value: unknown) => boolean) => Counts, all: readonly unknown[]): void {
		const distinct = [...new Set(all.flat())].filter((value) => value !== undefined);
		expect(top.values.length).to.equal(Math.min(most, distinct.length));
		expect(top.others.values).to.equal(distinct.length - top.values.length);
		const has = (wanted: unknown) => (value: unknown) => (Array.isArray(value) ? value.includes(wanted) : value === wanted);
		for (const { value, ...counts } of top.values) expect(counts, String(value)).to.deep.equal(count(has(value)));
		const told = new Set<unknown>(top.values.map(({ value }) => value));
		const rest = distinct.filter((value) => !told.has(value)).map((value) => count(has(value)));
		expect(top.others.everyone).to.equal(rest.reduce((sum, { everyone }) => sum + everyone, 0));
		const least = top.values.at(-1)?.inside ?? 0;
		for (const { inside } of rest) expect(inside).to.be.at.most(least);
	}

	it("counts apart maxDistinctValues and not one more", () => {
		const { table } = worldOf(
			["a", "b", "c", "c"].map((name) => [{ name }, false] as const),
			moment,
		);
		const { plan } = asksAt("name is set", moment).plan;
		const top = (maxDistinctValues: number) => toEnd(distribution(table, plan, "name", { maxDistinctValues })).values as TopValues;
		expect([top(3).isComplete, top(3).others.everyone]).to.deep.equal([true, 0]);
		expect([top(2).isComplete, top(2).others.everyone]).to.deep.equal([false, 2]);
	});

	it("has no bucket for a day that a zone left out", () => {
		// Samoa went from 29 to 31 December 2011.
		const when = { now: "2011-12-31T05:00:00Z", timezone: "Pacific/Apia" };
		const seen = [Date.UTC(2011, 11, 29, 10), Date.UTC(2011, 11, 31, 5)];
		const { table } = worldOf(
			seen.map((instant) => [{ seen: instant }, false] as const),
			when,
		);
		const { plan } = asksAt("seen is set", when).plan;
		const { bounds, buckets } = toEnd(distribution(table, plan, "seen", { maxBuckets: 3 })).values as Histogram;
		expect(bounds.map((bound) => new Date(bound).toISOString())).to.deep.equal([
			"2011-12-29T10:00:00.000Z",
			"2011-12-30T10:00:00.000Z",
			"2011-12-31T10:00:00.000Z",
		]);
		expect(buckets.map(({ everyone }) => everyone)).to.deep.equal([1, 1]);
	});

	it("has bounds that people can read", () => {
		expect(numberBounds(3, 97, 5, true)).to.deep.equal([0, 20, 40, 60, 80, 100]);
		expect(numberBounds(0, 0.5, 6, false)).to.deep.equal([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6]);
		expect(numberBounds(7, 7, 40, true)).to.deep.equal([7, 8]);
		expect(dayBounds(20260115, 20260310, 5)).to.deep.equal([20260101, 20260201, 20260301, 20260401]);
		expect(dayBounds(20260510, 20260511, 5)).to.deep.equal([20260510, 20260511, 20260512]);
		expect(dayBounds(19000101, 22991231, 10)).to.deep.equal([
			19000101, 19500101, 20000101, 20500101, 21000101, 21500101, 22000101, 22500101, 23000101,
		]);
	});

	it("zooms in, and counts what is beyond", () => {
		const { table } = worldOf(
			[1, 5, 6, 900].map((points) => [{ points }, false] as const),
			moment,
		);
		const { plan } = asksAt("points > 5", moment).plan;
		const { values } = toEnd(distribution(table, plan, "points", { low: 2, high: 10 }));
		expect(values).to.deep.equal({
			kind: "histogram",
			bounds: [5, 6, 7],
			buckets: [
				{ inside: 0, everyone: 1 },
				{ inside: 1, everyone: 1 },
			],
			below: { inside: 0, everyone: 1 },
			above: { inside: 1, everyone: 1 },
		});
	});

	it("refuses options that say nothing", () => {
		const { table } = worldOf([[{ points: 5 }, false]], moment);
		const { plan } = asksAt("points is set", moment).plan;
		for (const [options, message] of [
			[{ low: Number.NaN }, "low is a number, not NaN."],
			[{ high: Number.NaN }, "high is a number, not NaN."],
			[{ low: "5" as never }, "low is a number, not 5."],
			[{ high: null as never }, "high is a number, not null."],
			[{ maxBuckets: 0 }, "maxBuckets is a whole number from 1 on, not 0."],
			[{ maxBuckets: 1.5 }, "maxBuckets is a whole number from 1 on, not 1.5."],
		] as const) {
			expect(() => toEnd(distribution(table, plan, "points", options)))
				.to.throw(RangeError)
				.with.property("message", message);
		}
	});

	it("refuses collections and fields that are not there", () => {
		const { table } = worldOf([], moment);
		const { plan } = asksAt("vip", moment).plan;
		expect(() => toEnd(distribution(table, plan, "orders"))).to.throw(
			RangeError,
			'"orders" is a collection: its profiles have no one value to be spread.',
		);
		const within =
			(field: string, ...names: readonly string[]) =>
			() =>
				toEnd(distribution(table, plan, field, { within: names }));
		expect(within("page", "constructor")).to.throw(RangeError, 'The table has no collection "constructor".');
		expect(within("page", "points")).to.throw(RangeError, 'The table has no collection "points".');
		expect(within("toString", "orders", "items")).to.throw(RangeError, 'The table has no column for "orders.items.toString".');
		expect(within("items", "orders")).to.throw(RangeError, '"items" is a collection: its profiles have no one value to be spread.');
		expect(() => toEnd(distribution(table, plan, "constructor"))).to.throw(RangeError, 'The table has no column for "constructor".');
	});
});
