// Bytes of which nothing is a profile: nobody takes a batch and lets others have their turn, so reading itself must.
import { gzipSync } from "node:zlib";
import { expect } from "chai";
import type { ProfileSource } from "../../src/store/sources/source.ts";
import { readSource } from "./read-source.ts";

const megabyte = 1024 * 1024;
const repeated = (text: string, bytes: number): string => text.repeat(Math.ceil(bytes / text.length));

/** So much that a test which is not cancelled fails, and ends. */
const contents: readonly (readonly [string, string | Uint8Array, "ndjson"?])[] = [
	["broken lines", repeated("{no json\n", 4 * megabyte)],
	["blank lines", repeated("\n", 64 * megabyte), "ndjson"],
	["elements that are no profiles", `[${repeated("1,", 4 * megabyte)}1]`],
	["rows of another width", `a,b\n${repeated("1\n", 4 * megabyte)}`],
	["broken lines that are packed", gzipSync(repeated("{no json\n", 16 * megabyte))],
];

describe("bytes that are no profiles", () => {
	for (const [name, content, format] of contents) {
		for (const kind of ["file", "url"] as const) {
			it(`let a timer have its turns, which cancels them, from a ${kind}: ${name}`, async () => {
				const blob = new Blob([content as BlobPart]);
				const source: ProfileSource = {
					...(kind === "file" ? { kind, file: blob } : { kind, url: "https://example.org/people" }),
					...(format && { format }),
				};
				// Everything at once, as some browsers give it.
				const bytes = await blob.bytes();
				const fetch = async (): Promise<Response> => new Response(oneChunk(bytes));
				const controller = new AbortController();
				let turns = 0;
				const timer = setInterval(() => ++turns === 10 && controller.abort(), 1);
				const { error, waits } = await readSource(source, { signal: controller.signal, fetch });
				clearInterval(timer);
				expect({ error, waits }).to.deep.equal({ error: "cancelled: Reading the profiles was cancelled.", waits: [] });
			});
		}
	}
});

function oneChunk(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array> {
	return new ReadableStream({
		start(controller) {
			controller.enqueue(bytes);
			controller.close();
		},
	});
}
