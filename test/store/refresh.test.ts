// From a source to what is kept: the sources themselves have tests of their own (test/sources).
import { expect } from "chai";
import { type ProfileStore, SourceError, type StoreOptions } from "../../src/store/index.ts";
import { all, catalogue, inside, made, newBusiness, open, people, rejection } from "./people.ts";
import { databasesOf, generationOf, rawPointer, rawWrite } from "./raw-databases.ts";
import { storeError, told } from "./sentences.ts";

const ndjson = (profiles: readonly unknown[]): string => profiles.map((profile) => `${JSON.stringify(profile)}\n`).join("");

/** A server that answers one request after the other, and what it was asked. */
function server(...answers: readonly ((headers: Headers) => Response)[]) {
	const asked: Headers[] = [];
	const fetch = async (_: unknown, { headers }: RequestInit = {}): Promise<Response> => {
		const given = new Headers(headers);
		const answer = answers[asked.length];
		asked.push(given);
		if (!answer) throw new TypeError("The test has no more answers.");
		return answer(given);
	};
	return { asked, fetch: fetch as typeof globalThis.fetch };
}

const answer =
	(body: BodyInit | null, headers: Record<string, string>, status = 200) =>
	(): Response =>
		new Response(body, { status, headers });

/** Ends with an error where a network does. */
function breaking(text: string): ReadableStream<Uint8Array> {
	const pieces = [new TextEncoder().encode(text)];
	return new ReadableStream({
		pull(controller) {
			const piece = pieces.shift();
			if (piece) controller.enqueue(piece);
			else controller.error(new TypeError("network error"));
		},
	});
}

const url = { kind: "url", url: "/profiles.ndjson" } as const;
const quick = { limits: { baseDelayMs: 1, maxAttempts: 2 } };

