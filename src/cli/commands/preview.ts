// `segql preview`: how many profiles are in the segment, who, and how good the data is.
import { type Command, InvalidArgumentError } from "commander";
import type { Finish } from "../cli.ts";
import { type CompileCommandOptions, takesCompileOptions } from "../compile-condition.ts";
import { takesCondition } from "../condition-input.ts";
import { conditionOverProfiles } from "../condition-over-profiles.ts";
import { countMatches } from "../count-matches.ts";
import type { ExitCode } from "../environment.ts";
import { typedProfiles } from "../field-input.ts";
import { IdList, reportUnidentified, withList } from "../id-list.ts";
import { type Preview, previewJson, previewLines } from "../preview-output.ts";
import { problemLines } from "../profile-problems.ts";
import type { Session } from "../session.ts";

export const defaultSampleSize = 10;
export const maxSampleSize = 1000;

interface PreviewOptions extends CompileCommandOptions {
	readonly sample?: number;
	readonly ids?: boolean;
}

export function addPreview(program: Command, session: Session, finish: Finish): void {
	takesCompileOptions(takesCondition(program.command("preview").description("Counts the profiles in the segment and shows some of them.")))
		.option("--sample <count>", `how many matches to show, 0 to ${maxSampleSize} (default ${defaultSampleSize})`, sampleSize)
		.option("--ids", "print the user_id of every match, one a line, and nothing else")
		.option("--json", "print one JSON object")
		.action(async (file: string | undefined, options: PreviewOptions) => finish(await preview(file, options, session)));
}

function sampleSize(text: string): number {
	if (!/^\d+$/.test(text)) throw new InvalidArgumentError(`Give a whole number from 0 to ${maxSampleSize}.`);
	if (Number(text) > maxSampleSize)
		throw new InvalidArgumentError(`A sample has at most ${maxSampleSize} profiles; --ids lists every match.`);
	return Number(text);
}

async function preview(file: string | undefined, options: PreviewOptions, session: Session): Promise<ExitCode> {
	const { input, known, segment, clock, diagnostics, fail } = await conditionOverProfiles(file, options, session);
	if (!segment) return fail();
	const ids = options.ids ? new IdList<string>(session, (id) => id) : undefined;
	return withList(ids, session, async () => {
		const matches = await countMatches(segment, known.catalogue, typedProfiles(known, input, ["user_id", ...segment.fields]), {
			timeZone: clock.timeZone,
			sampleSize: options.sample ?? (ids ? 0 : defaultSampleSize),
			...(ids && { onMatches: (found) => ids.add(found) }),
		});
		const result: Preview = {
			matches,
			catalogue: known.catalogue,
			inferredFrom: known.inferredFrom,
			segment,
			clock,
			problems: input.problems,
		};
		if (session.json) {
			const json = { ok: true, ...previewJson(result), diagnostics };
			await (ids ? ids.end(json) : session.printJson(json));
			return 0;
		}
		if (ids) await reportUnidentified(matches.unidentified, ["match", "matches"], session);
		else for (const line of previewLines(result, session.out.style)) await session.out.line(line);
		await session.out.flush();
		for (const line of problemLines(input.problems)) await session.remark(line);
		return 0;
	});
}
