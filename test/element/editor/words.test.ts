// Every language says everything that English says, and says it.
import { expect } from "chai";
import { editorWords, type EditorWords } from "../../../src/element/editor/words.ts";
import { type Formats, formatsOf } from "../../../src/element/guest/formats.ts";

/** Every word, with functions called as the editor calls them. */
function said(words: EditorWords, formats: Formats): Record<string, string> {
	const found: Record<string, string> = {};
	const add = (name: string, value: unknown): void => {
		if (typeof value === "object" && value) for (const [key, inner] of Object.entries(value)) add(`${name}.${key}`, inner);
		else if (typeof value !== "function") found[name] = value as string;
	};
	for (const [name, value] of Object.entries(words)) add(name, value);
	for (const count of [0, 1, 2, 3, 11, 100]) {
		found[`suggestionCount ${count}`] = words.suggestionCount(formats, count);
		found[`profiles ${count}`] = words.profiles(formats, count);
		found[`fewerProfiles ${count}`] = words.fewerProfiles(formats, count);
		found[`moreProblems ${count}`] = words.moreProblems(formats, count);
		found[`longText ${count}`] = words.longText(formats, count);
		found[`place ${count}`] = words.place(formats, count, count);
		found[`problemCount ${count}`] = words.problemCount(formats, { error: count, warning: count, info: count + 1 });
	}
	found.unseenCharacter = words.unseenCharacter("U+202E");
	return found;
}

describe("the words of the editor", () => {
	const english = said(editorWords.english, formatsOf("en"));

	for (const [language, load] of Object.entries(editorWords.others)) {
		it(`are all there in ${language}, and are other than the English ones`, async () => {
			const words = await load();
			const own = said(words, formatsOf(language));
			expect(Object.keys(words).sort()).to.deep.equal(Object.keys(editorWords.english).sort());
			expect(Object.keys(own).sort()).to.deep.equal(Object.keys(english).sort());
			for (const [name, text] of Object.entries(own)) {
				expect(text, name).to.be.a("string").that.is.not.empty;
				expect(text, name).not.to.match(/undefined|NaN|\[object/);
			}
			const same = Object.keys(own).filter((name) => own[name] === english[name] && !name.startsWith("keys."));
			// "Error" is Spanish, too.
			expect(same).to.deep.equal(language === "es" ? ["severity.error"] : []);
		});
	}

	it("count in English", () => {
		const formats = formatsOf("en");
		const { problemCount, suggestionCount, profiles } = editorWords.english;
		expect(problemCount(formats, { error: 1, warning: 2, info: 1 })).to.equal("1 error, 2 warnings, and 1 note");
		expect(problemCount(formats, { error: 0, warning: 1, info: 0 })).to.equal("1 warning");
		expect(suggestionCount(formats, 1)).to.equal("1 suggestion.");
		expect(profiles(formats, 12_031)).to.equal("12,031 profiles");
	});

	it("count in Arabic by its own six forms", async () => {
		const arabic = await editorWords.others.ar?.();
		const formats = formatsOf("ar");
		const counts = [0, 1, 2, 3, 11, 100].map((count) => arabic?.profiles(formats, count).replace(/[\d٠-٩]+ ?/, ""));
		expect(new Set(counts).size).to.equal(6);
	});
});
