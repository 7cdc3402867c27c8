// Numbers of texts: the same for the same texts within a stretch, and only those of dictionaries are remembered for longer.
import { expect } from "chai";
import { runInSteps } from "../../../src/columns/index.ts";
import { TextNumbers } from "../../../src/columns/leaf/keys.ts";
import { planOf, shop, tableOf } from "../tables.ts";

describe("numbers of texts", () => {
	it("of dictionaries stay, others hold until they are forgotten", () => {
		const numbers = new TextNumbers();
		const kept = [numbers.keep("a"), numbers.keep("b"), numbers.keep("a")];
		expect(kept).to.deep.equal([0, 1, 0]);
		expect([numbers.of("x"), numbers.of("b"), numbers.of("y"), numbers.of("x")]).to.deep.equal([-1, 1, -2, -1]);
		numbers.forget();
		expect([numbers.of("y"), numbers.of("a"), numbers.of("b")]).to.deep.equal([-1, 0, 1]);
	});

	const catalogue = shop({ name: "alias", type: "text" }, { name: "visits", type: "collection", fields: [{ name: "page", type: "text" }] });
	// More texts than a dictionary is made for.
	const profiles = Array.from({ length: 2_048 }, (_, n) => ({ alias: `a${n}`, visits: [{ page: `p${n}` }, { page: `a${n}` }] }));
	for (const text of ["any visits (page = profile.alias)", "count distinct(visits.page) = 2"]) {
		it(`those of one stretch are forgotten in the next: ${text}`, () => {
			const table = tableOf(profiles, catalogue);
			const { of } = TextNumbers.prototype;
			let least = 0;
			TextNumbers.prototype.of = function (given) {
				const number = of.call(this, given);
				least = Math.min(least, number);
				return number;
			};
			try {
				const steps = runInSteps(table, planOf(text, catalogue), { stretchRows: 256 });
				let step = steps.next();
				while (!step.done) step = steps.next();
				expect(step.value.count).to.equal(profiles.length);
			} finally {
				TextNumbers.prototype.of = of;
			}
			// Two texts a row, and those of rows that share the stretch's first and last words.
			expect(-least).to.be.within(512, 512 + 128);
		});
	}
});
