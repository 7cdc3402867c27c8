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

	for (const [what, nothing, problems] of [
		["of nobody", [], 0],
		["that remove somebody who is not there", gone("u99"), 1],
	] as const) {
		it(`${what}, however often, write nothing and say as of when that is`, async () => {
			await reopen({ maxChangeChunks: 1 });
			await store.replace(batches(people(0, 20)));
			const first = store.freshness;
			const { table } = (await store.read(["points"])) ?? {};
			const before = (await allRecords(business)).filter(({ database }) => database !== "head");
			for (now = 2_000; now <= 5_000; now += 1_000) {
				const freshness = await store.change(nothing, { removedWhen: "gone", end: () => ({ problems }) });
				expect(freshness).to.deep.equal({ ...first, asOf: now, problems: problems * (now / 1_000 - 1) });
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

	it("without a user_id, or with one that is no text, are counted, and take nobody's place", async () => {
		const file = (profiles: readonly unknown[]) =>
			({ kind: "file", file: new Blob([profiles.map((profile) => `${JSON.stringify(profile)}\n`).join("")]) }) as const;
		await store.refresh(file([{ user_id: 1, country: "US" }, ...people(0, 3)]));
		for (let count = 1; count <= 3; count++) {
			const changed = [{ user_id: 1, country: "DE" }, { user_id: "u1", gone: true }, { country: "DE" }, null, person(2, count), "broken"];
			await store.refresh(file(changed), { mode: "changes", removedWhen: "gone" });
			// Of what is no profile the source tells.
			expect(store.freshness).to.include({ kind: "complete", profiles: 3, problems: 4 * count });
		}
		expect(await all(store)).to.deep.equal([{ user_id: 1, country: "US" }, person(0), person(2, 3)]);
		expect(await inside(store, 'country = "DE"')).to.deep.equal(["u2"]);
	});

	const notProfiles = (message: string) => ({ name: "SourceError", code: "not-profiles", message });
	const unusable: readonly (readonly [what: string, profiles: readonly unknown[], error: object])[] = [
		["without a user_id", [{ country: "US" }], storeError("nobody")],
		[
			"without a field",
			[{ error: "not allowed" }],
			notProfiles("Nothing that came has a field of the catalogue: correct the address of the source, or the paths of the fields."),
		],
		[
			"that cannot be read",
			[7],
			notProfiles(
				"Nothing that came can be read as a profile. Element 1 is a number, but a profile is an object. Give NDJSON, a JSON array or CSV, plain or gzip.",
			),
		],
	];
	for (const [what, profiles, expected] of unusable) {
		it(`${what}, all of them, change nothing and do not make it newer`, async () => {
			await store.replace(batches(people(0, 3)));
			const before = store.freshness;
			now = 9_000;
			const source = { kind: "iterable", profiles } as const;
			expect(told(await rejection(store.refresh(source, { mode: "changes" })))).to.deep.equal(expected);
			expect(await store.check()).to.deep.equal(before);
			expect(await all(store)).to.deep.equal(people(0, 3));
		});
	}

	it("of somebody who clears up behind them and is killed over it leave nothing that the next refresh does not remove", async () => {
		await store.replace(batches(people(0, 3)));
		const { deleteDatabase } = IDBFactory.prototype;
		// As it is for who is killed: asked for, and not done.
		IDBFactory.prototype.deleteDatabase = function (this: IDBFactory, name: string): IDBOpenDBRequest {
			return name.endsWith("sweep")
				? ({ addEventListener: () => undefined } as unknown as IDBOpenDBRequest)
				: deleteDatabase.call(this, name);
		};
		try {
			await store.change([{ profiles: [{ user_id: "u1", gone: true }] }], { removedWhen: "gone" });
		} finally {
			IDBFactory.prototype.deleteDatabase = deleteDatabase;
		}
		expect(await databasesOf(business)).to.have.length(4);
		await store.replace(batches(people(0, 3)));
		expect(await databasesOf(business)).to.have.length(3);
	});

	it("where the user_id is a number are refused, before any is read", async () => {
		await reopen({ catalogue: made({ timezone: "UTC", fields: [{ name: "user_id", type: "number" }] }) });
		await store.replace([{ profiles: [{ user_id: 1 }] }]);
		let isRead = false;
		function* changes() {
			isRead = true;
			yield { profiles: [{ user_id: 1 }] };
		}
		const error = await rejection(store.change(changes()));
		expect(error).to.be.instanceOf(RangeError);
		expect(error).to.have.property(
			"message",
			'Profiles are replaced and removed by user_id: make the field "user_id" of type "text", not "number".',
		);
		expect(isRead).to.equal(false);
		expect(store.freshness).to.include({ kind: "complete", profiles: 1 });
	});

	const json = JSON.stringify;
	const untyped = (values: readonly string[]) =>
		`user_id,country,gone\n${values.map((value, index) => `u${index},FR,${value}\n`).join("")}`;
	const typed = (values: readonly unknown[]) =>
		values.map((gone, index) => `${json({ user_id: `u${index}`, country: "FR", gone })}\n`).join("");
	const sayings = {
		removed: { csv: ["true", "TRUE", " true "], ndjson: [true] },
		changed: { csv: ["", "false", "False"], ndjson: [false, null, undefined] },
		"left as it was, and counted": { csv: ["1", "0", "yes", "t"], ndjson: ["true", "false", "", 1, 0, [], {}] },
	};
	for (const [outcome, values] of Object.entries(sayings)) {
		const texts = { csv: untyped(values.csv), ndjson: typed(values.ndjson) };
		for (const [format, text] of Object.entries(texts)) {
			it(`in ${format} that say ${json(values[format as "csv"])} of somebody's removal: ${outcome}`, async () => {
				const count = values[format as "csv"].length;
				await store.replace(batches(people(0, count)));
				const freshness = await store.refresh({ kind: "file", file: new Blob([text]) }, { mode: "changes", removedWhen: "gone" });
				const hasProblems = outcome !== "removed" && outcome !== "changed";
				expect(freshness).to.include({ profiles: outcome === "removed" ? 0 : count, problems: hasProblems ? count : 0 });
				expect(await inside(store, 'country = "FR"')).to.have.length(outcome === "changed" ? count : 0);
				if (hasProblems) expect(await all(store)).to.deep.equal(people(0, count));
			});
		}
	}

	it("tell removal by a field of the catalogue, whose cells are typed, and by a prototype's key never", async () => {
		const fields = [{ name: "gone", type: "boolean" }];
		await reopen({ catalogue: made({ timezone: "UTC", fields }) });
		await store.replace(batches(people(0, 3)));
		const file = new Blob(["user_id,gone\nu0,True\nu1,false\n"]);
		await store.refresh({ kind: "file", file }, { mode: "changes", removedWhen: "gone" });
		expect(await all(store)).to.deep.equal([person(2), { user_id: "u1", gone: false }]);
		await store.change([{ profiles: [person(2, 1)] }], { removedWhen: "toString" });
		expect(store.freshness).to.include({ profiles: 2, problems: 0 });
	});
});
