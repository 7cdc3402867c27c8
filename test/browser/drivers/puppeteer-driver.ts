// Drives Chromium, through its own protocol, and Firefox, through WebDriver BiDi: both by puppeteer-core.
import { puppeteerCore } from "@web/test-runner-chrome";
import { firefoxPath } from "../engines.ts";
import { chromeArguments, findChrome } from "../find-chrome.ts";
import { mostWaitMs } from "../launch-chromium.ts";
import { type Driver, dragSteps, type Plain, type Point } from "./driver.ts";

type Browser = Awaited<ReturnType<typeof puppeteerCore.launch>>;
type Page = Awaited<ReturnType<Browser["newPage"]>>;
type KeyInput = Parameters<Page["keyboard"]["press"]>[0];

export async function chromiumDriver(): Promise<Driver> {
	const chrome = await findChrome();
	const browser = await puppeteerCore.launch({
		...{ executablePath: chrome.path, args: [...chromeArguments(chrome), "--force-device-scale-factor=1"], timeout: mostWaitMs },
	});
	return PuppeteerDriver.of("Chromium", browser);
}

export async function firefoxDriver(): Promise<Driver> {
	const executablePath = firefoxPath();
	if (!executablePath) throw new Error("There is no Firefox here: install Firefox or firefox-esr, or set FIREFOX_PATH.");
	return PuppeteerDriver.of("Firefox", await puppeteerCore.launch({ browser: "firefox", executablePath, timeout: mostWaitMs }));
}

class PuppeteerDriver implements Driver {
	readonly name: string;
	readonly #browser: Browser;
	readonly #page: Page;

	constructor(name: string, browser: Browser, page: Page) {
		this.name = name;
		this.#browser = browser;
		this.#page = page;
	}

	static async of(name: string, browser: Browser): Promise<Driver> {
		try {
			const page = await browser.newPage();
			page.setDefaultTimeout(mostWaitMs);
			return new PuppeteerDriver(name, browser, page);
		} catch (error) {
			await browser.close();
			throw error;
		}
	}

	async open(url: string): Promise<void> {
		await this.#page.goto(url);
	}

	evaluate<Given extends readonly Plain[], Found>(look: (...given: Given) => Found, ...given: Given): Promise<Found> {
		return this.#page.evaluate(look as (...given: readonly Plain[]) => Found, ...given) as Promise<Found>;
	}

	async clickAt(x: number, y: number): Promise<void> {
		await this.#page.mouse.click(x, y);
	}

	async moveTo(x: number, y: number): Promise<void> {
		await this.#page.mouse.move(x, y, { steps: 3 });
	}

	async drag(from: Point, to: Point): Promise<void> {
		const { mouse } = this.#page;
		await mouse.move(from.x, from.y);
		await mouse.down();
		await mouse.move(to.x, to.y, { steps: dragSteps });
		await mouse.up();
	}

	async press(...keys: readonly string[]): Promise<void> {
		const { keyboard } = this.#page;
		for (const key of keys) {
			const chord = (key.length > 1 ? key.split("+") : [key]) as KeyInput[];
			const held = chord.slice(0, -1);
			for (const each of held) await keyboard.down(each);
			await keyboard.press(chord.at(-1) as KeyInput);
			for (const each of held.reverse()) await keyboard.up(each);
		}
	}

	async type(text: string): Promise<void> {
		await this.#page.keyboard.type(text);
	}

	async resize(width: number, height: number): Promise<void> {
		await this.#page.setViewport({ width, height, deviceScaleFactor: 1 });
	}

	async screenshot(file: string): Promise<void> {
		await this.#page.screenshot({ path: file as `${string}.png` });
	}

	async close(): Promise<void> {
		await this.#browser.close();
	}
}
