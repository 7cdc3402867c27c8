// Many stored rules over one record: which of these segments is this user in?
import type { Rule } from "../rule/rule.ts";
import { assemble } from "./closures/assemble.ts";
import { Compiler } from "./closures/compiler.ts";
import { enter, type Test } from "./closures/data.ts";
import { runner } from "./closures/program.ts";

/**
 * The rules as one function of the data: for each, 1 where `compileTest` of it would answer true and 0 where it would answer false. The
 * answers are written to `answers` when it is given (a RangeError when it is not as long as the rules), else to a new array.
 *
 * When rules throw, the call throws the error of the first of them. Variables that tests compare with constants are read before the first
 * rule is asked, also those that no rule comes to, and as numbers where they are ordered; only getters, proxies and objects that convert
 * themselves can notice. No data is kept between calls.
 *
 * All rules become one flat program that reads each variable once, so that hundreds of live rules cost no more a rule than one of them
 * alone. What several rules ask, of a variable or of a collection, is asked once: rules of segments that refer to one another share that
 * work. Assembling is linear in the size of the rules. A call costs about a nanosecond for each different condition of a variable, whether
 * or not a rule comes to it, and what a rule cannot answer from those is asked only as far as needed.
 *
 * @example
 * const segmentsOf = compileTests([{ ">": [{ var: "points" }, 500] }, { "!": { var: "email" } }]);
 * segmentsOf({ points: 620 }); // -> Uint8Array [1, 1]
 */
export function compileTests(rules: readonly Rule[]): (data: unknown, answers?: Uint8Array) => Uint8Array {
	const run = runner(assemble(rules));
	let separately: readonly Test[] | undefined;
	return (data, answers = new Uint8Array(rules.length)) => {
		if (answers.length !== rules.length) throw new RangeError(`There are ${rules.length} rules, but room for ${answers.length} answers.`);
		const entered = enter(data);
		if (run(entered, answers)) return answers;
		separately ??= rules.map((rule) => new Compiler().test(rule));
		for (const [index, test] of separately.entries()) answers[index] = Number(test(entered));
		return answers;
	};
}
