// What is said of the words under the pointer.
import type { Extension } from "@codemirror/state";
import { closeHoverTooltips, hoverTooltip } from "@codemirror/view";
import type { SurfaceHost } from "../surface.ts";
import { saidAt } from "./said.ts";

export function hover(host: SurfaceHost): Extension {
	return hoverTooltip(
		(view, offset) => {
			const said = saidAt(host, offset, () => {
				view.dispatch({ effects: closeHoverTooltips });
				view.focus();
			});
			return said ? { pos: said.from, end: said.to, above: true, create: () => ({ dom: said.dom }) } : null;
		},
		{ hideOnChange: true, hoverTime: 350 },
	);
}
