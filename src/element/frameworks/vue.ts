// The entry point `segql/element/vue`: types of the elements in Vue's templates. Import it once, for its types only:
// `import type {} from "segql/element/vue"`. Vue must be told that `segql-…` are elements: `compilerOptions.isCustomElement`.
import type { EmitFn, HTMLAttributes, PublicProps } from "vue";
import type { BuilderElement } from "../builder/builder-element.ts";
import type { EditorElement } from "../editor/editor-element.ts";
import type { SegqlEvents } from "../events.ts";
import type { PreviewElement } from "../preview/preview-element.ts";
import type { StudioElement } from "../studio/studio-element.ts";
import type { HostProperties } from "./host-properties.ts";

/** An element as Vue's templates see it: `:catalogue="…"`, `@segql-change="…"`. */
export type VueElement<Made extends HTMLElement> = new () => Made & {
	/** Of templates only. */
	readonly $props: HostProperties<Made> & Omit<HTMLAttributes, keyof HostProperties<Made>> & PublicProps;
	/** Of templates only. */
	readonly $emit: EmitFn<{ [Name in keyof SegqlEvents]: (event: SegqlEvents[Name]) => void }>;
};

declare module "vue" {
	interface GlobalComponents {
		"segql-editor": VueElement<EditorElement>;
		"segql-builder": VueElement<BuilderElement>;
		"segql-preview": VueElement<PreviewElement>;
		"segql-studio": VueElement<StudioElement>;
	}
}
