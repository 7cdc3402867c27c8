// Tabs of different ages: an old one that does not let go, and a new one that has written in a form which this code does not know. Old code
// writes nothing into a new form.
import { expect } from "chai";
import { IndexedVault } from "../../src/store/indexed-vault.ts";
import { guardPointer } from "../../src/store/pointer.ts";
import { databaseName } from "../../src/store/open-store.ts";
import type { ProfileStore, StoreEvent } from "../../src/store/index.ts";
import { all, batches, newBusiness, open, people, rejection } from "./people.ts";
import { allRecords, connect, databasesOf, deleteRaw, fullName, rawPointer, rawWrite } from "./raw-databases.ts";
import { storeError, told } from "./sentences.ts";

const given = people(0, 200);
const options = { chunkRows: 64, blockRows: 16 };

/** Dexie numbers ten for each of ours. */
const ownVersion = 10;

/** The waits of a second and more that are over before the work is, in milliseconds: a busy machine makes them no more and no others. */
async function longWaits(work: () => Promise<void>): Promise<readonly number[]> {
	const { setTimeout: given } = globalThis;
	const over: number[] = [];
	globalThis.setTimeout = ((then: () => void, ms = 0) =>
		given(() => {
			if (ms >= 1_000) over.push(ms);
			then();
		}, ms)) as typeof setTimeout;
	try {
		await work();
	} finally {
		globalThis.setTimeout = given;
	}
	return over;
}

