// Where focus goes after a gesture.
import type { Session } from "../session/session.ts";
import { isPlaceholder } from "./placeholder.ts";

/** The control of a row that waits for something; else the row. */
export function waitingControl({ rows }: Session, id: number): string | number {
	const row = rows?.places.get(id)?.row;
	if (row?.kind === "reference" && row.segments.every((name) => name === "")) return `${id}/entry`;
	if (row?.kind !== "condition") return id;
	if (isPlaceholder(row)) return `${id}/subject`;
	const hole = row.operands.findIndex(({ editor }) => editor === "hole");
	if (hole >= 0 && row.shape.list) return `${id}/entry`;
	return hole < 0 ? `${id}/operator` : `${id}/value-${hole}`;
}

/** The row, or what stands where its gesture left the selection. */
export function rowAtSelection({ rows, rowLanguage: language, selection }: Session, row: number): number {
	if (!rows || !language || rows.places.has(row)) return row;
	return language.document.rowAt(rows, selection.from).id;
}
