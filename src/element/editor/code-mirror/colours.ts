// Colours from our own tokens. Stretches in letters that run from right to left are kept apart, so that they do not turn what is around them.
import { type Range, RangeSetBuilder } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";
import type { Extension } from "@codemirror/state";
import { type SemanticToken, semanticTokens } from "../../../service/semantic-tokens.ts";
import type { SurfaceHost } from "../surface.ts";
import { drawn, shown } from "./redraw.ts";

const isolated = Decoration.mark({ class: "tok-isolated", attributes: { dir: "auto" }, bidiIsolate: null });

const marks = new Map<string, Decoration>();

function markOf({ type, isUnknown }: SemanticToken): Decoration {
	const name = isUnknown ? `tok-${type} tok-unknown` : `tok-${type}`;
	let mark = marks.get(name);
	if (!mark) {
		mark = Decoration.mark({ class: name });
		marks.set(name, mark);
	}
	return mark;
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

export function colours(host: SurfaceHost): Extension {
	const tokens = (): readonly SemanticToken[] => {
		const analysis = host.isLongText ? undefined : host.session.analysis;
		return analysis ? semanticTokens(analysis) : [];
	};
	const coloured = drawn((): DecorationSet => {
		const builder = new RangeSetBuilder<Decoration>();
		for (const token of tokens()) builder.add(token.span.from, token.span.to, markOf(token));
		return builder.finish();
	});
	const apart = drawn((): DecorationSet => {
		const { text } = host.session;
		if (!rightToLeft.test(text)) return Decoration.none;
		const ranges: Range<Decoration>[] = tokens()
			.filter(({ span }) => rightToLeft.test(text.slice(span.from, span.to)))
			.map(({ span }) => isolated.range(span.from, span.to));
		return Decoration.set(ranges);
	});
	return [shown(coloured), shown(apart), EditorView.bidiIsolatedRanges.from(apart)];
}
