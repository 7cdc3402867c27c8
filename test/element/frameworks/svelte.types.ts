// Compiled, never run: what Svelte's markup takes, and what it refuses.
import type { SvelteHTMLElements } from "svelte/elements";
import type {} from "../../../src/element/frameworks/svelte.ts";

type Editor = SvelteHTMLElements["segql-editor"];

export const taken: Editor = {
	value: "points > 1",
	editor: "plain",
	catalogue: { fields: [{ name: "points", type: "number" }] },
	"onsegql-change": ({ detail }) => detail.text.toUpperCase(),
	class: "wide",
};

// @ts-expect-error: an editor that there is not
export const wrongEditor: Editor = { editor: "monaco" };
// @ts-expect-error: the detail has no such thing
export const wrongDetail: Editor = { "onsegql-change": ({ detail }) => detail.value };
// @ts-expect-error: it can only be read
export const readOnly: Editor = { ready: Promise.resolve() };
