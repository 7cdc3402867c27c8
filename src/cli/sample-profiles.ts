// The first profiles of a stream, kept so that fields can be inferred from them, and the whole stream again after that.
import type { OpenProfiles } from "../formats/open-profiles.ts";
import type { Profile, ProfileBatch } from "../formats/profile-batch.ts";

export interface SampleLimits {
	readonly profiles: number;
	/** Of text, after unzipping: what keeps the sample small whatever the size of a profile. */
	readonly bytes: number;
}

export interface Sampled {
	readonly sample: readonly Profile[];
	/** Whether the sample is everything. */
	readonly all: boolean;
	/** The same stream from its start. */
	readonly opened: OpenProfiles;
}

/** The sample ends with the batch in which a limit is reached. */
export async function sampleProfiles(opened: OpenProfiles, limits: SampleLimits): Promise<Sampled> {
	const sample: Profile[] = [];
	let all = false;
	while (sample.length < limits.profiles && opened.unzippedBytes() < limits.bytes) {
		const next = await opened.batches.next();
		if (next.done === true) {
			all = true;
			break;
		}
		for (const profile of next.value.profiles) sample.push(profile);
	}
	return {
		sample: sample.slice(0, limits.profiles),
		all: all && sample.length <= limits.profiles,
		opened: { ...opened, batches: replay(sample, opened.batches) },
	};
}

async function* replay(sample: readonly Profile[], rest: AsyncGenerator<ProfileBatch>): AsyncGenerator<ProfileBatch> {
	try {
		if (sample.length > 0) yield { profiles: sample };
		yield* rest;
	} finally {
		await rest.return(undefined);
	}
}
