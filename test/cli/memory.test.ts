// That reading is a stream: what is kept must not grow with the input.
import process from "node:process";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect } from "chai";
import { run } from "../../src/cli/cli.ts";
import { TextSink } from "./text-sink.ts";

// Garbage says nothing of what is kept, and how much of it lies around depends on every test before.
setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

/** Bytes that something still refers to, in the heap and in buffers outside it. */
function kept(): number {
	collectGarbage();
	const { heapUsed, external } = process.memoryUsage();
	return heapUsed + external;
}

describe("memory", () => {
	const line = Buffer.from(`{"user_id":"someone","n":1,"text":"${"x".repeat(200)}","orders":[{"total":1.5},{"total":2}]}\n`);
	const row = Buffer.from(`someone,1,"${"x".repeat(200)}"\n`);
	/** What is kept grows by 6 MB at first, once, and no more. */
	const bytes = 150e6;
	const looks = 15;

	/** The most that was kept at any look while the input was read, more than at the first. */
	async function growth(start: string, repeated: Buffer, end: string, call: readonly string[]): Promise<number> {
		const piece = Buffer.concat(Array.from({ length: Math.ceil(65_536 / repeated.length) }, () => repeated));
		const seen: number[] = [];
		async function* stdin(): AsyncGenerator<Uint8Array> {
			yield Buffer.from(start);
			for (let sent = 0; sent < bytes; sent += piece.length) {
				if (sent >= (seen.length * bytes) / looks) seen.push(kept());
				// A copy, so that whoever keeps what it is given keeps memory.
				yield Buffer.from(piece);
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
		expect(seen).to.have.lengthOf(looks);
		return Math.max(...seen) - (seen[0] as number);
	}

	for (const [name, start, repeated, end] of [
		["NDJSON", "", line, ""],
		["a JSON array", "[", Buffer.concat([line, Buffer.from(",")]), "{}]"],
		["CSV", "user_id,n,text\n", row, ""],
	] as const) {
		it(`for ${name} does not grow with its size`, async () => {
			expect(await growth(start, repeated, end, ["--text", "n = 1", "--infer-sample", "100"])).to.be.below(bytes / 10);
		});
	}
});
