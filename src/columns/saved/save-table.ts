// Table → buffers that can be stored and sent: see src/decisions/0003-saved-columns.md.
import { utf8Of } from "../column/utf8.ts";
import type { QualityReport } from "../../fields/quality.ts";
import { wordsFor } from "../bitmap.ts";
import { type Steps, toEnd } from "../steps.ts";
import type { Table } from "../table.ts";
import { identityOf } from "./field-identity.ts";
import { type ChunkEntry, type SavedColumnEntry, writeManifest } from "./manifest.ts";
import { chunkRanges, countIn } from "./row-ranges.ts";
import { columnSections, type Dictionaries } from "./save-column.ts";
import { roles, statedChecksum, writeSectionsInSteps } from "./sections.ts";

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
	/** Saves the profiles alone, in their order: rows get other numbers, and dictionaries lose texts that nobody has any more. Default false. */
	readonly dropRemoved?: boolean;
}

/**
 * The table as plain buffers: a manifest, and for each chunk of rows and each field a column. The table is left as it is, and can go on
 * growing. Removed rows keep their place unless they are dropped; the quality report is that of all profiles so far either way, but
 * without its examples when rows are dropped, since they may be of those. Linear: one copy of the columns and one pass for the checksums.
 * Throws RangeError for a column of more than 4 GB.
 *
 *     const saved = saveTable(table);
 *     saved.columns.map(({ field }) => field); // -> ["user_id", "country"]
 *     worker.postMessage(saved, [saved.manifest, ...saved.columns.map(({ buffer }) => buffer)]);
 */
export const saveTable = (table: Table, options: SaveOptions = {}): SavedTable => toEnd(saveTableInSteps(table, options));

/**
 * The same, with pauses: in chunks of 65,536 rows, every step takes a few milliseconds at most. What is saved is the table as it was when the
 * first step began; it can grow meanwhile, and rows can be removed.
 */
export function* saveTableInSteps(table: Table, { chunkRows, dropRemoved = false }: SaveOptions = {}): Steps<SavedTable> {
	const { rows, frame, zone, quality } = table;
	const chunkSize = chunkRows ?? Math.max(rows, 1);
	if (!Number.isInteger(chunkSize) || chunkSize < 1) throw new RangeError(`chunkRows is a whole number from 1 on, not ${chunkSize}.`);
	const hasDropped = dropRemoved && table.size < rows;
	const removedRows = table.removedRows?.slice(0, wordsFor(rows));
	const members = [...frame.members.values()];
	const dictionaries: Dictionaries = new Map();
	const columns: SavedColumn[] = [];
	const chunks: ChunkEntry[] = [];
	for (const ranges of chunkRanges(rows, chunkSize, dropRemoved ? removedRows : undefined)) {
		const count = countIn(ranges);
		const entries: SavedColumnEntry[] = [];
		for (const { field, column } of members) {
			const name = { role: roles.text, array: utf8Of(field.name) };
			const sections = yield* columnSections(column, ranges, dictionaries);
			const buffer = yield* writeSectionsInSteps("column", count, [name, ...sections]);
			columns.push({ field: field.name, buffer });
			entries.push({ bytes: buffer.byteLength, checksum: statedChecksum(buffer) });
		}
		chunks.push({ rows: count, columns: entries });
	}
	const fields = members.map(({ field }) => identityOf(field));
	const manifest = writeManifest({
		timeZone: zone.name,
		fields,
		chunks,
		quality: hasDropped ? withoutExamples(quality) : quality,
		removedRows: dropRemoved ? undefined : removedRows,
	});
	return { manifest, columns };
}

/** An example is what somebody's profile holds, and nobody knows whose. */
const withoutExamples = (quality: QualityReport): QualityReport => ({
	...quality,
	fields: quality.fields.map(({ example: _, ...counts }) => counts),
});
