// From chunks of a source to its batches; what is wrong with the whole becomes a SourceError.
import type { Chunks } from "../../formats/chunks.ts";
import type { ProfileFormat } from "../../formats/detect-format.ts";
import { gunzip } from "../../formats/gunzip.ts";
import { type OpenProfiles, openProfiles } from "../../formats/open-profiles.ts";
import type { Problems } from "../../formats/problems.ts";
import { RefusedInput } from "../../formats/refused-input.ts";
import { pace } from "../pace.ts";
import { throwIfAllRefused, throwIfEmpty } from "./no-profiles.ts";
import type { SourceBatch } from "./opened-source.ts";
import { SourceError } from "./source-error.ts";
import { type SourceOptions, sourceLimits } from "./source-options.ts";

export async function* profileBatches(
	chunks: Chunks,
	problems: Problems,
	format: ProfileFormat | undefined,
	options: SourceOptions,
): AsyncGenerator<SourceBatch> {
	let profiles = 0;
	let hasHeader = false;
	let opened: OpenProfiles;
	try {
		const unzip = options.gunzip ?? gunzip;
		opened = await openProfiles({ name: "profiles", chunks: () => inTurns(chunks, options.signal) }, problems, {
			maxLineBytes: sourceLimits(options.limits).maxLineBytes,
			...(format !== undefined && { format }),
			...(options.keepTexts !== undefined && { keepTexts: options.keepTexts }),
			gunzip: (packed, name) => inTurns(unzip(packed, name), options.signal),
		});
		const { batches, untyped } = opened;
		for await (const batch of batches) {
			profiles += batch.profiles.length;
			hasHeader ||= batch.header !== undefined;
			yield { kind: "profiles", untyped, ...batch };
		}
	} catch (error) {
		throw error instanceof RefusedInput ? refusal(error) : error;
	}
	if (problems.cutOff) throw new SourceError("incomplete");
	if (profiles > 0) return;
	throwIfAllRefused(problems);
	if (!hasHeader && !options.mayBeEmpty) throwIfEmpty(opened);
}

/** With others' turns in between. Whoever writes batches lets them have theirs too, but there may be none: of what is no profile. */
async function* inTurns(chunks: Chunks, signal: AbortSignal | undefined): AsyncGenerator<Uint8Array> {
	const turns = pace();
	for await (const chunk of chunks) {
		const breath = turns.breathe();
		if (breath) {
			await breath;
			if (signal?.aborted) throw new SourceError("cancelled", { cause: signal.reason });
		}
		yield chunk;
	}
}

function refusal(cause: RefusedInput): SourceError {
	if (cause.code === "truncated-gzip") return new SourceError("incomplete", { cause });
	const { message, hint } = cause;
	return new SourceError("not-profiles", { message: hint === undefined ? message : `${message} ${hint}`, cause });
}
