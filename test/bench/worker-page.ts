// Runs in a page of its own origin: refreshes and previews a million profiles through `segql/worker`, and tells how long the page was ever blocked.
import { compile } from "../../src/compile.ts";
import { toCatalogueFile } from "../../src/fields/catalogue-file.ts";
import { toPreviewPlan } from "../../src/preview/to-preview-plan.ts";
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

function* rows(count: number): Generator<unknown> {
	for (const line of profileLinesOf(indices(count))) yield JSON.parse(line);
}

function* indices(count: number): Generator<number> {
	for (let index = 0; index < count; index++) yield index;
}

const open = (where: "auto" | "none"): Promise<Profiles> =>
	openProfiles(`bench ${where}`, { catalogue: toCatalogueFile(catalogue), timeZone, worker: where });

async function count(profiles: Profiles): Promise<number> {
	const compiled = compile(text, { catalogue, now: 0 });
	if (!compiled.ok) throw new Error(compiled.diagnostics[0]?.message);
	const answer = await profiles.preview(toPreviewPlan(compiled.segment.checked));
	if (answer.kind !== "done") throw new Error(answer.kind);
	return answer.value.count;
}

export const workerPage = {
	refresh: (where: "auto" | "none", profiles: number): Promise<Watched> =>
		watched(async () => {
			const opened = await open(where);
			const freshness = await opened.refresh({ kind: "iterable", profiles: rows(profiles) });
			await opened.close();
			return freshness.kind === "empty" ? 0 : freshness.profiles;
		}),

	/** The first thing that a page does: opening, reading, counting. */
	async preview(where: "auto" | "none"): Promise<{ readonly cold: Watched; readonly warm: Watched }> {
		let profiles: Profiles | undefined;
		const cold = await watched(async () => {
			profiles = await open(where);
			if (where === "auto" && profiles.where !== "worker") throw profiles.workerProblem;
			return count(profiles);
		});
		const warm = await watched(() => count(profiles as Profiles));
		await profiles?.close();
		return { cold, warm };
	},
};

export type WorkerPage = typeof workerPage;
