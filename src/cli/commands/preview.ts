// `segql preview`: how many profiles are in the segment, who, and how good the data is.
import { type Command, InvalidArgumentError } from "commander";
import type { Finish } from "../cli.ts";
import { type CompileCommandOptions, compileOrReport, takesCompileOptions } from "../compile-condition.ts";
import { readCondition, takesCondition } from "../condition-input.ts";
import { countMatches } from "../count-matches.ts";
import type { ExitCode } from "../environment.ts";
import { RefusedInput, UsageError } from "../errors.ts";
import { fieldsFrom, typedProfiles } from "../field-input.ts";
import { type Preview, previewJson, previewLines } from "../preview-output.ts";
import { problemLines, ProfileInput } from "../profile-input.ts";
import type { Session } from "../session.ts";
import { jsonText, printable } from "../terminal/printable.ts";
import { counted } from "../words.ts";

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
	const input = await ProfileInput.from(options, session, file);
	if (!input) throw new UsageError("There are no profiles.", "Give --profiles.");
	const condition = await readCondition(file, options, session);
	const known = await fieldsFrom(options, input);
	const { segment, clock, diagnostics, fail } = await compileOrReport(condition, known, options, session, input);
	if (!segment) return fail();
	const ids = options.ids ? new IdList(session) : undefined;
	try {
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
		if (ids) await reportUnidentified(matches.unidentified, session);
		else for (const line of previewLines(result, session.out.style)) await session.out.line(line);
		await session.out.flush();
		for (const line of problemLines(input.problems)) await session.remark(line);
		return 0;
	} catch (error) {
		if (!(ids && session.json && error instanceof RefusedInput)) throw error;
		// The list has begun: the one object still says what went wrong.
		await ids.end({
			ok: false,
			error: { code: error.code, message: error.message, ...(error.hint !== undefined && { hint: error.hint }) },
		});
		return 1;
	}
}

async function reportUnidentified(count: number, session: Session): Promise<void> {
	if (count > 0) await session.remark(`${counted(count, "match", "matches")} without a user_id ${count === 1 ? "is" : "are"} not listed.`);
}

/** Ids as they are found: a line each, or the beginning of the JSON object, so that memory does not grow with their number. */
class IdList {
	readonly #session: Session;
	#begun = false;

	constructor(session: Session) {
		this.#session = session;
	}

	async add(ids: readonly string[]): Promise<void> {
		const { out, json } = this.#session;
		if (!json) {
			// An id with a line break must not become two.
			await out.write(ids.map((id) => `${printable(id)}\n`).join(""));
			return;
		}
		const items = ids.map((id) => jsonText(id)).join(",\n    ");
		await out.write(`${this.#begun ? "," : '{\n  "ids": ['}\n    ${items}`);
		this.#begun = true;
	}

	/** The rest of the object. */
	async end(rest: object): Promise<void> {
		const { out } = this.#session;
		await out.write(this.#begun ? "\n  ],\n" : '{\n  "ids": [],\n');
		await out.write(`${jsonText(rest).slice("{\n".length)}\n`);
	}
}
