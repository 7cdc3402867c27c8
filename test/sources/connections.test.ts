// What is no longer wanted is closed, and nothing is left behind.
import { expect } from "chai";
import { MemoryVault } from "../../src/store/memory-vault.ts";
import { guardPointer } from "../../src/store/pointer.ts";
import { ProfileStore, type RefreshOptions } from "../../src/store/profile-store.ts";
import { settingsOf } from "../../src/store/settings.ts";
import { openSource } from "../../src/store/sources/open-source.ts";
import { Patience } from "../../src/store/sources/patience.ts";
import type { UrlSource } from "../../src/store/sources/source.ts";
import type { SourceOptions } from "../../src/store/sources/source-options.ts";
import { StoreError } from "../../src/store/store-error.ts";
import { catalogue, rejection } from "../store/people.ts";
import { readSource } from "./read-source.ts";
import { type Answer, cut, json, part, testServer, whole } from "./test-server.ts";

const lines = Array.from({ length: 500 }, (_, n) => `{"n":${n}}\n`).join("");

/** An answer that never ends, and the promise that its connection is closed by the other side. */
function endless(
	code: number,
	headers: Readonly<Record<string, string>>,
	start = lines,
): { readonly answer: Answer; readonly closed: Promise<void> } {
	let close = (): void => {};
	const closed = new Promise<void>((resolve) => {
		close = resolve;
	});
	return {
		closed,
		answer: (_, response) => {
			response.writeHead(code, headers).write(start);
			response.on("close", close);
		},
	};
}

/** Counts the listeners that are still there. */
function watchedSignal(): { readonly signal: AbortSignal; listeners(): number } {
	const { signal } = new AbortController();
	let count = 0;
	const { addEventListener, removeEventListener } = signal;
	const known = new Set<unknown>();
	signal.addEventListener = (...given: Parameters<typeof addEventListener>) => {
		count += known.has(given[1]) ? 0 : 1;
		known.add(given[1]);
		addEventListener.apply(signal, given);
	};
	signal.removeEventListener = (...given: Parameters<typeof removeEventListener>) => {
		count -= given[0] === "abort" && known.delete(given[1]) ? 1 : 0;
		removeEventListener.apply(signal, given);
	};
	return { signal, listeners: () => count };
}

describe("connections", () => {
	const server = testServer();
	const url = (): UrlSource => ({ kind: "url", url: `${server.origin}/` });

	const unwanted: readonly (readonly [string, ReturnType<typeof endless>, readonly Answer[], readonly Answer[], SourceOptions?])[] = [
		["a failure that passes", endless(503, {}), [], [whole(lines)]],
		["a refusal", endless(404, {}), [], []],
		["a web page", endless(200, { "content-type": "text/html" }), [], []],
		["what is known", endless(200, { etag: '"v1"' }), [], [], { validators: { etag: '"v1"' } }],
		[
			"another part than was asked for",
			endless(206, { etag: '"v1"', "content-range": "bytes 7-8/9" }),
			[cut(lines, 1000, { etag: '"v1"' })],
			[whole(lines, { etag: '"v1"' })],
		],
		["one restart too many", endless(200, { etag: '"v2"' }), [cut(lines, 1000, { etag: '"v1"' })], [], { limits: { maxRestarts: 0 } }],
	];
	for (const [name, { answer, closed }, before, after, options] of unwanted) {
		it(`are closed for ${name}`, async () => {
			server.answers(...before, answer, ...after);
			await readSource(url(), options);
			await closed;
		});
	}

	it("are closed when the reader leaves", async () => {
		const { answer, closed } = endless(200, {});
		server.answers(answer);
		const opened = await openSource(url());
		if (opened.kind === "profiles") for await (const _ of opened.batches) break;
		await closed;
	});

	it("are closed when a page is too large", async () => {
		const pages = { kind: "pages", url: `${server.origin}/`, next: { kind: "number", parameter: "page" } } as const;
		const { answer, closed } = endless(200, {});
		server.answers(answer);
		await readSource(pages, { limits: { maxPageBytes: 100 } });
		await closed;
	});

	it("that were never read are closed by the signal", async () => {
		const { answer, closed } = endless(200, {});
		server.answers(answer);
		const controller = new AbortController();
		await openSource(url(), { signal: controller.signal });
		controller.abort();
		await closed;
	});

	it("that a refresh never came to read are closed when it ends", async () => {
		const full = new DOMException("The disk is full.", "QuotaExceededError");
		const refreshes: readonly (readonly [string, RefreshOptions, unknown])[] = [
			["there is nothing that could change", { mode: "changes" }, "nothing"],
			["there is no room to begin", {}, full],
		];
		for (const [why, options, expected] of refreshes) {
			const vault = new MemoryVault(guardPointer);
			vault.create = () => Promise.reject(full);
			const store = new ProfileStore(`segql/${why}`, settingsOf("test", { catalogue }), () => vault);
			const { answer, closed } = endless(200, {});
			server.answers(answer);
			const error = await rejection(store.refresh(url(), options));
			expect(error instanceof StoreError ? error.code : error, why).to.equal(expected);
			await closed;
			store.dispose();
		}
	});

	it("leave no listeners and no timers", async () => {
		const sleeping: AbortSignal[] = [];
		const sleep = (ms: number, signal: AbortSignal): Promise<void> => {
			sleeping.push(signal);
			return ms < 30_000 ? Promise.resolve() : new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
		};
		const runs: readonly (() => Promise<unknown>)[] = [
			() => {
				server.answers(part(lines, '"v1"', 1000), (_, response) => response.writeHead(500).end(), part(lines, '"v1"'));
				return readSource(url(), { signal, sleep });
			},
			() => {
				server.answers(json([{}]), json([]));
				return readSource({ kind: "pages", url: `${server.origin}/`, next: { kind: "number", parameter: "page" } }, { signal, sleep });
			},
			() => readSource({ kind: "file", file: new Blob([lines]) }, { signal, sleep }),
			() =>
				readSource(
					{
						kind: "iterable",
						profiles: (async function* () {
							yield {};
						})(),
					},
					{ signal, sleep },
				),
		];
		const { signal, listeners } = watchedSignal();
		for (const run of runs) {
			await run();
			expect(listeners()).to.equal(0);
			expect(sleeping.every(({ aborted }) => aborted)).to.equal(true);
		}
		expect(sleeping.length).to.be.greaterThan(6);
	});

	it("are not waited for when it is already over", async () => {
		const controller = new AbortController();
		const patience = new Patience({ signal: controller.signal });
		controller.abort();
		const error = await patience.untilCancelled(new Promise(() => {})).catch((thrown: unknown) => thrown);
		expect(error).to.include({ code: "cancelled" });
	});
});
