// How long a key takes until the text, its colours and its problems are painted, in Chromium, typing at the end of texts of several lengths.
// The frame itself is in it: on a screen of 60 frames a second a key waits 8 ms for one on average, whatever is done.
import { callerOf, withChromiumPages } from "./chromium-pages.ts";
import type { editorPage } from "./editor-page.ts";

/** Half-typed for the most part, so that problems come and go. */
const typed = ' and pints > 12 or country = "Mexico" and orders is set and loyalty_point between 1 and 20';

const call = callerOf<typeof editorPage>();

const quantile = (sorted: readonly number[], share: number): number =>
	sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

export const run = (): Promise<void> =>
	withChromiumPages({ file: "editor-page", name: "editorPage" }, async (fresh) => {
		for (const kind of ["code", "plain"] as const) {
			for (const length of [100, 2_000, 10_000]) {
				await fresh(async (page) => {
					await call(page, "open", kind, length);
					for (let round = 0; round < 3; round++) await page.keyboard.type(typed, { delay: 40 });
					await page.waitForTimeout(300);
					const { waits, length: end, problems } = await call(page, "measured");
					const sorted = waits.slice(typed.length / 3).sort((a, b) => a - b);
					const [middle, most] = [quantile(sorted, 0.5), quantile(sorted, 0.95)];
					console.log(
						`${kind}, ${length} characters (${end} at the end, ${problems} problems): ${sorted.length} keys, p50 ${middle.toFixed(1)} ms, p95 ${most.toFixed(1)} ms`,
					);
				});
			}
		}
	});
