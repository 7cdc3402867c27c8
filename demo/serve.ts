// A small static server for the built demo, with the policy that a careful host would set. It listens on this machine only.
import { createReadStream, statSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { extname, join, normalize, sep } from "node:path";

export const policy = [
	"default-src 'none'",
	"script-src 'self'",
	"style-src 'self'",
	"connect-src 'self'",
	"worker-src 'self'",
	"img-src 'self'",
	"manifest-src 'self'",
	"base-uri 'none'",
	"form-action 'none'",
].join("; ");

const types: Readonly<Record<string, string>> = {
	".css": "text/css; charset=utf-8",
	".html": "text/html; charset=utf-8",
	".js": "text/javascript; charset=utf-8",
	".json": "application/json",
	".png": "image/png",
	".svg": "image/svg+xml",
	".webmanifest": "application/manifest+json",
};

export interface Serving {
	readonly url: string;
	stop(): Promise<void>;
}

/** Serves `folder` at `port`, or, when that is taken, at any free one. */
export async function serve(folder: string, port: number): Promise<Serving> {
	const server = createServer((request, response) => answer(folder, request, response));
	const listen = (at: number) =>
		new Promise<number>((resolve, reject) => {
			server.once("error", reject);
			server.listen(at, "127.0.0.1", () => {
				server.off("error", reject);
				const address = server.address();
				resolve(typeof address === "object" && address ? address.port : at);
			});
		});
	const taken = await listen(port).catch((error: NodeJS.ErrnoException) => {
		if (error.code !== "EADDRINUSE") throw error;
		return listen(0);
	});
	return {
		url: `http://localhost:${taken}/`,
		stop: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}

function answer(folder: string, request: IncomingMessage, response: ServerResponse): void {
	response.setHeader("Content-Security-Policy", policy);
	response.setHeader("X-Content-Type-Options", "nosniff");
	response.setHeader("Referrer-Policy", "no-referrer");
	response.setHeader("Cache-Control", "no-cache");
	const reading = request.method === "GET" || request.method === "HEAD";
	const file = reading ? fileOf(folder, request.url ?? "/") : undefined;
	if (file === undefined) {
		// Without a text of its own a browser takes it for a download.
		response.setHeader("Content-Type", "text/plain; charset=utf-8");
		response.writeHead(reading ? 404 : 405).end(reading ? "There is nothing at this address.\n" : "Only GET and HEAD are answered here.\n");
		return;
	}
	response.setHeader("Content-Type", types[extname(file)] ?? "application/octet-stream");
	if (request.method === "HEAD") response.end();
	else createReadStream(file).pipe(response);
}

/** The file of a request path, never one outside the folder. */
function fileOf(folder: string, url: string): string | undefined {
	try {
		const path = decodeURIComponent(new URL(url, "http://localhost").pathname);
		const file = normalize(join(folder, path.endsWith("/") ? `${path}index.html` : path));
		return file.startsWith(folder + sep) && !file.includes("\0") && statSync(file).isFile() ? file : undefined;
	} catch {
		return undefined; // no such file, or a path that cannot be decoded
	}
}
