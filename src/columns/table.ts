// Profiles as columns. Rows are only ever appended: an update appends the new row and marks the old one removed, so that whatever was
// computed about a row stays true.
import type { Catalogue } from "../fields/catalogue.ts";
import type { Field } from "../fields/field.ts";
import type { FieldCounter, FieldQuality, QualityReport } from "../fields/quality.ts";
import { type TimeZone, timeZone } from "../values/time-zone.ts";
import { type Column, Frame } from "./column/frame.ts";
import { addColumns } from "./column/make-column.ts";
import { FrameWriter } from "./column/writers.ts";
import { RowBits } from "./column/row-bits.ts";
import { defaultMaxDistinctTexts } from "./column/text-column.ts";
import { countAll, wordsFor } from "./bitmap.ts";
import { LeafCache } from "./leaf-cache.ts";
import { idsOf, RowsById } from "./rows-by-id.ts";
import { SpareWords } from "./spare-words.ts";

export interface TableOptions {
	/** IANA name: the days of instants. A plan must be of the same zone. */
	readonly timeZone: string;
	/** Only these fields; all when left out. A collection comes with all its fields. */
	readonly fields?: readonly string[];
	/** Bytes that the answers of conditions may take; default 64 MB. */
	readonly maxCachedBytes?: number;
	/** A field with more distinct texts than this is kept as UTF-8 instead of with a dictionary; default 65,535. */
	readonly maxDistinctTexts?: number;
}

/** What a saved table knows of itself beside its columns. */
export interface SavedState {
	readonly rows: number;
	readonly removedRows: Int32Array | undefined;
	readonly quality: QualityReport;
	/** Names of all that have columns. */
	readonly fields: readonly string[];
}

/**
 * Throws RangeError for an unknown time zone, and for a field that the catalogue does not have.
 *
 *     const table = new Table(catalogue, { timeZone: "Europe/Paris" });
 *     table.append({ user_id: "a", country: "FR" }); // -> 0
 */
export class Table {
	readonly zone: TimeZone;
	readonly catalogue: Catalogue;
	/** The rows of profiles, removed ones included. */
	readonly frame: Frame = new Frame();
	readonly leaves: LeafCache;
	readonly spareWords: SpareWords = new SpareWords();
	/** Names of fields that the table was saved with, but not loaded with. */
	readonly unloaded: Set<string> = new Set();
	readonly maxDistinctTexts: number;
	private writer: FrameWriter;
	private counters: FieldCounter[] = [];
	/** Of fields that are not loaded, as they were saved. */
	private readonly savedQuality: Map<string, FieldQuality> = new Map();
	private readonly removed: RowBits = new RowBits();
	#removed = 0;
	private profiles = 0;
	private notObjects = 0;
	private ids: RowsById | undefined;
	private failure: unknown;
	#version = 0;

	constructor(catalogue: Catalogue, options: TableOptions) {
		this.zone = timeZone(options.timeZone);
		this.catalogue = catalogue;
		this.leaves = new LeafCache(options.maxCachedBytes ?? 64e6);
		this.maxDistinctTexts = options.maxDistinctTexts ?? defaultMaxDistinctTexts;
		const unknown = options.fields?.find((name) => !catalogue.field(name));
		if (unknown !== undefined) throw new RangeError(`The catalogue has no field "${unknown}".`);
		const wanted = options.fields && new Set(options.fields);
		const fields = catalogue.fields.filter(({ name }) => !wanted || wanted.has(name));
		addColumns(this.frame, fields, this.maxDistinctTexts);
		this.writer = this.makeWriter();
	}

	/** Rows, removed ones included: positions go from 0 to one less. */
	get rows(): number {
		return this.frame.length;
	}

	/** Profiles. */
	get size(): number {
		return this.frame.length - this.#removed;
	}

	/** Another number after every change. */
	get version(): number {
		return this.#version;
	}

	/** Appends a profile, whatever its user_id; returns its row. One that is not an object has every field missing, and is counted. */
	append(profile: unknown): number {
		const row = this.appendRow(profile);
		this.ids?.add(row);
		return row;
	}

	/**
	 * Appends a profile in place of those with its user_id; returns its row. Throws RangeError when the table has no column of text for user_id. The
	 * first `put`, `remove` or `rowOf` takes time for every row.
	 */
	put(profile: unknown): number {
		const ids = this.rowsById();
		const row = this.appendRow(profile);
		for (const old of ids.replace(row)) this.removeRow(old);
		return row;
	}

