// Compiled, never run: what pages without a framework, and Angular's template references, know of the elements.
import type {} from "../../../src/element/define.ts";

export function typed(page: Document): string {
	const studio = page.querySelector("segql-studio");
	studio?.addEventListener("segql-change", ({ detail }) => detail.text.length);
	studio?.addEventListener("segql-view", ({ detail }) => detail.view satisfies "text" | "builder" | "both");
	// @ts-expect-error: the detail has no such thing
	studio?.addEventListener("segql-change", ({ detail }) => detail.value);
	return page.createElement("segql-editor").value;
}
