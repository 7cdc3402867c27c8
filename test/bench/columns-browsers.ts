// The loops of columns in the browsers of this machine: see columns-page.ts.
import { join } from "node:path";
import { puppeteerCore } from "@web/test-runner-chrome";
import { build } from "esbuild";
import { chromium } from "playwright-core";
import { findFirefox } from "../browser/engines.ts";
import { chromeArguments, findChrome } from "../browser/find-chrome.ts";

export type BrowserFigures = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Ratios of speed by browser and loop; a browser that is not installed is left out. */
export async function measureInBrowsers(): Promise<BrowserFigures> {
	const { outputFiles } = await build({
		stdin: {
			contents: 'import { measureKernels } from "./columns-page.ts"; globalThis.measureKernels = measureKernels;',
			resolveDir: import.meta.dirname,
			loader: "ts",
		},
		absWorkingDir: join(import.meta.dirname, "..", ".."),
		bundle: true,
		format: "iife",
		write: false,
	});
	const script = outputFiles[0]?.text ?? "";
	const figures: Record<string, Readonly<Record<string, number>>> = { Chromium: await inChromium(script) };
	const firefox = findFirefox();
	if (firefox) figures.Firefox = await inFirefox(script, firefox);
	return figures;
}

const call = (): Record<string, number> => (globalThis as unknown as { measureKernels(): Record<string, number> }).measureKernels();

async function inChromium(script: string): Promise<Record<string, number>> {
	const chrome = await findChrome();
	const browser = await chromium.launch({ executablePath: chrome.path, args: chromeArguments(chrome), chromiumSandbox: false });
	try {
		const page = await browser.newPage();
		await page.addScriptTag({ content: script });
		return await page.evaluate(call);
	} finally {
		await browser.close();
	}
}

async function inFirefox(script: string, executablePath: string): Promise<Record<string, number>> {
	const browser = await puppeteerCore.launch({ browser: "firefox", executablePath, headless: true });
	try {
		const page = await browser.newPage();
		await page.evaluate(script);
		return await page.evaluate(call);
	} finally {
		await browser.close();
	}
}
