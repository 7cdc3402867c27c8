// Which conditions of a text with errors can be counted, and that each means what it means alone.
import { expect } from "chai";
import fc from "fast-check";
import { soundParts } from "../../src/check/sound-parts.ts";
import { Table, toEnd } from "../../src/columns/index.ts";
import { compile } from "../../src/compile.ts";
import { preview } from "../../src/preview/index.ts";
import { toPreviewPlan } from "../../src/preview/to-preview-plan.ts";
import { analyse } from "../../src/service/analysis.ts";
import { noon } from "./diagnostics-of.ts";
import { shop } from "./shop.ts";

const options = { catalogue: shop, timeZone: "America/New_York" };

/** The author's words of each part. */
function partsOf(text: string): readonly string[] {
	const { segment, mistakes } = analyse(text, noon, options);
	const condition = soundParts(text, segment, mistakes)?.condition;
	const parts = condition?.kind === "and" && condition.span.from === condition.span.to ? condition.items : condition ? [condition] : [];
	return parts.map(({ span }) => text.slice(span.from, span.to));
}

const cases: readonly (readonly [text: string, ...parts: readonly string[]])[] = [
	["age >"],
	[""],
	["age > 1", "age > 1"],
	["age > 1 and visits >", "age > 1"],
	["visits > and age > 1", "age > 1"],
	["age > 1 and nobody > 2 and opted_in", "age > 1", "opted_in"],
	["age > 1 or (visits > 2 and age < ) or (visits > 3 and opted_in)", "age > 1", "visits > 2", "visits > 3 and opted_in"],
	["all of (\n  age > 1\n  visits\n)\nand opted_in", "age > 1", "opted_in"],
	["any of (age > 1, opted_in)\nand age =", "any of (age > 1, opted_in)"],
	['"grown up": age > 17 and not opted_in and visits = "x"', '"grown up": age > 17', "not opted_in"],
	["not (age > 1 and visits >)", "age > 1"],
	["any orders (total > 5 and nothing = 1) and age > 1", "age > 1"],
	["(age > 1 and opted_in", "age > 1 and opted_in"],
	['country = "XX" and age >', 'country = "XX"'],
	['in segment "nobody" and age > 1', "age > 1"],
	// Words behind a condition are its mistake; joining words are nobody's.
	["age > 5 5 and opted_in", "opted_in"],
	["age > 1,200 and opted_in", "opted_in"],
	['country = "US" = "CA" and opted_in', "opted_in"],
	['opted_in) and country = "US"', 'country = "US"'],
	["age > 1 $ and opted_in", "opted_in"],
	["age > 1 and", "age > 1"],
	["age > 1 and\nor opted_in", "age > 1", "opted_in"],
	["opted_in age > 1 and visits > 2", "visits > 2"],
	["all of (\n  age > 1\n  $ opted_in\n)", "age > 1", "opted_in"],
	// What is wrong with the group is wrong with none of its conditions.
	["at least 5 of (opted_in, age > 1)", "opted_in", "age > 1"],
	["not at least 5 of (opted_in, age >)", "opted_in"],
	["age > 1 and any orders ()", "age > 1"],
];

describe("the sound parts of a text with errors", () => {
	for (const [text, ...parts] of cases) {
		it(JSON.stringify(text), () => {
			expect(partsOf(text)).to.deep.equal(parts);
		});
	}

	it("are none of a text without errors: that is counted whole", () => {
		expect(analyse("age > 1 and opted_in", noon, options).sound).to.equal(undefined);
	});

	const sound = [
		"age > 1",
		"not opted_in",
		'country in ("US", "CA")',
		"any orders (total > 5)",
		"(age < 9 or visits > 3)",
		"birthday is missing",
	];
	const broken = ["age >", "nobody = 1", 'age > "x"', "any orders (", '"text"', "= 3", "any of (age >, visits)", "in segment 3"];

	const profiles = Array.from({ length: 60 }, (_, index) => ({
		user_id: String(index),
		...(index % 3 > 0 && { age: index % 12 }),
		...(index % 4 > 0 && { visits: index % 7, opted_in: index % 2 === 0, birthday: "1990-05-01" }),
		...(index % 5 > 0 && { country: ["US", "CA", "XX"][index % 3], orders: [{ total: index % 9 }] }),
	}));
	const table = new Table(shop, { timeZone: options.timeZone });
	for (const profile of profiles) table.append(profile);

	it("of a text made of both are as many as each is alone", () => {
		const part = fc.oneof(fc.constantFrom(...sound), fc.constantFrom(...broken));
		fc.assert(
			fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), fc.constantFrom(" and ", " or ", "\nand\n"), (all, joint) => {
				const text = all.join(joint);
				const { sound: checked } = analyse(text, noon, options);
				if (!checked) return;
				const { condition } = toEnd(preview(table, toPreviewPlan(checked), { limit: 0 }));
				for (const { span, count } of condition.span.from === condition.span.to ? condition.items : [condition]) {
					const alone = compile(text.slice(span.from, span.to), { ...options, now: noon });
					if (!alone.ok) expect.fail(text);
					expect(count, text).to.equal(profiles.filter((profile) => alone.segment.test(profile)).length);
				}
			}),
		);
	});
});
