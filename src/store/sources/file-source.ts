// Profiles from a file that a person chose or dropped.
import { blobChunks } from "../../formats/chunks.ts";
import { Problems } from "../../formats/problems.ts";
import { badSource } from "./address.ts";
import type { SourceProfiles } from "./opened-source.ts";
import { Patience } from "./patience.ts";
import { profileBatches } from "./profile-batches.ts";
import type { FileSource } from "./source.ts";
import { SourceError } from "./source-error.ts";
import type { SourceOptions } from "./source-options.ts";

export function openFile({ file, format }: FileSource, options: SourceOptions): SourceProfiles {
	if (!(file instanceof Blob)) throw badSource("The source's file is none: give a File or a Blob.");
	const patience = new Patience(options);
	const problems = new Problems({ shownProblems: patience.limits.shownProblems });
	return {
		kind: "profiles",
		batches: profileBatches(chunksOf(file, patience, options), problems, format, options),
		validators: {},
		totalBytes: file.size,
		problems,
	};
}

async function* chunksOf(file: Blob, patience: Patience, options: SourceOptions): AsyncGenerator<Uint8Array> {
	let bytesRead = 0;
	try {
		const chunks = blobChunks(file, (read) => {
			patience.throwIfCancelled();
			return patience.untilCancelled(read());
		});
		for await (const chunk of chunks) {
			bytesRead += chunk.length;
			options.onProgress?.({ bytesRead, totalBytes: file.size });
			yield chunk;
		}
	} catch (cause) {
		throw cause instanceof SourceError ? cause : new SourceError("unreadable", { cause });
	}
}
