// The builder's words: every language says all of it.
import { expect } from "chai";
import { builderWords } from "../../../src/element/builder/words.ts";
import { formatsOf } from "../../../src/element/guest/formats.ts";
import type { ShownCount } from "../../../src/element/privacy/policy.ts";
import { builderPage } from "./builder-page.ts";

/** Paths of all that is said; what a language has more or fewer of is seen by its path. */
function paths(words: object, before = ""): readonly string[] {
	return Object.entries(words).flatMap(([key, value]) =>
		typeof value === "object" ? paths(value, `${before}${key}.`) : [`${before}${key}: ${typeof value}`],
	);
}

const told = (count: number): ShownCount => ({ kind: "count", count });

describe("<segql-builder>: words", () => {
	for (const [language, load] of Object.entries(builderWords.others)) {
		it(`are all there: ${language}`, async () => {
			const words = await load();
			expect(paths(words)).to.deep.equal(paths(builderWords.english));
			const formats = formatsOf(language);
			for (const number of [0, 1, 2, 3, 11, 100]) {
				const said = [
					...[words.group(formats, "x", number), words.row(formats, "x"), words.actions(formats, "x"), words.removeValue(formats, "x")],
					...[
						words.showAll(formats, number),
						words.moreRows(formats, number),
						words.moment(formats, "x"),
						words.moreChoices(formats, number),
						words.profiles(formats, number),
					],
					...[
						words.count(formats, told(number), told(0)),
						words.count(formats, told(number), told(1)),
						words.count(formats, { kind: "fewer", than: number }, { kind: "fewer", than: number }),
						words.position(formats, number, number),
						words.notNumbers(formats, ["x"]),
					],
				];
				for (const each of said)
					expect(each)
						.to.be.a("string")
						.and.not.match(/undefined|^$/);
			}
		});
	}

	it("say of few profiles that there are fewer than may be told", async () => {
		const said: Record<string, string> = {};
		for (const [language, load] of Object.entries({ en: async () => builderWords.english, ...builderWords.others })) {
			const { count } = await load();
			const few = { kind: "fewer", than: 50 } as const;
			// Engines write Arabic in different digits.
			const formats = formatsOf(`${language}-u-nu-latn`);
			said[language] = `${count(formats, few, told(0))} ${count(formats, told(90), few)}`;
		}
		expect(said).to.deep.equal({
			en: "Fewer than 50 profiles pass this. 90 profiles pass this; fewer than 50 of them because a value is missing.",
			de: "Weniger als 50 Profile erfüllen das. 90 Profile erfüllen das; weniger als 50 davon, weil ein Wert fehlt.",
			es: "Menos de 50 perfiles cumplen esto. 90 perfiles cumplen esto; menos de 50 de ellos porque falta un valor.",
			ar: "عدد من يحققون هذا: أقل من 50. عدد من يحققون هذا: 90؛ منهم أقل من 50 لأن قيمة مفقودة.",
		});
	});

	it("are spoken in the language of the place, and conditions stay as they are written", async () => {
		document.documentElement.lang = "de";
		const page = await builderPage("points > 1 and opted_in");
		await page.drawn();
		await new Promise((resolve) => setTimeout(resolve, 50));
		await page.drawn();
		const german = await builderWords.others.de?.();
		expect(page.control<HTMLSelectElement>("0", "operator").selectedOptions[0]?.label).to.equal("ist größer als");
		expect(page.all(".additions button").map((each) => each.innerText.trim())).to.deep.equal([
			...[german?.addCondition, german?.addGroup, german?.addReference, german?.addNote],
		]);
		expect(page.all(".joint").map((each) => each.innerText)).to.deep.equal(["und"]);
		expect(page.text()).to.equal("points > 1 and opted_in");
		page.remove();
		document.documentElement.lang = "en";
	});

	it("can be the host's own", async () => {
		const page = await builderPage("points > 1", { words: { addCondition: "Regel" } });
		expect(page.all(".additions button")[0]?.innerText.trim()).to.equal("Regel");
		page.remove();
	});

	it("dates are later or earlier, never more or less: those 30 days ago would be meant the other way round", async () => {
		const page = await builderPage("seen_at > 30 days ago and points > 5 and seen_at <= 2026-05-01");
		const operators = ["0", "1", "2"].map((row) => page.control<HTMLSelectElement>(row, "operator").selectedOptions[0]?.label);
		expect(operators).to.deep.equal(["is later than", "is more than", "is no later than"]);
		page.remove();
	});
});
