// Which columns a list shows, as check boxes; of very many fields those whose name holds what is typed.
import { html, nothing, type TemplateResult } from "lit";
import type { PanelHost } from "../panel.ts";

/** Boxes at once: nobody looks through ten thousand. */
const mostShown = 60;

export interface ColumnChoice {
	readonly chosen: readonly string[];
	readonly typed: string;
	toggle(name: string): void;
	type(text: string): void;
}

export function columnChooser({ chosen, typed, toggle, type }: ColumnChoice, { say, formats, session }: PanelHost): TemplateResult {
	const all = session.catalogue?.fields ?? [];
	const wanted = typed.trim().toLowerCase();
	const isChosen = new Set(chosen);
	const found = all
		.filter(({ name }) => wanted === "" || name.toLowerCase().includes(wanted))
		.sort((a, b) => Number(isChosen.has(b.name)) - Number(isChosen.has(a.name)));
	const shown = found.slice(0, mostShown);
	return html`<details class="columns" part="columns">
		<summary>${say.columns} <span class="quiet">${formats.number(chosen.length)}</span></summary>
		${
			all.length > 12
				? html`<label>${say.findColumn} <input type="search" autocomplete="off" .value=${typed} @input=${(event: Event) => type((event.target as HTMLInputElement).value)} /></label>`
				: nothing
		}
		<ul>
			${shown.map(
				({ name }) => html`<li>
					<label class="check" translate="no"
						><input type="checkbox" .checked=${isChosen.has(name)} @change=${() => toggle(name)} /> <bdi>${name}</bdi></label
					>
				</li>`,
			)}
		</ul>
		${found.length > shown.length ? html`<p class="hint">${say.moreColumns(formats, found.length - shown.length)}</p>` : nothing}
	</details>`;
}
