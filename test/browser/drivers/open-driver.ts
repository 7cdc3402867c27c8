// A driver of each engine. Throws an Error of one sentence when the engine is not there.
import type { Engine } from "../engines.ts";
import type { Driver } from "./driver.ts";
import { chromiumDriver, firefoxDriver } from "./puppeteer-driver.ts";
import { webKitDriver } from "./webkit-driver.ts";

export const openDriver: Readonly<Record<Engine, () => Promise<Driver>>> = {
	chromium: chromiumDriver,
	firefox: firefoxDriver,
	webkit: webKitDriver,
};
