// Two hundred different rules alive in one process: together on each record, and against the same rules each alone in a process of its own.
import { Worker } from "node:worker_threads";
import jsonLogic, { type RulesLogic } from "json-logic-js";
import { compileTest } from "../../src/eval/compile-rule.ts";
import { compileTests } from "../../src/eval/compile-tests.ts";
import type { AloneInput } from "./eval-alone.ts";
import { benchRecords } from "./eval-records.ts";
import { differentRules } from "./eval-shapes.ts";
import { type Contestant, interleave, type Measurement, quantile, timeOf, warmUp } from "./interleave.ts";

export const liveRules = 200;

const rules = differentRules(liveRules);

function together(records: readonly unknown[]): Contestant {
	const run = compileTests(rules);
	const answers = new Uint8Array(liveRules);
	const batch = (): number => {
		let count = 0;
		for (const record of records) {
			run(record, answers);
			for (let rule = 0; rule < liveRules; rule++) count += answers[rule] ?? 0;
		}
		return count;
	};
	return { name: "compileTests", batch };
}

function oneByOne(records: readonly unknown[]): Contestant {
	const tests = rules.map(compileTest);
	const batch = (): number => {
		let count = 0;
		for (const record of records) for (const test of tests) if (test(record)) count += 1;
		return count;
	};
	return { name: "compileTest of each", batch };
}

function stock(records: readonly unknown[]): Contestant {
	const batch = (): number => {
		let count = 0;
		for (const record of records) for (const rule of rules) if (jsonLogic.apply(rule as RulesLogic, record)) count += 1;
		return count;
	};
	return { name: "json-logic-js", batch };
}

/** Batches of all rules over `count` records; with optional keys a quarter of the fields is missing, and records have hundreds of shapes. */
export function measureLive(count: number, rounds: number, optionalKeys: boolean): readonly Measurement[] {
	const records = optionalKeys ? benchRecords(count).map(withGaps) : benchRecords(count);
	return interleave([together(records), oneByOne(records), stock(records)], { warmUpMs: 500, rounds });
}

function withGaps(record: object, index: number): unknown {
	const entries = Object.entries(record).filter((_, field) => (Math.imul(index + 1, 40_503 + 2 * field) >>> 9) % 4 !== 0);
	return JSON.parse(JSON.stringify(Object.fromEntries(entries)));
}

export interface AloneAndLive {
	/** One rule over one record, nanoseconds: the mean of `sampled` rules, each alone in its process. */
	readonly alone: number;
	readonly sampled: number;
	readonly live: number;
	readonly liveOneByOne: number;
}

function timeWarm(batch: () => number): number {
	batch();
	return timeOf(batch);
}

/** Two processes are compared here, whose rounds something else may disturb one at a time: the lower quartile is what neither saw of it. */
const undisturbed = (times: readonly number[]): number => quantile(times, 0.25);

/** Rounds of a rule alone take turns with rounds of all rules together. */
export async function measureAlone(count: number, rounds: number): Promise<AloneAndLive> {
	const records = benchRecords(count);
	const [all, each] = [together(records), oneByOne(records)];
	warmUp(all.batch, 500);
	warmUp(each.batch, 500);
	const sample = rules.filter((_, index) => Math.floor(index / 5) % 10 === 3);
	const alone: number[] = [];
	const live: number[] = [];
	const liveOneByOne: number[] = [];
	for (const rule of sample) {
		const worker = new Worker(new URL("./eval-alone.ts", import.meta.url), { workerData: { rule, records: count } satisfies AloneInput });
		const answer = (): Promise<unknown> => new Promise((resolve, reject) => worker.once("message", resolve).once("error", reject));
		await answer();
		const times: number[] = [];
		for (let round = 0; round < rounds; round++) {
			const next = answer();
			worker.postMessage("run");
			times.push((await next) as number);
			live.push(timeWarm(all.batch));
			liveOneByOne.push(timeWarm(each.batch));
		}
		alone.push(undisturbed(times));
		await worker.terminate();
	}
	const perRule = 1e6 / count;
	return {
		alone: (alone.reduce((sum, time) => sum + time, 0) / alone.length) * perRule,
		sampled: sample.length,
		live: (undisturbed(live) * perRule) / liveRules,
		liveOneByOne: (undisturbed(liveOneByOne) * perRule) / liveRules,
	};
}
