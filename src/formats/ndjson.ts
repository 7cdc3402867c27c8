// NDJSON: one profile a line. A broken line is reported with its number and the rest goes on.
import type { Chunks } from "./chunks.ts";
import { jsonBreak } from "./json-break.ts";
import { badUtf8, profileOfText, type ReadProfile } from "./json-text.ts";
import { defaultMaxLineBytes, lineBlocks } from "./line-blocks.ts";
import type { Problems } from "./problems.ts";
import { BatchBuilder, type ProfileBatch } from "./profile-batch.ts";
import { roughTextOf, textOf } from "./utf8.ts";

const newline = 0x0a;

/** Batches of profiles in the order of the file. Lines of white space are skipped, but counted as lines. */
export async function* readNdjson(
	chunks: Chunks,
	problems: Problems,
	options: { readonly maxLineBytes?: number; readonly keepTexts?: boolean } = {},
): AsyncGenerator<ProfileBatch> {
	const maxLineBytes = options.maxLineBytes ?? defaultMaxLineBytes;
	const batch = new BatchBuilder(options.keepTexts);
	let line = 0;
	/** Undefined for a line of white space. */
	const keep = (read: ReadProfile | undefined): void => {
		line++;
		if (read === undefined) return;
		if ("profile" in read) batch.add(read.profile, read.text);
		else problems.add(read.problem, { unit: "line", number: line }, `Line ${line} ${read.why}.`);
	};
	for await (const block of lineBlocks(chunks, { maxLineBytes })) {
		if (block.kind === "lines") {
			readLines(block.bytes, keep);
			if (block.bytes.at(-1) !== newline) problems.cutOff = isCutOff(block.bytes);
		} else problems.addTooLong({ unit: "line", number: ++line }, maxLineBytes);
		if (batch.length > 0) yield batch.take();
	}
}

function readLines(bytes: Uint8Array, keep: (read: ReadProfile | undefined) => void): void {
	// One decoding for the whole block; a line is then a slice that shares its memory.
	const text = textOf(bytes);
	if (text === undefined) {
		readLinesApart(bytes, keep);
		return;
	}
	for (let from = 0; from < text.length; ) {
		const end = text.indexOf("\n", from);
		const to = end < 0 ? text.length : end;
		keep(readLine(text.slice(from, to)));
		from = to + 1;
	}
}

/** Of a block in which some line is not UTF-8. */
function readLinesApart(bytes: Uint8Array, keep: (read: ReadProfile | undefined) => void): void {
	for (let from = 0; from < bytes.length; ) {
		const end = bytes.indexOf(newline, from);
		const to = end < 0 ? bytes.length : end;
		const line = textOf(bytes.subarray(from, to));
		keep(line === undefined ? badUtf8 : readLine(line));
		from = to + 1;
	}
}

/** Whether the JSON of the last line needs more. A character may be cut through too. */
function isCutOff(bytes: Uint8Array): boolean {
	const text = roughTextOf(bytes.subarray(bytes.lastIndexOf(newline) + 1));
	const broken = isBlank(text) ? undefined : jsonBreak(text);
	return broken === "end" || broken === text.length;
}

const readLine = (line: string): ReadProfile | undefined => (isBlank(line) ? undefined : profileOfText(line));

/** Only what JSON calls white space. */
function isBlank(text: string): boolean {
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code !== 0x20 && code !== 0x09 && code !== 0x0d && code !== 0x0a) return false;
	}
	return true;
}
