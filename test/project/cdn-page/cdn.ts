// A server of files for pages of other origins, as they are or as somebody made them, and what was asked of it.
import { createServer, type Server } from "node:http";
import { readFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

/** What becomes of the files beside `segql.js`. */
export type Beside = "kept" | "changed" | "gone";

export class Cdn {
	beside: Beside = "kept";
	/** How often each file was asked for. */
	readonly asked: Map<string, number> = new Map();
	readonly #folder: string;
	readonly #server: Server;

	constructor(folder: string) {
		this.#folder = folder;
		this.#server = createServer(async (request, response) => {
			const path = new URL(request.url ?? "/", "http://cdn").pathname.slice(1);
			this.asked.set(path, (this.asked.get(path) ?? 0) + 1);
			const content = await this.#contentOf(path);
			response.writeHead(content === undefined ? 404 : 200, {
				"content-type": "text/javascript",
				"access-control-allow-origin": "*",
				"cache-control": "no-store",
			});
			response.end(content);
		});
	}

	async #contentOf(path: string): Promise<string | undefined> {
		const isBeside = path !== "segql.js";
		if (isBeside && this.beside === "gone") return undefined;
		const content = await readFile(join(this.#folder, path), "utf8").catch(() => undefined);
		return content !== undefined && isBeside && this.beside === "changed" ? `globalThis.wasChanged = true;${content}` : content;
	}

	/** Forgets what it was asked. */
	reset(beside: Beside): void {
		this.beside = beside;
		this.asked.clear();
	}

	async start(): Promise<string> {
		await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
		return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`;
	}

	stop(): void {
		this.#server.close();
		this.#server.closeAllConnections();
	}
}

/** One page, whose markup and policy are the test's. */
export class Site {
	markup = "";
	policy: string | undefined;
	readonly #server: Server;

	/** `watch`: a script of the page's own origin, as `watch.js`. */
	constructor(watch: string) {
		this.#server = createServer((request, response) => {
			if (request.url === "/watch.js") {
				response.writeHead(200, { "content-type": "text/javascript" });
				response.end(watch);
				return;
			}
			const isPage = request.url === "/";
			const headers = { "content-type": "text/html; charset=utf-8", ...(this.policy && { "content-security-policy": this.policy }) };
			response.writeHead(isPage ? 200 : 404, headers);
			response.end(isPage ? this.markup : "");
		});
	}

	async start(): Promise<string> {
		await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
		return `http://localhost:${(this.#server.address() as AddressInfo).port}/`;
	}

	stop(): void {
		this.#server.close();
		this.#server.closeAllConnections();
	}
}
