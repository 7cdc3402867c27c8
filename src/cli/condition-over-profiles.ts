// A condition and the profiles that it is asked of: what `preview` and `explain` begin with.
import { type CompileCommandOptions, type CompileOutcome, compileOrReport } from "./compile-condition.ts";
import { readCondition } from "./condition-input.ts";
import { fieldsFrom, type KnownFields } from "./field-input.ts";
import { ProfileInput } from "./profile-input.ts";
import type { Session } from "./session.ts";

export interface ConditionOverProfiles extends CompileOutcome {
	readonly input: ProfileInput;
	readonly known: KnownFields;
}

/** Throws UsageError where one of the two is not given. Prints the diagnostics, except with --json. */
export async function conditionOverProfiles(
	file: string | undefined,
	options: CompileCommandOptions,
	session: Session,
): Promise<ConditionOverProfiles> {
	const input = await ProfileInput.required(options, session, file);
	const condition = await readCondition(file, options, session);
	const known = await fieldsFrom(options, input);
	return { input, known, ...(await compileOrReport(condition, known, options, session, input)) };
}
