// Bytes that are not those that were written, and records that are not there: whatever is damaged is told, dropped and fetched again, and never
// answers anything.
import { expect } from "chai";
import type { ProfileStore, StoreOptions } from "../../src/store/index.ts";
import { all, batches, inside, newBusiness, open, people, rejection } from "./people.ts";
import { databasesOf, generationOf, rawWrite, result } from "./raw-databases.ts";
import { storeError, told } from "./sentences.ts";

const given = people(0, 200);
const settings = { chunkRows: 64, blockRows: 16 };
type Keys = readonly (readonly (string | number)[])[];

interface Damage {
	readonly what: string;
	readonly kind: "columns" | "raw";
	/** Of which keys' records the first is damaged, or the first two. */
	readonly of: (key: readonly (string | number)[]) => boolean;
	readonly change: (store: IDBObjectStore, keys: Keys) => Promise<void>;
}

const column = (name: string) => (key: readonly (string | number)[]) => key[0] === "column" && key[2] === name;
const isManifest = (key: readonly (string | number)[]): boolean => key[0] === "manifest";
const isBlock = (key: readonly (string | number)[]): boolean => key[0] === "raw";

const rewritten =
	(change: (buffer: ArrayBuffer) => unknown) =>
	async (store: IDBObjectStore, [key]: Keys): Promise<void> => {
		const buffer = (await result(store.get(key as IDBValidKey))) as ArrayBuffer;
		store.put(change(buffer), key as IDBValidKey);
	};

const removed = async (store: IDBObjectStore, [key]: Keys): Promise<void> => {
	store.delete(key as IDBValidKey);
};

const swapped = async (store: IDBObjectStore, [one, other]: Keys): Promise<void> => {
	const [first, second] = await Promise.all([result(store.get(one as IDBValidKey)), result(store.get(other as IDBValidKey))]);
	store.put(second, one as IDBValidKey);
	store.put(first, other as IDBValidKey);
};

/** One bit, where only a checksum can see it. */
const flipped = (at: (length: number) => number) =>
	rewritten((buffer) => {
		const bytes = new Uint8Array(buffer);
		const index = at(bytes.length);
		bytes[index] = (bytes[index] as number) ^ 1;
		return buffer;
	});

const truncated = rewritten((buffer) => buffer.slice(0, buffer.byteLength - 8));

const damages: readonly Damage[] = [
	{ what: "a bit of a column", kind: "columns", of: column("points"), change: flipped((length) => length - 3) },
	{ what: "a bit of a column's head", kind: "columns", of: column("points"), change: flipped(() => 9) },
	{ what: "a column that is cut off", kind: "columns", of: column("points"), change: truncated },
	{ what: "an empty column", kind: "columns", of: column("points"), change: rewritten(() => new ArrayBuffer(0)) },
	{ what: "a column that is no buffer", kind: "columns", of: column("points"), change: rewritten(() => ({ points: [1, 2, 3] })) },
	{ what: "a missing column", kind: "columns", of: column("points"), change: removed },
	{ what: "columns of two chunks in each other's place", kind: "columns", of: column("points"), change: swapped },
	{
		what: "columns of two fields in each other's place",
		kind: "columns",
		of: (key) => String(key[1]).endsWith(".0") && (key[2] === "points" || key[2] === "user_id"),
		change: swapped,
	},
	{ what: "a bit of the manifest", kind: "columns", of: isManifest, change: flipped((length) => length - 3) },
	{ what: "a manifest that is cut off", kind: "columns", of: isManifest, change: truncated },
	{ what: "a missing manifest", kind: "columns", of: isManifest, change: removed },
	{ what: "a bit of profiles as they came", kind: "raw", of: isBlock, change: flipped((length) => Math.floor(length / 2)) },
	{ what: "profiles as they came, cut off", kind: "raw", of: isBlock, change: truncated },
	{ what: "profiles as they came that are no buffer", kind: "raw", of: isBlock, change: rewritten(() => "text") },
	{ what: "missing profiles as they came", kind: "raw", of: isBlock, change: removed },
	{ what: "two blocks of profiles as they came in each other's place", kind: "raw", of: isBlock, change: swapped },
];

/** A pointer that is one in all else. */
const blocksOf = (blockRows: number): object => ({
	...{ format: 2, revision: "r", generation: "g", chunks: [{ id: "a", rows: 1, hasRaw: true }], blockRows, changeChunks: 0 },
	...{ profiles: 1, asOf: 1, fetchedAt: 1, problems: 0, bytes: 8, rawBytes: 4, typedAs: "t" },
	...{ isComplete: true, isEncrypted: false, leftOut: [] },
});

