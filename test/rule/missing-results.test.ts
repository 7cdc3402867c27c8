// Results that are no finite number are missing (language.md §2: infinities and NaN), in every engine: what overflows, and the average of nothing.
import { expect } from "chai";
import { engines } from "../cases/engines.ts";
import { shop } from "../check/shop.ts";
import { compiled } from "./rule-of.ts";

/** Each text with whether the profile is inside, as every engine must answer. */
function expectAnswers(profile: object, answers: Readonly<Record<string, boolean>>): void {
	for (const [text, inside] of Object.entries(answers)) {
		const segment = compiled(text);
		for (const [name, engine] of Object.entries(engines))
			expect(engine(segment, [profile], shop), `${text}, ${name}`).to.deep.equal([inside]);
	}
}

const power = Array.from({ length: 20 }, () => "visits").join(" * ");

/** What is asked of the power, with the answer where the power is a number. */
const questions = {
	[`${power} > 0`]: true,
	[`${power} < 5`]: true,
	[`${power} between -5 and 5`]: true,
	[`${power} in (1, 2)`]: true,
	[`${power} = ${power}`]: true,
	[`${power} is set`]: true,
	[`not ${power} is missing`]: true,
	[`${power} + 1 > 0`]: true,
	[`1 + ${power} > 0`]: true,
	[`1 - ${power} < 5`]: true,
	[`age / (${power}) = 10`]: true,
	[`age / (${power}) is set`]: true,
};

describe("rules of results that are no number", () => {
	it("a product beyond all numbers is missing, and what is made of it too", () => {
		expectAnswers({ age: 10, visits: 1 }, questions);
		const none = Object.fromEntries(Object.keys(questions).map((text) => [text, false]));
		expectAnswers({ age: 10, visits: Number.MAX_SAFE_INTEGER }, none);
		expectAnswers({ age: 10, visits: Number.MAX_SAFE_INTEGER }, { [`age / (${power}) = 0`]: false, [`${power} != 5`]: true });
	});

	it("the average of nothing is missing, and what is made of it too", () => {
		const texts = [
			"avg(orders.total) is set",
			"avg(orders.total) + 1 is set",
			"1 + avg(orders.total) is set",
			"age / avg(orders.total) is set",
			"avg(orders.total) = avg(orders.total)",
		];
		expectAnswers({ age: 10, orders: [{ total: 5 }] }, Object.fromEntries(texts.map((text) => [text, true])));
		expectAnswers({ age: 10, orders: [{}] }, Object.fromEntries(texts.map((text) => [text, false])));
	});

	it("a condition that nothing in a collection can meet counts nothing", () => {
		const profile = { orders: [{ placed_at: "2026-05-10T12:00:00Z" }] };
		expectAnswers(profile, {
			"count(orders where placed_at anniversary between tomorrow and yesterday) = 0": true,
			"any orders (placed_at anniversary between tomorrow and yesterday)": false,
		});
	});
});
