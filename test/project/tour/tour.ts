// One person at the demo in one browser: what every part of the tour uses.
import { expect } from "chai";
import type { Serving } from "../../../demo/serve.ts";
import type { StudioElement } from "../../../src/element/index.ts";
import type { Driver } from "../../browser/drivers/driver.ts";
import { Person, type Thing } from "../../browser/drivers/person.ts";

export const editor: Thing = { css: ".cm-content" };
export const button = (named: string, at?: number): Thing => ({ css: "button", named, ...(at !== undefined && { at }) });
export const tab = (named: string): Thing => ({ css: '[role="tab"]', named });
/** Something in the rows of the builder whose words hold these. */
export const inRow = (words: string, css: string): Thing => ({ css: `[part~="row"][aria-label*="${words}"] ${css}` });

export class Tour {
	readonly driver: Driver;
	readonly person: Person;
	readonly #serving: Serving;
	readonly #pictures: string;

	/** `pictures` is what the names of their files begin with. */
	constructor(driver: Driver, serving: Serving, pictures: string) {
		this.driver = driver;
		this.person = new Person(driver);
		this.#serving = serving;
		this.#pictures = pictures;
	}

	async open(): Promise<void> {
		await this.driver.open(this.#serving.url);
	}

	/** The server goes away, for good. */
	async withoutServer(): Promise<void> {
		await this.#serving.stop();
	}

	/** What the window shows, to be looked at. */
	async screenshot(name: string): Promise<void> {
		await this.driver.screenshot(`${this.#pictures}-${name}.png`);
	}

	/** The same, once colours have come to rest; and the whole page must be accessible as it stands. */
	async picture(name: string): Promise<void> {
		await this.person.until("for colours to come to rest", isAtRest);
		await this.screenshot(name);
		await this.driver.evaluate(askAxe);
		const violations = await this.person.until("for axe", () => (window as unknown as WithAxe).violations);
		expect(violations, name).to.deep.equal([]);
	}

	async text(): Promise<string> {
		return (await this.driver.evaluate(() => document.querySelector<StudioElement>("segql-studio")?.value)) ?? "";
	}

	async textIs(wanted: string): Promise<void> {
		await this.person
			.until(`for the text ${wanted}`, (given) => document.querySelector<StudioElement>("segql-studio")?.value === given, wanted)
			.catch(async (error: Error) => expect(await this.text(), error.message).to.equal(wanted));
	}

	/** Waits for it; returns the text. */
	async textHolds(wanted: string): Promise<string> {
		const has = (given: string) => document.querySelector<StudioElement>("segql-studio")?.value.includes(given);
		await this.person
			.until(`for ${wanted} in the text`, has, wanted)
			.catch(async (error: Error) => expect(await this.text(), error.message).to.include(wanted));
		return this.text();
	}

	/** Types it in place of everything. */
	async write(words: string): Promise<void> {
		await this.person.write(editor, words);
		await this.textIs(words);
	}

	/** As a template of the page: at once, and with a way back. */
	async setText(words: string): Promise<void> {
		await this.driver.evaluate((given) => {
			document.querySelector<StudioElement>("segql-studio")?.replaceText(given);
		}, words);
		await this.textIs(words);
	}

	/** The number on the page, once it is that of the text as it stands. */
	async count(): Promise<number> {
		await this.person.until("for an exact count", () => {
			const session = document.querySelector<StudioElement>("segql-studio")?.session;
			return (
				session?.counts.kind === "exact" &&
				session.counts.counted.version === session.version &&
				session.counts.counted.freshness.kind === "complete"
			);
		});
		const shown = await this.person.until("for a number", () => {
			const preview = document.querySelector("segql-studio")?.shadowRoot?.querySelector("segql-preview")?.shadowRoot;
			const isThere = preview?.querySelector('.count[aria-busy="false"]:not(.outdated)');
			return isThere ? preview?.querySelector('[part="count"]')?.textContent : undefined;
		});
		return Number(shown.replace(/\D/g, ""));
	}

	/** One of a `<select>`, with the arrow keys: the list that a click would open is the system's own, outside of the page. */
	async choose(select: string, wanted: string): Promise<void> {
		const steps = await this.driver.evaluate(
			(id, value) => {
				const element = document.getElementById(id) as HTMLSelectElement;
				element.focus();
				return [...element.options].findIndex((option) => option.value === value) - element.selectedIndex;
			},
			select,
			wanted,
		);
		for (let step = 0; step < Math.abs(steps); step++) await this.person.press(steps > 0 ? "ArrowDown" : "ArrowUp");
		await this.person.until(
			`to have chosen ${wanted}`,
			(id, value) => (document.getElementById(id) as HTMLSelectElement).value === value,
			select,
			wanted,
		);
	}

	/** What the pager of a list of profiles says, once it begins with these words. */
	async rowsSay(beginning: string, other = ""): Promise<string> {
		return await this.person.until(
			`for ${beginning}`,
			(start, not) => {
				const preview = document.querySelector("segql-studio")?.shadowRoot?.querySelector("segql-preview")?.shadowRoot;
				const shown = preview?.querySelector('[part="pager"] [role="status"]')?.textContent?.trim();
				return shown?.startsWith(start) && shown !== not ? shown : undefined;
			},
			beginning,
			other,
		);
	}

	/** Files that the page gave to the person so far, by their texts. */
	async saved(least: number): Promise<readonly string[]> {
		return await this.person.until(
			`for ${least} saved files`,
			(wanted) => {
				const files = (window as unknown as { saved?: string[] }).saved ?? [];
				return files.length >= wanted ? files : undefined;
			},
			least,
		);
	}
}

interface WithAxe {
	readonly axe: {
		run(context: Document, options: object): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>;
	};
	violations: readonly string[] | undefined;
}

/** Sent to the page as text. The answer comes later. */
/** In the page. A document tells only of what is in no shadow root. Spinners never rest. */
function isAtRest(): boolean {
	const restless = (root: Document | ShadowRoot): boolean =>
		root.getAnimations().some((animation) => animation instanceof CSSTransition) ||
		[...root.querySelectorAll("*")].some(({ shadowRoot }) => shadowRoot && restless(shadowRoot));
	return !restless(document);
}

function askAxe(): void {
	const page = window as unknown as WithAxe;
	page.violations = undefined;
	const values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
	page.axe.run(document, { runOnly: { type: "tag", values } }).then(
		({ violations }) => {
			page.violations = violations.flatMap(({ id, nodes }) =>
				nodes.map(({ html, failureSummary = "" }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
			);
		},
		(error) => {
			page.violations = [`axe itself: ${error}`];
		},
	);
}

export type Steps = (tour: () => Tour) => void;
