import { expect } from "chai";
import { rank } from "../../../src/service/complete/rank.ts";
import { labels, service } from "../editor.ts";
import { languageService } from "../../../src/service/language-service.ts";
import { catalogue } from "../../../src/fields/catalogue.ts";

const ranks: readonly (readonly [text: string, typed: string, rank: number | undefined])[] = [
	["country", "", 1],
	["country", "country", 0],
	["Country", "cOUNTRY", 0],
	["country", "cou", 1],
	["billing_country", "cou", 2],
	["address.city", "city", 2],
	["Loyalty Points", "po", 2],
	["loyaltyPoints", "po", 2],
	["loyalty_points", "lp", 3],
	["loyalty_points", "pts", 3],
	["is not empty", "em", 2],
	["größe", "gr", 1],
	["naïve_size", "size", 2],
	["country", "o", undefined],
	["country", "ntry", 4],
	["country", "oury", 4],
	["country", "ntr", undefined],
	["country", "cyx", undefined],
	["ab", "abc", undefined],
	["", "a", undefined],
];

describe("rank", () => {
	for (const [text, typed, wanted] of ranks) {
		it(`"${typed}" in "${text}"`, () => expect(rank(text, typed)).to.equal(wanted));
	}

	it("a capital begins a word only after a small letter", () => {
		expect(rank("PARIS", "ar")).to.equal(undefined);
		expect(rank("éÉté", "ét")).to.equal(2);
	});
});

describe("the order of completions", () => {
	const made = catalogue({
		fields: [
			{ name: "last_point", type: "number" },
			{ name: "a_p_o", type: "number" },
			{ name: "pointer", type: "number" },
			{ name: "point", type: "number" },
			{ name: "pool", type: "number" },
			{ name: "pint of_o", type: "number", jsonPath: "$['pint of_o']" },
		],
	});
	if (!("catalogue" in made)) throw new Error(JSON.stringify(made.problems));
	const other = languageService({ catalogue: made.catalogue, now: 0, timeZone: "UTC" });

	it("exact, beginning, word, letters; of equals, the catalogue's", () => {
		expect(labels("point|", other)).to.deep.equal(["point", "pointer", "last_point"]);
		expect(labels("po|", other).slice(0, 6)).to.deep.equal(["pointer", "point", "pool", "last_point", "a_p_o", "`pint of_o`"]);
	});

	it("is the same each time", () => {
		expect(service.complete("", 0)).to.deep.equal(service.complete("", 0));
	});
});