	/** Removes the profiles with that user_id; whether there was one. Throws RangeError when the table has no column of text for user_id. */
	remove(userId: string): boolean {
		const rows = this.rowsById().take(userId);
		for (const row of rows) this.removeRow(row);
		if (rows.length > 0) this.#version++;
		return rows.length > 0;
	}

	/** The row of the last profile with that user_id. Throws RangeError when the table has no column of text for user_id. */
	rowOf(userId: string): number | undefined {
		return this.rowsById().last(userId);
	}

	isRemoved(row: number): boolean {
		return this.removed.has(row);
	}

	/** Rows that were removed. */
	get removedCount(): number {
		return this.#removed;
	}

	/** One bit a row for those removed; undefined when there is none. */
	get removedRows(): Int32Array | undefined {
		return this.#removed === 0 ? undefined : this.removed.words;
	}

	/** The row as a record: typed values by field name, without what is missing. */
	recordAt(row: number): Readonly<Record<string, unknown>> {
		return this.frame.recordAt(row);
	}

	/** Of all profiles so far, replaced ones included: a new report each time it is asked for. Of fields that were not loaded, as saved. */
	get quality(): QualityReport {
		const { profiles, notObjects, savedQuality, counters } = this;
		if (this.unloaded.size === 0) return { profiles, notObjects, fields: counters.map((counter) => counter.report()) };
		const fields = new Map([...savedQuality.values(), ...counters.map((counter) => counter.report())].map((field) => [field.field, field]));
		return { profiles, notObjects, fields: [...fields.values()] };
	}

	/** Of the columns' arrays. */
	get bytes(): number {
		return this.frame.bytes + this.removed.words.byteLength;
	}

	/** Gives back the room kept for further rows. */
	trim(): void {
		this.frame.trim();
		this.removed.trim();
	}

	/** Goes on from a saved table (src/columns/saved). Of a table without rows. */
	resume(saved: SavedState): void {
		const { rows, removedRows, quality } = saved;
		this.frame.length = rows;
		this.removed.borrow(removedRows ?? new Int32Array(wordsFor(rows)), rows);
		this.#removed = removedRows ? countAll(removedRows, wordsFor(rows)) : 0;
		this.profiles = quality.profiles;
		this.notObjects = quality.notObjects;
		for (const name of saved.fields) this.unloaded.add(name);
	}

	/** Takes over columns of as many rows as the table has, for fields that have not been loaded yet, and what was counted in those rows. */
	addLoaded(columns: ReadonlyMap<Field, Column>, quality: QualityReport): void {
		for (const field of quality.fields) this.savedQuality.set(field.field, field);
		for (const [field, column] of columns) {
			this.frame.members.set(field.name, { field, column, parts: new Map() });
			this.unloaded.delete(field.name);
		}
		const byName = new Map(this.frame.members);
		this.frame.members.clear();
		for (const { name } of this.catalogue.fields) {
			const member = byName.get(name);
			if (member) this.frame.members.set(name, member);
		}
		const counted = new Map(this.counters.map((counter) => [counter.name, counter.report()]));
		this.writer = this.makeWriter();
		for (const counter of this.counters) {
			const before = counted.get(counter.name) ?? this.savedQuality.get(counter.name);
			if (before) counter.resume(before);
		}
	}

	private makeWriter(): FrameWriter {
		this.counters = [];
		return new FrameWriter(this.frame, "", { zone: this.zone, counters: this.counters });
	}

	private appendRow(profile: unknown): number {
		if (this.failure !== undefined) throw new Error("This table stopped in the middle of a row. Build a new one.", { cause: this.failure });
		this.profiles++;
		try {
			if (typeof profile === "object" && profile !== null && !Array.isArray(profile)) this.writer.append(profile);
			else {
				this.notObjects++;
				this.writer.appendMissing();
			}
		} catch (error) {
			this.failure = error;
			throw error;
		}
		this.removed.push(false);
		this.#version++;
		return this.frame.length - 1;
	}

	private removeRow(row: number): void {
		this.removed.set(row);
		this.#removed++;
	}

	private rowsById(): RowsById {
		if (this.ids) return this.ids;
		const ids = new RowsById(idsOf(this.frame));
		for (let row = 0; row < this.frame.length; row++) if (!this.removed.has(row)) ids.add(row);
		this.ids = ids;
		return ids;
	}
}
