// A million profiles through `segql/worker` in Chromium, in a worker and on the page: how long it takes, and how long the page is ever blocked.
// SEGQL_PROFILES measures another number of profiles.
import { callerOf, type Fresh, withChromiumPages } from "./chromium-pages.ts";
import { withLongestTask } from "./longest-task.ts";
import type { Watched, WorkerPage } from "./worker-page.ts";

/** The page's thread must never be blocked for longer, in milliseconds. */
const mostBlocked = 50;

interface Measured {
	readonly value: Watched;
	/** By the processor's clock, in milliseconds; `Watched` has it by the wall clock. */
	readonly longestTask: number;
}

const call = callerOf<WorkerPage>();

export async function run(): Promise<void> {
	const count = Number(process.env.SEGQL_PROFILES ?? 1_000_000);
	await withChromiumPages({ file: "worker-page", name: "workerPage", withWorker: true }, async (fresh) => {
		await fresh(async (page) =>
			say("taking the profiles, with nothing of ours", await withLongestTask(page, () => call(page, "take", count))),
		);
		for (const where of ["auto", "none"] as const) await measure(fresh, where, count);
	});
}

async function measure(fresh: Fresh, where: "auto" | "none", count: number): Promise<void> {
	console.log(where === "auto" ? "in a worker" : "on the page");
	const refresh = (): Promise<Measured> => fresh((page) => withLongestTask(page, () => call(page, "refresh", where, count)));
	const first = await refresh();
	if (first.value.answer !== count) throw new Error(`${first.value.answer} profiles of ${count}.`);
	say("first refresh", first);
	say("refresh again", await refresh());
	for (const step of [100, 20]) {
		const changed = await fresh((page) => withLongestTask(page, () => call(page, "change", where, count, step)));
		if (changed.value.answer !== count) throw new Error(`${changed.value.answer} profiles of ${count} after a change.`);
		say(`one in ${step} changed`, changed);
	}
	for (let round = 0; round < 3; round++) {
		const { cold, warm } = await fresh(async (page) => {
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
