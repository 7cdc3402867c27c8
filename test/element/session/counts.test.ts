import { expect } from "chai";
import { type CountsState, countedNow, isCounting, LiveCounts } from "../../../src/element/session/live-counts.ts";
import { Session } from "../../../src/element/session/session.ts";
import { defaultPolicy } from "../../../src/element/privacy/policy.ts";
import { done, FakeSource, freshness } from "./fake-source.ts";

const catalogue = { timezone: "UTC", fields: [{ name: "points", type: "number" }] } as const;

describe("the counts of a session", () => {
	let session: Session;
	let source: FakeSource;
	let kinds: string[];
	let end: () => void;

	beforeEach(async () => {
		session = new Session();
		source = new FakeSource();
		kinds = [];
		session.configure({ catalogue, profiles: source, now: 0 });
		end = session.subscribe(({ kind }) => {
			if (kind === "counts") kinds.push(session.counts.kind);
		});
		await session.load();
	});
	afterEach(() => end());

	it("there is nothing to count of an empty text", () => {
		expect(session.counts).to.deep.equal({ kind: "idle" });
		session.reset("  \n");
		expect(source.questions).to.have.lengthOf(0);
	});

	it("are asked for at once, and exact when they are there", async () => {
		session.reset("points > 1");
		expect(session.counts).to.deep.equal({ kind: "computing", isSlow: false });
		expect(source.last.latest).to.equal(false);
		await source.last.answer(done(4));
		expect(session.counts).to.deep.equal({
			kind: "exact",
			counted: { preview: { count: 4, total: 10 }, freshness, version: session.version },
		});
		expect(kinds).to.deep.equal(["computing", "exact"]);
	});

	it("of a newer text take the place of those of an older one, whenever they come", async () => {
		session.reset("points > 1");
		const first = source.last;
		session.reset("points > 2");
		expect([first.signal.aborted, source.last.signal.aborted]).to.deep.equal([true, false]);
		await source.last.answer(done(2));
		await first.answer(done(1));
		expect(session.counts).to.deep.include({ kind: "exact" });
		expect(countOf(session.counts)).to.equal(2);
	});

	it("are kept, and called old, while the text has errors and while others are computed", async () => {
		session.reset("points > 1");
		await source.last.answer(done(4));
		const { version } = session;
		session.reset("points >");
		expect(session.counts.kind).to.equal("stale");
		expect(countOf(session.counts)).to.equal(4);
		session.reset("points > 2");
		expect(session.counts).to.deep.include({ kind: "computing" });
		const { before } = session.counts as Extract<CountsState, { kind: "computing" }>;
		expect(before?.version).to.equal(version);
	});

	it("of the conditions without an error are asked for while the text has one", async () => {
		session.reset("points > 1 and points >");
		expect(session.counts).to.deep.equal({ kind: "stale", isCounting: true });
		expect(isCounting(session.counts)).to.equal(true);
		expect(source.last.plan.condition).to.include({ label: "points > 1" });
		await source.last.answer(done(4));
		const { version } = session;
		const sound = { preview: { count: 4, total: 10 }, freshness, version };
		expect(session.counts).to.deep.equal({ kind: "stale", sound });
		expect(isCounting(session.counts)).to.equal(false);
		expect(countedNow(session.counts, version)).to.deep.equal(sound);
		expect(countedNow(session.counts, version + 1)).to.equal(undefined);
	});

	it("of the conditions without an error are no answer to the text, and go with it", async () => {
		session.reset("points > 1");
		await source.last.answer(done(7));
		session.reset("points > 1 and points >");
		const asked = source.last;
		await asked.answer(done(4));
		expect(countOf(session.counts)).to.equal(7);
		session.reset("points > 2 and points >");
		expect(Object.keys(session.counts)).to.deep.equal(["kind", "before", "isCounting"]);
		const late = source.last;
		session.reset("points > 2");
		expect(late.signal.aborted).to.equal(true);
		await late.answer(done(5));
		expect(session.counts.kind).to.equal("computing");
		expect(countOf(session.counts)).to.equal(7);
	});

	it("of the conditions without an error that cannot be had are left out", async () => {
		session.reset("points > 1 and points >");
		await source.last.fail(new Error("The worker stopped."));
		expect(session.counts).to.deep.equal({ kind: "stale" });
		session.reset("points >");
		const asked = source.questions.length;
		session.recount();
		expect(source.questions).to.have.lengthOf(asked);
	});

	it("an error stops what is computed", async () => {
		session.reset("points > 1");
		const asked = source.last;
		session.reset("points >");
		expect(asked.signal.aborted).to.equal(true);
		await asked.answer(done(1));
		expect(session.counts).to.deep.equal({ kind: "stale" });
	});

	it("of no profiles are called so, and the last ones forgotten", async () => {
		session.reset("points > 1");
		await source.last.answer(done(4));
		session.recount();
		await source.last.answer({ kind: "nothing" });
		expect(session.counts).to.deep.equal({ kind: "empty" });
		session.reset("points >");
		expect(session.counts).to.deep.equal({ kind: "stale" });
	});

	it("that fail say why, and keep the last ones", async () => {
		session.reset("points > 1");
		await source.last.answer(done(4));
		session.recount();
		await source.last.fail(new Error("The worker stopped."));
		expect(session.counts).to.deep.include({ kind: "failed", message: "The worker stopped." });
		expect(countOf(session.counts)).to.equal(4);
		session.recount();
		await source.last.fail("no error object");
		expect(session.counts).to.deep.include({ message: "no error object" });
	});

	it("that cannot be had of these profiles say why", async () => {
		session.reset("points > 1");
		await source.last.answer({ kind: "problems", problems: [{ message: '"points" is left out.' }] });
		expect(session.counts).to.deep.equal({ kind: "failed", message: '"points" is left out.' });
		session.recount();
		await source.last.answer({ kind: "cancelled" });
		expect(session.counts).to.deep.equal({
			kind: "failed",
			message: "The question was cancelled. Change the text to ask again.",
		});
	});

	it("a source that throws at once has failed, too", async () => {
		source.preview = () => {
			throw new TypeError("not today");
		};
		session.reset("points > 1");
		await new Promise((resolve) => setTimeout(resolve));
		expect(session.counts).to.deep.equal({ kind: "failed", message: "not today" });
	});

	it("are asked for again when the profiles are others, and when a worker was lost", async () => {
		session.reset("points > 1");
		await source.last.answer(done(4));
		source.say("freshness");
		source.say("worker-lost");
		source.say("something else");
		expect(source.questions).to.have.lengthOf(3);
		await source.last.answer(done(5, { ...freshness, kind: "partial" }));
		expect(session.counts).to.deep.include({ kind: "exact" });
	});

	it("of another source begin anew", async () => {
		session.reset("points > 1");
		const first = source.last;
		await first.answer(done(4));
		const other = new FakeSource();
		session.configure({ profiles: other });
		expect(source.listeners).to.equal(0);
		expect(other.listeners).to.equal(1);
		expect(session.counts).to.deep.equal({ kind: "computing", isSlow: false });
		await other.last.answer(done(7));
		expect(countOf(session.counts)).to.equal(7);
		session.configure({ profiles: undefined });
		expect(session.counts).to.deep.equal({ kind: "idle" });
	});

	it("are not asked for again for what does not change them", async () => {
		session.reset("points > 1");
		session.configure({ saved: "points > 0", privacy: { ...defaultPolicy, personal: "show", smallestCount: 5 }, readOnly: true });
		expect(source.questions).to.have.lengthOf(1);
		session.configure({ now: 86_400_000 });
		expect(source.questions).to.have.lengthOf(2);
	});

	it("are nobody's business when nobody listens", async () => {
		session.reset("points > 1");
		const asked = source.last;
		end();
		expect(asked.signal.aborted).to.equal(true);
		expect(source.listeners).to.equal(0);
		session.reset("points > 2");
		expect(source.questions).to.have.lengthOf(1);
		end = session.subscribe(() => undefined);
		expect(source.questions).to.have.lengthOf(2);
		expect(source.listeners).to.equal(1);
	});
});

