// Tables of text in aligned columns. Cells are data: they are made printable here, so that no caller can forget it.
import { displayWidth, trimmed } from "./display-width.ts";
import { printable } from "./printable.ts";
import type { Style } from "./style.ts";

export interface TableColumn {
	readonly name: string;
	/** Numbers stand on the right. */
	readonly align?: "left" | "right";
}

export const maxCellWidth = 40;

/** Lines without line breaks: the names, then the rows. Cells wider than `maxCellWidth` are cut. No line ends in spaces. */
export function tableLines(columns: readonly TableColumn[], rows: readonly (readonly string[])[], style: Style): readonly string[] {
	const cell = (text: string): string => trimmed(printable(text), maxCellWidth);
	const header = columns.map((column) => cell(column.name));
	const body = rows.map((row) => columns.map((_, index) => cell(row[index] ?? "")));
	const widths = columns.map((_, index) => Math.max(...[header, ...body].map((row) => displayWidth(row[index] as string))));
	const line = (cells: readonly string[], paint: (text: string) => string): string =>
		cells
			.map((text, index) => {
				const gap = " ".repeat((widths[index] as number) - displayWidth(text));
				if (columns[index]?.align === "right") return gap + paint(text);
				return index === cells.length - 1 ? paint(text) : paint(text) + gap;
			})
			.join("  ")
			.trimEnd();
	return [line(header, style.dim), ...body.map((row) => line(row, (text) => text))];
}
