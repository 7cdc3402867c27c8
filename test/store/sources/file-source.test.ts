// Files and what the host gives, in browsers.
import { expect } from "chai";
import { openSource } from "../../../src/store/sources/open-source.ts";
import type { ProfileSource } from "../../../src/store/sources/source.ts";
import type { SourceOptions, SourceProgress } from "../../../src/store/sources/source-options.ts";
import { gzip } from "../../formats/gzip.ts";
import { readToEnd } from "./read-to-end.ts";

const profiles = Array.from({ length: 5000 }, (_, n) => ({ user_id: `u${n}`, name: "Chloé" }));
const lines = profiles.map((one) => `${JSON.stringify(one)}\n`).join("");
const incomplete = "incomplete: The profiles end in the middle: refresh again, and ask those who make them when it happens again.";
const fileOf = (content: string | Uint8Array): Blob => new File([content as BlobPart], "people");

describe("profiles from a file", () => {
	const read = (content: string | Uint8Array, options: SourceOptions = {}) => readToEnd({ kind: "file", file: fileOf(content) }, options);

	it("may be NDJSON, JSON or CSV, plain or gzip, told by their content", async () => {
		for (const content of [lines, await gzip(lines), JSON.stringify(profiles), await gzip(JSON.stringify(profiles))]) {
			expect(await read(content)).to.deep.equal({ profiles, problems: [] });
		}
		expect((await read(await gzip("a,b\n1,2\n"))).profiles).to.deep.equal([{ a: "1", b: "2" }]);
	});

	it("tell how far they are, and that they cannot be known again", async () => {
		const packed = await gzip(lines);
		const seen: SourceProgress[] = [];
		const opened = await openSource({ kind: "file", file: fileOf(packed) }, { onProgress: (progress) => seen.push(progress) });
		if (opened.kind === "unchanged") throw new Error("A file cannot say that.");
		expect(opened.totalBytes).to.equal(packed.length);
		expect(opened.validators).to.deep.equal({});
		for await (const _ of opened.batches);
		expect(seen.at(-1)).to.deep.equal({ bytesRead: packed.length, totalBytes: packed.length });
	});

	it("are read a little at a time, however much a browser gives at once", async () => {
		const much = lines.repeat(20);
		const seen: number[] = [];
		await read(much, { onProgress: ({ bytesRead }) => seen.push(bytesRead) });
		expect(seen.at(-1)).to.equal(new TextEncoder().encode(much).length);
		expect(seen.every((bytes, index) => bytes - (seen[index - 1] ?? 0) <= 65_536)).to.equal(true);
	});

	it("hold the JSON of each when asked", async () => {
		const opened = await openSource({ kind: "file", file: fileOf(lines) }, { keepTexts: true });
		const texts: string[] = [];
		if (opened.kind === "profiles") {
			for await (const batch of opened.batches) if (batch.kind === "profiles") texts.push(...(batch.texts ?? []));
		}
		expect(texts.map((text) => `${text}\n`).join("")).to.equal(lines);
	});

	it("are incomplete when they end in the middle, after all that came before", async () => {
		for (const content of [lines.slice(0, -10), JSON.stringify(profiles).slice(0, -10)]) {
			expect(await read(content)).to.deep.equal({ profiles: profiles.slice(0, -1), error: incomplete });
		}
		const packed = await gzip(lines);
		const outcome = await read(packed.subarray(0, -10));
		expect(outcome.error).to.equal(incomplete);
		expect(outcome.profiles.length).to.be.greaterThan(4000);
		expect(outcome.profiles).to.deep.equal(profiles.slice(0, outcome.profiles.length));
	});

	it("leave out what is broken, and say so", async () => {
		expect(await read('{"a":1}\nbroken\n{"a":2}\n')).to.deep.equal({ profiles: [{ a: 1 }, { a: 2 }], problems: ["Line 2 is not JSON."] });
	});

	it("are refused when they are no text, or no file", async () => {
		expect((await read("PK\u0003\u0004\u0000")).error).to.equal(
			"not-profiles: The profiles are in a binary file. Give NDJSON, a JSON array or CSV, plain or gzip.",
		);
		expect((await readToEnd({ kind: "file", file: {} as Blob })).error).to.equal(
			"bad-source: The source's file is none: give a File or a Blob.",
		);
	});

	it("that cannot be read say so", async () => {
		class Gone extends Blob {
			override stream(): ReadableStream<Uint8Array<ArrayBuffer>> {
				return new ReadableStream({ start: (controller) => controller.error(new DOMException("gone", "NotReadableError")) });
			}
		}
		expect((await readToEnd({ kind: "file", file: new Gone() })).error).to.equal(
			"unreadable: The file cannot be read: it may have been changed, moved or deleted. Choose it again.",
		);
	});

	it("can be cancelled", async () => {
		const controller = new AbortController();
		const outcome = await read(lines.repeat(20), { signal: controller.signal, onProgress: () => controller.abort() });
		expect(outcome.error).to.equal("cancelled: Reading the profiles was cancelled.");
	});

	it("may come from another thread", async () => {
		const source: ProfileSource = structuredClone({ kind: "file", file: fileOf(lines) } as const);
		expect((await readToEnd(source)).profiles).to.have.length(5000);
	});
});
