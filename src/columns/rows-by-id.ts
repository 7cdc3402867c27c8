// Which rows hold the profile of a user_id: one, unless profiles with the same one were appended.
interface Ids {
	at(row: number): unknown;
}

export class RowsById {
	private readonly column: Ids;
	private readonly lastRow = new Map<string, number>();
	/** For a row whose user_id an earlier row has too, that row. */
	private readonly earlier = new Map<number, number>();

	constructor(column: Ids) {
		this.column = column;
	}

	add(row: number): void {
		const id = this.idAt(row);
		if (id === undefined) return;
		const before = this.lastRow.get(id);
		if (before !== undefined) this.earlier.set(row, before);
		this.lastRow.set(id, row);
	}

	/** Adds a row; returns those that had its user_id, which are forgotten. */
	replace(row: number): readonly number[] {
		const id = this.idAt(row);
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

	private idAt(row: number): string | undefined {
		const id = this.column.at(row);
		return typeof id === "string" ? id : undefined;
	}
}
