// All profiles with one user_id out of a stream, and what is said of each: the id is no promise that there is one only.
import { recorder } from "../eval/record.ts";
import type { KnownFields } from "./field-input.ts";
import { identityOf } from "./profile-identity.ts";
import { printable } from "./terminal/printable.ts";
import { counted } from "./words.ts";

export const maxExplainedProfiles = 10;

export interface FoundProfiles {
	/** The first ones with the id, at most maxExplainedProfiles. */
	readonly profiles: readonly unknown[];
	/** How many have it. */
	readonly count: number;
	/** All that were read. */
	readonly read: number;
}

/** Reads to the end: a later profile with the same id may give the other answer. */
export async function findProfiles(
	id: string,
	{ catalogue }: KnownFields,
	batches: AsyncIterable<readonly unknown[]>,
	timeZone: string,
): Promise<FoundProfiles> {
	const { toRecord } = recorder(catalogue, { timeZone, fields: ["user_id"] });
	const identity = identityOf(catalogue);
	const profiles: unknown[] = [];
	let count = 0;
	let read = 0;
	for await (const batch of batches) {
		for (const profile of batch) {
			read++;
			if (identity(profile, toRecord(profile)) !== id) continue;
			count++;
			if (profiles.length < maxExplainedProfiles) profiles.push(profile);
		}
	}
	return { profiles, count, read };
}

export const noSuchProfile = (id: string, read: number): string => `No profile has the user_id "${id}" (${counted(read, "profile")} read).`;

/** What is said of the only profile; of several, each in its turn. */
export function linesOfEach<Found>(
	id: string,
	found: readonly Found[],
	count: number,
	linesOf: (one: Found) => readonly string[],
): readonly string[] {
	if (count === 1) return found.flatMap(linesOf);
	const hidden = count - found.length;
	return [
		printable(`${counted(count, "profile has", "profiles have")} the user_id "${id}". Each is judged by itself.`),
		...found.flatMap((one, index) => ["", `Profile ${index + 1} of ${count}:`, ...linesOf(one)]),
		...(hidden > 0 ? ["", `… and ${counted(hidden, "more", "more")}.`] : []),
	];
}

/** What is said of the first profile; with those of the same id beside it, where there are some. */
export function jsonOfEach([first, ...others]: readonly object[], count: number): object {
	return { ...first, ...(count > 1 && { sameId: { profiles: count, others } }) };
}
