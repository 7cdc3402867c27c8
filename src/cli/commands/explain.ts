// `segql explain`: why one profile is in the segment or not, condition by condition.
import type { Command } from "commander";
import type { ExplainedCondition, Explanation, Outcome } from "../../eval/explanation.ts";
import type { Finish } from "../cli.ts";
import { clockInWords, clockJson } from "../clock-options.ts";
import { type CompileCommandOptions, takesCompileOptions } from "../compile-condition.ts";
import { takesCondition } from "../condition-input.ts";
import { conditionOverProfiles } from "../condition-over-profiles.ts";
import type { ExitCode } from "../environment.ts";
import { typedProfiles } from "../field-input.ts";
import { findProfiles, jsonOfEach, linesOfEach, noSuchProfile } from "../find-profile.ts";
import { problemLines, problemsJson } from "../profile-problems.ts";
import type { Session } from "../session.ts";
import { displayWidth } from "../terminal/display-width.ts";
import { printable } from "../terminal/printable.ts";
import type { Style } from "../terminal/style.ts";

interface ExplainOptions extends CompileCommandOptions {
	readonly id: string;
}

export function addExplain(program: Command, session: Session, finish: Finish): void {
	takesCompileOptions(takesCondition(program.command("explain").description("Says why one profile is in the segment or not.")))
		.requiredOption("--id <user_id>", "the profile's user_id")
		.option("--json", "print one JSON object")
		.action(async (file: string | undefined, options: ExplainOptions) => finish(await explain(file, options, session)));
}

async function explain(file: string | undefined, options: ExplainOptions, session: Session): Promise<ExitCode> {
	const { input, known, segment, clock, diagnostics, fail } = await conditionOverProfiles(file, options, session);
	if (!segment) return fail();
	const fields = ["user_id", ...segment.fields];
	const { profiles, count, read } = await findProfiles(options.id, known, typedProfiles(known, input, fields), clock.timeZone);
	const found = profiles.map((profile) => segment.explain(profile));
	session.verdict = count === 0 ? 1 : 0;
	if (session.json) {
		const error = { code: "no-such-profile", message: noSuchProfile(options.id, read) };
		await session.printJson({
			...(count > 0 ? { ok: true, id: options.id, ...jsonOfEach(found, count) } : { ok: false, error }),
			...clockJson(clock),
			problems: problemsJson(input.problems),
			diagnostics,
		});
		return session.verdict;
	}
	for (const line of problemLines(input.problems)) await session.remark(line);
	if (count === 0) {
		await session.printFailure("no-such-profile", noSuchProfile(options.id, read));
		return 1;
	}
	const { style } = session.out;
	const lines = linesOfEach(options.id, found, count, (one) => explanationLines(options.id, one, style));
	for (const line of [...lines, "", style.dim(printable(clockInWords(clock)))]) await session.out.line(line);
	return 0;
}

const marks: Readonly<Record<Outcome, string>> = { passed: "✓", failed: "✗", missing: "–" };

function explanationLines(id: string, explanation: Explanation, style: Style): readonly string[] {
	const verdict = explanation.matches ? style.good("is in the segment") : style.bad("is not in the segment");
	const rows = treeRows(explanation.condition, 0);
	const width = Math.max(0, ...rows.filter((row) => row.has !== undefined).map((row) => displayWidth(row.label)));
	const lines = rows.map(({ outcome, label, has }) => {
		const paint = outcome === "passed" ? style.good : outcome === "failed" ? style.bad : style.warn;
		const state = paint(`${marks[outcome]} ${outcome.padEnd("missing".length)}`);
		const gap = has === undefined ? "" : `${" ".repeat(Math.max(0, width - displayWidth(label)))}  ${has}`;
		return `${state}  ${label}${gap}`;
	});
	return [`${printable(id)} ${verdict}.`, "", ...lines, ...changeLines(explanation, style)];
}

interface TreeRow {
	readonly outcome: Outcome;
	readonly label: string;
	readonly has?: string;
}

function treeRows(condition: ExplainedCondition, depth: number): readonly TreeRow[] {
	const { outcome, items, actual, wanted } = condition;
	const label = "  ".repeat(depth) + printable(labelOf(condition));
	// A text that says so would stand in quotes.
	const value = actual === "missing" ? "has no value" : `has ${actual}`;
	const wants = wanted === undefined || outcome === "passed" ? "" : `, wants ${wanted}`;
	const has = actual === undefined ? undefined : printable(value + wants);
	return [{ outcome, label, ...(has !== undefined && { has }) }, ...items.flatMap((item) => treeRows(item, depth + 1))];
}

/** What joins the conditions below; a single condition in its own words. */
function labelOf({ kind, label, items }: ExplainedCondition): string {
	if (items.length === 0 || kind === "named") return label;
	if (kind === "and") return "all of";
	if (kind === "or") return "any of";
	if (kind === "not") return "not";
	return label.split("(")[0]?.trim() ?? label;
}

function changeLines(explanation: Explanation, style: Style): readonly string[] {
	const { change } = explanation;
	if (!change) return [];
	if (change.conditions.length === 0) return ["", "No change of single conditions would bring this profile in."];
	const title = change.exact
		? "The smallest change that would bring it in:"
		: "A change that would bring it in (there may be a smaller one):";
	return [
		"",
		title,
		...change.conditions.map(({ label, mustBe }) => `  make ${mustBe ? "true: " : "false:"} ${style.bold(printable(label))}`),
	];
}
