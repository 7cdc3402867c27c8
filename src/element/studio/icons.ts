// The two arrows of undo and redo, drawn in the colour of the letters around them.
import { svg, type TemplateResult } from "lit";

const icon = (path: TemplateResult): TemplateResult =>
	svg`<svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round">${path}</svg>`;

export const undoIcon: TemplateResult = icon(svg`<path d="M6.5 3 3 6.5 6.5 10M3.5 6.5H9a4 4 0 0 1 0 8H6"></path>`);
export const redoIcon: TemplateResult = icon(svg`<path d="M9.5 3 13 6.5 9.5 10M12.5 6.5H7a4 4 0 0 0 0 8h3"></path>`);