describe("damage", () => {
	let business: string;
	let store: ProfileStore;

	const reopen = async (options: Partial<StoreOptions> = {}): Promise<void> => {
		store?.dispose();
		({ store } = await open(business, { ...settings, ...options }));
	};

	beforeEach(() => {
		business = newBusiness();
	});

	afterEach(async () => {
		await store.wipe();
		store.dispose();
	});

	for (const encrypted of [false, true]) {
		describe(encrypted ? "of what is encrypted" : "of what is not encrypted", () => {
			let key: CryptoKey | undefined;

			beforeEach(async () => {
				key = encrypted ? await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]) : undefined;
				await reopen({ key });
				await store.replace(batches(given));
			});

			for (const { what, kind, of, change } of damages) {
				it(`${what} is told and dropped, and fetched again`, async () => {
					const manifestIsLocked = encrypted && what.includes("manifest") && !what.includes("missing");
					const database = await generationOf(business, kind);
					await rawWrite(business, database, async (values) => {
						const keys = ((await result(values.getAllKeys())) as unknown as Keys).filter(of);
						expect(keys.length).to.be.greaterThan(0);
						await change(values, keys);
					});
					await reopen({ key });
					const reading = kind === "raw" ? all(store) : inside(store, "points >= 0");
					expect(told(await rejection(reading))).to.deep.equal(storeError(manifestIsLocked ? "locked" : "damaged"));
					// Another key and other bytes look the same: whoever has the right key may come yet.
					if (!manifestIsLocked) {
						expect(store.freshness).to.deep.equal({ kind: "empty", because: "damaged" });
						expect(await databasesOf(business)).to.deep.equal(["head"]);
						await reopen({ key });
						expect(store.freshness).to.deep.equal({ kind: "empty", because: "damaged" });
						expect(await store.read([])).to.equal(undefined);
					}
					await store.replace(batches(given));
					expect(await all(store)).to.deep.equal(given);
					expect(await inside(store, "points >= 0")).to.have.length(200);
				});
			}
		});
	}

	it("of a page's profiles as they came is told to the one who shows them", async () => {
		await reopen();
		await store.replace(batches(given));
		const kept = await store.read([]);
		await rawWrite(business, await generationOf(business, "raw"), (values) => void values.clear());
		expect(told(await rejection(kept?.raw([3]) as Promise<unknown>))).to.deep.equal(storeError("damaged"));
		expect(store.freshness).to.deep.equal({ kind: "empty", because: "damaged" });
	});

	for (const [what, value] of [
		["a text", "pointer"],
		["a pointer without its generation", { format: 2, revision: "r" }],
		["a pointer to blocks of no rows", blocksOf(0)],
		["a pointer to blocks of half a row", blocksOf(0.5)],
		["a pointer to chunks of less than no rows", { ...blocksOf(16), chunks: [{ id: "a", rows: -1, hasRaw: true }] }],
		["a reason nobody gives", { format: 2, emptied: "because" }],
		["null", null],
	] as const) {
		it(`of the pointer, which is ${what}, is damage`, async () => {
			await reopen();
			await store.replace(batches(given));
			await rawWrite(business, "head", (values) => void values.put(value, ["pointer"]));
			await reopen();
			expect(store.freshness).to.deep.equal({ kind: "empty", because: "damaged" });
			expect(await databasesOf(business)).to.deep.equal(["head"]);
			expect(await store.read(["points"])).to.equal(undefined);
			expect(told(await rejection(store.change(batches(given))))).to.deep.equal(storeError("nothing"));
			await store.replace(batches(given));
			expect(await all(store)).to.deep.equal(given);
			expect(await databasesOf(business)).to.have.length(3);
		});
	}

	it("of a segment and of an answer leaves the others", async () => {
		await reopen();
		await store.replace(batches(given));
		await store.putSegments([
			{ id: "a", document: { text: "points > 1" } },
			{ id: "b", document: { text: "points > 2" } },
		]);
		await store.putResult("question", { revision: "r", asOf: 1, result: { count: 7 } });
		for (const database of ["head", "results"])
			await rawWrite(business, database, async (values) => {
				for (const key of (await result(values.getAllKeys())) as unknown as Keys)
					if (key[1] === "a" || key[0] === "result") values.put(new Uint8Array([123, 255]).buffer, key as IDBValidKey);
			});
		expect(await store.segments()).to.deep.equal([{ id: "b", document: { text: "points > 2" } }]);
		expect(await store.result("question")).to.equal(undefined);
	});
});
