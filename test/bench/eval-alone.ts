// A worker with one rule alive in it and nothing else: how fast a rule is alone. For every message it answers the
// time of one batch, after one that brings the records back into the caches, where the other process has been meanwhile.
import { parentPort, workerData } from "node:worker_threads";
import { compileTest } from "../../src/eval/compile-rule.ts";
import type { Rule } from "../../src/rule/rule.ts";
import { benchRecords } from "./eval-records.ts";
import { timeOf, warmUp } from "./interleave.ts";

export interface AloneInput {
	readonly rule: Rule;
	readonly records: number;
}

const input = workerData as AloneInput;
const test = compileTest(input.rule);
const records = benchRecords(input.records);

function batch(): number {
	let count = 0;
	for (const record of records) if (test(record)) count += 1;
	return count;
}

warmUp(batch, 200);
parentPort?.on("message", () => {
	batch();
	parentPort?.postMessage(timeOf(batch));
});
parentPort?.postMessage("ready");
