// The catalogue for people: every field with its type and meaning, found by any part of either.
import type { FieldInput } from "../src/fields/catalogue-input.ts";
import { byId, inWords, words } from "./page.ts";

export class FieldList {
	readonly #list = byId("fields");
	readonly #find = byId<HTMLInputElement>("find-field");
	#fields: readonly FieldInput[] = [];

	constructor() {
		this.#find.addEventListener("input", () => this.#draw());
		inWords(() => {
			this.#find.placeholder = words().findField;
			this.#find.setAttribute("aria-label", words().findField);
		});
	}

	show(fields: readonly FieldInput[]): void {
		this.#fields = fields;
		this.#find.value = "";
		this.#draw();
	}

	#draw(): void {
		const wanted = this.#find.value.trim().toLowerCase();
		const found = this.#fields
			.flatMap((field) => described(field, ""))
			.filter(({ name, meaning }) => `${name} ${meaning}`.toLowerCase().includes(wanted));
		this.#list.replaceChildren(...found.flatMap(({ name, meaning }) => [element("dt", name), element("dd", meaning)]));
		byId("no-field").hidden = found.length > 0;
	}
}

/** A field, and those of its elements where it is a collection. */
function described(field: FieldInput, prefix: string): { readonly name: string; readonly meaning: string }[] {
	const name = prefix + field.name;
	const meaning = [field.type, field.description].filter(Boolean).join(" · ");
	const inside = "fields" in field && field.fields ? field.fields : [];
	return [{ name, meaning }, ...inside.flatMap((child) => described(child, `${name}.`))];
}

function element(tag: "dt" | "dd", text: string): HTMLElement {
	const made = document.createElement(tag);
	made.textContent = text;
	made.dir = tag === "dt" ? "ltr" : "auto";
	if (tag === "dt") made.translate = false;
	return made;
}