describe("counts that take long", () => {
	it("are called slow after a while, and exact when they come at last", async () => {
		const states: CountsState[] = [];
		const counts = new LiveCounts(() => states.push(counts.state), { slowMs: 20 });
		const source = new FakeSource();
		const plan = {} as never;
		void counts.ask(source, plan, 1);
		await new Promise((resolve) => setTimeout(resolve, 60));
		expect(states).to.deep.equal([
			{ kind: "computing", isSlow: false },
			{ kind: "computing", isSlow: true },
		]);
		await source.last.answer(done(3));
		expect(counts.state.kind).to.equal("exact");
	});

	it("are not called slow once they are there, stale or forgotten", async () => {
		const source = new FakeSource();
		const ends: readonly ((counts: LiveCounts) => unknown)[] = [
			() => source.last.answer(done(1)),
			(counts) => counts.markStale(),
			(counts) => counts.reset(),
		];
		for (const finish of ends) {
			const counts = new LiveCounts(() => undefined, { slowMs: 10 });
			void counts.ask(source, {} as never, 1);
			await finish(counts);
			const { kind } = counts.state;
			await new Promise((resolve) => setTimeout(resolve, 30));
			expect(counts.state.kind).to.equal(kind);
		}
	});
});

function countOf(state: CountsState): number | undefined {
	if (state.kind === "exact") return state.counted.preview.count;
	return "before" in state ? state.before?.preview.count : undefined;
}
