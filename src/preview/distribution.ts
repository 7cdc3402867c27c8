// How the values of one field are spread, in the segment and among everyone: a histogram, the two truths, or the most frequent values.
import type { Plan } from "../columns/plan.ts";
import type { Steps } from "../columns/steps.ts";
import type { Table } from "../columns/table.ts";
import { type Basis, basisOf, type Loading } from "./basis.ts";
import { type Histogram, type HistogramOptions, histogram } from "./histogram.ts";
import type { AnswerOptions } from "./leaf-answers.ts";
import { LiveRows } from "./live-rows.ts";
import { matchingOf } from "./matching.ts";
import { Membership } from "./membership.ts";
import type { Counts } from "./membership.ts";
import { type TopOptions, type TopValues, topValues } from "./top-values.ts";
import { type TruthCounts, truthCounts } from "./truth-counts.ts";
import { valuePlace } from "./value-meeter.ts";

export interface DistributionOptions extends AnswerOptions, Loading, HistogramOptions, TopOptions {
	/**
	 * The collections, from outside in, whose elements have the field; default none. A profile counts once for each value that one of its elements
	 * has, and is missing where none has one. Values are then always told one by one, and a boolean cannot be asked about.
	 */
	readonly within?: readonly string[] | undefined;
	/** Tells numbers and dates one by one too, the most frequent first; default false: in buckets. */
	readonly oneByOne?: boolean | undefined;
}

export interface Distribution {
	readonly basis: Basis;
	readonly version: number;
	readonly field: string;
	/** Profiles of the segment, and of the table. */
	readonly profiles: Counts;
	/** Of them, those without a value. */
	readonly missing: Counts;
	/** Of numbers, dates and datetimes; of booleans; of text and lists, and of whatever is told one by one. */
	readonly values: Histogram | TruthCounts | TopValues;
}

/**
 * Linear in the rows, and in the elements of the collections that are asked about. Throws RangeError for a field that the table has no column for,
 * for a collection itself, for options that are out of range, and for a plan as `preview` does.
 *
 *     toEnd(distribution(table, plan, "status", { within: ["orders"] })).values; // -> the profiles that have an order of each status
 */
export function* distribution(table: Table, plan: Plan, field: string, options: DistributionOptions = {}): Steps<Distribution> {
	const { within = [], oneByOne = within.length > 0 } = options;
	const { collections, column } = valuePlace(table, field, within);
	if (collections.length > 0 && column.kind === "boolean")
		throw new RangeError(`"${field}" is true or false: its values need not be told.`);
	if (column.kind === "collection") throw new RangeError(`"${field}" is a collection: its profiles have no one value to be spread.`);
	const live = new LiveRows(table);
	const members = new Membership(live, yield* matchingOf(table, plan, live, options));
	const { missing, values } =
		column.kind === "number" && !oneByOne
			? yield* histogram(column, table.frame.members.get(field)?.field.type ?? "number", table.zone, members, options)
			: column.kind === "boolean"
				? truthCounts(column, members)
				: yield* topValues(collections, column, members, options);
	const profiles = { inside: members.inside, everyone: members.everyone };
	return { basis: basisOf(options), version: live.version, field, profiles, missing, values };
}
