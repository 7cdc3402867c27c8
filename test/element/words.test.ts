// All catalogues of words: every language says everything, with words of its own.
import { expect } from "chai";
import { builderWords } from "../../src/element/builder/words.ts";
import { editorWords } from "../../src/element/editor/words.ts";
import { formWords } from "../../src/element/guest/form-words.ts";
import type { WordCatalogues } from "../../src/element/guest/localized.ts";
import { previewWords } from "../../src/element/preview/words.ts";
import { studioWords } from "../../src/element/studio/words.ts";

const catalogues: Readonly<Record<string, WordCatalogues<object>>> = {
	...{ editor: editorWords, builder: builderWords, preview: previewWords },
	...{ studio: studioWords, form: formWords },
};

/** What there is to say, by its path: `problems.one` is a text, `rows()` is made of what it is given. */
function pathsOf(words: object, before = ""): readonly string[] {
	return Object.entries(words).flatMap(([name, value]: [string, unknown]) => {
		const path = `${before}${name}`;
		if (typeof value === "function") return [`${path}()`];
		return typeof value === "object" && value !== null ? pathsOf(value, `${path}.`) : [path];
	});
}

function textsOf(words: object): readonly string[] {
	return Object.values(words).flatMap((value: unknown) => {
		if (typeof value === "string") return [value];
		return typeof value === "object" && value !== null ? textsOf(value) : [];
	});
}

for (const [part, { english, others }] of Object.entries(catalogues)) {
	describe(`words of the ${part}`, () => {
		it("are there in German, Spanish and Arabic", () => expect(Object.keys(others)).to.deep.equal(["de", "es", "ar"]));

		for (const [language, load] of Object.entries(others)) {
			it(`${language} says all that English says, and nothing is empty`, async () => {
				const words = await load();
				expect(pathsOf(words).toSorted()).to.deep.equal(pathsOf(english).toSorted());
				const emptyInEnglish = textsOf(english).filter((text) => text.trim() === "").length;
				expect(textsOf(words).filter((text) => text.trim() === "")).to.have.lengthOf(emptyInEnglish);
			});
		}

		it("Arabic is written in Arabic letters", async () => {
			const words = textsOf((await others.ar?.()) ?? {});
			expect(words.length).to.be.greaterThan(0);
			expect(words.filter((text) => /\p{Script=Arabic}/u.test(text)).length / words.length).to.be.greaterThan(0.8);
		});
	});
}
