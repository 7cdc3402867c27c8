import { expect } from "chai";
import fc from "fast-check";
import { jsonText, printable, printableLines } from "../../../src/cli/terminal/printable.ts";

describe("what goes to a terminal", () => {
	it("cannot steer it", () => {
		expect(printable("\u001b[31mred\u009b0m\u0007\u007f\u0000")).to.equal("\\u001b[31mred\\u009b0m\\u0007\\u007f\\u0000");
		expect(printable("a\r\n\tb")).to.equal("a\\r\\n\\tb");
		expect(printable("user\u202Egnp.exe\u2066\u200F")).to.equal("user\\u202egnp.exe\\u2066\\u200f");
		expect(printable("a\u2028b\uFEFFc\u{E0041}")).to.equal("a\\u2028b\\ufeffc\\udb40\\udc41");
		expect(printable("\uD800x")).to.equal("\\ud800x");
	});

	it("keeps what people write", () => {
		for (const text of ["Zoë", "日本語", "👩‍👩‍👧", "می‌خواهم", "½ × “x” – y", "\\u001b"]) expect(printable(text)).to.equal(text);
	});

	it("keeps the lines of a text that is laid out", () => {
		expect(printableLines("a\n\tb\u001b")).to.equal("a\n\tb\\u001b");
	});

	it("is the same JSON after escaping", () => {
		const value = { "k\u009b": "\u001b\u202E\u2028\u{1F600}\uDC00\u007f" };
		expect(jsonText(value, 0)).to.equal('{"k\\u009b":"\\u001b\\u202e\\u2028😀\\udc00\\u007f"}');
		fc.assert(
			fc.property(fc.jsonValue({ stringUnit: "binary" }), (any) => {
				expect(JSON.parse(jsonText(any))).to.deep.equal(JSON.parse(JSON.stringify(any)));
			}),
		);
	});

	it("never holds a control character, whatever comes in", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary" }), (text) => {
				expect(/[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u.test(printable(text))).to.equal(false);
			}),
		);
	});
});
