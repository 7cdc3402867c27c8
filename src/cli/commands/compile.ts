// `segql compile`: what a condition becomes: its rule, its canonical text, its English, or what a record must carry.
import { type Command, Option } from "commander";
import type { CompiledSegment } from "../../compile.ts";
import type { Finish } from "../cli.ts";
import { clockJson } from "../clock-options.ts";
import { type CompileCommandOptions, compileOrReport, takesCompileOptions } from "../compile-condition.ts";
import { readCondition, takesCondition } from "../condition-input.ts";
import type { ExitCode } from "../environment.ts";
import { fieldsFrom } from "../field-input.ts";
import { ProfileInput } from "../profile-input.ts";
import type { Session } from "../session.ts";
import { jsonText, printableLines } from "../terminal/printable.ts";

const targets = ["rule", "text", "english", "record-fields"] as const;
type Target = (typeof targets)[number];

interface CompileOptions extends CompileCommandOptions {
	readonly to: Target;
}

export function addCompile(program: Command, session: Session, finish: Finish): void {
	takesCompileOptions(takesCondition(program.command("compile").description("Turns a condition into stock JSON Logic, or into words.")))
		.addOption(new Option("--to <what>", "what to make of it").choices(targets).default("rule"))
		.option("--json", "print one JSON object")
		.action(async (file: string | undefined, options: CompileOptions) => finish(await compileCondition(file, options, session)));
}

async function compileCondition(file: string | undefined, options: CompileOptions, session: Session): Promise<ExitCode> {
	const input = await ProfileInput.from(options, session, file);
	const condition = await readCondition(file, options, session);
	const known = await fieldsFrom(options, input);
	const { segment, clock, diagnostics, fail } = await compileOrReport(condition, known, options, session, input);
	if (!segment) return fail();
	await known.opened?.batches.return(undefined);
	if (session.json) {
		await session.printJson({ ok: true, ...resultJson(segment, options.to), ...clockJson(clock), diagnostics });
	} else {
		const text = resultText(segment, options.to);
		await session.out.write(session.out.isTerminal ? printableLines(text) : text);
	}
	return 0;
}

function resultText(segment: CompiledSegment, to: Target): string {
	switch (to) {
		case "rule":
			return `${jsonText(segment.rule)}\n`;
		case "text":
			return `${segment.canonical.trimEnd()}\n`;
		case "english":
			return segment.english.map((sentence) => `${sentence}\n`).join("");
		case "record-fields":
			return [...segment.fields, ...segment.requires].map((name) => `${name}\n`).join("");
	}
}

function resultJson(segment: CompiledSegment, to: Target): object {
	switch (to) {
		case "rule":
			return { rule: segment.rule, fields: segment.fields, requires: segment.requires };
		case "text":
			return { text: segment.canonical };
		case "english":
			return { english: segment.english };
		case "record-fields":
			return { fields: segment.fields, requires: segment.requires };
	}
}
