// What a file of profiles is, told by its first bytes.
import Papa from "papaparse";
import type { CsvShape } from "./csv-records.ts";
import { RefusedInput } from "./refused-input.ts";
import { roughTextOf } from "./utf8.ts";

export const profileFormats = ["ndjson", "json", "csv"] as const;
export type ProfileFormat = (typeof profileFormats)[number];

export type DetectedFormat = { readonly format: "ndjson" | "json" } | ({ readonly format: "csv" } & CsvShape);

/** No more than this much of the start is looked at. */
export const formatPeekBytes = 64 * 1024;

/**
 * `start` is the beginning of the input without a byte order mark, and all of it when `ended`.
 * Undefined when more is needed. Throws RefusedInput for what is clearly no text in UTF-8, and for what begins as a web page does. `wanted` is taken at its word.
 */
export function detectFormat(start: Uint8Array, ended: boolean, wanted?: ProfileFormat): DetectedFormat | undefined {
	refuseBinary(start);
	if (wanted === "ndjson" || wanted === "json") return { format: wanted };
	const full = ended || start.length >= formatPeekBytes;
	const text = roughTextOf(start);
	if (wanted === undefined) {
		const first = /[^ \t\r\n]/.exec(text)?.[0];
		if (first === undefined && !full) return undefined;
		if (first === undefined) return { format: "ndjson" };
		if (first === "[") return { format: "json" };
		if (first === "<") throw markup();
		if (first === "{") return objectsFormat(text.trimStart(), full);
	}
	return full ? { format: "csv", ...csvShape(text, ended) } : undefined;
}

/** An object over several lines, or objects that each have a line. */
function objectsFormat(text: string, full: boolean): DetectedFormat | undefined {
	const ends = text.indexOf("\n");
	const next = /\S/.exec(ends < 0 ? "" : text.slice(ends))?.[0];
	if (next === undefined && !full) return undefined;
	// A cut-off line of NDJSON is open too, but then the next one starts an object.
	const spreads = (next === '"' || next === "}") && isOpen(text.slice(0, ends));
	return { format: spreads ? "json" : "ndjson" };
}

/** Whether brackets are left open at the end of the line. */
function isOpen(line: string): boolean {
	const outside = line.replace(/"(?:[^"\\]|\\.)*"/g, "");
	if (outside.includes('"')) return false;
	return outside.replace(/[^{[]/g, "").length > outside.replace(/[^}\]]/g, "").length;
}

function csvShape(text: string, ended: boolean): CsvShape {
	const newline = text.includes("\r") && !text.includes("\n") ? "\r" : "\n";
	const whole = ended ? text : text.slice(0, text.lastIndexOf(newline) + 1);
	const { meta } = Papa.parse(whole, { preview: 20, newline, delimitersToGuess: [",", ";", "\t", "|"] });
	return { delimiter: meta.delimiter, newline: newline.charCodeAt(0) };
}

export const markupCode = "markup";

/** A web page would be CSV otherwise, with its first line as the header. */
const markup = (): RefusedInput =>
	new RefusedInput(markupCode, "The profiles are a web page, or XML.", "Give NDJSON, a JSON array or CSV, plain or gzip.");

function refuseBinary(start: Uint8Array): void {
	const [first, second] = start;
	if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
		throw new RefusedInput("not-text", "The profiles are in UTF-16.", "Save the file as UTF-8.");
	}
	if (start.includes(0)) {
		throw new RefusedInput("not-text", "The profiles are in a binary file.", "Give NDJSON, a JSON array or CSV, plain or gzip.");
	}
}
