// Unpacks gzip with Node's own zlib, which keeps what it has unpacked when the rest is damaged (Node's DecompressionStream drops it).
import { createGunzip } from "node:zlib";
import type { Chunks } from "../../formats/chunks.ts";
import { damagedGzip, truncatedGzip } from "../../formats/gunzip.ts";

// Deflate expands a byte to at most 1032, so one slice never yields more than 17 MB.
const sliceBytes = 16 * 1024;

/** As `Gunzip` asks. Written out by hand because a piped stream drops what it has buffered when it fails. */
export async function* gunzipByNode(chunks: Chunks, name: string): AsyncGenerator<Uint8Array> {
	const unzip = createGunzip({ chunkSize: 128 * 1024 });
	const unpacked: Uint8Array[] = [];
	let failure: NodeJS.ErrnoException | undefined;
	unzip.on("data", (piece: Uint8Array) => unpacked.push(piece));
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
			for (let at = 0; at < chunk.length && failure === undefined; at += sliceBytes) {
				const slice = chunk.subarray(at, at + sliceBytes);
				await settle((done) => unzip.write(slice, () => done()));
				yield* unpacked.splice(0);
			}
			if (failure !== undefined) break;
		}
		if (failure === undefined) await settle((done) => unzip.once("end", done).end());
		yield* unpacked.splice(0);
		if (failure !== undefined) throw failure.code === "Z_BUF_ERROR" ? truncatedGzip(name) : damagedGzip(name);
	} finally {
		unzip.destroy();
	}
}
