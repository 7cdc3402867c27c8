// An answer without a single profile is a list of nobody only when it is written as one: a broken server, and a proxy's page, send nothing or
// nonsense and call it a success.
import type { OpenProfiles } from "../../formats/open-profiles.ts";
import type { Problems } from "../../formats/problems.ts";
import { SourceError } from "./source-error.ts";

/** For a source that gave none: throws the SourceError "not-profiles" where something came and all of it was refused. */
export function throwIfAllRefused({ refused, shown }: Problems): void {
	if (refused === 0) return;
	throw allRefused(shown.find(({ kind }) => kind !== "column-left-out")?.message);
}

/** `example` is a sentence on one of them. */
export function allRefused(example?: string): SourceError {
	const sentences = ["Nothing that came can be read as a profile.", example, "Give NDJSON, a JSON array or CSV, plain or gzip."];
	return new SourceError("not-profiles", { message: sentences.filter(Boolean).join(" ") });
}

/** For a source that gave not even a CSV's header: throws the SourceError "not-profiles" unless it is a JSON array without elements. */
export function throwIfEmpty({ format, unzippedBytes }: OpenProfiles): void {
	if (format === "json" && unzippedBytes() > 0) return;
	throw new SourceError("not-profiles", {
		message: "What came is empty: a list of nobody is written as [] in JSON, or as the header alone in CSV.",
	});
}
