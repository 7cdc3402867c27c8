// Drives WebKitGTK for web-test-runner.
import type { BrowserLauncher, SessionResult } from "@web/test-runner-core";
import { WebKitSession } from "./webkit-session.ts";

/**
 * How many files one browser runs. It keeps the scripts of all pages that it has shown: after some fifteen files, or six in which axe looks at many
 * states, it had 2.5 GB and did nothing any more but collect garbage.
 */
const filesPerBrowser = 3;

export const webKitName = "WebKitGTK";

export class WebKitLauncher implements BrowserLauncher {
	name = webKitName;
	// web-test-runner's sendKeys knows how to talk to a launcher of this type.
	type = "webdriver";
	concurrency = 1;
	readonly #session = new WebKitSession();
	#last: Promise<void> = Promise.resolve();
	/** There is no browser yet, or not one to go on with. */
	#needsAnother = true;
	#current: string | undefined;
	#url: string | undefined;
	#files = 0;

	async initialize(): Promise<void> {}

	async startSession(sessionId: string, url: string): Promise<void> {
		await this.#oneByOne(async () => {
			if (this.#files % filesPerBrowser === 0) this.#needsAnother = true;
			this.#files++;
			this.#current = sessionId;
			this.#url = url;
			if (!this.#needsAnother && (await this.#open(url))) return;
			await this.#session.stop();
			await this.#session.start();
			this.#needsAnother = false;
			await this.#session.command("POST", "/url", { url });
		});
	}

	/** Whether it does: one that ended or got stuck in the file before has failed there; the files to come still have their tests. */
	#open(url: string): Promise<boolean> {
		return this.#session.command("POST", "/url", { url }).then(
			() => true,
			() => false,
		);
	}

	/** A browser that is started again while another start is going on would lose its display to it. */
	#oneByOne(work: () => Promise<void>): Promise<void> {
		this.#last = this.#last.catch(() => undefined).then(work);
		return this.#last;
	}

	isActive(sessionId: string): boolean {
		return sessionId === this.#current;
	}

	getBrowserUrl(): string | undefined {
		return this.#url;
	}

	async stopSession(): Promise<SessionResult> {
		this.#current = undefined;
		await this.#oneByOne(async () => {
			if (!(await this.#open("about:blank"))) this.#needsAnother = true;
		});
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
