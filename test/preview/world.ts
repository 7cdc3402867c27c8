// Generated segments over tables of hostile profiles, and the naive answer to each question about them.
import fc from "fast-check";
import { Table } from "../../src/columns/index.ts";
import type { CompiledSegment } from "../../src/compile.ts";
import { toEnd } from "../../src/preview/index.ts";
import { toPreviewPlan } from "../../src/preview/to-preview-plan.ts";
import { compileAt, fields } from "../properties/agree.ts";
import { arbitraryCondition } from "../properties/arbitrary-condition.ts";
import { arbitraryProfile } from "../properties/arbitrary-profile.ts";
import { type Moment, moments } from "../properties/pools.ts";

export { compileAt, fields, toEnd, toPreviewPlan };

export const [moment] = moments;

/** Some texts, a moment, and profiles whose dates are near it; with each profile whether it is removed after it was appended. */
export const questions = (texts: number) =>
	fc.constantFrom(...moments).chain((when) =>
		fc.record({
			texts: fc.array(arbitraryCondition, { minLength: texts, maxLength: texts }),
			when: fc.constant(when),
			rows: fc.array(
				fc.tuple(
					arbitraryProfile(when),
					fc.integer({ min: 0, max: 5 }).map((die) => die === 0),
				),
				{ maxLength: 80 },
			),
		}),
	);

export type Rows = readonly (readonly [unknown, boolean])[];

export interface World {
	readonly table: Table;
	/** By row; undefined where it was removed. */
	readonly profiles: readonly (unknown | undefined)[];
	readonly size: number;
	/** The rows of the profiles that pass. */
	rowsOf(segment: Pick<CompiledSegment, "test">): readonly number[];
}

/** A table of `user_id` and the properties' fields. Removing goes through the ids, so every profile gets one. */
export function worldOf(rows: Rows, when: Moment): World {
	const table = new Table(fields, { timeZone: when.timezone });
	for (const [profile] of rows) table.append(profile);
	const removed = rows.map(([, isRemoved]) => isRemoved);
	markRemoved(table, removed);
	const live = rows.flatMap(([profile, isRemoved], row) => (isRemoved ? [] : [{ profile, row }]));
	return {
		table,
		profiles: rows.map(([profile, isRemoved]) => (isRemoved ? undefined : profile)),
		size: live.length,
		rowsOf: ({ test }) => live.filter(({ profile }) => test(profile)).map(({ row }) => row),
	};
}

/** The properties' catalogue has no user_id, so rows are removed as `put` does it. */
function markRemoved(table: Table, removed: readonly boolean[]): void {
	const inner = table as unknown as { removeRow(row: number): void };
	for (const [row, isRemoved] of removed.entries()) if (isRemoved) inner.removeRow(row);
}

export const asksAt = (text: string, when: Moment) => {
	const segment = compileAt(text, when);
	return { segment, plan: JSON.parse(JSON.stringify(toPreviewPlan(segment.checked))) as ReturnType<typeof toPreviewPlan> };
};
