// Buffers → Table. A chunk's columns are used where they lie; several chunks are joined, which copies them once.
import type { Catalogue } from "../../fields/catalogue.ts";
import type { Field } from "../../fields/field.ts";
import type { Column } from "../column/frame.ts";
import { readUtf8 } from "../column/utf8.ts";
import { type Steps, toEnd } from "../steps.ts";
import { Table, type TableOptions } from "../table.ts";
import { identityProblem } from "./field-identity.ts";
import { joinColumns } from "./join-columns.ts";
import { loadColumn } from "./load-column.ts";
import { type Manifest, manifestName, readManifest, rowsOf, type SavedColumnEntry } from "./manifest.ts";
import { Damage, damage, type SavedProblem } from "./problems.ts";
import { isBuffer, roles, SectionReader, statedChecksum } from "./sections.ts";

/** What `saveTable` made, or what a store gives back of it: columns of fields that are not asked for can be left out. */
export interface SavedParts {
	readonly manifest: unknown;
	/** Of each field in the order of the chunks. What is no buffer, or a damaged one, is a problem and no exception. */
	readonly columns: readonly { readonly field: string; readonly buffer: unknown }[];
}

export interface VerifyOptions {
	/**
	 * Whether checksums are compared and offsets and codes looked at: one pass over the bytes; default true. Without it only the manifest, and
	 * the sizes and kinds of everything, are checked: for buffers that have been checked before.
	 */
	readonly verify?: boolean;
}

export type LoadOptions = TableOptions & VerifyOptions;

export type Loaded = { readonly table: Table } | { readonly problems: readonly SavedProblem[] };

/**
 * A table that answers as the saved one did, and can grow: the buffers are never written to, a column is copied when its first row is
 * appended. With `fields` only those are loaded; the plan of a segment that asks for another is refused by `planProblems`. Every problem is
 * told, and there is a table only when there is none. A single chunk is not copied; of several, one copy is made. Throws RangeError for an
 * unknown time zone, a field that the catalogue does not have, and chunks whose text would be a column of more than 2 GB.
 *
 *     const loaded = loadTable(saved, catalogue, { timeZone: "Europe/Paris" });
 *     "table" in loaded && loaded.table.rows; // -> 1
 *     loadTable({ ...saved, manifest: new ArrayBuffer(4) }, catalogue, { timeZone: "Europe/Paris" });
 *     // -> { problems: [{ code: "truncated", message: "The manifest is cut off. Fetch it again, or build the table again." }] }
 */
export const loadTable = (saved: SavedParts, catalogue: Catalogue, options: LoadOptions): Loaded =>
	toEnd(loadTableInSteps(saved, catalogue, options));

/** The same, with pauses: of a chunk of 65,536 rows, every step takes a few milliseconds at most. Whoever stops in between has no table. */
export function* loadTableInSteps(saved: SavedParts, catalogue: Catalogue, options: LoadOptions): Steps<Loaded> {
	const table = new Table(catalogue, { ...options, fields: [] });
	const manifest = manifestOf(saved);
	if ("problems" in manifest) return manifest;
	const { timeZone, fields, chunks, quality, removedRows } = manifest;
	if (timeZone !== table.zone.name) {
		const message = `The table was saved with days in "${timeZone}", not in "${table.zone.name}". Build the table again.`;
		return { problems: [{ code: "other-time-zone", message }] };
	}
	const unknown = options.fields?.find((name) => !catalogue.field(name));
	if (unknown !== undefined) throw new RangeError(`The catalogue has no field "${unknown}".`);
	table.resume({ rows: rowsOf(chunks), removedRows, quality, fields: fields.map(({ name }) => name) });
	const wanted = options.fields ?? fields.map(({ name }) => name);
	const problems = yield* addColumnsOf(saved, manifest, table, wanted, options.verify ?? true);
	return problems.length > 0 ? { problems } : { table };
}

/**
 * Loads more fields into a table that was loaded without them; no problem is an empty list, and with one the table stays as it is. The table
 * may have changed since only when `saved` has changed with it: both must have the same rows. Fields that are loaded already are left alone.
 */
export const loadColumns = (
	table: Table,
	saved: SavedParts,
	fields: readonly string[],
	options: VerifyOptions = {},
): readonly SavedProblem[] => toEnd(loadColumnsInSteps(table, saved, fields, options));

