// The search for a profile that a condition can hold for, and its limit: evaluations of the formula.
import { expect } from "chai";
import { formulaOf, Variables } from "../../src/check/formula.ts";
import { type Satisfiable, satisfiable } from "../../src/check/satisfiable.ts";
import { compiled } from "../rule/rule-of.ts";

function answer(text: string, budget?: number): Satisfiable {
	const variables = new Variables();
	return satisfiable(formulaOf(compiled(text).checked.condition, variables), variables, budget);
}

describe("satisfiable", () => {
	it("tries every cell until one fits", () => {
		expect(
			["age > 5", "age > 5 and age < 5", "opted_in or age is missing", "age > 5 and age is missing"].map((text) => answer(text)),
		).to.deep.equal(["yes", "no", "yes", "no"]);
	});

	it("gives up after so many evaluations: one that sees what is open, and one for each cell tried", () => {
		// Opted in fits at once; below 5 too; above 5 only after 4 and 5.
		for (const [text, needed] of [
			["opted_in", 2],
			["age < 5", 2],
			["age > 5", 4],
		] as const) {
			expect(answer(text, needed), text).to.equal("yes");
			expect(answer(text, needed - 1), text).to.equal("unknown");
		}
	});
});
