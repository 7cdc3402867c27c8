// Profiles of one user that come twice in a full refresh, as they do from pages whose rows shift while they are read: the last counts, once.
import { expect } from "chai";
import { saveTable } from "../../src/columns/saved/save-table.ts";
import { toEnd } from "../../src/columns/steps.ts";
import { Table } from "../../src/columns/table.ts";
import type { ProfileStore, StoreOptions } from "../../src/store/index.ts";
import { columnKey } from "../../src/store/keys.ts";
import { IdHashes } from "../../src/store/id-hashes.ts";
import type { KeptChunk } from "../../src/store/pointer.ts";
import { repeatedRows } from "../../src/store/repeated-rows.ts";
import { settingsOf } from "../../src/store/settings.ts";
import { all, batches, catalogue, inside, newBusiness, open, people, person, rejection } from "./people.ts";
import { storeError, told } from "./sentences.ts";
import { newVault } from "./shared-vault.ts";

describe("a full refresh in which people come twice", () => {
	let business: string;
	let store: ProfileStore;

	const reopen = async (options: Partial<StoreOptions> = {}): Promise<void> => {
		store?.dispose();
		({ store } = await open(business, options));
	};

	beforeEach(() => {
		business = newBusiness();
	});

	afterEach(async () => {
		await store.wipe();
		store.dispose();
	});

	const newKey = () => crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
	for (const hasKey of [false, true]) {
		it(`has each once, as it came last${hasKey ? ", also encrypted" : ""}: within a chunk, across chunks, and thrice`, async () => {
			const key = hasKey ? await newKey() : undefined;
			const options = { key, chunkRows: 64, blockRows: 16, maxRemovedShare: 1 };
			await reopen(options);
			const given = [
				...people(0, 200),
				person(199, 1),
				...people(10, 20, 1),
				person(3, 1),
				person(3, 2),
				{ country: "US" },
				{ country: "US" },
			];
			expect(await store.replace(batches(given))).to.include({ kind: "complete", profiles: 202, problems: 0 });
			const left = [3, 199, ...people(10, 20).map(({ user_id }) => Number(user_id.slice(1)))];
			const expected = [
				...people(0, 200).filter((_, index) => !left.includes(index)),
				...[person(199, 1), ...people(10, 20, 1), person(3, 2), { country: "US" }, { country: "US" }],
			];
			expect(await all(store)).to.deep.equal(expected);
			expect((await inside(store, "points >= 1000"))?.toSorted()).to.deep.equal(
				[3, 199, ...Array.from({ length: 10 }, (_, index) => index + 10)].map((index) => `u${index}`).toSorted(),
			);
			await reopen(options);
			expect(store.freshness).to.include({ profiles: 202 });
			const { table, raw } = (await store.read(["user_id"])) ?? {};
			expect(table?.size).to.equal(202);
			expect(await raw?.([table?.rowOf("u3") as number])).to.deep.equal([person(3, 2)]);
			// Changes go on from there.
			await store.change([{ profiles: [person(3, 4), { user_id: "u199", gone: true }] }], { removedWhen: "gone" });
			expect(store.freshness).to.include({ profiles: 201 });
			expect(await inside(store, "points >= 4000")).to.deep.equal(["u3"]);
		});
	}

	it("counts them once also while it is partial", async () => {
		await reopen({ chunkRows: 4_096, blockRows: 256 });
		const seen: (readonly [number | undefined, number | undefined])[] = [];
		async function* source() {
			yield* batches([...people(0, 9_000), ...people(100, 200, 1)], 9_100);
			const kept = await store.read([]);
			const profiles = kept && "profiles" in kept.freshness ? kept.freshness.profiles : undefined;
			seen.push([profiles, (await inside(store, "points >= 0"))?.length]);
			yield* batches(people(8_950, 9_010, 2));
		}
		await store.replace(source());
		expect(seen).to.deep.equal([[9_000, 9_000]]);
		expect(store.freshness).to.include({ kind: "complete", profiles: 9_010 });
		expect(await inside(store, "points >= 2000")).to.have.length(60);
		expect(await inside(store, "points >= 1000 and points < 2000")).to.have.length(100);
	});

	it("twice as a whole: everybody is there once, and changes write all columns anew", async () => {
		await reopen({ chunkRows: 256, blockRows: 16 });
		await store.replace(batches([...people(0, 1_000), ...people(0, 1_000, 1)]));
		expect(await all(store)).to.deep.equal(people(0, 1_000, 1));
		await store.change([{ profiles: [person(5, 2)] }]);
		expect((await store.read([]))?.table.rows).to.equal(1_000);
		expect(store.freshness).to.include({ profiles: 1_000 });
	});
});

describe("rows that seem to be of the same user", () => {
	it("are compared: who only has the hashes of another stays", async () => {
		const settings = settingsOf("shared", { catalogue, timeZone: "UTC" });
		const context = { vault: newVault(), settings };
		const shelf = await context.vault.create("generation");
		const chunks: KeptChunk[] = [];
		const manifests: ArrayBuffer[] = [];
		for (const [id, ids] of Object.entries({ one: ["a", "b", "c"], two: ["b", "d"], three: ["a", "d"] })) {
			const table = new Table(catalogue, { timeZone: "UTC", fields: settings.fields });
			for (const user_id of ids) table.append({ user_id });
			const { manifest, columns } = saveTable(table);
			await shelf.put(columns.map(({ field, buffer }) => [columnKey(id, field), buffer]));
			chunks.push({ id, rows: ids.length, hasRaw: false });
			manifests.push(manifest);
		}
		const seem = (...rows: readonly number[]) => repeatedRows(context, shelf, { chunks, manifests }, rows);
		expect(await seem(0, 1, 2)).to.deep.equal([]);
		expect(await seem(0, 1, 2, 3, 4, 5, 6)).to.deep.equal([1, 0, 4]);
		expect(await seem()).to.deep.equal([]);
		// Not read where there is no need.
		await shelf.remove([["column", "two"]]);
		expect(await seem(0, 5)).to.deep.equal([0]);
		expect(told(await rejection(seem(1, 3)))).to.deep.equal(storeError("damaged"));
	});
});

describe("user_ids that seem to come twice", () => {
	const tableOf = (ids: readonly unknown[]): Table => {
		const table = new Table(catalogue, { timeZone: "UTC", fields: ["user_id"] });
		for (const user_id of ids) table.append({ user_id });
		return table;
	};

	for (const [what, count, distinct] of [
		["few", 3_000, 2_000],
		["many", 30_000, 20_000],
	] as const) {
		it(`are all that do, and no others, of ${what}`, () => {
			const idOf = (row: number): string | undefined => (row % 97 === 0 ? undefined : `ü${row % distinct}`);
			const hashes = new IdHashes();
			for (let from = 0; from < count; from += 1_000) {
				toEnd(hashes.add(tableOf(Array.from({ length: 1_000 }, (_, index) => idOf(from + index)))));
			}
			const times = new Map<string | undefined, number>();
			for (let row = 0; row < count; row++) times.set(idOf(row), (times.get(idOf(row)) ?? 0) + 1);
			const expected = Array.from({ length: count }, (_, row) => row).filter(
				(row) => idOf(row) !== undefined && times.get(idOf(row)) !== 1,
			);
			expect(expected).to.not.be.empty;
			expect(expected.length).to.be.lessThan(count - count / 97);
			expect(toEnd(hashes.repeated())).to.deep.equal(expected);
		});
	}
});
