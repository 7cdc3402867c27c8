// What a key costs in an editor, in Chromium, typing at the end of texts of several lengths; in turns with a text area and nothing else, which shows
// what a key costs on this machine at this moment whatever is done for it. One number would be of the screen and of other programs as much as of the
// editor, so each line has three, all from the key:
// - work: what the page's thread does until the frame that shows the text, its colours and its problems is handed over, layout and painting
//   included, by the processor's clock. This is ours.
// - ready: to the text, its colours and its problems in the document, laid out, by the clock on the wall.
// - painted: to the end of that frame, by the clock on the wall. A screen of 60 frames a second adds up to 16.7 ms to it, to a bare text area as
//   well; so all is measured in a browser whose frames wait for no screen, where the goal is judged, and then at 2,000 characters with one.
import type { Page } from "playwright-core";
import { callerOf, withChromiumPages } from "./chromium-pages.ts";
import type { EditorBenchPage, Kind } from "./editor-page.ts";
import { keyWork } from "./key-work.ts";

/** 95 of 100 keys must be painted within this at 2,000 characters, in milliseconds. */
const goal = 16;

/** Half-typed for the most part, so that problems come and go. */
const typed = ' and pints > 12 or country = "Mexico" and orders is set and loyalty_point between 1 and 20';

const call = callerOf<EditorBenchPage>();

export async function run(): Promise<void> {
	for (const hasFrameClock of [false, true]) {
		console.log(hasFrameClock ? "\nwith a screen of 60 frames a second:" : "without the clock of a screen:");
		await withChromiumPages({ file: "editor-page", name: "editorPage", hasFrameClock }, async (fresh) => {
			for (const length of hasFrameClock ? [2_000] : [100, 2_000, 10_000]) {
				for (const kind of ["bare", "code", "plain"] as const) await fresh((page) => measure(page, kind, length, hasFrameClock));
			}
		});
	}
}

async function measure(page: Page, kind: Kind, length: number, hasFrameClock: boolean): Promise<void> {
	const failed: Error[] = [];
	page.on("pageerror", (error) => failed.push(error));
	await call(page, "open", kind, length);
	const type = () => page.keyboard.type(typed, { delay: 40 });
	await type();
	const warm = (await call(page, "measured")).ready.length;
	await type();
	await type();
	await page.waitForTimeout(300);
	const { ready, painted, length: end, problems } = await call(page, "measured");
	// Apart from the others, for tracing takes time.
	const work = await keyWork(page, async () => {
		await type();
		await page.waitForTimeout(300);
	});
	if (failed[0]) throw failed[0];
	const [atDocument, atScreen] = [ready.slice(warm), painted.slice(warm)];
	if (atDocument.length !== typed.length * 2 || atScreen.length !== atDocument.length || work.length < typed.length / 2) {
		throw new Error(`Of ${typed.length * 2} keys ${atDocument.length} were timed to the document, ${atScreen.length} to the screen.`);
	}
	const isJudged = kind !== "bare" && length === 2_000 && !hasFrameClock;
	const word = !isJudged ? "" : quantile(atScreen, 0.95) < goal ? "met" : "NOT MET";
	const what = kind === "bare" ? "a text area alone" : `editor="${kind}"`;
	console.log(`  ${word.padEnd(7)} ${what}, ${length} characters (${end} at the end, ${problems} problems)`);
	console.log(
		`          work ${said(work)}, ready ${said(atDocument)}, painted ${said(atScreen)}; ${work.length} and ${atDocument.length} keys`,
	);
}

function said(times: readonly number[]): string {
	return `p50 ${quantile(times, 0.5).toFixed(1)} p95 ${quantile(times, 0.95).toFixed(1)} ms`;
}

function quantile(times: readonly number[], share: number): number {
	const sorted = [...times].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
