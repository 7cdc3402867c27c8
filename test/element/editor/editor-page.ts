// An editor on a page as tests need it: a small business, a few profiles whose counts are made here, and ways to look at both surfaces alike.
import { sendKeys } from "@web/test-runner-commands";
import axe from "axe-core";
import { EditorElement } from "../../../src/element/editor/editor-element.ts";
import type { CatalogueInput } from "../../../src/fields/catalogue.ts";

if (!customElements.get("segql-editor")) customElements.define("segql-editor", EditorElement);

declare global {
	interface HTMLElementTagNameMap {
		"segql-editor": EditorElement;
	}
}

export const catalogue: CatalogueInput = {
	business_id: "test",
	timezone: "UTC",
	fields: [
		{ name: "country", type: "text", description: "Where they live" },
		{ name: "plan", type: "text", options: ["free", "pro"] },
		{ name: "email", type: "text", pii: "EMAIL" },
		{ name: "points", type: "number" },
		{ name: "opted_in", type: "boolean" },
		{ name: "seen_at", type: "datetime" },
		{ name: "tags", type: "list", items: "text" },
		{ name: "orders", type: "collection", fields: [{ name: "total", type: "number" }] },
	],
};

export const violations: string[] = [];
document.addEventListener("securitypolicyviolation", (event) =>
	violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`),
);

export async function editorOnPage(properties: Partial<EditorElement> = {}): Promise<EditorElement> {
	const element = document.createElement("segql-editor");
	Object.assign(element, { catalogue, now: Date.UTC(2026, 4, 10, 12), ...properties });
	document.body.append(element);
	await element.updateComplete;
	await element.ready;
	if (element.editor === "code") await until(() => element.surface === "code");
	await element.updateComplete;
	return element;
}

export const inside = <T extends Element = HTMLElement>(element: EditorElement, selector: string): T => {
	const found = element.renderRoot.querySelector<T>(selector);
	if (!found) throw new Error(`There is no ${selector}.`);
	return found;
};

export const all = (element: EditorElement, selector: string): HTMLElement[] => [
	...element.renderRoot.querySelectorAll<HTMLElement>(selector),
];

/** What is read of these, in one line each. */
export const words = (element: EditorElement, selector: string): string[] =>
	all(element, selector).map((found) => found.innerText.trim().replace(/\s+/g, " "));

/** Where the text is typed. */
export const field = (element: EditorElement): HTMLElement => inside(element, element.surface === "code" ? ".cm-content" : "textarea");

/** The text as it is shown. */
export const shownText = (element: EditorElement): string => {
	const found = field(element);
	if (found instanceof HTMLTextAreaElement) return found.value;
	return [...found.querySelectorAll(".cm-line")].map((line) => withoutWidgets(line).textContent).join("\n");
};

function withoutWidgets(line: Element): Element {
	const copy = line.cloneNode(true) as Element;
	for (const widget of copy.querySelectorAll(".count, .cm-placeholder")) widget.remove();
	return copy;
}

export const isFocused = (element: EditorElement): boolean => {
	const active = element.shadowRoot?.activeElement;
	return active === field(element);
};

const isWebDriver = /AppleWebKit/.test(navigator.userAgent) && !/Chrom/.test(navigator.userAgent);

/** One key or chord (`Control+Shift+z`) after another. */
export async function press(...chords: readonly string[]): Promise<void> {
	for (const chord of chords) {
		const keys = chord.split("+");
		const key = keys.pop() ?? "";
		const shown = keys.includes("Shift") && key.length === 1 ? key.toUpperCase() : key;
		if (isWebDriver) await sendKeys({ press: [...keys, shown].join("+") });
		else {
			for (const modifier of keys) await sendKeys({ down: modifier });
			await sendKeys({ press: shown === "Space" ? " " : shown });
			for (const modifier of keys.reverse()) await sendKeys({ up: modifier });
		}
	}
}

export const type = (text: string): Promise<void> => sendKeys({ type: text });

export async function until(holds: () => boolean, what = "what the test waits for"): Promise<void> {
	const end = Date.now() + 20_000;
	while (!holds()) {
		if (Date.now() > end) throw new Error(`It never came: ${what}; ${holds}`);
		await new Promise((resolve) => setTimeout(resolve, 10));
	}
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The suggestions that are shown, the marked one with a `>`. */
export function suggested(element: EditorElement): string[] {
	const selector = element.surface === "code" ? ".cm-tooltip-autocomplete li" : ".offers:not([hidden]) li";
	return all(element, selector).map((row) => {
		const label = row.querySelector(".cm-completionLabel, .words")?.textContent ?? "";
		return row.getAttribute("aria-selected") === "true" ? `>${label}` : label;
	});
}

/** What axe has against the element as it is. */
export async function faults(element: Element): Promise<string[]> {
	const { violations: found } = await axe.run(element, { resultTypes: ["violations"] });
	return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}
