// Reads a whole source for a test: its profiles, and what was wrong with it.
import { openProfiles, type ReadOptions } from "../../src/formats/open-profiles.ts";
import { Problems } from "../../src/formats/problems.ts";
import { sourceOf } from "./chunks.ts";

export interface Outcome {
	readonly format: string;
	readonly profiles: readonly unknown[];
	readonly problems: readonly string[];
	readonly count: number;
}

export async function readAll(
	content: string | Uint8Array,
	options: ReadOptions & { readonly size?: number | readonly number[]; readonly strict?: boolean } = {},
): Promise<Outcome> {
	const problems = new Problems({
		strict: options.strict ?? false,
		optionNames: { strict: "--strict", maxLineBytes: "--max-line-bytes" },
	});
	const opened = await openProfiles(sourceOf(content, options.size), problems, options);
	const profiles: unknown[] = [];
	for await (const batch of opened.batches) profiles.push(...batch.profiles);
	return { format: opened.format, profiles, problems: problems.shown.map((problem) => problem.message), count: problems.count };
}

/** The message of the error that `promise` must end in. */
export async function refusal(promise: Promise<unknown>): Promise<string> {
	try {
		await promise;
	} catch (error) {
		return `${(error as Error).name}: ${(error as Error).message}`;
	}
	return "nothing was refused";
}
