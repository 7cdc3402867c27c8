// Offsets to lines and columns and back. Lines end as editors end them: \n, \r\n or \r.

/** Both from 0; `column` counts UTF-16 units. */
export interface Position {
	readonly line: number;
	readonly column: number;
}

/**
 * The lines of one text: built in one pass, asked in logarithmic time.
 *
 * lineIndex("a\nbc").positionAt(3) // -> { line: 1, column: 1 }
 */
export interface LineIndex {
	readonly lineCount: number;
	/** The position of an offset; offsets outside the text count as its start or end. */
	positionAt(offset: number): Position;
	/** The offset of a position; a line or column outside the text counts as the nearest one in it. */
	offsetAt(position: Position): number;
	/** The words of a line, without its line break; empty for a line that is not there. */
	lineText(line: number): string;
}

export function lineIndex(text: string): LineIndex {
	const starts = lineStarts(text);
	const startOf = (line: number): number => starts[line] ?? text.length;
	const lineAt = (offset: number): number => {
		let low = 0;
		let high = starts.length - 1;
		while (low < high) {
			const middle = Math.ceil((low + high) / 2);
			if (startOf(middle) <= offset) low = middle;
			else high = middle - 1;
		}
		return low;
	};
	const endOf = (line: number): number => {
		let end = startOf(line + 1);
		if (line + 1 >= starts.length) return end;
		end--;
		return text.charAt(end) === "\n" && text.charAt(end - 1) === "\r" ? end - 1 : end;
	};
	return {
		lineCount: starts.length,
		positionAt(offset) {
			const within = clamp(offset, text.length);
			const line = lineAt(within);
			return { line, column: within - startOf(line) };
		},
		offsetAt({ line, column }) {
			if (line < 0) return 0;
			if (line >= starts.length) return text.length;
			return startOf(line) + clamp(column, endOf(line) - startOf(line));
		},
		lineText(line) {
			return line < 0 || line >= starts.length ? "" : text.slice(startOf(line), endOf(line));
		},
	};
}

const clamp = (value: number, most: number): number => Math.min(Math.max(value, 0), most);

function lineStarts(text: string): readonly number[] {
	const starts = [0];
	for (const match of text.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length);
	return starts;
}
