// `segql format`: the canonical text of a condition, printed, written back or compared.
import { randomUUID } from "node:crypto";
import { chmod, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import type { Command } from "commander";
import { hasErrors } from "../../diagnostic/report.ts";
import { format } from "../../syntax/format.ts";
import type { Finish } from "../cli.ts";
import { type ConditionOptions, readCondition, takesCondition } from "../condition-input.ts";
import { diagnosticsJson, printDiagnostics } from "../diagnostics-output.ts";
import type { ExitCode } from "../environment.ts";
import { RefusedInput, UsageError } from "../errors.ts";
import type { Session } from "../session.ts";
import { printableLines } from "../terminal/printable.ts";

interface FormatOptions extends ConditionOptions {
	readonly write?: boolean;
	readonly check?: boolean;
}

export function addFormat(program: Command, session: Session, finish: Finish): void {
	takesCondition(program.command("format").description("Prints a condition in its canonical form."))
		.option("--write", "write the file back instead of printing it")
		.option("--check", "print nothing and answer 1 when the text is not in its canonical form")
		.option("--json", "print one JSON object")
		.action(async (file: string | undefined, options: FormatOptions) => finish(await formatCondition(file, options, session)));
}

async function formatCondition(file: string | undefined, options: FormatOptions, session: Session): Promise<ExitCode> {
	if (options.write && options.check) throw new UsageError("--write and --check exclude each other.", "Leave one of them out.");
	const condition = await readCondition(file, options, session);
	if (options.write && condition.path === undefined) throw new UsageError("--write needs a file to write to.");
	const { text, diagnostics } = format(condition.text);
	const errors = hasErrors(diagnostics);
	const formatted = errors || text.endsWith("\n") ? text : `${text}\n`;
	const changed = !errors && formatted !== condition.text;
	session.verdict = errors || (options.check && changed) ? 1 : 0;
	await printDiagnostics(condition, diagnostics, session);
	if (session.json) {
		await session.printJson({ ok: !errors, text: formatted, changed, diagnostics: diagnosticsJson(condition.text, diagnostics) });
	}
	if (errors) return 1;
	if (options.check) {
		if (changed) await session.remark(`${condition.name} is not in its canonical form.`);
		return changed ? 1 : 0;
	}
	if (options.write && condition.path !== undefined) {
		if (changed) await replaceFile(condition.path, formatted);
		await session.remark(changed ? `${condition.name} was formatted.` : `${condition.name} was formatted already.`);
	} else if (!session.json) await session.out.write(session.out.isTerminal ? printableLines(formatted) : formatted);
	return 0;
}

/** Whole or not at all: written beside the file first, then moved into its place. Keeps its permissions, and a link stays a link. */
async function replaceFile(path: string, text: string): Promise<void> {
	const target = await realpath(path);
	const draft = `${target}.${randomUUID()}.tmp`;
	try {
		await writeFile(draft, text, { flag: "wx" });
		await chmod(draft, (await stat(target)).mode);
		await rename(draft, target);
	} catch (error) {
		await rm(draft, { force: true });
		const code = (error as NodeJS.ErrnoException).code ?? "unknown reason";
		throw new RefusedInput("unwritable", `"${path}" cannot be written (${code}).`);
	}
}
