// Takes the README's pictures of the demo in Chromium, into demo/screenshots: `npm run screenshots`.
import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { StudioElement } from "../src/element/index.ts";
import type { Driver } from "../test/browser/drivers/driver.ts";
import { openDriver } from "../test/browser/drivers/open-driver.ts";
import { Person } from "../test/browser/drivers/person.ts";
import { buildDemo } from "./build.ts";
import { serve } from "./serve.ts";
import { templates } from "./templates.ts";

interface Picture {
	readonly name: string;
	readonly width: number;
	readonly height: number;
	readonly look: "light" | "dark" | "midnight";
	readonly language: "en" | "ar";
	/** What is done before it is taken. */
	readonly prepare?: (person: Person, driver: Driver) => Promise<void>;
}

const pictures: readonly Picture[] = [
	{
		...{ name: "studio", width: 1400, height: 1250, look: "light", language: "en" },
		prepare: async (person) => {
			await person.click({ css: '[role="tab"]', named: "Values" });
			await person.see({ css: '[role="slider"]' });
		},
	},
	{
		...{ name: "builder-dark", width: 1400, height: 900, look: "dark", language: "en" },
		prepare: async (person) => {
			await person.click({ css: "#templates button", at: 4 });
			await person.click({ css: "label", named: "Builder" });
		},
	},
	{ ...{ name: "arabic-midnight", width: 1400, height: 1060, look: "midnight", language: "ar" } },
	{ ...{ name: "narrow", width: 390, height: 1400, look: "light", language: "en" } },
];

const folder = join(import.meta.dirname, "screenshots");
/** Pictures are in the repository, so they are kept small. */
const mostBytes = 300_000;

const serving = await serve(await buildDemo(), 0);
const driver = await openDriver.chromium();
try {
	mkdirSync(folder, { recursive: true });
	for (const picture of pictures) await take(picture);
} finally {
	await driver.close();
	await serving.stop();
}

async function take({ name, width, height, look, language, prepare }: Picture): Promise<void> {
	const person = new Person(driver);
	await driver.resize(width, height);
	await driver.open(serving.url);
	await driver.evaluate(
		(wantedLook, wantedLanguage, text) => {
			document.querySelector<StudioElement>("segql-studio")?.replaceText(text);
			localStorage.setItem("demo-look", wantedLook);
			localStorage.setItem("demo-language", wantedLanguage);
		},
		look,
		language,
		templates[0] ?? "",
	);
	await driver.open(serving.url);
	await counted(person);
	await prepare?.(person, driver);
	await counted(person);
	await driver.evaluate(() => {
		(document.activeElement as HTMLElement | null)?.blur();
		scrollTo({ top: 0, behavior: "instant" });
	});
	// What fades in has, and what is announced is said.
	await new Promise((resolve) => setTimeout(resolve, 800));
	const file = join(folder, `${name}.png`);
	await driver.screenshot(file);
	const { size } = statSync(file);
	if (size > mostBytes) throw new Error(`${file} has ${size} bytes: ${mostBytes} at most, so make it smaller.`);
	console.log(`${file}: ${size} bytes`);
}

/** The count that is shown is that of the text, among all people. */
async function counted(person: Person): Promise<void> {
	await person.until("for an exact count", () => {
		const session = document.querySelector<StudioElement>("segql-studio")?.session;
		return (
			session?.counts.kind === "exact" &&
			session.counts.counted.version === session.version &&
			session.counts.counted.freshness.kind === "complete"
		);
	});
}
