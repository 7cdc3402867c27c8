// Everything that the benchmark of columns compares, made of the same lines: rows, columns, an Arquero table and a DuckDB database.
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { type ColumnTable, table as arqueroTable } from "arquero";
import { Table } from "../../src/columns/index.ts";
import { benchCatalogue, type BenchProfile, timeZone } from "./columns-profiles.ts";

/** Lines parsed and appended in turns, so that rows are still near when they are read, as when they stream in. */
const linesAtOnce = 200;

export interface Built {
	readonly table: Table;
	/** Milliseconds. */
	readonly parsing: number;
	readonly building: number;
}

/** Milliseconds of parsing all lines into rows that are kept, as a page without columns does. */
export function keepRows(lines: readonly string[]): number {
	const begun = performance.now();
	const rows = lines.map((line) => JSON.parse(line) as unknown);
	const time = performance.now() - begun;
	if (rows.length !== lines.length) throw new Error("A line is a row.");
	return time;
}

/** A table of all lines, with how long parsing them and appending the profiles took. */
export function buildTable(lines: readonly string[]): Built {
	// The fields that the profiles have: the other built-in ones would only be missing.
	const fields = Object.keys(JSON.parse(lines[0] ?? "{}") as object);
	const table = new Table(benchCatalogue(), { timeZone, fields });
	let parsing = 0;
	let building = 0;
	for (let from = 0; from < lines.length; from += linesAtOnce) {
		const begun = performance.now();
		const profiles = lines.slice(from, from + linesAtOnce).map((line) => JSON.parse(line) as unknown);
		const parsed = performance.now();
		for (const profile of profiles) table.append(profile);
		parsing += parsed - begun;
		building += performance.now() - parsed;
	}
	const begun = performance.now();
	table.trim();
	return { table, parsing, building: building + performance.now() - begun };
}

export function toArquero(rows: readonly BenchProfile[]): ColumnTable {
	const names = Object.keys(rows[0] ?? {}) as (keyof BenchProfile)[];
	return arqueroTable(Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name])])));
}

/** One thread, in memory; read from a file of the same lines. */
export async function toDuckDb(lines: readonly string[]): Promise<DuckDBConnection> {
	const folder = join(import.meta.dirname, "..", "..", ".cache", "bench");
	mkdirSync(folder, { recursive: true });
	const path = join(folder, `people-${process.pid}.ndjson`);
	const file = openSync(path, "w");
	for (let from = 0; from < lines.length; from += 10_000) writeSync(file, `${lines.slice(from, from + 10_000).join("\n")}\n`);
	closeSync(file);
	const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
	const connection = await instance.connect();
	const types =
		"{user_id: 'VARCHAR', email: 'VARCHAR', country: 'VARCHAR', plan: 'VARCHAR', points: 'INTEGER', age: 'INTEGER', visits: 'INTEGER', " +
		"spent: 'DOUBLE', opted_in: 'BOOLEAN', signed_up: 'DATE', last_seen: 'TIMESTAMP', tags: 'VARCHAR[]', " +
		"orders: 'STRUCT(total DOUBLE, status VARCHAR, placed_at TIMESTAMP)[]'}";
	await connection.run(`CREATE TABLE people AS SELECT * FROM read_json('${path}', format = 'newline_delimited', columns = ${types})`);
	rmSync(path);
	return connection;
}
