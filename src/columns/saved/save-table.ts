// Table → buffers that can be stored and sent: see src/decisions/0003-saved-columns.md.
import { utf8Of } from "../column/utf8.ts";
import { wordsFor } from "../bitmap.ts";
import type { Table } from "../table.ts";
import { identityOf } from "./field-identity.ts";
import { type ChunkEntry, writeManifest } from "./manifest.ts";
import { columnSections } from "./save-column.ts";
import { roles, statedChecksum, writeSections } from "./sections.ts";

export interface SavedColumn {
	/** The name of a field of profiles. */
	readonly field: string;
	/** The field's column for one chunk of rows. Nothing else shares it: it can be transferred. */
	readonly buffer: ArrayBuffer;
}

export interface SavedTable {
	readonly manifest: ArrayBuffer;
	/** In the order of the chunks; of one field at least, those that are there. */
	readonly columns: readonly SavedColumn[];
}

export interface SaveOptions {
	/** Most rows a chunk, 1 or more; all rows are one chunk when left out, which loads without a copy. */
	readonly chunkRows?: number;
}

/**
 * The table as plain buffers: a manifest, and for each chunk of rows and each field a column. The table is left as it is, and can go on
 * growing. Removed rows keep their place. Linear: one copy of the columns and one pass for the checksums. Throws RangeError for a column of
 * more than 4 GB.
 *
 *     const saved = saveTable(table);
 *     saved.columns.map(({ field }) => field); // -> ["user_id", "country"]
 *     worker.postMessage(saved, [saved.manifest, ...saved.columns.map(({ buffer }) => buffer)]);
 */
export function saveTable(table: Table, options: SaveOptions = {}): SavedTable {
	const { rows, frame, zone, removedRows } = table;
	const { chunkRows = Math.max(rows, 1) } = options;
	if (!Number.isInteger(chunkRows) || chunkRows < 1) throw new RangeError(`chunkRows is a whole number from 1 on, not ${chunkRows}.`);
	const members = [...frame.members.values()];
	const columns: SavedColumn[] = [];
	const chunks: ChunkEntry[] = [];
	for (let from = 0; from < rows || chunks.length === 0; from += chunkRows) {
		const to = Math.min(from + chunkRows, rows);
		const saved = members.map(({ field, column }) => {
			const name = { role: roles.text, array: utf8Of(field.name) };
			return { field: field.name, buffer: writeSections("column", to - from, [name, ...columnSections(column, from, to)]) };
		});
		chunks.push({ rows: to - from, columns: saved.map(({ buffer }) => ({ bytes: buffer.byteLength, checksum: statedChecksum(buffer) })) });
		columns.push(...saved);
	}
	const manifest = writeManifest({
		timeZone: zone.name,
		fields: members.map(({ field }) => identityOf(field)),
		chunks,
		quality: table.quality,
		removedRows: removedRows?.subarray(0, wordsFor(rows)),
	});
	return { manifest, columns };
}
