// `segql audience`: who is in some included segment and in no excluded one: how many, who, and why.
import type { Command } from "commander";
import type { DeactivatedPolicy } from "../../check/references.ts";
import { type AudienceInput, type CompiledAudience, compileAudience } from "../../segments/audience.ts";
import type { SegmentLibrary } from "../../segments/library.ts";
import { type AskedAudience, audienceFrom, type AudienceOptions, takesAudience, takesCountingRequest } from "../audience-input.ts";
import { audienceJson, audienceLines, audienceReasonLines } from "../audience-output.ts";
import type { Finish } from "../cli.ts";
import { clockInWords, clockJson } from "../clock-options.ts";
import { type Binding, bindingFrom, type CompileCommandOptions, takesCompileOptions } from "../compile-condition.ts";
import { countMembers } from "../count-audience.ts";
import { placedLine } from "../document-problems.ts";
import type { ExitCode } from "../environment.ts";
import { RefusedInput, UsageError } from "../errors.ts";
import { fieldsFrom, type KnownFields, typedProfiles } from "../field-input.ts";
import { findProfiles, jsonOfEach, linesOfEach, noSuchProfile } from "../find-profile.ts";
import { IdList, reportUnidentified, withList } from "../id-list.ts";
import { ProfileInput } from "../profile-input.ts";
import { problemLines, problemsJson } from "../profile-problems.ts";
import type { Session } from "../session.ts";
import { jsonText, printable } from "../terminal/printable.ts";

interface AudienceCommandOptions extends CompileCommandOptions, AudienceOptions {
	readonly ids?: boolean;
	readonly explain?: string;
	readonly reply?: boolean;
}

export function addAudience(program: Command, session: Session, finish: Finish): void {
	const described = program.command("audience").description("Counts who is in some included segment and in no excluded one, and says why.");
	takesCountingRequest(
		takesCompileOptions(takesAudience(described))
			.option("--ids", "print the user_id of everyone in it, one a line, and nothing else")
			.option("--explain <user_id>", "say why this one is in it or not")
			.option("--reply", "print the seed system's counting reply and nothing else"),
	)
		.option("--json", "print one JSON object, which holds the reply too")
		.action(async (file: string | undefined, options: AudienceCommandOptions) => finish(await audience(file, options, session)));
}

/** All that the ways to look at an audience need. */
interface Prepared {
	readonly asked: AskedAudience;
	readonly compiled: CompiledAudience;
	readonly remarks: readonly string[];
	readonly known: KnownFields;
	readonly binding: Binding;
	readonly input: ProfileInput;
	/** With the types of every field: any of them may be read. */
	batches(): AsyncIterable<readonly unknown[]>;
}

async function audience(file: string | undefined, options: AudienceCommandOptions, session: Session): Promise<ExitCode> {
	refuseContradictions(options, session);
	const prepared = await prepare(file, options, session);
	try {
		if (options.explain !== undefined) return await explain(options.explain, prepared, session);
		return await (options.reply ? printReply(prepared, session) : count(prepared, options, session));
	} finally {
		await prepared.known.opened?.batches.return(undefined);
	}
}

function refuseContradictions(options: AudienceCommandOptions, session: Session): void {
	const views = [options.ids && "--ids", options.explain !== undefined && "--explain", options.reply && "--reply"].filter(Boolean);
	if (views.length > 1) throw new UsageError(`${views.join(" and ")} exclude each other.`, "Leave one of them out.");
	const hasReply = options.reply || (session.json && !options.ids && options.explain === undefined);
	const page = (["search", "limit", "filter", "cursor"] as const).find((name) => options[name] !== undefined);
	if (page !== undefined && !hasReply) throw new UsageError(`--${page} is about the reply.`, "Give --reply too, or --json.");
}

