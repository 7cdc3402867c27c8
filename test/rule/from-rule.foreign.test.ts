// The contract of fromRule: whatever it accepts answers as the rule does, on every record. Rules as people write them, and any JSON at all.
import { expect } from "chai";
import fc from "fast-check";
import { compile } from "../../src/compile.ts";
import { evaluate } from "../../src/eval/evaluate.ts";
import { recorder } from "../../src/eval/record.ts";
import { catalogue } from "../../src/fields/catalogue.ts";
import { fromRule } from "../../src/rule/from-rule.ts";
import type { Rule } from "../../src/rule/rule.ts";
import { rules as anyRule } from "../eval/random-rules.ts";
import { arbitraryProfile } from "../properties/arbitrary-profile.ts";
import { moments } from "../properties/pools.ts";
import { runs } from "../properties/runs.ts";
import { foreignRule } from "./foreign-rules.ts";
import { expectSameAnswers, isTruthy } from "./from-rule-agreement.ts";

const moment = fc.constantFrom(...moments);

describe("fromRule: foreign rules", () => {
	it("answer as their texts on every record", () => {
		const property = fc.property(foreignRule, moment, fc.nat(), (rule, at, seed) => {
			expectSameAnswers(rule, at, fc.sample(arbitraryProfile(at), { numRuns: 25, seed }), []);
		});
		fc.assert(property, { numRuns: runs(400) });
	});

	it("are mostly read, and mostly say something, so that agreement says something", () => {
		const [at] = moments;
		if (!at) throw new Error("There are moments.");
		const profiles = fc.sample(arbitraryProfile(at), { numRuns: 60, seed: 7 });
		const answers = fc.sample(foreignRule, { numRuns: 200, seed: 7 }).map((rule) => expectSameAnswers(rule, at, profiles, []));
		const read = answers.filter((answer) => answer !== "refused");
		expect(read.length / answers.length, "share of rules that have a text").to.be.greaterThan(0.7);
		expect(read.filter((answer) => answer > 0 && answer < 60).length / read.length, "share of texts with both answers").to.be.greaterThan(
			0.5,
		);
	});

	const made = catalogue({
		fields: [
			{ name: "a", type: "number" },
			{ name: "b", type: "text" },
			{ name: "c", type: "boolean" },
			{ name: "list", type: "list", items: "number" },
			{
				name: "orders",
				type: "collection",
				fields: [
					{ name: "total", type: "number" },
					{ name: "a", type: "boolean" },
				],
			},
			{ name: "total", type: "date" },
			{ name: "text", type: "text" },
			{ name: "current", type: "number" },
			{ name: "0", type: "number" },
		],
	});
	if (!("catalogue" in made)) throw new Error("It is a catalogue.");
	const fields = made.catalogue;
	const maybe = <T>(...values: readonly T[]) => fc.constantFrom(undefined, ...values);
	const order = fc.record({ total: maybe(0, 1, 100), a: maybe(true, false) });
	const profile = fc.record({
		a: maybe(0, 1, 2, 100),
		b: maybe("", "a", "abc", "5", "null"),
		c: maybe(true, false),
		list: fc.option(fc.array(fc.constantFrom(0, 1, 3, 100), { maxLength: 3 }), { nil: undefined }),
		orders: fc.option(fc.array(order, { maxLength: 3 }), { nil: undefined }),
		total: maybe("2026-05-01", "1900-01-01"),
		text: maybe("", "a", "abcabc"),
		current: maybe(0, 1, 5),
		"0": maybe(0, 1, 5),
	});

	it("never throws and never misreads, whatever the rule is", () => {
		const property = fc.property(anyRule, fc.array(profile, { minLength: 10, maxLength: 10 }), (rule, profiles) => {
			const back = fromRule(rule, fields);
			if (!back.ok) return;
			const compiled = compile(back.text, { catalogue: fields, now: 0, timeZone: "UTC" });
			if (!compiled.ok) throw new Error(`Does not compile: ${back.text}`);
			const records = recorder(fields, { timeZone: "UTC", requires: compiled.segment.requires });
			for (const record of profiles.map((item) => records.toRecord(item))) {
				const shown = `${JSON.stringify(rule)}\n${back.text}\n${JSON.stringify(record)}`;
				expect(compiled.segment.testRecord(record), shown).to.equal(isTruthy(evaluate(rule as Rule, record)));
			}
		});
		fc.assert(property, { numRuns: runs(1_500) });
	});

	it("never throws for JSON of any keys", () => {
		const keys = fc.oneof(fc.constantFrom("__proto__", "constructor", "toString", "var", "and", "", "/", "~"), fc.string());
		const value = fc.letrec<{ value: unknown }>((tie) => ({
			value: fc.oneof(
				{ maxDepth: 5 },
				fc.jsonValue({ maxDepth: 0 }),
				fc.array(tie("value"), { maxLength: 3 }),
				fc.dictionary(keys, tie("value"), { maxKeys: 2 }),
			),
		})).value;
		fc.assert(
			fc.property(value, (rule) => void fromRule(rule, fields)),
			{ numRuns: runs(500) },
		);
	});
});
