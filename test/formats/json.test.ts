import { expect } from "chai";
import { bytesOf, joined } from "./chunks.ts";
import { readAll, refusal } from "./read.ts";

describe("profiles as a JSON array", () => {
	it("are its elements, however it is laid out", async () => {
		const profiles = [{ a: 'x,]}{["\\' }, { b: { c: [1, { d: [] }] } }, {}];
		for (const text of [
			JSON.stringify(profiles),
			JSON.stringify(profiles, null, 2),
			` \n[${profiles.map((p) => JSON.stringify(p)).join("\n,\n")}\n]\n`,
		]) {
			expect(await readAll(text), text).to.deep.equal({ format: "json", profiles, problems: [], count: 0 });
		}
	});

	it("may be none, and may come in several arrays", async () => {
		expect(await readAll("[]")).to.deep.equal({ format: "json", profiles: [], problems: [], count: 0 });
		expect((await readAll('[{"a":1}]\n[{"a":2}]')).profiles).to.deep.equal([{ a: 1 }, { a: 2 }]);
	});

	it("go on after broken elements, each reported with its number", async () => {
		const read = await readAll('[{"a":1}, {"a":}, nul, 7, [{"a":2}], "x", {"a":"cut\n}, {"a":3}}, {"a":4}]');
		expect(read.profiles).to.deep.equal([{ a: 1 }, { a: 3 }, { a: 4 }]);
		expect(read.problems).to.deep.equal([
			"Element 2 is not JSON.",
			"Element 3 is not whole JSON: it ends too early.",
			"Element 4 is a number, but a profile is an object.",
			"Element 5 is a list, but a profile is an object.",
			"Element 6 is a text, but a profile is an object.",
			"Element 7 is not JSON: it breaks at character 10.",
			"Element 9 is not JSON.",
		]);
	});

	it("are still found after an element that never closes, where each starts its own line", async () => {
		const text = '[\n  {"a":1},\n  {"a":[2},\n  {"a":{"b":3},\n  {"a":4},\n    {"inner":true},\n  {"a":5}\n]\n';
		const read = await readAll(text);
		expect(read.profiles).to.deep.equal([{ a: 1 }, { a: 4 }, { a: 5 }]);
		expect(read.problems).to.deep.equal(["Element 2 is not closed: a bracket is missing, or the file is cut off."]);
	});

	it("are never taken from inside an element that is cut off", async () => {
		const read = await readAll(JSON.stringify([{ id: 1 }, { id: 2, orders: [{ total: 1 }, { total: 2 }] }], null, 1).slice(0, -10));
		expect(read.profiles).to.deep.equal([{ id: 1 }]);
		expect(read.problems).to.deep.equal(["Element 2 is not closed: a bracket is missing, or the file is cut off."]);
	});

	it("say when the array is cut off between two elements", async () => {
		const read = await readAll('[{"a":1},\n{"a":2},');
		expect(read.profiles).to.deep.equal([{ a: 1 }, { a: 2 }]);
		expect(read.problems).to.deep.equal(["The array is not closed after element 2: the file may be cut off."]);
	});

	it("stop at the first broken element when strict", async () => {
		expect(await refusal(readAll('[{},{"a":x},{}]', { strict: true }))).to.equal("RefusedInput: Element 2 is not JSON.");
	});

	it("may have elements up to the limit, and report those over it", async () => {
		const text = '[{"a":"12345"},{"a":"123456"},{"a":1}, 12345678901234, {"a":"1234567890123456789"';
		for (const size of [1, 3, 7, 14, 28, 1000]) {
			const read = await readAll(text, { size, maxLineBytes: 13 });
			expect(read.profiles, `chunks of ${size}`).to.deep.equal([{ a: "12345" }, { a: 1 }]);
			expect(read.problems).to.deep.equal([
				"Element 2 is longer than 13 bytes and is left out (--max-line-bytes sets the limit).",
				"Element 4 is longer than 13 bytes and is left out (--max-line-bytes sets the limit).",
				"Element 5 is longer than 13 bytes and is left out (--max-line-bytes sets the limit). It never closes, so nothing after it could be read.",
			]);
		}
	});

	it("end with stray brackets reported, not with a hang", async () => {
		const read = await readAll('[{"a":1}]]}} {"a":2}');
		expect(read.profiles).to.deep.equal([{ a: 1 }, { a: 2 }]);
		expect(read.problems).to.deep.equal(["Element 2 is not JSON."]);
	});

	it("count elements with bytes that are not UTF-8", async () => {
		const bytes = joined(bytesOf('[{"a":"'), new Uint8Array([0xff]), bytesOf('"},{"a":"é"}]'));
		const read = await readAll(bytes, { size: 3 });
		expect(read.profiles).to.deep.equal([{ a: "é" }]);
		expect(read.problems).to.deep.equal(["Element 1 holds bytes that are not UTF-8. Save the file as UTF-8."]);
	});
});

describe("profiles as JSON objects one after another", () => {
	it("may be pretty-printed, or a single one", async () => {
		const one = { a: 1, b: { c: [2] } };
		expect(await readAll(JSON.stringify(one, null, 2))).to.deep.equal({ format: "json", profiles: [one], problems: [], count: 0 });
		const two = `${JSON.stringify(one, null, "\t")}\n${JSON.stringify({ a: 2 }, null, "\t")}\n`;
		expect((await readAll(two)).profiles).to.deep.equal([one, { a: 2 }]);
	});
});
