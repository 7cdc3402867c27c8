// From a source of bytes to batches of profiles: unzip, tell the format, read. Everything is pulled, so that memory holds about one chunk
// and its profiles whatever the size of the file.
import type { ByteSource, Chunks } from "./chunks.ts";
import { readCsv } from "./csv.ts";
import { type DetectedFormat, detectFormat, type ProfileFormat } from "./detect-format.ts";
import { type Gunzip, gunzip, isGzip } from "./gunzip.ts";
import { readJson } from "./json.ts";
import { readNdjson } from "./ndjson.ts";
import { peek } from "./peek.ts";
import type { Problems } from "./problems.ts";
import type { ProfileBatch } from "./profile-batch.ts";

export interface ReadOptions {
	/** Instead of telling it by the content. */
	readonly format?: ProfileFormat;
	/** Longest line, row or array element in bytes; longer ones are reported and left out. Default 64 MB. */
	readonly maxLineBytes?: number;
	/** Told the size of each chunk as it is read from the source, before unzipping. */
	readonly onBytes?: (count: number) => void;
	/** Whether batches of NDJSON and JSON also hold the text of each profile, for whoever stores them: it saves a JSON.stringify each. */
	readonly keepTexts?: boolean;
	/** Default: the platform's DecompressionStream. */
	readonly gunzip?: Gunzip;
}

export interface OpenProfiles {
	readonly format: ProfileFormat;
	/** Values are texts whose types are still to come from the catalogue. */
	readonly untyped: boolean;
	readonly batches: AsyncGenerator<ProfileBatch>;
	/** Bytes read so far, after unzipping. */
	unzippedBytes(): number;
}

/**
 * Reads just enough to know the format. Throws RefusedInput for input that is no text or a damaged gzip, here or while reading; what is wrong
 * with single profiles goes to `problems`.
 */
export async function openProfiles(source: ByteSource, problems: Problems, options: ReadOptions = {}): Promise<OpenProfiles> {
	const raw = await peek(counted(source.chunks(), options.onBytes), (start, ended) =>
		start.length >= 2 || ended ? { zipped: isGzip(start) } : undefined,
	);
	let unzipped = 0;
	const unzip = options.gunzip ?? gunzip;
	const plain = counted(raw.answer.zipped ? unzip(raw.chunks, source.name) : raw.chunks, (count) => {
		unzipped += count;
	});
	const { answer, chunks } = await peek(await withoutByteOrderMark(plain), (start, ended) => detectFormat(start, ended, options.format));
	return {
		format: answer.format,
		untyped: answer.format === "csv",
		batches: read(answer, chunks, problems, options),
		unzippedBytes: () => unzipped,
	};
}

function read(detected: DetectedFormat, chunks: Chunks, problems: Problems, options: ReadOptions): AsyncGenerator<ProfileBatch> {
	if (detected.format === "csv") return readCsv(chunks, problems, detected, options);
	return detected.format === "json" ? readJson(chunks, problems, options) : readNdjson(chunks, problems, options);
}

async function* counted(chunks: Chunks, onBytes: ((count: number) => void) | undefined): AsyncGenerator<Uint8Array> {
	for await (const chunk of chunks) {
		onBytes?.(chunk.length);
		yield chunk;
	}
}

async function withoutByteOrderMark(chunks: Chunks): Promise<Chunks> {
	const peeked = await peek(chunks, (start, ended) =>
		start.length >= 3 || ended ? { marked: start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf } : undefined,
	);
	return peeked.answer.marked ? skip(peeked.chunks, 3) : peeked.chunks;
}

async function* skip(chunks: Chunks, count: number): AsyncGenerator<Uint8Array> {
	let left = count;
	for await (const chunk of chunks) {
		const bytes = chunk.subarray(left);
		left = Math.max(0, left - chunk.length);
		if (bytes.length > 0) yield bytes;
	}
}
