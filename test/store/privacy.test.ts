// Nobody who looks into the browser's databases finds what may not be there: every record is searched for a marker that was planted in a profile,
// in the text of a segment, in a kept answer and in an example of what could not be read.
import { expect } from "chai";
import type { Catalogue } from "../../src/fields/catalogue.ts";
import type { ProfileStore, StoreOptions } from "../../src/store/index.ts";
import { all, batches, inside, made, newBusiness, open, rejection } from "./people.ts";
import { databasesOf, findText, generationOf, rawPointer, rawWrite, result } from "./raw-databases.ts";
import { storeError, told } from "./sentences.ts";

const marker = "Zacharias-Quintus-4711";

const catalogue: Catalogue = made({
	timezone: "Europe/Paris",
	fields: [
		{ name: "city", type: "text" },
		{ name: "points", type: "number" },
		{ name: "nickname", type: "text", pii: "name" },
		{
			name: "orders",
			type: "collection",
			fields: [
				{ name: "total", type: "number" },
				{ name: "ship_to", type: "text", pii: "address" },
			],
		},
	],
});

interface Planted {
	readonly profiles: readonly object[];
}

/** One profile with the marker as the value of a field; as a number that it is not, for an example of what could not be read. */
const planted = (field: object): Planted => ({
	profiles: [
		{ user_id: "u1", city: "Oslo", points: 1 },
		{ user_id: "u2", city: "Rome", points: 2, ...field },
	],
});

const places: readonly (readonly [string, Planted])[] = [
	["a field", planted({ nickname: marker })],
	["a field of an item", planted({ orders: [{ total: 1, ship_to: marker }] })],
	["what the catalogue does not know", planted({ unknown: { deep: [marker] } })],
	["a key", planted({ [marker]: 1 })],
	["an example of what could not be read", planted({ points: marker })],
	["an example of what could not be read in an item", planted({ orders: [{ total: marker }] })],
	["the user_id", planted({ user_id: marker })],
];

const newKey = (): Promise<CryptoKey> => crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);

