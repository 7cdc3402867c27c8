// Cells as CSV that is safe to open in a spreadsheet: none of them is a formula there. RFC 4180, lines end with CR LF.
import Papa from "papaparse";

export type Cell = string | number | boolean | undefined;

/** What makes a cell a formula, or hides one: also the wide forms of East Asia, which some programs take for the same. */
const beginsFormula = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** A number is no formula, though it may begin with a minus. */
const plainNumber = /^-?\d+(?:\.\d+)?$/;

/**
 * The text of a cell with an apostrophe before what a spreadsheet would calculate. Source: OWASP, CSV injection.
 *
 *     neutralCell("=1+1"); // -> "'=1+1"
 *     neutralCell("-12.5"); // -> "-12.5"
 */
export const neutralCell = (text: string): string => (beginsFormula.test(text) && !plainNumber.test(text) ? `'${text}` : text);

/** One line for each row, the last one ended too; no value is an empty cell. Linear in the cells. */
export function csvText(rows: readonly (readonly Cell[])[]): string {
	if (rows.length === 0) return "";
	const cells = rows.map((row) => row.map((cell) => (typeof cell === "string" ? neutralCell(cell) : (cell ?? ""))));
	return `${Papa.unparse(cells, { newline: "\r\n" })}\r\n`;
}
