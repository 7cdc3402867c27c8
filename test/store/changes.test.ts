// What a refresh of changes writes and what it does not, and what it does with profiles that it cannot take.
import { expect } from "chai";
import type { ProfileStore, StoreOptions } from "../../src/store/index.ts";
import { all, batches, catalogue, inside, made, newBusiness, open, people, person, rejection } from "./people.ts";
import { allRecords, databasesOf, rawPointer } from "./raw-databases.ts";
import { storeError, told } from "./sentences.ts";

describe("changes of what is kept", () => {
	let business: string;
	let store: ProfileStore;
	let now = 1_000;

	const reopen = async (options: Partial<StoreOptions> = {}): Promise<void> => {
		store?.dispose();
		({ store } = await open(business, { now: () => now, ...options }));
	};

	const gone = (...ids: readonly string[]) => [{ profiles: ids.map((user_id) => ({ user_id, gone: true })) }];

	beforeEach(async () => {
		business = newBusiness();
		now = 1_000;
		await reopen();
	});

	afterEach(async () => {
		await store.wipe();
		store.dispose();
	});

	for (const [what, nothing] of Object.entries({ "of nobody": [], "that remove somebody who is not there": gone("u99") })) {
		it(`${what}, however often, write nothing and say as of when that is`, async () => {
			await reopen({ maxChangeChunks: 1 });
			await store.replace(batches(people(0, 20)));
			const first = store.freshness;
			const { table } = (await store.read(["points"])) ?? {};
			const before = (await allRecords(business)).filter(({ database }) => database !== "head");
			for (now = 2_000; now <= 5_000; now += 1_000) {
				const freshness = await store.change(nothing, { removedWhen: "gone", end: () => ({ problems: 1 }) });
				expect(freshness).to.deep.equal({ ...first, asOf: now, problems: now / 1_000 - 1 });
			}
			expect((await allRecords(business)).filter(({ database }) => database !== "head")).to.deep.equal(before);
			expect((await store.read(["points"]))?.table).to.equal(table);
		});
	}

	it("that only remove write no chunk", async () => {
		await store.replace(batches(people(0, 100)));
		const before = await rawPointer(business);
		await store.change(gone("u3", "u4"), { removedWhen: "gone" });
		// Somebody who is new, and then gone, is nobody.
		await store.change([{ profiles: [person(200), { user_id: "u200", gone: true }, { user_id: "u5", gone: true }] }], {
			removedWhen: "gone",
		});
		const { chunks, changeChunks, bytes, rawBytes, profiles } = await rawPointer(business);
		expect({ chunks, changeChunks, bytes, rawBytes, profiles }).to.deep.equal({
			chunks: before.chunks,
			changeChunks: 0,
			bytes: before.bytes,
			rawBytes: before.rawBytes,
			profiles: 97,
		});
		await reopen();
		expect(await all(store)).to.deep.equal([...people(0, 3), ...people(6, 100)]);
		expect(await inside(store, "points < 7")).to.deep.equal(["u0", "u1", "u2", "u6"]);
		expect(await databasesOf(business)).to.have.length(3);
	});

	it("by other fields than those of what is kept say so, and leave that", async () => {
		await store.replace(batches(people(0, 20)));
		const fields = [...catalogue.fields.filter(({ name }) => ["country", "points"].includes(name)), { name: "city", type: "text" }];
		await reopen({ catalogue: made({ timezone: "Europe/Paris", fields }) });
		const error = await rejection(store.change(batches(people(3, 4, 1))));
		expect(told(error)).to.deep.equal(storeError("other-fields"));
		expect(store.freshness).to.include({ kind: "complete", profiles: 20 });
		await reopen();
		expect(await all(store)).to.deep.equal(people(0, 20));
		await store.change(batches(people(3, 4, 1)));
		expect(store.freshness).to.include({ kind: "complete", profiles: 20 });
	});
});
