// The entry point `segql/element/react`: types of the elements in JSX, for React 19, which sets properties and listens to events by itself.
// Import it once, for its types only: `import type {} from "segql/element/react"`.
import type { HTMLAttributes, Key, Ref } from "react";
import type { BuilderElement } from "../builder/builder-element.ts";
import type { EditorElement } from "../editor/editor-element.ts";
import type { PreviewElement } from "../preview/preview-element.ts";
import type { StudioElement } from "../studio/studio-element.ts";
import type { EventHandlers, HostProperties } from "./host-properties.ts";

/** What an element takes in JSX: `onsegql-change` hears `segql-change`. */
export type ReactProperties<Made extends HTMLElement> = Omit<HTMLAttributes<Made>, keyof HostProperties<Made>> &
	HostProperties<Made> &
	EventHandlers & { readonly ref?: Ref<Made> | undefined; readonly key?: Key | null | undefined };

declare module "react" {
	namespace JSX {
		interface IntrinsicElements {
			"segql-editor": ReactProperties<EditorElement>;
			"segql-builder": ReactProperties<BuilderElement>;
			"segql-preview": ReactProperties<PreviewElement>;
			"segql-studio": ReactProperties<StudioElement>;
		}
	}
}