async function prepare(file: string | undefined, options: AudienceCommandOptions, session: Session): Promise<Prepared> {
	const input = await ProfileInput.required(options, session, file, "audience");
	if (options.segments === undefined) throw new UsageError("There are no segments.", "Give --segments.");
	const asked = await audienceFrom(file, options, session);
	const known = await fieldsFrom(options, input);
	try {
		const binding = await bindingFrom(known, options, session);
		const library = binding.library as SegmentLibrary;
		const { deactivatedInclude = "nobody", deactivatedExclude = "refuse", deactivated = "refuse" } = options;
		const policies = { deactivatedInclude, deactivatedExclude, deactivatedSegments: deactivated };
		const made = compileAudience(asked.audience, { catalogue: known.catalogue, library, ...binding.clock, ...policies });
		if ("problems" in made) {
			// Options have no places to point at; the messages name the segments.
			const details = made.problems.map((problem) => (asked.source === undefined ? problem.message : placedLine(problem)));
			throw new RefusedInput("bad-audience", "This audience cannot be used.", undefined, details);
		}
		const { includeSegments, excludeSegments } = asked.audience;
		const remarks = [
			...remarksOf(includeSegments, deactivatedInclude, library, "adds no one"),
			...remarksOf(excludeSegments, deactivatedExclude, library, "keeps no one out"),
		];
		const names = known.catalogue.fields.map((field) => field.name);
		return { asked, compiled: made.audience, remarks, known, binding, input, batches: () => typedProfiles(known, input, names) };
	} catch (error) {
		await known.opened?.batches.return(undefined);
		throw error;
	}
}

function remarksOf(
	names: AudienceInput["includeSegments"],
	policy: DeactivatedPolicy,
	library: SegmentLibrary,
	effect: string,
): readonly string[] {
	if (policy !== "nobody") return [];
	return names.flatMap((name) => {
		const segment = library.find(name);
		return segment && !segment.active ? [`Segment "${segment.name}" is deactivated: it ${effect}.`] : [];
	});
}

async function count(prepared: Prepared, options: AudienceCommandOptions, session: Session): Promise<ExitCode> {
	const { compiled, asked, known, binding, input, remarks, batches } = prepared;
	const ids = options.ids ? new IdList<string>(session, (id) => id) : undefined;
	return withList(ids, session, async () => {
		const place = { catalogue: known.catalogue, timeZone: binding.clock.timeZone };
		// People are printed with --json only, and there is no need to page through them otherwise.
		const request = session.json && !ids ? asked.request : {};
		const found = await countMembers(compiled, request, batches(), place, ids && ((members) => ids.add(members)));
		const result = { found, clock: binding.clock, inferredFrom: known.inferredFrom, remarks, problems: input.problems };
		if (session.json) {
			const json = { ok: true, ...audienceJson(result, { isListed: ids !== undefined }) };
			await (ids ? ids.end(json) : session.printJson(json));
			return 0;
		}
		if (ids) await reportUnidentified(found.unidentified, ["person", "people"], session);
		else for (const line of audienceLines(result, session.out.style)) await session.out.line(line);
		await report(prepared, session);
		return 0;
	});
}

async function printReply(prepared: Prepared, session: Session): Promise<ExitCode> {
	const { compiled, asked, known, binding, batches } = prepared;
	const place = { catalogue: known.catalogue, timeZone: binding.clock.timeZone };
	const { reply } = await countMembers(compiled, asked.request, batches(), place);
	await session.out.line(jsonText(reply));
	await report(prepared, session);
	return 0;
}

async function explain(id: string, prepared: Prepared, session: Session): Promise<ExitCode> {
	const { compiled, known, binding, input, remarks, batches } = prepared;
	const { clock } = binding;
	const { profiles, count: withId, read } = await findProfiles(id, known, batches(), clock.timeZone);
	const message = noSuchProfile(id, read);
	const found = profiles.map((profile) => compiled.explain(profile));
	const isFound = withId > 0;
	session.verdict = isFound ? 0 : 1;
	if (session.json) {
		await session.printJson({
			...(isFound ? { ok: true, id, ...jsonOfEach(found, withId) } : { ok: false, error: { code: "no-such-profile", message } }),
			...clockJson(clock),
			remarks,
			problems: problemsJson(input.problems),
		});
		return isFound ? 0 : 1;
	}
	if (isFound) {
		const { style } = session.out;
		const lines = linesOfEach(id, found, withId, (one) => audienceReasonLines(id, one, style));
		for (const line of [...lines, "", style.dim(printable(clockInWords(clock)))]) await session.out.line(line);
	} else await session.printFailure("no-such-profile", message);
	await report(prepared, session);
	return isFound ? 0 : 1;
}

/** What is no result: to standard error, after it. */
async function report({ remarks, input }: Prepared, session: Session): Promise<void> {
	await session.out.flush();
	for (const line of [...remarks, ...problemLines(input.problems)]) await session.remark(line);
}
