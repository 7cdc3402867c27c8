// Where a text names other segments: in its conditions, and in those that are commented out, which a builder brings back as they stand.
import { commentsOf } from "../syntax/fragment.ts";
import { parse } from "../syntax/parse.ts";
import { MutedReader, placeIn } from "../syntax/read-muted.ts";
import { visit } from "../syntax/visit.ts";
import type { Span } from "../text/span.ts";

/** A name in quotes after `in segment`. */
export interface NamedSegment {
	readonly name: string;
	/** The name with its quotes. */
	readonly span: Span;
}

/** The references that count, in the order of the text. */
export function referencesIn(text: string): readonly NamedSegment[] {
	const names: NamedSegment[] = [];
	const { condition } = parse(text).segment;
	if (condition) {
		visit(condition, (node) => {
			if (node.kind === "reference") names.push(...node.segments.map(({ value, span }) => ({ name: value, span })));
		});
	}
	return names;
}

/** A group that is commented out may hold conditions that were before it, and so on: this deep. */
const maxDepth = 8;

/** The references in conditions that are commented out. Linear in the text's length. */
export function mutedReferencesIn(text: string, depth = 1): readonly NamedSegment[] {
	if (depth > maxDepth || !text.includes("#")) return [];
	const reader = new MutedReader(text);
	return linesInRow(text, commentsOf(text), reader).flatMap((lines) =>
		reader.runs(lines).flatMap(({ comments: [first], muted }) => {
			if (!first || !muted) return [];
			const { restored, core, markers } = muted;
			const words = restored.slice(core.from, core.to);
			return [...referencesIn(words), ...mutedReferencesIn(words, depth + 1)].map(({ name, span }) => ({
				name,
				span: placeIn({ from: core.from + span.from, to: core.from + span.to }, first.from, markers),
			}));
		}),
	);
}

/** Comments on lines that follow one another; one behind a condition, on its line, is that condition's alone. */
function linesInRow(text: string, comments: readonly Span[], reader: MutedReader): readonly (readonly Span[])[] {
	const rows: Span[][] = [];
	for (const comment of comments) {
		const row = rows.at(-1);
		const before = row?.at(-1);
		const isNext = before && /^[^\S\n\r]*(?:\r\n|\n|\r)[^\S\n\r]*$/.test(text.slice(before.to, comment.from));
		if (isNext && (reader.isExplicit(before) || beginsLine(text, before))) row?.push(comment);
		else rows.push([comment]);
	}
	return rows;
}

function beginsLine(text: string, { from }: Span): boolean {
	let at = from - 1;
	while (/[^\S\n\r]/.test(text.charAt(at))) at--;
	return /^[\n\r]?$/.test(text.charAt(at));
}
