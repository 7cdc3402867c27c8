// CSV with a header row. Cells are text; their types come from the catalogue later. A row of the wrong width or with broken quotes is
// reported with its line and the rest goes on.
import Papa from "papaparse";
import type { Chunks } from "./chunks.ts";
import { type Columns, csvColumns } from "./csv-columns.ts";
import { type CsvShape, csvRecords, singleLines, singleRecords } from "./csv-records.ts";
import { defaultMaxLineBytes } from "./line-blocks.ts";
import type { ProblemKind, Problems } from "./problems.ts";
import type { Profile, ProfileBatch } from "./profile-batch.ts";
import { RefusedInput } from "./refused-input.ts";
import { roughTextOf, textOf } from "./utf8.ts";

const batchSize = 256;

/** Batches of profiles in the order of the file; every value is a text, an empty cell `""`. Empty lines are skipped. */
export async function* readCsv(
	chunks: Chunks,
	problems: Problems,
	shape: CsvShape,
	options: { readonly maxLineBytes?: number } = {},
): AsyncGenerator<ProfileBatch> {
	const maxRecordBytes = options.maxLineBytes ?? defaultMaxLineBytes;
	const rows = new CsvRows(problems, shape);
	let isEmpty = true;
	for await (const block of csvRecords(chunks, shape, { maxRecordBytes })) {
		let profiles: Profile[] = [];
		if (block.kind === "too-long") rows.skipLine(maxRecordBytes);
		else if (block.kind === "records") rows.readBlock(block.bytes, block.count, profiles);
		else {
			// All that came after the quotes.
			for (const line of singleLines(block.bytes, shape)) {
				rows.readEach([line], profiles);
				if (profiles.length < batchSize) continue;
				isEmpty = false;
				yield { profiles };
				profiles = [];
			}
		}
		if (profiles.length === 0) continue;
		isEmpty = false;
		yield { profiles };
	}
	const { header } = rows;
	if (isEmpty && header !== undefined) yield { profiles: [], header };
}

class CsvRows {
	/** Where the next record starts. */
	line = 1;
	#columns: Columns | undefined;
	readonly #problems: Problems;
	readonly #shape: CsvShape;
	readonly #newline: "\n" | "\r";

	constructor(problems: Problems, shape: CsvShape) {
		this.#problems = problems;
		this.#shape = shape;
		this.#newline = shape.newline === 0x0d ? "\r" : "\n";
	}

	/** A profile with all columns and nothing in them; undefined where there is no header. */
	get header(): Profile | undefined {
		const columns = this.#columns;
		return columns?.profile(Array.from({ length: columns.width }, () => ""));
	}

	/** Whole records at once; one by one when something is broken, so that the damage stays in its record. */
	readBlock(bytes: Uint8Array, count: number, batch: Profile[]): void {
		const text = textOf(bytes);
		const rows = text === undefined ? undefined : this.#parse(text);
		if (text === undefined || rows?.length !== count) {
			this.readEach(singleRecords(bytes, this.#shape), batch);
			return;
		}
		const quoted = text.includes('"');
		for (const cells of rows) {
			this.#keep(cells, batch);
			this.line += 1 + (quoted ? lineBreaks(cells, this.#newline) : 0);
		}
	}

	readEach(records: Iterable<Uint8Array>, batch: Profile[]): void {
		for (const record of records) {
			const exact = textOf(record);
			const text = exact ?? roughTextOf(record);
			const rows = this.#parse(text);
			if (exact === undefined) this.#report("bad-utf8", `Line ${this.line} holds bytes that are not UTF-8. Save the file as UTF-8.`);
			else if (rows?.length !== 1)
				this.#report("broken-quotes", `Line ${this.line} has quotes that do not close, or more text after they close.`);
			else this.#keep(rows[0] as string[], batch);
			this.line += Math.max(1, text.split(this.#newline).length - 1);
		}
	}

	skipLine(limit: number): void {
		this.#report("too-long", this.#problems.tooLong({ unit: "line", number: this.line }, limit));
		this.line++;
	}

	/**
	 * Undefined when quotes are broken somewhere in the text. Papa Parse's parser is called without the machinery around it
	 * (guessing, headers, streams), which would double the time and the memory.
	 */
	#parse(text: string): string[][] | undefined {
		const parser = new Papa.Parser({ delimiter: this.#shape.delimiter, newline: this.#newline });
		const { data, errors } = parser.parse(text, 0, false) as Papa.ParseResult<string[]>;
		if (errors.length > 0) return undefined;
		// A text that ends with a line break gives one more, empty row.
		if (text.endsWith(this.#newline)) data.pop();
		return data;
	}

	#keep(cells: string[], batch: Profile[]): void {
		const last = cells.length - 1;
		// With lines ended by CR LF, the CR is left on the last cell.
		if (this.#newline === "\n" && cells[last]?.endsWith("\r")) cells[last] = cells[last].slice(0, -1);
		if (last === 0 && cells[0]?.trim() === "") return;
		if (this.#columns === undefined) {
			this.#columns = csvColumns(cells);
			for (const message of this.#columns.leftOut) this.#problems.add("column-left-out", { unit: "line", number: this.line }, message);
			return;
		}
		const { width } = this.#columns;
		if (cells.length === width) batch.push(this.#columns.profile(cells));
		else this.#report("wrong-width", `Line ${this.line} has ${cellCount(cells.length)}, but the header has ${cellCount(width)}.`);
	}

	#report(kind: ProblemKind, message: string): void {
		if (this.#columns === undefined) throw new RefusedInput(kind, `The header row cannot be read: ${message}`);
		this.#problems.add(kind, { unit: "line", number: this.line }, message);
	}
}

const cellCount = (count: number): string => (count === 1 ? "1 cell" : `${count} cells`);

function lineBreaks(cells: readonly string[], newline: string): number {
	let count = 0;
	for (const cell of cells) {
		for (let at = cell.indexOf(newline); at >= 0; at = cell.indexOf(newline, at + 1)) count++;
	}
	return count;
}
