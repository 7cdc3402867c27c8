// `segql compile`: what a condition becomes: its rule, its conditions in the seed system, its canonical text, its English, or what a record must carry.
import { type Command, Option } from "commander";
import type { CompiledSegment } from "../../compile.ts";
import type { Catalogue } from "../../fields/catalogue.ts";
import { toConditions } from "../../segments/to-conditions.ts";
import type { Finish } from "../cli.ts";
import { clockJson } from "../clock-options.ts";
import { type CompileCommandOptions, compileOrReport, takesCompileOptions } from "../compile-condition.ts";
import { readCondition, takesCondition } from "../condition-input.ts";
import { printUntranslatable, type Untranslatable, untranslatableJson } from "../diagnostics-output.ts";
import type { ExitCode } from "../environment.ts";
import { fieldsFrom } from "../field-input.ts";
import { ProfileInput } from "../profile-input.ts";
import type { Session } from "../session.ts";
import { jsonText, printableLines } from "../terminal/printable.ts";

const targets = ["rule", "conditions", "text", "english", "record-fields"] as const;
type Target = (typeof targets)[number];

interface CompileOptions extends CompileCommandOptions {
	readonly to: Target;
}

export function addCompile(program: Command, session: Session, finish: Finish): void {
	takesCompileOptions(
		takesCondition(
			program.command("compile").description("Turns a condition into stock JSON Logic, the seed system's conditions, or words."),
		),
	)
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
	const made = make(segment, known.catalogue, options.to);
	if ("without" in made) {
		await printUntranslatable(condition, made.without, session);
		if (session.json) await session.printJson({ ok: false, without: untranslatableJson(condition.text, made.without), diagnostics });
		return 1;
	}
	if (session.json) await session.printJson({ ok: true, ...made.json, ...clockJson(clock), diagnostics });
	else await session.out.write(session.out.isTerminal ? printableLines(made.text) : made.text);
	return 0;
}

type Made = { readonly text: string; readonly json: object } | { readonly without: readonly Untranslatable[] };

function make(segment: CompiledSegment, catalogue: Catalogue, to: Target): Made {
	switch (to) {
		case "rule": {
			const { rule, fields, requires } = segment;
			return { text: `${jsonText(rule)}\n`, json: { rule, fields, requires } };
		}
		case "conditions": {
			const found = toConditions(segment.checked, catalogue);
			return "without" in found ? found : { text: `${jsonText(found.conditions)}\n`, json: found };
		}
		case "text":
			return { text: `${segment.canonical.trimEnd()}\n`, json: { text: segment.canonical } };
		case "english":
			return { text: lines(segment.english), json: { english: segment.english } };
		case "record-fields": {
			const { fields, requires } = segment;
			return { text: lines([...fields, ...requires]), json: { fields, requires } };
		}
	}
}

const lines = (texts: readonly string[]): string => texts.map((text) => `${text}\n`).join("");
