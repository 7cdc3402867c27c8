// The words of a condition, as a button that selects them in the text.
import { html, type TemplateResult } from "lit";
import type { Span } from "../../text/span.ts";
import type { PanelHost } from "./panel.ts";

/** Labels hold the text of all their conditions: longer ones are cut where nobody would read on. */
const longest = 300;

export function conditionLabel(label: string, span: Span, { session, say }: PanelHost, version: number): TemplateResult {
	const shown = label.length > longest ? `${label.slice(0, longest)}…` : label;
	return html`<button
		type="button"
		class="code"
		part="condition"
		dir="ltr"
		translate="no"
		aria-label=${say.select(shown)}
		title=${shown}
		@click=${() => {
			// Spans are about the text that was counted.
			if (version === session.version) session.select(span, "preview");
		}}
	>${shown.replace(/\s+/g, " ")}</button>`;
}
