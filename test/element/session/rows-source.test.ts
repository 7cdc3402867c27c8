// Profiles as plain rows on the page: the same answers as a reference gives, in slices, and while they are still coming.
import { expect } from "chai";
import { compile } from "../../../src/compile.ts";
import type { AnsweringSource } from "../../../src/element/session/answering-source.ts";
import { profilesFromRows } from "../../../src/element/session/rows-source.ts";
import { Session } from "../../../src/element/session/session.ts";
import { type CatalogueInput, catalogue as readCatalogue } from "../../../src/fields/catalogue.ts";
import type { PreviewPlan } from "../../../src/preview/preview-plan.ts";
import { toPreviewPlan } from "../../../src/preview/to-preview-plan.ts";
import type { Profiles } from "../../../src/worker/index.ts";
import { uncaughtErrors } from "../../browser/uncaught-errors.ts";

const catalogue: CatalogueInput = {
	timezone: "UTC",
	fields: [
		{ name: "country", type: "text" },
		{ name: "points", type: "number" },
		{ name: "seen_at", type: "datetime" },
	],
};

const person = (index: number) => ({
	user_id: `u${index}`,
	country: index % 3 === 0 ? "CA" : "US",
	points: index % 5 === 0 ? "many" : index % 100,
	seen_at: "2026-05-01T23:30:00Z",
});
const people = (count: number): readonly unknown[] => Array.from({ length: count }, (_, index) => person(index));

function planOf(text: string, timeZone = "UTC"): PreviewPlan {
	const read = readCatalogue(catalogue);
	if ("problems" in read) throw new Error(read.problems[0]?.message);
	const compiled = compile(text, { catalogue: read.catalogue, now: 0, timeZone });
	if (!compiled.ok) throw new Error(compiled.diagnostics[0]?.message);
	return toPreviewPlan(compiled.segment.checked);
}

const asked = () => ({ signal: new AbortController().signal, latest: false });
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function previewed(source: AnsweringSource, plan: PreviewPlan) {
	const answer = await source.preview(plan, { limit: 0 }, asked());
	if (answer.kind !== "done") throw new Error(`${answer.kind}: ${JSON.stringify(answer)}`);
	return { count: answer.value.count, size: answer.value.size, basis: answer.value.basis, kind: answer.freshness.kind };
}

/** Gives its items when it is told to. */
class Slow implements AsyncIterable<unknown> {
	#give: ((items: IteratorResult<unknown>) => void) | undefined;
	#fail: ((error: unknown) => void) | undefined;
	[Symbol.asyncIterator](): AsyncIterator<unknown> {
		return {
			next: () =>
				new Promise((resolve, reject) => {
					this.#give = resolve;
					this.#fail = reject;
				}),
		};
	}
	async give(...items: readonly unknown[]): Promise<void> {
		for (const value of items) {
			this.#give?.({ value, done: false });
			await wait(0);
		}
	}
	end = (): void => this.#give?.({ value: undefined, done: true });
	fail = (error: unknown): void => this.#fail?.(error);
}

