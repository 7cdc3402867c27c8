// The demo as its first visitor sees it: built, served under the strict policy, opened in Chromium, then again with the server gone.
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import type { Browser, Page } from "playwright-core";
import { buildDemo } from "../../demo/build.ts";
import { type Serving, serve } from "../../demo/serve.ts";
import type { StudioElement } from "../../src/element/index.ts";
import { launchChromium, mostWaitMs } from "../browser/launch-chromium.ts";
import { root } from "./source-files.ts";

describe("the demo", () => {
	let serving: Serving;
	let browser: Browser;
	let page: Page;
	/** Everything the page complains about: errors in the console, uncaught errors, violations of the policy. */
	const complaints: string[] = [];

	before(async () => {
		serving = await serve(await buildDemo(), 0);
		browser = await launchChromium();
		page = await browser.newPage();
		page.setDefaultTimeout(mostWaitMs);
		page.on("console", (message) => {
			if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
		});
		page.on("pageerror", (error) => complaints.push(String(error)));
		await page.addInitScript(() => {
			document.addEventListener("securitypolicyviolation", (event) =>
				console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`),
			);
		});
	});

	after(async () => {
		await browser?.close();
		await serving?.stop();
		rmSync(join(root, "demo", "dist"), { recursive: true, force: true });
	});

	/** The exact count of the text that stands there now. */
	const exactCount = async (): Promise<number> => {
		const found = await page.waitForFunction(() => {
			const studio = document.querySelector<StudioElement>("segql-studio");
			const counts = studio?.session.counts;
			const isNow =
				counts?.kind === "exact" && counts.counted.version === studio?.session.version && counts.counted.freshness.kind === "complete";
			return isNow ? { count: counts.counted.preview.count, size: counts.counted.preview.size } : undefined;
		});
		const { count, size } = (await found.jsonValue()) as { count: number; size: number };
		expect(size).to.equal(10_000);
		return count;
	};

	/** The code editor, which takes the place of a text area. */
	const editor = () => page.locator("segql-editor .cm-content");
	const write = async (text: string): Promise<void> => {
		await editor().focus();
		await page.keyboard.press("ControlOrMeta+a");
		await page.keyboard.insertText(text);
		await page.waitForFunction((wanted) => document.querySelector<StudioElement>("segql-studio")?.value === wanted, text);
	};
	const hasErrors = () => page.waitForFunction(() => document.querySelector<StudioElement>("segql-studio")?.session.compiled?.ok === false);

	it("opens with a segment that some are in and some are not, on ten thousand profiles", async () => {
		await page.goto(serving.url);
		const count = await exactCount();
		expect(count).to.be.within(100, 5_000);
		await page.getByText("10,000 profiles, kept in this browser. A worker counts them.").waitFor();
	});

	it("every template compiles and finds someone, but for the one with a slip of the pen", async () => {
		const buttons = page.locator("#templates button");
		const titles = await buttons.allInnerTexts();
		expect(titles).to.have.lengthOf(6);
		for (const [index, title] of titles.entries()) {
			await buttons.nth(index).click();
			if (index < titles.length - 1) expect(await exactCount(), title).to.be.greaterThan(0);
			else await hasErrors();
		}
	});

	it("offers a fix for a slip, and one click takes it", async () => {
		await write('contry = "US"');
		await page.getByText('There is no field "contry".', { exact: false }).first().waitFor();
		await page.getByRole("button", { name: "Change to country" }).first().click();
		expect(await editor().innerText()).to.match(/^country = "US"/);
		expect(await exactCount()).to.be.greaterThan(1_000);
	});

	it("shows names as they are, whatever they hold", async () => {
		await write('first_name contains "<img"');
		expect(await exactCount()).to.be.greaterThan(0);
		await page.getByRole("tab", { name: "Profiles" }).click();
		await page.locator("segql-preview").getByText("hidden", { exact: true }).first().waitFor();
		await page.getByLabel("Show personal data").check();
		await page.getByText("<img src=x onerror=alert(1)>").first().waitFor();
		expect(await page.locator("segql-preview img").count()).to.equal(0);
	});

	it("speaks four languages, and what it says of its people follows", async () => {
		const said: Record<string, string> = {};
		const titles = new Set<string>();
		for (const language of ["de", "es", "ar", "en"]) {
			await page.locator("#language").selectOption(language);
			await page
				.locator(`segql-preview :text-is("${{ de: "Profile", es: "Perfiles", ar: "الملفات", en: "Profiles" }[language]}")`)
				.first()
				.waitFor();
			said[language] = await page.locator("#storage").innerText();
			titles.add(await page.title());
		}
		expect([...titles]).to.deep.equal(["Lumen & Oak · Briefe", "Lumen & Oak · Cartas", "Lumen & Oak · الرسائل", "Lumen & Oak · Letters"]);
		expect(new Set(Object.values(said)).size).to.equal(4);
		const asOf = await page.evaluate(() => {
			const counts = document.querySelector<StudioElement>("segql-studio")?.session.counts;
			const at = counts?.kind === "exact" ? counts.counted.freshness.asOf : 0;
			return new Date(at).toLocaleString("de", { dateStyle: "medium", timeStyle: "short" });
		});
		expect(said.de).to.equal(`10.000 Profile, in diesem Browser aufgehoben. Ein Worker zählt sie. Stand: ${asOf}.`);
		expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).to.deep.equal(["en", "ltr"]);
	});

	it("keeps a segment, which others can name", async () => {
		await write('country = "CA"');
		const canadians = await exactCount();
		await page.locator("#save input").fill("Canadians");
		await page.getByRole("button", { name: "Save", exact: true }).click();
		await page.getByText("“Canadians” is saved in this browser.").waitFor();
		await write('in segment "Canadians"');
		expect(await exactCount()).to.equal(canadians);
		await page.getByRole("button", { name: "Open Canadians" }).click();
		expect(await editor().innerText()).to.match(/^country = "CA"/);
		await page.getByRole("button", { name: "Delete Canadians" }).click();
		await page.getByText("None yet.", { exact: false }).waitFor();
	});

	it("asks before a saved segment is replaced, and gives back one that was removed", async () => {
		const said = (sentence: string) => page.locator("#library-said", { hasText: sentence }).waitFor();
		const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
		const compared = () => page.evaluate(() => document.querySelector<StudioElement>("segql-studio")?.saved);
		await write('country = "CA"');
		await page.locator("#save input").fill("Some");
		await press("Save");
		await said("“Some” is saved in this browser.");
		expect(await compared()).to.equal('country = "CA"');
		await press("Save");
		await said("“Some” is saved in this browser.");

		await write('country = "US"');
		await press("Save");
		await said("“Some” is there already, with another text. Press “Replace” to put this one in its place.");
		expect(await compared()).to.equal('country = "CA"');
		await page.locator("#save input").pressSequentially("body");
		await page.getByRole("button", { name: "Save", exact: true }).waitFor();
		await page.locator("#save input").fill("Some");
		await press("Save");
		await press("Replace");
		await said("“Some” is saved in this browser.");
		expect(await compared()).to.equal('country = "US"');

		await page.reload();
		await page.getByRole("button", { name: "Open Some", exact: true }).waitFor();
		expect(await page.getByText("None yet.", { exact: false }).isVisible()).to.equal(false);
		expect(await page.locator("#library-said").innerText()).to.equal("");
		await exactCount();
		await press("Open Some");
		expect(await compared()).to.equal('country = "US"');
		await press("Delete Some");
		await said("“Some” is removed.");
		expect([await compared(), await page.locator("#library li").count()]).to.deep.equal([undefined, 0]);
		await page.getByText("None yet.", { exact: false }).waitFor();
		expect(await page.evaluate(() => document.activeElement?.id)).to.equal("library-undo");
		await page.keyboard.press("Enter");
		await said("“Some” is back.");
		expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).to.equal("Open Some");
		expect(await compared()).to.equal('country = "US"');
		expect(await page.locator("#library-undo").isVisible()).to.equal(false);
		await press("Delete Some");
		await said("“Some” is removed.");
	});

	it("counts the people of a file of one's own, and goes back", async () => {
		const lines = ["user_id,points,city", "a,10,Oslo", "b,20,Rome", 'c,30,"<b>Bern</b>"'].join("\n");
		await page.locator("#file").setInputFiles({ name: "people.csv", mimeType: "text/csv", buffer: Buffer.from(lines) });
		await page.getByText("From people.csv. 3 profiles, kept in this browser. A worker counts them.").waitFor();
		await write("points >= 20");
		await page.locator("segql-preview").getByText("of 3 profiles", { exact: false }).first().waitFor();
		expect(await page.locator("#fields dt").allInnerTexts()).to.deep.equal(["user_id", "points", "city"]);
		await page.getByRole("button", { name: "Back to the made-up people" }).click();
		await write('country = "US"');
		expect(await exactCount()).to.be.greaterThan(1_000);
	});

	it("a file that comes while the people are still made up takes their place, and nobody is told of their end", async () => {
		const context = await browser.newContext();
		const other = await context.newPage();
		other.setDefaultTimeout(mostWaitMs);
		await other.addInitScript(() => {
			const said: string[] = [];
			Object.assign(window, { said });
			document.addEventListener("DOMContentLoaded", () => {
				const place = document.getElementById("storage") as HTMLElement;
				const file = document.getElementById("file") as HTMLInputElement;
				const choose = (): void => {
					const chosen = new DataTransfer();
					chosen.items.add(new File(["user_id,points\na,10\nb,20\n"], "people.csv"));
					file.files = chosen.files;
					file.dispatchEvent(new Event("change"));
				};
				new MutationObserver(() => {
					said.push(place.innerText);
					if (said.length === 1) choose();
				}).observe(place, { childList: true });
			});
		});
		const saidSoFar = () => other.evaluate(() => (window as unknown as { said: readonly string[] }).said);
		await other.goto(serving.url);
		const done = "From people.csv. 2 profiles, kept in this browser. A worker counts them.";
		await other.getByText(done).waitFor();
		await other.getByRole("button", { name: "Back to the made-up people" }).click();
		await other.getByText("10,000 profiles, kept in this browser. A worker counts them.").waitFor();
		const said = await saidSoFar();
		expect(said[0]).to.match(/^Making people up: 0 of 10,000\.$/);
		expect(said.filter((each) => !/^(Making people up|From people\.csv|10,000 profiles)/.test(each))).to.deep.equal([]);
		const [then, back] = [said.findIndex((each) => each.startsWith(done)), said.findLastIndex((each) => each.startsWith(done))];
		expect(said.slice(then, back).filter((each) => !each.startsWith("From people.csv."))).to.deep.equal([]);
		await context.close();
	});

	it("says why a file holds no people", async () => {
		await page
			.locator("#file")
			.setInputFiles({ name: "picture.csv.gz", mimeType: "application/gzip", buffer: Buffer.from([0x1f, 0x8b, 8, 0, 1, 2]) });
		await page.locator("#own-said", { hasText: "The gzip file" }).waitFor();
		expect(await page.locator("#own-said").innerText()).to.match(/^The gzip file "picture\.csv\.gz" ends /);
		expect(await page.locator("#reading").isVisible()).to.equal(false);
		await page.reload();
		expect(await exactCount()).to.be.greaterThan(0);
	});

	it("can be installed: a manifest that the browser reads, an icon, and a worker that serves the page", async () => {
		const session = await page.context().newCDPSession(page);
		const { url, data, errors } = await session.send("Page.getAppManifest");
		expect(errors).to.deep.equal([]);
		const manifest = JSON.parse(data ?? "{}") as {
			name: string;
			display: string;
			start_url: string;
			scope: string;
			icons: { src: string; sizes: string; type: string; purpose?: string }[];
		};
		expect(manifest).to.include({ name: "SegQL demo", display: "standalone", start_url: "./", scope: "./" });
		const icons = manifest.icons.map(({ sizes, type, purpose = "any" }) => `${sizes} ${type} ${purpose}`);
		expect(icons).to.deep.equal(["any image/svg+xml any", "192x192 image/png any", "512x512 image/png any", "512x512 image/png maskable"]);
		const touch = (await page.locator('link[rel="apple-touch-icon"]').getAttribute("href")) ?? "";
		for (const { src, type, sizes } of [...manifest.icons, { src: touch, type: "image/png", sizes: "180x180" }]) {
			const icon = await page.request.get(new URL(src, url).href);
			expect(icon.headers()["content-type"], src).to.equal(type);
			if (type === "image/png") expect(sizeOfPng(await icon.body()), src).to.equal(sizes);
		}
		expect(await session.send("Page.getInstallabilityErrors")).to.deep.equal({ installabilityErrors: [] });
		expect(await page.evaluate(() => navigator.serviceWorker.ready.then(({ active }) => active?.scriptURL))).to.match(
			/service-worker\.js$/,
		);
	});

	it("opens, edits and counts with the server gone", async () => {
		await page.getByText("Ready to open without a network.").waitFor();
		await write('country = "CA"');
		const before = await exactCount();
		const { url } = serving;
		await serving.stop();
		await page.reload();
		await page.getByText("10,000 profiles, kept in this browser. A worker counts them.").waitFor();
		await exactCount();
		await write('country = "CA"');
		expect(await exactCount()).to.equal(before);
		// The server is really gone: what is not kept does not come.
		const gone = await page.evaluate(
			(address) =>
				fetch(`${address}not-kept`).then(
					() => false,
					() => true,
				),
			url,
		);
		expect(gone).to.equal(true);
	});

	it("never complained", () => {
		// The failed fetch above is the browser's own line; so is that its scanner had fetched a script before the service worker was there, on a busy
		// machine: the page preloads nothing.
		const own = ["net::ERR_", "Failed to fetch", "cross-world service worker resource mismatch"];
		expect(complaints.filter((line) => !own.some((words) => line.includes(words)))).to.deep.equal([]);
		expect(existsSync(join(root, "demo", "dist", "service-worker.js"))).to.equal(true);
	});
});

/** As it says itself, in its first chunk. */
const sizeOfPng = (bytes: Buffer): string => `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`;
