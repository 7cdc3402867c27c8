// Reads a source for a test.
import { openSource } from "../../../src/store/sources/open-source.ts";
import type { ProfileSource } from "../../../src/store/sources/source.ts";
import { SourceError } from "../../../src/store/sources/source-error.ts";
import type { SourceOptions } from "../../../src/store/sources/source-options.ts";

export interface Outcome {
	readonly profiles: readonly unknown[];
	readonly problems?: readonly string[];
	readonly error?: string;
}

export async function readToEnd(source: ProfileSource, options: SourceOptions = {}): Promise<Outcome> {
	let profiles: unknown[] = [];
	try {
		const opened = await openSource(source, options);
		if (opened.kind === "unchanged") return { profiles };
		for await (const batch of opened.batches) {
			if (batch.kind === "profiles") profiles.push(...batch.profiles);
			else profiles = [];
		}
		return { profiles, problems: opened.problems.shown.map(({ message }) => message) };
	} catch (error) {
		if (!(error instanceof SourceError)) throw error;
		return { profiles, error: `${error.code}: ${error.message}` };
	}
}
