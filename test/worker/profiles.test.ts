// The same questions and refreshes, once in a worker and once on the page: nobody can tell them apart by the answers.
import { expect } from "chai";
import { Dexie } from "dexie";
import { databaseName } from "../../src/store/open-store.ts";
import { profilesFromRows } from "../../src/element/session/rows-source.ts";
import { changePlan } from "../../src/preview/change-plan.ts";
import type { TopValues } from "../../src/preview/top-values.ts";
import { type Profiles, SourceError } from "../../src/worker/index.ts";
import { uncaughtErrors } from "../browser/uncaught-errors.ts";
import { newBusiness, people, person, rejection } from "../store/people.ts";
import { catalogue, count, next, open, planOf, until, wait } from "./answers.ts";

/** As its own text says, as often as it is asked. */
function iterable(profiles: readonly unknown[], onReturn: () => void = () => undefined): AsyncIterable<unknown> {
	return {
		async *[Symbol.asyncIterator]() {
			let isOver = false;
			try {
				yield* profiles;
				isOver = true;
			} finally {
				if (!isOver) onReturn();
			}
		},
	};
}

/** Changes a byte of every column on the disk. */
async function damage(business: string): Promise<void> {
	const names = (await Dexie.getDatabaseNames()).filter((name) => name.startsWith(`${databaseName(business)}/generation/`));
	for (const name of names.filter((each) => !each.endsWith(".raw"))) {
		const database = await new Dexie(name).open();
		const values = database.table<ArrayBuffer, string[]>("values");
		const keys = (await values.toCollection().primaryKeys()).filter(([kind]) => kind === "column");
		const buffers = await values.bulkGet(keys);
		for (const buffer of buffers) {
			const bytes = new Uint8Array(buffer as ArrayBuffer);
			bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
		}
		for (const [index, key] of keys.entries()) await values.put(buffers[index] as ArrayBuffer, key);
		database.close();
	}
}

