// Parentheses and comments of several lines can be folded away by keys.
import { codeFolding, foldKeymap, foldService } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import { keymap } from "@codemirror/view";
import type { SurfaceHost } from "../surface.ts";

export function folding(host: SurfaceHost): Extension {
	const foldable = foldService.of((state, lineStart, lineEnd) => {
		const { service, text } = host.session;
		if (!service || host.isLongText || state.doc.length !== text.length) return null;
		const range = service.foldingRanges(text).find(({ span }) => lineStart <= span.from && span.from <= lineEnd && span.to > lineEnd);
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
