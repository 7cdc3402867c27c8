// A server whose connection breaks in the middle of a body that is packed for the way, once for each address; the next time all of it comes.
import { createHash } from "node:crypto";
import type { ServerResponse } from "node:http";
import { setTimeout as later } from "node:timers/promises";
import { gzipSync } from "node:zlib";

interface Context {
	readonly path: string;
	readonly url: string;
	readonly res: ServerResponse;
	/** False: koa leaves the answer to whoever set it so. */
	respond?: boolean | undefined;
}

/** Rows of the CSV. Their numbers are no pattern, so that packed bytes are many too. */
const rows = 20_000;
const csv = `user_id,hash\n${Array.from({ length: rows }, (_, n) => `u${n},${createHash("md5").update(`${n}`).digest("hex")}\n`).join("")}`;
const packed = gzipSync(csv);

const broken = new Set<string>();

export async function cutMiddleware(context: Context, next: () => Promise<unknown>): Promise<void> {
	if (context.path !== "/breaks-once.csv") {
		await next();
		return;
	}
	const { res, url } = context;
	context.respond = false;
	res.writeHead(200, { etag: '"packed"', "content-type": "text/csv", "content-encoding": "gzip", "content-length": packed.length });
	if (broken.has(url)) {
		res.end(packed);
		return;
	}
	broken.add(url);
	res.write(packed.subarray(0, packed.length / 2));
	// A break at once would overtake what was sent.
	await later(200);
	res.destroy();
}
