// Tooltips in the top layer: no ancestor of a host can clip them there. The popover is shown while there is something in it.
import type { Extension } from "@codemirror/state";
import { tooltips, ViewPlugin } from "@codemirror/view";

/** `popover` is a `<div popover="manual">` of the same shadow root, without size or colours of its own. */
export function topLayerTooltips(popover: HTMLElement): Extension {
	const follow = ViewPlugin.fromClass(
		class {
			readonly #observer = new MutationObserver(() => showWhileNeeded(popover));

			constructor() {
				this.#observer.observe(popover, { childList: true, subtree: true });
			}

			destroy(): void {
				this.#observer.disconnect();
				// CodeMirror's own container has gone by now.
				showWhileNeeded(popover);
			}
		},
	);
	return [tooltips({ parent: popover, position: "fixed" }), follow];
}

function showWhileNeeded(popover: HTMLElement): void {
	const isNeeded = popover.querySelector(".cm-tooltip") !== null && popover.isConnected;
	if (isNeeded === popover.matches(":popover-open")) return;
	popover.togglePopover(isNeeded);
}
