// Profiles as columns. Rows are only ever appended: an update appends the new row and marks the old one removed, so that whatever was
// computed about a row stays true.
import type { Catalogue } from "../fields/catalogue.ts";
import type { FieldCounter, QualityReport } from "../fields/quality.ts";
import { type TimeZone, timeZone } from "../values/time-zone.ts";
import { Frame } from "./column/frame.ts";
import { FrameWriter } from "./column/writers.ts";
import { RowBits } from "./column/row-bits.ts";
import { defaultMaxDistinctTexts } from "./column/text-column.ts";
import { setBit } from "./bitmap.ts";
import { LeafCache } from "./leaf-cache.ts";

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

/**
 * Throws RangeError for an unknown time zone, and for a field that the catalogue does not have.
 *
 *     const table = new Table(catalogue, { timeZone: "Europe/Paris" });
 *     table.append({ user_id: "a", country: "FR" }); // -> 0
 */
export class Table {
	readonly zone: TimeZone;
	/** The rows of profiles, removed ones included. */
	readonly frame: Frame = new Frame();
	readonly leaves: LeafCache;
	private readonly writer: FrameWriter;
	private readonly counters: FieldCounter[] = [];
	private readonly removed: RowBits = new RowBits();
	private removedCount = 0;
	private profiles = 0;
	private notObjects = 0;
	/** Rows by user_id, from the first `put` or `remove` on. */
	private rowOfId: Map<string, number> | undefined;
	private failure: unknown;
	#version = 0;

	constructor(catalogue: Catalogue, options: TableOptions) {
		this.zone = timeZone(options.timeZone);
		this.leaves = new LeafCache(options.maxCachedBytes ?? 64e6);
		const unknown = options.fields?.find((name) => !catalogue.field(name));
		if (unknown !== undefined) throw new RangeError(`The catalogue has no field "${unknown}".`);
		const wanted = options.fields && new Set(options.fields);
		const fields = catalogue.fields.filter(({ name }) => !wanted || wanted.has(name));
		this.writer = new FrameWriter(this.frame, fields, "", {
			zone: this.zone,
			counters: this.counters,
			maxDistinctTexts: options.maxDistinctTexts ?? defaultMaxDistinctTexts,
		});
	}

	/** Rows, removed ones included: positions go from 0 to one less. */
	get rows(): number {
		return this.frame.length;
	}

	/** Profiles. */
	get size(): number {
		return this.frame.length - this.removedCount;
	}

	/** Another number after every change. */
	get version(): number {
		return this.#version;
	}

	/** Appends a profile, whatever its user_id; returns its row. One that is not an object has every field missing, and is counted. */
	append(profile: unknown): number {
		const row = this.appendRow(profile);
		const id = this.rowOfId && this.idAt(row);
		if (id !== undefined) this.rowOfId?.set(id, row);
		return row;
	}

	/** Appends a profile in place of the last one with its user_id, if there is one; returns its row. */
	put(profile: unknown): number {
		const byId = this.ids();
		const row = this.appendRow(profile);
		const id = this.idAt(row);
		if (id === undefined) return row;
		const old = byId.get(id);
		if (old !== undefined) this.removeRow(old);
		byId.set(id, row);
		return row;
	}

	/** Whether there was a profile with that user_id. */
	remove(userId: string): boolean {
		const byId = this.ids();
		const row = byId.get(userId);
		if (row === undefined) return false;
		byId.delete(userId);
		this.removeRow(row);
		this.#version++;
		return true;
	}

	/** The row of the last profile with that user_id. */
	rowOf(userId: string): number | undefined {
		return this.ids().get(userId);
	}

	isRemoved(row: number): boolean {
		return this.removed.has(row);
	}

	/** One bit a row for those removed; undefined when there is none. */
	get removedRows(): Int32Array | undefined {
		return this.removedCount === 0 ? undefined : this.removed.words;
	}

	/** The row as a record: typed values by field name, without what is missing. */
	recordAt(row: number): Readonly<Record<string, unknown>> {
		return this.frame.recordAt(row);
	}

	/** Of all profiles so far, replaced ones included: a new report each time it is asked for. */
	get quality(): QualityReport {
		const { profiles, notObjects } = this;
		return { profiles, notObjects, fields: this.counters.map((counter) => counter.report()) };
	}

	/** Of the columns' arrays. */
	get bytes(): number {
		return this.frame.bytes + this.removed.words.byteLength;
	}

	/** Gives back the room kept for further rows. */
	trim(): void {
		this.frame.trim();
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
		setBit(this.removed.words, row);
		this.removedCount++;
	}

	private ids(): Map<string, number> {
		if (this.rowOfId) return this.rowOfId;
		const rowOfId = new Map<string, number>();
		for (let row = 0; row < this.frame.length; row++) {
			const id = this.removed.has(row) ? undefined : this.idAt(row);
			if (id !== undefined) rowOfId.set(id, row);
		}
		this.rowOfId = rowOfId;
		return rowOfId;
	}

	private idAt(row: number): string | undefined {
		const id = this.frame.members.get("user_id")?.column.at(row);
		return typeof id === "string" ? id : undefined;
	}
}
