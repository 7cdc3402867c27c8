// The worker's half of a host's iterable, alone: what it asks for, and how it ends.
import { expect } from "chai";
import { SourceError } from "../../src/store/sources/source-error.ts";
import { Feed } from "../../src/worker/feed.ts";
import { rejection } from "../store/people.ts";

const encoder = new TextEncoder();
const bytes = (text: string): { readonly bytes: ArrayBuffer } => ({ bytes: encoder.encode(text).buffer });

describe("a feed", () => {
	it("asks for two batches at first, and for one more after each that was read", async () => {
		const wanted: number[] = [];
		const feed = new Feed((batches) => wanted.push(batches));
		const batches = feed.batches(new AbortController().signal);
		expect(wanted).to.deep.equal([]);
		const first = batches.next();
		const sent = '{"a":1}\n{"a":"é"}\n';
		feed.arrive(bytes(sent));
		// Nobody is no batch: it is asked for more at once.
		feed.arrive(bytes(""));
		feed.arrive(bytes("{}\n"));
		expect((await first).value).to.deep.equal({
			...{ kind: "profiles", untyped: false },
			profiles: [{ a: 1 }, { a: "é" }],
			texts: ['{"a":1}', '{"a":"é"}'],
			lines: { bytes: encoder.encode(sent), starts: [0, 8], ends: [7, 18] },
		});
		expect(wanted).to.deep.equal([2]);
		expect((await batches.next()).value).to.deep.equal({
			...{ kind: "profiles", untyped: false },
			profiles: [{}],
			texts: ["{}"],
			lines: { bytes: encoder.encode("{}\n"), starts: [0], ends: [2] },
		});
		expect(wanted).to.deep.equal([2, 1, 1]);
		feed.arrive({ end: true });
		expect(await batches.next()).to.deep.equal({ done: true, value: undefined });
		expect(wanted).to.deep.equal([2, 1, 1, 1]);
		expect(feed.problems).to.equal(0);
	});

	it("leaves out what is no profile, and counts it", async () => {
		const feed = new Feed(() => undefined);
		const sent = 'null\n[{"a":1}]\n"{"\n{}\n7\n';
		feed.arrive(bytes(sent));
		expect((await feed.batches(new AbortController().signal).next()).value).to.deep.equal({
			...{ kind: "profiles", untyped: false },
			profiles: [{}],
			texts: ["{}"],
			lines: { bytes: encoder.encode(sent), starts: [19], ends: [21] },
		});
		expect(feed.problems).to.equal(4);
	});

	it("ends with an error when all that came is no profile", async () => {
		for (const [lines, message] of [
			["7\nnull\n", "Nothing that came can be read as a profile. Give NDJSON, a JSON array or CSV, plain or gzip."],
			["7\n{}\n", undefined],
			["", undefined],
		] as const) {
			const feed = new Feed(() => undefined);
			feed.arrive(bytes(lines));
			feed.arrive({ end: true });
			const read = async (): Promise<void> => {
				for await (const _ of feed.batches(new AbortController().signal));
			};
			const error: unknown = await read().catch((thrown: unknown) => thrown);
			expect(error instanceof SourceError ? [error.code, error.message] : error).to.deep.equal(message && ["not-profiles", message]);
		}
	});

	it("ends with what the host's iterable threw, after what came before", async () => {
		const feed = new Feed(() => undefined);
		const batches = feed.batches(new AbortController().signal);
		const own = new Error("the host's own");
		feed.arrive(bytes("{}\n"));
		feed.arrive({ error: own });
		await batches.next();
		expect(await rejection(batches.next())).to.equal(own);
	});

	it("ends by its signal while it waits", async () => {
		const stop = new AbortController();
		const waiting = rejection(new Feed(() => undefined).batches(stop.signal).next());
		const reason = new Error("enough");
		stop.abort(reason);
		expect(await waiting).to.equal(reason);
	});
});
