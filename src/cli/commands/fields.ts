// `segql fields infer`: a catalogue out of profiles, with what speaks for each type.
import type { Command } from "commander";
import type { Finish } from "../cli.ts";
import type { ExitCode } from "../environment.ts";
import { inferFields, type InferenceSample, type InferredFields, takesInferenceSample } from "../field-input.ts";
import { ProfileInput, type ProfileOptions, takesProfiles } from "../profile-input.ts";
import { problemLines, problemsJson } from "../profile-problems.ts";
import type { Session } from "../session.ts";
import { jsonText, printable } from "../terminal/printable.ts";
import type { Style } from "../terminal/style.ts";
import { tableLines } from "../terminal/table.ts";
import { counted, inDigits } from "../words.ts";

interface InferOptions extends ProfileOptions {
	readonly inferSample?: InferenceSample;
}

export function addFields(program: Command, session: Session, finish: Finish): void {
	const fields = program.command("fields").description("Works on field catalogues.");
	takesInferenceSample(
		takesProfiles(
			fields.command("infer").description("Prints a catalogue that fits the profiles; what speaks for each type goes to standard error."),
		),
		"all",
	)
		.option("--json", "print one JSON object with the catalogue and the evidence")
		.action(async (options: InferOptions) => finish(await infer(options, session)));
}

async function infer(options: InferOptions, session: Session): Promise<ExitCode> {
	const input = await ProfileInput.required(options, session);
	const found = await inferFields(input, options.inferSample ?? "all", { once: true });
	await found.opened?.batches.return(undefined);
	const { inferred, inferredFrom } = found;
	const document = { fields: inferred.fields };
	if (session.json) {
		await session.printJson({
			ok: true,
			catalogue: document,
			evidence: inferred.evidence,
			skipped: inferred.skipped,
			inferredFrom,
			problems: problemsJson(input.problems),
		});
		return 0;
	}
	await session.out.line(jsonText(document));
	await session.out.flush();
	for (const line of [...evidenceLines(found, session.err.style), ...problemLines(input.problems)]) await session.err.line(line);
	return 0;
}

function evidenceLines({ inferred, inferredFrom }: InferredFields, style: Style): readonly string[] {
	const from = `${inferredFrom.all ? "all" : "the first"} ${counted(inferredFrom.profiles, "profile")}`;
	const lines = [inferredFrom.profiles === 0 ? "There are no profiles to infer fields from." : `What speaks for it, from ${from}:`];
	if (inferred.evidence.length > 0) {
		const columns = [
			{ name: "field" },
			{ name: "type" },
			{ name: "has a value", align: "right" },
			{ name: "other kinds", align: "right" },
		] as const;
		const rows = inferred.evidence.map(({ field, type, present, total, others }) => [
			field,
			type,
			`${inDigits(present)} of ${inDigits(total)}`,
			inDigits(others),
		]);
		lines.push(...tableLines(columns, rows, style));
	}
	if (inferred.skipped.length > 0) {
		lines.push("", "Left out:", ...inferred.skipped.map(({ path, reason }) => printable(`  ${path}: ${reason}`)));
	}
	return lines;
}
