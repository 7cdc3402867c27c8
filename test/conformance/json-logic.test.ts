// The public JSON Logic suite, where it lies beside the project (see its README there): all of it through everything that runs rules.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { compileRule, compileTest } from "../../src/eval/compile-rule.ts";
import { evaluate } from "../../src/eval/evaluate.ts";
import type { Rule } from "../../src/rule/rule.ts";

const path = join(import.meta.dirname, "..", "..", "..", "shared", "conformance", "jsonlogic", "tests.json");

/** Cases; texts between them are headings. */
type Entry = string | readonly [rule: Rule, data: unknown, expected: unknown];

describe("the public JSON Logic suite", () => {
	it("passes through evaluate, compileRule and compileTest", function () {
		if (!existsSync(path)) {
			console.log("      The public JSON Logic suite is not here (../shared/conformance/jsonlogic/tests.json), so it was not run.");
			this.skip();
		}
		const entries = JSON.parse(readFileSync(path, "utf8")) as readonly Entry[];
		const cases = entries.filter((entry) => typeof entry !== "string");
		expect(cases.length).to.equal(277);
		for (const [rule, data, expected] of cases) {
			const name = `${JSON.stringify(rule)} over ${JSON.stringify(data)}`;
			expect(evaluate(rule, data), name).to.deep.equal(expected);
			expect(compileRule(rule)(data), name).to.deep.equal(expected);
			expect(compileTest(rule)(data), name).to.equal(Array.isArray(expected) ? expected.length > 0 : Boolean(expected));
		}
	});
});
