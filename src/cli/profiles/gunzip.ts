// Gzip, told by its first two bytes. Members one after another are one stream, as gzip itself has it (RFC 1952 §2.2).
import { createGunzip } from "node:zlib";
import { RefusedInput } from "../errors.ts";
import { asBuffer } from "./carry.ts";
import type { Chunks } from "./byte-source.ts";

export const isGzip = (start: Uint8Array): boolean => start.length >= 2 && start[0] === 0x1f && start[1] === 0x8b;

// Deflate expands a byte to at most 1032, so one slice never yields more than 17 MB.
const sliceBytes = 16 * 1024;

/**
 * The unpacked bytes. A stream that is damaged or ends in the middle first yields all that could be unpacked, then throws RefusedInput.
 * Written out by hand because a piped stream drops what it has buffered when it fails.
 */
export async function* gunzip(chunks: Chunks, name: string): AsyncGenerator<Uint8Array> {
	const unzip = createGunzip({ chunkSize: 128 * 1024 });
	const unpacked: Buffer[] = [];
	let failure: NodeJS.ErrnoException | undefined;
	unzip.on("data", (piece: Buffer) => unpacked.push(piece));
	unzip.on("error", (error) => {
		failure ??= error;
	});
	const settle = (start: (done: () => void) => void): Promise<void> =>
		new Promise((resolve) => {
			// A failing zlib stream destroys itself without calling back.
			const finish = (): void => {
				unzip.off("close", finish);
				resolve();
			};
			unzip.once("close", finish);
			start(finish);
		});
	try {
		for await (const chunk of chunks) {
			const bytes = asBuffer(chunk);
			for (let at = 0; at < bytes.length && failure === undefined; at += sliceBytes) {
				const slice = bytes.subarray(at, at + sliceBytes);
				await settle((done) => unzip.write(slice, () => done()));
				yield* unpacked.splice(0);
			}
			if (failure !== undefined) break;
		}
		if (failure === undefined) await settle((done) => unzip.once("end", done).end());
		yield* unpacked.splice(0);
		if (failure !== undefined) throw refusal(failure, name);
	} finally {
		unzip.destroy();
	}
}

function refusal(failure: NodeJS.ErrnoException, name: string): RefusedInput {
	if (failure.code === "Z_BUF_ERROR") {
		return new RefusedInput("truncated-gzip", `The gzip file "${name}" ends in the middle.`, "Copy or download it again.");
	}
	return new RefusedInput("damaged-gzip", `The gzip file "${name}" is damaged and cannot be unpacked.`, "Copy or download it again.");
}
