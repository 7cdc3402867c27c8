// Counting a segment over a stream of profiles: one pass, and memory for the sample only.
import type { CompiledSegment } from "../compile.ts";
import { type ProfileRecord, type QualityReport, recorder } from "../eval/record.ts";
import type { Catalogue } from "../fields/catalogue.ts";
import { readPath } from "../fields/json-path.ts";
import { identityOf } from "./profile-identity.ts";
import { nestedPath } from "../fields/nested-value.ts";

export interface MatchCount {
	readonly total: number;
	readonly count: number;
	/** The first matches in the order of the input, as records of `fields`. */
	readonly sample: readonly SampledProfile[];
	/** For each field that the condition reads: how many matches have no value for it. Fields that all matches have are left out. */
	readonly missing: ReadonlyMap<string, number>;
	/** Matches that have no user_id. */
	readonly unidentified: number;
	readonly quality: QualityReport;
}

export interface SampledProfile {
	readonly id: string | undefined;
	readonly record: ProfileRecord;
}

export interface CountOptions {
	readonly timeZone: string;
	readonly sampleSize: number;
	/** Told the ids of each batch's matches, and waited for. */
	readonly onMatches?: (ids: readonly string[]) => Promise<void>;
}

export async function countMatches(
	segment: CompiledSegment,
	catalogue: Catalogue,
	batches: AsyncIterable<readonly unknown[]>,
	{ timeZone, sampleSize, onMatches }: CountOptions,
): Promise<MatchCount> {
	const fields = [...new Set(["user_id", ...segment.fields])];
	const records = recorder(catalogue, { timeZone, requires: segment.requires, fields });
	const identity = identityOf(catalogue);
	const absences = segment.fields.map((name) => ({ name, path: nestedPath(name), count: 0 }));
	const sample: SampledProfile[] = [];
	let total = 0;
	let count = 0;
	let unidentified = 0;
	for await (const batch of batches) {
		const ids: string[] = [];
		for (const profile of batch) {
			total++;
			const record = records.toRecord(profile);
			if (!segment.testRecord(record)) continue;
			count++;
			const id = identity(profile, record);
			if (id === undefined) unidentified++;
			else if (onMatches) ids.push(id);
			if (sample.length < sampleSize) sample.push({ id, record });
			for (const absence of absences) {
				const value = readPath(record, absence.path);
				if (value === undefined || value === null) absence.count++;
			}
		}
		if (ids.length > 0) await onMatches?.(ids);
	}
	const missing = new Map(absences.filter((absence) => absence.count > 0).map((absence) => [absence.name, absence.count]));
	return { total, count, sample, missing, unidentified, quality: records.quality };
}
