// A full disk, injected: after some bytes the browser has no room for more. The old profiles stay, profiles as they came are given up first.
// What a browser itself does when it is full is tested in test/project/store-quota.test.ts.
import { expect } from "chai";
import type { ProfileStore, StoreOptions } from "../../src/store/index.ts";
import { all, batches, inside, newBusiness, open, people, rejection } from "./people.ts";
import { allRecords, databasesOf, rawPointer } from "./raw-databases.ts";
import { sentences, storeError, told } from "./sentences.ts";

const given = people(0, 500);
const newer = people(0, 2_000, 1);
const options = { chunkRows: 256, blockRows: 16 };

type Kind = "raw" | "column" | "manifest" | "pointer" | "segment" | "result";

interface Disk {
	/** Bytes of each kind that were given to the browser. */
	readonly bytes: Readonly<Record<Kind, number>>;
	end(): void;
}

/** From now on only so many bytes of a kind fit; deleting does not make room for them unless `gained` says so. */
function disk(room: Partial<Record<Kind, number>>, gained: () => number = () => 0): Disk {
	const { put } = IDBObjectStore.prototype;
	const bytes = { raw: 0, column: 0, manifest: 0, pointer: 0, segment: 0, result: 0 };
	IDBObjectStore.prototype.put = function (value: unknown, key?: IDBValidKey) {
		const kind = Array.isArray(key) ? (key[0] as Kind) : undefined;
		if (kind && kind in bytes) {
			const size = value instanceof ArrayBuffer ? value.byteLength : JSON.stringify(value).length;
			if (bytes[kind] + size > (room[kind] ?? Number.POSITIVE_INFINITY) + gained())
				throw new DOMException("The disk is full.", "QuotaExceededError");
			bytes[kind] += size;
		}
		return put.call(this, value, key);
	};
	return {
		bytes,
		end: () => {
			IDBObjectStore.prototype.put = put;
		},
	};
}

