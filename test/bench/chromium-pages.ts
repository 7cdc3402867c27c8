// Pages of Chromium for benchmarks: on a disk of their own, with nothing but the functions of one module, each opened anew.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { chromium, type Page } from "playwright-core";
import { bundleWorker } from "../../build/bundle-worker.ts";
import { serve } from "../../demo/serve.ts";
import { chromeArguments, findChrome } from "../browser/find-chrome.ts";

const root = join(import.meta.dirname, "..", "..");

export interface PageModule {
	/** A file of this folder without its ending. */
	readonly file: string;
	/** What it exports: an object of functions that take and give plain data. */
	readonly name: string;
	/** Whether our worker lies beside it. Default false. */
	readonly withWorker?: boolean;
	/** Whether a frame waits for the clock of a screen, 60 times a second. Default true. */
	readonly hasFrameClock?: boolean;
}

const withoutFrameClock = ["--disable-frame-rate-limit", "--disable-gpu-vsync"];

/** Does something in a page that was just opened, and closes it. */
export type Fresh = <T>(work: (page: Page) => Promise<T>) => Promise<T>;

/** Everything is removed afterwards, the disk too. */
export async function withChromiumPages<T>(module: PageModule, work: (fresh: Fresh) => Promise<T>): Promise<T> {
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

async function folderOf({ file, name, withWorker = false }: PageModule): Promise<string> {
	const folder = join(root, ".cache", `bench-${file}`);
	mkdirSync(folder, { recursive: true });
	await build({
		stdin: {
			contents: `import { ${name} } from "./${file}.ts"; globalThis.benchPage = ${name};`,
			resolveDir: import.meta.dirname,
			loader: "ts",
		},
		absWorkingDir: root,
		bundle: true,
		minify: true,
		format: "esm",
		target: "es2022",
		outfile: join(folder, "page.js"),
	});
	if (withWorker) await bundleWorker({ outfile: join(folder, "worker.js") });
	writeFileSync(
		join(folder, "index.html"),
		'<!doctype html><meta charset="utf-8"><title>bench</title><script type="module" src="./page.js"></script>',
	);
	return folder;
}
