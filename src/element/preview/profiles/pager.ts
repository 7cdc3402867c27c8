// Which rows are seen, of how many, and the buttons to the others.
import { html, type TemplateResult } from "lit";
import type { PanelHost } from "../panel.ts";

export const rowsPerPage = 50;

export interface Paging {
	readonly offset: number;
	readonly total: number;
	/** On this page. */
	readonly rows: number;
	go(offset: number): void;
}

export function pager({ offset, total, rows, go }: Paging, { say, formats }: PanelHost): TemplateResult {
	const last = Math.floor((total - 1) / rowsPerPage) * rowsPerPage;
	const button = (words: string, to: number, isOff: boolean, part: string): TemplateResult =>
		html`<button type="button" part="button ${part}" class=${part} aria-disabled=${isOff} @click=${() => (isOff ? undefined : go(to))}>${words}</button>`;
	return html`<div class="pager" part="pager">
		<span class="rows" role="status">${say.rowsOf(formats, offset + 1, offset + rows, total)}</span>
		<span class="buttons">
			${button(say.first, 0, offset === 0, "first")}
			${button(say.previous, Math.max(0, offset - rowsPerPage), offset === 0, "previous")}
			${button(say.next, offset + rowsPerPage, offset >= last, "next")}
			${button(say.last, last, offset >= last, "last")}
		</span>
	</div>`;
}
