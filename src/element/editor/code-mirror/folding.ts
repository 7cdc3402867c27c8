// Parentheses and comments of several lines can be folded away by keys.
import { codeFolding, foldKeymap, foldService } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import { keymap } from "@codemirror/view";
import { foldingRanges } from "../../../service/folding.ts";
import type { SurfaceHost } from "../surface.ts";

export function folding(host: SurfaceHost): Extension {
	const foldable = foldService.of((state, lineStart, lineEnd) => {
		const analysis = host.isLongText ? undefined : host.session.analysis;
		if (!analysis || state.doc.length !== analysis.text.length) return null;
		const range = foldingRanges(analysis).find(({ span }) => lineStart <= span.from && span.from <= lineEnd && span.to > lineEnd);
		if (!range) return null;
		const { from, to } = range.span;
		return range.kind === "comment" ? { from: lineEnd, to } : { from: from + 1, to: to - 1 };
	});
	return [
		foldable,
		codeFolding({
			placeholderDOM(_view, unfold) {
				const sign = document.createElement("button");
				sign.type = "button";
				sign.className = "fold";
				sign.textContent = "…";
				sign.setAttribute("aria-label", host.say.folded);
				sign.addEventListener("click", unfold);
				return sign;
			},
		}),
		keymap.of(foldKeymap),
	];
}
