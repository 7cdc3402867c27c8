import { expect } from "chai";
import fc from "fast-check";
import { openProfiles, type ReadOptions } from "../../src/formats/open-profiles.ts";
import { Problems } from "../../src/formats/problems.ts";
import type { ProfileBatch } from "../../src/formats/profile-batch.ts";
import type { RefusedInput } from "../../src/formats/refused-input.ts";
import { bytesOf, sourceOf } from "./chunks.ts";
import { gzip } from "./gzip.ts";
import { readAll, refusal } from "./read.ts";

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

	it("is no web page and no XML, unless it is said to be CSV", async () => {
		for (const text of ["<!doctype html><p>Sign in", "\uFEFF\r\n <html>\n</html>\n", '<?xml version="1.0"?>', "<"])
			expect(await refusal(readAll(text)), text).to.equal("RefusedInput: The profiles are a web page, or XML.");
		expect((await readAll("<a>,b\n1,2\n", { format: "csv" })).profiles).to.deep.equal([{ "<a>": "1", b: "2" }]);
		expect((await readAll("a<,b\n1,2\n")).profiles).to.deep.equal([{ "a<": "1", b: "2" }]);
	});

	it("is no binary and no UTF-16", async () => {
		expect(await refusal(readAll(bytesOf("PK\u0003\u0004\u0000\u0000")))).to.equal("RefusedInput: The profiles are in a binary file.");
		expect(await refusal(readAll(new Uint8Array(new Uint16Array([...'\uFEFF{"a":1}'].map((one) => one.charCodeAt(0))).buffer)))).to.equal(
			"RefusedInput: The profiles are in UTF-16.",
		);
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
					const read = await readAll(zipped ? await gzip(text) : text, { size, format });
					expect(JSON.stringify(read.profiles)).to.equal(JSON.stringify(profiles.map((one) => JSON.parse(JSON.stringify(one)))));
					expect(read.problems).to.deep.equal([]);
				}
			}),
			{ numRuns: 40 },
		);
	});
});

describe("the texts of profiles", () => {
	async function batchesOf(text: string, keepTexts: boolean): Promise<readonly ProfileBatch[]> {
		const { batches } = await openProfiles(sourceOf(text, 9), new Problems(), { keepTexts });
		const all: ProfileBatch[] = [];
		for await (const batch of batches) {
			// The bytes are another batch's soon.
			const { lines, ...rest } = batch;
			const { bytes, starts = [], ends = [] } = lines ?? {};
			expect(starts.map((start, index) => new TextDecoder().decode(bytes?.subarray(start, ends[index])))).to.deep.equal(
				lines ? rest.texts : [],
			);
			expect(lines !== undefined).to.equal(keepTexts && text.startsWith("{"));
			all.push(rest);
		}
		return all;
	}

	it("come beside them when they are asked for, as they stood", async () => {
		const text = '{"a":1}\n\nbroken\n {"a": 2}\r\n[]\n{"a":"é"}';
		const batches = await batchesOf(text, true);
		expect(batches.flatMap(({ texts }) => texts)).to.deep.equal(['{"a":1}', ' {"a": 2}\r', '{"a":"é"}']);
		for (const { profiles, texts } of batches) expect(texts?.map((one) => JSON.parse(one))).to.deep.equal(profiles);
		expect((await batchesOf('[{"a":1}, {\n"a":2}, 3]', true)).flatMap(({ texts }) => texts)).to.deep.equal(['{"a":1}', '{\n"a":2}']);
	});

	it("are not kept otherwise, and cells have none", async () => {
		expect(await batchesOf('{"a":1}\n', false)).to.deep.equal([{ profiles: [{ a: 1 }] }]);
		expect(await batchesOf("a\n1\n", true)).to.deep.equal([{ profiles: [{ a: "1" }] }]);
	});
});

describe("a message that names an option", () => {
	it("calls it as its reader does", async () => {
		const messageOf = async (problems: Problems) => {
			const { batches } = await openProfiles(sourceOf('{"a":1}'), problems, { maxLineBytes: 5 });
			for await (const _ of batches);
			return problems.shown.map(({ message }) => message);
		};
		expect(await messageOf(new Problems())).to.deep.equal(["Line 1 is longer than 5 bytes and is left out (maxLineBytes sets the limit)."]);
		const optionNames = { strict: "--strict", maxLineBytes: "--max-line-bytes" };
		expect(await messageOf(new Problems({ optionNames }))).to.deep.equal([
			"Line 1 is longer than 5 bytes and is left out (--max-line-bytes sets the limit).",
		]);
		const strict = new Problems({ strict: true, optionNames });
		const error = await messageOf(strict).catch((thrown: unknown) => thrown);
		expect((error as RefusedInput).hint).to.equal("Leave out --strict to read the rest without it.");
	});
});

describe("profiles that end in the middle", () => {
	async function isCutOff(content: string | Uint8Array, options: ReadOptions = {}): Promise<boolean> {
		const problems = new Problems();
		const { batches } = await openProfiles(sourceOf(content, 5), problems, options);
		for await (const _ of batches);
		return problems.cutOff;
	}

	it("are told where the format shows it", async () => {
		for (const text of [
			'{"a":1}\n{"a":',
			'{"a":1}\n{"a":"b',
			'{"a":1}\n{"a":2',
			'{"a":1}\n{"a"',
			'{"a":1}\n{',
			'[{"a":1}',
			'[{"a":1},',
			'[{"a":1},{"a":"b',
			"[",
		]) {
			expect(await isCutOff(text), text).to.equal(true);
		}
		expect(await isCutOff(bytesOf('{"a":1}\n{"a":"é').subarray(0, -1))).to.equal(true);
		expect(await isCutOff('[{"a":1},{"a":"12345"', { maxLineBytes: 8 })).to.equal(true);
	});

	it("are not those that are whole, or broken elsewhere", async () => {
		for (const text of [
			"",
			'{"a":1}',
			'{"a":1}\n  ',
			'{"a":1}\n{"a":x}',
			'{"a":1}\n{"a":\n',
			'{"a":1}\n7',
			"[]",
			'[{"a":1}]',
			'[{"a":x}]\n',
			"a,b\n1",
		]) {
			expect(await isCutOff(text), text).to.equal(false);
		}
		expect(await isCutOff('[{"a":"12345"},{}]', { maxLineBytes: 8 })).to.equal(false);
	});
});
