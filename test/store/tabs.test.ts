// Several tabs of one business at once, each a frame with the store's code of its own: one refreshes at a time, all see what it did, and wiping
// in one ends what the others do.
import { expect } from "chai";
import { databaseName } from "../../src/store/open-store.ts";
import type { ProfileStore, StoreEvent } from "../../src/store/index.ts";
import { type Frame, makeFrame } from "./frames.ts";
import { keptState } from "./kept-state.ts";
import { all, batches, newBusiness, open, people, rejection } from "./people.ts";
import { allRecords, connect, databasesOf, fullName, holdHead, manifestWritten } from "./raw-databases.ts";
import { storeError, told } from "./sentences.ts";

const options = { chunkRows: 64, blockRows: 16 };

describe("several tabs", () => {
	let business: string;
	let here: ProfileStore;
	let tab: Frame;
	let there: ProfileStore;

	beforeEach(async () => {
		business = newBusiness();
		({ store: here } = await open(business, options));
		tab = await makeFrame();
		({ store: there } = await tab.refresher.open(business, options));
	});

	afterEach(async () => {
		there.dispose();
		tab.remove();
		await here.wipe();
		here.dispose();
	});

	/** Calls back when it has begun, and goes on when it is let. */
	function halfWay(from: number, to: number, version: number) {
		const begun = Promise.withResolvers<void>();
		const goOn = Promise.withResolvers<void>();
		async function* source() {
			yield* batches(people(from, from + 200, version));
			begun.resolve();
			await goOn.promise;
			yield* batches(people(from + 200, to, version));
		}
		return { source: source(), begun: begun.promise, goOn: () => goOn.resolve() };
	}

	it("refresh one after the other, and the later wins", async () => {
		const first = halfWay(0, 900, 1);
		const order: string[] = [];
		const one = there.replace(first.source).then(() => order.push("there"));
		await first.begun;
		async function* later() {
			order.push("here begins");
			yield* batches(people(5_000, 5_700, 2));
		}
		const other = here.replace(later()).then(() => order.push("here"));
		await new Promise((resolve) => setTimeout(resolve, 300));
		expect(order).to.deep.equal([]);
		first.goOn();
		await Promise.all([one, other]);
		// Who is told first of what has ended is not said.
		expect(order.filter((each) => each !== "there")).to.deep.equal(["here begins", "here"]);
		expect(await keptState(here)).to.deep.equal({ kind: "complete", people: people(5_000, 5_700, 2) });
		expect(await all(there)).to.deep.equal(people(5_000, 5_700, 2));
		expect(await databasesOf(business)).to.have.length(3);
	});

	it("change one after the other, and both changes are kept", async () => {
		await here.replace(batches(people(0, 300)));
		await Promise.all([here.change(batches(people(0, 50, 1))), there.change(batches(people(50, 100, 2)))]);
		const versions = ((await all(here)) as { points: number }[]).map(({ points }) => Math.floor(points / 1_000));
		expect([0, 1, 2].map((version) => versions.filter((each) => each === version).length)).to.deep.equal([200, 50, 50]);
		expect(await all(there)).to.deep.equal((await keptState(here)).people);
	});

	it("change at once where the browser has no locks: the slower is told to start again, and nothing of the faster is lost", async () => {
		const locks = Object.getOwnPropertyDescriptor(Navigator.prototype, "locks") as PropertyDescriptor;
		Object.defineProperty(Navigator.prototype, "locks", { configurable: true, value: undefined });
		try {
			await here.replace(batches(people(0, 300)));
			const { store: faster } = await open(business, options);
			async function* slowly() {
				yield* batches(people(0, 50, 1));
				await faster.change(batches(people(40, 100, 2)));
			}
			expect(told(await rejection(here.change(slowly())))).to.deep.equal(storeError("replaced"));
			faster.dispose();
		} finally {
			Object.defineProperty(Navigator.prototype, "locks", locks);
		}
		expect((await keptState(here)).people).to.deep.equal([...people(0, 40), ...people(100, 300), ...people(40, 100, 2)]);
	});

	it("change at once where the browser has no locks, to the last step: only one pointer moves", async () => {
		const locks = Object.getOwnPropertyDescriptor(Navigator.prototype, "locks") as PropertyDescriptor;
		Object.defineProperty(Navigator.prototype, "locks", { configurable: true, value: undefined });
		try {
			await here.replace(batches(people(0, 900)));
			const { store: faster } = await open(business, options);
			const [first, second] = [halfWay(0, 300, 1), halfWay(200, 600, 2)];
			const changing = faster.change(first.source);
			const refused = rejection(here.change(second.source));
			await Promise.all([first.begun, second.begun]);
			const letGo = await holdHead(business);
			for (const each of [first, second]) {
				const written = manifestWritten();
				each.goOn();
				await written;
			}
			await letGo();
			await changing;
			expect(told(await refused)).to.deep.equal(storeError("replaced"));
			faster.dispose();
		} finally {
			Object.defineProperty(Navigator.prototype, "locks", locks);
		}
		expect((await keptState(here)).people).to.deep.equal([...people(300, 900), ...people(0, 300, 1)]);
	});

	it("see at once what another tab did", async () => {
		const seen: StoreEvent[] = [];
		const isTold = new Promise<void>((resolve) => {
			there.subscribe((event) => {
				seen.push(event);
				resolve();
			});
		});
		const freshness = await here.replace(batches(people(0, 300)));
		await isTold;
		expect(seen).to.deep.equal([{ kind: "freshness", freshness }]);
		expect(there.freshness).to.deep.equal(freshness);
		expect((await there.read(["points"]))?.table.size).to.equal(300);
	});

	it("see what another tab did at their next question, where there is no channel", async () => {
		there.dispose();
		Object.defineProperty(tab.window, "BroadcastChannel", { value: undefined });
		({ store: there } = await tab.refresher.open(business, options));
		const freshness = await here.replace(batches(people(0, 300)));
		expect(there.freshness).to.deep.equal({ kind: "empty" });
		expect((await there.read(["points"]))?.table.size).to.equal(300);
		expect(there.freshness).to.deep.equal(freshness);
		await here.wipe();
		expect((await there.read(["points"]))?.table.size).to.equal(undefined);
		expect(await all(there)).to.deep.equal([]);
	});

	it("a tab that is killed while it refreshes leaves its turn to the next", async () => {
		await here.replace(batches(people(0, 100)));
		const first = halfWay(0, 900, 1);
		void there.replace(first.source).catch(() => undefined);
		await first.begun;
		const waiting = here.replace(batches(people(0, 200, 2)));
		tab.remove();
		await waiting;
		expect(await all(here)).to.deep.equal(people(0, 200, 2));
		expect(await databasesOf(business)).to.have.length(3);
		tab = await makeFrame();
		({ store: there } = await tab.refresher.open(business, options));
	});

	for (const isFirst of [true, false]) {
		it(`a wipe while another tab refreshes ${isFirst ? "for the first time" : "anew"} ends that, and nothing comes back`, async () => {
			if (!isFirst) await here.replace(batches(people(0, 100)));
			const refresh = halfWay(0, 900, 1);
			const replacing = rejection(there.replace(refresh.source));
			await refresh.begun;
			const wiping = here.wipe();
			refresh.goOn();
			expect(told(await replacing)).to.deep.equal(storeError("wiped"));
			await wiping;
			await nothingComesBack();
		});

		it(`a wipe while another tab waits for the network ${isFirst ? "for the first time" : "anew"} takes its lock away`, async () => {
			if (!isFirst) await here.replace(batches(people(0, 100)));
			const refresh = halfWay(0, 900, 1);
			const replacing = rejection(there.replace(refresh.source));
			await refresh.begun;
			const from = performance.now();
			await here.wipe();
			// How long it takes at most is the limit of this test.
			expect(performance.now() - from).to.be.at.least(4_900);
			const held = (await navigator.locks.query()).held ?? [];
			expect(held.filter(({ name }) => name === `${databaseName(business)}/refresh`)).to.deep.equal([]);
			refresh.goOn();
			expect(told(await replacing)).to.deep.equal(storeError("wiped"));
			await nothingComesBack();
		});

		for (const isDeaf of [false, true]) {
			const how = `${isFirst ? "first load" : "refresh"} and its pointer${isDeaf ? ", of a tab that hears nothing and has no locks" : ""}`;
			it(`a wipe between the last write of another tab's ${how}: nothing comes back`, async () => {
				if (!isFirst) await here.replace(batches(people(0, 100)));
				if (isDeaf) {
					there.dispose();
					Object.defineProperty(tab.window, "BroadcastChannel", { value: undefined });
					Object.defineProperty(tab.window.navigator, "locks", { value: undefined });
					({ store: there } = await tab.refresher.open(business, options));
				}
				const written = manifestWritten(tab.window);
				const held = Promise.withResolvers<() => Promise<void>>();
				async function* source() {
					yield* batches(people(0, 300, 1));
					held.resolve(await holdHead(business));
				}
				const replacing = rejection(there.replace(source())).catch((error: unknown) => error);
				const letGo = await held.promise;
				await written;
				const wiping = here.wipe();
				// Now both wait for the head. One that hears nothing has no sign of it.
				if (isDeaf) await new Promise((resolve) => setTimeout(resolve, 200));
				else
					while (there.freshness.kind !== "empty" || there.freshness.because !== "wiped")
						await new Promise((resolve) => setTimeout(resolve, 5));
				await letGo();
				await wiping;
				const error = await replacing;
				// One that hears nothing can be done before the wipe begins: then it has been wiped like everything else.
				if (!isDeaf) expect(told(error)).to.deep.equal(storeError("wiped"));
				else if ((error as Error).message !== "nothing was rejected") expect(told(error)).to.deep.equal(storeError("replaced"));
				await nothingComesBack();
			});
		}
	}

	it("a refresh whose lock somebody takes is told, and its pointer does not move", async () => {
		await here.replace(batches(people(0, 100)));
		const refresh = halfWay(0, 900, 1);
		const replacing = rejection(there.replace(refresh.source));
		await refresh.begun;
		await navigator.locks.request(`${databaseName(business)}/refresh`, { steal: true }, async () => undefined);
		expect(told(await replacing)).to.deep.equal(storeError("replaced"));
		refresh.goOn();
		await new Promise((resolve) => setTimeout(resolve, 300));
		expect(await all(here)).to.deep.equal(people(0, 100));
		expect(await databasesOf(business)).to.have.length(3);
	});

	it("tell each other of segments", async () => {
		const isTold = new Promise<StoreEvent>((resolve) => {
			there.subscribe(resolve);
		});
		await here.putSegments([{ id: "vip", document: { text: "points > 1" } }]);
		expect(await isTold).to.deep.equal({ kind: "segments" });
		expect(await there.segments()).to.deep.equal([{ id: "vip", document: { text: "points > 1" } }]);
	});

	it("a wipe is seen by the others, which find nothing", async () => {
		await here.replace(batches(people(0, 100)));
		await there.read(["points"]);
		const isTold = new Promise<StoreEvent>((resolve) => {
			there.subscribe(resolve);
		});
		await here.wipe();
		expect(await isTold).to.deep.equal({ kind: "freshness", freshness: { kind: "empty", because: "wiped" } });
		expect(await databasesOf(business)).to.deep.equal([]);
		expect(await there.read(["points"])).to.equal(undefined);
	});

	for (const late of ["generation/late", "results"]) {
		it(`a wipe deletes ${late}, too, which a tab that hears nothing makes in the middle of it`, async () => {
			await here.replace(batches(people(0, 100)));
			const { databases } = IDBFactory.prototype;
			let looks = 0;
			IDBFactory.prototype.databases = async function () {
				looks++;
				// The second look is the one after everything was deleted.
				if (looks === 2) (await connect(fullName(business, late))).close();
				return databases.call(this);
			};
			await here.wipe().finally(() => {
				IDBFactory.prototype.databases = databases;
			});
			expect(looks).to.equal(4);
			expect(await databasesOf(business)).to.deep.equal([]);
		});
	}

	it("a wipe in both at once, and once more: nothing is left", async () => {
		await here.replace(batches(people(0, 100)));
		await here.putSegments([{ id: "vip", document: 1 }]);
		await Promise.all([here.wipe(), there.wipe(), here.wipe()]);
		await nothingComesBack();
		await here.wipe();
		expect(await databasesOf(business)).to.deep.equal([]);
	});

	async function nothingComesBack(): Promise<void> {
		await new Promise((resolve) => setTimeout(resolve, 300));
		const names = await databasesOf(business);
		// A tab that looks again makes a head, with nothing in it.
		expect(names.filter((name) => name !== "head")).to.deep.equal([]);
		if (names.length > 0) expect(await allRecords(business)).to.deep.equal([]);
		for (const store of [here, there]) {
			expect((await store.check()).kind).to.equal("empty");
			expect(await store.read([])).to.equal(undefined);
		}
	}
});
