// A Chromium with a profile folder of its own, which outlives it: to be killed, filled, and looked at from outside.
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from "playwright-core";
import { chromeArguments, findChrome } from "./find-chrome.ts";
import { mostWaitMs } from "./launch-chromium.ts";

/** No such site exists: what its page asks for is answered here. */
export const site = "https://segql.test";

export class ChromiumProfile {
	readonly folder: string = mkdtempSync(join(tmpdir(), "segql-profile-"));
	readonly #script: string;
	#process: ChildProcess | undefined;
	#browser: Browser | undefined;

	constructor(script: string) {
		this.#script = script;
	}

	/** `entry` is a module, relative to the project, that puts what tests call on `globalThis`. */
	static async of(entry: string): Promise<ChromiumProfile> {
		const root = join(import.meta.dirname, "../..");
		const { outputFiles } = await build({
			entryPoints: [join(root, entry)],
			bundle: true,
			format: "iife",
			write: false,
			logLevel: "warning",
		});
		return new ChromiumProfile(outputFiles[0]?.text ?? "");
	}

	get isRunning(): boolean {
		return this.#process !== undefined;
	}

	/** A new page of the site with the script in it; starts the browser where it does not run. */
	async page(): Promise<Page> {
		this.#browser ??= await this.#start();
		const context = this.#browser.contexts()[0] as BrowserContext;
		const page = await context.newPage();
		page.setDefaultTimeout(mostWaitMs);
		await page.route(`${site}/**`, (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><title>site</title>" }));
		await page.goto(`${site}/`);
		await page.addScriptTag({ content: this.#script });
		return page;
	}

	async session(page: Page): Promise<CDPSession> {
		return page.context().newCDPSession(page);
	}

	/** As a machine would that loses its power: nobody is asked. */
	async kill(): Promise<void> {
		const browser = this.#process;
		const gone = this.#gone();
		if (browser) killGroup(browser);
		await gone;
	}

	/** In good order: everything is on the disk afterwards. */
	async close(): Promise<void> {
		if (!this.#browser) return;
		const session = await this.#browser.newBrowserCDPSession();
		const gone = this.#gone();
		await session.send("Browser.close").catch(() => undefined);
		await gone;
	}

	async remove(): Promise<void> {
		if (this.isRunning) await this.kill();
		rmSync(this.folder, { recursive: true, force: true, maxRetries: 10 });
	}

	/** The files below the folder in which this text is, as UTF-8 or UTF-16; of the databases of sites. */
	filesWith(text: string): readonly string[] {
		const folder = join(this.folder, "Default");
		const forms = [Buffer.from(text, "utf8"), Buffer.from(text, "utf16le")];
		return (readdirSync(folder, { recursive: true, withFileTypes: true }) as import("node:fs").Dirent[])
			.filter((entry) => entry.isFile() && /IndexedDB|WebStorage/.test(entry.parentPath))
			.map((entry) => join(entry.parentPath, entry.name))
			.filter((path) => {
				const bytes = bytesOf(path);
				return forms.some((form) => bytes.includes(form));
			});
	}

	async #start(): Promise<Browser> {
		const chrome = await findChrome();
		const portFile = join(this.folder, "DevToolsActivePort");
		rmSync(portFile, { force: true });
		const browser = spawn(
			chrome.path,
			[...chromeArguments(chrome), "--headless", "--remote-debugging-port=0", `--user-data-dir=${this.folder}`, "about:blank"],
			// A group of its own, so that killing it kills all of it, and nothing else.
			{ stdio: "ignore", detached: true },
		);
		this.#process = browser;
		// Whatever ends this process: nothing of the browser outlives it.
		const kill = (): void => killGroup(browser);
		process.once("exit", kill);
		browser.once("exit", () => process.off("exit", kill));
		for (let tries = 0; ; tries++) {
			const [port, path] = existsSync(portFile) ? readFileSync(portFile, "utf8").split("\n") : [];
			if (port && path) return chromium.connectOverCDP(`ws://127.0.0.1:${port}${path}`, { timeout: mostWaitMs });
			if (tries * 50 > mostWaitMs || browser.exitCode !== null) throw new Error("Chromium does not start.");
			await new Promise((resolve) => setTimeout(resolve, 50));
		}
	}

	#gone(): Promise<void> {
		const browser = this.#process;
		const connection = this.#browser;
		this.#process = undefined;
		this.#browser = undefined;
		if (!browser || browser.exitCode !== null || browser.signalCode !== null) return Promise.resolve();
		return new Promise((resolve) => {
			browser.once("exit", async () => {
				await connection?.close().catch(() => undefined);
				resolve();
			});
		});
	}
}

function killGroup({ pid }: ChildProcess): void {
	try {
		if (pid !== undefined) process.kill(-pid, "SIGKILL");
	} catch {
		// it has ended by itself
	}
}

/** A browser that runs may have removed the file by now. */
function bytesOf(path: string): Buffer {
	try {
		return readFileSync(path);
	} catch {
		return Buffer.alloc(0);
	}
}
