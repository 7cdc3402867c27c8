// A visitor's own file on the demo: read beside the people that are counted, and still there after a reload without a server.
import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { expect } from "chai";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { buildDemo } from "../../demo/build.ts";
import { type Serving, serve } from "../../demo/serve.ts";
import type { StudioElement } from "../../src/element/index.ts";
import { launchChromium, mostWaitMs } from "../browser/launch-chromium.ts";

const madeUp = "10,000 profiles, kept in this browser. A worker counts them. As of ";
const ofFile = "From people.csv. 3 profiles, kept in this browser. A worker counts them. As of ";
/** So many that there is time to look around, and to stop. */
const manyProfiles = 600_000;

describe("a file of one's own on the demo", () => {
	let folder: string;
	let built: string;
	let browser: Browser;
	let serving: Serving;
	let context: BrowserContext;
	let page: Page;

	before(async () => {
		folder = mkdtempSync(join(tmpdir(), "segql-demo-people-"));
		built = await buildDemo({ output: join(folder, "dist") });
		browser = await launchChromium();
		const many = createWriteStream(join(folder, "many.ndjson"));
		for (let from = 0; from < manyProfiles; from += 1_000) {
			many.write(Array.from({ length: 1_000 }, (_, at) => `{"user_id":"u${from + at}","points":${at},"city":"Oslo"}\n`).join(""));
		}
		many.end();
		await finished(many);
	});

	after(async () => {
		await browser?.close();
		if (folder) rmSync(folder, { recursive: true, force: true });
	});

	beforeEach(async () => {
		serving = await serve(built, 0);
		context = await browser.newContext();
		context.setDefaultTimeout(mostWaitMs);
		page = await context.newPage();
		await page.goto(serving.url);
		await told("#storage", madeUp);
		await told("#offline", "Ready to open without a network.");
	});

	afterEach(async () => {
		await context.close();
		await serving.stop();
	});

	const told = (place: string, sentence: string): Promise<void> => page.locator(place, { hasText: sentence }).waitFor();
	const line = (place = "#storage"): Promise<string> => page.locator(place).innerText();
	const choose = (lines: readonly string[], name = "people.csv"): Promise<void> =>
		page.locator("#file").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(lines.join("\n")) });
	const three = ["user_id,points,city", "a,10,Oslo", "b,20,Rome", "c,30,Bern"];
	const press = (name: string): Promise<void> => page.getByRole("button", { name, exact: true }).click();
	const write = async (text: string): Promise<void> => {
		await page.locator("segql-editor .cm-content").focus();
		await page.keyboard.press("ControlOrMeta+a");
		await page.keyboard.insertText(text);
	};
	/** The exact count of this text, and of how many it is one. */
	const counted = async (text: string): Promise<readonly [number, number]> => {
		await write(text);
		const found = await page.waitForFunction((wanted) => {
			const studio = document.querySelector<StudioElement>("segql-studio");
			const counts = studio?.session.counts;
			const isNow = studio?.value === wanted && counts?.kind === "exact" && counts.counted.version === studio.session.version;
			return isNow ? ([counts.counted.preview.count, counts.counted.preview.size] as const) : undefined;
		}, text);
		return (await found.jsonValue()) as readonly [number, number];
	};

	/** As if the made-up people had been made earlier; how old they are then. */
	const grow = (ms: number): Promise<number> =>
		page.evaluate(async (age) => {
			const names = (await indexedDB.databases()).flatMap(({ name }) => (name?.endsWith("/demo/head") ? [name] : []));
			const opening = indexedDB.open(names[0] ?? "");
			await new Promise((resolve) => {
				opening.onsuccess = resolve;
			});
			const values = opening.result.transaction("values", "readwrite").objectStore("values");
			const reading = values.get(["pointer"]);
			await new Promise((resolve) => {
				reading.onsuccess = resolve;
			});
			const writing = values.put({ ...reading.result, asOf: reading.result.asOf - age }, ["pointer"]);
			await new Promise((resolve) => {
				writing.onsuccess = resolve;
			});
			opening.result.close();
			return Date.now() - reading.result.asOf + age;
		}, ms);

	it("is there after a reload, without a server, as of when it was read; and so are the made-up people", async () => {
		await choose(three);
		await told("#storage", ofFile);
		const before = await line();
		await serving.stop();
		await page.reload();
		await told("#storage", ofFile);
		expect(await line()).to.equal(before);
		expect(await counted("points >= 20")).to.deep.equal([2, 3]);

		await press("Back to the made-up people");
		await told("#storage", madeUp);
		await page.reload();
		await told("#storage", madeUp);
		expect((await counted("opted_in"))[1]).to.equal(10_000);
		await press("Back to the people of people.csv");
		await told("#storage", ofFile);
		expect(await line()).to.equal(before);
		expect(await counted("points >= 20")).to.deep.equal([2, 3]);
	});

	it("does nothing to made-up people, who are made anew when they have grown old, without a server too", async () => {
		const days = 86_400_000;
		await grow(2 * days);
		await page.reload();
		await told("#storage", madeUp);
		expect(await grow(0)).to.be.greaterThan(2 * days);
		await grow(2 * days);
		await serving.stop();
		await page.reload();
		await told("#storage", madeUp);
		expect(await grow(0)).to.be.lessThan(days);
		expect((await counted("opted_in"))[1]).to.equal(10_000);
	});

	it("is read beside the people that are counted, and can be stopped", async () => {
		const before = await line();
		await page.locator("#file").setInputFiles(join(folder, "many.ndjson"));
		await page.waitForFunction(() => (document.querySelector<HTMLProgressElement>("#reading-share")?.position ?? 0) > 0);
		expect((await counted("opted_in"))[1]).to.equal(10_000);
		expect(await line("#reading-said")).to.match(/^Reading many\.ndjson: \d{1,3},\d{3} profiles so far\.$/);
		expect(await line()).to.equal(before);
		await press("Stop reading");
		await told("#own-said", "Reading many.ndjson was stopped.");
		expect(await page.locator("#reading").isVisible()).to.equal(false);
		expect(await page.evaluate(() => document.activeElement?.id)).to.equal("file");
		expect(await line()).to.equal(before);
		expect((await counted("not opted_in"))[1]).to.equal(10_000);
		await page.reload();
		await told("#storage", before);
	});

	it("takes the place of the file before only when all of it has come, and keeps the segments", async () => {
		await choose(three);
		await told("#storage", ofFile);
		await counted("points > 10");
		await page.locator("#save input").fill("Some");
		await press("Save");
		await told("#library-said", "“Some” is saved in this browser.");

		await choose(["\u0000\u0001"], "broken.csv");
		await page.waitForFunction(() => document.getElementById("own-said")?.textContent);
		await told("#storage", ofFile);
		expect(await counted("points >= 20")).to.deep.equal([2, 3]);

		await page.locator("#file").setInputFiles(join(folder, "many.ndjson"));
		await page.locator("#reading-said", { hasText: "Reading many.ndjson" }).waitFor();
		await choose(["user_id,points", "a,10", "b,20"], "two.csv");
		await told("#storage", "From two.csv. 2 profiles, kept in this browser.");
		expect(await counted('in segment "Some"')).to.deep.equal([1, 2]);
		await page.reload();
		await told("#storage", "From two.csv. 2 profiles, kept in this browser.");
		expect(await counted('in segment "Some"')).to.deep.equal([1, 2]);
	});

	it("is read wherever it is dropped, and is no text for the editor", async () => {
		const text = "points > 3 # mine";
		await write(text);
		const data = await page.evaluateHandle((lines) => {
			const dropped = new DataTransfer();
			dropped.items.add(new File([lines], "people.csv", { type: "text/csv" }));
			return dropped;
		}, three.join("\n"));
		const editor = page.locator("segql-editor .cm-content");
		await editor.dispatchEvent("dragover", { dataTransfer: data });
		expect(await page.locator("#own.over").count()).to.equal(1);
		await editor.dispatchEvent("drop", { dataTransfer: data });
		await told("#storage", ofFile);
		expect(await page.locator("#own.over").count()).to.equal(0);
		expect(await page.evaluate(() => document.querySelector<StudioElement>("segql-studio")?.value)).to.equal(text);
	});

	it("is not asked what only the made-up people have, as long as nobody wrote that", async () => {
		const text = (): Promise<string | undefined> => page.evaluate(() => document.querySelector<StudioElement>("segql-studio")?.value);
		const template = await text();
		expect(template).to.include("loyalty_points");
		await choose(three);
		await told("#storage", ofFile);
		expect([await text(), await page.locator("#templates-card").isVisible()]).to.deep.equal(["", false]);
		await page.locator("segql-preview", { hasText: "Write a condition to see who is in it." }).waitFor();
		await press("Back to the made-up people");
		await told("#storage", madeUp);
		expect([await text(), await page.locator("#templates-card").isVisible()]).to.deep.equal([template, true]);
		await write("loyalty_points > 3");
		await choose(three);
		await told("#storage", ofFile);
		expect(await text()).to.equal("loyalty_points > 3");
	});

	it("is there in all tabs that count a file's people, when one of them reads another", async () => {
		await choose(three);
		await told("#storage", ofFile);
		const first = page;
		page = await context.newPage();
		await page.goto(serving.url);
		await told("#storage", ofFile);
		await choose(["user_id,points", "a,10", "b,20"], "two.csv");
		await told("#storage", "From two.csv. 2 profiles, kept in this browser.");
		page = first;
		await told("#storage", "From two.csv. 2 profiles, kept in this browser.");
		expect(await counted("points >= 20")).to.deep.equal([1, 2]);
		// No more of it is kept than is shown.
		await page.waitForFunction(async () => (await indexedDB.databases()).filter(({ name }) => name?.includes("own-file")).length > 0);
		const kept = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? ""));
		expect(new Set(kept.filter((name) => name.includes("own-file")).map((name) => name.split("/")[1]))).to.deep.equal(
			new Set(["other-own-file"]),
		);
	});

	it("is known to be gone when somebody clears the site's data while the page is open", async () => {
		await counted('country = "US"');
		const session = await context.newCDPSession(page);
		await session.send("Storage.clearDataForOrigin", { origin: new URL(serving.url).origin, storageTypes: "all" });
		await told("#offline", "This browser does not keep the page for offline use.");
		await write('country = "CA"');
		await told("#storage", "No profiles are kept any more. Load this page again, or choose a file.");
		await page.locator("segql-preview", { hasText: "There are no profiles to count in yet." }).waitFor();
		await page.reload();
		await told("#storage", madeUp);
		await told("#offline", "Ready to open without a network.");
		// And what was written there before is still there.
		expect(await page.evaluate(() => document.querySelector<StudioElement>("segql-studio")?.value)).to.equal('country = "CA"');
		expect((await counted('country = "CA" and opted_in'))[1]).to.equal(10_000);
	});

	it("is missed when the browser has cleared it, in words, and the made-up people come instead", async () => {
		await choose(three);
		await told("#storage", ofFile);
		const url = serving.url;
		await page.goto("about:blank");
		const other = await context.newPage();
		await other.goto(`${url}favicon.svg`);
		expect(await other.evaluate(() => document.documentElement.localName)).to.equal("svg");
		await other.evaluate(async () => {
			for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name);
		});
		await other.close();
		await page.goto(url);
		await told("#own-said", "What was kept of people.csv is gone from this browser. Choose the file again.");
		await told("#storage", madeUp);
		expect(await page.locator("#back").isVisible()).to.equal(false);
	});
});
