// Rules over raw profiles: on any JSON they answer what the segment's own test answers, and what cannot is refused with its reason.
import { expect } from "chai";
import fc from "fast-check";
import { compile } from "../../src/compile.ts";
import { evaluate } from "../../src/eval/evaluate.ts";
import { type Catalogue, catalogue as makeCatalogue } from "../../src/fields/catalogue.ts";
import { rawValue } from "../../src/rule/profile/raw-value.ts";
import type { Rule } from "../../src/rule/rule.ts";
import { toProfileRule } from "../../src/rule/to-profile-rule.ts";
import { compileAt } from "../properties/agree.ts";
import { arbitraryCondition } from "../properties/arbitrary-condition.ts";
import { arbitraryProfile } from "../properties/arbitrary-profile.ts";
import { moments } from "../properties/pools.ts";
import { runs } from "../properties/runs.ts";
import { shop } from "../check/shop.ts";
import { compiled } from "./rule-of.ts";

function ruleOf(text: string): Rule {
	const made = toProfileRule(compiled(text).checked);
	if (!made.ok) throw new Error(made.problems.map(({ message }) => message).join(" "));
	// As a host would store it.
	return JSON.parse(JSON.stringify(made.rule)) as Rule;
}

function problemsOf(text: string): readonly string[] {
	const made = toProfileRule(compiled(text).checked);
	return made.ok ? [] : made.problems.map(({ span, message }) => `${span ? text.slice(span.from, span.to) : "?"}: ${message}`);
}

describe("toProfileRule: shapes", () => {
	const x = (path: string): Rule => ({ var: path });

	it("needs no guard where nothing of another type is the same", () => {
		expect(ruleOf('country = "US"')).to.deep.equal({ "===": [x("country"), "US"] });
		expect(ruleOf('country != "US"')).to.deep.equal({ "!==": [x("country"), "US"] });
		expect(ruleOf('address.city in ("a", "b")')).to.deep.equal({ in: [x("address.city"), ["a", "b"]] });
		expect(ruleOf("opted_in")).to.deep.equal({ "===": [x("opted_in"), true] });
		expect(ruleOf("`Loyalty Points` = 5")).to.deep.equal({ "===": [x("loyalty.points"), 5] });
		expect(ruleOf('tags has "vip"')).to.deep.equal({ some: [x("tags"), { in: [x(""), ["vip"]] }] });
	});

	it("types each value once", () => {
		const like: Rule = { reduce: [[0], { "===": [x("current.constructor"), x("accumulator.constructor")] }, x("visits")] };
		const largest = Number.MAX_SAFE_INTEGER;
		const isNumber: Rule = { and: [like, { "===": [{ "+": [x("visits")] }, x("visits")] }, { "<=": [-largest, x("visits"), largest] }] };
		expect(ruleOf("visits > 5")).to.deep.equal({
			some: [[[{ if: [isNumber, x("visits"), null] }]], { and: [{ "!==": [x("0"), null] }, { ">": [x("0"), 5] }] }],
		});
		expect(ruleOf("visits is set")).to.deep.equal({ "!==": [{ if: [isNumber, x("visits"), null] }, null] });
	});

	it("holds no half of a character and no NUL, which not every store takes", () => {
		const json = JSON.stringify(ruleOf('country contains "a" and tags is empty'));
		expect(json).to.not.match(/\\ud[89a-f]/i);
		expect(json).to.not.include("\\u0000");
	});
});

describe("toProfileRule: refusals", () => {
	const refused: readonly (readonly [text: string, ...problems: readonly string[]])[] = [
		[
			"opted_in and birthday before 2026-05-01",
			'birthday before 2026-05-01: "birthday" is a date: in a profile it is text, perhaps of an instant in some time zone, and JSON Logic cannot read dates.',
		],
		[
			"signed_up is set",
			'signed_up is set: "signed_up" is a date and time: in a profile it is text or a number of milliseconds, and JSON Logic cannot read dates.',
		],
		[
			"age(birthday) > 5 and any orders (placed_at in last 3 days)",
			'age(birthday) > 5: "birthday" is a date: in a profile it is text, perhaps of an instant in some time zone, and JSON Logic cannot read dates.',
			'placed_at in last 3 days: "placed_at" is a date and time: in a profile it is text or a number of milliseconds, and JSON Logic cannot read dates.',
		],
		[
			'country = "us" ignoring case',
			'country = "us" ignoring case: "ignoring case" on "country" needs small letters, and JSON Logic cannot make them.',
		],
		['country like "a?c"', 'country like "a?c": This pattern looks at each character of "country", and JSON Logic cannot take text apart.'],
	];
	for (const [text, ...problems] of refused) it(text, () => expect(problemsOf(text)).to.deep.equal(problems));

	it("at the reference, where the condition is another segment's", () => {
		const segments = { find: () => ({ id: "s", name: "s", text: "visits > 2 and birthday is set", active: true }), names: () => ["s"] };
		const text = 'opted_in and in segment "s"';
		const result = compile(text, { catalogue: shop, segments });
		const made = result.ok && toProfileRule(result.segment.checked);
		expect(made && !made.ok && made.problems.map(({ span }) => span && text.slice(span.from, span.to))).to.deep.equal(['in segment "s"']);
	});

	const paths: readonly (readonly [jsonPath: string, problem: string])[] = [
		["$['a.b']", '"x" is read from $[\'a.b\'], and JSON Logic takes the dot in "a.b" for a step further in.'],
		["$.a['']", "\"x\" is read from $.a[''], and JSON Logic cannot read a key without a name."],
		["$.a[-1]", '"x" is read from $.a[-1], and JSON Logic cannot count from the end of a list.'],
		[
			"$.a.constructor",
			'"x" is read from $.a.constructor, and JSON Logic finds "constructor" in every object, whether it has that key or not.',
		],
		[
			"$.a['__proto__'].b",
			'"x" is read from $.a[\'__proto__\'].b, and JSON Logic finds "__proto__" in every object, whether it has that key or not.',
		],
		["$[0]", '"x" is read from $[0], and JSON Logic would read it from a list, and a profile is none.'],
	];
	for (const [jsonPath, problem] of paths) {
		it(`a field at ${jsonPath}`, () => {
			const made = toProfileRule(segmentOver(withField({ name: "x", type: "number", jsonPath }), "x > 1").checked);
			expect(made).to.deep.equal({ ok: false, problems: [{ span: { from: 0, to: 5 }, message: problem }] });
		});
	}
});

