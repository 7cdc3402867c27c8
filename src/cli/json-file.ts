// A JSON document: a catalogue, a library of segments, something to import.
import type { ByteSource } from "../formats/chunks.ts";
import { readText } from "./condition-input.ts";
import { RefusedInput } from "./errors.ts";
import { fileSource } from "./profiles/byte-source.ts";

const maxDocumentBytes = 256 * 1024 * 1024;

/** `what` says what the file should hold, for the message: "catalogue". Throws UsageError or RefusedInput. */
export const readJsonFile = async (path: string, what: string): Promise<unknown> => readJson(await fileSource(path), what);

/** Throws RefusedInput for what is no JSON. */
export async function readJson(source: ByteSource, what: string): Promise<unknown> {
	const text = await readText(source, maxDocumentBytes);
	try {
		return JSON.parse(text);
	} catch {
		throw new RefusedInput("broken-json", `The ${what} "${source.name}" is not JSON.`);
	}
}
