// The Chromium of tests in Node that open pages of their own.
import { type Browser, chromium } from "playwright-core";
import { chromeArguments, findChrome } from "./find-chrome.ts";

/** A limit for what hangs, not for what is slow, a little below that of a test: then it is said what was waited for. */
export const mostWaitMs = 110_000;

export async function launchChromium(): Promise<Browser> {
	const chrome = await findChrome();
	return chromium.launch({ executablePath: chrome.path, args: chromeArguments(chrome), chromiumSandbox: false, timeout: mostWaitMs });
}
