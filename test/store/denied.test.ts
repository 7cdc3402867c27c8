// Where the browser refuses, or lacks something: the store works in memory and says why, or works without.
import { expect } from "chai";
import { openStore } from "../../src/store/index.ts";
import { inSandbox, makeFrame } from "./frames.ts";
import { all, batches, catalogue, inside, newBusiness, open, people, rejection } from "./people.ts";
import { databasesOf } from "./raw-databases.ts";
import { sentences, storeError, told } from "./sentences.ts";

/** Replaces a property for as long as the work takes. */
async function without(object: object, name: string, value: unknown, work: () => Promise<void>): Promise<void> {
	const before = Object.getOwnPropertyDescriptor(object, name);
	Object.defineProperty(object, name, { configurable: true, value });
	try {
		await work();
	} finally {
		if (before) Object.defineProperty(object, name, before);
		else Reflect.deleteProperty(object, name);
	}
}

async function works(keptAs: boolean): Promise<void> {
	const business = newBusiness();
	const { store } = await open(business, { chunkRows: 64 });
	expect(store.kept).to.equal(keptAs);
	await store.replace(batches(people(0, 300)));
	await store.change(batches(people(10, 12, 1)));
	expect(await inside(store, "points >= 1000")).to.deep.equal(["u10", "u11"]);
	expect(await all(store)).to.have.length(300);
	await store.wipe();
	expect(store.freshness).to.deep.equal({ kind: "empty", because: "wiped" });
	expect(await databasesOf(business)).to.deep.equal([]);
	store.dispose();
}

describe("a browser that refuses", () => {
	it("a sandboxed frame keeps the profiles in memory, and says so", async () => {
		expect(await inSandbox()).to.deep.equal({
			kept: false,
			told: storeError("denied"),
			found: ["u10", "u11"],
			profiles: 300,
			freshness: { kind: "empty", because: "wiped" },
		});
	});

	for (const [what, error] of [
		["a frame without an origin", new DOMException("The operation is insecure.", "SecurityError")],
		["a third-party frame", new DOMException("The user denied permission to access the database.", "UnknownError")],
		["storage that is switched off", new DOMException("A mutation operation was attempted.", "InvalidStateError")],
	] as const) {
		it(`${what}, which is refused at once, keeps the profiles in memory`, async () => {
			await without(IDBFactory.prototype, "open", refuse(error), async () => {
				const { store, problem } = await openStore(newBusiness(), { catalogue });
				expect(told(problem)).to.deep.equal(storeError("denied"));
				expect(store.kept).to.equal(false);
				store.dispose();
			});
		});
	}

	it("no IndexedDB at all: the profiles are kept in memory", async () => {
		const frame = await makeFrame((window) => {
			for (const name of ["indexedDB", "webkitIndexedDB"]) Object.defineProperty(window, name, { value: undefined });
		});
		const { store, problem } = await frame.refresher.open(newBusiness());
		expect(told(problem)).to.deep.equal(storeError("denied"));
		await store.replace(batches(people(0, 10)));
		expect(await all(store)).to.have.length(10);
		frame.remove();
	});

	it("a full disk on which not even a head can be made: the profiles are kept in memory", async () => {
		await without(IDBFactory.prototype, "open", refuse(new DOMException("", "QuotaExceededError")), async () => {
			const { store, problem } = await openStore(newBusiness(), { catalogue });
			expect(told(problem)).to.deep.equal(storeError("full"));
			expect(problem?.message).to.equal(sentences.full);
			expect(store.kept).to.equal(false);
			store.dispose();
		});
	});

	for (const [what, error] of [
		["a full disk", new DOMException("", "QuotaExceededError")],
		["a head that cannot be read", new DOMException("Internal error.", "UnknownError")],
		["a third-party frame", new DOMException("The user denied permission to access the database.", "UnknownError")],
	] as const) {
		it(`${what}: a wipe deletes what an earlier visit has kept on the disk, too`, async () => {
			const business = newBusiness();
			const { store: earlier } = await open(business);
			await earlier.replace(batches(people(0, 10)));
			earlier.dispose();
			await without(IDBFactory.prototype, "open", refuse(error), async () => {
				const { store } = await open(business);
				expect(store.kept).to.equal(false);
				expect(await databasesOf(business)).to.have.length(3);
				await store.wipe();
				expect(await databasesOf(business)).to.deep.equal([]);
				store.dispose();
			});
		});
	}

	it("a tab whose profiles are in memory forgets them when another tab wipes", async () => {
		const business = newBusiness();
		const frame = await makeFrame((window) => {
			for (const name of ["indexedDB", "webkitIndexedDB"]) Object.defineProperty(window, name, { value: undefined });
		});
		const { store: there } = await frame.refresher.open(business);
		await there.replace(batches(people(0, 10)));
		await there.putSegments([{ id: "vip", document: 1 }]);
		await there.putResult("question", { revision: "r", asOf: 1, result: 1 });
		const kept = await there.read(["user_id"]);
		const isTold = new Promise((resolve) => there.subscribe(resolve));
		const { store: here } = await open(business);
		await here.wipe();
		expect(await isTold).to.deep.equal({ kind: "freshness", freshness: { kind: "empty", because: "wiped" } });
		expect((await there.read(["user_id"]))?.table.size).to.equal(undefined);
		expect(await all(there)).to.deep.equal([]);
		expect(await kept?.raw([0])).to.deep.equal([undefined]);
		expect(await there.segments()).to.deep.equal([]);
		expect(await there.result("question")).to.equal(undefined);
		await there.replace(batches(people(0, 3)));
		expect(await all(there)).to.deep.equal(people(0, 3));
		for (const store of [here, there]) store.dispose();
		frame.remove();
	});

	it("no BroadcastChannel: it works without", () => without(globalThis, "BroadcastChannel", undefined, () => works(true)));

	it("no locks: it works without", () => without(Navigator.prototype, "locks", undefined, () => works(true)));

	it("locks that are refused: it works without", () =>
		without(
			LockManager.prototype,
			"request",
			() => Promise.reject(new DOMException("The request was denied.", "SecurityError")),
			() => works(true),
		));

	it("no navigator.storage: it works without", () => without(Navigator.prototype, "storage", undefined, () => works(true)));

	it("an error of the source stays what it is, whatever its name", async () => {
		const { store } = await open(newBusiness());
		const failure = new DOMException("The network went away.", "AbortError");
		const error = await rejection(
			store.replace({
				[Symbol.asyncIterator]: () => ({ next: () => Promise.reject(failure) }),
			}),
		);
		expect(error).to.equal(failure);
		await store.wipe();
		store.dispose();
	});
});

const refuse = (error: DOMException) => () => {
	throw error;
};
