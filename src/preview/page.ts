// Some of the profiles inside, as records: a page of the list that they make in the order of their rows.
import type { Plan } from "../columns/plan.ts";
import type { Steps } from "../columns/steps.ts";
import type { Table } from "../columns/table.ts";
import { nestedWriter } from "../fields/nested-value.ts";
import type { AnswerOptions } from "./leaf-answers.ts";
import { LiveRows } from "./live-rows.ts";
import { Matches } from "./matches.ts";
import { matchingOf } from "./matching.ts";
import { planWithSearch } from "./search.ts";

export interface PageOptions extends AnswerOptions {
	/** How many matches come before the page; default 0. */
	readonly offset?: number | undefined;
	/** Profiles of the page at most; default 20. */
	readonly limit?: number | undefined;
	/** Names of the fields to show; default all of the table. */
	readonly fields?: readonly string[] | undefined;
	/** Only profiles with a shown text field that contains this, ignoring case. */
	readonly search?: string | undefined;
}

export interface Page {
	readonly offset: number;
	/** Profiles of all pages. */
	readonly total: number;
	readonly profiles: readonly PageProfile[];
	/** The table's version: on another one the pages may have moved. */
	readonly version: number;
}

export interface PageProfile {
	/** Its position in the table, the same for ever. */
	readonly row: number;
	/** Typed values under the fields' names, dotted names nested, without what is missing. */
	readonly record: Readonly<Record<string, unknown>>;
}

/** Throws RangeError for a plan or a field that the table has no column for. The page costs what it holds, wherever it is. */
export function* page(table: Table, plan: Plan, options: PageOptions = {}): Steps<Page> {
	const { fields, search = "" } = options;
	const live = new LiveRows(table);
	const words = yield* matchingOf(table, planWithSearch(table, plan, search, fields), live, options);
	return pageOf(table, new Matches(words), live.version, options);
}

export const defaultPageRows = 20;

export function pageOf(
	table: Table,
	matches: Matches,
	version: number,
	{ offset = 0, limit = defaultPageRows, fields }: PageOptions,
): Page {
	if (!(offset >= 0 && Number.isInteger(offset))) throw new RangeError(`offset is a whole number from 0 on, not ${offset}.`);
	if (!(limit >= 0 && Number.isInteger(limit))) throw new RangeError(`limit is a whole number from 0 on, not ${limit}.`);
	const record = recordReader(table, fields);
	const profiles = matches.rows(offset, limit).map((row) => ({ row, record: record(row) }));
	return { offset, total: matches.count, profiles, version };
}

function recordReader(table: Table, fields: readonly string[] | undefined): (row: number) => PageProfile["record"] {
	const shown = (fields ?? [...table.frame.members.keys()]).map((name) => {
		const member = table.frame.members.get(name);
		if (!member) throw new RangeError(`The table has no column for "${name}".`);
		return { column: member.column, write: nestedWriter(name) };
	});
	return (row) => {
		const record: Record<string, unknown> = {};
		for (const { column, write } of shown) {
			const value = column.at(row);
			if (value !== undefined) write(record, value);
		}
		return record;
	};
}
