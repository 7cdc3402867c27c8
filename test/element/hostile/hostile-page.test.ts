// Pages that make it hard: the strictest policies, another Lit, another version of us, style sheets for everything, boxes that clip.
import { sendKeys } from "@web/test-runner-commands";
import { expect } from "chai";
import type { StudioElement } from "../../../src/element/index.ts";
import { type HostPage, hostPage, hosts, until } from "../host-page.ts";
import { press } from "../press.ts";

const strict = (policies: string): string =>
	[
		"default-src 'none'",
		"script-src 'self'",
		"style-src 'none'",
		"connect-src 'self'",
		"require-trusted-types-for 'script'",
		`trusted-types ${policies}`,
	].join("; ");

const catalogue = {
	timezone: "UTC",
	fields: [
		{ name: "country", type: "text" },
		{ name: "points", type: "number" },
		{ name: '<img src=x onerror="parent.hurt=1">', type: "text" },
		{ name: "\u202Eevil", type: "text" },
	],
} as const;
const profiles = Array.from({ length: 20 }, (_, points) => ({
	...{ user_id: `<script>parent.hurt=1</script>${points}`, points, country: '"><svg onload="parent.hurt=1">' },
	'<img src=x onerror="parent.hurt=1">': "<b>",
}));

describe("a hostile page", () => {
	let page: HostPage;
	afterEach(() => {
		const { complaints } = page;
		page.remove();
		expect(complaints).to.deep.equal([]);
		expect(window).not.to.have.property("hurt");
	});

	const studioOf = (within: HostPage): StudioElement => within.document.querySelector("segql-studio") as StudioElement;

	async function prepare(studio: StudioElement): Promise<void> {
		studio.catalogue = catalogue;
		studio.profiles = profiles;
		studio.value = "points >= 5";
		await studio.ready;
		await until(() => studio.session.counts.kind === "exact", "a count");
		await until(() => codeOf(studio) !== null, "the code editor");
	}

	const partOf = (studio: StudioElement, name: string): ShadowRoot => studio.renderRoot.querySelector(`.${name}`)?.shadowRoot as ShadowRoot;
	const codeOf = (studio: StudioElement): HTMLElement | null => partOf(studio, "editor").querySelector<HTMLElement>(".cm-content");
	const countOf = ({ session: { counts } }: StudioElement) => (counts.kind === "exact" ? counts.counted.preview.count : counts.kind);

	/** Types, takes a suggestion, uses the builder, undoes: in each of the three parts something happens by hand. */
	async function useAll(studio: StudioElement): Promise<void> {
		const code = codeOf(studio) as HTMLElement;
		code.focus();
		await press("Control+End");
		await sendKeys({ type: " and cou" });
		await until(() => isSuggestionSeen(studio), "suggestions that can be seen");
		// A key that comes at once was meant for the text.
		await new Promise((resolve) => setTimeout(resolve, 200));
		await press("Enter");
		await until(() => studio.value.startsWith("points >= 5 and country"), "the suggestion in the text");
		studio.session.edit([{ span: { from: 0, to: studio.value.length }, text: 'points >= 5 and country contains "svg"' }], {
			origin: "editor",
		});
		await until(() => partOf(studio, "builder").querySelectorAll("[part~=condition]").length === 2, "two rows");
		await until(() => countOf(studio) === 15, "the count of the new text");
		studio.session.undo();
		expect(studio.value).to.match(/^points >= 5 and country/);
		const number = partOf(studio, "builder").querySelector<HTMLInputElement>("input[part~=value]");
		studio.value = "points >= 5";
		await until(() => countOf(studio) === 15, "the count of the first text");
		expect(number === null || number instanceof (studio.ownerDocument.defaultView as typeof globalThis & Window).HTMLInputElement).to.equal(
			true,
		);
	}

	/** The list is drawn anew when more is known of it: the item of a moment ago may be gone. */
	function isSuggestionSeen(studio: StudioElement): boolean {
		const item = partOf(studio, "editor").querySelector<HTMLElement>(".cm-tooltip-autocomplete li");
		return item !== null && isSeen(studio, item);
	}

	/** Whether it is what is at its own middle: not clipped, not covered, not outside. */
	function isSeen(studio: StudioElement, element: HTMLElement): boolean {
		const { left, top, width, height } = element.getBoundingClientRect();
		if (width === 0 || height === 0) return false;
		const root = element.getRootNode() as ShadowRoot;
		const hit = root.elementFromPoint(left + Math.min(width, 40) / 2, top + height / 2);
		return hit !== null && (hit === element || element.contains(hit)) && studio.isConnected;
	}

	it("with default-src 'none', no styles, and Trusted Types of our name only", async () => {
		page = await hostPage("<segql-studio></segql-studio>", { policy: strict("host segql-0.1.0-first") });
		await page.load(`${hosts}first/segql.js`);
		await prepare(studioOf(page));
		await useAll(studioOf(page));
	});

	it("with another Lit beside ours", async () => {
		page = await hostPage('<other-lit title="first"></other-lit><segql-studio></segql-studio><other-lit title="second"></other-lit>', {
			policy: strict("host segql-0.1.0-first lit-html 'allow-duplicates'"),
		});
		await page.load(`${hosts}other-lit.js`);
		await page.load(`${hosts}first/segql.js`);
		await prepare(studioOf(page));
		await useAll(studioOf(page));
		const others = [...page.document.querySelectorAll("other-lit")].map(({ shadowRoot }) => shadowRoot?.textContent);
		expect(others).to.deep.equal(["Made by another Lit: first", "Made by another Lit: second"]);
	});

	it("with two versions of us, one loaded after the other: the first has the names, and both work", async () => {
		page = await hostPage("<segql-studio></segql-studio>", {
			policy: strict("host segql-0.1.0-first segql-0.1.0-second 'allow-duplicates'"),
		});
		await page.load(`${hosts}first/segql.js`);
		const Registered = page.window.customElements.get("segql-studio");
		await page.load(`${hosts}second/segql.js`);
		expect(page.window.customElements.get("segql-studio")).to.equal(Registered);
		await prepare(studioOf(page));
		await useAll(studioOf(page));
		// A host that takes the second one's class by itself gets all of its parts from the second one.
		await page.load(`${hosts}use-second.js`);
		const second = page.document.querySelector("second-studio") as StudioElement;
		expect(second.constructor).not.to.equal(Registered);
		studioOf(page).remove();
		await prepare(second);
		await useAll(second);
		for (const name of ["editor", "builder", "preview"]) {
			expect(second.renderRoot.querySelector(`.${name}`)?.localName).to.equal(`segql-${name}-2`);
		}
	});

	it("with a style sheet that takes everything away from everything", async () => {
		page = await hostPage("<segql-studio></segql-studio>", { policy: strict("host segql-0.1.0-first") });
		const sheet = new page.window.CSSStyleSheet();
		sheet.replaceSync("* { all: initial !important } button, input, svg { display: none !important; width: 0 !important }");
		page.document.adoptedStyleSheets = [sheet];
		await page.load(`${hosts}first/segql.js`);
		const studio = studioOf(page);
		await prepare(studio);
		await useAll(studio);
		for (const name of ["editor", "builder", "preview"]) {
			const { width, height } = (studio.renderRoot.querySelector(`:has(> .${name})`) as HTMLElement).getBoundingClientRect();
			expect(Math.min(width, height), name).to.be.greaterThan(20);
		}
		for (const button of studio.renderRoot.querySelectorAll("button")) expect(button.getBoundingClientRect().width).to.be.at.least(24);
	});

	it("in boxes that clip, move and contain", async () => {
		page = await hostPage('<div id="outer"><div id="inner"><segql-studio view="text"></segql-studio></div></div>', {
			policy: strict("host segql-0.1.0-first"),
		});
		const sheet = new page.window.CSSStyleSheet();
		sheet.replaceSync(
			"#outer { overflow: hidden; transform: translate(10px, 5px); height: 150px } #inner { contain: paint; overflow: clip; height: 140px }",
		);
		page.document.adoptedStyleSheets = [sheet];
		await page.load(`${hosts}first/segql.js`);
		const studio = studioOf(page);
		await prepare(studio);
		const code = codeOf(studio) as HTMLElement;
		code.focus();
		await press("Control+End");
		await sendKeys({ type: " and cou" });
		await until(() => isSuggestionSeen(studio), "suggestions that can be seen");
	});
});
