// 201 kills in the middle of a refresh, with what was found afterwards; the figures are kept. KILLS and SEED choose others.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { chromeArguments, findChrome } from "../browser/find-chrome.ts";
import { killAtRandom } from "./store-kills.ts";

const kills = Number(process.env.KILLS ?? 201);
const seed = Number(process.env.SEED ?? 20_261_127);

export async function run(): Promise<void> {
	const chrome = await findChrome();
	const browser = await chromium.launch({ executablePath: chrome.path, args: chromeArguments(chrome), chromiumSandbox: false });
	const engine = `Chromium ${browser.version()}`;
	await browser.close();
	const counts = await killAtRandom(kills, seed, ({ failures }) => {
		process.stdout.write(failures.length === 0 ? "." : "F");
	});
	console.log(`\n${engine}`);
	for (const { kind, kills: count, midway, partial, failures } of counts) {
		console.log(`${kind}: ${count} kills, ${midway} of them midway, ${partial} partial first loads, ${failures.length} mixed or lost`);
		for (const failure of failures) console.log(`  ${failure}`);
	}
	const figures = { engine, kills, seed, counts };
	writeFileSync(join(import.meta.dirname, "figures/store-kills.json"), `${JSON.stringify(figures, undefined, "\t")}\n`);
	if (counts.some(({ failures }) => failures.length > 0)) throw new Error("Profiles were mixed or lost.");
}
