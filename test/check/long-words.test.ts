// However long a word of the author is, and however many unknown ones there are: messages stay sentences, and a check stays quick.
import { expect } from "chai";
import { check } from "../../src/check/check.ts";
import { maxComparedNames } from "../../src/check/near-names.ts";
import { catalogue } from "../../src/fields/catalogue.ts";
import { maxDiagnostics } from "../../src/syntax/limits.ts";
import { parse } from "../../src/syntax/parse.ts";
import { cut, longestShown } from "../../src/text/cut.ts";
import { diagnosticsOf } from "./diagnostics-of.ts";

const long = "x".repeat(100_000);

describe("long words in messages", () => {
	for (const text of [
		`${long} > 1`,
		`any orders (${long} > 1)`,
		`profile.${long} > 1`,
		`in segment "${long}"`,
		`age = "${long}"`,
		`country = "${long}"`,
		`count(orders.${long}) > 1`,
		`"${long}" = "a"`,
		`age > ${"1".repeat(1_000)}`,
		`age > 0${"1".repeat(1_000)}`,
		`age > ${"1".repeat(1_000)}x`,
		`age > 1.${"1_".repeat(1_000)}`,
		`signed_up before 2026-05-01T10:00:00.${"1".repeat(1_000)}Z`,
		`signed_up before 2026-05-01T10:00:00.${"1".repeat(1_000)}`,
		`age and ${long} ${long}`,
		`tags has any of (${long}, age)`,
	]) {
		it(text.slice(0, 30), () => {
			const found = diagnosticsOf(text);
			expect(found).not.to.deep.equal([]);
			for (const { message } of found) expect(message.length, message).to.be.below(4 * longestShown);
		});
	}

	it("are cut after a hundred units, and no character in two", () => {
		expect(cut("a".repeat(longestShown))).to.equal("a".repeat(longestShown));
		expect(cut("a".repeat(longestShown + 1))).to.equal(`${"a".repeat(longestShown)}…`);
		expect(cut(`${"a".repeat(longestShown - 1)}😀`)).to.equal(`${"a".repeat(longestShown - 1)}…`);
	});

	it("a fix writes all of it", () => {
		const [found] = diagnosticsOf(`country = ${"1".repeat(150)}`);
		expect(found?.fixes[0]?.edits[0]?.text).to.be.oneOf([undefined, `"${"1".repeat(150)}"`]);
	});
});

describe("suggestions for unknown names", () => {
	const fields = Array.from({ length: maxComparedNames / 20 }, (_, index) => ({ name: `attribute_${index}`, type: "number" }));
	const made = catalogue({ fields });
	if (!("catalogue" in made)) throw new Error(made.problems[0]?.message);
	const of = (text: string) => check(text, parse(text).segment, { catalogue: made.catalogue, now: 0, timeZone: "UTC" }).diagnostics;

	it("are made while no more than so many names are compared", () => {
		const told = of(Array.from({ length: maxDiagnostics + 10 }, () => "attribute_1x > 1").join(" and "));
		expect(told).to.have.length(maxDiagnostics);
		const possible = Math.floor(maxComparedNames / made.catalogue.fields.length);
		expect(told.filter(({ message }) => message.includes("Did you mean"))).to.have.length(possible);
		expect(told[possible]?.message).to.equal('There is no field "attribute_1x". Use a field of the catalogue, or put text in quotes.');
	});
});
