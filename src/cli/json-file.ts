// A JSON document given as a file: a catalogue, a library of segments.
import { readText } from "./condition-input.ts";
import { RefusedInput } from "./errors.ts";
import { fileSource } from "./profiles/byte-source.ts";

const maxDocumentBytes = 256 * 1024 * 1024;

/** `what` says what the file should hold, for the message: "catalogue". Throws UsageError or RefusedInput. */
export async function readJsonFile(path: string, what: string): Promise<unknown> {
	const text = await readText(await fileSource(path), maxDocumentBytes);
	try {
		return JSON.parse(text);
	} catch {
		throw new RefusedInput("broken-json", `The ${what} "${path}" is not JSON.`);
	}
}
