import { expect } from "chai";
import { Table } from "../../src/columns/table.ts";
import { type Compiled, compile } from "../../src/compile.ts";
import { type CountOptions, countMatches } from "../../src/element/count-matches.ts";
import type { AnsweredPreview, AnsweringSource, RowSource } from "../../src/element/profile-source.ts";
import { type Catalogue, catalogue as readCatalogue } from "../../src/fields/catalogue.ts";
import { toEnd } from "../../src/columns/steps.ts";
import { preview as previewOf } from "../../src/preview/preview.ts";
import type { PreviewPlan } from "../../src/preview/preview-plan.ts";

function catalogueOf(): Catalogue {
	const read = readCatalogue({ timezone: "UTC", fields: [{ name: "points", type: "number" }] });
	if ("problems" in read) throw new Error("The catalogue is broken.");
	return read.catalogue;
}

function segmentOf(compiled: Compiled) {
	if (!compiled.ok) throw new Error(compiled.diagnostics[0]?.message);
	return compiled.segment;
}

describe("counting matches", () => {
	const catalogue = catalogueOf();
	const segment = segmentOf(compile("points >= 2", { catalogue }));

	/** One chunk of `count` people, whose points are 0, 1, 2, 3, 0, 1, … */
	const people = (count: number): RowSource => ({
		countProfiles: async () => count,
		async *profiles() {
			yield Array.from({ length: count }, (_, i) => ({ user_id: `u${i}`, points: i % 4 }));
		},
	});
	const run = (source: RowSource, options: Partial<CountOptions> = {}) =>
		countMatches(segment, catalogue, source, { signal: new AbortController().signal, sampleSize: 3, ...options });

	it("counts everyone, and keeps the first that match", async () => {
		const count = await run(people(1_000));
		expect(count).to.include({ matches: 500, total: 1_000 });
		expect(count.sample.map((record) => (record as { user_id: string }).user_id)).to.deep.equal(["u2", "u3", "u6"]);
		expect(count.fields).to.deep.equal(["user_id", "points"]);
	});

	it("counts nobody in an empty source", async () => {
		expect(await run(people(0))).to.deep.include({ matches: 0, total: 0, sample: [] });
	});

	it("looks up often, in the middle of a chunk", async () => {
		const looks: number[] = [];
		await run(people(1_000), { sliceMs: 0, onProgress: (done) => looks.push(done) });
		expect(looks).to.deep.equal(Array.from({ length: Math.floor(1_000 / 16) }, (_, index) => (index + 1) * 16));
	});

	it("gives the page its turn in the middle of a chunk", async () => {
		const stop = new AbortController();
		// It would take seconds to the end.
		const many: RowSource = {
			...people(0),
			async *profiles() {
				yield Array(2_000_000).fill({ user_id: "u1", points: 1 });
			},
		};
		const counting = run(many, { sliceMs: 0, signal: stop.signal });
		setTimeout(() => stop.abort(new Error("the page's turn")));
		expect(
			await counting.then(
				() => "nobody had a turn",
				(error: Error) => error.message,
			),
		).to.equal("the page's turn");
	});

	it("stops in the middle of a chunk", async () => {
		const stop = new AbortController();
		const seen: number[] = [];
		const counting = run(people(1_000), {
			signal: stop.signal,
			sliceMs: 0,
			onProgress: (done) => {
				seen.push(done);
				if (done >= 160) stop.abort(new Error("enough"));
			},
		});
		expect(
			await counting.then(
				() => "went on",
				(error: Error) => error.message,
			),
		).to.equal("enough");
		expect(seen.at(-1)).to.equal(160);
	});

	it("takes profiles that are none", async () => {
		const source: RowSource = {
			countProfiles: async () => 5,
			async *profiles() {
				yield [null, 7, "text", [], { points: 3 }];
			},
		};
		expect(await run(source)).to.include({ matches: 1, total: 5 });
	});

	describe("in profiles that answer themselves", () => {
		const table = new Table(catalogue, { timeZone: "UTC" });
		for (let index = 0; index < 1_000; index++) table.append({ user_id: `u${index}`, points: index % 4 });
		const answering = (answer: (about: PreviewPlan, limit: number) => AnsweredPreview): AnsweringSource => ({
			preview: async (about, { limit }) => answer(about, limit),
		});
		const freshness = { kind: "complete", asOf: Date.UTC(2026, 4, 1) };
		const preview = (about: PreviewPlan, limit: number) => toEnd(previewOf(table, about, { limit }));
		const count = (source: AnsweringSource, options: Partial<CountOptions> = {}) =>
			countMatches(segment, catalogue, source, { signal: new AbortController().signal, sampleSize: 3, ...options });

		it("asks for the count, and for as many as are shown", async () => {
			const found = await count(answering((about, limit) => ({ kind: "done", value: preview(about, limit), freshness })));
			expect(found).to.include({ matches: 500, total: 1_000, isPartial: false, asOf: freshness.asOf });
			expect(found.sample).to.deep.equal(["u2", "u3", "u6"].map((user_id, index) => ({ user_id, points: [2, 3, 2][index] })));
			expect(found.fields).to.deep.equal(["user_id", "points"]);
		});

		it("tells when more are on their way", async () => {
			const partial = { ...freshness, kind: "partial" };
			const found = await count(answering((about, limit) => ({ kind: "done", value: preview(about, limit), freshness: partial })));
			expect(found.isPartial).to.equal(true);
		});

		it("asks what is wrong with the values, where they can be asked", async () => {
			const quality = { profiles: 1_000, notObjects: 0, fields: [] };
			const source = answering((about, limit) => ({ kind: "done", value: preview(about, limit), freshness }));
			const asked: unknown[] = [];
			const found = await count({
				...source,
				quality: async (fields) => {
					asked.push(fields);
					return { kind: "done", value: quality };
				},
			});
			expect(found.quality).to.equal(quality);
			expect(asked).to.deep.equal([["points"]]);
			expect(await count({ ...source, quality: async () => ({ kind: "nothing" }) })).to.not.have.property("quality");
		});

		it("there may be none", async () => {
			expect(await count(answering(() => ({ kind: "nothing" })))).to.deep.include({ matches: 0, total: 0, sample: [] });
		});

		const why = (source: AnsweringSource, options: Partial<CountOptions> = {}) =>
			count(source, options).then(
				() => "counted",
				(error: Error) => error.message,
			);

		it("says why they cannot answer", async () => {
			const message = '"points" is left out of what this browser keeps, so it cannot be previewed here.';
			expect(await why(answering(() => ({ kind: "problems", problems: [{ message }] })))).to.equal(message);
		});

		it("rejects with the reason when it was told to stop, whatever the answer", async () => {
			const signal = AbortSignal.abort(new Error("enough"));
			expect(
				await why(
					answering(() => ({ kind: "cancelled" })),
					{ signal },
				),
			).to.equal("enough");
			expect(await why(answering(() => ({ kind: "cancelled" })))).to.equal("Another question took its place.");
		});
	});
});
