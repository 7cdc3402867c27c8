// A worker that measures one shape of rule: one rule alive, all contestants in turns. Answers the measurements.
import { parentPort, workerData } from "node:worker_threads";
import { contestants } from "./eval-contestants.ts";
import { benchRecords } from "./eval-records.ts";
import { shapes } from "./eval-shapes.ts";
import { interleave } from "./interleave.ts";

export interface ShapeInput {
	/** Which of `shapes`. */
	readonly shape: number;
	readonly records: number;
	readonly rounds: number;
}

const { shape, records, rounds } = workerData as ShapeInput;
const measured = shapes[shape];
if (measured === undefined) throw new Error(`There is no shape ${shape}.`);
parentPort?.postMessage(interleave(contestants(measured, benchRecords(records)), { warmUpMs: 300, rounds }));
