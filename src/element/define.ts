// The entry point `segql/element/define`: registers the elements under their names, once, also when two copies are on the page.
import { SegmentElement } from "./segment-element.ts";

declare global {
	interface HTMLElementTagNameMap {
		"segql-segment": SegmentElement;
	}
}

if (!customElements.get("segql-segment")) customElements.define("segql-segment", SegmentElement);

export { SegmentElement };
