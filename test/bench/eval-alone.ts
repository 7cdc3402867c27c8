// A worker with one rule alive in it, and nothing else: how fast a rule is alone. Answers a message {rounds} with the time of each round.
import { parentPort, workerData } from "node:worker_threads";
import { compileTest } from "../../src/eval/compile-rule.ts";
import { compileTests } from "../../src/eval/compile-tests.ts";
import type { Rule } from "../../src/rule/rule.ts";
import { benchRecords } from "./eval-records.ts";
import { timeOf, warmUp } from "./interleave.ts";

export interface AloneInput {
	readonly rule: Rule;
	readonly records: number;
	readonly warmUpMs: number;
	readonly form: "closures" | "program";
}

const { rule, records: count, warmUpMs, form } = workerData as AloneInput;
const records = benchRecords(count);
const test = compileTest(rule);
const tests = compileTests([rule]);
const answers = new Uint8Array(1);

const closures = (): number => {
	let sum = 0;
	for (const record of records) if (test(record)) sum += 1;
	return sum;
};

const program = (): number => {
	let sum = 0;
	for (const record of records) sum += tests(record, answers)[0] ?? 0;
	return sum;
};

const batch = form === "closures" ? closures : program;
warmUp(batch, warmUpMs);
parentPort?.on("message", () => parentPort?.postMessage(timeOf(batch)));
parentPort?.postMessage("ready");
