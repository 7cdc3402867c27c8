// A diagnostic for people at a terminal: where it is, the line with the words underlined, what is wrong, what would mend it.
import { lineIndex } from "../text/line-index.ts";
import type { Span } from "../text/span.ts";
import type { Diagnostic } from "./diagnostic.ts";

/** Columns of a terminal's line that are shown; a longer line is cut around the words. */
const maxColumns = 100;
const tabWidth = 4;

/**
 * Several lines, without a line break at the end. Lines and columns count from 1; columns count code points, not UTF-16 units.
 * Control characters of the text are shown as spaces, so that no text can steer a terminal.
 *
 * renderDiagnostic('plan = "pro', …)
 * // -> 1:8 error: The text that begins with "pro" has no closing quote. Add it. (unclosed-text)
 * // ->   plan = "pro
 * // ->          ^^^^
 * // ->   Fix: Add "
 */
export function renderDiagnostic(text: string, { span, severity, message, code, fixes }: Diagnostic): string {
	return [renderPlace(text, span, `${severity}: ${message} (${code})`), ...fixes.map((fix) => `  Fix: ${fix.title}`)].join("\n");
}

/** The same for whatever else is said of a stretch of text: its place and the sentence, then the line with the words underlined. */
export function renderPlace(text: string, span: Span, sentence: string): string {
	const index = lineIndex(text);
	const start = index.positionAt(span.from);
	const end = index.positionAt(span.to);
	const line = index.lineText(start.line);
	const endColumn = end.line === start.line ? end.column : line.length;
	const { shown, before, underlined } = excerpt(line, start.column, endColumn);
	const lines = [`${start.line + 1}:${codePoints(line, start.column) + 1} ${sentence}`];
	if (line.trim() !== "") lines.push(`  ${shown}`, `  ${" ".repeat(before)}${"^".repeat(Math.max(1, underlined))}`);
	return lines.join("\n");
}

/** How many code points the first `units` UTF-16 units of a line are. */
function codePoints(line: string, units: number): number {
	let count = 0;
	for (let at = 0; at < units; at++) {
		const unit = line.charCodeAt(at);
		if (unit < 0xdc00 || unit > 0xdfff) count++;
	}
	return count;
}

interface Cell {
	readonly text: string;
	readonly width: number;
}

function cells(text: string): Cell[] {
	return Array.from(text, (character) => {
		if (character === "\t") return { text: " ".repeat(tabWidth), width: tabWidth };
		if (/^\p{Cc}|^[\u200E\u200F\u202A-\u202E\u2066-\u2069]/u.test(character)) return { text: " ", width: 1 };
		return { text: character, width: isWide(character) ? 2 : isMark(character) ? 0 : 1 };
	});
}

/** Characters that fill two columns: East Asian wide and fullwidth forms, and emoji. */
const isWide = (character: string): boolean =>
	/^[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}]|\p{Emoji_Presentation}/u.test(
		character,
	);

/** Drawn over the character before it. */
const isMark = (character: string): boolean => /^(?:\p{M}|[\u200B-\u200D])/u.test(character);

const columns = (parts: readonly Cell[]): number => parts.reduce((sum, part) => sum + part.width, 0);

/** The part of a line around `from` to `to` that fits, where the underlining begins and how long it is, in terminal columns. */
function excerpt(line: string, from: number, to: number): { readonly shown: string; readonly before: number; readonly underlined: number } {
	// Only what can be seen is cut into characters: a line of a megabyte costs no more than a short one.
	const cutFrom = Math.max(0, from - 2 * maxColumns);
	const before = cells(line.slice(cutFrom, from));
	const words = cells(line.slice(from, Math.min(to, from + 2 * maxColumns)));
	const after = cells(line.slice(to, to + 2 * maxColumns));
	let isCutBefore = cutFrom > 0;
	// The words come first, then a little of what follows, then what stands before.
	const others = Math.min(columns(words), maxColumns) + Math.min(columns(after), 20) + 1;
	const room = Math.max(maxColumns - others, maxColumns / 3);
	let width = columns(before);
	let first = 0;
	while (width > room && first < before.length) {
		width -= before[first]?.width ?? 0;
		first++;
		isCutBefore = true;
	}
	const lead = isCutBefore ? "…" : "";
	let shown =
		lead +
		before
			.slice(first)
			.map((cell) => cell.text)
			.join("");
	let used = lead.length + width;
	let underlined = 0;
	let isCutAfter = to < line.length - 2 * maxColumns;
	for (const [index, cell] of [...words, ...after].entries()) {
		if (used + cell.width > maxColumns) {
			isCutAfter = true;
			break;
		}
		shown += cell.text;
		used += cell.width;
		if (index < words.length) underlined += cell.width;
	}
	return { shown: isCutAfter ? `${shown}…` : shown.trimEnd(), before: lead.length + width, underlined };
}
