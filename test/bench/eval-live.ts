// Two hundred different rules alive in one process: together on each record, and against the same rules each alone in a process of its own.
import { Worker } from "node:worker_threads";
import jsonLogic, { type RulesLogic } from "json-logic-js";
import { compileTest } from "../../src/eval/compile-rule.ts";
import { compileTests } from "../../src/eval/compile-tests.ts";
import type { AloneInput } from "./eval-alone.ts";
import { benchRecords } from "./eval-records.ts";
import { differentRules } from "./eval-shapes.ts";
import { interleave, type Measurement, measurementOf, warmUp } from "./interleave.ts";
import { groupsOf, timePerRecord } from "./pieces.ts";

export const liveRules = 200;

const rules = differentRules(liveRules);

type Batch = (records: readonly unknown[]) => number;

function together(): Batch {
	const run = compileTests(rules);
	const answers = new Uint8Array(liveRules);
	return (records) => {
		let count = 0;
		for (const record of records) {
			run(record, answers);
			for (let rule = 0; rule < liveRules; rule++) count += answers[rule] ?? 0;
		}
		return count;
	};
}

function oneByOne(): Batch {
	const tests = rules.map(compileTest);
	return (records) => {
		let count = 0;
		for (const record of records) for (const test of tests) if (test(record)) count += 1;
		return count;
	};
}

function stock(): Batch {
	return (records) => {
		let count = 0;
		for (const record of records) for (const rule of rules) if (jsonLogic.apply(rule as RulesLogic, record)) count += 1;
		return count;
	};
}

/** Batches of all rules over `count` records; with optional keys a quarter of the fields is missing, and records have hundreds of shapes. */
export function measureLive(count: number, rounds: number, optionalKeys: boolean): readonly Measurement[] {
	const records = optionalKeys ? benchRecords(count).map(withGaps) : benchRecords(count);
	const contestants = { compileTests: together(), "compileTest of each": oneByOne(), "json-logic-js": stock() };
	return interleave(
		Object.entries(contestants).map(([name, batch]) => ({ name, batch: () => batch(records) })),
		{ warmUpMs: 500, rounds },
	);
}

function withGaps(record: object, index: number): unknown {
	const entries = Object.entries(record).filter((_, field) => (Math.imul(index + 1, 40_503 + 2 * field) >>> 9) % 4 !== 0);
	return JSON.parse(JSON.stringify(Object.fromEntries(entries)));
}

export interface AloneAndLive {
	readonly sampled: number;
	/** One rule over one record, in nanoseconds: a sample of the rules, each alone in a thread of its own. */
	readonly alone: Measurement;
	/** All rules alive in one thread. */
	readonly live: Measurement;
	readonly liveOneByOne: Measurement;
}

/** A round is a turn of each rule of the sample alone, and after each of them a turn of all rules together. */
export async function measureAlone(count: number, group: number, rounds: number): Promise<AloneAndLive> {
	const records = benchRecords(count);
	const groups = groupsOf(records, group);
	const [all, each] = [together(), oneByOne()];
	warmUp(() => all(records), 500);
	warmUp(() => each(records), 500);
	const sample = rules.filter((_, index) => Math.floor(index / 5) % 10 === 3);
	const turns: Turn[][] = Array.from({ length: rounds }, () => []);
	for (const rule of sample) {
		const input: AloneInput = { rule, records: count, group };
		const worker = new Worker(new URL("./eval-alone.ts", import.meta.url), { workerData: input });
		const answer = (): Promise<unknown> => new Promise((resolve, reject) => worker.once("message", resolve).once("error", reject));
		await answer();
		for (const [round, turn] of turns.entries()) {
			const next = answer();
			worker.postMessage("run");
			const alone = (await next) as number;
			const one = groups.slice(round % groups.length).slice(0, 1);
			turn.push({ alone, live: timePerRecord(all, one, 20) / liveRules, liveOneByOne: timePerRecord(each, one, 20) / liveRules });
		}
		await worker.terminate();
	}
	const measured = (name: keyof Turn): Measurement =>
		measurementOf(
			name,
			turns.map((turn) => mean(turn.map((times) => times[name]))),
		);
	return { sampled: sample.length, alone: measured("alone"), live: measured("live"), liveOneByOne: measured("liveOneByOne") };
}

interface Turn {
	readonly alone: number;
	readonly live: number;
	readonly liveOneByOne: number;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
