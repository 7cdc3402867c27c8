// The manifest: what a saved table consists of. It lists every buffer with its checksum, so that buffers of another time are never taken for
// its own, and holds what belongs to the whole table: the time zone, which rows are removed, and the quality report.
import type { FieldQuality, QualityReport } from "../../fields/quality.ts";
import { wordsFor } from "../bitmap.ts";
import { readUtf8, utf8Of } from "../column/utf8.ts";
import { toEnd } from "../steps.ts";
import { type FieldIdentity, isFieldIdentity } from "./field-identity.ts";
import { checkedBits } from "./load-column.ts";
import { type BufferName, Damage } from "./problems.ts";
import { roles, SectionReader, writeSections } from "./sections.ts";

export interface SavedColumnEntry {
	readonly bytes: number;
	/** A signed 32-bit number. */
	readonly checksum: number;
}

export interface ChunkEntry {
	readonly rows: number;
	/** One for each of the manifest's fields, in their order. */
	readonly columns: readonly SavedColumnEntry[];
}

export interface Manifest {
	readonly timeZone: string;
	readonly fields: readonly FieldIdentity[];
	readonly chunks: readonly ChunkEntry[];
	readonly quality: QualityReport;
	/** One bit a row; undefined where no row is removed. */
	readonly removedRows: Int32Array | undefined;
}

export const manifestName: BufferName = "The manifest";

export const rowsOf = (chunks: readonly ChunkEntry[]): number => chunks.reduce((sum, { rows }) => sum + rows, 0);

export function writeManifest({ removedRows, ...description }: Manifest): ArrayBuffer {
	const text = { role: roles.text, array: utf8Of(JSON.stringify(description)) };
	const removed = removedRows ? [{ role: roles.removed, array: removedRows }] : [];
	return writeSections("manifest", rowsOf(description.chunks), [text, ...removed]);
}

/** Throws a Damage. */
export function readManifest(buffer: unknown, verify: boolean): Manifest {
	const reader = toEnd(SectionReader.open(buffer, "manifest", verify));
	const utf8 = reader.bytes(roles.text);
	const description = parsed(readUtf8(utf8, 0, utf8.length));
	if (!isDescription(description) || rowsOf(description.chunks) !== reader.rows) throw new Damage("corrupted");
	const hasRemoved = reader.nextRole !== undefined;
	const removedRows = hasRemoved ? checkedBits(reader.integers(roles.removed, wordsFor(reader.rows)), reader.rows) : undefined;
	reader.end();
	return { ...description, removedRows };
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw new Damage("corrupted");
	}
}

type Plain = Readonly<Record<string, unknown>>;

const isPlain = (value: unknown): value is Plain => typeof value === "object" && value !== null && !Array.isArray(value);
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;
const isListOf = (value: unknown, isItem: (item: unknown) => boolean): value is readonly unknown[] =>
	Array.isArray(value) && value.every(isItem);

function isDescription(value: unknown): value is Omit<Manifest, "removedRows"> {
	if (!isPlain(value) || typeof value.timeZone !== "string" || !isListOf(value.fields, isFieldIdentity)) return false;
	const columns = value.fields.length;
	return isQuality(value.quality) && isListOf(value.chunks, (chunk) => isChunk(chunk, columns)) && value.chunks.length > 0;
}

const isChunk = (value: unknown, columns: number): boolean =>
	isPlain(value) && isCount(value.rows) && isListOf(value.columns, isEntry) && value.columns.length === columns;

const isEntry = (value: unknown): boolean => isPlain(value) && isCount(value.bytes) && Number.isInteger(value.checksum);

const isQuality = (value: unknown): value is QualityReport =>
	isPlain(value) && isCount(value.profiles) && isCount(value.notObjects) && isListOf(value.fields, isFieldQuality);

const counts = ["seen", "missing", "wrongType", "droppedItems"] as const satisfies readonly (keyof FieldQuality)[];

const isFieldQuality = (value: unknown): boolean =>
	isPlain(value) &&
	typeof value.field === "string" &&
	counts.every((count) => isCount(value[count])) &&
	(value.example === undefined || typeof value.example === "string");
