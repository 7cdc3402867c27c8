// Who a change of the condition brings in and who it loses, over a stream of profiles: one pass, one record a profile.
import type { CompiledSegment } from "../compile.ts";
import { recorder } from "../eval/record.ts";
import type { Catalogue } from "../fields/catalogue.ts";
import { identityOf } from "./profile-identity.ts";

export type Change = "enters" | "leaves" | "stays";

export interface ChangedId {
	readonly id: string;
	readonly change: Change;
}

export interface ChangeCount {
	/** Profiles read. */
	readonly total: number;
	readonly enters: number;
	readonly leaves: number;
	readonly stays: number;
	/** Of these three together: those that have no user_id. */
	readonly unidentified: number;
}

export async function countChanges(
	before: CompiledSegment,
	after: CompiledSegment,
	catalogue: Catalogue,
	batches: AsyncIterable<readonly unknown[]>,
	{ timeZone, onChanges }: { readonly timeZone: string; readonly onChanges?: (changes: readonly ChangedId[]) => Promise<void> },
): Promise<ChangeCount> {
	const fields = [...new Set(["user_id", ...before.fields, ...after.fields])];
	const requires = [...new Set([...before.requires, ...after.requires])];
	const records = recorder(catalogue, { timeZone, requires, fields });
	const identity = identityOf(catalogue);
	const counts = { total: 0, enters: 0, leaves: 0, stays: 0, unidentified: 0 };
	for await (const batch of batches) {
		const changes: ChangedId[] = [];
		for (const profile of batch) {
			counts.total++;
			const record = records.toRecord(profile);
			const change = changeOf(before.testRecord(record), after.testRecord(record));
			if (!change) continue;
			counts[change]++;
			const id = identity(profile, record);
			if (id === undefined) counts.unidentified++;
			else if (onChanges) changes.push({ id, change });
		}
		if (changes.length > 0) await onChanges?.(changes);
	}
	return counts;
}

/** Undefined for someone in neither. */
function changeOf(wasIn: boolean, isIn: boolean): Change | undefined {
	if (isIn) return wasIn ? "stays" : "enters";
	return wasIn ? "leaves" : undefined;
}
