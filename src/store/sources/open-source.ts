// From the description of a source to its profiles.
import { profileFormats } from "../../formats/detect-format.ts";
import { badSource } from "./address.ts";
import { openFile } from "./file-source.ts";
import { openIterable } from "./iterable-source.ts";
import type { OpenedSource } from "./opened-source.ts";
import { openPages } from "./pages-source.ts";
import type { ProfileSource } from "./source.ts";
import { SourceError } from "./source-error.ts";
import type { SourceOptions } from "./source-options.ts";
import { openUrl } from "./url-source.ts";

/**
 * Asks for the profiles. Resolves when they begin to come, or when the server says that they are those of `validators`. Rejects with
 * a SourceError, and with a RangeError for limits that are no numbers. Profiles are then read as `batches` are asked for; memory holds about one batch.
 *
 *     const opened = await openSource({ kind: "url", url: "/profiles.ndjson.gz" }, { validators });
 *     if (opened.kind === "profiles") {
 *         for await (const batch of opened.batches) {
 *             if (batch.kind === "restart") forgetAll();
 *             else keep(batch.profiles);
 *         }
 *         remember(opened.validators);
 *     }
 */
export async function openSource(source: ProfileSource, options: SourceOptions = {}): Promise<OpenedSource> {
	const { signal } = options;
	if (signal?.aborted) throw new SourceError("cancelled", { cause: signal.reason });
	switch (source?.kind) {
		case "url":
			refuseUnknownFormat(source.format);
			return openUrl(source, options);
		case "pages":
			return openPages(source, options);
		case "file":
			refuseUnknownFormat(source.format);
			return openFile(source, options);
		case "iterable":
			return openIterable(source, options);
		default:
			throw badSource('The source is of no known kind: give one of the kind "url", "pages", "file" or "iterable".');
	}
}

/** What is none of them would be read as CSV. */
function refuseUnknownFormat(format: unknown): void {
	if (format === undefined || (profileFormats as readonly unknown[]).includes(format)) return;
	throw badSource(`The source is of no known format: give one of ${profileFormats.join(", ")}.`);
}
