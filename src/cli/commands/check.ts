// `segql check`: what is wrong with a condition, and where.
import type { Command } from "commander";
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import { hasErrors } from "../../diagnostic/report.ts";
import { parse } from "../../syntax/parse.ts";
import type { Finish } from "../cli.ts";
import { type CompileCommandOptions, compileWith, takesCompileOptions } from "../compile-condition.ts";
import { readCondition, takesCondition } from "../condition-input.ts";
import { diagnosticsJson, printDiagnostics } from "../diagnostics-output.ts";
import type { ExitCode } from "../environment.ts";
import { fieldsFrom } from "../field-input.ts";
import { ProfileInput } from "../profile-input.ts";
import type { Session } from "../session.ts";
import { counted } from "../words.ts";

export function addCheck(program: Command, session: Session, finish: Finish): void {
	takesCompileOptions(takesCondition(program.command("check").description("Says what is wrong with a condition, and where.")))
		.option("--json", "print one JSON object")
		.action(async (file: string | undefined, options: CompileCommandOptions) => finish(await check(file, options, session)));
}

async function check(file: string | undefined, options: CompileCommandOptions, session: Session): Promise<ExitCode> {
	const input = await ProfileInput.from(options, session, file);
	const condition = await readCondition(file, options, session);
	const known = options.fields === undefined && !input ? undefined : await fieldsFrom(options, input);
	await known?.opened?.batches.return(undefined);
	const diagnostics = known
		? (await compileWith(condition.text, known, options, session)).compiled.diagnostics
		: parse(condition.text).diagnostics;
	await printDiagnostics(condition.text, diagnostics, session);
	const ok = !hasErrors(diagnostics);
	if (session.json) {
		await session.printJson({ ok, checked: known ? "form and fields" : "form", diagnostics: diagnosticsJson(condition.text, diagnostics) });
	} else if (ok) {
		const verdict = diagnostics.length === 0 ? "No problems." : `No errors, ${numbered(diagnostics)}.`;
		await session.out.line(known ? verdict : `${verdict} Only the form was checked: give --fields or --profiles to check names and types.`);
	} else {
		await session.remark(`${numbered(diagnostics)}.`);
	}
	return ok ? 0 : 1;
}

/** `1 error, 2 warnings`. */
function numbered(diagnostics: readonly Diagnostic[]): string {
	const words = { error: "error", warning: "warning", info: "note" } as const;
	return (["error", "warning", "info"] as const)
		.map((severity) => ({ severity, count: diagnostics.filter((diagnostic) => diagnostic.severity === severity).length }))
		.filter(({ count }) => count > 0)
		.map(({ severity, count }) => counted(count, words[severity]))
		.join(", ");
}
