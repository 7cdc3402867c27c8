// The same condition over the same real buyers gives the same ids in Chromium as on the command line. The data is a public sample that is
// not part of this checkout; where it is not beside it, there is nothing to compare.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect } from "chai";
import { build } from "esbuild";
import type { Browser } from "playwright-core";
import { launchChromium } from "../browser/launch-chromium.ts";
import { segql } from "../cli/run-cli.ts";
import { root } from "./source-files.ts";

const path = join(root, "../shared/data/cdnow.ndjson.gz");
const text = "count(orders) >= 3 and sum(orders.total) > 200 and any orders (placed_at in last 90 days)";

/** Runs in the page. */
const pageSource = `
	import { catalogue, compile, inference } from "./src/index.ts";
	globalThis.idsOf = (lines, text) => {
		const profiles = lines.trim().split("\\n").map((line) => JSON.parse(line));
		const found = inference();
		for (const profile of profiles) found.add(profile);
		const made = catalogue({ fields: found.result().fields });
		const compiled = compile(text, { catalogue: made.catalogue, now: Date.UTC(1998, 6, 1), timeZone: "UTC" });
		return profiles.filter((profile) => compiled.segment.test(profile)).map((profile) => profile.user_id);
	};`;

(existsSync(path) ? describe : describe.skip)("the buyers of cdnow.ndjson.gz in Chromium", () => {
	let browser: Browser;

	before(async () => {
		browser = await launchChromium();
	});

	after(() => browser?.close());

	it("are those of the command line, id for id", async () => {
		const bundle = await build({
			stdin: { contents: pageSource, resolveDir: root, loader: "ts" },
			bundle: true,
			format: "iife",
			write: false,
		});
		const page = await browser.newPage();
		await page.addScriptTag({ content: bundle.outputFiles[0]?.text ?? "" });
		const lines = gunzipSync(readFileSync(path)).toString("utf8");
		const ids = await page.evaluate(
			([data, condition]) => (globalThis as unknown as { idsOf(lines: string, text: string): string[] }).idsOf(data, condition),
			[lines, text] as const,
		);
		const listed = await segql([
			"preview",
			"--text",
			text,
			"--profiles",
			path,
			"--now",
			"1998-07-01T00:00:00Z",
			"--timezone",
			"UTC",
			"--ids",
		]);
		expect(ids.length).to.equal(1_550);
		expect(ids).to.deep.equal(listed.out.trim().split("\n"));
	});
});
