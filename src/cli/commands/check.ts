// `segql check`: what is wrong with a condition, and where.
import type { Command } from "commander";
import { lint } from "../../check/lint.ts";
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import { hasErrors } from "../../diagnostic/report.ts";
import { parse } from "../../syntax/parse.ts";
import type { Finish } from "../cli.ts";
import { type CompileCommandOptions, compileOrReport, takesCompileOptions } from "../compile-condition.ts";
import { type Condition, readCondition, takesCondition } from "../condition-input.ts";
import { diagnosticsJson, printDiagnostics } from "../diagnostics-output.ts";
import type { ExitCode } from "../environment.ts";
import { fieldsFrom } from "../field-input.ts";
import { ProfileInput } from "../profile-input.ts";
import type { Session } from "../session.ts";
import { counted } from "../words.ts";

interface CheckCommandOptions extends CompileCommandOptions {
	readonly lint: boolean;
}

export function addCheck(program: Command, session: Session, finish: Finish): void {
	takesCompileOptions(takesCondition(program.command("check").description("Says what is wrong with a condition, and where.")))
		.option("--no-lint", "leave out remarks on what is no mistake but probably not meant")
		.option("--json", "print one JSON object")
		.action(async (file: string | undefined, options: CheckCommandOptions) => finish(await check(file, options, session)));
}

async function check(file: string | undefined, options: CheckCommandOptions, session: Session): Promise<ExitCode> {
	const input = await ProfileInput.from(options, session, file);
	const condition = await readCondition(file, options, session);
	if (options.fields === undefined && !input) return checkForm(condition, session);
	const known = await fieldsFrom(options, input);
	const outcome = await compileOrReport(condition, known, options, session, input);
	if (!outcome.segment) {
		await session.remark(`${numbered(outcome.found)}.`);
		return outcome.fail();
	}
	await known.opened?.batches.return(undefined);
	const remarks = options.lint ? lint(outcome.segment.checked) : [];
	await printDiagnostics(condition, remarks, session);
	if (session.json) {
		const diagnostics = [...outcome.diagnostics, ...diagnosticsJson(condition.text, remarks)];
		await session.printJson({ ok: true, checked: "form and fields", diagnostics });
	} else await session.out.line(verdict([...outcome.found, ...remarks]));
	return 0;
}

/** Without fields, names and types cannot be checked. */
async function checkForm(condition: Condition, session: Session): Promise<ExitCode> {
	const { diagnostics } = parse(condition.text);
	await printDiagnostics(condition, diagnostics, session);
	const ok = !hasErrors(diagnostics);
	session.verdict = ok ? 0 : 1;
	if (session.json) await session.printJson({ ok, checked: "form", diagnostics: diagnosticsJson(condition.text, diagnostics) });
	else if (ok)
		await session.out.line(`${verdict(diagnostics)} Only the form was checked: give --fields or --profiles to check names and types.`);
	else await session.remark(`${numbered(diagnostics)}.`);
	return ok ? 0 : 1;
}

const verdict = (diagnostics: readonly Diagnostic[]): string =>
	diagnostics.length === 0 ? "No problems." : `No errors, ${numbered(diagnostics)}.`;

/** `1 error, 2 warnings`. */
function numbered(diagnostics: readonly Diagnostic[]): string {
	const words = { error: "error", warning: "warning", info: "note" } as const;
	return (["error", "warning", "info"] as const)
		.map((severity) => ({ severity, count: diagnostics.filter((diagnostic) => diagnostic.severity === severity).length }))
		.filter(({ count }) => count > 0)
		.map(({ severity, count }) => counted(count, words[severity]))
		.join(", ");
}
