// Databases that go away while they are open: another tab deletes them, the user clears the site's data, the browser evicts the site. The next use
// finds an empty cache, and a refresh works.
import { expect } from "chai";
import { IndexedShelf } from "../../src/store/indexed-shelf.ts";
import type { Batch, ProfileStore } from "../../src/store/index.ts";
import { all, batches, inside, newBusiness, open, people, rejection } from "./people.ts";
import { databasesOf, deleteAll, deleteRaw, fullName, generationOf, holdHead, manifestWritten } from "./raw-databases.ts";
import { storeError, told } from "./sentences.ts";

const given = people(0, 500);
const options = { chunkRows: 64, blockRows: 16 };

describe("databases that go away", () => {
	let business: string;
	let store: ProfileStore;

	beforeEach(async () => {
		business = newBusiness();
		({ store } = await open(business, options));
		await store.replace(batches(given));
	});

	afterEach(async () => {
		await store.wipe();
		store.dispose();
	});

	const worksAgain = async (): Promise<void> => {
		await store.replace(batches(given));
		expect(await all(store)).to.deep.equal(given);
		expect(await inside(store, "points >= 0")).to.have.length(500);
		expect(await databasesOf(business)).to.have.length(3);
	};

	it("all of them: the cache is empty, whatever is asked", async () => {
		const kept = await store.read(["points"]);
		await deleteAll(business);
		expect(await kept?.raw([0, 1])).to.deep.equal([undefined, undefined]);
		expect(await store.read(["points", "country"])).to.equal(undefined);
		expect(await store.check()).to.deep.equal({ kind: "empty" });
		expect(await all(store)).to.deep.equal([]);
		expect(await store.segments()).to.deep.equal([]);
		expect(await store.result("question")).to.equal(undefined);
		expect(told(await rejection(store.change(batches(given))))).to.deep.equal(storeError("nothing"));
		await worksAgain();
	});

	it("all of them: what is written is written", async () => {
		await deleteAll(business);
		await store.putSegments([{ id: "vip", document: 1 }]);
		expect(await store.segments()).to.deep.equal([{ id: "vip", document: 1 }]);
		await worksAgain();
	});

	it("all of them, and the listeners are told", async () => {
		const events: unknown[] = [];
		store.subscribe((event) => events.push(event));
		await deleteAll(business);
		await store.read([]);
		expect(events).to.deep.equal([{ kind: "freshness", freshness: { kind: "empty" } }]);
	});

	it("the head alone: the cache is empty, and the generation nobody points to is cleared up", async () => {
		await deleteRaw(fullName(business, "head"));
		expect(await store.read(["points"])).to.equal(undefined);
		await worksAgain();
	});

	it("the columns alone: damage", async () => {
		await deleteRaw(fullName(business, await generationOf(business, "columns")));
		expect(told(await rejection(store.read(["country"])))).to.deep.equal(storeError("damaged"));
		expect(store.freshness).to.deep.equal({ kind: "empty", because: "damaged" });
		expect(await databasesOf(business)).to.deep.equal(["head"]);
		await worksAgain();
	});

	it("the columns alone, of which all that is asked for is in memory: it still answers", async () => {
		await store.read(["points"]);
		await deleteRaw(fullName(business, await generationOf(business, "columns")));
		expect((await store.read(["points"]))?.table.size).to.equal(500);
	});

	it("the columns alone: changes are refused as damage, and what is left is dropped", async () => {
		await deleteRaw(fullName(business, await generationOf(business, "columns")));
		expect(told(await rejection(store.change(batches(people(0, 3, 1)))))).to.deep.equal(storeError("damaged"));
		await worksAgain();
	});

	it("the profiles as they came alone: pages have none, reading them all is damage", async () => {
		await deleteRaw(fullName(business, await generationOf(business, "raw")));
		const kept = await store.read(["points"]);
		expect(await kept?.raw([0])).to.deep.equal([undefined]);
		expect(told(await rejection(all(store)))).to.deep.equal(storeError("damaged"));
		await worksAgain();
	});

	it("between the look at their names and opening: no empty one is made", async () => {
		store.close();
		const { databases } = IDBFactory.prototype;
		IDBFactory.prototype.databases = async function () {
			const names = await databases.call(this);
			IDBFactory.prototype.databases = databases;
			await deleteAll(business);
			return names;
		};
		try {
			expect(await store.read(["points"])).to.equal(undefined);
		} finally {
			IDBFactory.prototype.databases = databases;
		}
		expect(await databasesOf(business)).to.deep.equal(["head"]);
	});

	for (const [what, clear] of [
		["all of them", () => deleteAll(business)],
		["the new generation", () => deleteGenerationsBut([])],
	] as const) {
		it(`${what}, in the middle of a refresh: it is told to start again, and does not bring back what was cleared`, async () => {
			async function* source() {
				yield* batches(people(1_000, 1_300, 1));
				await clear();
				yield* batches(people(1_300, 2_000, 1));
			}
			expect(told(await rejection(store.replace(source())))).to.deep.equal(storeError("replaced"));
			await worksAgain();
		});
	}

	it("all of them, between the last write of a first load and its pointer: nothing comes back", async () => {
		await store.wipe();
		const written = manifestWritten();
		const held = Promise.withResolvers<() => Promise<void>>();
		async function* source() {
			yield* batches(people(0, 300, 1));
			held.resolve(await holdHead(business));
		}
		const replacing = rejection(store.replace(source()));
		const letGo = await held.promise;
		await written;
		// The refresh waits for its turn to move the pointer.
		await deleteGenerationsBut([]);
		await letGo();
		expect(told(await replacing)).to.deep.equal(storeError("replaced"));
		expect(await store.check()).to.deep.equal({ kind: "empty" });
		expect(await store.read([])).to.equal(undefined);
		await worksAgain();
	});

	for (const [how, write] of [
		["replace", (of: ProfileStore, source: AsyncIterable<Batch>) => of.replace(source)],
		["change", (of: ProfileStore, source: AsyncIterable<Batch>) => of.change(source)],
		["refresh", (of: ProfileStore, source: AsyncIterable<Batch>) => of.refresh({ kind: "iterable", profiles: profilesOf(source) })],
	] as const) {
		for (const end of ["close", "dispose"] as const) {
			it(`by ${end}, in the middle of ${how}: it is told so, and what was kept is kept`, async () => {
				async function* source() {
					yield* batches(people(0, 100, 1));
					store[end]();
					yield* batches(people(100, 200, 1));
				}
				expect(told(await rejection(write(store, source())))).to.deep.equal(storeError("closed"));
				if (end === "dispose") ({ store } = await open(business, options));
				expect(await all(store)).to.deep.equal(given);
				await worksAgain();
			});
		}
	}

	for (const end of ["close", "dispose"] as const) {
		it(`by ${end}, between two blocks of all profiles: the rest is read, and nothing is dropped`, async () => {
			const reading = store.profiles();
			const found = [...((await reading.next()).value ?? [])];
			store[end]();
			for await (const some of reading) found.push(...some);
			expect(found).to.deep.equal(given);
			await isKept(end);
		});

		for (const [what, kind, read] of [
			["columns", "column", () => inside(store, "points >= 0")],
			["the manifest", "manifest", () => inside(store, "points >= 0")],
			["profiles as they came", "raw", async () => (await store.read([]))?.raw(given.map((_, row) => row))],
		] as const) {
			it(`by ${end}, just before ${what} are read: they are read, and nothing is dropped`, async () => {
				store.close();
				const { get } = IndexedShelf.prototype;
				let isClosed = false;
				IndexedShelf.prototype.get = function (keys) {
					if (keys[0]?.[0] === kind && !isClosed) {
						isClosed = true;
						store[end]();
					}
					return get.call(this, keys);
				};
				try {
					expect(await read()).to.have.length(given.length);
				} finally {
					IndexedShelf.prototype.get = get;
				}
				expect(isClosed).to.equal(true);
				await isKept(end);
			});
		}
	}

	it("while they are read: an empty cache or damage, never half of it", async () => {
		for (let round = 0; round < 10; round++) {
			await store.replace(batches(given));
			store.close();
			const reading = inside(store, "points >= 0").catch((error: unknown) => error);
			for (let turn = 0; turn < round * 3; turn++) await Promise.resolve();
			await deleteAll(business);
			const found = await reading;
			if (Array.isArray(found)) expect(found).to.have.length(500);
			else if (found !== undefined) expect(told(found)).to.deep.equal(storeError("damaged"));
		}
		await worksAgain();
	});

	async function isKept(after: "close" | "dispose"): Promise<void> {
		expect(store.freshness).to.include({ kind: "complete", profiles: 500 });
		if (after === "dispose") ({ store } = await open(business, options));
		expect(await store.check()).to.include({ kind: "complete", profiles: 500 });
		expect(await all(store)).to.deep.equal(given);
	}

	async function* profilesOf(source: AsyncIterable<Batch>) {
		for await (const { profiles } of source) yield profiles;
	}

	async function deleteGenerationsBut(names: readonly string[]): Promise<void> {
		for (const name of await databasesOf(business)) if (name !== "head" && !names.includes(name)) await deleteRaw(fullName(business, name));
	}
});
