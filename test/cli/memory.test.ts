// That reading is a stream: what is kept must not grow with the input.
import process from "node:process";
import { expect } from "chai";
import { run } from "../../src/cli/cli.ts";
import { TextSink } from "./text-sink.ts";

describe("memory", () => {
	const line = Buffer.from(`{"user_id":"someone","n":1,"text":"${"x".repeat(200)}","orders":[{"total":1.5},{"total":2}]}\n`);
	const row = Buffer.from(`someone,1,"${"x".repeat(200)}"\n`);
	const megabytes = 150;

	/** The most that the heap grew while the input was read. */
	async function growth(start: string, repeated: Buffer, end: string, call: readonly string[]): Promise<number> {
		const before = process.memoryUsage().heapUsed;
		let most = 0;
		const piece = Buffer.concat(Array.from({ length: Math.ceil(65_536 / repeated.length) }, () => repeated));
		async function* stdin(): AsyncGenerator<Uint8Array> {
			yield Buffer.from(start);
			for (let sent = 0; sent < megabytes * 1e6; sent += piece.length) {
				most = Math.max(most, process.memoryUsage().heapUsed - before);
				yield piece;
			}
			yield Buffer.from(end);
		}
		const code = await run(["preview", "--profiles", "-", ...call], {
			stdin: stdin(),
			stdout: new TextSink(),
			stderr: new TextSink(),
			now: 0,
		});
		expect(code).to.equal(0);
		return most;
	}

	for (const [name, start, repeated, end] of [
		["NDJSON", "", line, ""],
		["a JSON array", "[", Buffer.concat([line, Buffer.from(",")]), "{}]"],
		["CSV", "user_id,n,text\n", row, ""],
	] as const) {
		it(`for ${name} does not grow with its size`, async () => {
			expect(await growth(start, repeated, end, ["--text", "n = 1", "--infer-sample", "100"])).to.be.below(megabytes * 1e6 * 0.75);
		}).timeout(60_000);
	}
});
