import { expect } from "chai";
import fc from "fast-check";
import { type JsonBreak, jsonBreak } from "../../src/formats/json-break.ts";

describe("where a text stops being JSON", () => {
	const table: readonly (readonly [string, JsonBreak | undefined])[] = [
		['{"a":[1,-2.5e+3,{"b":null}],"c":"\\u00e9\\n"} ', undefined],
		["\ttrue\r\n", undefined],
		["", "end"],
		["nul", "end"],
		['"abc', "end"],
		['"abc\\', "end"],
		['"\\u00e', "end"],
		["[", "end"],
		['{"a":', "end"],
		["-", "end"],
		["1.", "end"],
		["1e-", "end"],
		["x", "value"],
		["nulx", "value"],
		["[1,]", "value"],
		['{"a":}', "value"],
		["{", 1],
		["{a:1}", 1],
		["{1}", 1],
		['{"a"', 4],
		['{"a" 1}', 5],
		['{"a":1', 6],
		['{"a":1]', 6],
		['{"a":1,}', 7],
		["[1", 2],
		["[1 2]", 3],
		["[1}", 2],
		["{} {}", 3],
		["[]]", 2],
		["01", 1],
		["[1.]", 3],
		["[1e]", 3],
		["[-]", 2],
		['"\t"', 1],
		['"\\x"', 2],
		['"\\u00g0"', 5],
	];
	for (const [text, place] of table) {
		it(`${JSON.stringify(text)}: ${place ?? "nowhere"}`, () => {
			expect(jsonBreak(text)).to.equal(place);
		});
	}

	it("is nowhere exactly when JSON.parse reads it", () => {
		const piece = fc.constantFrom(
			"{",
			"}",
			"[",
			"]",
			",",
			":",
			'"a"',
			'"',
			"\\",
			"\\u",
			"12",
			"0",
			"-",
			".",
			"e",
			"+",
			"true",
			"nul",
			" ",
			"\n",
		);
		const anyText = fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join(""));
		const changed = fc
			.tuple(fc.json(), fc.nat(), fc.nat(2), piece)
			.map(([json, at, cut, put]) => json.slice(0, at % (json.length + 1)) + put + json.slice((at % (json.length + 1)) + cut));
		fc.assert(
			fc.property(fc.oneof(anyText, changed, fc.json()), (text) => {
				expect(jsonBreak(text) === undefined).to.equal(isJson(text));
			}),
			{ numRuns: 2000 },
		);
	});

	it("is found in long and deep texts", () => {
		expect(jsonBreak(`"${"x".repeat(1_000_000)}`)).to.equal("end");
		expect(jsonBreak(`${"[".repeat(1_000_000)}${"]".repeat(1_000_000)}`)).to.equal(undefined);
		expect(jsonBreak(`${'{"a":'.repeat(100_000)}1${"}".repeat(99_999)}]`)).to.equal(600_000);
	});
});

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}
