// What the tests of <segql-preview> share: a small business, an element on the page, and ways to look into it and to wait.
import axe from "axe-core";
import { expect } from "chai";
import { PreviewElement } from "../../../src/element/preview/preview-element.ts";
import type { AnsweringSource } from "../../../src/element/session/answering-source.ts";
import { profilesFromRows } from "../../../src/element/session/rows-source.ts";
import type { CatalogueInput } from "../../../src/fields/catalogue.ts";

export const catalogue: CatalogueInput = {
	timezone: "UTC",
	fields: [
		{ name: "country", type: "text", jsonPath: "$.address.country" },
		{ name: "points", type: "number" },
		{ name: "opted_in", type: "boolean" },
		{ name: "born", type: "date" },
		{ name: "seen_at", type: "datetime" },
		{ name: "tags", type: "list", items: "text" },
		{
			name: "orders",
			type: "collection",
			fields: [
				{ name: "total", type: "number" },
				{ name: "address", type: "text", pii: "ADDRESS" },
			],
		},
	],
};

/** Who is in what can be counted by hand: see `person`. */
export const person = (index: number) => ({
	user_id: `id-${index}`,
	email: `secret-${index}@mail.example`,
	first_name: `Secretname${index}`,
	...(index % 10 === 9 ? {} : { address: { country: index % 2 === 0 ? "US" : "CA" } }),
	points: index % 7 === 6 ? "many" : index,
	opted_in: index % 3 === 0,
	born: `19${String(50 + (index % 40)).padStart(2, "0")}-06-15`,
	seen_at: `2026-05-${String(1 + (index % 28)).padStart(2, "0")}T10:00:00Z`,
	tags: index % 5 === 0 ? ["vip", "beta"] : [],
	orders: [{ total: index, address: `Secret Lane ${index}` }],
});

export const people = (count: number): ReturnType<typeof person>[] => Array.from({ length: count }, (_, index) => person(index));

export const now = Date.UTC(2026, 5, 1, 12);

export const violations: string[] = [];
document.addEventListener("securitypolicyviolation", ({ violatedDirective, sample }) => violations.push(`${violatedDirective} ${sample}`));

if (!customElements.get("segql-preview")) customElements.define("segql-preview", PreviewElement);

export const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Waits until it is true; fails with what it is about. */
export async function until(isTrue: () => boolean, about: string): Promise<void> {
	for (let tries = 0; tries < 1_500; tries++) {
		if (isTrue()) return;
		await wait(10);
	}
	throw new Error(`It never came to this: ${about}.`);
}

export interface Stage {
	readonly element: PreviewElement;
	inside<Found extends Element = HTMLElement>(selector: string): Found;
	all(selector: string): HTMLElement[];
	/** What is read in each, blanks made one. */
	words(selector: string): string[];
	/** The button, tab or link of these words. */
	button(words: string): HTMLElement;
	/** Waits until the count is exact and every answer of the open panel has come. */
	settled(): Promise<void>;
	open(panel: string): Promise<void>;
}

export interface StageOptions {
	readonly text?: string;
	readonly profiles?: AnsweringSource | readonly unknown[] | undefined;
	readonly set?: Partial<PreviewElement>;
}

export async function stage({ text = "points >= 50", profiles = people(100), set = {} }: StageOptions = {}): Promise<Stage> {
	const element = document.createElement("segql-preview") as PreviewElement;
	if (set.session) element.session = set.session;
	Object.assign(element, { catalogue, now, ...set, profiles, value: text });
	document.body.append(element);
	await element.updateComplete;
	const all = (selector: string): HTMLElement[] => [...element.renderRoot.querySelectorAll<HTMLElement>(selector)];
	const inside = <Found extends Element = HTMLElement>(selector: string): Found => {
		const [found] = all(selector);
		if (!found) throw new Error(`There is no ${selector} in ${element.renderRoot.textContent}`);
		return found as unknown as Found;
	};
	const settled = async (): Promise<void> => {
		await element.updateComplete;
		await until(() => element.session.counts.kind === "exact", "an exact count");
		await until(
			() => all("[role=tabpanel] > :not(.getting-ready)").length > 0 && all("[aria-busy=true]").length === 0,
			"everything answered",
		);
		await element.ready;
		await element.updateComplete;
	};
	return {
		...{ element, all, inside, settled },
		words: (selector) => all(selector).map((found) => spoken(found)),
		button: (words) => {
			const found = all("button").find((each) => spoken(each) === words || each.getAttribute("aria-label") === words);
			if (!found) throw new Error(`There is no button "${words}" but ${all("button").map(spoken).join(" | ")}.`);
			return found;
		},
		open: async (panel) => {
			inside(`#tab-${panel}`).click();
			await wait(0);
			await settled();
		},
	};
}

const spoken = (element: HTMLElement): string => element.innerText.trim().replace(/\s+/g, " ");

export const source = (count: number): AnsweringSource => profilesFromRows(people(count), catalogue, { asOf: Date.UTC(2026, 4, 30) });

/** WCAG 2.2 AA, with the rest that axe knows. */
export async function expectAccessible(element: Element): Promise<void> {
	const { violations: found } = await axe.run(element, { rules: { region: { enabled: false } } });
	expect(
		found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(" | ")}`),
	).to.deep.equal([]);
}

/** Everything that is in a shadow root, attributes included. */
export const everythingIn = (root: ParentNode): string =>
	[
		root.textContent ?? "",
		...[...root.querySelectorAll("*")].flatMap((each) => [...each.attributes].map(({ value }) => value)),
		...[...root.querySelectorAll("input")].map(({ value }) => value),
	].join("\n");
