// Which rows hold the profile of a user_id: one, unless profiles with the same one were appended.
import type { Frame } from "./column/frame.ts";
import type { TextColumn } from "./column/text-column.ts";

/** Throws RangeError when the frame has no column for user_id, or none of text: two profiles of one number would be two people. */
export function idsOf(frame: Frame): TextColumn {
	const member = frame.members.get("user_id");
	if (!member) throw new RangeError('Profiles are replaced and removed by user_id: give the table the field "user_id" too.');
	const { field, column } = member;
	if (column.kind === "text") return column;
	throw new RangeError(`Profiles are replaced and removed by user_id: make the field "user_id" of type "text", not "${field.type}".`);
}

export class RowsById {
	private readonly column: TextColumn;
	private readonly lastRow = new Map<string, number>();
	/** For a row whose user_id an earlier row has too, that row. */
	private readonly earlier = new Map<number, number>();

	constructor(column: TextColumn) {
		this.column = column;
	}

	add(row: number): void {
		const id = this.column.at(row);
		if (id === undefined) return;
		const before = this.lastRow.get(id);
		if (before !== undefined) this.earlier.set(row, before);
		this.lastRow.set(id, row);
	}

	/** Adds a row; returns those that had its user_id, which are forgotten. */
	replace(row: number): readonly number[] {
		const id = this.column.at(row);
		if (id === undefined) return [];
		const rows = this.take(id);
		this.lastRow.set(id, row);
		return rows;
	}

	/** The rows of a user_id, the last first; they are forgotten. */
	take(id: string): readonly number[] {
		const rows: number[] = [];
		for (let row = this.lastRow.get(id); row !== undefined; ) {
			rows.push(row);
			const before = this.earlier.get(row);
			this.earlier.delete(row);
			row = before;
		}
		this.lastRow.delete(id);
		return rows;
	}

	last(id: string): number | undefined {
		return this.lastRow.get(id);
	}
}
