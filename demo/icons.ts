// Makes the PNG icons of telephones and tablets from public/favicon.svg, in Chromium: `node demo/icons.ts`, after the drawing has changed.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { launchChromium } from "../test/browser/launch-chromium.ts";

const folder = join(import.meta.dirname, "public");
const drawing = readFileSync(join(folder, "favicon.svg"), "utf8");
const blue = "#1f5fbf";

interface Icon {
	readonly name: string;
	readonly pixels: number;
	/** What the system cuts into a shape of its own has colour up to its edges; the drawing is in the middle of it. */
	readonly isCut: boolean;
}

const icons: readonly Icon[] = [
	{ name: "icon-180", pixels: 180, isCut: true },
	{ name: "icon-192", pixels: 192, isCut: false },
	{ name: "icon-512", pixels: 512, isCut: false },
	{ name: "icon-maskable-512", pixels: 512, isCut: true },
];

const browser = await launchChromium();
try {
	for (const { name, pixels, isCut } of icons) {
		const page = await browser.newPage({ viewport: { width: pixels, height: pixels } });
		await page.setContent(drawing);
		await page.addStyleTag({ content: "body { margin: 0 } svg { display: block; width: 100%; height: 100% }" });
		if (isCut) await page.addStyleTag({ content: `body { background: ${blue} }` });
		await page.screenshot({ path: join(folder, `${name}.png`), omitBackground: true });
		await page.close();
	}
} finally {
	await browser.close();
}
