// NDJSON: one profile a line. A broken line is reported with its number and the rest goes on.
import { isUtf8 } from "node:buffer";
import type { Chunks } from "./byte-source.ts";
import { type Profile, type ReadProfile, badUtf8, profileOfText } from "./json-text.ts";
import { defaultMaxLineBytes, lineBlocks } from "./line-blocks.ts";
import { type Problems, tooLong } from "./problems.ts";

const newline = 0x0a;

/** Batches of profiles in the order of the file. Lines of white space are skipped, but counted as lines. */
export async function* readNdjson(
	chunks: Chunks,
	problems: Problems,
	options: { readonly maxLineBytes?: number } = {},
): AsyncGenerator<Profile[]> {
	const maxLineBytes = options.maxLineBytes ?? defaultMaxLineBytes;
	let line = 0;
	for await (const block of lineBlocks(chunks, { maxLineBytes })) {
		if (block.kind === "too-long") {
			line++;
			problems.add("too-long", { unit: "line", number: line }, tooLong(`Line ${line}`, maxLineBytes));
			continue;
		}
		const batch: Profile[] = [];
		for (const read of readLines(block.bytes)) {
			line++;
			if (read === undefined) continue;
			if ("profile" in read) batch.push(read.profile);
			else problems.add(read.problem, { unit: "line", number: line }, `Line ${line} ${read.why}.`);
		}
		if (batch.length > 0) yield batch;
	}
}

/** Undefined for a line of white space. */
function* readLines(bytes: Buffer): Generator<ReadProfile | undefined> {
	if (!isUtf8(bytes)) {
		for (let from = 0; from < bytes.length; ) {
			const end = bytes.indexOf(newline, from);
			const to = end < 0 ? bytes.length : end;
			const line = bytes.subarray(from, to);
			yield isUtf8(line) ? readLine(line.toString("utf8")) : badUtf8;
			from = to + 1;
		}
		return;
	}
	// One decoding for the whole block; a line is then a slice that shares its memory.
	const text = bytes.toString("utf8");
	for (let from = 0; from < text.length; ) {
		const end = text.indexOf("\n", from);
		const to = end < 0 ? text.length : end;
		yield readLine(text.slice(from, to));
		from = to + 1;
	}
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
