// The signs on buttons: each button has a name in words as well.
import { html, svg, type SVGTemplateResult, type TemplateResult } from "lit";

export type IconName = "up" | "down" | "copy" | "mute" | "unmute" | "remove" | "more" | "grip" | "plus";

const paths: Readonly<Record<IconName, SVGTemplateResult>> = {
	up: svg`<path d="M8 13V3.5M4 7.5l4-4 4 4"/>`,
	down: svg`<path d="M8 3v9.5M4 8.5l4 4 4-4"/>`,
	copy: svg`<path d="M6 6h7v7H6zM3 10V3h7"/>`,
	mute: svg`<path d="M2 8s2.2-4 6-4 6 4 6 4-2.2 4-6 4-6-4-6-4zM3 13.5 13 2.5"/>`,
	unmute: svg`<path d="M2 8s2.2-4 6-4 6 4 6 4-2.2 4-6 4-6-4-6-4z"/><circle cx="8" cy="8" r="1.6"/>`,
	remove: svg`<path d="m4 4 8 8M12 4l-8 8"/>`,
	more: svg`<path d="M3.5 8h.01M8 8h.01M12.5 8h.01" stroke-width="2.2"/>`,
	grip: svg`<path d="M6 4h.01M6 8h.01M6 12h.01M10 4h.01M10 8h.01M10 12h.01" stroke-width="2"/>`,
	plus: svg`<path d="M8 3.5v9M3.5 8h9"/>`,
};

const icons = new Map<IconName, TemplateResult>();

/** 16 by 16, in the colour of the words around it. */
export function icon(name: IconName): TemplateResult {
	let made = icons.get(name);
	if (!made) {
		made = html`<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round">${paths[name]}</svg>`;
		icons.set(name, made);
	}
	return made;
}
