import { expect } from "chai";
import { Dexie } from "dexie";
import { openStore, type ProfileStore, StoreError } from "../../src/store/index.ts";
import { databaseName } from "../../src/store/profile-store.ts";

let number = 0;

/** A business nobody else has: the test files of one browser share its storage. */
const newBusiness = (): string => `test ${Date.now()} ${Math.random()} ${number++}`;

async function all(store: ProfileStore): Promise<unknown[]> {
	const found: unknown[] = [];
	for await (const chunk of store.profiles()) found.push(...chunk);
	return found;
}

const users = (from: number, to: number): { user_id: string }[] =>
	Array.from({ length: to - from }, (_, i) => ({ user_id: `u${from + i}` }));

async function rejection(promise: Promise<unknown>): Promise<unknown> {
	return promise.then(
		() => expect.fail("nothing was rejected"),
		(error: unknown) => error,
	);
}

describe("the profile store", () => {
	let business: string;
	let store: ProfileStore;

	beforeEach(async () => {
		business = newBusiness();
		({ store } = await openStore(business));
	});

	afterEach(async () => {
		await store.wipe();
		store.close();
	});

	it("is empty at first", async () => {
		expect(store.kept).to.equal(true);
		expect(await store.countProfiles()).to.equal(0);
		expect(await all(store)).to.deep.equal([]);
	});

	for (const count of [0, 1, 255, 256, 257, 2_048, 2_049, 5_000]) {
		it(`gives ${count} profiles back in order, also to the page's next visit`, async () => {
			const progress: number[] = [];
			expect(await store.replaceProfiles(users(0, count), { onProgress: (written) => progress.push(written) })).to.equal(count);
			expect(progress.at(-1)).to.equal(count);
			store.close();
			({ store } = await openStore(business));
			expect(await store.countProfiles()).to.equal(count);
			expect(await all(store)).to.deep.equal(users(0, count));
		});
	}

	it("keeps what JSON can say, with any names and values", async () => {
		const profiles = [
			null,
			7,
			"text",
			[],
			JSON.parse(
				'{"__proto__": {"a": 1}, "constructor": 2, "": 3, "\\ud800": "\\udfff", "n": null, "deep": {"list": [1, "two", {"three": 3}]}}',
			),
		];
		await store.replaceProfiles(profiles);
		const found = await all(store);
		expect(JSON.stringify(found)).to.equal(JSON.stringify(profiles));
	});

	it("takes an asynchronous source", async () => {
		async function* source() {
			for (const user of users(0, 600)) {
				if (user.user_id === "u300") await new Promise((resolve) => setTimeout(resolve, 5));
				yield user;
			}
		}
		await store.replaceProfiles(source());
		expect(await all(store)).to.deep.equal(users(0, 600));
	});

	it("replaces all that was there", async () => {
		await store.replaceProfiles(users(0, 1_000));
		await store.replaceProfiles(users(5_000, 5_300));
		expect(await all(store)).to.deep.equal(users(5_000, 5_300));
		expect(await chunksOnDisk(business)).to.equal(2);
	});

	it("keeps the old profiles when the source fails half way", async () => {
		await store.replaceProfiles(users(0, 300));
		function* failing() {
			yield* users(1_000, 6_000);
			throw new Error("the network went away");
		}
		expect(await rejection(store.replaceProfiles(failing()))).to.have.property("message", "the network went away");
		expect(await all(store)).to.deep.equal(users(0, 300));
		expect(await chunksOnDisk(business)).to.equal(2);
	});

	it("keeps the old profiles when it is told to stop", async () => {
		await store.replaceProfiles(users(0, 300));
		const stop = new AbortController();
		const replacing = store.replaceProfiles(users(1_000, 9_000), {
			signal: stop.signal,
			onProgress: () => stop.abort(new Error("enough")),
		});
		expect(await rejection(replacing)).to.have.property("message", "enough");
		expect(await all(store)).to.deep.equal(users(0, 300));
	});

	it("does not begin when it was told to stop before", async () => {
		const error = await rejection(store.replaceProfiles(users(0, 3), { signal: AbortSignal.abort(new Error("never mind")) }));
		expect(error).to.have.property("message", "never mind");
		expect(await store.countProfiles()).to.equal(0);
	});

	it("says so when a profile is not data, and keeps the old profiles", async () => {
		await store.replaceProfiles(users(0, 3));
		const error = await rejection(store.replaceProfiles([{ user_id: "u9", greet: () => "hello" }]));
		expect(error).to.be.instanceOf(StoreError);
		expect(error).to.include({
			code: "unkeepable",
			message: "A profile holds something that is not data, such as a function: only JSON values can be kept.",
		});
		expect(await all(store)).to.deep.equal(users(0, 3));
	});

	it("two refreshes at once leave the profiles of one of them", async () => {
		const { store: other } = await openStore(business);
		await Promise.all([store.replaceProfiles(users(0, 3_000)), other.replaceProfiles(users(10_000, 13_000))]);
		other.close();
		const found = await all(store);
		expect([users(0, 3_000), users(10_000, 13_000)]).to.deep.include(found);
		expect(await chunksOnDisk(business)).to.equal(12);
	});

	it("where the browser has no locks, two refreshes at once still never mix: the slower is told to start again", async () => {
		const locks = Object.getOwnPropertyDescriptor(Navigator.prototype, "locks") as PropertyDescriptor;
		Object.defineProperty(Navigator.prototype, "locks", { configurable: true, value: undefined });
		try {
			const { store: other } = await openStore(business);
			async function* slowly() {
				yield* users(0, 3_000);
				// The other begins and ends while this one is half way, and takes what it wrote for what a killed refresh left behind.
				await other.replaceProfiles(users(10_000, 10_300));
				yield* users(3_000, 6_000);
			}
			expect(await rejection(store.replaceProfiles(slowly()))).to.include({ code: "replaced" });
			expect(await all(store)).to.deep.equal(users(10_000, 10_300));
			other.close();
		} finally {
			Object.defineProperty(Navigator.prototype, "locks", locks);
		}
	});

	it("a reader whose profiles are replaced under it is told, and never sees a mixture", async () => {
		await store.replaceProfiles(users(0, 1_000));
		const reading = store.profiles()[Symbol.asyncIterator]();
		await reading.next();
		await store.replaceProfiles(users(0, 2));
		const error = await rejection(reading.next());
		expect(error).to.include({ code: "replaced", message: "The profiles were replaced while they were read or written: start again." });
	});

	it("removes what a killed refresh left behind", async () => {
		await store.replaceProfiles(users(0, 3));
		await onDisk(business, (database) =>
			database.table("chunks").bulkAdd([
				{ generation: "0 left", position: 0, profiles: [] },
				{ generation: "z left", position: 0, profiles: [] },
			]),
		);
		expect(await all(store)).to.deep.equal(users(0, 3));
		async function* source() {
			// Before it needs the room.
			expect(await chunksOnDisk(business)).to.equal(1);
			yield* users(0, 4);
		}
		await store.replaceProfiles(source());
		expect(await all(store)).to.deep.equal(users(0, 4));
		expect(await chunksOnDisk(business)).to.equal(1);
	});

	it("says so when a chunk is gone", async () => {
		await store.replaceProfiles(users(0, 600));
		await onDisk(business, (database) =>
			database
				.table("chunks")
				.toCollection()
				.last()
				.then((chunk) => database.table("chunks").delete([chunk.generation, chunk.position])),
		);
		expect(await rejection(all(store))).to.include({
			code: "damaged",
			message: "The kept profiles cannot be read any more: fetch them again.",
		});
	});

	it("keeps its hands off what newer code wrote", async () => {
		await store.replaceProfiles(users(0, 3));
		await onDisk(business, async (database) => {
			const current = await database.table("current").get("current");
			await database.table("current").put({ ...current, format: 2 });
		});
		const newer = { code: "newer", message: "Another tab of this site keeps the profiles in a newer form: reload this page." };
		expect(await rejection(store.countProfiles())).to.include(newer);
		expect(await rejection(store.replaceProfiles(users(0, 1)))).to.include(newer);
	});

	it("keeps its hands off newer code's profiles also when they come in the middle of a refresh", async () => {
		await store.replaceProfiles(users(0, 3));
		async function* source() {
			yield* users(10, 20);
			await onDisk(business, async (database) => {
				const current = await database.table("current").get("current");
				await database.table("current").put({ ...current, format: 2 });
			});
		}
		expect(await rejection(store.replaceProfiles(source()))).to.include({ code: "newer" });
		expect(await chunksOnDisk(business)).to.equal(1);
	});

	it("finds an empty store when another tab deleted the database", async () => {
		await store.replaceProfiles(users(0, 3));
		await Dexie.delete(databaseName(business));
		expect(await store.countProfiles()).to.equal(0);
		await store.replaceProfiles(users(0, 2));
		expect(await store.countProfiles()).to.equal(2);
	});

	it("wiping deletes the database itself, and the store can be used again", async () => {
		await store.replaceProfiles(users(0, 3));
		await store.wipe();
		expect(await Dexie.exists(databaseName(business))).to.equal(false);
		expect(await store.countProfiles()).to.equal(0);
	});

	it("keeps businesses apart, whatever they are called", async () => {
		const names = ["a", "A", "a/b", "a%2Fb", "../a", "ä", "😀", "__proto__"].map((name) => `${business} ${name}`);
		const stores = await Promise.all(names.map(async (name) => (await openStore(name)).store));
		for (const [index, one] of stores.entries()) await one.replaceProfiles(users(index, index + 1));
		for (const [index, one] of stores.entries()) {
			expect(await all(one), names[index]).to.deep.equal(users(index, index + 1));
			await one.wipe();
			one.close();
		}
	});

	it("refuses a business id that is none", async () => {
		for (const id of ["", "half \ud800"]) {
			expect(await rejection(openStore(id))).to.be.instanceOf(TypeError);
		}
	});
});

async function onDisk<Result>(business: string, work: (database: Dexie) => PromiseLike<Result>): Promise<Result> {
	const database = new Dexie(databaseName(business));
	try {
		return await work(await database.open());
	} finally {
		database.close();
	}
}

const chunksOnDisk = (business: string): Promise<number> => onDisk(business, (database) => database.table("chunks").count());