describe("rawValue", () => {
	it("has no rule for all of the data", () => {
		expect(rawValue({ name: "x", path: [], jsonPath: "$" })).to.deep.equal({
			problem: '"x" is read from $, and JSON Logic cannot compare all of the data.',
		});
	});
});

function withField(...fields: readonly object[]): Catalogue {
	const made = makeCatalogue({ fields });
	if (!("catalogue" in made)) throw new Error(JSON.stringify(made.problems));
	return made.catalogue;
}

function segmentOver(catalogue: Catalogue, text: string) {
	const result = compile(text, { catalogue, now: 0, timeZone: "UTC" });
	if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join(" "));
	return result.segment;
}

/** What a value can be, and what has made rules answer wrongly or throw. */
const hostile: readonly unknown[] = [
	...[null, true, false, 0, -0, 1, 5, 2.5, -7, 1e300, 2 ** 53, -(2 ** 53), 2 ** 53 - 1, 5e-324, 90_071_992_547_409.92],
	...["", "a", "5", "abc", "paid", "null", "a\0", "\0", "\ud83d", "\udc00a", "a\ud83d", "😀", "a😀b", "\ud83d\ud83d\ude00", "\udc00\ud83d"],
	...[[], [5], ["a"], [[]], [{}], [null], ["a", "\ud800"], [1, 2, 1e300, "3", null], [{ toString: 1 }]],
	...[{}, { toString: 1 }, { toString: null, valueOf: 2 }, { valueOf: 1 }, { indexOf: 5 }, { length: 3 }, { 0: "a", length: 1 }],
	...[{ constructor: "a" }, { constructor: { name: "String" } }, { prototype: {} }, { name: "a", total: 5, status: "paid" }],
	...[JSON.parse('{"__proto__": {"total": 5}}'), JSON.parse('{"__proto__": []}')],
];

const hostileValue = fc.constantFrom(...hostile);

/** The JSON of a profile, with some of its values replaced. */
function spoiled(profile: unknown, places: readonly number[], values: readonly unknown[]): unknown {
	const text = JSON.stringify(profile, (_, value: unknown) => (typeof value === "bigint" ? null : value)) ?? "null";
	const whole: { profile: unknown } = { profile: JSON.parse(text) };
	const found: (readonly [object, string])[] = [];
	const collect = (value: unknown): void => {
		if (typeof value !== "object" || value === null) return;
		for (const key of Object.keys(value)) {
			found.push([value, key]);
			collect((value as Record<string, unknown>)[key]);
		}
	};
	collect(whole);
	for (const [index, place] of places.entries()) {
		const [inside, key] = found[place % found.length] ?? [whole, "profile"];
		Object.defineProperty(inside, key, { value: values[index], enumerable: true, configurable: true, writable: true });
	}
	return whole.profile;
}

