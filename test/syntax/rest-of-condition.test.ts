// How far a condition goes on behind a word: to what joins, separates or closes, and no further than the limit.
import { expect } from "chai";
import { type InPlace, maxRest, openCalculations, restOfCondition } from "../../src/syntax/rest-of-condition.ts";

/** Behind the words of `lead`, none of which open a parenthesis of the condition's own. */
const rest = (lead: string, after: string, inPlace: InPlace = "?"): string => restOfCondition({ lead, open: 0, after }, inPlace);

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

	it("goes on over the `or` that an `on` in the word's place takes", () => {
		expect(rest("seen ", " or points > 5 and opted_in", "on")).to.equal(" or points > 5 ");
		expect(rest("seen ", " # x\n or points > 5", "on")).to.equal(" # x\n or points > 5");
		expect(rest("any of (seen ", "\n points > 5)", "on")).to.equal("");
		expect(rest("seen ", " and points > 5", "on")).to.equal("");
		expect(rest("seen ", "", "on")).to.equal("");
	});

	it("goes on behind the parentheses of the condition's own", () => {
		expect(restOfCondition({ lead: "(points ", open: 1, after: " + 1) * 2 > 3) and opted_in" }, "?")).to.equal(" + 1) * 2 > 3");
	});

	it("is cut at its limit", () => {
		const whole = ` in (${"1, ".repeat(maxRest)}`.slice(0, maxRest - 1);
		expect(rest("points ", `${whole})`)).to.equal(`${whole})`);
		expect(rest("points ", `${whole} )`)).to.equal(`${whole} `);
	});
});

describe("the parentheses right before a condition", () => {
	const calculations = (before: string, begun: string, rest: string): number => openCalculations("any of (", begun, before.length, rest);

	it("hold a calculation where an operator follows them", () => {
		expect(calculations("", "", " + 1 > 5)")).to.equal(0);
		expect(calculations("(", "", " + 1) * 2 > 5)")).to.equal(1);
		expect(calculations("((", "", " + 1) * 2 > 5))")).to.equal(1);
		expect(calculations("(((", "points + ", " + 1) * 2) - 3) in (1, 2))")).to.equal(3);
	});

	it("hold conditions where none does, and where they are not closed", () => {
		expect(calculations("(", "", " > 5))")).to.equal(0);
		expect(calculations("(", "", " > 5) and points > 5)")).to.equal(0);
		expect(calculations("(", "points > 3 * (", " + 1) * 2))")).to.equal(0);
		expect(calculations("(", "", " + 1")).to.equal(0);
	});
});