/** The same, with pauses. Whoever stops in between leaves the table as it was, and so does a row that is appended meanwhile: a problem. */
export function* loadColumnsInSteps(
	table: Table,
	saved: SavedParts,
	fields: readonly string[],
	{ verify = true }: VerifyOptions = {},
): Steps<readonly SavedProblem[]> {
	const manifest = manifestOf(saved);
	if ("problems" in manifest) return manifest.problems;
	return (
		otherRows(manifest, table) ??
		(yield* addColumnsOf(
			saved,
			manifest,
			table,
			fields.filter((name) => !table.frame.members.has(name)),
			verify,
		))
	);
}

function otherRows(manifest: Manifest, table: Table): readonly SavedProblem[] | undefined {
	const rows = rowsOf(manifest.chunks);
	if (rows === table.rows) return undefined;
	const message = `The table has ${table.rows} rows, but ${rows} were saved. Save the table again, and load from that.`;
	return [{ code: "wrong-column", message }];
}

/** The manifest is small, and everything depends on it: its checksum is always compared. */
function manifestOf(saved: SavedParts): Manifest | { readonly problems: readonly SavedProblem[] } {
	try {
		return readManifest(saved.manifest, true);
	} catch (error) {
		if (error instanceof Damage) return { problems: [damage(error.code, manifestName)] };
		throw error;
	}
}

function* addColumnsOf(
	saved: SavedParts,
	manifest: Manifest,
	table: Table,
	names: readonly string[],
	verify: boolean,
): Steps<readonly SavedProblem[]> {
	const columns = new Map<Field, Column>();
	const problems: SavedProblem[] = [];
	for (const name of new Set(names)) {
		const index = manifest.fields.findIndex((field) => field.name === name);
		const identity = manifest.fields[index];
		const field = table.catalogue.field(name);
		const problem = identity && identityProblem(identity, table.catalogue);
		if (problem) problems.push(problem);
		else if (!identity || !field)
			problems.push({ code: "missing-column", field: name, message: `"${name}" was not saved. Build the table again with it.` });
		else {
			const buffers = saved.columns.filter((column) => column.field === name).map(({ buffer }) => buffer);
			const entries = manifest.chunks.map((chunk) => ({ rows: chunk.rows, ...(chunk.columns[index] as SavedColumnEntry) }));
			const pieces: Column[] = [];
			for (const [chunk, entry] of entries.entries()) {
				const piece = yield* loadPiece(field, buffers[chunk], entry, chunk, table, verify, problems);
				if (piece) pieces.push(piece);
			}
			if (pieces.length === entries.length) columns.set(field, yield* joinColumns(field, pieces, table.maxDistinctTexts));
		}
	}
	if (problems.length > 0) return problems;
	// During the pauses rows may have been appended, and others may have loaded the same fields.
	const changed = otherRows(manifest, table);
	if (changed) return changed;
	table.addLoaded(new Map([...columns].filter(([{ name }]) => !table.frame.members.has(name))), manifest.quality);
	return [];
}

function* loadPiece(
	field: Field,
	buffer: unknown,
	entry: SavedColumnEntry & { readonly rows: number },
	chunk: number,
	{ maxDistinctTexts }: Table,
	verify: boolean,
	problems: SavedProblem[],
): Steps<Column | undefined> {
	const name = `The saved column "${field.name}"`;
	const report = (problem: Pick<SavedProblem, "code" | "message">): undefined => {
		problems.push({ ...problem, field: field.name, chunk });
	};
	if (buffer === undefined || buffer === null) {
		return report({ code: "missing-column", message: `${name} is not there. Fetch it again, or build the table again.` });
	}
	try {
		const reader = yield* SectionReader.open(buffer, "column", verify);
		if (
			isBuffer(buffer) &&
			(statedChecksum(buffer) !== entry.checksum || buffer.byteLength !== entry.bytes || reader.rows !== entry.rows)
		) {
			return report({
				code: "wrong-column",
				message: `${name} is not the one that the manifest lists. Fetch it again, or build the table again.`,
			});
		}
		const title = reader.bytes(roles.text);
		if (readUtf8(title, 0, title.length) !== field.name) throw new Damage("corrupted");
		const column = yield* loadColumn(field, reader.rows, { reader, verify, maxDistinctTexts });
		reader.end();
		return column;
	} catch (error) {
		if (error instanceof Damage) return report(damage(error.code, name));
		throw error;
	}
}