describe("privacy", () => {
	let business: string;
	let store: ProfileStore;

	const reopen = async (options: Partial<StoreOptions> = {}): Promise<void> => {
		store?.dispose();
		({ store } = await open(business, { catalogue, ...options }));
	};

	beforeEach(() => {
		business = newBusiness();
	});

	afterEach(async () => {
		await store.wipe();
		expect(await databasesOf(business)).to.deep.equal([]);
		store.dispose();
	});

	describe("with a key", () => {
		for (const [place, { profiles }] of places) {
			it(`the marker in ${place} is nowhere, and without a key it is found`, async () => {
				await reopen();
				await store.replace(batches(profiles));
				expect(await findText(business, marker)).to.not.be.empty;
				await store.wipe();
				await reopen({ key: await newKey() });
				await store.replace(batches(profiles));
				await store.change(batches(profiles));
				expect(await findText(business, marker)).to.deep.equal([]);
				expect(await findText(business, "Oslo"), "nor anything else").to.deep.equal([]);
				expect(JSON.stringify(await all(store))).to.include(marker);
				expect(await inside(store, "points >= 1")).to.include("u1");
				expect(store.freshness).to.include({ isEncrypted: true, hasRaw: true });
			});
		}

		const others: Readonly<Record<string, () => Promise<void>>> = {
			"the text of a segment": () => store.putSegments([{ id: "vip", document: { text: `nickname = "${marker}"` } }]),
			"a kept answer": () => store.putResult("question", { revision: "r", asOf: 1, result: { sample: [{ nickname: marker }] } }),
			"the question of a kept answer": () => store.putResult(`nickname = "${marker}"`, { revision: "r", asOf: 1, result: 1 }),
		};
		for (const [what, put] of Object.entries(others)) {
			it(`the marker in ${what} is nowhere`, async () => {
				await reopen({ key: await newKey() });
				await store.replace(batches(planted({}).profiles));
				await put();
				expect(await findText(business, marker)).to.deep.equal([]);
				expect(await findText(business, "question")).to.deep.equal([]);
			});

			if (!what.includes("question"))
				it(`and without a key, the marker in ${what} is found`, async () => {
					await reopen();
					await store.replace(batches(planted({}).profiles));
					await put();
					expect(await findText(business, marker)).to.have.length(1);
				});
		}

		it("what was kept without one is dropped, segments are encrypted, and nothing is left to be found", async () => {
			await reopen();
			await store.replace(batches(planted({ nickname: marker }).profiles));
			for (const put of Object.values(others)) await put();
			expect((await findText(business, marker)).length).to.be.greaterThan(2);
			const key = await newKey();
			await reopen({ key });
			expect(store.freshness).to.deep.equal({ kind: "empty", because: "other-settings" });
			expect(await findText(business, marker)).to.deep.equal([]);
			expect(await databasesOf(business)).to.deep.equal(["head"]);
			expect(await store.segments()).to.deep.equal([{ id: "vip", document: { text: `nickname = "${marker}"` } }]);
			expect(await store.result("question")).to.equal(undefined);
			await reopen({ key });
			expect(await store.segments()).to.have.length(1);
		});

		it("answers that were kept without one are dropped where the profiles are gone, too", async () => {
			await reopen();
			await store.replace(batches(planted({}).profiles));
			await others["a kept answer"]?.();
			await rawWrite(business, "head", (values) => void values.clear());
			expect(await findText(business, marker)).to.have.length(1);
			await reopen({ key: await newKey() });
			expect(await findText(business, marker)).to.deep.equal([]);
		});

		it("another key, or none, is told of and destroys nothing; a refresh with the other key works", async () => {
			const key = await newKey();
			const { profiles } = planted({});
			await reopen({ key });
			await store.replace(batches(profiles));
			await store.putSegments([{ id: "vip", document: 1 }]);
			for (const other of [await newKey(), undefined]) {
				await reopen({ key: other });
				expect(store.freshness).to.include({ kind: "complete", isEncrypted: true });
				expect(told(await rejection(store.read(["city"])))).to.deep.equal(storeError("locked"));
				expect(told(await rejection(all(store)))).to.deep.equal(storeError("locked"));
				expect(told(await rejection(store.change(batches(profiles))))).to.deep.equal(storeError("locked"));
			}
			await reopen({ key });
			expect(await all(store)).to.deep.equal(profiles);
			const other = await newKey();
			await reopen({ key: other });
			expect(await store.segments()).to.deep.equal([]);
			expect(await store.unreadableSegments()).to.deep.equal(["vip"]);
			await store.replace(batches(profiles));
			expect(await all(store)).to.deep.equal(profiles);
			await reopen({ key });
			expect(await store.segments()).to.deep.equal([{ id: "vip", document: 1 }]);
			expect(await store.unreadableSegments()).to.deep.equal([]);
			expect(told(await rejection(store.read([])))).to.deep.equal(storeError("locked"));
		});

		it("after the key was changed, what is put with the new one is read, and what was put with the old one is told of", async () => {
			const key = await newKey();
			await reopen({ key });
			await store.replace(batches(planted({}).profiles));
			const old = ["a", "b", "c"].map((id) => ({ id, document: { of: "the old key" } }));
			await store.putSegments(old);
			await store.putResult("question", { revision: "r", asOf: 1, result: "of the old key" });
			for (const other of [await newKey(), undefined]) {
				await reopen({ key: other });
				expect(await store.segments()).to.deep.equal([]);
				expect(await store.unreadableSegments()).to.deep.equal(["a", "b", "c"]);
				expect(await store.result("question")).to.equal(undefined);
			}
			await reopen({ key: await newKey() });
			const anew = { id: "b", document: { of: "the new key" } };
			await store.putSegments([anew]);
			await store.removeSegments(["c"]);
			expect(await store.segments()).to.deep.equal([anew]);
			expect(await store.unreadableSegments()).to.deep.equal(["a"]);
			await store.putResult("question", { revision: "r", asOf: 1, result: "of the new key" });
			expect(await store.result("question")).to.include({ result: "of the new key" });
			await reopen({ key });
			expect(await store.segments()).to.deep.equal(old.slice(0, 1));
			expect(await store.unreadableSegments()).to.deep.equal(["b"]);
		});

		it("one segment, or one answer, cannot be put in the place of another", async () => {
			await reopen({ key: await newKey() });
			await store.replace(batches(planted({}).profiles));
			await store.putSegments([
				{ id: "a", document: 1 },
				{ id: "b", document: 2 },
			]);
			for (const question of ["one", "other"]) await store.putResult(question, { revision: "r", asOf: 1, result: question });
			for (const database of ["head", "results"])
				await rawWrite(business, database, async (values) => {
					const [keys, kept] = await Promise.all([result(values.getAllKeys()), result(values.getAll())]);
					const buffers = keys.map((at, index) => [at, kept[index]] as const).filter(([, value]) => value instanceof ArrayBuffer);
					expect(buffers).to.have.length(2);
					buffers.forEach(([at], index) => {
						values.put(buffers[1 - index]?.[1], at);
					});
				});
			expect(await store.segments()).to.deep.equal([]);
			expect(await store.unreadableSegments()).to.deep.equal(["a", "b"]);
			for (const question of ["one", "other"]) expect(await store.result(question)).to.equal(undefined);
		});

		it("what one business has cannot be put in the place of another's, with the same key", async () => {
			const key = await newKey();
			const other = newBusiness();
			await reopen({ key });
			const { store: others } = await open(other, { catalogue, key });
			for (const each of [store, others]) {
				await each.replace(batches(planted({ nickname: marker }).profiles));
				await each.putSegments([{ id: "vip", document: { of: each === store ? "one" : "other" } }]);
			}
			const records = await recordsOf(other, "head");
			const generation = await recordsOf(other, await generationOf(other, "columns"));
			others.dispose();
			// The whole head of the other, but with the generation of this one, whose records become the other's as well.
			const own = await rawPointer(business);
			await rawWrite(business, await generationOf(business, "columns"), (values) => {
				for (const [at, value] of generation) values.put(value, at);
			});
			await rawWrite(business, "head", (values) => {
				for (const [at, value] of records) {
					const isPointer = String(at) === "pointer";
					values.put(isPointer ? { ...(value as object), generation: own.generation } : value, at);
				}
			});
			await reopen({ key });
			expect(told(await rejection(store.read(["nickname"])))).to.deep.equal(storeError("locked"));
			expect(await store.segments()).to.deep.equal([]);
			expect(await store.unreadableSegments()).to.deep.equal(["vip"]);
			const { store: cleanUp } = await open(other);
			await cleanUp.wipe();
			cleanUp.dispose();
		});
	});

	describe("left out", () => {
		for (const [how, leaveOut] of [
			["as pii", "pii"],
			["by name", ["nickname", "orders", "user_id", "email", "first_name", "last_name", "phone"]],
		] as const) {
			for (const [place, { profiles }] of places.filter(([each]) => each !== "an example of what could not be read")) {
				it(`${how}, the marker in ${place} is nowhere`, async () => {
					await reopen({ leaveOut });
					await store.replace(batches(profiles));
					expect(await findText(business, marker)).to.deep.equal([]);
					expect(store.freshness).to.include({ kind: "complete", profiles: 2, hasRaw: false });
					expect((await store.read(["city"]))?.table.size).to.equal(2);
					expect(told(await rejection(all(store)))).to.deep.equal(storeError("no-raw"));
					expect(await (await store.read([]))?.raw([0, 1])).to.deep.equal([undefined, undefined]);
				});
			}

			it(`${how} later: what was kept with them is dropped, answers too`, async () => {
				await reopen();
				await store.replace(batches(planted({ nickname: marker }).profiles));
				await store.putResult("question", { revision: "r", asOf: 1, result: { sample: [{ nickname: marker }] } });
				expect((await findText(business, marker)).length).to.be.greaterThan(1);
				await reopen({ leaveOut });
				expect(store.freshness).to.deep.equal({ kind: "empty", because: "other-settings" });
				expect(await findText(business, marker)).to.deep.equal([]);
				expect(await databasesOf(business)).to.deep.equal(["head"]);
			});
		}

		for (const isDamaged of [false, true]) {
			it(`later, of answers about profiles that ${isDamaged ? "were damaged" : "are damaged"}: they are dropped`, async () => {
				await reopen();
				await store.replace(batches(planted({ nickname: marker }).profiles));
				await store.putResult("question", { revision: "r", asOf: 1, result: { sample: [{ nickname: marker }] } });
				const database = await generationOf(business, "columns");
				await rawWrite(business, database, (values) => void values.clear());
				if (isDamaged) {
					expect(told(await rejection(store.read(["city"])))).to.deep.equal(storeError("damaged"));
					expect(await store.result("question"), "is shown until they are fetched again").to.include({ revision: "r" });
				}
				await reopen({ leaveOut: "pii" });
				expect(await findText(business, marker)).to.deep.equal([]);
				expect(await databasesOf(business)).to.deep.equal(["head"]);
				await store.replace(batches(planted({ nickname: marker }).profiles));
				expect(await store.result("question")).to.equal(undefined);
			});
		}

		it("an example of what could not be read of a field that is kept is kept: it is part of that field", async () => {
			await reopen({ leaveOut: "pii" });
			await store.replace(batches(planted({ points: marker }).profiles));
			expect((await store.read(["points"]))?.table.size).to.equal(2);
		});
	});
});

async function recordsOf(business: string, database: string): Promise<readonly (readonly [IDBValidKey, unknown])[]> {
	let records: readonly (readonly [IDBValidKey, unknown])[] = [];
	await rawWrite(business, database, async (values) => {
		const [keys, all] = await Promise.all([result(values.getAllKeys()), result(values.getAll())]);
		records = keys.map((key, index) => [key, all[index]] as const);
	});
	return records;
}
