// `segql import`: the seed system's documents and conditions, or JSON Logic, as texts.
import { type Command, Option } from "commander";
import type { Finish } from "../cli.ts";
import { type ClockOptions, clockFrom, takesClock } from "../clock-options.ts";
import { placedLine, type PlacedProblem } from "../document-problems.ts";
import type { ExitCode } from "../environment.ts";
import { type FieldOptions, fieldsFrom, takesFields } from "../field-input.ts";
import { type Imported, importDocument, type ImportedSegment, type ImportKind, importKinds } from "../import-documents.ts";
import { readJson } from "../json-file.ts";
import { ProfileInput, type ProfileOptions, takesProfiles } from "../profile-input.ts";
import { fileSource, streamSource } from "../profiles/byte-source.ts";
import type { Session } from "../session.ts";
import { printable, printableLines } from "../terminal/printable.ts";

interface ImportCommandOptions extends FieldOptions, ProfileOptions, ClockOptions {
	readonly from?: ImportKind;
}

export function addImport(program: Command, session: Session, finish: Finish): void {
	const described = program
		.command("import")
		.description("Turns the seed system's documents or conditions, or JSON Logic, into texts: exactly or not at all.")
		.argument("<file>", "a segment document, a list of them or of conditions, or a rule; - for standard input");
	takesClock(takesProfiles(takesFields(described)))
		.addOption(new Option("--from <what>", "read the file as this, instead of telling by its form").choices(importKinds))
		.option("--json", 'print one JSON object; what it says of several documents is fit for "--segments"')
		.action(async (file: string, options: ImportCommandOptions) => finish(await importFile(file, options, session)));
}

async function importFile(file: string, options: ImportCommandOptions, session: Session): Promise<ExitCode> {
	const input = await ProfileInput.from(options, session, file, "document");
	const source = file === "-" ? streamSource("standard input", session.environment.stdin) : await fileSource(file);
	const document = await readJson(source, "document");
	const known = await fieldsFrom(options, input);
	await known.opened?.batches.return(undefined);
	const { catalogue } = known;
	const clock = clockFrom(options, catalogue.timeZone, session);
	const isZoneKnown = (options.timezone ?? catalogue.timeZone) !== undefined;
	const result = importDocument(document, { catalogue, clock, isZoneKnown, from: options.from });
	if ("problems" in result) return refuse(source.name, result.problems, session);
	const { imported } = result;
	if (session.json) {
		await session.printJson({ ok: true, ...imported });
		return 0;
	}
	const text = textOf(imported);
	await session.out.write(session.out.isTerminal ? printableLines(text) : text);
	await session.out.flush();
	for (const note of notesOf(imported)) await session.remark(placedLine(note));
	return 0;
}

/** All of them, however many: mending the document is what this is for. */
async function refuse(name: string, problems: readonly PlacedProblem[], session: Session): Promise<ExitCode> {
	const message = `"${name}" cannot be imported.`;
	session.verdict = 1;
	if (session.json) await session.printJson({ ok: false, error: { code: "bad-document", message }, problems });
	else await session.printFailure("bad-document", message, undefined, problems.map(placedLine));
	return 1;
}

/** Several texts stand apart, each under its segment's name as a comment. */
function textOf(imported: Imported): string {
	if (imported.from !== "documents") return `${imported.text.trimEnd()}\n`;
	return imported.segments.map(({ name, text }) => `# ${printable(name)}\n${text.trimEnd()}\n`).join("\n");
}

function notesOf(imported: Imported): readonly PlacedProblem[] {
	return imported.from === "documents" ? imported.segments.flatMap(({ notes }: ImportedSegment) => notes) : imported.notes;
}
