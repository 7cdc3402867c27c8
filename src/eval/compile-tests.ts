// Many stored rules over one record: which of these segments is this user in?
import type { Rule } from "../rule/rule.ts";
import { assemble } from "./closures/assemble.ts";
import { Compiler } from "./closures/compiler.ts";
import { enter, type Test } from "./closures/data.ts";
import { runner } from "./closures/program.ts";

export function compileTests(rules: readonly Rule[]): (data: unknown, answers?: Uint8Array) => Uint8Array {
	const run = runner(assemble(rules));
	let each: readonly Test[] | undefined;
	return (data, answers = new Uint8Array(rules.length)) => {
		if (answers.length !== rules.length) throw new RangeError(`There are ${rules.length} rules, but room for ${answers.length} answers.`);
		const entered = enter(data);
		if (run(entered, answers)) return answers;
		each ??= rules.map((rule) => new Compiler().test(rule));
		for (const [index, test] of each.entries()) answers[index] = Number(test(entered));
		return answers;
	};
}
