import { expect } from "chai";
import { Dexie } from "dexie";
import { databaseName } from "../../src/store/open-store.ts";
import type { ProfileStore } from "../../src/store/profile-store.ts";
import { StoreError, type StoreOptions } from "../../src/store/index.ts";
import { uncaughtErrors } from "../browser/uncaught-errors.ts";
import { allRecords } from "./raw-databases.ts";
import { storeError, told } from "./sentences.ts";
import { all, batches, inside, newBusiness, open, people, person, rejection } from "./people.ts";

const databases = async (business: string): Promise<readonly string[]> => {
	const prefix = `${databaseName(business)}/`;
	const names = await Dexie.getDatabaseNames();
	return names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
};

describe("the profile store", () => {
	let business: string;
	let store: ProfileStore;

	const reopen = async (options: Partial<StoreOptions> = {}): Promise<void> => {
		store?.dispose();
		({ store } = await open(business, options));
	};

	beforeEach(async () => {
		business = newBusiness();
		await reopen();
	});

	afterEach(async () => {
		await store.wipe();
		store.dispose();
	});

	it("is empty at first", async () => {
		expect(store.kept).to.equal(true);
		expect(store.freshness).to.deep.equal({ kind: "empty" });
		expect(await store.read(["country"])).to.equal(undefined);
		expect(await all(store)).to.deep.equal([]);
	});

	for (const count of [0, 1, 63, 64, 65, 200, 1_000]) {
		it(`gives ${count} profiles back in order, also to the page's next visit, and answers conditions about them`, async () => {
			const settings = { chunkRows: 64, blockRows: 16 };
			await reopen(settings);
			const given = people(0, count);
			const freshness = await store.replace(batches(given));
			expect(freshness).to.include({ kind: "complete", profiles: count, problems: 0, hasRaw: true, isEncrypted: false });
			await reopen(settings);
			expect(store.freshness).to.deep.equal(freshness);
			expect(await all(store)).to.deep.equal(given);
			const expected = given.filter(({ country, points }) => country === "US" && points >= 50).map(({ user_id }) => user_id);
			expect(await inside(store, 'country = "US" and points >= 50')).to.deep.equal(expected);
			const kept = await store.read([]);
			const rows = [count - 1, 0, 63, 64].filter((row) => row >= 0 && row < count);
			expect(await kept?.raw(rows)).to.deep.equal(rows.map((row) => given[row]));
		});
	}

	for (const wrong of [-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, "1" as never]) {
		it(`refuses the row ${wrong}${typeof wrong === "string" ? " as a text" : ""}, and keeps what it has; a row beyond the end is nobody's`, async () => {
			await reopen({ chunkRows: 64, blockRows: 16 });
			await store.replace(batches(people(0, 100)));
			const kept = await store.read([]);
			const error = await rejection(kept?.raw([0, wrong]) ?? Promise.resolve());
			expect(error).to.be.instanceOf(RangeError);
			expect(error).to.have.property("message", `A row is a whole number from 0 on, not ${wrong}.`);
			expect(store.freshness).to.include({ kind: "complete", profiles: 100 });
			expect(await kept?.raw([99, 100, 1e300])).to.deep.equal([person(99), undefined, undefined]);
		});
	}

	it("says how many bytes it keeps, to the byte, also of changes", async () => {
		await reopen({ chunkRows: 64, blockRows: 16 });
		await store.replace(batches(people(0, 1_000)));
		await store.change(batches(people(10, 20, 1)));
		const buffers = (await allRecords(business)).filter(({ key }) => ["column", "raw"].includes(String((key as string[])[0])));
		const bytes = buffers.reduce((sum, { value }) => sum + (value as ArrayBuffer).byteLength, 0);
		expect(store.freshness).to.include({ bytes });
	});

	it("reads the columns of a field when it is first asked for", async () => {
		await store.replace(batches(people(0, 100)));
		await reopen();
		const kept = await store.read(["country"]);
		expect([...(kept?.table.unloaded ?? [])].sort()).to.deep.equal(
			["email", "first_name", "last_name", "orders", "phone", "points", "tags", "user_id"].sort(),
		);
		expect((await store.read(["points"]))?.table).to.equal(kept?.table);
		expect(kept?.table.unloaded.has("points")).to.equal(false);
	});

	it("keeps what JSON can say, with any names and values, as it came", async () => {
		const text =
			'{"__proto__": {"a": 1}, "constructor": 2, "": 3, "\\ud800": "\\udfff", "n": null, "deep": {"list": [1, "two\\n", {"three": 3}]}}';
		const given = [null, 7, "text\n", [], JSON.parse(text)];
		await store.replace([{ profiles: given }]);
		expect(JSON.stringify(await all(store))).to.equal(JSON.stringify(given));
	});

	it("keeps the text of a profile where the source has it", async () => {
		await store.replace([{ profiles: [{ user_id: "a", big: 1 }], texts: ['{"user_id":"a","big":2}'] }]);
		expect(await all(store)).to.deep.equal([{ user_id: "a", big: 2 }]);
	});

	it("replaces all that was there, and gives its room back", async () => {
		await store.replace(batches(people(0, 1_000)));
		await store.replace(batches(people(5_000, 5_300, 1)));
		expect(await all(store)).to.deep.equal(people(5_000, 5_300, 1));
		expect(await databases(business)).to.have.length(3);
	});

	it("keeps the old profiles when the source fails half way", async () => {
		await store.replace(batches(people(0, 300)));
		function* failing() {
			yield* batches(people(1_000, 6_000));
			throw new Error("the network went away");
		}
		expect(await rejection(store.replace(failing()))).to.have.property("message", "the network went away");
		expect(await all(store)).to.deep.equal(people(0, 300));
		expect(await databases(business)).to.have.length(3);
	});

	it("shows what has come of a first refresh, and keeps it when the source fails", async () => {
		const seen: number[] = [];
		async function* failing() {
			yield* batches(people(0, 20_000), 1_000);
			seen.push(((await inside(store, "points >= 0")) ?? []).length);
			yield* batches(people(20_000, 20_500));
			throw new Error("the network went away");
		}
		expect(await rejection(store.replace(failing()))).to.have.property("message", "the network went away");
		expect(seen).to.deep.equal([9_000]);
		expect(store.freshness).to.include({ kind: "partial", profiles: 20_500 });
		expect(await all(store)).to.deep.equal(people(0, 20_500));
		await store.replace(batches(people(0, 10)));
		expect(store.freshness).to.include({ kind: "complete", profiles: 10 });
		expect(await databases(business)).to.have.length(3);
	});

	it("keeps the old profiles when it is told to stop", async () => {
		await store.replace(batches(people(0, 300)));
		const stop = new AbortController();
		const replacing = store.replace(batches(people(1_000, 9_000)), {
			signal: stop.signal,
			onProgress: () => stop.abort(new Error("enough")),
		});
		expect(await rejection(replacing)).to.have.property("message", "enough");
		expect(await all(store)).to.deep.equal(people(0, 300));
		expect(await databases(business)).to.have.length(3);
	});

	it("does not begin when it was told to stop before", async () => {
		const error = await rejection(store.replace(batches(people(0, 3)), { signal: AbortSignal.abort(new Error("never mind")) }));
		expect(error).to.have.property("message", "never mind");
		expect(await databases(business)).to.deep.equal(["head"]);
	});

	it("says so when a profile is not data, and keeps the old profiles", async () => {
		await store.replace(batches(people(0, 3)));
		const error = await rejection(store.replace([{ profiles: [{ user_id: "u9", big: 1n }] }]));
		expect(error).to.be.instanceOf(StoreError);
		expect(error).to.include({
			code: "unkeepable",
			message: "A profile holds something that is not data, such as a number of more than 64 bits: only JSON values can be kept.",
		});
		expect(await all(store)).to.deep.equal(people(0, 3));
	});

	it("two refreshes at once leave the profiles of the later", async () => {
		const { store: other } = await open(business);
		await Promise.all([store.replace(batches(people(0, 3_000))), other.replace(batches(people(10_000, 13_000)))]);
		other.dispose();
		expect(await all(store)).to.deep.equal(people(10_000, 13_000));
		expect(await databases(business)).to.have.length(3);
	});

	it("where the browser has no locks, two refreshes at once still never mix: the slower is told to start again", async () => {
		const locks = Object.getOwnPropertyDescriptor(Navigator.prototype, "locks") as PropertyDescriptor;
		Object.defineProperty(Navigator.prototype, "locks", { configurable: true, value: undefined });
		try {
			const { store: other } = await open(business, { chunkRows: 256 });
			await reopen({ chunkRows: 256 });
			async function* slowly() {
				yield* batches(people(0, 3_000));
				// The other begins and ends while this one is half way, and takes what it wrote for what a killed refresh left behind.
				await other.replace(batches(people(10_000, 10_300)));
				yield* batches(people(3_000, 6_000));
			}
			expect(await rejection(store.replace(slowly()))).to.include({ code: "replaced" });
			expect(await all(store)).to.deep.equal(people(10_000, 10_300));
			other.dispose();
		} finally {
			Object.defineProperty(Navigator.prototype, "locks", locks);
		}
	});

	it("a reader whose profiles are replaced under it is told, and never sees a mixture", async () => {
		await store.replace(batches(people(0, 1_000)));
		const reading = store.profiles()[Symbol.asyncIterator]();
		await reading.next();
		await store.replace(batches(people(0, 2)));
		const error = await rejection(reading.next());
		expect(error).to.include({ code: "replaced", message: "The profiles were replaced while they were read or written: start again." });
	});

	it("a table that was read before a refresh still answers, and the next read sees the new profiles", async () => {
		await store.replace(batches(people(0, 100)));
		const before = await store.read(["points"]);
		await store.replace(batches(people(0, 50, 1)));
		expect(before?.table.size).to.equal(100);
		expect((await store.read(["points"]))?.table.size).to.equal(50);
		expect(await before?.raw([3])).to.deep.equal([undefined]);
	});

	it("a listener that throws fails no refresh, and the others hear of it", async () => {
		const told: string[] = [];
		const end = store.subscribe(() => {
			throw new Error("of a listener");
		});
		store.subscribe(({ kind }) => told.push(kind));
		const errors = await uncaughtErrors(1, async () => {
			expect(await store.replace(batches(people(0, 100)))).to.include({ kind: "complete", profiles: 100 });
		});
		end();
		expect(errors).to.deep.equal(["of a listener"]);
		expect(told).to.deep.equal(["freshness"]);
		expect(await all(store)).to.deep.equal(people(0, 100));
	});

	it("a first refresh that has ended stays complete when the host throws at the last it is told", async () => {
		const onProgress = ({ share }: { readonly share?: number | undefined }): void => {
			if (share === 1) throw new Error("of the host");
		};
		expect(await rejection(store.replace(batches(people(0, 300)), { onProgress }))).to.have.property("message", "of the host");
		expect(store.freshness).to.include({ kind: "complete", profiles: 300 });
		expect(await all(store)).to.deep.equal(people(0, 300));
	});

	const writing: Readonly<Record<string, () => Promise<unknown>>> = {
		replace: () => store.replace(batches(people(0, 3, 1))),
		change: () => store.change(batches(people(0, 3, 1))),
		refresh: () => store.refresh({ kind: "iterable", profiles: people(0, 3, 1) }),
		putSegments: () => store.putSegments([{ id: "vip", document: 2 }]),
		removeSegments: () => store.removeSegments(["vip"]),
		putResult: () => store.putResult("question", { revision: "r", asOf: 1, result: 2 }),
	};
	for (const [what, write] of Object.entries(writing)) {
		it(`refuses ${what} once it is disposed of, before anything is written`, async () => {
			await store.replace(batches(people(0, 3)));
			await store.putSegments([{ id: "vip", document: 1 }]);
			await store.putResult("question", { revision: "r", asOf: 1, result: 1 });
			store.dispose();
			const before = await allRecords(business);
			expect(told(await rejection(write()))).to.deep.equal(storeError("disposed"));
			expect(await allRecords(business)).to.deep.equal(before);
		});
	}

	it("wipes when it is disposed of, too", async () => {
		await store.replace(batches(people(0, 3)));
		store.dispose();
		await store.wipe();
		expect(await databases(business)).to.deep.equal([]);
	});

	it("removes what a killed refresh left behind", async () => {
		await store.replace(batches(people(0, 3)));
		const left = new Dexie(`${databaseName(business)}/generation/left`);
		left.version(1).stores({ values: "" });
		await left.open();
		left.close();
		expect(await databases(business)).to.have.length(4);
		async function* source() {
			// Before it needs the room.
			expect(await databases(business)).to.have.length(5);
			yield* batches(people(0, 4));
		}
		await store.replace(source());
		expect(await all(store)).to.deep.equal(people(0, 4));
		expect(await databases(business)).to.have.length(3);
	});

	it("every tab is told when the profiles are others", async () => {
		const { store: other } = await open(business);
		const told = new Promise((resolve) => {
			const end = other.subscribe((event) => {
				if (event.kind !== "freshness" || event.freshness.kind !== "complete") return;
				end();
				resolve(event.freshness.profiles);
			});
		});
		await store.replace(batches(people(0, 12)));
		expect(await told).to.equal(12);
		other.dispose();
	});

	it("keeps businesses apart, whatever they are called", async () => {
		const ends = [
			"a",
			"A",
			"а",
			"a/b",
			"a%2Fb",
			"../a",
			"a/generation/x",
			"a/head",
			"é",
			"e\u0301",
			"😀",
			"__proto__",
			"a\0",
			"a ".repeat(2_500),
		];
		const names = ends.map((name) => `${business} ${name}`);
		const stores = await Promise.all(names.map(async (name) => (await open(name)).store));
		for (const [index, one] of stores.entries()) await one.replace(batches(people(index, index + 1)));
		const heard: number[] = [];
		for (const [index, one] of stores.entries()) one.subscribe(() => heard.push(index));
		for (const [index, one] of stores.entries()) expect(await all(one), names[index]).to.deep.equal([person(index)]);
		for (const [index, one] of stores.entries()) {
			await one.wipe();
			expect(new Set(heard.splice(0)), "who is told").to.deep.equal(new Set([index]));
			expect(await databases(names[index] as string)).to.deep.equal([]);
			for (const later of stores.slice(index + 1)) expect((await all(later)).length).to.equal(1);
			one.dispose();
		}
	});

	for (const wrong of ["", "\ud800"]) {
		it(`refuses the business id ${JSON.stringify(wrong)}`, async () => {
			expect(await rejection(open(wrong))).to.include({
				name: "TypeError",
				message: "A business id is a text that is not empty and has whole characters.",
			});
		});
	}

	describe("changes", () => {
		it("take the place of profiles with their user_id, beside new ones, and remove", async () => {
			await store.replace(batches(people(0, 500)));
			const { fetchedAt } = store.freshness as { fetchedAt: number };
			const gone = { user_id: "u7", gone: true };
			const twice = [person(300, 1), person(300, 2)];
			const freshness = await store.change(batches([...people(10, 20, 1), ...twice, ...people(500, 503, 1), gone], 4), {
				removedWhen: "gone",
			});
			expect(freshness).to.include({ kind: "complete", profiles: 502, fetchedAt, hasRaw: true });
			const expected = [
				...people(0, 500).filter(({ user_id }) => !["u7", "u300", ...people(10, 20).map((each) => each.user_id)].includes(user_id)),
				...people(10, 20, 1),
				person(300, 2),
				...people(500, 503, 1),
			];
			await reopen();
			expect(await all(store)).to.deep.equal(expected);
			expect(await inside(store, "points >= 1000")).to.deep.equal(
				expected.filter(({ points }) => points >= 1000).map(({ user_id }) => user_id),
			);
			const { table, raw } = (await store.read(["user_id"])) ?? {};
			const row = table?.rowOf("u300") as number;
			expect(await raw?.([row])).to.deep.equal([person(300, 2)]);
		});

		it("again and again", async () => {
			await store.replace(batches(people(0, 200)));
			for (let version = 1; version <= 5; version++) await store.change(batches(people(version * 10, version * 10 + 20, version)));
			expect(store.freshness).to.include({ profiles: 200 });
			expect((await inside(store, "points >= 5000"))?.length).to.equal(20);
			expect((await inside(store, "points >= 1000"))?.length).to.equal(60);
			expect(await databases(business)).to.have.length(3);
		});

		for (const changes of [2, 3]) {
			it(`write all columns anew after ${changes} chunks when the limit is 2: ${changes === 3 ? "yes" : "no"}`, async () => {
				await reopen({ maxChangeChunks: 2, maxRemovedShare: 1, chunkRows: 64, blockRows: 16 });
				await store.replace(batches(people(0, 200)));
				const before = await databases(business);
				for (let version = 1; version <= changes; version++) await store.change(batches(people(version * 10, version * 10 + 20, version)));
				const after = await databases(business);
				expect(after).to.have.length(3);
				expect(after.join() === before.join()).to.equal(changes === 2);
				const { table, raw } = (await store.read(["user_id", "points"])) ?? {};
				expect(table?.rows).to.equal(changes === 3 ? 200 : 240);
				expect(table?.size).to.equal(200);
				const version = (index: number): number =>
					Math.max(0, ...[1, 2, 3].slice(0, changes).filter((each) => index >= each * 10 && index < each * 10 + 20));
				const expected = Array.from({ length: 200 }, (_, index) => person(index, version(index)));
				const byId = (some: readonly unknown[]): unknown[] =>
					(some as { user_id: string }[]).toSorted((a, b) => Number(a.user_id.slice(1)) - Number(b.user_id.slice(1)));
				expect(byId(await all(store))).to.deep.equal(expected);
				expect(await raw?.([table?.rowOf("u15") as number])).to.deep.equal([person(15, version(15))]);
				expect((await inside(store, "points >= 1000"))?.toSorted()).to.deep.equal(
					expected
						.filter(({ points }) => points >= 1000)
						.map(({ user_id }) => user_id)
						.toSorted(),
				);
				await reopen();
				expect(byId(await all(store))).to.deep.equal(expected);
			});
		}

		for (const removed of [20, 21]) {
			it(`write all columns anew when ${removed} of 100 rows are removed and the limit is a fifth: ${removed > 20 ? "yes" : "no"}`, async () => {
				await store.replace(batches(people(0, 100)));
				await store.change(batches(people(0, removed).map(({ user_id }) => ({ user_id, gone: true }))), { removedWhen: "gone" });
				expect((await store.read([]))?.table.rows).to.equal(removed > 20 ? 100 - removed : 100);
				expect(await all(store)).to.deep.equal(people(removed, 100));
			});
		}

		it("that leave nobody", async () => {
			await store.replace(batches(people(0, 10)));
			await store.change(batches(people(0, 10).map(({ user_id }) => ({ user_id, gone: true }))), { removedWhen: "gone" });
			expect(store.freshness).to.include({ kind: "complete", profiles: 0 });
			expect(await all(store)).to.deep.equal([]);
			await store.change(batches(people(3, 5)));
			expect(await all(store)).to.deep.equal(people(3, 5));
		});

		it("need something that can change", async () => {
			expect(await rejection(store.change([]))).to.include({
				code: "nothing",
				message: "There are no kept profiles that could change: fetch all profiles first.",
			});
		});

		it("need user_id", async () => {
			await reopen({ leaveOut: ["user_id"] });
			await store.replace(batches(people(0, 3)));
			expect(await rejection(store.change(batches(people(0, 1))))).to.include({
				code: "no-ids",
				message: 'Changed profiles are told by "user_id", which is not kept: fetch all profiles, or keep that field.',
			});
		});

		it("that fail half way change nothing", async () => {
			await store.replace(batches(people(0, 50)));
			function* failing() {
				yield* batches(people(0, 20, 1));
				throw new Error("the network went away");
			}
			expect(await rejection(store.change(failing()))).to.have.property("message", "the network went away");
			expect(await all(store)).to.deep.equal(people(0, 50));
		});
	});
});
