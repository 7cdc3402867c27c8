// Lines under what is wrong. Drawn with text-decoration: the lint package draws pictures of data: addresses, which strict hosts refuse.
import type { Extension, Range } from "@codemirror/state";
import { Decoration, type DecorationSet } from "@codemirror/view";
import type { Diagnostic, Severity } from "../../../diagnostic/diagnostic.ts";
import { problemsOf, type SurfaceHost } from "../surface.ts";
import { drawn, shown } from "./redraw.ts";

const marks: Readonly<Record<Severity, Decoration>> = {
	error: Decoration.mark({ class: "problem-error" }),
	warning: Decoration.mark({ class: "problem-warning" }),
	info: Decoration.mark({ class: "problem-info" }),
};

export function problemMarks(host: SurfaceHost): Extension {
	return shown(
		drawn(({ doc }): DecorationSet => {
			const ranges = problemsOf(host).flatMap((problem): readonly Range<Decoration>[] => {
				const { from, to } = visible(problem, doc.length);
				return from < to ? [marks[problem.severity].range(from, to)] : [];
			});
			return Decoration.set(ranges, true);
		}),
	);
}

/** A place where something is missing is shown on the character before it. */
function visible({ span }: Diagnostic, length: number): { readonly from: number; readonly to: number } {
	const to = Math.min(span.to, length);
	const from = Math.min(span.from, to);
	return from === to ? { from: Math.max(0, from - 1), to } : { from, to };
}
