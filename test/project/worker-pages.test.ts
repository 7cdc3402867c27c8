// Pages whose policies or origins allow no worker, as real servers send them, in Chromium: the work falls back to the page by itself.
import { rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { readFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { expect } from "chai";
import { build } from "esbuild";
import type { Browser } from "playwright-core";
import { bundleWorker } from "../../build/bundle-worker.ts";
import { policy } from "../../demo/serve.ts";
import { launchChromium, mostWaitMs } from "../browser/launch-chromium.ts";
import { root } from "./source-files.ts";

const folder = join(root, ".cache", "worker-pages");

interface Site {
	readonly server: Server;
	readonly origin: string;
	/** What the next page says of itself. */
	page: { readonly policy: string; readonly script: string };
}

async function site(): Promise<Site> {
	const server = createServer(async (request, response) => {
		const { pathname } = new URL(request.url ?? "/", "http://localhost");
		if (pathname === "/") {
			response.writeHead(200, { "content-type": "text/html", "content-security-policy": made.page.policy });
			response.end(`<!doctype html><title></title><script type="module" src="${made.page.script}"></script>`);
			return;
		}
		const content = await readFile(join(folder, pathname)).catch(() => undefined);
		response.writeHead(content ? 200 : 404, { "content-type": "text/javascript", "access-control-allow-origin": "*" });
		response.end(content);
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const made: Site = { server, origin: `http://localhost:${(server.address() as AddressInfo).port}`, page: { policy: "", script: "" } };
	return made;
}

describe("pages and their workers", () => {
	let own: Site;
	let other: Site;
	let browser: Browser;

	before(async () => {
		await build({
			entryPoints: [join(import.meta.dirname, "worker-page", "page.ts")],
			outdir: folder,
			bundle: true,
			splitting: true,
			format: "esm",
			target: "es2022",
			logLevel: "error",
		});
		await bundleWorker({ outfile: join(folder, "worker.js") });
		[own, other] = await Promise.all([site(), site()]);
		browser = await launchChromium();
	});

	after(async () => {
		await browser?.close();
		for (const each of [own, other]) {
			each?.server.close();
			each?.server.closeAllConnections();
		}
		rmSync(folder, { recursive: true, force: true });
	});

	async function open(page: Site["page"], query = ""): Promise<unknown> {
		own.page = page;
		const context = await browser.newContext();
		try {
			const tab = await context.newPage();
			tab.setDefaultTimeout(mostWaitMs);
			await tab.goto(`${own.origin}/${query}`);
			await tab.waitForFunction(() => document.title !== "");
			return JSON.parse(await tab.title());
		} finally {
			await context.close();
		}
	}

	const script = "/page.js";
	const trusted = (names: string): string => `${policy}; require-trusted-types-for 'script'; trusted-types ${names}`;

	it("a strict policy lets our worker work", async () => {
		expect(await open({ policy, script })).to.deep.equal({ where: "worker", count: 20, violations: [] });
	});

	it("a policy without workers", async () => {
		const none = policy.replace("worker-src 'self'", "worker-src 'none'");
		expect(await open({ policy: none, script })).to.deep.equal({
			...{ where: "main", count: 20, problem: "not-loaded" },
			violations: ["worker-src"],
		});
	});

	it("a script from another origin, which may start no worker of its own", async () => {
		const both = policy.replaceAll("'self'", `'self' ${other.origin}`);
		expect(await open({ policy: both, script: `${other.origin}/page.js` })).to.deep.equal({
			...{ where: "main", count: 20, problem: "refused" },
			violations: [],
		});
	});

	it("Trusted Types with the name of a policy that the page allows", async () => {
		expect(await open({ policy: trusted("segql#worker"), script }, "?policy=segql%23worker")).to.deep.equal({
			...{ where: "worker", count: 20 },
			violations: [],
		});
	});

	it("Trusted Types without a name", async () => {
		expect(await open({ policy: trusted("segql#worker"), script })).to.deep.equal({
			...{ where: "main", count: 20, problem: "refused" },
			violations: ["require-trusted-types-for"],
		});
	});

	it("Trusted Types with a name that the page does not allow", async () => {
		expect(await open({ policy: trusted("another"), script }, "?policy=segql%23worker")).to.deep.equal({
			...{ where: "main", count: 20, problem: "refused" },
			violations: ["trusted-types"],
		});
	});
});
