// Drives WebKitGTK for web-test-runner.
import type { BrowserLauncher, SessionResult } from "@web/test-runner-core";
import { WebKitSession } from "./webkit-session.ts";

/**
 * How many files one browser runs. It keeps the scripts of all pages that it has shown: after some fifteen files, or six in which axe looks at many
 * states, it had 2.5 GB and did nothing any more but collect garbage.
 */
const filesPerBrowser = 3;

export class WebKitLauncher implements BrowserLauncher {
	name = "WebKitGTK";
	// web-test-runner's sendKeys knows how to talk to a launcher of this type.
	type = "webdriver";
	concurrency = 1;
	readonly #session = new WebKitSession();
	#starting: Promise<void> | undefined;
	#current: string | undefined;
	#url: string | undefined;
	#files = 0;

	async initialize(): Promise<void> {}

	async startSession(sessionId: string, url: string): Promise<void> {
		if (this.#starting && this.#files % filesPerBrowser === 0) await this.#restart();
		this.#files++;
		this.#starting ??= this.#session.start();
		await this.#starting;
		this.#current = sessionId;
		this.#url = url;
		try {
			await this.#session.command("POST", "/url", { url });
		} catch {
			// It has ended in the middle of a file, which has failed with it; the files to come still have their tests.
			await this.#restart();
			await this.#session.command("POST", "/url", { url });
		}
	}

	async #restart(): Promise<void> {
		await this.#session.stop();
		this.#starting = this.#session.start();
		await this.#starting;
	}

	isActive(sessionId: string): boolean {
		return sessionId === this.#current;
	}

	getBrowserUrl(): string | undefined {
		return this.#url;
	}

	async stopSession(): Promise<SessionResult> {
		this.#current = undefined;
		// A page that is already gone has nothing left to stop.
		await this.#session.command("POST", "/url", { url: "about:blank" }).catch(() => undefined);
		return {};
	}

	async startDebugSession(): Promise<void> {
		throw new Error("WebKitGTK cannot be debugged from here.");
	}

	/** `["a", "b"]` types; `["Shift+Tab"]` presses a chord. */
	async sendKeys(_sessionId: string, keys: readonly string[]): Promise<void> {
		await this.#session.sendKeys(keys);
	}

	stop(): Promise<void> {
		return this.#session.stop();
	}
}
