// What may not be kept any longer is not given out either, however long a page has been open; and answers, which hold samples of people, go with
// these people.
import { expect } from "chai";
import type { ProfileStore, StoreOptions } from "../../src/store/index.ts";
import { IndexedShelf } from "../../src/store/indexed-shelf.ts";
import { IndexedVault } from "../../src/store/indexed-vault.ts";
import { databaseName } from "../../src/store/open-store.ts";
import { all, batches, newBusiness, open, people, person } from "./people.ts";
import { databasesOf, findText, rawWrite } from "./raw-databases.ts";

const retentionMs = 1_000;
const marker = "person.0@0.example";

describe("what may not be kept any longer", () => {
	let business: string;
	let store: ProfileStore;
	let now = 0;

	const reopen = async (options: Partial<StoreOptions> = {}): Promise<void> => {
		store?.dispose();
		({ store } = await open(business, { now: () => now, retentionMs, ...options }));
	};
	const answer = (asOf: number) => ({ revision: "r", asOf, result: { sample: [marker] } });

	beforeEach(async () => {
		business = newBusiness();
		now = 0;
		await reopen();
		await store.replace(batches(people(0, 5)));
	});

	afterEach(async () => {
		await store.wipe();
		store.dispose();
	});

	const asking: Readonly<Record<string, () => Promise<unknown>>> = {
		"profiles()": () => all(store),
		"result()": () => store.result("question"),
	};
	for (const [what, ask] of Object.entries(asking)) {
		it(`is not given out by ${what} of a page that has long been open, and is deleted`, async () => {
			await store.putResult("question", answer(0));
			now = retentionMs;
			expect(await ask()).to.deep.equal(what === "result()" ? answer(0) : people(0, 5));
			now = retentionMs + 1;
			expect(await ask()).to.deep.equal(what === "result()" ? undefined : []);
			expect(store.freshness).to.deep.equal({ kind: "empty", because: "expired" });
			expect(await databasesOf(business)).to.deep.equal(["head"]);
		});
	}

	it("is not given out by a table that was read before", async () => {
		const kept = await store.read(["user_id"]);
		now = retentionMs;
		expect(await kept?.raw([0])).to.deep.equal([person(0)]);
		now = retentionMs + 1;
		expect(await kept?.raw([0, 7])).to.deep.equal([undefined, undefined]);
		expect(await databasesOf(business)).to.deep.equal(["head"]);
	});

	it("is given out where the source has confirmed it since", async () => {
		const fetch = (async (_: unknown, init?: RequestInit) =>
			new Headers(init?.headers).has("if-none-match")
				? new Response(null, { status: 304 })
				: new Response(`${JSON.stringify(person(0))}\n`, { headers: { etag: '"1"' } })) as typeof globalThis.fetch;
		const url = { kind: "url", url: "/profiles.ndjson" } as const;
		await store.refresh(url, { fetch });
		const kept = await store.read(["user_id"]);
		now = retentionMs;
		await store.refresh(url, { fetch });
		now = retentionMs + 1;
		expect(await kept?.raw([0])).to.deep.equal([person(0)]);
	});

	it("are answers, also where the profiles are fetched again in time; all of them leave the disk at the next that is kept", async () => {
		await store.putResult("question", answer(0));
		for (now = 900; now <= 1_800; now += 900) await store.replace(batches(people(5, 9, 1)));
		expect(await store.result("question")).to.equal(undefined);
		expect(await findText(business, marker)).to.have.length(1);
		await store.putResult("other", { ...answer(now), result: 1 });
		expect(await findText(business, marker)).to.deep.equal([]);
		expect(await store.result("other")).to.deep.equal({ ...answer(now), result: 1 });
	});

	it("are answers, which leave the disk when the store is opened, too", async () => {
		await store.putResult("question", answer(0));
		for (now = 900; now <= 1_800; now += 900) await store.replace(batches(people(5, 9, 1)));
		now = 1_000;
		await reopen();
		expect(await findText(business, marker)).to.have.length(1);
		now = 1_800;
		await reopen();
		expect(store.freshness).to.include({ kind: "complete", profiles: 4 });
		expect(await findText(business, marker)).to.deep.equal([]);
		expect(await databasesOf(business)).to.not.include("results");
	});

	it("are answers, to the millisecond, by as of when they are; without a limit never", async () => {
		await store.putResult("question", answer(0));
		await store.replace(batches(people(5, 9, 1)));
		now = retentionMs;
		await store.replace(batches(people(5, 9, 1)));
		expect(await store.result("question")).to.deep.equal(answer(0));
		now = retentionMs + 1;
		expect(await store.result("question")).to.equal(undefined);
		await reopen({ retentionMs: undefined });
		expect(await store.result("question")).to.deep.equal(answer(0));
		await store.putResult("other", answer(0));
		expect(await findText(business, marker)).to.have.length(2);
	});

	describe("leaves the disk, whoever was killed over it:", () => {
		const halfWritten = async (): Promise<void> => {
			await rawWrite(
				business,
				"generation/half",
				(values) => void values.put(new TextEncoder().encode(marker).buffer, ["raw", "half.0", 0]),
			);
		};

		for (const because of ["expired", "other-settings", "damaged"] as const) {
			it(`profiles that the pointer calls ${because}, and what a refresh before that left`, async () => {
				await store.putResult("question", answer(0));
				await halfWritten();
				await rawWrite(business, "head", (values) => void values.put({ format: 2, emptied: because }, ["pointer"]));
				await reopen();
				expect(store.freshness).to.deep.equal({ kind: "empty", because });
				const left = because === "damaged" ? ["head", "results"] : ["head"];
				expect(await databasesOf(business)).to.deep.equal(left);
			});
		}

		it("what a refresh left half written, once the profiles before it expire", async () => {
			await halfWritten();
			now = retentionMs + 1;
			await reopen();
			expect(await findText(business, marker)).to.deep.equal([]);
			expect(await databasesOf(business)).to.deep.equal(["head"]);
		});

		it("but not what a refresh is writing, here or in another tab", async () => {
			await store.wipe();
			for (const isHere of [true, false]) {
				const begun = Promise.withResolvers<void>();
				const goOn = Promise.withResolvers<void>();
				async function* source() {
					yield* batches(people(0, 5, 1));
					begun.resolve();
					await goOn.promise;
					yield* batches(people(5, 9, 1));
				}
				const replacing = store.replace(source());
				await begun.promise;
				if (isHere) expect(await store.check()).to.deep.equal({ kind: "empty" });
				else {
					const { store: other } = await open(business, { now: () => now, retentionMs });
					expect(other.freshness).to.deep.equal({ kind: "empty" });
					other.dispose();
				}
				goOn.resolve();
				await replacing;
				expect(await all(store)).to.deep.equal(people(0, 9, 1));
				await store.wipe();
			}
		});

		it("nor, where there are no locks, what may be a refresh that goes on", async () => {
			await halfWritten();
			await rawWrite(business, "head", (values) => void values.put({ format: 2, emptied: "expired" }, ["pointer"]));
			const locks = Object.getOwnPropertyDescriptor(Navigator.prototype, "locks") as PropertyDescriptor;
			Object.defineProperty(Navigator.prototype, "locks", { configurable: true, value: undefined });
			try {
				await reopen();
			} finally {
				Object.defineProperty(Navigator.prototype, "locks", locks);
			}
			expect(await databasesOf(business)).to.include("generation/half");
		});
	});

	for (const [when, isWhile] of [
		["after", false],
		["while", true],
	] as const) {
		it(`are answers that come ${when} everything is wiped by a tab of which nothing is heard`, async () => {
			const { put } = IndexedShelf.prototype;
			const wipe = async (): Promise<void> => {
				const deaf = new IndexedVault(databaseName(business), { guard: () => undefined, onOutdated: () => undefined });
				await deaf.wipe();
			};
			IndexedShelf.prototype.put = async function (entries) {
				if (!isWhile || entries[0]?.[0][0] !== "result") return put.call(this, entries);
				IndexedShelf.prototype.put = put;
				await wipe();
				return put.call(this, entries);
			};
			try {
				if (!isWhile) await wipe();
				await store.putResult("question", answer(0));
			} finally {
				IndexedShelf.prototype.put = put;
			}
			expect(await findText(business, marker)).to.deep.equal([]);
			expect(await databasesOf(business)).to.not.include("results");
		});
	}

	it("are answers about somebody who was removed; those about people who are new or others than before stay", async () => {
		await store.putResult("question", answer(0));
		await store.change(batches([person(0, 1), person(9)]), { removedWhen: "gone" });
		await store.change([{ profiles: [{ user_id: "u3", gone: true }, person(3, 1)] }], { removedWhen: "gone" });
		expect(await store.result("question")).to.deep.equal(answer(0));
		await store.change([{ profiles: [{ user_id: "u0", gone: true }] }], { removedWhen: "gone" });
		expect(await store.result("question")).to.equal(undefined);
		expect(await databasesOf(business)).to.not.include("results");
	});
});
