// The demo without its server, and when its files change: whole, in one version, and with words that are true.
import { copyFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { type Serving, serve } from "../../demo/serve.ts";
import { launchChromium, mostWaitMs } from "../browser/launch-chromium.ts";
import { buildVersions, laterTitle, onlyIn, type Versions } from "./demo-versions.ts";

const firstTitle = "Who gets the autumn letter?";
const ready = "Ready to open without a network.";
const never = "This browser does not keep the page for offline use.";
const newer = "A newer version of this page is here: it opens when you load the page again.";

describe("the demo without a network, and in several versions", () => {
	let versions: Versions;
	let browser: Browser;
	let serving: Serving;
	let context: BrowserContext;

	before(async () => {
		versions = await buildVersions();
		browser = await launchChromium();
	});

	after(async () => {
		await browser?.close();
		versions?.remove();
	});

	beforeEach(async () => {
		versions.put("first");
		serving = await serve(versions.site, 0);
		context = await browser.newContext();
		context.setDefaultTimeout(mostWaitMs);
	});

	afterEach(async () => {
		await context.close();
		await serving.stop();
	});

	const visit = async (path = ""): Promise<Page> => {
		const page = await context.newPage();
		await page.goto(serving.url + path);
		return page;
	};
	const says = (page: Page, sentence: string): Promise<void> => page.locator("#offline", { hasText: sentence }).waitFor();
	const title = (page: Page): Promise<string> => page.locator("h1").innerText();
	const counts = (page: Page): Promise<void> => page.locator("segql-preview", { hasText: "Exact: every profile was tested." }).waitFor();
	/** A part that is loaded at that moment. */
	const tabInGerman = async (page: Page): Promise<string> => {
		await page.locator("#language").selectOption("de");
		const tab = page.getByRole("tab", { name: "Bedingungen" });
		await tab.waitFor();
		return tab.innerText();
	};

	it("the two versions differ in what is there at once and in what is loaded later", () => {
		const kinds = (names: readonly string[]): string[] =>
			names.filter((name) => /index|words\.de/.test(name)).map((name) => name.replace(/-.*/, ""));
		expect(kinds(onlyIn(versions.first, versions.later))).to.include.members(["assets/index", "assets/words.de"]);
		expect(kinds(onlyIn(versions.later, versions.first))).to.include.members(["assets/index", "assets/words.de"]);
	});

	it("a page that is open goes on with the parts of its own version, and is told of the newer one, which is there at the next load", async () => {
		const open = await visit();
		await says(open, ready);
		versions.put("later");
		const second = await visit();
		await says(second, newer);
		await says(open, newer);
		// What the newer version removes is gone by then.
		await open.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");
		expect([await title(open), await title(second)]).to.deep.equal([firstTitle, firstTitle]);
		expect([await tabInGerman(open), await tabInGerman(second)]).to.deep.equal(["Bedingungen", "Bedingungen"]);

		await serving.stop();
		await open.locator("#language").selectOption("en");
		await open.reload();
		await counts(open);
		expect(await title(open)).to.equal(laterTitle);
		await says(open, ready);
		expect(await tabInGerman(open)).to.equal("Neue Bedingungen");
	});

	it("keeps no mix when the files change while they are fetched, and says that it keeps none", async () => {
		copyFileSync(join(versions.later, "index.html"), join(versions.site, "index.html"));
		for (const name of onlyIn(versions.later, versions.first)) copyFileSync(join(versions.later, name), join(versions.site, name));
		const page = await visit();
		await says(page, never);
		expect(await title(page)).to.equal(laterTitle);
		expect(await page.evaluate(() => caches.keys())).to.deep.equal([]);
		versions.put("later");
		await page.reload();
		await says(page, ready);
	});

	it("says so when a file is missing, and goes on with the version that it has", async () => {
		const page = await visit();
		await says(page, ready);
		versions.put("later");
		rmSync(join(versions.site, "favicon.svg"));
		await page.reload();
		await page.evaluate(async () => {
			const registration = await navigator.serviceWorker.ready;
			await registration.update().catch(() => undefined);
			const { installing } = registration;
			if (installing) await new Promise((resolve) => installing.addEventListener("statechange", resolve));
		});
		await says(page, ready);
		await serving.stop();
		await page.reload();
		await counts(page);
		expect(await title(page)).to.equal(firstTitle);
		await says(page, ready);
	});

	it("fetches again what the browser has cleared", async () => {
		const page = await visit();
		await says(page, ready);
		await page.evaluate(async () => {
			for (const name of await caches.keys()) await caches.delete(name);
		});
		await page.reload();
		await says(page, ready);
		await serving.stop();
		await page.reload();
		await counts(page);
		await says(page, ready);
	});

	it("is kept in each of several folders of one site, with their own versions", async () => {
		versions.put("first", "one");
		versions.put("later", "two");
		const one = await visit("one/");
		await says(one, ready);
		const two = await visit("two/");
		await says(two, ready);
		const session = await context.newCDPSession(two);
		const { url, errors } = await session.send("Page.getAppManifest");
		expect([url, errors]).to.deep.equal([`${serving.url}two/manifest.webmanifest`, []]);
		await serving.stop();
		for (const [page, wanted] of [
			[one, firstTitle],
			[two, laterTitle],
		] as const) {
			await page.reload();
			await counts(page);
			expect(await title(page)).to.equal(wanted);
		}
	});

	it("is at its own address, with whatever is asked there, and nowhere else", async () => {
		const page = await visit();
		await says(page, ready);
		const missing = await page.goto(`${serving.url}nothing-here`);
		expect([missing?.status(), await missing?.text()]).to.deep.equal([404, "There is nothing at this address.\n"]);
		expect(await (await page.goto(`${serving.url}favicon.svg`))?.text()).to.match(/^<svg /);
		await serving.stop();
		for (const path of ["index.html", "?utm_source=letter"]) {
			await page.goto(serving.url + path);
			await counts(page);
		}
	});

	it("says that it keeps nothing where the browser has no service workers", async () => {
		await context.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, "serviceWorker"));
		await says(await visit(), never);
	});
});
