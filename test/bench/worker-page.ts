// Runs in a page of its own origin: refreshes and previews a million profiles through `segql/worker`, and tells how long the page was ever blocked.
import { compile } from "../../src/compile.ts";
import { toCatalogueFile } from "../../src/fields/catalogue-file.ts";
import type { PreviewPlan } from "../../src/preview/preview-plan.ts";
import { toPreviewPlan } from "../../src/preview/to-preview-plan.ts";
import { nextTask } from "../../src/platform/next-task.ts";
import { openProfiles, type Profiles } from "../../src/worker/index.ts";
import { benchCatalogue, profileLinesOf, timeZone } from "./columns-profiles.ts";

const text = 'country in ("US", "CA") and points >= 500 and opted_in';
const catalogue = benchCatalogue();

export interface Watched {
	readonly milliseconds: number;
	/** Of the page's thread: the longest task of more than 50 ms, or 0. */
	readonly longestTask: number;
	/** The longest time that a timer of the page was late. */
	readonly latestTimer: number;
	readonly answer: number;
}

async function watched(work: () => Promise<number>): Promise<Watched> {
	let longestTask = 0;
	const observer = new PerformanceObserver((list) => {
		for (const { duration } of list.getEntries()) longestTask = Math.max(longestTask, duration);
	});
	observer.observe({ type: "longtask" });
	let [last, latestTimer] = [performance.now(), 0];
	const tick = (): void => {
		const now = performance.now();
		latestTimer = Math.max(latestTimer, now - last - 4);
		last = now;
	};
	const timer = setInterval(tick, 4);
	const from = performance.now();
	const answer = await work();
	const milliseconds = performance.now() - from;
	await new Promise((resolve) => setTimeout(resolve, 100));
	clearInterval(timer);
	observer.disconnect();
	return { milliseconds, longestTask, latestTimer, answer };
}

function* rows(count: number, step = 1, seed?: number): Generator<unknown> {
	for (const line of profileLinesOf(indices(count, step), seed)) yield JSON.parse(line);
}

function* indices(count: number, step: number): Generator<number> {
	for (let index = 0; index < count; index += step) yield index;
}

const open = (where: "auto" | "none"): Promise<Profiles> =>
	openProfiles(`bench ${where}`, { catalogue: toCatalogueFile(catalogue), timeZone, worker: where });

function plan(): PreviewPlan {
	const compiled = compile(text, { catalogue, now: 0 });
	if (!compiled.ok) throw new Error(compiled.diagnostics[0]?.message);
	return toPreviewPlan(compiled.segment.checked);
}

async function count(profiles: Profiles): Promise<number> {
	if (!about) throw new Error("Call prepare first.");
	const answer = await profiles.preview(about);
	if (answer.kind !== "done") throw new Error(answer.kind);
	return answer.value.count;
}

let about: PreviewPlan | undefined;
let profiles: Profiles | undefined;

export const workerPage = {
	/** The host's own profiles, taken a few milliseconds at a time, with nothing of ours: what a busy machine does to any page. */
	take: (most: number): Promise<Watched> =>
		watched(async () => {
			let [taken, end] = [0, performance.now() + 6];
			for (const row of rows(most)) {
				JSON.stringify(row);
				taken++;
				if (performance.now() < end) continue;
				await nextTask();
				end = performance.now() + 6;
			}
			return taken;
		}),

	refresh: (where: "auto" | "none", most: number): Promise<Watched> =>
		watched(async () => {
			const opened = await open(where);
			const freshness = await opened.refresh({ kind: "iterable", profiles: rows(most) });
			await opened.close();
			return freshness.kind === "empty" ? 0 : freshness.profiles;
		}),

	/** One profile in `step` is another one. */
	change: (where: "auto" | "none", most: number, step: number): Promise<Watched> =>
		watched(async () => {
			const opened = await open(where);
			const freshness = await opened.refresh({ kind: "iterable", profiles: rows(most, step, step) }, { mode: "changes" });
			await opened.close();
			return freshness.kind === "empty" ? 0 : freshness.profiles;
		}),

	/** Reading the text is the editor's business. */
	prepare(): void {
		about = plan();
	},

	/** At first opening, reading and counting; then counting alone. */
	preview: (where: "auto" | "none"): Promise<Watched> =>
		watched(async () => {
			profiles ??= await open(where);
			if (where === "auto" && profiles.where !== "worker") throw profiles.workerProblem;
			return count(profiles);
		}),
};

export type WorkerPage = typeof workerPage;
