// A worker with one rule alive in it and nothing else: how fast a rule is alone. For every message it answers how long a record takes.
import { parentPort, workerData } from "node:worker_threads";
import { compileTest } from "../../src/eval/compile-rule.ts";
import type { Rule } from "../../src/rule/rule.ts";
import { benchRecords } from "./eval-records.ts";
import { warmUp } from "./interleave.ts";
import { groupsOf, timePerRecord } from "./pieces.ts";

export interface AloneInput {
	readonly rule: Rule;
	readonly records: number;
	/** Records that are run over again as soon as they are in the caches. */
	readonly group: number;
}

const input = workerData as AloneInput;
const test = compileTest(input.rule);
const records = benchRecords(input.records);
const groups = groupsOf(records, input.group);

function batch(records: readonly unknown[]): number {
	let count = 0;
	for (const record of records) if (test(record)) count += 1;
	return count;
}

warmUp(() => batch(records), 200);
parentPort?.on("message", () => parentPort?.postMessage(timePerRecord(batch, groups, 2_000)));
parentPort?.postMessage("ready");