describe("toProfileRule: answers", () => {
	const [at] = moments;
	if (!at) throw new Error("There are moments.");

	it("what the segment answers, on any JSON", () => {
		const profile = fc
			.tuple(arbitraryProfile(at), fc.array(fc.nat(), { maxLength: 3 }), fc.array(hostileValue, { minLength: 3, maxLength: 3 }))
			.map(([made, places, values]) => spoiled(made, places, values));
		const property = fc.property(arbitraryCondition, fc.array(profile, { minLength: 15, maxLength: 15 }), (text, profiles) => {
			const segment = compileAt(text, at);
			const made = toProfileRule(segment.checked);
			if (!made.ok) return;
			const rule = JSON.parse(JSON.stringify(made.rule)) as Rule;
			for (const item of profiles) {
				expect(evaluate(rule, item), `${text}\n${JSON.stringify(item)}`).to.equal(segment.test(item));
			}
		});
		fc.assert(property, { numRuns: runs(250) });
	});

	const texts = [
		...[
			"visits > 2",
			"not visits > 2",
			"visits is missing",
			"visits + spent > 3",
			"visits / spent < 2",
			"spent = 5",
			"spent between -8 and 6",
		],
		...[
			'country contains "a"',
			'country contains ""',
			'not country contains "a"',
			"country is set",
			"country is empty",
			"country = address.city",
		],
		...['country starts with "a"', 'country ends with "😀b"', 'country like "a*b"', 'country in ("a", "5")', "opted_in", "opted_in is set"],
		...[
			'tags has "a"',
			'tags has all of ("a")',
			"tags is empty",
			"tags is set",
			"count(tags) >= 1",
			"count distinct(tags) = 1",
			"max(scores) > 1",
		],
		...[
			"sum(scores) > 2",
			"avg(scores) < 2",
			"any orders",
			"orders is set",
			"no orders",
			"count(orders) = 1",
			'any orders (status != "paid")',
		],
		...[
			"every orders (total > 1)",
			"any orders (total is missing)",
			"sum(orders.total) > 4",
			"avg(orders.total) > 1",
			"max(orders.total) > 1",
		],
		...[
			"any orders (total > profile.visits)",
			'last orders by total (status = "paid")',
			"any orders (any items (price > 1))",
			"count(orders where no items) > 0",
		],
		"at least 2 of (opted_in, visits is set, tags is set)",
	];
	for (const text of texts) {
		it(`${text}, whatever stands where its values do`, () => {
			const segment = compiled(text);
			const rule = ruleOf(text);
			for (const value of hostile) {
				const all = { visits: value, spent: value, country: value, opted_in: value, tags: value, scores: value, orders: value };
				const elements = [{ total: value, status: value, items: value }, value, { total: 5, items: [{ price: value }, value] }];
				const profiles = [
					value,
					all,
					{ ...all, address: { city: value } },
					{ visits: 1, orders: elements },
					{ address: value, spent: 2, visits: value },
					{ country: "a", visits: value, tags: [value, "a"], scores: [value, 2] },
				];
				for (const profile of profiles) expect(evaluate(rule, profile), JSON.stringify(profile)).to.equal(segment.test(profile));
			}
		});
	}

	it("at paths that lists, texts and functions have too", () => {
		const paths = [
			"$.length",
			"$.a.length",
			"$.link.name",
			"$.at.bind.name",
			"$.a['0']",
			"$.a[0]",
			"$.a[0].length",
			"$.a[1][0].name",
			"$['0'].name",
		];
		for (const jsonPath of paths) {
			for (const [type, text] of [
				["number", "x >= 0"],
				["text", "x is set"],
				["list", "x is set"],
			] as const) {
				const field = { name: "x", type, jsonPath, ...(type === "list" && { items: "number" }) };
				const segment = segmentOver(withField(field), text);
				const made = toProfileRule(segment.checked);
				if (!made.ok) throw new Error(made.problems[0]?.message);
				for (const value of hostile) {
					const profiles = [
						value,
						{ a: value },
						{ link: value },
						{ at: value },
						{ at: { bind: value } },
						{ a: [value, [value]] },
						{ 0: value, length: value },
						{ a: { 0: value } },
						["a", value],
						"text",
					];
					for (const profile of profiles) {
						const shown = `${jsonPath} ${text} ${JSON.stringify(profile)}`;
						expect(evaluate(made.rule, profile), shown).to.equal(segment.test(profile));
					}
				}
			}
		}
	});

	it("sums of decimals to the last unit", () => {
		const catalogue = withField({ name: "orders", type: "collection", fields: [{ name: "total", type: "number", decimals: 2 }] });
		const totals = [
			0.005, 1.005, -1.005, -0.005, -2.5, 0.1, 0.2, 19.99, 1e13, 90_071_992_547_409.9, 90_071_992_547_409.92, 0.004_999_999_999_999_999,
		];
		for (const sum of [0, 0.3, 20, -1]) {
			const segment = segmentOver(catalogue, `sum(orders.total) = ${sum}`);
			const greater = segmentOver(catalogue, `sum(orders.total) >= ${sum}`);
			for (const a of totals)
				for (const b of totals)
					for (const each of [segment, greater]) {
						const made = toProfileRule(each.checked);
						const profile = { orders: [{ total: a }, { total: b }] };
						expect(made.ok && evaluate(made.rule, profile), `${sum} ${a} ${b}`).to.equal(each.test(profile));
					}
		}
	});

	it("long texts of any characters", () => {
		const segment = compiled("country is set");
		const rule = ruleOf("country is set");
		for (const length of [1, 2, 3, 4, 5, 8, 1_000]) {
			for (const text of ["a", "😀", "\ud83d", "\udc00", "\0"]) {
				for (const at of [0, length - 1]) {
					const country = "b".repeat(at) + text + "b".repeat(length - 1 - at);
					expect(evaluate(rule, { country }), JSON.stringify(country)).to.equal(segment.test({ country }));
				}
			}
		}
	});
});
