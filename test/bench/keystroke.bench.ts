// From a key to the count that it leads to, in Chromium: <segql-preview> over profiles in a worker, and over rows on the page. SEGQL_PROFILES measures
// another number of profiles, SEGQL_KEYS another number of keys.
import { callerOf, withChromiumPages } from "./chromium-pages.ts";
import type { KeystrokePage, Where } from "./keystroke-page.ts";

/** 95 of 100 keys must have their count within this, in milliseconds. */
const goal = 50;

const call = callerOf<KeystrokePage>();

export async function run(): Promise<void> {
	const profiles = Number(process.env.SEGQL_PROFILES ?? 100_000);
	const keys = Number(process.env.SEGQL_KEYS ?? 150);
	// Different numbers, so that no answer is known from before.
	const numbers = Array.from({ length: Math.ceil(keys / 3) }, (_, index) => 100 + ((index * 37) % 900));
	await withChromiumPages({ file: "keystroke-page", name: "keystrokePage", withWorker: true }, async (fresh) => {
		for (const where of ["worker", "rows"] as const satisfies readonly Where[]) {
			await fresh(async (page) => {
				await call(page, "prepare", where, profiles);
				const { counted, painted, isRight } = await call(page, "type", numbers);
				if (!isRight) throw new Error("The count is not that of the profiles, one by one.");
				const what = where === "worker" ? "profiles in a worker" : "rows on the page";
				say(`${what}: from key to count`, counted);
				say(`${what}: from key to the frame after it`, painted);
			});
		}
	});
}

function say(what: string, times: readonly number[]): void {
	const sorted = [...times].sort((a, b) => a - b);
	const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
	const word = at(0.95) <= goal ? "met    " : "NOT MET";
	console.log(
		`  ${word} ${what}: p50 ${at(0.5).toFixed(1)} ms, p95 ${at(0.95).toFixed(1)} ms (goal ≤ ${goal}), longest ${at(1).toFixed(1)} ms, ${times.length} keys`,
	);
}
