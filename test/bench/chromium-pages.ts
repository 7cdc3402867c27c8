// Pages of Chromium for benchmarks: on a disk of their own, with nothing but the functions of one module, each opened anew.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Page } from "playwright-core";
import { serve } from "../../demo/serve.ts";
import { chromeArguments, findChrome } from "../browser/find-chrome.ts";
import { folderOf, type PageModule } from "./page-folder.ts";

interface ChromiumModule extends PageModule {
	/** Whether a frame waits for the clock of a screen, 60 times a second. Default true. */
	readonly hasFrameClock?: boolean;
}

const withoutFrameClock = ["--disable-frame-rate-limit", "--disable-gpu-vsync"];

/** Does something in a page that was just opened, and closes it. */
export type Fresh = <T>(work: (page: Page) => Promise<T>) => Promise<T>;

/** Everything is removed afterwards, the disk too. */
export async function withChromiumPages<T>(module: ChromiumModule, work: (fresh: Fresh) => Promise<T>): Promise<T> {
	const folder = await folderOf(module);
	const server = await serve(folder, 0);
	const profile = mkdtempSync(join(tmpdir(), `segql-${module.file}-`));
	const chrome = await findChrome();
	const context = await chromium.launchPersistentContext(profile, {
		executablePath: chrome.path,
		args: [...chromeArguments(chrome), ...(module.hasFrameClock === false ? withoutFrameClock : [])],
		chromiumSandbox: false,
		headless: true,
	});
	try {
		context.setDefaultTimeout(3_600_000);
		return await work(async (inPage) => {
			const page = await context.newPage();
			try {
				await page.goto(server.url);
				return await inPage(page);
			} finally {
				await page.close();
			}
		});
	} finally {
		await context.close();
		await server.stop();
		rmSync(profile, { recursive: true, force: true });
		rmSync(folder, { recursive: true, force: true });
	}
}

type Callable = (...given: never[]) => unknown;

/** The functions of the page's module, called from here. */
export const callerOf =
	<Functions extends { readonly [Name in keyof Functions]: Callable }>() =>
	<Name extends keyof Functions & string>(
		page: Page,
		name: Name,
		...given: Parameters<Functions[Name]>
	): Promise<Awaited<ReturnType<Functions[Name]>>> =>
		page.evaluate(
			([key, list]) => {
				const { benchPage } = globalThis as unknown as { benchPage: Record<string, (...values: readonly unknown[]) => unknown> };
				return benchPage[key]?.(...list);
			},
			[name, given as readonly unknown[]] as const,
		) as Promise<Awaited<ReturnType<Functions[Name]>>>;
