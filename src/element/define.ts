// The entry point `segql/element/define`: registers the elements under their names, once, also when two copies are on the page.
import { BuilderElement } from "./builder/builder-element.ts";
import { EditorElement } from "./editor/editor-element.ts";
import { register } from "./guest/register.ts";
import { PreviewElement } from "./preview/preview-element.ts";
import { StudioElement } from "./studio/studio-element.ts";

declare global {
	interface HTMLElementTagNameMap {
		"segql-editor": EditorElement;
		"segql-builder": BuilderElement;
		"segql-preview": PreviewElement;
		"segql-studio": StudioElement;
	}
}

register("segql-editor", EditorElement);
register("segql-builder", BuilderElement);
register("segql-preview", PreviewElement);
register("segql-studio", StudioElement);

export { BuilderElement, EditorElement, PreviewElement, StudioElement };
