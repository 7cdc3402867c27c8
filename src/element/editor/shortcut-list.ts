// The shortcuts, for those who see them: folded away behind one word.
import { html, type TemplateResult } from "lit";
import type { Shortcut } from "./shortcuts.ts";
import type { EditorWords } from "./words.ts";

export function shortcutList(shortcuts: readonly Shortcut[], say: EditorWords): TemplateResult {
	return html`<details class="shortcuts" part="shortcuts">
		<summary>${say.shortcuts}</summary>
		<dl>
			${shortcuts.map(({ keys, does }) => html`<div><dt><kbd dir="ltr">${keys}</kbd></dt><dd>${does}</dd></div>`)}
		</dl>
	</details>`;
}
