// `segql compile`: what a condition becomes: its rule, the seed system's conditions, its canonical text, its English, or what a record must
// carry.
import { type Command, Option } from "commander";
import type { CompiledSegment } from "../../compile.ts";
import type { Catalogue } from "../../fields/catalogue.ts";
import { toRule } from "../../rule/to-rule.ts";
import type { Spelling } from "../../segments/built-in-names.ts";
import { toConditions } from "../../segments/to-conditions.ts";
import type { Finish } from "../cli.ts";
import { clockJson } from "../clock-options.ts";
import { type CompileCommandOptions, compileOrReport, takesCompileOptions } from "../compile-condition.ts";
import { readCondition, takesCondition } from "../condition-input.ts";
import { printUntranslatable, type Untranslatable, untranslatableJson } from "../diagnostics-output.ts";
import type { ExitCode } from "../environment.ts";
import { UsageError } from "../errors.ts";
import { fieldsFrom } from "../field-input.ts";
import { ProfileInput } from "../profile-input.ts";
import type { Session } from "../session.ts";
import { jsonText, printableLines } from "../terminal/printable.ts";

const targets = ["rule", "conditions", "text", "english", "record-fields"] as const;
type Target = (typeof targets)[number];

/** What a rule reads. */
const overs = ["record", "profile"] as const;
type Over = (typeof overs)[number];

interface CompileOptions extends CompileCommandOptions {
	readonly to: Target;
	readonly over?: Over;
	readonly spelling?: Spelling;
}

export function addCompile(program: Command, session: Session, finish: Finish): void {
	takesCompileOptions(
		takesCondition(
			program.command("compile").description("Turns a condition into stock JSON Logic, the seed system's conditions, or words."),
		),
	)
		.addOption(new Option("--to <what>", "what to make of it").choices(targets).default("rule"))
		.addOption(new Option("--over <data>", "what the rule reads: records, or profiles as they come (default: record)").choices(overs))
		.addOption(
			new Option("--spelling <case>", "of built-in fields in conditions (default: snake_case)").choices(["snake_case", "camelCase"]),
		)
		.option("--json", "print one JSON object")
		.action(async (file: string | undefined, options: CompileOptions) => finish(await compileCondition(file, options, session)));
}

async function compileCondition(file: string | undefined, options: CompileOptions, session: Session): Promise<ExitCode> {
	if (options.spelling !== undefined && options.to !== "conditions") {
		throw new UsageError("--spelling is about conditions.", "Leave it out, or add --to conditions.");
	}
	if (options.over !== undefined && options.to !== "rule") {
		throw new UsageError("--over is about rules.", `Leave it out, or leave out --to ${options.to}.`);
	}
	const input = await ProfileInput.from(options, session, file);
	const condition = await readCondition(file, options, session);
	const known = await fieldsFrom(options, input);
	const { segment, clock, diagnostics, fail } = await compileOrReport(condition, known, options, session, input);
	if (!segment) return fail();
	await known.opened?.batches.return(undefined);
	const made = make(segment, known.catalogue, options);
	if ("without" in made) {
		session.verdict = 1;
		await printUntranslatable(condition, made.without, session);
		if (session.json) await session.printJson({ ok: false, without: untranslatableJson(condition.text, made.without), diagnostics });
		return 1;
	}
	if (session.json) await session.printJson({ ok: true, ...made.json, ...clockJson(clock), diagnostics });
	else await session.out.write(session.out.isTerminal ? printableLines(made.text) : made.text);
	return 0;
}

type Made = { readonly text: string; readonly json: object } | { readonly without: readonly Untranslatable[] };

function make(segment: CompiledSegment, catalogue: Catalogue, { to, over, spelling }: CompileOptions): Made {
	switch (to) {
		case "rule":
			return over === "profile" ? profileRule(segment) : recordRule(segment);
		case "conditions": {
			const found = toConditions(segment.checked, catalogue, spelling);
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

const recordRule = ({ rule, fields, requires }: CompiledSegment): Made => ({
	text: `${jsonText(rule)}\n`,
	json: { rule, fields, requires },
});

function profileRule({ checked }: CompiledSegment): Made {
	const made = toRule(checked, { over: "profile" });
	if (made.ok) return { text: `${jsonText(made.rule)}\n`, json: { rule: made.rule } };
	return { without: made.problems.map(({ span, message }) => ({ ...(span && { span }), reason: message })) };
}

const lines = (texts: readonly string[]): string => texts.map((text) => `${text}\n`).join("");
