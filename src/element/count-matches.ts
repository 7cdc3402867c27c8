// Counting a segment over all profiles of a source without holding up the page: work is done in slices of a few milliseconds.
import type { CompiledSegment } from "../compile.ts";
import { type ProfileRecord, type QualityReport, recorder } from "../eval/record.ts";
import type { Catalogue } from "../fields/catalogue.ts";
import { nextTask } from "./next-task.ts";

/** Where profiles come from: the store of `segql/store` is one, and so is anything else that has these two. */
export interface ProfileSource {
	countProfiles(): Promise<number>;
	/** Some at a time, in a stable order. */
	profiles(): AsyncIterable<readonly unknown[]>;
}

/** An exact count. */
export interface Count {
	readonly matches: number;
	readonly total: number;
	/** The first matching profiles in the source's order, as records of `fields`. */
	readonly sample: readonly ProfileRecord[];
	/** What the sample shows: who it is, then what the condition reads. */
	readonly fields: readonly string[];
	/** The IANA zone whose days the condition means. */
	readonly timeZone: string;
	/** What was wrong with the values that the condition reads. */
	readonly quality: QualityReport;
}

export interface CountOptions {
	readonly signal: AbortSignal;
	readonly sampleSize: number;
	readonly onProgress?: (done: number, total: number) => void;
	/** Milliseconds of work between two turns of the page; default 8, so that a frame still fits. */
	readonly sliceMs?: number;
}

/** How many profiles are tested between two looks at the clock. */
const profilesPerLook = 16;

/** Rejects with the signal's reason, or with what the source throws. */
export async function countMatches(
	segment: CompiledSegment,
	catalogue: Catalogue,
	source: ProfileSource,
	{ signal, sampleSize, onProgress, sliceMs = 8 }: CountOptions,
): Promise<Count> {
	const { timeZone } = segment.checked;
	const fields = [...new Set(["user_id", ...segment.fields])];
	const records = recorder(catalogue, { timeZone, requires: segment.requires, fields });
	const expected = await source.countProfiles();
	const sample: ProfileRecord[] = [];
	let matches = 0;
	let total = 0;
	let sliceEnd = performance.now() + sliceMs;
	for await (const chunk of source.profiles()) {
		signal.throwIfAborted();
		for (const profile of chunk) {
			const record = records.toRecord(profile);
			if (segment.testRecord(record)) {
				matches++;
				if (sample.length < sampleSize) sample.push(record);
			}
			total++;
			if (total % profilesPerLook === 0 && performance.now() >= sliceEnd) {
				onProgress?.(total, expected);
				await nextTask();
				signal.throwIfAborted();
				sliceEnd = performance.now() + sliceMs;
			}
		}
	}
	signal.throwIfAborted();
	return { matches, total, sample, fields, timeZone, quality: records.quality };
}
