// `segql diff`: whether two conditions mean the same, and who comes in and who goes.
import type { Command } from "commander";
import { type Difference, difference } from "../../check/difference.ts";
import type { CompiledSegment } from "../../compile.ts";
import type { Finish } from "../cli.ts";
import { type Clock, clockInWords, clockJson } from "../clock-options.ts";
import { bindingFrom, type CompileCommandOptions, inferenceRemark, takesCompileOptions } from "../compile-condition.ts";
import { type ChangeCount, type ChangedId, countChanges } from "../count-changes.ts";
import { diagnosticsJson, printDiagnostics } from "../diagnostics-output.ts";
import type { ExitCode } from "../environment.ts";
import { UsageError } from "../errors.ts";
import { fieldsFrom, type KnownFields, typedProfiles } from "../field-input.ts";
import { IdList, reportUnidentified, withList } from "../id-list.ts";
import { ProfileInput } from "../profile-input.ts";
import { problemLines, problemsJson } from "../profile-problems.ts";
import type { Session } from "../session.ts";
import { printable } from "../terminal/printable.ts";
import { readTwoConditions, takesTwoConditions, type TwoConditions, type TwoConditionsOptions } from "../two-conditions.ts";
import { counted, inDigits } from "../words.ts";

interface DiffOptions extends CompileCommandOptions, TwoConditionsOptions {
	readonly ids?: boolean;
	readonly exitCode?: boolean;
}

export function addDiff(program: Command, session: Session, finish: Finish): void {
	const described = program
		.command("diff")
		.description("Says whether a condition got stricter or looser, and over profiles who comes in and who goes.");
	takesCompileOptions(takesTwoConditions(described))
		.option("--ids", 'print "enters", "leaves" or "stays" and the user_id of everyone in either, one a line, and nothing else')
		.option("--exit-code", "answer 1 unless both mean the same")
		.option("--json", "print one JSON object")
		.action(async (files: readonly string[], options: DiffOptions) => finish(await diff(files, options, session)));
}

async function diff(files: readonly string[], options: DiffOptions, session: Session): Promise<ExitCode> {
	const input = await ProfileInput.from(options, session, files.includes("-") ? "-" : undefined);
	if (options.ids && !input) throw new UsageError("There are no profiles.", "Give --profiles.");
	const conditions = await readTwoConditions(files, options, session);
	const known = await fieldsFrom(options, input);
	const compared = await compileBoth(conditions, known, options, session);
	if (!compared) {
		await known.opened?.batches.return(undefined);
		return 1;
	}
	const verdict = difference(compared.before.checked, compared.after.checked);
	const exitCode: ExitCode = options.exitCode && verdict !== "equal" ? 1 : 0;
	session.verdict = exitCode;
	const ids = options.ids ? new IdList<ChangedId>(session, ({ id, change }) => `${change} ${id}`) : undefined;
	return withList(ids, session, async () => {
		const counts = input && (await count(compared, known, input, ids));
		if (session.json) {
			const json = {
				ok: true,
				difference: verdict,
				...(counts && countsJson(counts)),
				...clockJson(compared.clock),
				...(known.inferredFrom && { fieldsInferredFrom: known.inferredFrom }),
				...(input && { problems: problemsJson(input.problems) }),
				diagnostics: compared.diagnostics,
			};
			await (ids ? ids.end(json) : session.printJson(json));
			return exitCode;
		}
		if (ids) await reportUnidentified(counts?.unidentified ?? 0, ["person", "people"], session);
		else {
			const words = [verdicts[verdict], ...(counts ? [changesInWords(counts)] : [])];
			for (const line of [...words, session.out.style.dim(printable(clockInWords(compared.clock)))]) await session.out.line(line);
		}
		await session.out.flush();
		for (const line of input ? problemLines(input.problems) : []) await session.remark(line);
		return exitCode;
	});
}

interface Compared {
	readonly before: CompiledSegment;
	readonly after: CompiledSegment;
	readonly clock: Clock;
	readonly diagnostics: object;
}

/** Undefined when one of them has errors: all that is wrong with both is printed then. */
async function compileBoth(
	conditions: TwoConditions,
	known: KnownFields,
	options: DiffOptions,
	session: Session,
): Promise<Compared | undefined> {
	const { clock, compile } = await bindingFrom(known, options, session);
	const before = compile(conditions.before.text);
	const after = compile(conditions.after.text);
	await printDiagnostics(conditions.before, before.diagnostics, session);
	await printDiagnostics(conditions.after, after.diagnostics, session);
	const diagnostics = {
		before: diagnosticsJson(conditions.before.text, before.diagnostics),
		after: diagnosticsJson(conditions.after.text, after.diagnostics),
	};
	if (!before.ok || !after.ok) session.verdict = 1;
	if (before.ok && after.ok) return { before: before.segment, after: after.segment, clock, diagnostics };
	const isUnknown = [...before.diagnostics, ...after.diagnostics].some(({ code }) => code === "unknown-field");
	if (session.json) await session.printJson({ ok: false, diagnostics });
	else if (known.inferredFrom && isUnknown) await session.remark(inferenceRemark(known.inferredFrom));
	return undefined;
}

async function count(
	{ before, after, clock }: Compared,
	known: KnownFields,
	input: ProfileInput,
	ids: IdList<ChangedId> | undefined,
): Promise<ChangeCount> {
	const names = ["user_id", ...before.fields, ...after.fields];
	return countChanges(before, after, known.catalogue, typedProfiles(known, input, names), {
		timeZone: clock.timeZone,
		...(ids && { onChanges: (changes) => ids.add(changes) }),
	});
}

const verdicts: Readonly<Record<Difference, string>> = {
	equal: "Equal: both let in the same people.",
	stricter: "Stricter: nobody new can come in, but someone may leave.",
	looser: "Looser: nobody can leave, but someone new may come in.",
	different: "Different: someone new may come in, and someone may leave.",
	unknown: "Unknown: whether both let in the same people cannot be told from the conditions alone.",
};

function changesInWords({ total, enters, leaves, stays }: ChangeCount): string {
	const part = (people: number, one: string, many: string): string => `${inDigits(people)} ${people === 1 ? one : many}`;
	const parts = [part(enters, "enters", "enter"), part(leaves, "leaves", "leave"), part(stays, "stays", "stay")];
	return `Of ${counted(total, "profile")}, ${parts[0]}, ${parts[1]} and ${parts[2]}.`;
}

const countsJson = ({ unidentified, ...counts }: ChangeCount): object => ({ ...counts, peopleWithoutId: unidentified });
