// The panels as tabs: one is open, arrows go to the next one.
import { html, type TemplateResult } from "lit";
import type { PanelName } from "./panel.ts";
import type { PreviewWords } from "./words.ts";

export interface Tabs {
	readonly names: readonly PanelName[];
	readonly open: PanelName;
	readonly direction: "ltr" | "rtl";
	choose(name: PanelName): void;
}

export function tabList({ names, open, direction, choose }: Tabs, say: PreviewWords): TemplateResult {
	const go = (event: KeyboardEvent): void => {
		const next = nameAfter(event.key, names, open, direction);
		if (next === undefined) return;
		event.preventDefault();
		choose(next);
		(event.currentTarget as Element).querySelector<HTMLElement>(`#tab-${next}`)?.focus();
	};
	return html`<div role="tablist" part="tabs" aria-label=${say.panels} @keydown=${go}>
		${names.map(
			(name) => html`<button
				type="button"
				role="tab"
				part="tab"
				id="tab-${name}"
				aria-selected=${name === open}
				aria-controls="panel"
				tabindex=${name === open ? 0 : -1}
				@click=${() => choose(name)}
			>${say[name]}</button>`,
		)}
	</div>`;
}

/** Around the ends; the arrows follow the direction of the words. */
function nameAfter(key: string, names: readonly PanelName[], open: PanelName, direction: "ltr" | "rtl"): PanelName | undefined {
	const forward = direction === "ltr" ? "ArrowRight" : "ArrowLeft";
	const back = direction === "ltr" ? "ArrowLeft" : "ArrowRight";
	const index = names.indexOf(open);
	if (key === forward) return names[(index + 1) % names.length];
	if (key === back) return names.at(index - 1);
	if (key === "Home") return names[0];
	return key === "End" ? names.at(-1) : undefined;
}
