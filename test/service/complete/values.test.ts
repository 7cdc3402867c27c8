// Values that a source gives at once, later, never, or not at all; how many are shown; what is never asked for.
import { expect } from "chai";
import { catalogue } from "../../../src/fields/catalogue.ts";
import { languageService } from "../../../src/service/language-service.ts";
import type { ValueCount, ValuesSource } from "../../../src/service/values-source.ts";
import { shopOptions } from "../editor.ts";

const over = (topValues: ValuesSource["topValues"]) => languageService({ ...shopOptions, values: { topValues } });
const labelsOf = ({ items }: { readonly items: readonly { readonly label: string }[] }): readonly string[] =>
	items.map(({ label }) => label);

describe("values for completion", () => {
	it("are asked for by the field's full name and what is typed, and of nothing personal", () => {
		const asked: (readonly [string, string])[] = [];
		const service = over((field, prefix) => {
			asked.push([field, prefix]);
			return [];
		});
		for (const text of [
			"plan = ",
			'plan = "p',
			"plan = p",
			'any orders (status in ("paid", r',
			"tags has ",
			"points = 5",
			"email = ",
			"opted_in = ",
			"birthday = ",
			"plan contains ",
			"month(birthday) = ",
		]) {
			service.complete(text, text.length);
		}
		expect(asked).to.deep.equal([
			["plan", ""],
			["plan", "p"],
			["plan", "p"],
			["orders.status", "r"],
			["tags", ""],
			["points", "5"],
		]);
	});

	it("keep the source's order, and go before the catalogue's that it does not have", () => {
		const service = over(() => [
			{ value: "MX", count: 1 },
			{ value: "BR", count: 9 },
		]);
		expect(labelsOf(service.complete("country in (", 12))).to.deep.equal(['"MX"', '"BR"', '"US"', '"CA"']);
	});

	it("of another type than the field's are left out", () => {
		const found: readonly ValueCount[] = [
			{ value: 5, count: 1 },
			{ value: true, count: 1 },
			{ value: "a\0b", count: 1 },
			{ value: Number.NaN, count: 1 },
			{ value: 2 ** 60, count: 1 },
			{ value: "x", count: 1 },
		];
		const service = over(() => found);
		expect(labelsOf(service.complete("plan in (", 9))).to.deep.equal(['"x"']);
		expect(labelsOf(service.complete("points in (", 11))).to.deep.equal(["5"]);
	});

	it("that take their time come later, and the rest at once", async () => {
		const service = over(async () => [{ value: "pro", count: 2 }]);
		const list = service.complete("plan in (", 9);
		expect([labelsOf(list), list.values]).to.deep.equal([[], "loading"]);
		const later = await list.later;
		expect(later && [labelsOf(later), later.values, later.later]).to.deep.equal([['"pro"'], undefined, undefined]);
	});

	it("that never come leave the rest as it is", () => {
		const list = over(() => new Promise(() => undefined)).complete("country in (", 12);
		expect([labelsOf(list), list.values]).to.deep.equal([['"US"', '"CA"', '"MX"'], "loading"]);
	});

	it("that cannot be had are said to be so", async () => {
		const list = over(() => Promise.reject(new Error("offline"))).complete("country in (", 12);
		const later = await list.later;
		expect(later && [labelsOf(later), later.values]).to.deep.equal([['"US"', '"CA"', '"MX"'], "failed"]);
	});

	it("are not waited for where none are wanted", () => {
		expect(over(async () => []).complete("plan ", 5)).to.not.have.any.keys("later", "values");
	});
});

describe("how much is offered", () => {
	const many = catalogue({ fields: Array.from({ length: 300 }, (_, index) => ({ name: `f${index}`, type: "text" })) });
	if (!("catalogue" in many)) throw new Error(JSON.stringify(many.problems));
	const manyFields = many.catalogue;
	const withMost = (maxCompletions?: number) => languageService({ catalogue: manyFields, now: 0, timeZone: "UTC", maxCompletions });

	it("is at most a hundred items, or as many as the host says, and one less is cut", () => {
		const all = withMost(1_000).complete("", 0);
		expect([all.items.length, all.isCut]).to.deep.equal([310, false]);
		expect([withMost(310).complete("", 0).items.length, withMost(310).complete("", 0).isCut]).to.deep.equal([310, false]);
		expect([withMost(309).complete("", 0).items.length, withMost(309).complete("", 0).isCut]).to.deep.equal([309, true]);
		expect([withMost().complete("", 0).items.length, withMost().complete("", 0).isCut]).to.deep.equal([100, true]);
		expect(withMost(0).complete("", 0)).to.deep.equal({ items: [], isCut: true });
	});

	it("keeps the words of the language beside ten thousand fields", () => {
		expect(labelsOf(withMost(20).complete("", 0))).to.include.members(["f0", "not", "any of (…)"]);
	});

	it("keeps the best", () => {
		expect(labelsOf(withMost(3).complete("f29", 3))).to.deep.equal(["f29", "f290", "f291"]);
	});

	it("of a text that is too long to be read is what its words before the place say", () => {
		const limited = languageService({ ...shopOptions, limits: { maxLength: 10 } });
		expect(limited.diagnostics("country is set")[0]?.code).to.equal("text-too-long");
		expect(labelsOf(limited.complete("country is set and po", 21))).to.deep.equal(["points"]);
	});
});
