// From a command's options to a compiled condition: fields, clock, segments.
import type { Command } from "commander";
import { type Compiled, type CompiledSegment, compile } from "../compile.ts";
import { type Clock, type ClockOptions, clockFrom, takesClock } from "./clock-options.ts";
import type { ConditionOptions } from "./condition-input.ts";
import { printDiagnostics } from "./diagnostics-output.ts";
import { type FieldOptions, type KnownFields, takesFields } from "./field-input.ts";
import { type ProfileOptions, takesProfiles } from "./profile-input.ts";
import { type SegmentOptions, segmentsFrom, takesSegments } from "./segment-library.ts";
import type { Session } from "./session.ts";
import { counted } from "./words.ts";

export interface CompileCommandOptions extends ConditionOptions, FieldOptions, ProfileOptions, ClockOptions, SegmentOptions {}

export const takesCompileOptions = (command: Command): Command => takesSegments(takesClock(takesProfiles(takesFields(command))));

export async function compileWith(
	text: string,
	known: KnownFields,
	options: CompileCommandOptions,
	session: Session,
): Promise<{ readonly compiled: Compiled; readonly clock: Clock }> {
	const clock = clockFrom(options, known.catalogue.timeZone, session);
	const segments = await segmentsFrom(options);
	return { compiled: compile(text, { catalogue: known.catalogue, ...clock, ...(segments && { segments }) }), clock };
}

/** The segment, its diagnostics printed; undefined when it has errors, and then there is a remark where inference may be the cause. */
export async function compileOrReport(
	text: string,
	known: KnownFields,
	options: CompileCommandOptions,
	session: Session,
): Promise<{ readonly segment?: CompiledSegment; readonly compiled: Compiled; readonly clock: Clock }> {
	const { compiled, clock } = await compileWith(text, known, options, session);
	await printDiagnostics(text, compiled.diagnostics, session);
	if (compiled.ok) return { segment: compiled.segment, compiled, clock };
	const { inferredFrom } = known;
	if (inferredFrom && !inferredFrom.all && compiled.diagnostics.some(({ code }) => code === "unknown-field")) {
		await session.remark(
			`The fields were inferred from the first ${counted(inferredFrom.profiles, "profile")}. --infer-sample all looks at every one.`,
		);
	}
	return { compiled, clock };
}
