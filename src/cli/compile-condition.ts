// From a command's options to a compiled condition: fields, clock, segments.
import type { Command } from "commander";
import { type Compiled, type CompiledSegment, compile } from "../compile.ts";
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import type { SegmentLibrary } from "../segments/library.ts";
import { type Clock, type ClockOptions, clockFrom, takesClock } from "./clock-options.ts";
import type { Condition, ConditionOptions } from "./condition-input.ts";
import { diagnosticsJson, printDiagnostics } from "./diagnostics-output.ts";
import type { ExitCode } from "./environment.ts";
import { type FieldOptions, type InferredFrom, inferredInWords, type KnownFields, takesFields } from "./field-input.ts";
import { type ProfileInput, type ProfileOptions, takesProfiles } from "./profile-input.ts";
import { problemLines, problemsJson } from "./profile-problems.ts";
import { type SegmentOptions, segmentsFrom, takesSegments } from "./segment-library.ts";
import type { Session } from "./session.ts";

export interface CompileCommandOptions extends ConditionOptions, FieldOptions, ProfileOptions, ClockOptions, SegmentOptions {}

export const takesCompileOptions = (command: Command): Command => takesSegments(takesClock(takesProfiles(takesFields(command))));

/** What conditions are compiled with: several of them share one clock and one library. */
export interface Binding {
	readonly clock: Clock;
	readonly library: SegmentLibrary | undefined;
	compile(text: string): Compiled;
}

export async function bindingFrom(known: KnownFields, options: ClockOptions & SegmentOptions, session: Session): Promise<Binding> {
	const { catalogue } = known;
	const clock = clockFrom(options, catalogue.timeZone, session);
	const library = await segmentsFrom(options, catalogue);
	const deactivatedSegments = options.deactivated;
	return { clock, library, compile: (text) => compile(text, { catalogue, ...clock, segments: library, deactivatedSegments }) };
}

export interface CompileOutcome {
	/** Undefined when the condition has errors: `fail` then says why and answers the exit code. */
	readonly segment?: CompiledSegment;
	readonly clock: Clock;
	readonly found: readonly Diagnostic[];
	/** The same for the JSON result. */
	readonly diagnostics: readonly object[];
	fail(): Promise<ExitCode>;
}

/** Compiles and prints the diagnostics, except with --json. */
export async function compileOrReport(
	condition: Condition,
	known: KnownFields,
	options: CompileCommandOptions,
	session: Session,
	input: ProfileInput | undefined,
): Promise<CompileOutcome> {
	const { clock, compile: compileText } = await bindingFrom(known, options, session);
	const compiled = compileText(condition.text);
	if (!compiled.ok) session.verdict = 1;
	await printDiagnostics(condition, compiled.diagnostics, session);
	const diagnostics = diagnosticsJson(condition.text, compiled.diagnostics);
	const { inferredFrom, opened } = known;
	const fail = async (): Promise<ExitCode> => {
		await opened?.batches.return(undefined);
		const problems = input?.problems;
		if (session.json) {
			const inferred = { ...(inferredFrom && { fieldsInferredFrom: inferredFrom }), ...(problems && { problems: problemsJson(problems) }) };
			await session.printJson({ ok: false, ...inferred, diagnostics });
			return 1;
		}
		const unknown = compiled.diagnostics.some(({ code }) => code === "unknown-field");
		if (inferredFrom && unknown) await session.remark(inferenceRemark(inferredFrom));
		for (const line of problems ? problemLines(problems) : []) await session.remark(line);
		return 1;
	};
	return { ...(compiled.ok && { segment: compiled.segment }), clock, found: compiled.diagnostics, diagnostics, fail };
}

/** Why a field may be unknown that the author has seen in the profiles. */
export function inferenceRemark(inferredFrom: InferredFrom): string {
	if (inferredFrom.profiles === 0) return "There are no profiles to infer fields from.";
	return inferredInWords(inferredFrom) + (inferredFrom.all ? "" : " --infer-sample all looks at every one.");
}
