// Keys that are the session's business: its history, going to problems, tidying up.
import { type Extension, Prec } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
import { goToProblem } from "../go-to-problem.ts";
import type { SurfaceHost } from "../surface.ts";
import { tidy } from "../tidy.ts";

export function keys(host: SurfaceHost): Extension {
	const undo = (): boolean => {
		if (host.canEdit) host.session.undo();
		return true;
	};
	const redo = (): boolean => {
		if (host.canEdit) host.session.redo();
		return true;
	};
	const toProblem = (step: 1 | -1) => (): boolean => {
		goToProblem(host, step);
		return true;
	};
	return [
		Prec.high(
			keymap.of([
				{ key: "Mod-z", run: undo, preventDefault: true },
				{ key: "Mod-y", mac: "Mod-Shift-z", run: redo, preventDefault: true },
				{ key: "Mod-Shift-z", run: redo, preventDefault: true },
				{ key: "F8", run: toProblem(1), shift: toProblem(-1) },
				{
					key: "Shift-Alt-f",
					run: () => {
						tidy(host);
						return true;
					},
				},
			]),
		),
		// From menus, and from the gestures of phones.
		EditorView.domEventHandlers({
			beforeinput(event) {
				if (event.inputType === "historyUndo") return undo();
				if (event.inputType === "historyRedo") return redo();
				return false;
			},
		}),
	];
}
