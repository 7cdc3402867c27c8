// Two tabs without locks or a channel, step by step: whoever looked at what another has replaced since drops nothing of it.
import { expect } from "chai";
import type { StoreEvent } from "../../src/store/index.ts";
import type { ProfileStore } from "../../src/store/profile-store.ts";
import type { Vault } from "../../src/store/vault.ts";
import { all, batches, people, person, rejection } from "./people.ts";
import { storeError, told } from "./sentences.ts";
import { actingAfterLook, actingAfterUpdate, actingBeforeUpdate, newVault, storeOn } from "./shared-vault.ts";

describe("a tab that would drop what is kept, while another writes", () => {
	let vault: Vault;
	let other: ProfileStore;
	let now: number;
	const clock = { now: () => now };

	beforeEach(async () => {
		vault = newVault();
		now = 0;
		other = storeOn(vault, clock);
		await other.replace(batches(people(0, 10)));
	});

	afterEach(() => other.dispose());

	it("finds that all was replaced and is not expired any more: it stays", async () => {
		now = 5_000;
		const here = storeOn(
			actingBeforeUpdate(vault, () => other.replace(batches(people(0, 5, 1)))),
			{ ...clock, retentionMs: 1_000 },
		);
		const events: StoreEvent[] = [];
		here.subscribe((event) => events.push(event));
		expect(await here.check()).to.deep.equal(other.freshness);
		expect(events).to.deep.equal([{ kind: "freshness", freshness: other.freshness }]);
		expect(await all(other)).to.deep.equal(people(0, 5, 1));
		expect(await all(here)).to.deep.equal(people(0, 5, 1));
		here.dispose();
	});

	it("finds changes, which make nobody younger: all of it is dropped, nothing is left behind", async () => {
		now = 5_000;
		const change = () => other.change(batches([person(3, 1)]));
		const here = storeOn(actingBeforeUpdate(vault, change), { ...clock, retentionMs: 1_000 });
		expect(await here.check()).to.deep.equal({ kind: "empty", because: "expired" });
		expect(await vault.generations()).to.deep.equal([]);
		expect(await other.read([])).to.equal(undefined);
		here.dispose();
	});

	it("had damaged profiles, which are whole again: those stay", async () => {
		const [generation] = (await vault.generations()).filter((name) => !name.endsWith(".raw"));
		await (await vault.open(generation as string))?.remove([["column"]]);
		// The second look tells the reader that the damaged ones are still the valid ones.
		const here = storeOn(actingAfterLook(vault, 2, () => other.replace(batches(people(0, 10, 2)))));
		expect(told(await rejection(here.read(["user_id"])))).to.deep.equal(storeError("damaged"));
		expect(await all(other)).to.deep.equal(people(0, 10, 2));
		expect((await here.read(["user_id"]))?.freshness).to.deep.equal(other.freshness);
		here.dispose();
	});

	it("has damaged profiles, and nobody writes: they are dropped", async () => {
		const [generation] = (await vault.generations()).filter((name) => !name.endsWith(".raw"));
		await (await vault.open(generation as string))?.remove([["column"]]);
		expect(told(await rejection(other.read(["user_id"])))).to.deep.equal(storeError("damaged"));
		expect(other.freshness).to.deep.equal({ kind: "empty", because: "damaged" });
		expect(await vault.generations()).to.deep.equal([]);
	});
});

describe("a refresh that clears up, while another tab puts its profiles there", () => {
	let vault: Vault;
	let other: ProfileStore;

	beforeEach(async () => {
		vault = newVault();
		other = storeOn(vault);
		await other.replace(batches(people(0, 10)));
	});

	afterEach(() => other.dispose());

	it("before anything came: those stay until all has come", async () => {
		const here = storeOn(actingAfterLook(vault, 1, () => other.replace(batches(people(0, 5, 1)))));
		let during: unknown;
		async function* source() {
			during = await all(other);
			yield* batches(people(0, 20, 2));
		}
		await here.replace(source());
		expect(during).to.deep.equal(people(0, 5, 1));
		expect(await all(other)).to.deep.equal(people(0, 20, 2));
		here.dispose();
	});

	it("after its own: those stay", async () => {
		const here = storeOn(actingAfterUpdate(vault, () => other.replace(batches(people(0, 5, 1)))));
		await here.replace(batches(people(0, 20, 2)));
		expect(await all(other)).to.deep.equal(people(0, 5, 1));
		here.dispose();
	});
});

describe("a source that confirms what was kept when it was asked", () => {
	it("confirms nothing that another tab has put there since", async () => {
		const vault = newVault();
		let now = 0;
		const [here, other] = [storeOn(vault, { now: () => now }), storeOn(vault, { now: () => now })];
		const fetch = (async (_: unknown, init?: RequestInit) => {
			if (!new Headers(init?.headers).has("if-none-match"))
				return new Response(`${JSON.stringify(person(0))}\n`, { headers: { etag: '"1"' } });
			await other.change([{ profiles: [person(1)] }]);
			now = 5_000;
			return new Response(null, { status: 304 });
		}) as typeof globalThis.fetch;
		const url = { kind: "url", url: "/profiles.ndjson" } as const;
		await here.refresh(url, { fetch, baseUrl: "https://example.test/" });
		const refreshing = here.refresh(url, { fetch, baseUrl: "https://example.test/" });
		expect(told(await rejection(refreshing))).to.deep.equal(storeError("replaced"));
		expect(await here.check()).to.include({ profiles: 2, asOf: 0 });
		for (const store of [here, other]) store.dispose();
	});
});
