// What a browser's own fetch and streams do with a URL; test/sources has everything else.
import { expect } from "chai";
import { openSource } from "../../../src/store/sources/open-source.ts";
import type { OpenedSource, SourceBatch } from "../../../src/store/sources/opened-source.ts";
import { readToEnd } from "./read-to-end.ts";

const url = "/test/project/people.ndjson";
const lines = Array.from({ length: 2000 }, (_, n) => `{"n":${n}}\n`).join("");
const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => ({ n: from + n }));

async function batchesOf(opened: OpenedSource): Promise<readonly SourceBatch[]> {
	const batches: SourceBatch[] = [];
	if (opened.kind === "profiles") for await (const batch of opened.batches) batches.push(batch);
	return batches;
}

/** A server that sends so many bytes of the rest, then breaks the connection; all of it after the last cut. */
function breaking(versions: readonly (readonly [string, number?])[]): typeof fetch {
	const bytes = new TextEncoder().encode(lines);
	let turn = 0;
	return async (_, init) => {
		const [etag, length] = versions[turn++] ?? [""];
		const range = new Headers(init?.headers).get("range");
		const from = range !== null && new Headers(init?.headers).get("if-range") === etag ? Number(/\d+/.exec(range)?.[0]) : 0;
		let at = from;
		const body = new ReadableStream<Uint8Array>({
			pull(controller) {
				const to = Math.min(bytes.length, at + 700, from + (length ?? bytes.length));
				if (to > at) controller.enqueue(bytes.slice(at, to));
				else if (length === undefined) controller.close();
				else controller.error(new TypeError("network error"));
				at = to;
			},
		});
		const part = { "content-range": `bytes ${from}-${bytes.length - 1}/${bytes.length}` };
		return new Response(body, { status: from > 0 ? 206 : 200, headers: { etag, ...(from > 0 && part) } });
	};
}

describe("profiles from a URL, in a browser", () => {
	it("come from this page's server, whose address need not be written out", async () => {
		const text = await (await fetch(url)).text();
		const expected = text.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line)]));
		expect(expected.length).to.be.greaterThan(1);
		expect(await readToEnd({ kind: "url", url })).to.deep.equal({ profiles: expected, problems: [] });
	});

	it("are not sent again when they did not change", async () => {
		const opened = await openSource({ kind: "url", url });
		if (opened.kind === "unchanged") throw new Error("Nothing was known before.");
		await batchesOf(opened);
		expect(opened.validators.etag ?? opened.validators.lastModified).to.be.a("string");
		expect(await openSource({ kind: "url", url }, { validators: opened.validators })).to.deep.equal({ kind: "unchanged" });
	});

	it("are not where nothing is", async () => {
		expect((await readToEnd({ kind: "url", url: "/nowhere.ndjson" })).error).to.equal(
			"not-found: The server has no profiles at this address: correct the address of the source.",
		);
	});

	it("go on where the connection broke, and start again when they changed", async () => {
		const versions = [['"a"', 9000], ['"b"', 5000], ['"b"', 3000], ['"b"']] as const;
		const batches = await batchesOf(await openSource({ kind: "url", url }, { fetch: breaking(versions), sleep: quick }));
		const restart = batches.findIndex(({ kind }) => kind === "restart");
		const read = (some: readonly SourceBatch[]) => some.flatMap((batch) => (batch.kind === "profiles" ? batch.profiles : []));
		const before = read(batches.slice(0, restart));
		expect(before).to.deep.equal(numbers(0, before.length));
		expect(before.length).to.be.greaterThan(100);
		expect(batches.filter(({ kind }) => kind === "restart")).to.have.length(1);
		expect(read(batches.slice(restart + 1))).to.deep.equal(numbers(0, 2000));
	});

	it("are asked for again when the connection breaks while they come packed, which Firefox takes for their end", async () => {
		const breaking = `/breaks-once.csv?${Math.random()}`;
		const outcome = await readToEnd({ kind: "url", url: breaking }, { sleep: quick });
		expect(outcome.error).to.equal(undefined);
		expect(outcome.problems).to.deep.equal([]);
		expect(outcome.profiles).to.have.length(20_000);
		const ids = (outcome.profiles as readonly { readonly user_id: string }[]).map(({ user_id }) => user_id);
		expect(ids).to.deep.equal(Array.from({ length: 20_000 }, (_, n) => `u${n}`));
	});

	it("come from another origin that does not let itself be asked with conditions", async () => {
		const asked: string[] = [];
		const strict: typeof fetch = async (_, init) => {
			const names = [...new Headers(init?.headers).keys()].join(" ");
			asked.push(names);
			// What a browser does when the preflight is refused.
			if (names !== "") throw new TypeError("Failed to fetch");
			return new Response(lines, { headers: { etag: '"new"' } });
		};
		const elsewhere = { kind: "url", url: "https://example.org/people.ndjson" } as const;
		const options = { validators: { etag: '"old"' }, fetch: strict, sleep: quick };
		expect((await readToEnd(elsewhere, options)).profiles).to.have.length(2000);
		expect(asked).to.deep.equal(["if-none-match", ""]);
		asked.length = 0;
		expect((await readToEnd({ kind: "url", url }, options)).error).to.match(/^unreachable: /);
		expect(asked).to.deep.equal(Array.from({ length: 6 }, () => "if-none-match"));
	});

	it("are out of reach where the page's policy forbids to ask", async () => {
		const outcome = await readToEnd(
			{ kind: "url", url: "https://example.org/people.ndjson" },
			{ limits: { maxAttempts: 2 }, sleep: quick },
		);
		expect(outcome.error).to.match(/^unreachable: /);
	});
});

const stallMs = 30_000;

/** Waits only for what may be silent. */
function quick(ms: number, signal: AbortSignal): Promise<void> {
	if (ms < stallMs) return Promise.resolve();
	return new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
}
