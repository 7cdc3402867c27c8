// How fast stored rules run: one rule against json-logic-js, json-logic-engine and a predicate by hand, then 200 rules alive in one process.
// Goals: the first four rows of "Goals" in ../shared/design/performance.md. Writes reports/bench-eval.json.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { contestantNames } from "./eval-contestants.ts";
import { type AloneAndLive, liveRules, measureAlone, measureLive } from "./eval-live.ts";
import type { ShapeInput } from "./eval-shape.ts";
import { shapes } from "./eval-shapes.ts";
import { geometricMean, type Measurement, speedUp } from "./interleave.ts";

const records = 20_000;

export interface Goal {
	readonly what: string;
	readonly value: number;
	readonly goal: string;
	readonly isMet: boolean;
}

export async function run(): Promise<void> {
	const oneRule = await measureShapes();
	const live = [false, true].map((optionalKeys) => ({ optionalKeys, measurements: measureLive(2_000, 9, optionalKeys) }));
	for (const { optionalKeys, measurements } of live) printLive(optionalKeys, measurements);
	// Few records stay in the caches, where a rule alone profits most; many do not, and there rules that share a record do.
	const alone = [];
	for (const group of [2_000, records]) alone.push({ records: group, ...(await measureAlone(records, group, 9)) });
	for (const measured of alone) printAlone(measured);
	const [together, , stock] = live[0]?.measurements ?? [];
	const goals = [
		...goalsOfShapes(oneRule),
		...(together && stock ? [atLeast(`${liveRules} rules live: times as fast as json-logic-js`, speedUp(together, stock), 28)] : []),
		...alone.map(({ records, live, alone }) =>
			atMost(`${liveRules} rules live over ${records} records: times the time of the same rules alone`, speedUp(alone, live), 1.25),
		),
	];
	console.log("");
	for (const { what, value, goal, isMet } of goals) console.log(`${isMet ? "met   " : "MISSED"} ${what}: ${value.toFixed(2)} (${goal})`);
	const folder = join(import.meta.dirname, "..", "..", "reports");
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, "bench-eval.json"), `${JSON.stringify({ records, goals, oneRule, live, alone }, null, "\t")}\n`);
}

interface ShapeResult {
	readonly shape: string;
	readonly measurements: readonly Measurement[];
}

/** Each shape in a worker of its own, so that its rule is the only one alive. */
async function measureShapes(): Promise<readonly ShapeResult[]> {
	const results: ShapeResult[] = [];
	console.log(`One rule over ${records} records: ns a record (middle 80 %), and how many times faster closures are`);
	for (const [index, { name }] of shapes.entries()) {
		const input: ShapeInput = { shape: index, records, rounds: 81 };
		const worker = new Worker(new URL("./eval-shape.ts", import.meta.url), { workerData: input });
		const measurements = await new Promise<readonly Measurement[]>((resolve, reject) =>
			worker.once("message", resolve).once("error", reject),
		);
		await worker.terminate();
		results.push({ shape: name, measurements });
		printShape(name, measurements);
	}
	return results;
}

function printShape(name: string, measurements: readonly Measurement[]): void {
	const [ours] = measurements;
	const perRecord = (milliseconds: number): string => ((milliseconds * 1e6) / records).toFixed(1);
	console.log(`  ${name}`);
	for (const measured of measurements) {
		const spread = `${perRecord(measured.median)} (${perRecord(measured.p10)}–${perRecord(measured.p90)})`;
		console.log(`    ${measured.name.padEnd(28)} ${spread.padEnd(26)} ${ours ? speedUp(ours, measured).toFixed(2) : ""}`);
	}
}

function printLive(optionalKeys: boolean, measurements: readonly Measurement[]): void {
	const stock = measurements.at(-1);
	console.log(`\n${liveRules} rules live over 2000 records${optionalKeys ? " with optional keys" : ""}: ns a rule, times json-logic-js`);
	for (const measured of measurements) {
		const perRule = (milliseconds: number): string => ((milliseconds * 1e6) / 2_000 / liveRules).toFixed(1);
		const spread = `${perRule(measured.median)} (${perRule(measured.p10)}–${perRule(measured.p90)})`;
		console.log(`    ${measured.name.padEnd(28)} ${spread.padEnd(26)} ${stock ? speedUp(measured, stock).toFixed(1) : ""}`);
	}
}

function printAlone({ records, sampled, alone, live, liveOneByOne }: { readonly records: number } & AloneAndLive): void {
	console.log(
		`\nOne rule over one of ${records} records, ${sampled} rules each alone, and all ${liveRules} live: ns, times the time alone`,
	);
	const names = ["alone", "live, compileTests", "live, compileTest of each"];
	for (const [index, measured] of [alone, live, liveOneByOne].entries()) {
		const spread = `${measured.median.toFixed(1)} (${measured.p10.toFixed(1)}–${measured.p90.toFixed(1)})`;
		console.log(`    ${names[index]?.padEnd(28)} ${spread.padEnd(26)} ${speedUp(alone, measured).toFixed(2)}`);
	}
}

/** The closures' speed as a multiple of another contestant's, for each shape. */
function ratios(results: readonly ShapeResult[], contestant: (typeof contestantNames)[number]): readonly number[] {
	return results.map(({ measurements }) => {
		const [ours, other] = [measurements[0], measurements.find(({ name }) => name === contestant)];
		return ours && other ? speedUp(ours, other) : Number.NaN;
	});
}

function goalsOfShapes(results: readonly ShapeResult[]): readonly Goal[] {
	const stock = ratios(results, "json-logic-js");
	return [
		atLeast("one rule: slowest shape, times as fast as json-logic-js", Math.min(...stock), 10),
		atLeast("one rule: geometric mean, times as fast as json-logic-js", geometricMean(stock), 22),
		atLeast("one rule: geometric mean, share of the speed by hand", geometricMean(ratios(results, "by hand")), 0.9),
		atLeast("one rule: geometric mean, times as fast as json-logic-engine", geometricMean(ratios(results, "json-logic-engine")), 4),
		atLeast(
			"one rule: geometric mean, times as fast as json-logic-engine, compiled",
			geometricMean(ratios(results, "json-logic-engine, compiled")),
			1.3,
		),
	];
}

const atLeast = (what: string, value: number, goal: number): Goal => ({ what, value, goal: `at least ${goal}`, isMet: value >= goal });
const atMost = (what: string, value: number, goal: number): Goal => ({ what, value, goal: `at most ${goal}`, isMet: value <= goal });
