// One profile out of a stream, by its user_id.
import { recorder } from "../eval/record.ts";
import type { KnownFields } from "./field-input.ts";
import { identityOf } from "./profile-identity.ts";
import { counted } from "./words.ts";

export interface FoundProfile {
	/** The first one with the id. */
	readonly profile?: unknown;
	/** How many were read to find it, or all when there is none. */
	readonly read: number;
}

export async function findProfile(
	id: string,
	{ catalogue }: KnownFields,
	batches: AsyncIterable<readonly unknown[]>,
	timeZone: string,
): Promise<FoundProfile> {
	const { toRecord } = recorder(catalogue, { timeZone, fields: ["user_id"] });
	const identity = identityOf(catalogue);
	let read = 0;
	for await (const batch of batches) {
		for (const profile of batch) {
			read++;
			if (identity(profile, toRecord(profile)) === id) return { profile, read };
		}
	}
	return { read };
}

export const noSuchProfile = (id: string, read: number): string => `No profile has the user_id "${id}" (${counted(read, "profile")} read).`;
