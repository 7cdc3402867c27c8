// Keys that are the session's business: its history, going to problems, tidying up.
import { type HistoryWay, historyInput, historyKey } from "../../guest/history-keys.ts";
import { type Extension, Prec } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
import { goToProblem } from "../go-to-problem.ts";
import type { SurfaceHost } from "../surface.ts";
import { tidy } from "../tidy.ts";

export function keys(host: SurfaceHost): Extension {
	/** Also where nothing can be changed: the browser's own history knows nothing of the text. */
	const travel = (way: HistoryWay | undefined): boolean => {
		if (way && host.canEdit) host.session[way]();
		return way !== undefined;
	};
	const toProblem = (step: 1 | -1) => (): boolean => {
		goToProblem(host, step);
		return true;
	};
	return [
		Prec.high(
			keymap.of([
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
		Prec.high(
			EditorView.domEventHandlers({
				keydown: (event) => travel(historyKey(event)),
				beforeinput: (event) => travel(historyInput(event)),
			}),
		),
	];
}
