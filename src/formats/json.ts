// A JSON array of profiles, or profiles that follow each other, read value by value. A broken element is reported with its
// number and the rest goes on.
import type { Chunks } from "./chunks.ts";
import { profileOfBytes, profileOfText, type ReadProfile } from "./json-text.ts";
import { jsonValues } from "./json-values.ts";
import { defaultMaxLineBytes } from "./line-blocks.ts";
import type { Problems } from "./problems.ts";
import { BatchBuilder, type ProfileBatch } from "./profile-batch.ts";
import { roughTextOf } from "./utf8.ts";

const batchSize = 256;

/** Batches of profiles in the order of the file. */
export async function* readJson(
	chunks: Chunks,
	problems: Problems,
	options: { readonly maxLineBytes?: number; readonly keepTexts?: boolean } = {},
): AsyncGenerator<ProfileBatch> {
	const maxValueBytes = options.maxLineBytes ?? defaultMaxLineBytes;
	let element = 0;
	const batch = new BatchBuilder(options.keepTexts);
	const keep = (read: ReadProfile): void => {
		if ("profile" in read) batch.add(read.profile, read.text);
		else problems.add(read.problem, { unit: "element", number: element }, `Element ${element} ${read.why}.`);
	};
	for await (const piece of jsonValues(chunks, { maxValueBytes })) {
		element++;
		const place = { unit: "element", number: element } as const;
		if (piece.kind === "value") keep(profileOfBytes(piece.bytes));
		else if (piece.kind === "too-long") {
			if (!piece.closed) problems.cutOff = true;
			problems.addTooLong(place, maxValueBytes, piece.closed ? "" : " It never closes, so nothing after it could be read.");
		} else if (piece.kind === "open-array") {
			problems.cutOff = true;
			problems.add("not-closed", place, `The array is not closed after element ${element - 1}: the file may be cut off.`);
		} else {
			problems.cutOff = true;
			problems.add("not-closed", place, `Element ${element} is not closed: a bracket is missing, or the file is cut off.`);
			for (const read of elementsAfter(piece.bytes, piece.indent)) {
				element++;
				keep(read);
			}
		}
		if (batch.length >= batchSize) yield batch.take();
	}
	if (batch.length > 0) yield batch.take();
}

/**
 * An element that never closes swallows those after it. Where elements start their own lines, the ones after it are the lines that are
 * whole objects and no deeper indented; what is deeper is the inside of an element and must not be taken for one.
 */
function* elementsAfter(bytes: Uint8Array, indent: number): Generator<ReadProfile> {
	if (indent < 0) return;
	const lines = roughTextOf(bytes).split("\n");
	for (const line of lines.slice(1)) {
		const found = /^([ \t]*)(\{.*\})[ \t\r]*[,\]]*[ \t\r]*$/.exec(line);
		if (found === null || (found[1] as string).length > indent) continue;
		const read = profileOfText(found[2] as string);
		if ("profile" in read) yield read;
	}
}