for (const where of ["worker", "main"] as const) {
	describe(`profiles, ${where === "worker" ? "in a worker" : "on the page"}`, () => {
		const worker = where === "worker" ? "auto" : "none";
		let business: string;
		let profiles: Profiles;

		beforeEach(async () => {
			business = newBusiness();
			profiles = await open(business, { worker });
		});
		afterEach(async () => {
			await profiles.wipe().catch(() => undefined);
			await profiles.close();
		});

		const fill = (from: number, to: number, version = 0) => profiles.refresh({ kind: "iterable", profiles: people(from, to, version) });

		it("are where they were asked to be, empty at first, and nobody can be counted", async () => {
			expect(profiles.where).to.equal(where);
			expect(profiles.workerProblem).to.equal(undefined);
			expect(profiles.isKept).to.equal(true);
			expect(profiles.freshness).to.deep.equal({ kind: "empty" });
			expect(await profiles.preview(planOf("points > 10"))).to.deep.equal({ kind: "nothing" });
		});

		it("are refreshed from an iterable, counted, and there at the next visit", async () => {
			const freshness = await fill(0, 3_000);
			expect(freshness).to.include({ kind: "complete", profiles: 3_000, problems: 0, hasRaw: true });
			expect(profiles.freshness).to.deep.equal(freshness);
			const answer = await profiles.preview(planOf('country = "CA" and points >= 50'), { limit: 2 });
			if (answer.kind !== "done") throw new Error(answer.kind);
			expect(answer.freshness).to.deep.equal(freshness);
			const expected = people(0, 3_000).filter(({ country, points }) => country === "CA" && points >= 50);
			expect(answer.value).to.include({ basis: "exact", size: 3_000, count: expected.length });
			expect(answer.value.funnel.map((step) => step.count)).to.deep.equal([1_000, expected.length]);
			expect(answer.value.sample.profiles).to.deep.equal(
				expected
					.slice(0, 2)
					.map(({ user_id, country, points }) => ({ row: Number(user_id.slice(1)), record: { user_id, country, points } })),
			);
			expect(await profiles.raw([7, 2_999])).to.deep.equal([person(7), person(2_999)]);
			await profiles.close();
			profiles = await open(business, { worker });
			expect(profiles.freshness).to.deep.equal(freshness);
			expect(await count(profiles, 'country = "CA"')).to.equal(1_000);
		});

		it("are refreshed from a file and from an address, which is the page's to say", async () => {
			const file = new Blob([
				people(0, 30)
					.map((each) => JSON.stringify(each))
					.join("\n"),
			]);
			expect(await profiles.refresh({ kind: "file", file })).to.include({ kind: "complete", profiles: 30 });
			expect(await count(profiles, "points >= 10")).to.equal(20);
			const address = { kind: "url", url: "/test/project/people.ndjson" } as const;
			expect(await profiles.refresh(address)).to.include({ kind: "complete", problems: 0 });
			expect(profiles.freshness).to.have.property("profiles").that.is.greaterThan(1);
			const error = await rejection(profiles.refresh({ kind: "url", url: "/test/project/nobody.ndjson" }));
			expect(error).to.be.instanceOf(SourceError);
			expect(error).to.include({ code: "not-found", status: 404 });
		});

		it("answer every question", async () => {
			await fill(0, 600);
			const [canada, points] = [planOf('country = "CA"'), planOf("points >= 50")];
			const page = await profiles.page(canada.plan, { offset: 10, limit: 1, fields: ["points"] });
			expect(page).to.deep.include({ kind: "done" });
			expect(page.kind === "done" && page.value.profiles).to.deep.equal([{ row: 31, record: { points: 31 } }]);
			const spread = await profiles.distribution({ plan: canada.plan, field: "country" });
			expect(spread.kind === "done" && spread.value.profiles).to.deep.equal({ inside: 200, everyone: 600 });
			const rows = profilesFromRows([...people(0, 600)], catalogue);
			for (const [field, options] of [
				["total", { within: ["orders"], maxValues: 2 }],
				["points", { oneByOne: true, maxValues: 2 }],
			] as const) {
				const about = { plan: canada.plan, field };
				const told = await profiles.distribution(about, options);
				const onPage = await rows.distribution(about, options, { signal: new AbortController().signal, latest: false });
				if (told.kind !== "done" || onPage.kind !== "done") throw new Error(`${told.kind}, ${onPage.kind}`);
				expect(told.value.values).to.deep.equal(onPage.value.values);
				const first = field === "total" ? [0.01, 1, 1, 598] : [0, 2, 6, 98];
				const { values, others } = told.value.values as TopValues;
				expect([values[0]?.value, values[0]?.inside, values[0]?.everyone, others.values]).to.deep.equal(first);
			}
			const overlap = await profiles.overlap([canada, points]);
			expect(overlap.kind === "done" && overlap.value.counts).to.deep.equal([200, 300]);
			const difference = await profiles.versionDifference({ before: canada.plan, after: points.plan });
			if (difference.kind !== "done") throw new Error(difference.kind);
			const { enters, leaves, stays } = difference.value;
			expect([enters, leaves, stays]).to.deep.equal([200, 100, 100]);
			const entering = await profiles.page(changePlan(canada.plan, points.plan, "enters"), { limit: 0 });
			expect(entering.kind === "done" && entering.value.total).to.equal(200);
			const found = await profiles.page(canada.plan, { fields: ["email"], search: "PERSON.100@" });
			expect(found.kind === "done" && found.value.total).to.equal(1);
		});

		it("take arrays of profiles too, and count what is none", async () => {
			const source = [person(1), [person(2), person(3)], null, "u4", [undefined, 5], []];
			expect(await profiles.refresh({ kind: "iterable", profiles: source })).to.include({ kind: "complete", profiles: 3, problems: 4 });
			expect(await profiles.raw([0, 1, 2])).to.deep.equal(people(1, 4));
		});

		it("wait for those of an array that are still to come", async () => {
			const source = [Promise.resolve(person(1)), wait(20).then(() => people(2, 4)), person(4)];
			expect(await profiles.refresh({ kind: "iterable", profiles: source })).to.include({ kind: "complete", profiles: 4, problems: 0 });
			expect(await profiles.raw([0, 1, 2, 3])).to.deep.equal(people(1, 5));
			const failing = [person(1), wait(20).then(() => Promise.reject(new Error("not found")))];
			expect(await rejection(profiles.refresh({ kind: "iterable", profiles: failing }))).to.have.property("message", "not found");
			expect(profiles.freshness).to.include({ kind: "complete", profiles: 4 });
		});

		it("are none where nothing has a field of the catalogue, from an iterable as from elsewhere", async () => {
			for (const odd of [[{ error: "not allowed" }], [new Uint8Array(3)]]) {
				const error = await rejection(profiles.refresh({ kind: "iterable", profiles: odd }));
				expect(error).to.include({
					name: "SourceError",
					code: "not-profiles",
					message: "Nothing that came has a field of the catalogue: correct the address of the source, or the paths of the fields.",
				});
				expect(profiles.freshness).to.deep.equal({ kind: "empty" });
			}
			// Nobody is nobody, however that is said.
			expect(await profiles.refresh({ kind: "iterable", profiles: [[], []] })).to.include({ kind: "complete", profiles: 0 });
		});

		it("are fetched from a URL, relative to the page, and not again while it has not changed", async () => {
			const source = { kind: "url", url: "test/project/people.ndjson" } as const;
			const freshness = await profiles.refresh(source);
			expect(freshness).to.include({ kind: "complete", profiles: 4 });
			const again = await profiles.refresh(source);
			if (freshness.kind === "empty" || again.kind === "empty") throw new Error("Nothing is kept.");
			expect(again.revision).to.equal(freshness.revision);
			expect(again.asOf).to.be.at.least(freshness.asOf);
		});

		it("a source that cannot be read is told by code and sentence", async () => {
			const error = await rejection(profiles.refresh({ kind: "url", url: "nothing-is-here.ndjson" }));
			expect(error).to.be.instanceOf(SourceError);
			expect(error).to.include({
				code: "not-found",
				status: 404,
				message: "The server has no profiles at this address: correct the address of the source.",
			});
			// The host's limits travel: three of four lines are longer than 60 bytes, and all are longer than one.
			const limited = (to: string) => ({ kind: "url", url: `test/project/people.ndjson?limited-to=${to}` }) as const;
			expect(await profiles.refresh(limited("60"), { limits: { maxLineBytes: 60 } })).to.include({ profiles: 1, problems: 3 });
			expect(await rejection(profiles.refresh(limited("1"), { limits: { maxLineBytes: 1 } }))).to.include({
				name: "SourceError",
				code: "not-profiles",
				message:
					"Nothing that came can be read as a profile. Line 1 is longer than 1 bytes and is left out (maxLineBytes sets the limit). Give NDJSON, a JSON array or CSV, plain or gzip.",
			});
			expect(await rejection(profiles.refresh({ kind: "nonsense" } as never))).to.include({ name: "SourceError", code: "bad-source" });
		});

		it("what is damaged is fetched again from the last source, once", async () => {
			await fill(0, 300);
			await damage(business);
			await profiles.close();
			profiles = await open(business, { worker, source: { kind: "iterable", profiles: people(0, 40) } });
			const again = next(profiles, "refreshing");
			const refreshed = next(profiles, "refreshed");
			expect(await rejection(profiles.preview(planOf("points >= 10")))).to.include({
				name: "StoreError",
				code: "damaged",
				message: "The kept profiles cannot be read any more: fetch them again.",
			});
			expect(await again).to.include({ again: true });
			expect((await refreshed).freshness).to.include({ kind: "complete", profiles: 40 });
			expect(await count(profiles, "points >= 10")).to.equal(30);
			await damage(business);
			const told: string[] = [];
			profiles.subscribe(({ kind }) => told.push(kind));
			// Another column than those that are in memory.
			expect(await rejection(profiles.preview(planOf('country = "CA"')))).to.include({ code: "damaged" });
			await wait(100);
			expect(told).to.not.include("refreshing");
			expect(profiles.freshness).to.deep.equal({ kind: "empty", because: "damaged" });
		});

		it("a generator, which gives its profiles once, is not asked again", async () => {
			function* once() {
				yield* people(0, 300);
			}
			await profiles.refresh({ kind: "iterable", profiles: once() });
			await damage(business);
			const told: string[] = [];
			profiles.subscribe(({ kind }) => told.push(kind));
			expect(await rejection(profiles.preview(planOf("points >= 10")))).to.include({ code: "damaged" });
			await wait(100);
			expect(told).to.not.include("refreshing");
		});

		it("take changes by user_id", async () => {
			await fill(0, 100);
			const changed = [...people(5, 10, 1), { user_id: "u50", gone: true }, ...people(100, 102, 1)];
			const freshness = await profiles.refresh({ kind: "iterable", profiles: changed }, { mode: "changes", removedWhen: "gone" });
			expect(freshness).to.include({ kind: "complete", profiles: 101 });
			expect(await count(profiles, "points >= 1000")).to.equal(7);
		});

		it("a listener that throws fails no refresh, and the others hear of everything", async () => {
			let thrown = 0;
			const told: string[] = [];
			const end = profiles.subscribe(({ kind }) => {
				if (kind === "refreshing") return;
				thrown++;
				throw new Error(`of a listener to ${kind}`);
			});
			profiles.subscribe(({ kind }) => kind !== "refreshing" && told.push(kind));
			const errors = await uncaughtErrors(2, async () => {
				expect(await fill(0, 30)).to.include({ kind: "complete", profiles: 30 });
			});
			end();
			expect(errors).to.deep.equal(["of a listener to freshness", "of a listener to refreshed"]);
			expect(thrown).to.equal(2);
			expect(told).to.deep.equal(["freshness", "refreshed"]);
			expect(await count(profiles, "points >= 0")).to.equal(30);
		});

		it("refuse a mode that there is not, before anything is read or told", async () => {
			await fill(0, 20);
			const told: string[] = [];
			profiles.subscribe(({ kind }) => told.push(kind));
			let asked = 0;
			const source = { kind: "iterable", profiles: { [Symbol.iterator]: () => people(asked++, 3, 1)[Symbol.iterator]() } } as const;
			const error = await rejection(profiles.refresh(source, { mode: "change" as never }));
			expect(error).to.be.instanceOf(RangeError);
			expect(error).to.have.property("message", 'The mode of a refresh is "replace" or "changes", not "change".');
			expect(asked).to.equal(0);
			expect(await count(profiles, "points >= 0")).to.equal(20);
			expect(told).to.deep.equal([]);
		});

		it("tell of a refresh, and of its progress", async () => {
			const told: string[] = [];
			profiles.subscribe(({ kind }) => {
				if (told.at(-1) !== kind) told.push(kind);
			});
			const progress: number[] = [];
			await profiles.refresh({ kind: "iterable", profiles: people(0, 500) }, { onProgress: ({ profiles: so }) => progress.push(so) });
			expect(progress[0]).to.equal(0);
			expect(progress.at(-1)).to.equal(500);
			expect(told[0]).to.equal("refreshing");
			expect(told).to.include("freshness");
			expect(told.at(-1)).to.equal("refreshed");
		});

		it("tell of progress at most ten times a second, also of a small packed file, which is soon read and long written", async () => {
			const text = people(0, 20_000)
				.map((one) => `${JSON.stringify(one)}\n`)
				.join("");
			const file = await new Response(new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"))).blob();
			const told: unknown[] = [];
			const from = performance.now();
			await profiles.refresh({ kind: "file", file }, { onProgress: (progress) => told.push(progress) });
			// The first and the last are told besides.
			expect(told.length).to.be.at.most(2 + (performance.now() - from) / 100);
			expect(told[0]).to.deep.equal({ profiles: 0 });
			expect(told.at(-1)).to.deep.equal({ profiles: 20_000, share: 1 });
		});

		it("tell that a server is waited for, how long and for which time", async () => {
			const waits: unknown[] = [];
			const events: unknown[] = [];
			profiles.subscribe((event) => {
				if (event.kind === "refreshing" && event.progress.waiting) events.push(event.progress);
			});
			const freshness = await profiles.refresh(
				{ kind: "url", url: `/breaks-once.csv?${Math.random()}` },
				{ limits: { baseDelayMs: 20 }, onProgress: (progress) => progress.waiting && waits.push(progress) },
			);
			expect(freshness).to.include({ kind: "complete", profiles: 20_000 });
			expect(waits).to.have.length(1);
			const [{ waiting, profiles: so }] = waits as [{ waiting: { delayMs: number; failures: number }; profiles: number }];
			expect(waiting.failures).to.equal(1);
			expect(waiting.delayMs).to.be.within(0, 20);
			expect(so).to.be.within(0, 20_000);
			expect(events).to.deep.equal(waits);
		});

		it("ask an iterable for no more than they have room for, and tell it when they stop", async () => {
			await fill(0, 50);
			let taken = 0;
			let returned = 0;
			function* endless() {
				try {
					for (;;) yield { ...person(taken++), filler: "x".repeat(1_000) };
				} finally {
					returned++;
				}
			}
			const stop = new AbortController();
			const refreshing = profiles.refresh(
				{ kind: "iterable", profiles: endless() },
				{ signal: stop.signal, onProgress: ({ profiles: so }) => so > 2_000 && stop.abort(new Error("enough")) },
			);
			expect(await rejection(refreshing)).to.have.property("message", "enough");
			const takenThen = taken;
			await wait(50);
			expect(taken).to.equal(takenThen);
			expect(returned).to.equal(1);
			expect(profiles.freshness).to.include({ kind: "complete", profiles: 50 });
			expect(await count(profiles, "points >= 0")).to.equal(50);
		});

		it("stop at once when the iterable itself hangs", async () => {
			const hanging: AsyncIterable<unknown> = { [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => undefined) }) };
			const stop = new AbortController();
			const refreshing = profiles.refresh({ kind: "iterable", profiles: hanging }, { signal: stop.signal });
			setTimeout(() => stop.abort(new Error("too long")), 20);
			expect(await rejection(refreshing)).to.have.property("message", "too long");
		});

		it("an iterable that throws fails the refresh with that very error, and everybody is told", async () => {
			await fill(0, 20);
			const own = Object.assign(new Error("the host's own"), { details: new Map() });
			async function* failing() {
				yield* people(0, 5, 1);
				throw own;
			}
			const failed = next(profiles, "refresh-failed");
			expect(await rejection(profiles.refresh({ kind: "iterable", profiles: failing() }))).to.equal(own);
			expect((await failed).error).to.include({ name: "Error", message: "the host's own" });
			expect(await count(profiles, "points >= 1000")).to.equal(0);
		});

		it("refuse what is not data, and let go of the iterable", async () => {
			let returned = 0;
			const source = iterable([person(1), { user_id: "u2", big: 1n }], () => returned++);
			expect(await rejection(profiles.refresh({ kind: "iterable", profiles: source }))).to.include({
				name: "StoreError",
				code: "unkeepable",
				message: "A profile holds something that is not data, such as a number of more than 64 bits: only JSON values can be kept.",
			});
			expect(returned).to.equal(1);
		});

		it("a newer preview takes the place of an older one, and other questions of nothing", async () => {
			await fill(0, 200);
			const older = profiles.preview(planOf("points >= 1"));
			const page = profiles.page(planOf("points >= 2").plan);
			const alongside = profiles.preview(planOf("points >= 3"), {}, { latest: false });
			const newer = profiles.preview(planOf("points >= 4"));
			expect(await older).to.deep.equal({ kind: "cancelled" });
			expect((await page).kind).to.equal("done");
			expect((await alongside).kind).to.equal("done");
			expect((await newer).kind).to.equal("done");
		});

		it("a question ends by its signal, before it is asked and after", async () => {
			await fill(0, 200);
			const plan = planOf("points >= 1");
			expect(await profiles.preview(plan, {}, { signal: AbortSignal.abort() })).to.deep.equal({ kind: "cancelled" });
			const stop = new AbortController();
			const asking = profiles.page(plan.plan, {}, { signal: stop.signal });
			stop.abort();
			expect(await asking).to.deep.equal({ kind: "cancelled" });
			expect(await count(profiles, "points >= 1")).to.equal(198);
		});

		it("a question that was answered leaves no listener behind, neither at the host's signal nor at one of ours", async () => {
			await fill(0, 200);
			const { signal } = new AbortController();
			const { addEventListener, removeEventListener } = AbortSignal.prototype;
			const left = new Set<unknown>();
			AbortSignal.prototype.addEventListener = function (...given: Parameters<typeof addEventListener>) {
				left.add(given[1]);
				addEventListener.apply(this, given);
			};
			AbortSignal.prototype.removeEventListener = function (...given: Parameters<typeof removeEventListener>) {
				left.delete(given[1]);
				removeEventListener.apply(this, given);
			};
			let mostLeft = 0;
			try {
				const asking = profiles.page(planOf("points >= 1").plan, {}, { signal });
				mostLeft = left.size;
				expect((await asking).kind).to.equal("done");
				expect((await profiles.preview(planOf("points >= 2"), {}, { signal })).kind).to.equal("done");
				expect((await profiles.preview(planOf("points >= 3"))).kind).to.equal("done");
				expect(await rejection(profiles.page(planOf("points >= 1").plan, { offset: -1 }, { signal }))).to.be.instanceOf(RangeError);
			} finally {
				Reflect.deleteProperty(AbortSignal.prototype, "addEventListener");
				Reflect.deleteProperty(AbortSignal.prototype, "removeEventListener");
			}
			expect(mostLeft).to.be.greaterThan(0);
			expect(left.size).to.equal(0);
		});

		it("a field that is left out is a problem to tell, not an error", async () => {
			await profiles.wipe();
			await profiles.close();
			profiles = await open(business, { worker, leaveOut: "pii" });
			await fill(0, 30);
			const answer = await profiles.preview(planOf('email contains "person" and points > 1'));
			expect(answer).to.deep.equal({
				kind: "problems",
				problems: [
					{
						code: "missing-column",
						leaf: 0,
						field: "email",
						message: '"email" is left out of what this browser keeps, so it cannot be previewed here.',
					},
				],
				freshness: profiles.freshness,
			});
			expect(await count(profiles, "points >= 1")).to.equal(29);
			const shown = await profiles.preview(planOf("points >= 1"), { fields: ["points", "nonsense"] });
			expect(shown.kind === "problems" && shown.problems).to.deep.equal([
				{ code: "missing-column", field: "nonsense", message: 'The table has no column for "nonsense".' },
			]);
		});

		it("errors arrive by class, code and sentence, without a stack of the other side", async () => {
			await fill(0, 3);
			const error = (await rejection(profiles.page(planOf("points >= 1").plan, { offset: -1 }))) as Error;
			expect(error).to.be.instanceOf(RangeError);
			expect(error.message).to.equal("offset is a whole number from 0 on, not -1.");
			expect(error.stack ?? "").to.not.include("worker.js");
			await profiles.wipe();
			expect(await rejection(profiles.refresh({ kind: "iterable", profiles: [] }, { mode: "changes" }))).to.include({
				name: "StoreError",
				code: "nothing",
				message: "There are no kept profiles that could change: fetch all profiles first.",
			});
			expect(
				await rejection(
					open(newBusiness(), {
						worker,
						catalogue: {
							fields: [
								{ name: "x", type: "number" },
								{ name: "x", type: "text" },
							],
						},
					}),
				),
			)
				.to.be.instanceOf(RangeError)
				.and.have.property("message")
				.that.includes('"x"');
			expect(await rejection(open("", { worker }))).to.include({
				name: "TypeError",
				message: "A business id is a text that is not empty and has whole characters.",
			});
		});

		it("refuse a row that no table has, whatever is kept, and keep it", async () => {
			const refused = async (row: number, revision?: string): Promise<void> => {
				const error = await rejection(profiles.raw([row], revision === undefined ? {} : { revision }));
				expect(error).to.be.instanceOf(RangeError);
				expect(error).to.have.property("message", `A row is a whole number from 0 on, not ${row}.`);
			};
			await refused(-1);
			await fill(0, 20);
			for (const row of [-1, 1.5, Number.NaN]) await refused(row);
			await refused(-1, "another revision");
			expect(await profiles.raw([19, 20])).to.deep.equal([person(19), undefined]);
			expect(profiles.freshness).to.include({ kind: "complete", profiles: 20 });
		});

		it("keep the last exact preview of a text, and show it at the next visit", async () => {
			const freshness = await fill(0, 90);
			const plan = planOf("points >= 10");
			expect(await profiles.lastPreview(plan)).to.equal(undefined);
			const answer = await profiles.preview(plan);
			await profiles.close();
			profiles = await open(business, { worker });
			const last = await profiles.lastPreview(plan);
			expect(answer.kind === "done" && last).to.deep.equal({
				value: answer.kind === "done" && answer.value,
				revision: freshness.kind !== "empty" && freshness.revision,
				asOf: freshness.kind !== "empty" && freshness.asOf,
			});
			expect(await profiles.lastPreview(planOf("points >= 11"))).to.equal(undefined);
			await profiles.wipe();
			expect(await profiles.lastPreview(plan)).to.equal(undefined);
		});

		it("keep it without being closed, after a pause, and only the last of a row", async () => {
			await fill(0, 90);
			let from = 0;
			let points = 10;
			// On a very busy machine there may be a pause between the two: then two others.
			do {
				from = performance.now();
				points++;
				await profiles.preview(planOf(`points >= ${points}`));
				await profiles.preview(planOf(`points >= ${points + 40}`));
			} while (performance.now() - from > 400);
			await until(async () => (await profiles.lastPreview(planOf(`points >= ${points + 40}`))) !== undefined);
			expect((await profiles.lastPreview(planOf(`points >= ${points + 40}`)))?.value).to.include({ count: 50 - points });
			expect(await profiles.lastPreview(planOf(`points >= ${points}`))).to.equal(undefined);
		});

		it("keep segments", async () => {
			const told = next(profiles, "segments");
			await profiles.putSegments([
				{ id: "vip", document: { text: "points > 1" } },
				{ id: "__proto__", document: { text: "points > 2" } },
			]);
			await told;
			await profiles.removeSegments(["vip"]);
			expect(await profiles.segments()).to.deep.equal([{ id: "__proto__", document: { text: "points > 2" } }]);
		});

		it("are encrypted with the host's key, which travels", async () => {
			await profiles.wipe();
			await profiles.close();
			const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
			profiles = await open(business, { worker, key });
			expect(await fill(0, 40)).to.include({ isEncrypted: true });
			expect(await count(profiles, "points >= 10")).to.equal(30);
			await profiles.putSegments([{ id: "vip", document: { text: "points > 1" } }]);
			expect(await profiles.unreadableSegments()).to.deep.equal([]);
			await profiles.close();
			const other = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
			profiles = await open(business, { worker, key: other });
			expect(await profiles.segments()).to.deep.equal([]);
			expect(await profiles.unreadableSegments()).to.deep.equal(["vip"]);
		});

		it("wiping stops a refresh and leaves nothing", async () => {
			await fill(0, 10);
			const hanging: AsyncIterable<unknown> = { [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => undefined) }) };
			const refreshing = rejection(profiles.refresh({ kind: "iterable", profiles: hanging }));
			await next(profiles, "refreshing");
			await profiles.wipe();
			expect(await refreshing).to.include({ name: "StoreError", code: "wiped" });
			expect(profiles.freshness).to.deep.equal({ kind: "empty", because: "wiped" });
			const names = (await indexedDB.databases()).map(({ name }) => name ?? "");
			expect(names.filter((name) => name.includes(encodeURIComponent(business)))).to.deep.equal([]);
		});

		it("another tab's refresh is told, and the next preview is about its profiles", async () => {
			await fill(0, 100);
			const other = await open(business, { worker });
			expect(await count(other, "points >= 0")).to.equal(100);
			const told = next(other, "freshness", ({ freshness }) => freshness.kind === "complete" && freshness.profiles === 60);
			const freshness = await fill(0, 60, 1);
			expect((await told).freshness).to.deep.equal(freshness);
			const answer = await other.preview(planOf("points >= 1000"));
			expect(answer.kind === "done" && answer.freshness).to.deep.equal(freshness);
			expect(answer.kind === "done" && answer.value.count).to.equal(60);
			// Rows of the profiles that were there before are other persons' now.
			expect(await other.raw([1], { revision: "gone" })).to.deep.equal([undefined]);
			expect(await other.raw([1], freshness.kind === "empty" ? {} : freshness)).to.deep.equal([person(1, 1)]);
			await other.close();
		});

		it("closing ends a refresh, and the old profiles are there at the next visit", async () => {
			await fill(0, 10);
			let taken = 0;
			function* endless() {
				for (;;) yield person(taken++, 1);
			}
			const refreshing = rejection(profiles.refresh({ kind: "iterable", profiles: endless() }));
			await next(profiles, "refreshing");
			await profiles.close();
			expect(await refreshing).to.include({ name: "WorkerError", code: "closed" });
			profiles = await open(business, { worker });
			expect(await count(profiles, "points >= 0")).to.equal(10);
		});

		it("answer nothing once they are closed", async () => {
			const closing = profiles.close();
			expect(await rejection(profiles.segments())).to.include({
				name: "WorkerError",
				code: "closed",
				message: "The profiles were closed: open them again.",
			});
			await closing;
			expect(await rejection(profiles.preview(planOf("points >= 1")))).to.include({ code: "closed" });
			profiles = await open(business, { worker });
		});

		it("take a catalogue as plain data and nothing else", () => {
			expect(structuredClone(catalogue)).to.deep.equal(catalogue);
		});
	});
}