describe("older and newer code", () => {
	let business: string;
	let store: ProfileStore | undefined;
	const connections: IDBDatabase[] = [];

	beforeEach(() => {
		business = newBusiness();
	});

	afterEach(async () => {
		for (const connection of connections.splice(0)) connection.close();
		await store?.wipe();
		store?.dispose();
		store = undefined;
	});

	const hold = async (name: string, version?: number): Promise<IDBDatabase> => {
		const connection = await connect(fullName(business, name), { ignores: true, ...(version !== undefined && { version }) });
		connections.push(connection);
		return connection;
	};

	it("an older tab that does not let go: opening is told so in time, and works once it is gone", async () => {
		const older = await hold("head", 1);
		const waits = await longWaits(async () => {
			expect(told(await rejection(open(business, options)))).to.deep.equal(storeError("blocked"));
		});
		expect(waits).to.deep.equal([3_000]);
		older.close();
		({ store } = await open(business, options));
		await store.replace(batches(given));
		expect(await all(store)).to.deep.equal(given);
		expect((await connectedVersion("head")) / ownVersion).to.equal(1);
	});

	it("an older tab that does not let go until later: a store that was told so works again", async () => {
		const older = await hold("head", 1);
		const vault = new IndexedVault(databaseName(business), { guard: guardPointer, onOutdated: () => undefined });
		expect(told(await rejection(vault.head.get([["pointer"]])))).to.deep.equal(storeError("blocked"));
		older.close();
		expect(await vault.head.get([["pointer"]])).to.deep.equal([undefined]);
		await vault.head.put([[["segment", "a"], new ArrayBuffer(1)]]);
		await vault.wipe();
		expect(await databasesOf(business)).to.deep.equal([]);
	});

	it("a tab that holds a head which is to be deleted: opening is told so in time, and works once it is gone", async () => {
		const holder = await hold("head", ownVersion);
		const deleting = deleteRaw(fullName(business, "head"));
		const waits = await longWaits(async () => {
			expect(told(await rejection(open(business, options)))).to.deep.equal(storeError("blocked"));
		});
		expect(waits).to.deep.equal([10_000]);
		holder.close();
		await deleting;
		({ store } = await open(business, options));
		await store.replace(batches(given));
		expect(await all(store)).to.deep.equal(given);
	});

	it("an older tab that lets go when it is asked: nobody notices", async () => {
		const older = await connect(fullName(business, "head"), { version: 1 });
		({ store } = await open(business, options));
		await store.replace(batches(given));
		expect(await all(store)).to.deep.equal(given);
		older.close();
	});

	it("a tab that holds a generation: wiping deletes the rest, is told in time, and goes on when it is opened next", async () => {
		({ store } = await open(business, options));
		await store.putSegments([{ id: "vip", document: 1 }]);
		await store.replace(batches(given));
		const { generation } = await rawPointer(business);
		const holder = await hold(`generation/${generation}`);
		const held = store;
		const waits = await longWaits(async () => {
			expect(told(await rejection(held.wipe()))).to.deep.equal(storeError("blocked"));
		});
		expect(waits).to.deep.equal([10_000]);
		expect(store.freshness).to.deep.equal({ kind: "empty", because: "wiped" });
		expect((await databasesOf(business)).filter((name) => name !== `generation/${generation}`)).to.deep.equal(["head"]);
		expect((await allRecords(business, "head")).map(({ key, value }) => [key, value])).to.deep.equal([
			[["pointer"], { format: 2, emptied: "wiped" }],
		]);
		holder.close();
		store.dispose();
		({ store } = await open(business, options));
		expect(store.freshness).to.deep.equal({ kind: "empty", because: "wiped" });
		expect(await databasesOf(business)).to.deep.equal([]);
		await store.replace(batches(given));
		expect(await all(store)).to.deep.equal(given);
	});

	it("a tab that holds an old generation: the refresh does not wait for it", async () => {
		({ store } = await open(business, options));
		await store.replace(batches(given));
		const { generation } = await rawPointer(business);
		const holder = await hold(`generation/${generation}`);
		await store.replace(batches(people(0, 100, 1)));
		expect(await all(store)).to.deep.equal(people(0, 100, 1));
		holder.close();
		await store.replace(batches(people(0, 100, 2)));
		expect(await databasesOf(business)).to.have.length(3);
	});

	it("a newer tab upgrades the head: this one lets go, tells its page, and neither reads nor writes", async () => {
		({ store } = await open(business, options));
		await store.replace(batches(given));
		const events: StoreEvent[] = [];
		store.subscribe((event) => events.push(event));
		const newer = await upgraded("head", 20);
		expect(events).to.deep.equal([{ kind: "outdated" }]);
		newer.close();
		const before = await headAsText();
		await refusesEverything(store);
		expect(await headAsText()).to.equal(before);
		expect((await connectedVersion("head")) / ownVersion).to.equal(2);
		expect(told(await rejection(open(business, options)))).to.deep.equal(storeError("newer"));
	});

	it("a newer tab has put away what this code knows: it is not put back", async () => {
		({ store } = await open(business, options));
		const newer = await upgraded("head", 20, (connection) => {
			connection.deleteObjectStore("values");
			connection.createObjectStore("other");
		});
		newer.close();
		expect(told(await rejection(store.check()))).to.deep.equal(storeError("newer"));
		const head = await connect(fullName(business, "head"), { ignores: true });
		expect([head.version, [...head.objectStoreNames]]).to.deep.equal([20, ["other"]]);
		head.close();
	});

	it("a newer tab upgrades the head in the middle of a refresh: it fails, and nothing is written", async () => {
		({ store } = await open(business, options));
		await store.replace(batches(given));
		let before = "";
		async function* source() {
			yield* batches(people(0, 300, 1));
			(await upgraded("head", 20)).close();
			before = await headAsText();
		}
		expect(told(await rejection(store.replace(source())))).to.deep.equal(storeError("newer"));
		expect(await headAsText()).to.equal(before);
	});

	it("a pointer of a newer form: nothing is read and nothing written", async () => {
		({ store } = await open(business, options));
		await store.replace(batches(given));
		await writeNewerPointer();
		const before = await headAsText();
		await refusesEverything(store);
		expect(await headAsText()).to.equal(before);
		expect(told(await rejection(open(business, options)))).to.deep.equal(storeError("newer"));
	});

	it("a pointer of a newer form that comes in the middle of a refresh stays", async () => {
		({ store } = await open(business, options));
		await store.replace(batches(given));
		let before = "";
		async function* source() {
			yield* batches(people(0, 300, 1));
			await writeNewerPointer();
			before = await headAsText();
		}
		const events: StoreEvent[] = [];
		store.subscribe((event) => events.push(event));
		expect(told(await rejection(store.replace(source())))).to.deep.equal(storeError("newer"));
		expect(await headAsText()).to.equal(before);
		expect(events).to.deep.equal([{ kind: "outdated" }]);
	});

	it("a person who logs out in an old tab is logged out of what the new one keeps, too", async () => {
		({ store } = await open(business, options));
		await store.replace(batches(given));
		await writeNewerPointer();
		(await upgraded("head", 20)).close();
		await store.wipe();
		expect(await databasesOf(business)).to.deep.equal([]);
	});

	/** Resolves when everybody has let go; as another tab would do it. */
	function upgraded(name: string, version: number, change: (connection: IDBDatabase) => void = () => undefined): Promise<IDBDatabase> {
		return new Promise((resolve, reject) => {
			const request = indexedDB.open(fullName(business, name), version);
			request.onupgradeneeded = () => change(request.result);
			request.onsuccess = () => {
				request.result.onversionchange = () => request.result.close();
				resolve(request.result);
			};
			request.onerror = () => reject(request.error);
		});
	}

	async function connectedVersion(name: string): Promise<number> {
		const found = (await indexedDB.databases()).find((database) => database.name === fullName(business, name));
		return found?.version ?? 0;
	}

	const writeNewerPointer = (): Promise<void> =>
		rawWrite(business, "head", (values) => void values.put({ format: 3, something: "else" }, ["pointer"]));

	async function headAsText(): Promise<string> {
		return JSON.stringify((await allRecords(business, "head")).map(({ key, value }) => [key, value]));
	}
});

async function refusesEverything(store: ProfileStore): Promise<void> {
	const attempts: Readonly<Record<string, () => Promise<unknown>>> = {
		check: () => store.check(),
		read: () => store.read(["points"]),
		replace: () => store.replace(batches(given)),
		change: () => store.change(batches(given)),
		putSegments: () => store.putSegments([{ id: "a", document: 1 }]),
		removeSegments: () => store.removeSegments(["a"]),
		putResult: () => store.putResult("question", { revision: "r", asOf: 0, result: 1 }),
	};
	for (const [what, attempt] of Object.entries(attempts)) expect(told(await rejection(attempt())), what).to.deep.equal(storeError("newer"));
}
