// Folded texts are those of `fold`, whatever characters they have and in whatever pieces they are made.
import { expect } from "chai";
import fc from "fast-check";
import { FoldedText } from "../../../src/columns/column/folded-text.ts";
import { PlainText } from "../../../src/columns/column/plain-text.ts";
import { fold } from "../../../src/values/fold.ts";
import { isUsableText } from "../../../src/values/text.ts";

const plainOf = (texts: readonly (string | undefined)[]): PlainText => {
	const plain = new PlainText();
	for (const text of texts) plain.push(text);
	return plain;
};

const textsOf = ({ text }: FoldedText): readonly (string | undefined)[] => Array.from({ length: text.length }, (_, row) => text.at(row));

describe("folded texts", () => {
	it("of every character of ASCII, alone and in a text", () => {
		const characters = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));
		const folded = new FoldedText(plainOf([...characters, characters.join("")]));
		folded.extend(129);
		expect(textsOf(folded)).to.deep.equal([...characters, characters.join("")].map(fold));
	});

	it("are longer, shorter and as long as what they are made from", () => {
		// Ⱥ takes two bytes and ⱥ three, the Kelvin sign three and k one, İ two and i one.
		const texts = ["Ⱥ".repeat(40), "\u212a", "İI", "ΣΊΣΥΦΟΣ", "aẞB", "ABCé", "éABC", "\u{10400}", undefined, "", "Z"];
		const folded = new FoldedText(plainOf(texts));
		folded.extend(texts.length);
		expect(textsOf(folded)).to.deep.equal(texts.map((text) => text && fold(text)));
		expect(textsOf(folded).slice(0, 3)).to.deep.equal(["ⱥ".repeat(40), "k", "ii"]);
	});

	it("are the same in any pieces, and go on when there are more texts", () => {
		const text = fc.oneof(fc.string(), fc.string({ unit: "binary" }).filter(isUsableText), fc.constant(undefined));
		fc.assert(
			fc.property(fc.array(fc.tuple(text, fc.boolean()), { maxLength: 40 }), (given) => {
				const plain = new PlainText();
				const folded = new FoldedText(plain);
				for (const [next, isMade] of given) {
					plain.push(next);
					if (isMade) expect(folded.extend(plain.length)).to.equal(true);
				}
				folded.extend(plain.length);
				folded.extend(0);
				expect(textsOf(folded)).to.deep.equal(given.map(([each]) => each && fold(each)));
				expect(folded.text.present.length).to.equal(given.length);
			}),
		);
	});

	it("ASCII moves nothing: there is room for all of it at the first row", () => {
		const plain = plainOf(Array.from({ length: 5_000 }, (_, row) => `Ann.${row}@ACME.com`));
		const folded = new FoldedText(plain);
		folded.extend(1);
		const { utf8, offsets } = folded.text;
		folded.extend(plain.length);
		expect([folded.text.utf8 === utf8, folded.text.offsets === offsets]).to.deep.equal([true, true]);
	});
});
