// The fields that a condition can use: from a catalogue file, or inferred from the profiles.
import { type Command, InvalidArgumentError } from "commander";
import { type Catalogue, catalogue } from "../fields/catalogue.ts";
import { type InferredCatalogue, inference } from "../fields/infer.ts";
import type { OpenProfiles } from "../formats/open-profiles.ts";
import { refusedDocument } from "./document-problems.ts";
import { UsageError } from "./errors.ts";
import { readJsonFile } from "./json-file.ts";
import { identityOf } from "./profile-identity.ts";
import { type ProfileInput, positiveInteger } from "./profile-input.ts";
import { sampleProfiles } from "./sample-profiles.ts";
import { typedCells } from "../fields/typed-cells.ts";
import { counted } from "./words.ts";

export type InferenceSample = number | "all";

export interface FieldOptions {
	readonly fields?: string;
	readonly inferSample?: InferenceSample;
}

/** What inference looked at. */
export interface InferredFrom {
	readonly profiles: number;
	/** Whether these were all the profiles there are. */
	readonly all: boolean;
}

export interface KnownFields {
	readonly catalogue: Catalogue;
	readonly inferredFrom?: InferredFrom;
	/** The profiles where inference has begun to read them, from their start. */
	readonly opened?: OpenProfiles;
}

/** Enough to see what types there are, and little enough to wait for on a slow pipe. */
export const defaultInferenceSample = 10_000;
const maxSampleBytes = 16 * 1024 * 1024;

export function takesFields(command: Command): Command {
	return takesInferenceSample(
		command.option("--fields <file>", "the field catalogue, as JSON (default: inferred from the profiles)"),
		`${defaultInferenceSample}`,
	);
}

export function takesInferenceSample(command: Command, byDefault: string): Command {
	return command.option(
		"--infer-sample <count>",
		`how many profiles to infer fields from, or all (default ${byDefault})`,
		(text): InferenceSample => {
			try {
				return text === "all" ? "all" : positiveInteger(text);
			} catch {
				throw new InvalidArgumentError("Give a whole number of 1 or more, or all.");
			}
		},
	);
}

/** Throws UsageError when there is neither a catalogue nor profiles, RefusedInput when the catalogue cannot be used. */
export async function fieldsFrom(options: FieldOptions, input: ProfileInput | undefined): Promise<KnownFields> {
	const document = options.fields === undefined ? undefined : await readJsonFile(options.fields, "catalogue");
	if (document !== undefined) {
		const read = catalogue(document);
		if ("catalogue" in read) return { catalogue: read.catalogue };
		// Fields without a type are no mistake when there are profiles to infer it from.
		if (!input) throw refusedDocument("bad-catalogue", `The catalogue "${options.fields}" cannot be used.`, read.problems);
	}
	if (!input) throw new UsageError("The fields are not known.", "Give --fields, or --profiles to infer them from.");
	const { inferred, inferredFrom, opened } = await inferFields(input, options.inferSample ?? defaultInferenceSample);
	const read = document === undefined ? catalogue({ fields: inferred.fields }) : catalogue(document, { inferred: inferred.fields });
	if ("catalogue" in read) return { catalogue: read.catalogue, inferredFrom, ...(opened && { opened }) };
	await opened?.batches.return(undefined);
	if (document !== undefined) throw refusedDocument("bad-catalogue", `The catalogue "${options.fields}" cannot be used.`, read.problems);
	throw refusedDocument("bad-catalogue", "The fields that were inferred from the profiles cannot be used.", read.problems);
}

export interface InferredFields {
	readonly inferred: InferredCatalogue;
	readonly inferredFrom: InferredFrom;
	/** With a bounded sample: the profiles from their start. */
	readonly opened?: OpenProfiles;
}

/**
 * With `all`, everything is read for this alone, so the source must allow a second reading, unless `once` says that none will follow.
 * What cannot be read is put on the input's list of problems by the only or the second reading.
 */
export async function inferFields(
	input: ProfileInput,
	sample: InferenceSample,
	{ once = false }: { readonly once?: boolean } = {},
): Promise<InferredFields> {
	if (sample === "all") {
		if (once || input.source.rereadable) return inferFromAll(input, once);
		throw new UsageError(
			`"${input.source.name}" can be read only once, so fields cannot be inferred from all of it first.`,
			"Give a file, or --fields.",
		);
	}
	const { sample: profiles, all, opened } = await sampleProfiles(await input.open(), { profiles: sample, bytes: maxSampleBytes });
	const seen = inference({ untyped: opened.untyped });
	for (const profile of profiles) seen.add(profile);
	return { inferred: seen.result(), inferredFrom: { profiles: profiles.length, all }, opened };
}

/** One pass over all profiles and nothing kept of them. */
async function inferFromAll(input: ProfileInput, reported: boolean): Promise<InferredFields> {
	const opened = await input.open(reported ? input.problems : input.unreported());
	const seen = inference({ untyped: opened.untyped });
	let profiles = 0;
	for await (const batch of opened.batches) {
		profiles += batch.profiles.length;
		for (const profile of batch.profiles) seen.add(profile);
	}
	return { inferred: seen.result(), inferredFrom: { profiles, all: true } };
}

/**
 * All profiles; cells of CSV are typed for these fields of the catalogue, others stay text. Where user_id is one of the fields, ids that come
 * again are put on the input's list of problems.
 */
export async function* typedProfiles(
	known: KnownFields,
	input: ProfileInput,
	names: readonly string[],
): AsyncGenerator<readonly unknown[]> {
	const opened = known.opened ?? (await input.open());
	const type = opened.untyped ? typedCells([...new Set(names)].flatMap((name) => known.catalogue.field(name) ?? [])) : undefined;
	const { repeatedIds } = input.problems;
	const identity = names.includes("user_id") ? identityOf(known.catalogue) : undefined;
	for await (const { profiles } of opened.batches) {
		for (const profile of profiles) {
			type?.(profile);
			const id = identity?.(profile, undefined);
			if (id !== undefined) repeatedIds.add(id);
		}
		yield profiles;
	}
}

export function inferredInWords({ profiles, all }: InferredFrom): string {
	return all ? "The fields were inferred from all profiles." : `The fields were inferred from the first ${counted(profiles, "profile")}.`;
}