describe("a full disk", () => {
	let business: string;
	let store: ProfileStore;

	const reopen = async (more: Partial<StoreOptions> = {}): Promise<void> => {
		store?.dispose();
		({ store } = await open(business, { ...options, ...more }));
	};

	beforeEach(async () => {
		business = newBusiness();
		await reopen();
	});

	afterEach(async () => {
		await store.wipe();
		store.dispose();
	});

	const isFull = (error: unknown): void => {
		expect(told(error)).to.deep.include({ name: "StoreError", code: "full" });
		expect(error).to.have.property("message", `${sentences.full} About 1 MB more are needed.`);
		expect(error).to.have.property("missingBytes").that.is.greaterThan(0);
	};

	const isOld = async (hasRaw: boolean): Promise<void> => {
		const buffers = (await allRecords(business)).filter(({ key }) => ["column", "raw"].includes(String((key as string[])[0])));
		const bytes = buffers.reduce((sum, { value }) => sum + (value as ArrayBuffer).byteLength, 0);
		expect(store.freshness).to.include({ bytes });
		expect(store.freshness).to.include({ kind: "complete", profiles: 500, hasRaw });
		await reopen();
		expect(store.freshness).to.include({ kind: "complete", profiles: 500, hasRaw });
		expect(await inside(store, "points >= 0")).to.have.length(500);
		if (hasRaw) expect(await all(store)).to.deep.equal(given);
		else expect(told(await rejection(all(store)))).to.deep.equal(storeError("no-raw"));
		expect(await databasesOf(business)).to.have.length(hasRaw ? 3 : 2);
	};

	const worksAgain = async (): Promise<void> => {
		await store.replace(batches(newer));
		expect(store.freshness).to.include({ kind: "complete", profiles: 2_000, hasRaw: true });
		expect(await all(store)).to.deep.equal(newer);
		expect(await databasesOf(business)).to.have.length(3);
	};

	it("without room for profiles as they came: the columns are kept, and say so", async () => {
		const full = disk({ raw: 20_000 });
		try {
			const freshness = await store.replace(batches(newer));
			expect(freshness).to.include({ kind: "complete", profiles: 2_000, hasRaw: false, bytes: full.bytes.column });
		} finally {
			full.end();
		}
		await reopen();
		expect(store.freshness).to.include({ kind: "complete", profiles: 2_000, hasRaw: false });
		expect(await inside(store, "points >= 1000")).to.have.length(2_000);
		expect(await (await store.read([]))?.raw([0, 1_999])).to.deep.equal([undefined, undefined]);
		expect(told(await rejection(all(store)))).to.deep.equal(storeError("no-raw"));
		expect(await databasesOf(business)).to.have.length(2);
		await worksAgain();
	});

	for (const share of [0, 0.3, 0.9]) {
		it(`without room for columns, after ${share * 100} % of them: the old profiles are kept without those as they came`, async () => {
			await store.replace(batches(given));
			const full = disk({ column: await columnBytes(share) });
			isFull(await rejection(store.replace(batches(newer))).finally(full.end));
			await isOld(false);
			await worksAgain();
		});
	}

	for (const kind of ["manifest", "pointer"] as const) {
		it(`without room for the ${kind}: the old profiles are kept whole`, async () => {
			await store.replace(batches(given));
			const full = disk({ [kind]: 0 });
			isFull(await rejection(store.replace(batches(newer))).finally(full.end));
			await isOld(true);
			await worksAgain();
		});
	}

	it("without room for segments and answers: it is told, and those that were there are kept", async () => {
		await store.replace(batches(given));
		await store.putSegments([{ id: "vip", document: 1 }]);
		await store.putResult("question", { revision: "r", asOf: 1, result: 1 });
		const full = disk({ segment: 0, result: 0 });
		const segments = [
			{ id: "vip", document: 2 },
			{ id: "new", document: 2 },
		];
		const puts = [store.putSegments(segments), store.putResult("question", { revision: "r", asOf: 2, result: 2 })];
		const errors = await Promise.all(puts.map(rejection)).finally(full.end);
		for (const error of errors) expect(told(error)).to.deep.equal(storeError("full"));
		expect(await store.segments()).to.deep.equal([{ id: "vip", document: 1 }]);
		expect(await store.result("question")).to.deep.equal({ revision: "r", asOf: 1, result: 1 });
		expect(await all(store)).to.deep.equal(given);
	});

	for (const [what, more] of [
		["have expired", { retentionMs: 1, now: () => Date.now() + 1_000_000 }],
		["hold what is to be left out", { leaveOut: ["country"] }],
	] as const) {
		it(`on which nothing at all can be written: profiles that ${what} leave it all the same`, async () => {
			await store.replace(batches(given));
			await store.putResult("question", { revision: "r", asOf: 1, result: "person.3@0.example" });
			store.dispose();
			const remove = IDBFactory.prototype.deleteDatabase;
			let gained = 0;
			IDBFactory.prototype.deleteDatabase = function (name) {
				if (name.includes("/generation/")) gained = 1_000;
				return remove.call(this, name);
			};
			const full = disk({ pointer: 0 }, () => gained);
			const because = "retentionMs" in more ? "expired" : "other-settings";
			try {
				await reopen(more);
				expect([store.kept, store.freshness]).to.deep.equal([true, { kind: "empty", because }]);
				expect(await databasesOf(business)).to.deep.equal(["head"]);
				expect(await store.read([])).to.equal(undefined);
			} finally {
				full.end();
				IDBFactory.prototype.deleteDatabase = remove;
			}
			await store.replace(batches(newer));
			await reopen();
			expect(store.freshness).to.include({ kind: "complete", profiles: 2_000 });
		});
	}

	it("on which the columns fit once their own profiles as they came are given up: the old ones stay until then", async () => {
		await store.replace(batches(given));
		const { generation } = await rawPointer(business);
		const half = await columnBytes(0.5);
		let oldRaw = 0;
		// Room for some columns, and for all once a database of profiles as they came is gone.
		const remove = IDBFactory.prototype.deleteDatabase;
		let gained = 0;
		IDBFactory.prototype.deleteDatabase = function (name) {
			if (name.endsWith(".raw")) gained = Number.POSITIVE_INFINITY;
			if (name.includes(generation) && gained === 0) oldRaw++;
			return remove.call(this, name);
		};
		const full = disk({ column: half }, () => gained);
		try {
			await store.replace(batches(newer));
		} finally {
			full.end();
			IDBFactory.prototype.deleteDatabase = remove;
		}
		expect(oldRaw).to.equal(0);
		expect(store.freshness).to.include({ kind: "complete", profiles: 2_000, hasRaw: false });
		expect(await inside(store, "points >= 1000")).to.have.length(2_000);
		expect(await databasesOf(business)).to.have.length(2);
		await worksAgain();
	});

	it("on which the columns fit once the old profiles as they came are gone", async () => {
		await store.replace(batches(given));
		const { generation } = await rawPointer(business);
		const half = await columnBytes(0.5);
		const remove = IDBFactory.prototype.deleteDatabase;
		let gained = 0;
		IDBFactory.prototype.deleteDatabase = function (name) {
			if (name.endsWith(`${generation}.raw`)) gained = Number.POSITIVE_INFINITY;
			return remove.call(this, name);
		};
		const full = disk({ column: half }, () => gained);
		try {
			await store.replace(batches(newer));
		} finally {
			full.end();
			IDBFactory.prototype.deleteDatabase = remove;
		}
		expect(store.freshness).to.include({ kind: "complete", profiles: 2_000, hasRaw: false });
		await worksAgain();
	});

	it("in a first load: what was shown so far stays, and says that it is partial", async () => {
		const many = people(0, 12_000, 2);
		const whole = disk({});
		await store.replace(batches(many)).finally(whole.end);
		await store.wipe();
		const full = disk({ column: whole.bytes.column * 0.9 });
		isFull(await rejection(store.replace(batches(many))).finally(full.end));
		expect(store.freshness).to.include({ kind: "partial", hasRaw: false });
		const ids = (await inside(store, "points >= 0")) ?? [];
		expect(ids.length).to.be.within(8_192, 11_999);
		expect(ids).to.deep.equal(many.slice(0, ids.length).map(({ user_id }) => user_id));
		await worksAgain();
	});

	it("in a first load before anything was shown: nothing is there, and no database but the head", async () => {
		const full = disk({ column: 0 });
		isFull(await rejection(store.replace(batches(given))).finally(full.end));
		expect(await store.check()).to.deep.equal({ kind: "empty" });
		expect(await databasesOf(business)).to.deep.equal(["head"]);
		await worksAgain();
	});

	describe("when profiles change", () => {
		it("without room for their columns: nothing has changed, and what was written of them is removed", async () => {
			await store.replace(batches(given));
			const before = await recordsOf();
			for (const room of [{ column: 0 }, { column: 1_000 }, { manifest: 0 }, { pointer: 0 }]) {
				const full = disk(room);
				isFull(await rejection(store.change(batches(people(0, 50, 1)))).finally(full.end));
				expect(await recordsOf()).to.deep.equal(before);
			}
			await isOld(true);
			await store.change(batches(people(0, 50, 1)));
			expect(await inside(store, "points >= 1000")).to.have.length(50);
		});

		for (const chunkRows of [256, 1_024]) {
			it(`without room for the last of them as they came, in chunks of ${chunkRows}: none of them is kept so`, async () => {
				await store.replace(batches(given));
				const isOfRaw = (record: string): boolean => record.startsWith('["raw"');
				const before = (await recordsOf()).filter(isOfRaw);
				await reopen({ chunkRows, maxRemovedShare: 1 });
				const measuring = disk({});
				await store.change(batches(newer)).finally(measuring.end);
				expect((await recordsOf()).filter(isOfRaw)).to.have.length(before.length + 125);
				await store.replace(batches(given));
				const full = disk({ raw: measuring.bytes.raw - 1 });
				await store.change(batches(newer)).finally(full.end);
				expect(full.bytes.raw).to.be.greaterThan(measuring.bytes.raw / 2);
				expect((await recordsOf()).filter(isOfRaw)).to.have.length(before.length);
				expect(store.freshness).to.include({ kind: "complete", profiles: 2_000, hasRaw: false });
				const buffers = (await allRecords(business)).filter(({ key }) => ["column", "raw"].includes(String((key as string[])[0])));
				const bytes = buffers.reduce((sum, { value }) => sum + (value as ArrayBuffer).byteLength, 0);
				expect(store.freshness).to.include({ bytes });
				expect(await inside(store, "points >= 1000")).to.have.length(2_000);
			});
		}

		it("without room for them as they came: their columns are kept, and the others as they came", async () => {
			await store.replace(batches(given));
			const full = disk({ raw: 0 });
			await store.change(batches(people(0, 50, 1))).finally(full.end);
			expect(store.freshness).to.include({ kind: "complete", profiles: 500, hasRaw: false });
			await reopen();
			expect(await inside(store, "points >= 1000")).to.have.length(50);
			const kept = await store.read(["user_id"]);
			const rows = ["u0", "u50", "u499"].map((id) => kept?.table.rowOf(id) as number);
			expect(await kept?.raw(rows)).to.deep.equal([undefined, given[50], given[499]]);
			await worksAgain();
		});
	});

	/** A share of what the newer profiles need. */
	async function columnBytes(share: number): Promise<number> {
		const other = newBusiness();
		const { store: measured } = await open(other, options);
		const measuring = disk({});
		await measured.replace(batches(newer)).finally(measuring.end);
		await measured.wipe();
		measured.dispose();
		return Math.floor(measuring.bytes.column * share);
	}

	async function recordsOf(): Promise<readonly string[]> {
		const records = await allRecords(business);
		return records.filter(({ database }) => database !== "head").map(({ key }) => JSON.stringify(key));
	}
});
