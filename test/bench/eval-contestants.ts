// Who runs a rule, each with a loop of its own: one loop for all would be compiled for none of them.
import jsonLogic, { type RulesLogic } from "json-logic-js";
import { LogicEngine } from "json-logic-engine";
import { compileRule } from "../../src/eval/compile-rule.ts";
import type { BenchRecord } from "./eval-records.ts";
import type { Shape } from "./eval-shapes.ts";
import type { Contestant } from "./interleave.ts";

export const contestantNames = ["closures", "by hand", "json-logic-js", "json-logic-engine", "json-logic-engine, compiled"] as const;

export function contestants({ rule, byHand }: Shape, records: readonly BenchRecord[]): readonly Contestant[] {
	const run = compileRule(rule);
	const engine = new LogicEngine();
	const built = engine.build(rule as object) as (record: unknown) => unknown;
	const batches = [
		() => {
			let count = 0;
			for (const record of records) if (run(record)) count += 1;
			return count;
		},
		() => {
			let count = 0;
			for (const record of records) if (byHand(record)) count += 1;
			return count;
		},
		() => {
			let count = 0;
			for (const record of records) if (jsonLogic.apply(rule as RulesLogic, record)) count += 1;
			return count;
		},
		() => {
			let count = 0;
			for (const record of records) if (engine.run(rule as object, record)) count += 1;
			return count;
		},
		() => {
			let count = 0;
			for (const record of records) if (built(record)) count += 1;
			return count;
		},
	];
	return batches.map((batch, index) => ({ name: contestantNames[index] ?? "", batch }));
}
