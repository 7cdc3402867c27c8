// The fields of a file that a person chose or dropped, before anything of it is kept: a catalogue is needed to keep it as columns.
import { type InferredCatalogue, inference } from "../fields/infer.ts";
import { blobChunks } from "../formats/chunks.ts";
import type { ProfileFormat } from "../formats/detect-format.ts";
import { openProfiles } from "../formats/open-profiles.ts";
import { Problems } from "../formats/problems.ts";

export interface FieldsOfFile extends InferredCatalogue {
	readonly format: ProfileFormat;
	/** How many profiles were looked at. */
	readonly profiles: number;
	/** Sentences about what could not be read on the way there, the first twenty. */
	readonly problems: readonly string[];
}

export interface FieldsOfFileOptions {
	/** How many profiles to look at; default 2,000. Nothing behind them is read. */
	readonly sample?: number | undefined;
	readonly signal?: AbortSignal | undefined;
}

/**
 * Looks at the first profiles of an NDJSON, JSON or CSV file, plain or gzip. `{ fields }` is a catalogue that `catalogue()` takes. Rejects with
 * RefusedInput for a file that holds no profiles as text, and with the signal's reason.
 */
export async function fieldsOfFile(file: Blob, { sample = 2_000, signal }: FieldsOfFileOptions = {}): Promise<FieldsOfFile> {
	const problems = new Problems();
	const name = file instanceof File ? file.name : "The file";
	const chunks = () =>
		blobChunks(file, (read) => {
			signal?.throwIfAborted();
			return read();
		});
	const opened = await openProfiles({ name, chunks }, problems);
	const seen = inference({ untyped: opened.untyped });
	let profiles = 0;
	for await (const batch of opened.batches) {
		for (const profile of batch.profiles.slice(0, sample - profiles)) seen.add(profile);
		profiles = Math.min(profiles + batch.profiles.length, sample);
		if (profiles === sample) break;
	}
	return { ...seen.result(), format: opened.format, profiles, problems: problems.shown.map(({ message }) => message) };
}
