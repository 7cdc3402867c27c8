// Bytes from a file or from standard input, one bounded chunk at a time: nothing is read before it is asked for.
import type { Stats } from "node:fs";
import { type FileHandle, open, stat } from "node:fs/promises";
import type { ByteSource, Chunks } from "../../formats/chunks.ts";
import { RefusedInput, UsageError } from "../errors.ts";

export interface InputSource extends ByteSource {
	/** Size in bytes, where it is known beforehand. */
	readonly size?: number;
	/** Whether `chunks()` can be asked for again. */
	readonly rereadable: boolean;
}

const chunkBytes = 64 * 1024;

/** Throws UsageError when there is no such file. It is opened when its first chunk is asked for; RefusedInput when it then cannot be read on. */
export async function fileSource(path: string): Promise<InputSource> {
	let found: Stats;
	try {
		found = await stat(path);
	} catch (error) {
		throw new UsageError(whyUnreadable(path, error));
	}
	if (found.isDirectory()) throw new UsageError(`"${path}" is a folder, not a file.`);
	// Pipes and devices (`<(zcat …)`) have no size and cannot be read twice.
	if (!found.isFile()) return { name: path, rereadable: false, chunks: () => readChunks(path) };
	return { name: path, size: found.size, rereadable: true, chunks: () => readChunks(path) };
}

/** `name` is what people call it. Its chunks throw RefusedInput when the stream fails. */
export function streamSource(name: string, stream: Chunks): InputSource {
	return { name, rereadable: false, chunks: () => readStream(name, stream) };
}

async function* readStream(name: string, stream: Chunks): AsyncGenerator<Uint8Array> {
	try {
		yield* stream;
	} catch (error) {
		throw unreadable(`"${name}" cannot be read to its end (${codeOf(error)}).`);
	}
}

const unreadable = (message: string): RefusedInput => new RefusedInput("unreadable", message, "Give it again, or a copy of it.");

async function* readChunks(path: string): AsyncGenerator<Uint8Array> {
	const handle = await openOrRefuse(path);
	try {
		// Two buffers, so that the disk fills one while the caller works on the other.
		let current = Buffer.allocUnsafeSlow(chunkBytes);
		let spare = Buffer.allocUnsafeSlow(chunkBytes);
		let reading = readInto(handle, current, path);
		for (;;) {
			const length = await reading;
			if (length === 0) return;
			reading = readInto(handle, spare, path);
			// A caller that stops here leaves this read behind; closing the handle waits for it, and nobody wants its outcome.
			reading.catch(() => undefined);
			yield current.subarray(0, length);
			[current, spare] = [spare, current];
		}
	} finally {
		await handle.close();
	}
}

async function readInto(handle: FileHandle, buffer: Buffer, path: string): Promise<number> {
	try {
		return (await handle.read(buffer, 0, buffer.length, null)).bytesRead;
	} catch (error) {
		throw unreadable(whyUnreadable(path, error));
	}
}

async function openOrRefuse(path: string): Promise<FileHandle> {
	try {
		return await open(path, "r");
	} catch (error) {
		throw new UsageError(whyUnreadable(path, error));
	}
}

/** Why a file cannot be opened or read, as a sentence. */
export function whyUnreadable(path: string, error: unknown): string {
	const code = codeOf(error);
	if (code === "ENOENT" || code === "ENOTDIR") return `There is no file "${path}".`;
	if (code === "EACCES" || code === "EPERM") return `The file "${path}" may not be read: permission is denied.`;
	if (code === "EISDIR") return `"${path}" is a folder, not a file.`;
	return `The file "${path}" cannot be read (${code}).`;
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? "unknown reason";
