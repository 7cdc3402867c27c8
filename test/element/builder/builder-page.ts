// A builder on the page of a test, and how a person reaches its controls.
import { expect } from "chai";
import type { Row } from "../../../src/document/row.ts";
import { BuilderElement } from "../../../src/element/builder/index.ts";
import type { SegmentSource } from "../../../src/check/references.ts";
import type { CatalogueInput } from "../../../src/fields/catalogue.ts";

export const catalogue: CatalogueInput = {
	business_id: "test",
	timezone: "Europe/Berlin",
	fields: [
		{ name: "country", type: "text", description: "Where they live" },
		{ name: "city", type: "text" },
		{ name: "plan", type: "text", options: ["free", "pro", "team"] },
		{ name: "points", type: "number" },
		{ name: "seats", type: "number" },
		{ name: "opted_in", type: "boolean" },
		{ name: "birthday", type: "date" },
		{ name: "seen_at", type: "datetime" },
		{ name: "tags", type: "list", items: "text" },
		{ name: "scores", type: "list", items: "number" },
		{
			name: "orders",
			type: "collection",
			fields: [
				{ name: "total", type: "number" },
				{ name: "status", type: "text", options: ["paid", "open"] },
				{ name: "placed_at", type: "datetime" },
			],
		},
		{ name: "visits", type: "collection", fields: [{ name: "page", type: "text" }] },
	],
};

const names = ["vip", "unsubscribed"];

export const segments: SegmentSource = {
	names: () => names,
	find: (name) => (names.includes(name) ? { id: name, name, text: "points > 5", active: true } : undefined),
};

/** Noon of 10 May 2026 in London. */
export const now = Date.UTC(2026, 4, 10, 11);

export interface BuilderPage {
	readonly element: BuilderElement;
	readonly text: () => string;
	/** A control, by the place of its row and its name: `control("2", "operator")` is the third row's, `"2.0"` its first child's, `""` the whole's. */
	control<T extends HTMLElement = HTMLElement>(row: string, name: string): T;
	has(row: string, name: string): boolean;
	rowAt(path: string): Row;
	/** Elements of the shadow tree. */
	all(selector: string): readonly HTMLElement[];
	/** Once everything is drawn. */
	drawn(): Promise<void>;
	click(row: string, name: string): Promise<void>;
	choose(row: string, name: string, words: string): Promise<void>;
	/** Types into a field in one go, as pasting does, and leaves it. */
	write(row: string, name: string, words: string): Promise<void>;
	focused(): string | null;
	remove(): void;
}

export async function builderPage(text: string, properties: Partial<BuilderElement> = {}): Promise<BuilderPage> {
	if (!customElements.get("segql-builder")) customElements.define("segql-builder", BuilderElement);
	const element = document.createElement("segql-builder") as BuilderElement;
	Object.assign(element, { catalogue, segments, now, ...properties });
	element.value = text;
	document.body.append(element);
	await element.ready;
	await element.updateComplete;
	const drawn = async (): Promise<void> => {
		await element.updateComplete;
		await element.updateComplete;
	};
	const rowAt = (path: string): Row => {
		const rows = element.session.rows;
		if (!rows) throw new Error("There are no rows.");
		let row: Row = rows.root;
		for (const index of path === "" ? [] : path.split(".")) {
			const child: Row | undefined = row.children[Number(index)];
			if (!child) throw new Error(`There is no row ${path} in\n${element.value}`);
			row = child;
		}
		return row;
	};
	const find = (row: string, name: string): HTMLElement | null => element.renderRoot.querySelector(`[data-key="${rowAt(row).id}/${name}"]`);
	const control = <T extends HTMLElement = HTMLElement>(row: string, name: string): T => {
		const found = find(row, name);
		if (!found) throw new Error(`There is no control ${name} in the row ${row} of\n${element.value}`);
		return found as T;
	};
	return {
		element,
		text: () => element.value,
		control,
		has: (row, name) => find(row, name) !== null,
		rowAt,
		all: (selector) => [...element.renderRoot.querySelectorAll<HTMLElement>(selector)],
		drawn,
		async click(row, name) {
			const button = control(row, name);
			button.focus();
			button.click();
			await drawn();
		},
		async choose(row, name, words) {
			const select = control<HTMLSelectElement>(row, name);
			const option = [...select.options].find((each) => each.label === words);
			if (!option) throw new Error(`${name} offers ${[...select.options].map(({ label }) => label).join(" | ")}, not ${words}.`);
			select.focus();
			select.value = option.value;
			select.dispatchEvent(new Event("change", { bubbles: true }));
			await drawn();
		},
		async write(row, name, words) {
			const field = control<HTMLInputElement>(row, name);
			field.focus();
			field.value = words;
			field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
			field.dispatchEvent(new Event("change", { bubbles: true }));
			await drawn();
			field.blur();
			await drawn();
		},
		focused() {
			const { activeElement } = element.renderRoot as ShadowRoot;
			return activeElement?.getAttribute("data-key") ?? null;
		},
		remove: () => element.remove(),
	};
}

/** A change is one step back and one step forth, unit by unit. */
export async function expectOneStep(page: BuilderPage, before: string): Promise<void> {
	const after = page.text();
	expect(after, "something was changed").to.not.equal(before);
	const { session } = page.element;
	session.undo();
	expect(page.text(), "after undo").to.equal(before);
	expect(session.canUndo, "nothing more to undo").to.equal(false);
	session.redo();
	expect(page.text(), "after redo").to.equal(after);
	await page.drawn();
}
