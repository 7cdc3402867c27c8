// Counts as they may be told, in digits or in words, and bars that say no more than these.
import { html, svg, type TemplateResult } from "lit";
import { drawnCount, mayBeListed, shownCount } from "../privacy/policy.ts";
import type { PanelHost } from "./panel.ts";

export type TellingHost = Pick<PanelHost, "say" | "formats" | "session">;

/** `1,204`, or `fewer than 10`. */
export function told(count: number, { say, formats, session }: TellingHost): string {
	const shown = shownCount(count, session.inputs.privacy);
	return shown.kind === "count" ? formats.number(shown.count) : say.fewerThan(formats, shown.than);
}

/** `1.4%`; undefined where the count is not told. */
export const toldShare = (count: number, whole: number, { formats, session }: TellingHost): string | undefined =>
	mayBeListed(count, session.inputs.privacy) ? formats.percent(count, whole) : undefined;

/** How much of a whole; with `before`, what it was before something was taken away. */
export function bar(count: number, whole: number, { session }: TellingHost, before = whole): TemplateResult {
	const width = (part: number): string =>
		whole === 0 ? "0%" : `${((Math.min(drawnCount(part, session.inputs.privacy), whole) / whole) * 100).toFixed(2)}%`;
	return html`<svg class="bar" part="bar" aria-hidden="true">
		${svg`<rect class="before" width=${width(before)} height="100%"></rect><rect class="inside" width=${width(count)} height="100%"></rect>`}
	</svg>`;
}