describe("profiles from rows", () => {
	it("are what the profiles of the worker are too", () => {
		const asSource = (profiles: Profiles): AnsweringSource => profiles;
		expect(asSource).to.be.a("function");
	});

	it("are counted exactly, every kind of question", async () => {
		const source = profilesFromRows(people(6_000), catalogue, { asOf: 17 });
		const canada = planOf('country = "CA"');
		expect(await previewed(source, canada)).to.deep.equal({ count: 2_000, size: 6_000, basis: "exact", kind: "complete" });
		const page = await source.page(canada.plan, { offset: 10, limit: 1, fields: ["points"] }, asked());
		expect(page.kind === "done" && page.value).to.deep.include({ total: 2_000, profiles: [{ row: 30, record: {} }] });
		expect(page.kind === "done" && page.freshness).to.deep.include({ kind: "complete", asOf: 17, profiles: 6_000 });
		const spread = await source.distribution({ plan: canada.plan, field: "country" }, {}, asked());
		expect(spread.kind === "done" && spread.value.values).to.deep.include({
			values: [
				{ value: "CA", inside: 2_000, everyone: 2_000 },
				{ value: "US", inside: 0, everyone: 4_000 },
			],
		});
		const numbers = await source.distribution({ plan: canada.plan, field: "points" }, { oneByOne: true, maxValues: 2 }, asked());
		expect(numbers.kind === "done" && numbers.value.values).to.deep.include({ kind: "top", isComplete: true });
		const points = planOf("points >= 50");
		const difference = await source.versionDifference({ before: canada.plan, after: points.plan }, {}, asked());
		expect(difference.kind === "done" && difference.value).to.include({ before: 2_000, after: 2_400, stays: 800 });
		const overlap = await source.overlap([canada, points], {}, asked());
		expect(overlap.kind === "done" && overlap.value.counts).to.deep.equal([2_000, 2_400]);
		const quality = await source.quality(["points"], asked());
		expect(quality.kind === "done" && quality.value).to.deep.equal({
			profiles: 6_000,
			notObjects: 0,
			fields: [{ field: "points", seen: 6_000, missing: 0, wrongType: 1_200, droppedItems: 0, example: '"many"' }],
		});
		expect(await source.raw([7, 99_999], {})).to.deep.equal([person(7), undefined]);
	});

	it("are read again when a text is about the days of another zone", async () => {
		const source = profilesFromRows(people(10), catalogue);
		const first = "seen_at on 2026-05-01";
		expect((await previewed(source, planOf(first))).count).to.equal(10);
		expect((await previewed(source, planOf(first, "Europe/Paris"))).count).to.equal(0);
		expect((await previewed(source, planOf(first))).count).to.equal(10);
	});

	it("say that there are none, what they cannot answer, and that a question was cancelled", async () => {
		const plan = planOf("points > 3");
		expect(await profilesFromRows([], catalogue).preview(plan, {}, asked())).to.deep.equal({ kind: "nothing" });
		const without = profilesFromRows(people(3), { timezone: "UTC", fields: [] });
		expect(await without.preview(plan, {}, asked())).to.deep.include({
			kind: "problems",
			problems: [
				{ code: "missing-column", leaf: 0, field: "points", message: 'The table has no column for "points". Build it with that field.' },
			],
		});
		const source = profilesFromRows(people(50_000), catalogue, { sliceMs: 1 });
		const controller = new AbortController();
		const answer = source.preview(plan, {}, { signal: controller.signal, latest: false });
		await wait(5);
		controller.abort();
		expect(await answer).to.deep.equal({ kind: "cancelled" });
		expect((await previewed(source, plan)).size).to.equal(50_000);
	});

	it("reject with the sentence of a broken catalogue, and with what the iterable throws", async () => {
		const broken = profilesFromRows(people(1), { fields: [{ name: "points", type: "figures" as never }] });
		const sentence = await broken.preview(planOf("points > 3"), {}, asked()).catch((error: Error) => error.message);
		expect(sentence).to.match(/^"figures" is not a type/);
		const slow = new Slow();
		const source = profilesFromRows(slow, catalogue);
		const rejected = source.preview(planOf("points > 3"), {}, asked()).catch((error: Error) => error.message);
		await wait(50);
		slow.fail(new Error("The line was cut."));
		expect(await rejected).to.equal("The line was cut.");
	});

	it("are told in part while they come, and that there are more; then they are exact", async () => {
		const slow = new Slow();
		const source = profilesFromRows(slow, catalogue);
		let told = 0;
		const end = source.subscribe?.(() => told++);
		const plan = planOf('country = "CA"');
		const first = previewed(source, plan);
		await wait(50);
		await slow.give(person(0), person(1));
		expect(await first).to.deep.equal({ count: 1, size: 2, basis: "partial", kind: "partial" });
		await wait(600);
		expect(told).to.equal(1);
		await slow.give(person(3));
		slow.end();
		await wait(10);
		expect(told).to.equal(2);
		expect(await previewed(source, plan)).to.deep.equal({ count: 2, size: 3, basis: "exact", kind: "complete" });
		end?.();
	});

	it("a listener that throws is not the others' misfortune", async () => {
		const source = profilesFromRows(people(4)[Symbol.iterator](), catalogue);
		let told = 0;
		source.subscribe?.(() => {
			throw new Error("of a listener");
		});
		source.subscribe?.(() => told++);
		const errors = await uncaughtErrors(1, async () => {
			await source.preview(planOf("points > 3"), {}, asked());
		});
		expect(errors).to.deep.equal(["of a listener"]);
		expect(told).to.equal(1);
		expect(await previewed(source, planOf('country = "CA"'))).to.deep.equal({ count: 2, size: 4, basis: "exact", kind: "complete" });
	});
});

describe("a session with an array of profiles", () => {
	const counted = async (session: Session): Promise<number | string> => {
		for (let tries = 0; tries < 500; tries++) {
			if (session.counts.kind === "exact") return session.counts.counted.preview.count;
			await wait(10);
		}
		return session.counts.kind;
	};

	it("answers from it, whichever of profiles and catalogue comes first, and anew for another catalogue", async () => {
		const session = new Session();
		session.configure({ profiles: people(30) });
		expect(session.inputs.profiles).to.equal(undefined);
		session.configure({ catalogue });
		const source = session.inputs.profiles;
		const end = session.subscribe(() => undefined);
		session.reset('country = "CA"');
		expect(await counted(session)).to.equal(10);
		session.configure({ now: 7 });
		expect(session.inputs.profiles).to.equal(source);
		session.configure({ catalogue: { ...catalogue, fields: [{ name: "country", type: "text", jsonPath: "$.user_id" }] } });
		expect(session.inputs.profiles).to.not.equal(source);
		session.reset('country = "u7"');
		expect(await counted(session)).to.equal(1);
		session.configure({ profiles: undefined });
		expect(session.counts).to.deep.equal({ kind: "idle" });
		session.configure({ catalogue });
		expect(session.inputs.profiles).to.equal(undefined);
		end();
	});
});
