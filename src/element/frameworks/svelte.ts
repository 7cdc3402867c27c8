// The entry point `segql/element/svelte`: types of the elements in Svelte 5's markup. Import it once, for its types only:
// `import type {} from "segql/element/svelte"`.
import type { HTMLAttributes } from "svelte/elements";
import type { BuilderElement } from "../builder/builder-element.ts";
import type { EditorElement } from "../editor/editor-element.ts";
import type { PreviewElement } from "../preview/preview-element.ts";
import type { StudioElement } from "../studio/studio-element.ts";
import type { EventHandlers, HostProperties } from "./host-properties.ts";

/** What an element takes in markup: `onsegql-change={…}` hears `segql-change`. */
export type SvelteProperties<Made extends HTMLElement> = Omit<HTMLAttributes<Made>, keyof HostProperties<Made>> &
	HostProperties<Made> &
	EventHandlers;

declare module "svelte/elements" {
	interface SvelteHTMLElements {
		"segql-editor": SvelteProperties<EditorElement>;
		"segql-builder": SvelteProperties<BuilderElement>;
		"segql-preview": SvelteProperties<PreviewElement>;
		"segql-studio": SvelteProperties<StudioElement>;
	}
}
