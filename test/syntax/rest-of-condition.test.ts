// How far a condition goes on behind a word: to what joins, separates or closes, and no further than the limit.
import { expect } from "chai";
import { maxRest, restOfCondition } from "../../src/syntax/rest-of-condition.ts";

/** Behind the words of `lead`, none of which open a parenthesis. */
const rest = (lead: string, after: string, word = "?"): string => restOfCondition(lead, [], word, after);

describe("the rest of a condition", () => {
	it("ends at what joins, separates or closes", () => {
		expect(rest("points ", " 5 and opted_in")).to.equal(" 5 ");
		expect(rest("points ", " 5 or opted_in")).to.equal(" 5 ");
		expect(rest("any of (points ", " 5, opted_in)")).to.equal(" 5");
		expect(rest("any of (points ", " 5\n opted_in)")).to.equal(" 5\n ");
		expect(rest("any of (points ", " 5) and opted_in")).to.equal(" 5");
		expect(rest("points ", " in (1, 2) # and\n")).to.equal(" in (1, 2) # and\n");
	});

	it("is empty where nothing but blanks and comments follow", () => {
		expect(rest("points ", " \t\n# and opted_in")).to.equal("");
		expect(rest("points ", " # 5\n and opted_in")).to.equal("");
	});

	it("goes on over the `and` of a range that stands in the word's place", () => {
		expect(rest("points ", " 1 and 2 and opted_in", "between ?")).to.equal(" 1 and 2 ");
		expect(rest("points ", " and 2 - spent > 5 and opted_in", "between ?")).to.equal(" and 2 - spent > 5 ");
		expect(rest("points ", " and spent > 5", "between ?")).to.equal("");
	});

	it("is cut at its limit", () => {
		const whole = ` in (${"1, ".repeat(maxRest)}`.slice(0, maxRest - 1);
		expect(rest("points ", `${whole})`)).to.equal(`${whole})`);
		expect(rest("points ", `${whole} )`)).to.equal(`${whole} `);
	});
});
