import { expect } from "chai";
import { bytesOf, joined } from "./chunks.ts";
import { readAll, refusal } from "./read.ts";

describe("profiles as NDJSON", () => {
	it("are read one a line, whatever ends the lines and whether the last one ends", async () => {
		for (const text of ['{"a":1}\n{"a":2}\n', '{"a":1}\n{"a":2}', '{"a":1}\r\n{"a":2}\r\n', '\n  \n{"a":1}\n\n\t\r\n{"a":2}\n\n']) {
			expect(await readAll(text), JSON.stringify(text)).to.deep.equal({
				format: "ndjson",
				profiles: [{ a: 1 }, { a: 2 }],
				problems: [],
				count: 0,
			});
		}
	});

	it("lose a byte order mark, and nothing else", async () => {
		expect((await readAll('\uFEFF{"a":"\uFEFF"}')).profiles).to.deep.equal([{ a: "\uFEFF" }]);
	});

	it("may be none at all", async () => {
		for (const text of ["", "\n", " \r\n\t"])
			expect(await readAll(text)).to.deep.equal({ format: "ndjson", profiles: [], problems: [], count: 0 });
	});

	it("go on after broken lines, each reported with its number", async () => {
		const text = ['{"a":1}', '{"a":', "", "nonsense", "[1]", "42", "null", '"x"', "true", '{"a":2}{"a":3}', '{"a":"b', '{"a":4}'].join(
			"\n",
		);
		const read = await readAll(text);
		expect(read.profiles).to.deep.equal([{ a: 1 }, { a: 4 }]);
		expect(read.problems).to.deep.equal([
			"Line 2 is not whole JSON: it ends too early.",
			"Line 4 is not JSON.",
			"Line 5 is a list, but a profile is an object.",
			"Line 6 is a number, but a profile is an object.",
			"Line 7 is null, but a profile is an object.",
			"Line 8 is a text, but a profile is an object.",
			"Line 9 is true, but a profile is an object.",
			"Line 10 is not JSON: it breaks at character 8.",
			"Line 11 is not whole JSON: it ends too early.",
		]);
	});

	it("are reported in words only up to a bound, and counted beyond it", async () => {
		const read = await readAll(`{}\n${"x\n".repeat(50)}`);
		expect(read.problems).to.have.length(20);
		expect(read.count).to.equal(50);
		expect(read.profiles).to.deep.equal([{}]);
	});

	it("stop at the first broken line when strict", async () => {
		expect(await refusal(readAll('{}\n{}\n{"a"\n{}', { strict: true }))).to.equal(
			"RefusedInput: Line 3 is not JSON: it breaks at character 5.",
		);
	});

	it("count lines with bytes that are not UTF-8, and keep their neighbours", async () => {
		const bytes = joined(bytesOf('{"a":"é"}\n\n{"a":"'), new Uint8Array([0xe9]), bytesOf('"}\n{"a":"ü😀"}\n'));
		const read = await readAll(bytes);
		expect(read.profiles).to.deep.equal([{ a: "é" }, { a: "ü😀" }]);
		expect(read.problems).to.deep.equal(["Line 3 holds bytes that are not UTF-8. Save the file as UTF-8."]);
	});

	it("keep __proto__ and constructor as ordinary keys", async () => {
		const { profiles } = await readAll('{"__proto__":{"vip":true},"constructor":1}\n');
		const profile = profiles[0] as object;
		expect(Object.keys(profile)).to.deep.equal(["__proto__", "constructor"]);
		expect(Object.getPrototypeOf(profile)).to.equal(Object.prototype);
		expect("vip" in profile).to.equal(false);
	});

	it("may have lines of a megabyte", async () => {
		const long = "x".repeat(1_000_000);
		const read = await readAll(`{"a":"${long}"}\n{"a":"${long}y"}\n`, { size: 4096 });
		expect(read.profiles).to.deep.equal([{ a: long }, { a: `${long}y` }]);
	});

	it("may have lines up to the limit, and report those over it", async () => {
		const text = '{"a":"12345"}\n{"a":"123456"}\n{"a":1}\n{"a":"1234567890123456789"}';
		for (const size of [1, 3, 7, 14, 28, 1000]) {
			const read = await readAll(text, { size, maxLineBytes: 13, format: "ndjson" });
			expect(read.profiles, `chunks of ${size}`).to.deep.equal([{ a: "12345" }, { a: 1 }]);
			expect(read.problems).to.deep.equal([
				"Line 2 is longer than 13 bytes and is left out (--max-line-bytes sets the limit).",
				"Line 4 is longer than 13 bytes and is left out (--max-line-bytes sets the limit).",
			]);
		}
	});

	it("with brackets nested a hundred thousand deep are read or reported", async () => {
		const deep = `{"a":${"[".repeat(100_000)}${"]".repeat(100_000)}}`;
		const read = await readAll(`${deep}\n{"a":1}`);
		expect(read.profiles.length + read.count).to.equal(2);
		expect(read.profiles.at(-1)).to.deep.equal({ a: 1 });
	});
});
