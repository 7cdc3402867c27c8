import { expect } from "chai";
import fc from "fast-check";
import { fold } from "../../src/values/fold.ts";

describe("values: fold", () => {
	it("replaces the three disputed letters, then takes lower case", () => {
		expect(fold("İstanbul")).to.equal("istanbul");
		expect(fold("ΣΊΣΥΦΟΣ")).to.equal("σίσυφοσ");
		expect(fold("ς")).to.equal("σ");
		expect(fold("İΣςİΣς")).to.equal("iσσiσσ");
		expect(fold("ACME Straße")).to.equal("acme straße");
		expect(fold("\u212A")).to.equal("k");
		expect(fold("")).to.equal("");
	});

	it("treats a final sigma as any other, unlike lower case", () => {
		expect("ΟΔΟΣ".toLowerCase()).to.equal("οδος");
		expect(fold("ΟΔΟΣ")).to.equal("οδοσ");
		expect(fold("οδος")).to.equal("οδοσ");
	});

	it("changes nothing the second time, over all of Unicode", () => {
		for (let codePoint = 0; codePoint < 0x110000; codePoint++) {
			if (codePoint >= 0xd800 && codePoint <= 0xdfff) continue;
			const folded = fold(String.fromCodePoint(codePoint));
			if (fold(folded) !== folded) expect.fail(`U+${codePoint.toString(16)} folds to "${folded}" and then to "${fold(folded)}".`);
		}
	});

	it("folds a text character by character, and once", () => {
		const letters = fc.string({ unit: fc.constantFrom("İ", "Σ", "ς", "σ", "I", "ı", "i", "A", "ß", "ẞ", "\u0307", " ", "\u{10400}") });
		fc.assert(
			fc.property(fc.oneof(letters, fc.string({ unit: "binary" })), (text) => {
				expect(fold(text)).to.equal([...text].map(fold).join(""));
				expect(fold(fold(text))).to.equal(fold(text));
			}),
		);
	});
});
