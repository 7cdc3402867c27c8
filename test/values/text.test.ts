import { expect } from "chai";
import { isUsableText } from "../../src/values/text.ts";

describe("values: text", () => {
	it("is usable whatever its characters, the empty text included", () => {
		for (const text of ["", "a", "Ada\n\t\u0001", "\u{1F600}", "é", "\uFEFF\uFFFF"])
			expect(isUsableText(text), JSON.stringify(text)).to.equal(true);
	});

	it("is not usable with NUL or half a surrogate pair, wherever it stands", () => {
		for (const text of ["\0", "a\0b", "\uD83D", "a\uDE00", "\uDE00\uD83D", `${"x".repeat(1000)}\uD800`]) {
			expect(isUsableText(text), JSON.stringify(text)).to.equal(false);
		}
	});
});
