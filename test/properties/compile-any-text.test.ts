// compile() answers any text with a segment or with diagnostics that point into it; it never throws, and never refuses in silence.
import { expect } from "chai";
import fc from "fast-check";
import { compile } from "../../src/compile.ts";
import { applyEdits } from "../../src/text/edit.ts";
import { arbitraryCondition } from "./arbitrary-condition.ts";
import { fields, segments } from "./agree.ts";
import { arbitraryWild } from "./arbitrary-wild.ts";
import { texts } from "./pools.ts";
import { runs } from "./runs.ts";

const options = { catalogue: fields, segments, now: Date.UTC(2026, 4, 10, 12), timeZone: "America/New_York" };

function expectAnswer(text: string): void {
	const compiled = compile(text, options);
	const { diagnostics } = compiled;
	const errors = diagnostics.filter(({ severity }) => severity === "error");
	expect(errors.length > 0, `an error says why ${JSON.stringify(text)} is refused, and only then`).to.equal(!compiled.ok);
	for (const { code, message, span, fixes } of diagnostics) {
		expect(message, `the message of ${code}`).to.match(/\S/);
		expect(span.from >= 0 && span.from <= span.to && span.to <= text.length, `${code} points into ${JSON.stringify(text)}`).to.equal(true);
		for (const { edits } of fixes) applyEdits(text, edits);
	}
	if (!compiled.ok) return;
	const { canonical, rule, english } = compiled.segment;
	expect(typeof canonical, "canonical text").to.equal("string");
	expect(JSON.parse(JSON.stringify(rule)), "the rule as JSON").to.deep.equal(rule);
	expect(english, "a sentence or more").to.not.have.length(0);
	expect(typeof compiled.segment.test({}), "an answer for an empty profile").to.equal("boolean");
}

const words = fc.constantFrom(
	...[
		"and",
		"or",
		"not",
		"in",
		"is",
		"set",
		"missing",
		"empty",
		"any",
		"no",
		"every",
		"of",
		"at",
		"least",
		"2",
		"orders",
		"(",
		")",
		",",
		":",
	],
	...[
		"between",
		"last",
		"30",
		"days",
		"ago",
		"this",
		"week",
		"on",
		"before",
		"after",
		"by",
		"where",
		"sum",
		"count",
		"distinct",
		"month-day",
	],
	...[
		"name",
		"points",
		"born",
		"seen",
		"tags",
		"profile.",
		"profile.points",
		"`",
		"``",
		'"',
		"'",
		'"a"',
		"#",
		"\n",
		"--05-10",
		"2026-05-10",
		"2026",
	],
	...[
		"2026-05-10T10:00:00Z",
		"=",
		"!=",
		"<",
		">=",
		"+",
		"-",
		"*",
		"/",
		"1e400",
		"?",
		"\\",
		"\ud83d",
		"\0",
		"__proto__",
		"constructor",
		"segment",
	],
);

/** A valid condition with some of its characters or words lost, doubled, swapped or replaced. */
const damaged = fc
	.tuple(
		arbitraryCondition,
		fc.array(
			fc.tuple(fc.nat(), fc.nat({ max: 12 }), fc.oneof(words, fc.constantFrom(...texts), fc.string({ maxLength: 3 }), fc.constant(""))),
			{
				minLength: 1,
				maxLength: 3,
			},
		),
	)
	.map(([text, changes]) =>
		changes.reduce((changed, [at, length, replacement]) => {
			const from = at % (changed.length + 1);
			return changed.slice(0, from) + replacement + changed.slice(from + length);
		}, text),
	);

describe("properties: compile", () => {
	it("answers any text", () => {
		fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 60 }), expectAnswer), { numRuns: runs(200) });
	});

	it("answers any UTF-16, also halves of characters", () => {
		const units = fc.array(fc.nat({ max: 0xffff }), { maxLength: 20 }).map((codes) => String.fromCharCode(...codes));
		fc.assert(fc.property(units, expectAnswer), { numRuns: runs(100) });
	});

	it("answers any words of the language in any order", () => {
		const salad = fc.array(words, { maxLength: 14 }).map((list) => list.join(" "));
		fc.assert(fc.property(salad, expectAnswer), { numRuns: runs(300) });
	});

	it("answers conditions whose types do not fit", () => {
		fc.assert(fc.property(arbitraryWild, expectAnswer), { numRuns: runs(500) });
	});

	it("answers damaged conditions", () => {
		fc.assert(fc.property(damaged, expectAnswer), { numRuns: runs(300) });
	});

	it("answers every beginning of a condition", () => {
		const beginning = fc.tuple(arbitraryCondition, fc.nat()).map(([text, length]) => text.slice(0, length % (text.length + 1)));
		fc.assert(fc.property(beginning, expectAnswer), { numRuns: runs(200) });
	});
});