describe("refreshing the store from a source", () => {
	let business: string;
	let store: ProfileStore;
	let now = 1_000;

	const reopen = async (options: Partial<StoreOptions> = {}): Promise<void> => {
		store?.dispose();
		({ store } = await open(business, { now: () => now, ...options }));
	};

	beforeEach(async () => {
		business = newBusiness();
		now = 1_000;
		await reopen();
	});

	afterEach(async () => {
		await store.wipe();
		store.dispose();
	});

	it("a file of NDJSON, with what cannot be read counted", async () => {
		const file = new Blob([`${ndjson(people(0, 50))}nothing\n7\n${ndjson(people(50, 60))}`]);
		const shares: (number | undefined)[] = [];
		const freshness = await store.refresh({ kind: "file", file }, { onProgress: ({ share }) => shares.push(share) });
		expect(freshness).to.include({ kind: "complete", profiles: 60, problems: 2 });
		expect(await all(store)).to.deep.equal(people(0, 60));
		expect(shares.at(-1)).to.equal(1);
	});

	it("a packed file", async () => {
		const packed = new Blob([ndjson(people(0, 30))]).stream().pipeThrough(new CompressionStream("gzip"));
		await store.refresh({ kind: "file", file: await new Response(packed).blob() });
		expect(await all(store)).to.deep.equal(people(0, 30));
	});

	it("a JSON array whose profiles stand on several lines", async () => {
		await store.refresh({ kind: "file", file: new Blob([JSON.stringify(people(0, 30), undefined, 2)]) });
		expect(await all(store)).to.deep.equal(people(0, 30));
		expect(await inside(store, "points = 7")).to.deep.equal(["u7"]);
	});

	it("CSV, whose cells are typed by the catalogue", async () => {
		await store.refresh({ kind: "file", file: new Blob(["user_id,country,points\na,US,12\nb,CA,x\n"]) });
		expect(await inside(store, "points > 5")).to.deep.equal(["a"]);
		expect(await all(store)).to.deep.equal([
			{ user_id: "a", country: "US", points: 12 },
			{ user_id: "b", country: "CA", points: "x" },
		]);
	});

	it("an iterable of the host's, of profiles and of arrays of them", async () => {
		await store.refresh({ kind: "iterable", profiles: [people(0, 3), people(3, 4)[0], "no profile"] });
		expect(store.freshness).to.include({ profiles: 4, problems: 1 });
		expect(await all(store)).to.deep.equal(people(0, 4));
	});

	it("changes", async () => {
		await store.refresh({ kind: "file", file: new Blob([ndjson(people(0, 20))]) });
		const changes = new Blob([ndjson([...people(3, 5, 1), { user_id: "u9", gone: true }])]);
		await store.refresh({ kind: "file", file: changes }, { mode: "changes", removedWhen: "gone" });
		expect(store.freshness).to.include({ profiles: 19 });
		expect(await inside(store, "points >= 1000")).to.deep.equal(["u3", "u4"]);
	});

	for (const mode of ["change", "", "__proto__", null]) {
		it(`refuses the mode ${JSON.stringify(mode)}, before anything is read`, async () => {
			await store.refresh({ kind: "file", file: new Blob([ndjson(people(0, 20))]) });
			let asked = 0;
			const profiles = { [Symbol.iterator]: () => people(asked++, 3, 1)[Symbol.iterator]() };
			const error = await rejection(store.refresh({ kind: "iterable", profiles }, { mode: mode as never }));
			expect(error).to.be.instanceOf(RangeError);
			expect(error).to.have.property("message", `The mode of a refresh is "replace" or "changes", not "${mode}".`);
			expect(asked).to.equal(0);
			expect(await all(store)).to.deep.equal(people(0, 20));
		});
	}

	it("a URL that has not changed is asked, and not read again; the profiles are as of now", async () => {
		const body = ndjson(people(0, 40));
		const { asked, fetch } = server(answer(body, { etag: '"1"' }), answer(null, { etag: '"1"' }, 304), answer(body, { etag: '"2"' }));
		const first = await store.refresh(url, { fetch });
		const told: unknown[] = [];
		store.subscribe((event) => told.push(event));
		now = 5_000;
		const second = await store.refresh(url, { fetch });
		expect(asked.map((headers) => headers.get("if-none-match"))).to.deep.equal([null, '"1"']);
		expect(second).to.deep.equal({ ...first, asOf: 5_000, fetchedAt: 5_000 });
		expect(told).to.deep.equal([{ kind: "freshness", freshness: second }]);
		expect(await all(store)).to.deep.equal(people(0, 40));
		expect((await store.read([]))?.freshness).to.deep.equal(second);
		// Another address is another source.
		await store.refresh({ ...url, url: "/other.ndjson" }, { fetch });
		expect(asked[2]?.get("if-none-match")).to.equal(null);
	});

	const newKey = (): Promise<CryptoKey> => crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
	const keys: readonly (readonly [string, () => Promise<CryptoKey | undefined>])[] = [
		["another key", newKey],
		["no key", async () => undefined],
	];
	for (const [what, otherKey] of keys) {
		it(`a URL is read again with ${what}, so that what is locked heals`, async () => {
			const body = ndjson(people(0, 40));
			const fresh = answer(body, { etag: '"1"' });
			const { asked, fetch } = server(fresh, fresh, answer(null, { etag: '"1"' }, 304));
			await reopen({ key: await newKey() });
			await store.refresh(url, { fetch });
			const key = await otherKey();
			await reopen({ key });
			expect(await rejection(store.read([]))).to.have.property("code", "locked");
			await store.refresh(url, { fetch });
			expect(await all(store)).to.deep.equal(people(0, 40));
			await reopen({ key });
			await store.refresh(url, { fetch });
			expect(asked.map((headers) => headers.get("if-none-match"))).to.deep.equal([null, null, '"1"']);
			expect(await all(store)).to.deep.equal(people(0, 40));
		});
	}

	it("a URL is read again where what is kept has lost its manifest", async () => {
		const body = ndjson(people(0, 40));
		const { asked, fetch } = server(answer(body, { etag: '"1"' }), answer(body, { etag: '"1"' }));
		await store.refresh(url, { fetch });
		const { revision } = await rawPointer(business);
		await rawWrite(business, await generationOf(business, "columns"), (values) => {
			values.delete(["manifest", revision]);
		});
		await reopen();
		await store.refresh(url, { fetch });
		expect(asked.map((headers) => headers.get("if-none-match"))).to.deep.equal([null, null]);
		expect(await all(store)).to.deep.equal(people(0, 40));
	});

	it("a URL is read again after changes, which it does not know", async () => {
		const body = ndjson(people(0, 40));
		const { asked, fetch } = server(answer(body, { etag: '"1"' }), (headers) =>
			headers.has("if-none-match") ? answer(null, {}, 304)() : answer(body, { etag: '"1"' })(),
		);
		await store.refresh(url, { fetch });
		const changes = new Blob([ndjson([...people(40, 41, 1), ...people(3, 4, 1), { user_id: "u5", gone: true }])]);
		await store.refresh({ kind: "file", file: changes }, { mode: "changes", removedWhen: "gone" });
		await store.refresh(url, { fetch });
		expect(asked.map((headers) => headers.get("if-none-match"))).to.deep.equal([null, null]);
		expect(await all(store)).to.deep.equal(people(0, 40));
	});

	it("a URL is read again where profiles are typed otherwise now", async () => {
		const body = ndjson(people(0, 40));
		const { asked, fetch } = server(answer(body, { etag: '"1"' }), answer(body, { etag: '"1"' }), answer(body, { etag: '"1"' }));
		await store.refresh(url, { fetch });
		await reopen({ catalogue: made({ timezone: "Europe/Paris", fields: [{ name: "email_address", type: "text", jsonPath: "$.email" }] }) });
		await store.refresh(url, { fetch });
		await reopen({ catalogue, timeZone: "UTC" });
		await store.refresh(url, { fetch });
		expect(asked.map((headers) => headers.get("if-none-match"))).to.deep.equal([null, null, null]);
	});

	it("a URL is read again where longer lines are let in now, so that what was left out heals", async () => {
		const body = ndjson([...people(0, 3), { ...people(3, 4)[0], note: "x".repeat(1_000) }]);
		const fresh = answer(body, { etag: '"1"' });
		const { asked, fetch } = server(fresh, fresh, answer(null, { etag: '"1"' }, 304));
		expect(await store.refresh(url, { fetch, limits: { maxLineBytes: 500 } })).to.include({ profiles: 3, problems: 1 });
		expect(await store.refresh(url, { fetch })).to.include({ profiles: 4, problems: 0 });
		// The default by name is the same limit, and how patiently a server is asked changes nothing that it gives.
		const limits = { maxLineBytes: 64 * 1024 * 1024, maxAttempts: 2 };
		expect(await store.refresh(url, { fetch, limits })).to.include({ profiles: 4, problems: 0 });
		expect(asked.map((headers) => headers.get("if-none-match"))).to.deep.equal([null, null, '"1"']);
	});

	it("a relative URL is another source where it is relative to something else, also when both have the same ETag", async () => {
		const one = answer(ndjson(people(0, 3)), { etag: '"1"' });
		const { asked, fetch } = server(one, (headers) =>
			headers.has("if-none-match") ? answer(null, {}, 304)() : answer(ndjson(people(0, 7)), { etag: '"1"' })(),
		);
		const source = { kind: "url", url: "people.ndjson" } as const;
		await store.refresh(source, { fetch, baseUrl: "https://example.org/north/" });
		expect(await store.refresh(source, { fetch, baseUrl: "https://example.org/south/" })).to.include({ profiles: 7 });
		expect(asked.map((headers) => headers.get("if-none-match"))).to.deep.equal([null, null]);
	});

	for (const has of ["nothing", "profiles"]) {
		it(`begins anew, and mixes nothing, when the source changes while it is read (there were ${has})`, async () => {
			if (has === "profiles") await store.refresh({ kind: "file", file: new Blob([ndjson(people(0, 5, 7))]) });
			const old = ndjson(people(0, 20_000, 1));
			const { fetch, asked } = server(
				answer(breaking(old), { etag: '"1"', "accept-ranges": "bytes", "content-length": String(old.length * 2) }),
				answer(ndjson(people(0, 300, 2)), { etag: '"2"' }),
			);
			const freshness = await store.refresh(url, { fetch, ...quick });
			expect(asked[1]?.get("if-range")).to.equal('"1"');
			expect(freshness).to.include({ kind: "complete", profiles: 300 });
			expect(await all(store)).to.deep.equal(people(0, 300, 2));
		});
	}

	const notProfiles = (message: string) => ({ name: "SourceError", code: "not-profiles", message });
	const noAnswers: Readonly<Record<string, readonly [text: string, error: object]>> = {
		"lines of which none can be read": [
			"{bad\n{bad\n{bad\n",
			notProfiles(
				"Nothing that came can be read as a profile. Line 1 is not JSON: it breaks at character 2. Give NDJSON, a JSON array or CSV, plain or gzip.",
			),
		],
		"an error as JSON": [
			'{"error":"not allowed"}\n',
			notProfiles("Nothing that came has a field of the catalogue: correct the address of the source, or the paths of the fields."),
		],
		"profiles of which none has a user_id": [ndjson([{ id: 1, country: "US" }, { user_id: null }, { user_id: 7 }]), storeError("nobody")],
	};
	for (const [what, [text, expected]] of Object.entries(noAnswers)) {
		it(`keeps the old profiles when ${what} come instead, and says what to do`, async () => {
			await store.refresh({ kind: "file", file: new Blob([ndjson(people(0, 5))]) });
			// Those that changes have brought count as well.
			await store.change([{ profiles: people(5, 6) }]);
			const error = await rejection(store.refresh({ kind: "file", file: new Blob([text]) }));
			expect(told(error)).to.deep.equal(expected);
			expect(await all(store)).to.deep.equal(people(0, 6));
			expect(await databasesOf(business)).to.have.length(3);
		});
	}

	it("of nothing that can be read leaves a store empty", async () => {
		const error = await rejection(store.refresh({ kind: "iterable", profiles: [1, "no profile"] }));
		expect(told(error)).to.include({ name: "SourceError", code: "not-profiles" });
		expect(store.freshness).to.deep.equal({ kind: "empty" });
	});

	it("takes profiles without a user_id where those before had none either, and none at all where the source has none", async () => {
		const file = (profiles: readonly unknown[]) => ({ kind: "file", file: new Blob([ndjson(profiles)]) }) as const;
		await store.refresh(file([{ country: "US" }]));
		await store.refresh(file([{ country: "DE" }, { country: "CA" }]));
		expect(store.freshness).to.include({ kind: "complete", profiles: 2 });
		await store.refresh(file(people(0, 5)));
		await store.refresh({ kind: "iterable", profiles: [] });
		expect(store.freshness).to.include({ kind: "complete", profiles: 0 });
	});

	it("keeps the old profiles when the server does not answer, and says what to do", async () => {
		await store.refresh({ kind: "file", file: new Blob([ndjson(people(0, 5))]) });
		const { fetch } = server(answer(null, {}, 404));
		const error = await rejection(store.refresh(url, { fetch }));
		expect(error).to.be.instanceOf(SourceError);
		expect(error).to.include({
			code: "not-found",
			message: "The server has no profiles at this address: correct the address of the source.",
		});
		expect(await all(store)).to.deep.equal(people(0, 5));
	});

	it("keeps what has come when a first refresh ends in the middle, and says that it is partial", async () => {
		const file = new Blob([ndjson(people(0, 30)), '{"user_id": "u30", "coun']);
		const error = await rejection(store.refresh({ kind: "file", file }));
		expect(error).to.include({ name: "SourceError", code: "incomplete" });
		expect(store.freshness).to.include({ kind: "partial", profiles: 30 });
		expect(await all(store)).to.deep.equal(people(0, 30));
	});

	it("that is stopped rejects with the signal's reason", async () => {
		const stop = new AbortController();
		async function* profiles() {
			yield* people(0, 600);
			stop.abort(new Error("enough"));
			yield* people(600, 1_200);
		}
		const error = await rejection(store.refresh({ kind: "iterable", profiles: profiles() }, { signal: stop.signal }));
		expect(error).to.have.property("message", "enough");
		expect(store.freshness).to.deep.equal({ kind: "empty" });
	});
});
