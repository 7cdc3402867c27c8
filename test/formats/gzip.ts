// Packs bytes for tests, everywhere.
import { bytesOf } from "./chunks.ts";

export async function gzip(content: string | Uint8Array): Promise<Uint8Array> {
	const bytes = typeof content === "string" ? bytesOf(content) : content;
	const packed = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new CompressionStream("gzip"));
	return new Uint8Array(await new Response(packed).arrayBuffer());
}
