// What a hover says, as plain parts: hosts show them as text nodes, or take the Markdown made of them. Names and values are data, so that all
// that could be markup in them is escaped.

/** A stretch of a paragraph; `isCode` for words of the language and for names. */
export interface HoverRun {
	readonly text: string;
	readonly isCode: boolean;
}

export type HoverBlock =
	| { readonly kind: "paragraph"; readonly runs: readonly HoverRun[] }
	/** The text of a segment, with its line breaks. */
	| { readonly kind: "segment"; readonly text: string };

/** Words of the language and names alternate with plain ones: paragraph`${"country"} is text`. */
export const paragraph = (plain: TemplateStringsArray, ...code: readonly string[]): HoverBlock => ({
	kind: "paragraph",
	runs: plain
		.flatMap((text, index): readonly HoverRun[] => [
			{ text, isCode: false },
			{ text: code[index] ?? "", isCode: true },
		])
		.filter(({ text }) => text !== ""),
});

export const plainParagraph = (text: string): HoverBlock => ({ kind: "paragraph", runs: [{ text, isCode: false }] });

/** CommonMark, in which nothing of the author's or the catalogue's is markup. */
export function toMarkdown(blocks: readonly HoverBlock[]): string {
	return blocks
		.map((block) => {
			if (block.kind === "segment") return fenced(block.text);
			return block.runs.map(({ text, isCode }) => (isCode ? inCode(text) : escaped(text))).join("");
		})
		.join("\n\n");
}

/** The same for hosts that show no Markdown. */
export function toPlainText(blocks: readonly HoverBlock[]): string {
	return blocks.map((block) => (block.kind === "segment" ? block.text : block.runs.map(({ text }) => oneLine(text)).join(""))).join("\n\n");
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ");

/** Signs that mean something within a line, addresses that would become links, and what begins a list or a heading. */
const escaped = (text: string): string =>
	oneLine(text)
		.replace(/[\\`*_[\]<>&~|$@#]|:(?=\/\/)|(?<=www)\./gi, "\\$&")
		.replace(/^[-+=]/, "\\$&")
		.replace(/^(\d+)([.)])/, "$1\\$2");

/** More backticks around than stand in it in a row; a blank keeps its own at an end apart. */
function inCode(text: string): string {
	const line = oneLine(text);
	const ticks = "`".repeat(longestTicks(line) + 1);
	const pad = /^`|`$|^ .* $/.test(line) ? " " : "";
	return `${ticks}${pad}${line}${pad}${ticks}`;
}

function fenced(text: string): string {
	const fence = "`".repeat(Math.max(3, longestTicks(text) + 1));
	return `${fence}segql\n${text}\n${fence}`;
}

const longestTicks = (text: string): number => Math.max(0, ...Array.from(text.matchAll(/`+/g), ([ticks]) => ticks.length));
