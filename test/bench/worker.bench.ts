// A million profiles through `segql/worker` in Chromium, in a worker and on the page: how long it takes, and how long the page is ever blocked.
// SEGQL_PROFILES measures another number of profiles.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { bundleWorker } from "../../build/bundle-worker.ts";
import { serve } from "../../demo/serve.ts";
import { chromeArguments, findChrome } from "../browser/find-chrome.ts";
import { withLongestTask } from "./longest-task.ts";
import type { Watched, WorkerPage } from "./worker-page.ts";

const root = join(import.meta.dirname, "..", "..");

/** The page's thread must never be blocked for longer, in milliseconds. */
const mostBlocked = 50;

interface Measured {
	readonly value: Watched;
	/** By the processor's clock, in milliseconds; `Watched` has it by the wall clock. */
	readonly longestTask: number;
}

export async function run(): Promise<void> {
	const count = Number(process.env.SEGQL_PROFILES ?? 1_000_000);
	const folder = await pageFolder();
	const server = await serve(folder, 0);
	const profile = mkdtempSync(join(tmpdir(), "segql-worker-bench-"));
	const chrome = await findChrome();
	const context = await chromium.launchPersistentContext(profile, {
		executablePath: chrome.path,
		args: chromeArguments(chrome),
		chromiumSandbox: false,
		headless: true,
	});
	try {
		context.setDefaultTimeout(3_600_000);
		await fresh(context, server.url, async (page) =>
			say("taking the profiles, with nothing of ours", await withLongestTask(page, () => call(page, "take", count))),
		);
		for (const where of ["auto", "none"] as const) await measure(context, server.url, where, count);
	} finally {
		await context.close();
		await server.stop();
		rmSync(profile, { recursive: true, force: true });
		rmSync(folder, { recursive: true, force: true });
	}
}

async function fresh<T>(context: BrowserContext, url: string, work: (page: Page) => Promise<T>): Promise<T> {
	const page = await context.newPage();
	try {
		await page.goto(url);
		return await work(page);
	} finally {
		await page.close();
	}
}

async function measure(context: BrowserContext, url: string, where: "auto" | "none", count: number): Promise<void> {
	console.log(where === "auto" ? "in a worker" : "on the page");
	const refresh = (): Promise<Measured> => fresh(context, url, (page) => withLongestTask(page, () => call(page, "refresh", where, count)));
	const first = await refresh();
	if (first.value.answer !== count) throw new Error(`${first.value.answer} profiles of ${count}.`);
	say("first refresh", first);
	say("refresh again", await refresh());
	for (let round = 0; round < 3; round++) {
		const { cold, warm } = await fresh(context, url, async (page) => {
			await call(page, "prepare");
			return {
				cold: await withLongestTask(page, () => call(page, "preview", where)),
				warm: await withLongestTask(page, () => call(page, "preview", where)),
			};
		});
		say("opening and first preview", cold);
		say("the same preview again", warm);
	}
}

function say(what: string, { value, longestTask }: Measured): void {
	const { milliseconds, latestTimer } = value;
	const isMet = longestTask <= mostBlocked;
	const longest = `the page's longest task ${longestTask.toFixed(0)} ms (goal ≤ ${mostBlocked}), ${value.longestTask.toFixed(0)} by the wall`;
	console.log(
		`  ${isMet ? "met    " : "NOT MET"} ${what}: ${milliseconds.toFixed(0)} ms; ${longest}; latest timer ${latestTimer.toFixed(0)} ms`,
	);
}

/** The functions of the page, called from here: what they give is plain data. */
function call<Name extends keyof WorkerPage>(
	page: Page,
	name: Name,
	...given: Parameters<WorkerPage[Name]>
): Promise<Awaited<ReturnType<WorkerPage[Name]>>> {
	return page.evaluate(
		([key, list]) => {
			const { workerPage } = globalThis as unknown as { workerPage: Record<string, (...values: readonly unknown[]) => unknown> };
			return workerPage[key]?.(...list);
		},
		[name, given as readonly unknown[]] as const,
	) as Promise<Awaited<ReturnType<WorkerPage[Name]>>>;
}

/** A page that has nothing but `workerPage`, and the worker. */
async function pageFolder(): Promise<string> {
	const folder = join(root, ".cache", "worker-bench");
	mkdirSync(folder, { recursive: true });
	await build({
		stdin: {
			contents: 'import { workerPage } from "./worker-page.ts"; globalThis.workerPage = workerPage;',
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
	await bundleWorker({ outfile: join(folder, "worker.js") });
	writeFileSync(
		join(folder, "index.html"),
		'<!doctype html><meta charset="utf-8"><title>bench</title><script type="module" src="./page.js"></script>',
	);
	return folder;
}
