// The counting reply, with what a person at a terminal wants beside it: the share, the ids, and how good the data is. One pass.
import { type QualityReport, recorder } from "../eval/record.ts";
import type { Catalogue } from "../fields/catalogue.ts";
import type { CompiledAudience } from "../segments/audience.ts";
import { type CountingReply, type CountingRequest, countAudience } from "../segments/counting.ts";
import { refusedDocument } from "./document-problems.ts";
import { identityOf } from "./profile-identity.ts";

export interface AudienceCount {
	/** Profiles read. */
	readonly total: number;
	readonly reply: CountingReply;
	/** People of the audience who have no user_id. */
	readonly unidentified: number;
	readonly quality: QualityReport;
}

/** `onMembers` is told the ids of each batch's people, and waited for. Throws RefusedInput for a request that cannot be answered. */
export async function countMembers(
	audience: CompiledAudience,
	request: CountingRequest,
	batches: AsyncIterable<readonly unknown[]>,
	{ catalogue, timeZone }: { readonly catalogue: Catalogue; readonly timeZone: string },
	onMembers?: (ids: readonly string[]) => Promise<void>,
): Promise<AudienceCount> {
	const records = audience.recorder();
	const { toRecord } = recorder(catalogue, { timeZone, fields: ["user_id"] });
	const identity = identityOf(catalogue);
	let total = 0;
	let unidentified = 0;
	let isMember = false;
	const watched: CompiledAudience = {
		...audience,
		recorder: () => records,
		testRecord(record) {
			isMember = audience.testRecord(record);
			return isMember;
		},
	};
	async function* profiles(): AsyncGenerator<unknown> {
		for await (const batch of batches) {
			const ids: string[] = [];
			for (const profile of batch) {
				total++;
				yield profile;
				// Whoever asks for the next profile has tested this one.
				if (!isMember) continue;
				const id = identity(profile, toRecord(profile));
				if (id === undefined) unidentified++;
				else if (onMembers) ids.push(id);
			}
			if (ids.length > 0) await onMembers?.(ids);
		}
	}
	const counted = await countAudience(watched, request, profiles(), catalogue, timeZone);
	if ("problems" in counted) throw refusedDocument("bad-request", "The reply that was asked for cannot be given.", counted.problems);
	return { total, reply: counted.reply, unidentified, quality: records.quality };
}
