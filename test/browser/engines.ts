// The browser engines on this machine. Chromium is always there or its absence is an error; Firefox and WebKitGTK run where installed,
// and must be there when BROWSERS names them (as .ci/run does).
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromeLauncher, puppeteerCore } from "@web/test-runner-chrome";
import type { BrowserLauncher } from "@web/test-runner-core";
import { chromeArguments, findChrome } from "./find-chrome.ts";
import { mostWaitMs } from "./launch-chromium.ts";
import { WebKitLauncher } from "./webkit-launcher.ts";

export type Engine = "chromium" | "firefox" | "webkit";

export interface Chosen {
	readonly engines: readonly Engine[];
	/** Those that this run leaves out, each with the reason in words. */
	readonly absent: readonly string[];
}

export interface Engines {
	readonly launchers: readonly BrowserLauncher[];
	/** As `Chosen` has it. */
	readonly absent: readonly string[];
}

const engines = ["chromium", "firefox", "webkit"] as const satisfies readonly Engine[];

/** Throws an Error of one sentence when a browser that has to run is not there. `wanted` is a list as in BROWSERS=chromium,firefox. */
export function chooseEngines(wanted = process.env.BROWSERS): Chosen {
	const named = wanted ? wanted.split(",").map((name) => name.trim()) : [];
	for (const name of named) {
		if (!engines.some((engine) => engine === name)) throw new Error(`BROWSERS names "${name}", but there are only ${engines.join(", ")}.`);
	}
	const chosen: Engine[] = [];
	const absent: string[] = [];
	for (const engine of engines) {
		if (named.length > 0 && !named.includes(engine)) {
			absent.push(`${engine} (BROWSERS leaves it out)`);
			continue;
		}
		const lack = lackOf(engine);
		if (lack === undefined) chosen.push(engine);
		else if (named.length > 0) throw new Error(`BROWSERS asks for ${engine}, but it is not installed: ${lack}.`);
		else absent.push(`${engine} (not installed: ${lack})`);
	}
	return { engines: chosen, absent };
}

/** Throws as `chooseEngines` does. */
export async function findEngines(wanted = process.env.BROWSERS): Promise<Engines> {
	const { engines: chosen, absent } = chooseEngines(wanted);
	return { launchers: await Promise.all(chosen.map((engine) => launcherOf[engine]())), absent };
}

/** What to install to have it. Whoever starts Chromium says so for that one: there nearly always is one. */
function lackOf(engine: Engine): string | undefined {
	if (engine === "firefox") return firefoxPath() ? undefined : "install Firefox or firefox-esr, or set FIREFOX_PATH";
	if (engine === "webkit" && !inPath("WebKitWebDriver")) return "install webkit2gtk-driver";
	if (engine === "webkit" && !process.env.DISPLAY && !inPath("Xvfb")) return "install xvfb, or set DISPLAY";
	return undefined;
}

const launcherOf: Record<Engine, () => Promise<BrowserLauncher>> = {
	async chromium() {
		const chrome = await findChrome();
		return named(
			"Chromium",
			chromeLauncher({
				launchOptions: { executablePath: chrome.path, args: chromeArguments(chrome), timeout: mostWaitMs },
				// A storage of its own for every page.
				createPage: async ({ browser }) => (await browser.createBrowserContext()).newPage(),
			}),
		);
	},
	async firefox() {
		const path = firefoxPath();
		return named(
			"Firefox",
			chromeLauncher({
				puppeteer: puppeteerCore,
				concurrency: 1,
				launchOptions: {
					browser: "firefox",
					...(path && { executablePath: path }),
					timeout: mostWaitMs,
					// The list of downloads would open after an export and take the focus: keys then do nothing to the page's buttons.
					extraPrefsFirefox: { "browser.download.alwaysOpenPanel": false },
				},
			}),
		);
	},
	async webkit() {
		return new WebKitLauncher();
	},
};

function named(name: string, launcher: BrowserLauncher): BrowserLauncher {
	launcher.name = name;
	return launcher;
}

/** FIREFOX_PATH, else an installed one. */
export const firefoxPath = (): string | undefined => process.env.FIREFOX_PATH ?? findFirefox();

export function findFirefox(): string | undefined {
	const elsewhere = ["/Applications/Firefox.app/Contents/MacOS/firefox", "C:\\Program Files\\Mozilla Firefox\\firefox.exe"];
	return inPath("firefox-esr") ?? inPath("firefox") ?? elsewhere.find((path) => existsSync(path));
}

function inPath(program: string): string | undefined {
	return (process.env.PATH ?? "")
		.split(delimiter)
		.map((folder) => join(folder, program))
		.find((path) => existsSync(path));
}
