// Pages where there is no worker, or a wrong one, or one that dies: they still answer, and say why.
import { expect } from "chai";
import type { Profiles, ProfilesOptions } from "../../src/worker/index.ts";
import { newBusiness, people, rejection } from "../store/people.ts";
import { count, next, open, planOf } from "./answers.ts";

type Illness = "none" | "throws" | "throws-at-once" | "hangs" | "dumb" | "other-protocol";

const started: string[] = [];

/** Only what hangs is noticed by its silence, and after four of these: a healthy worker on a very busy machine must not be taken for one. */
const pingMs = 1_000;

function ill(illness: Illness): Worker {
	started.push(illness);
	return new Worker(new URL(`/.cache/browser-tests/ill-worker.js?illness=${illness}`, location.href), { type: "module" });
}

describe("where there is no worker", () => {
	let business: string;
	let profiles: Profiles | undefined;

	beforeEach(() => {
		business = newBusiness();
		started.length = 0;
	});
	afterEach(async () => {
		await profiles?.wipe().catch(() => undefined);
		await profiles?.close();
		profiles = undefined;
	});

	const fill = (of: Profiles, to: number) => of.refresh({ kind: "iterable", profiles: people(0, to) });

	const choices: readonly (readonly [string, Partial<ProfilesOptions>, string, string])[] = [
		[
			"a factory that throws",
			{
				worker: () => {
					throw new Error("not here");
				},
			},
			"refused",
			"This browser does not let the page start a worker: the profiles are read on the page itself, in slices.",
		],
		[
			"an address where nothing is",
			{ worker: () => new Worker(new URL("/nothing-is-here.js", location.href), { type: "module" }) },
			"not-loaded",
			"The worker's file did not load: the profiles are read on the page itself, in slices.",
		],
		[
			"a worker that does not answer",
			{ worker: () => ill("dumb"), handshakeMs: 300 },
			"no-answer",
			"The worker did not answer in time: the profiles are read on the page itself, in slices.",
		],
		[
			"a worker of another version",
			{ worker: () => ill("other-protocol") },
			"other-protocol",
			"The worker is of another version of segql than the page: load both from the same version.",
		],
	];
	for (const [what, options, code, message] of choices) {
		it(`${what} leaves the work to the page, which says why`, async () => {
			profiles = await open(business, options);
			expect(profiles.where).to.equal("main");
			expect(profiles.workerProblem).to.include({ name: "WorkerError", code, message });
			await fill(profiles, 30);
			expect(await count(profiles, "points >= 10")).to.equal(20);
		});
	}

	it("a host's own worker does the work", async () => {
		profiles = await open(business, { worker: () => ill("none") });
		expect(profiles.where).to.equal("worker");
		await fill(profiles, 30);
		expect(await count(profiles, "points >= 10")).to.equal(20);
		expect(started).to.deep.equal(["none"]);
	});

	for (const endless of [Number.POSITIVE_INFINITY, 3e9]) {
		it(`a worker may take ${endless} ms to answer, which is longer than a timer counts`, async () => {
			profiles = await open(business, { worker: () => ill("none"), handshakeMs: endless, pingMs: endless });
			expect(profiles.where).to.equal("worker");
			await fill(profiles, 3_000);
			expect(await count(profiles, "points >= 10")).to.equal(2_700);
			expect(profiles.where).to.equal("worker");
			expect(started).to.deep.equal(["none"]);
		});
	}

	it("what is not of the protocol is ignored, on both sides", async () => {
		let own: Worker | undefined;
		profiles = await open(business, {
			worker: () => {
				own = ill("none");
				return own;
			},
		});
		await fill(profiles, 30);
		const rude: readonly unknown[] = [
			...[null, 7, "hello", [], {}, { kind: "call", id: 1, name: "wipe" }, { to: "segql" }, { to: "segql", kind: "__proto__" }],
			...[
				{ to: "segql", kind: "call", id: "1", name: "wipe" },
				{ to: "segql", kind: "cancel", id: 99 },
			],
			...[
				{ to: "segql", kind: "batch", id: 99, bytes: new ArrayBuffer(3) },
				{ to: "segql", kind: "call", id: 1e9, name: "__proto__" },
			],
			{ to: "segql", kind: "call", id: 1e9 + 1, name: "ask", given: { question: "constructor", about: null, options: {} } },
		];
		for (const message of rude) {
			own?.postMessage(message);
			own?.dispatchEvent(new MessageEvent("message", { data: message }));
		}
		expect(await count(profiles, "points >= 10")).to.equal(20);
		expect(profiles.where).to.equal("worker");
	});

	for (const [times, where] of [
		[1, "worker"],
		[2, "main"],
	] as const) {
		it(`a worker that dies while the profiles are opened is replaced, and so they open: ${times === 1 ? "once" : "the page after the second"}`, async () => {
			profiles = await open(business, { worker: () => ill(started.length < times ? "throws-at-once" : "none") });
			expect(profiles.where).to.equal(where);
			expect(started.filter((illness) => illness !== "none")).to.have.length(times);
			await fill(profiles, 30);
			expect(await count(profiles, "points >= 10")).to.equal(20);
		});
	}

	for (const illness of ["throws", "hangs"] as const) {
		it(`a worker that ${illness} in the middle of a preview is replaced by another, once, then by the page`, async () => {
			const first = await open(business, { worker: "none" });
			await fill(first, 300);
			await first.close();
			profiles = await open(business, { worker: () => ill(illness), pingMs });
			const told: string[] = [];
			profiles.subscribe((event) => event.kind === "worker-lost" && told.push(event.where));
			const lost = { name: "WorkerError", code: "lost", message: "The worker stopped before it had answered: ask again." };

			expect(await rejection(profiles.preview(planOf("points >= 10")))).to.include(lost);
			const segments = await profiles.segments();
			expect(segments).to.deep.equal([]);
			expect(profiles.where).to.equal("worker");
			expect(profiles.workerProblem).to.equal(undefined);

			expect(await rejection(profiles.preview(planOf("points >= 10")))).to.include(lost);
			expect(await count(profiles, "points >= 10")).to.equal(270);
			expect(profiles.where).to.equal("main");
			expect(profiles.workerProblem).to.include(lost);
			expect(started).to.deep.equal([illness, illness]);
			expect(told).to.deep.equal(["worker", "main"]);
			expect(profiles.freshness).to.include({ kind: "complete", profiles: 300 });
		});

		it(`a worker that ${illness} in the middle of a refresh lets go of the host's profiles, and the old ones are there`, async () => {
			const first = await open(business, { worker: "none" });
			await fill(first, 300);
			await first.close();
			let illnesses = 0;
			profiles = await open(business, { worker: () => ill(illnesses++ === 0 ? illness : "none"), pingMs });
			let returned = 0;
			function* source() {
				try {
					for (let from = 0; ; from += 10) yield* people(from, from + 10, 1);
				} finally {
					returned++;
				}
			}
			const lost = next(profiles, "worker-lost");
			expect(await rejection(profiles.refresh({ kind: "iterable", profiles: source() }))).to.include({ code: "lost" });
			expect(returned).to.equal(1);
			expect(await lost).to.deep.equal({ kind: "worker-lost", where: "worker" });
			expect(await count(profiles, "points >= 10")).to.equal(270);
			// The lock of the one that died is free.
			await fill(profiles, 20);
			expect(await count(profiles, "points >= 10")).to.equal(10);
			expect(profiles.where).to.equal("worker");
		});
	}
});
