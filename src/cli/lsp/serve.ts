// From the options of `segql lsp` to a running server: fields, segments, clock, and the values of the profiles as they are counted.
import { languageService } from "../../service/language-service.ts";
import { clockFrom } from "../clock-options.ts";
import type { LspOptions } from "../commands/lsp.ts";
import { UsageError } from "../errors.ts";
import { fieldsFrom, type KnownFields, typedProfiles } from "../field-input.ts";
import { ProfileInput } from "../profile-input.ts";
import { problemLines } from "../profile-problems.ts";
import { segmentsFrom } from "../segment-library.ts";
import type { Session } from "../session.ts";
import { packageVersion } from "../version.ts";
import { LanguageServer } from "./server.ts";
import { ValueCounts } from "./value-counts.ts";

/** Never resolves once the server runs: the client ends the process. Throws as every command does before that. */
export async function serve(options: LspOptions, session: Session): Promise<void> {
	if (options.profiles === "-") throw new UsageError("Standard input is the editor's.", "Give the profiles as a file.");
	const input = await ProfileInput.from(options, session);
	const known = await fieldsFrom(options, input);
	const clock = clockFrom(options, known.catalogue.timeZone, session);
	const segments = await segmentsFrom(options, known.catalogue);
	const values = input && new ValueCounts(known.catalogue, clock.timeZone);
	const service = languageService({
		catalogue: known.catalogue,
		segments,
		deactivatedSegments: options.deactivated,
		// A server runs for days: unless a moment is given, `today` goes with them.
		now: options.now === undefined ? Date.now : clock.now,
		timeZone: clock.timeZone,
		weekStart: clock.weekStart,
		values,
	});
	const server = new LanguageServer(service, packageVersion());
	server.start();
	if (input && values) await countValues(values, known, input, server);
	await new Promise(() => undefined);
}

/** Reads all profiles while the server already answers. */
async function countValues(values: ValueCounts, known: KnownFields, input: ProfileInput, server: LanguageServer): Promise<void> {
	try {
		for await (const batch of typedProfiles(known, input, values.names)) {
			for (const profile of batch) values.add(profile);
			// Whoever types comes first.
			await new Promise((resolve) => setImmediate(resolve));
		}
		for (const line of problemLines(input.problems)) server.warn(line);
	} catch (error) {
		server.warn(`The profiles could not be read to their end: ${error instanceof Error ? error.message : String(error)}`);
	}
	values.end();
}
