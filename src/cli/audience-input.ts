// Who an audience includes and excludes: from options, or from a JSON document, which can be a whole counting request.
import { type Command, InvalidArgumentError, Option } from "commander";
import type { DeactivatedPolicy } from "../check/references.ts";
import type { AudienceInput } from "../segments/audience.ts";
import type { CountingRequest } from "../segments/counting.ts";
import { readAudience } from "../segments/read-audience.ts";
import { refusedDocument } from "./document-problems.ts";
import { UsageError } from "./errors.ts";
import { readJson } from "./json-file.ts";
import { fileSource, streamSource } from "./profiles/byte-source.ts";
import { deactivatedPolicies } from "./segment-library.ts";
import type { Session } from "./session.ts";

export interface AudienceOptions {
	readonly include?: readonly string[];
	readonly exclude?: readonly string[];
	readonly deactivatedInclude?: DeactivatedPolicy;
	readonly deactivatedExclude?: DeactivatedPolicy;
	readonly search?: string;
	readonly limit?: number;
	readonly filter?: "all" | "email" | "phone";
	readonly cursor?: string;
}

export function takesAudience(command: Command): Command {
	return command
		.argument("[file]", 'the audience as JSON, { "includeSegments", "excludeSegments" }, or - for standard input')
		.option("--include <segment>", "a segment's name or id; give it again for more (default: everyone)", oneMore)
		.option("--exclude <segment>", "a segment whose people are left out; give it again for more", oneMore)
		.addOption(
			new Option("--deactivated-include <policy>", "what a deactivated segment means there (default: nobody)").choices(deactivatedPolicies),
		)
		.addOption(
			new Option("--deactivated-exclude <policy>", "what a deactivated segment means there (default: refuse)").choices(deactivatedPolicies),
		);
}

export function takesCountingRequest(command: Command): Command {
	return command
		.option("--search <text>", "of the reply: only people whose name, e-mail, phone or id holds this")
		.option("--limit <count>", "of the reply: people a page, 1 to 1000 (default 100)", pageSize)
		.addOption(new Option("--filter <how>", "of the reply: only people who can be reached this way").choices(["all", "email", "phone"]))
		.option("--cursor <cursor>", "of the reply: where the page before ended");
}

const oneMore = (name: string, before: readonly string[] = []): readonly string[] => [...before, name];

function pageSize(text: string): number {
	if (!/^\d+$/.test(text) || Number(text) < 1 || Number(text) > 1_000)
		throw new InvalidArgumentError("Give a whole number from 1 to 1000.");
	return Number(text);
}

export interface AskedAudience {
	readonly audience: AudienceInput;
	readonly request: CountingRequest;
	/** The document's name; undefined when options name the segments. */
	readonly source: string | undefined;
}

/** Throws UsageError when the audience is given twice or not at all, RefusedInput with everything that is wrong with the document. */
export async function audienceFrom(file: string | undefined, options: AudienceOptions, session: Session): Promise<AskedAudience> {
	const { include, exclude, search, limit, filter, cursor } = options;
	const asked: CountingRequest = {
		...(search !== undefined && { search }),
		...(limit !== undefined && { limit }),
		...(filter !== undefined && { filter }),
		...(cursor !== undefined && { cursor }),
	};
	if (file === undefined) {
		if (!include && !exclude) throw new UsageError("There is no audience.", "Give --include, --exclude or a file.");
		return { audience: { includeSegments: include ?? [], excludeSegments: exclude ?? [] }, request: asked, source: undefined };
	}
	if (include || exclude) {
		throw new UsageError(`The audience is given twice: as "${file}" and as --include or --exclude.`, "Leave one of them out.");
	}
	const source = file === "-" ? streamSource("standard input", session.environment.stdin) : await fileSource(file);
	const document = await readJson(source, "audience");
	const read = readAudience(document);
	if ("problems" in read) throw refusedDocument("bad-audience", `The audience "${source.name}" cannot be used.`, read.problems);
	return { audience: read.audience, request: { ...read.request, ...asked }, source: source.name };
}
