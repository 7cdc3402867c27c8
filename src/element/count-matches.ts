// Counting a segment over all profiles of a source without holding up the page: work is done in slices of a few milliseconds.
import type { CompiledSegment } from "../compile.ts";
import { type ProfileRecord, type QualityReport, recorder } from "../eval/record.ts";
import type { Catalogue } from "../fields/catalogue.ts";
import { toPreviewPlan } from "../preview/to-preview-plan.ts";
import { nextTask } from "../platform/next-task.ts";
import { type AnsweringSource, answersItself, type ProfileSource, type RowSource } from "./profile-source.ts";

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
	/** What was wrong with the values that the condition reads, where the source tells. */
	readonly quality?: QualityReport;
	/** Where the source tells: epoch milliseconds, as of when its profiles are. */
	readonly asOf?: number;
	/** True while more profiles are on their way. */
	readonly isPartial?: boolean;
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

/** Rejects with the signal's reason, with what the source throws, and with why it cannot answer. */
export async function countMatches(
	segment: CompiledSegment,
	catalogue: Catalogue,
	source: ProfileSource,
	options: CountOptions,
): Promise<Count> {
	return answersItself(source) ? askForCount(segment, source, options) : countRows(segment, catalogue, source, options);
}

async function askForCount(segment: CompiledSegment, source: AnsweringSource, { signal, sampleSize }: CountOptions): Promise<Count> {
	const { timeZone } = segment.checked;
	const fields = shownFields(segment);
	const [answer, quality] = await Promise.all([
		source.preview(toPreviewPlan(segment.checked), { limit: sampleSize }, { signal }),
		source.quality?.(segment.fields, { signal }),
	]);
	signal.throwIfAborted();
	switch (answer.kind) {
		case "done": {
			const { count, size, sample } = answer.value;
			const { asOf, kind } = answer.freshness;
			const records = sample.profiles.map(({ record }) => record);
			const told = quality?.kind === "done" ? { quality: quality.value } : {};
			return { matches: count, total: size, sample: records, fields, timeZone, asOf, isPartial: kind === "partial", ...told };
		}
		case "nothing":
			return { matches: 0, total: 0, sample: [], fields, timeZone };
		case "problems":
			throw new Error(answer.problems[0]?.message);
		case "cancelled":
			throw new Error("Another question took its place.");
	}
}

/** Who it is, then what the condition reads. */
const shownFields = ({ fields }: CompiledSegment): readonly string[] => [...new Set(["user_id", ...fields])];

async function countRows(
	segment: CompiledSegment,
	catalogue: Catalogue,
	source: RowSource,
	{ signal, sampleSize, onProgress, sliceMs = 8 }: CountOptions,
): Promise<Count> {
	const { timeZone } = segment.checked;
	const fields = shownFields(segment);
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
