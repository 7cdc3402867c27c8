// What is still to be chosen in a row, in the words of its own controls.
import { html, nothing, type TemplateResult } from "lit";
import type { Row } from "../../document/row.ts";
import { isPlaceholder } from "./placeholder.ts";
import type { View } from "./view.ts";

export const missingId = (row: number): string => `missing-${row}`;

export function missingView({ missing, say }: View, row: Row): TemplateResult | typeof nothing {
	if (!missing.has(row.id)) return nothing;
	const sentence = isPlaceholder(row) ? say.missingField : row.kind === "reference" ? say.missingSegment : say.missingValue;
	return html`<ul class="problems" part="problems" id=${missingId(row.id)}>
		<li class="hole"><span class="message">${sentence}</span></li>
	</ul>`;
}
