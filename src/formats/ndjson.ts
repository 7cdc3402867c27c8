// NDJSON: one profile a line. A broken line is reported with its number and the rest goes on.
import type { Chunks } from "./chunks.ts";
import { jsonBreak } from "./json-break.ts";
import { badUtf8, profileOfText, type RefusedProfile } from "./json-text.ts";
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
	const { maxLineBytes = defaultMaxLineBytes, keepTexts = false } = options;
	let line = 0;
	const refuse: Refuse = (read, at) => {
		const number = line + at + 1;
		problems.add(read.problem, { unit: "line", number }, `Line ${number} ${read.why}.`);
	};
	for await (const block of lineBlocks(chunks, { maxLineBytes })) {
		if (block.kind === "too-long") {
			problems.addTooLong({ unit: "line", number: ++line }, maxLineBytes);
			continue;
		}
		const { lines, batch } = readLines(block.bytes, keepTexts, refuse);
		line += lines;
		if (block.bytes.at(-1) !== newline) problems.cutOff = isCutOff(block.bytes);
		if (batch.profiles.length > 0) yield batch;
	}
}

/** Told of a line that is no profile; the first line of the bytes is 0. */
type Refuse = (read: RefusedProfile, line: number) => void;

/**
 * All profiles of some whole lines, of which the last may have no newline, and how many lines these are. The batch has `texts` and `lines` when
 * they are to be kept.
 */
export function readLines(bytes: Uint8Array, keepTexts: boolean, refuse: Refuse): { readonly lines: number; readonly batch: ProfileBatch } {
	const batch = new BatchBuilder(keepTexts);
	const starts: number[] = [];
	const ends: number[] = [];
	const text = textOf(bytes);
	// One decoding for all; a line is then a slice that shares its memory. Where some line is not UTF-8, each is decoded alone.
	const texts = text?.split("\n");
	const isAscii = text?.length === bytes.length;
	let lines = 0;
	for (let start = 0; start < bytes.length; lines++) {
		const known = texts?.[lines];
		const end = isAscii && known !== undefined ? start + known.length : endOfLine(bytes, start);
		const line = known ?? textOf(bytes.subarray(start, end));
		const read = line === undefined ? badUtf8 : isBlank(line) ? undefined : profileOfText(line);
		if (read && "profile" in read) {
			batch.add(read.profile, read.text);
			starts.push(start);
			ends.push(end);
		} else if (read) refuse(read, lines);
		start = end + 1;
	}
	return { lines, batch: { ...batch.take(), ...(keepTexts && { lines: { bytes, starts, ends } }) } };
}

function endOfLine(bytes: Uint8Array, start: number): number {
	const end = bytes.indexOf(newline, start);
	return end < 0 ? bytes.length : end;
}

/** Whether the JSON of the last line needs more. A character may be cut through too. */
function isCutOff(bytes: Uint8Array): boolean {
	const text = roughTextOf(bytes.subarray(bytes.lastIndexOf(newline) + 1));
	const broken = isBlank(text) ? undefined : jsonBreak(text);
	return broken === "end" || broken === text.length;
}

/** Only what JSON calls white space. */
function isBlank(text: string): boolean {
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code !== 0x20 && code !== 0x09 && code !== 0x0d && code !== 0x0a) return false;
	}
	return true;
}
