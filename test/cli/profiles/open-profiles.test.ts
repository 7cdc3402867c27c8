import { gzipSync } from "node:zlib";
import { expect } from "chai";
import fc from "fast-check";
import { gunzip } from "../../../src/cli/profiles/gunzip.ts";
import { bytesOf, chunksOf } from "../chunks.ts";
import { readAll, refusal } from "./read.ts";

describe("gzip", () => {
	const text = Array.from({ length: 5000 }, (_, n) => `{"n":${n}}\n`).join("");

	it("is told by its first bytes and unpacked, whatever the format inside", async () => {
		expect((await readAll(gzipSync(text))).profiles).to.have.length(5000);
		expect((await readAll(gzipSync("a,b\n1,2\n"))).profiles).to.deep.equal([{ a: "1", b: "2" }]);
		expect((await readAll(gzipSync('[{"a":1}]'))).profiles).to.deep.equal([{ a: 1 }]);
		expect(await readAll(gzipSync(""))).to.deep.equal({ format: "ndjson", profiles: [], problems: [], count: 0 });
	});

	it("may be several members one after another, cut anywhere", async () => {
		const bytes = Buffer.concat([gzipSync('{"a":1}\n{"a'), gzipSync('":2}\n'), gzipSync(""), gzipSync('{"a":3}\n')]);
		for (const size of [1, 7, 20, 100_000]) {
			expect((await readAll(bytes, { size })).profiles, `chunks of ${size}`).to.deep.equal([{ a: 1 }, { a: 2 }, { a: 3 }]);
		}
	});

	it("that ends in the middle is refused, after all that was in it", async () => {
		const bytes = gzipSync(text, { level: 1 });
		for (const cut of [bytes.length - 1, bytes.length - 9, bytes.length - 200, 12]) {
			expect(await refusal(readAll(bytes.subarray(0, cut), { size: 512 })), `cut at ${cut}`).to.equal(
				'RefusedInput: The gzip file "profiles" ends in the middle.',
			);
		}
	});

	it("that ends in the middle gives what was in it before that", async () => {
		const bytes = gzipSync(text, { level: 1 });
		const pieces: Buffer[] = [];
		const unpacking = gunzip(chunksOf(bytes.subarray(0, bytes.length - 20), 512), "profiles");
		await refusal(
			(async () => {
				for await (const piece of unpacking) pieces.push(Buffer.from(piece));
			})(),
		);
		const unpacked = Buffer.concat(pieces).toString();
		expect(text.startsWith(unpacked)).to.equal(true);
		expect(unpacked.length).to.be.greaterThan(text.length - 500);
	});

	it("that is damaged is refused", async () => {
		const bytes = gzipSync(text);
		bytes.fill(0x55, 200, 300);
		expect(await refusal(readAll(bytes))).to.equal('RefusedInput: The gzip file "profiles" is damaged and cannot be unpacked.');
	});
});

describe("the format of profiles", () => {
	it("is told by the content", async () => {
		const formats: readonly (readonly [string, string])[] = [
			['{"a":1}', "ndjson"],
			['{"a":1}\n{"a":2}', "ndjson"],
			['{"a":{\n{"a":2}', "ndjson"],
			['{"a":"{\n"b"}', "ndjson"],
			['{\n  "a": 1\n}', "json"],
			["{\n}", "json"],
			['[{"a":1}]', "json"],
			["  \n\t[]", "json"],
			["a,b\n1,2", "csv"],
			['"a","b"\n1,2', "csv"],
			["", "ndjson"],
		];
		for (const [text, format] of formats) expect((await readAll(text)).format, JSON.stringify(text)).to.equal(format);
	});

	it("can be said instead", async () => {
		expect((await readAll("{x},[y]\n1,2\n", { format: "csv" })).profiles).to.deep.equal([{ "{x}": "1", "[y]": "2" }]);
		expect((await readAll('{"a":1} {"a":2}', { format: "json" })).profiles).to.deep.equal([{ a: 1 }, { a: 2 }]);
		expect((await readAll("a,b\n1,2\n", { format: "ndjson" })).problems).to.deep.equal([
			"Line 1 is not JSON.",
			"Line 2 is not JSON: it breaks at character 2.",
		]);
	});

	it("is no binary and no UTF-16", async () => {
		expect(await refusal(readAll(Buffer.from("PK\u0003\u0004\u0000\u0000")))).to.equal("RefusedInput: The profiles are in a binary file.");
		expect(await refusal(readAll(Buffer.from('\uFEFF{"a":1}', "utf16le")))).to.equal("RefusedInput: The profiles are in UTF-16.");
	});
});

describe("how a file is cut into chunks", () => {
	const anyText = fc.string({ unit: fc.constantFrom("a", ",", '"', "\n", "\r", "{", "}", "[", "]", ":", "1", " ", "\\", "é", "😀") });
	const someText = fc.oneof(
		anyText,
		fc.array(fc.oneof(fc.json(), anyText)).map((lines) => lines.join("\n")),
		fc.array(fc.object()).map((profiles) => JSON.stringify(profiles, null, 1)),
	);

	it("never changes what is read", async () => {
		await fc.assert(
			fc.asyncProperty(
				someText,
				fc.constantFrom("ndjson" as const, "json" as const, "csv" as const),
				fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
				fc.constantFrom(undefined, 8, 30),
				async (text, format, size, limit) => {
					const options = limit === undefined ? { format } : { format, maxLineBytes: limit };
					const read = (sizes: number | readonly number[]) => readAll(text, { ...options, size: sizes }).catch(String);
					expect(await read(size)).to.deep.equal(await read(1_000_000));
				},
			),
			{ numRuns: 300 },
		);
	});

	it("loses no profile of a well-formed file", async () => {
		const profile = fc.dictionary(fc.string(), fc.jsonValue());
		await fc.assert(
			fc.asyncProperty(fc.array(profile), fc.integer({ min: 1, max: 40 }), fc.boolean(), async (profiles, size, zipped) => {
				const lines = profiles.map((one) => `${JSON.stringify(one)}\n`).join("");
				const array = JSON.stringify(profiles, null, size % 3);
				for (const text of [lines, array]) {
					const format = text === array ? "json" : "ndjson";
					const read = await readAll(zipped ? gzipSync(bytesOf(text)) : text, { size, format });
					expect(JSON.stringify(read.profiles)).to.equal(JSON.stringify(profiles.map((one) => JSON.parse(JSON.stringify(one)))));
					expect(read.problems).to.deep.equal([]);
				}
			}),
			{ numRuns: 40 },
		);
	});
});
