// The condition that a command works on: a file, standard input, or the text itself.
import { Argument, type Command } from "commander";
import type { ByteSource } from "../formats/chunks.ts";
import { RefusedInput, UsageError } from "./errors.ts";
import { fileSource, streamSource } from "./profiles/byte-source.ts";
import type { Session } from "./session.ts";

export interface ConditionOptions {
	readonly text?: string;
}

export interface Condition {
	readonly text: string;
	/** As a person knows it: the file's name, "standard input", or "--text". */
	readonly name: string;
	/** The file, where there is one. */
	readonly path?: string;
}

/** Far over what the language allows, and far under a file of profiles given by mistake. */
export const maxConditionBytes = 16 * 1024 * 1024;

export function takesCondition(command: Command): Command {
	return command
		.addArgument(new Argument("[file]", "the condition's file, or - for standard input"))
		.option("--text <condition>", "the condition itself, instead of a file");
}

/** Throws UsageError when it is given twice or not at all, RefusedInput when it is no text. */
export async function readCondition(file: string | undefined, options: ConditionOptions, session: Session): Promise<Condition> {
	if (file !== undefined && options.text !== undefined) {
		throw new UsageError(`The condition is given twice: as the file "${file}" and as --text.`, "Leave one of them out.");
	}
	if (options.text !== undefined) return { text: options.text, name: "--text" };
	if (file === undefined) {
		throw new UsageError("There is no condition.", 'Give a file, - for standard input, or --text "…".');
	}
	if (file === "-") {
		const source = streamSource("standard input", session.environment.stdin);
		return { text: await readText(source, maxConditionBytes), name: source.name };
	}
	try {
		const source = await fileSource(file);
		return { text: await readText(source, maxConditionBytes), name: source.name, path: file };
	} catch (error) {
		// Few files have signs of a comparison in their names.
		if (!(error instanceof UsageError) || !/[=<>"(]/.test(file)) throw error;
		throw new UsageError(error.message, "If it is the condition itself, write --text before it.");
	}
}

/** The whole text of a source that should be small. Throws RefusedInput when it is larger than `maxBytes` or not UTF-8. */
export async function readText(source: ByteSource, maxBytes: number): Promise<string> {
	const pieces: Buffer[] = [];
	let length = 0;
	for await (const chunk of source.chunks()) {
		length += chunk.length;
		if (length > maxBytes) {
			throw new RefusedInput("too-large", `"${source.name}" is larger than ${maxBytes / 1024 / 1024} MB.`, "Is it the right file?");
		}
		pieces.push(Buffer.from(chunk));
	}
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(pieces));
	} catch {
		throw new RefusedInput("not-text", `"${source.name}" is not text in UTF-8.`, "Save it as UTF-8.");
	}
}
