// How many rows one step asks, so that a slow condition does not take longer over a step than a quick one. Measured: 16,384 rows of a number
// or of a short text's bytes take under 2 ms, those of texts that are made into strings one by one up to 50 ms, and long texts longer still.
import type { PlanCondition, PlanField } from "../columns/plan.ts";
import type { Column, Frame, Member } from "../columns/column/frame.ts";

const quickRows = 16_384;
const fewestRows = 32;

/** A multiple of 32. Linear in the condition. */
export function stretchRowsFor(condition: PlanCondition, frame: Frame): number {
	const rows = quickRows / Math.max(1, weightOf(condition, frame, frame, frame.length));
	return Math.max(fewestRows, Math.floor(rows) & ~31);
}

/** About how often a row's test costs what a quick one costs: all fields that are read, in all the elements that a row has. */
function weightOf(part: unknown, frame: Frame, profiles: Frame, rows: number): number {
	if (Array.isArray(part)) return part.reduce((sum: number, item) => sum + weightOf(item, frame, profiles, rows), 0);
	if (typeof part !== "object" || part === null) return 0;
	const inner = part as Partial<Record<string, unknown>> & { readonly collection?: PlanField };
	const own = isField(part) ? fieldWeight(memberOf(part, frame, profiles)?.column) : 0;
	const within = elementsOf(inner.collection, frame, profiles);
	const times = within ? Math.max(1, within.length / Math.max(1, rows)) : 1;
	const slow = makesStrings(inner, within ?? frame, profiles) ? slowText : 1;
	const parts = Object.values(part).reduce(
		(sum: number, value) => sum + (value === inner.collection ? 0 : weightOf(value, within ?? frame, profiles, within?.length ?? rows)),
		0,
	);
	return own + times * slow * parts + (inner.kind === "compare" && isTextPair(inner) ? 2 * slowText : 0);
}

const slowText = 16;
/** A text of no more bytes and a list of no more items cost what a number costs. */
const quickBytes = 32;
const quickItems = 4;

/** By the values of a row as they are on average. Derived parts are made before they are asked: see `Ahead`. */
function fieldWeight(column: Column | undefined): number {
	if (column?.kind === "text" && column.plain) return weightOfMany(column.plain.offsets, column.length, quickBytes);
	if (column?.kind === "list") return weightOfMany(column.offsets.values, column.offsets.length, quickItems);
	return 0.5;
}

const weightOfMany = (offsets: Int32Array, rows: number, quick: number): number =>
	0.5 * Math.max(1, (offsets[rows] as number) / Math.max(1, rows) / quick);

const isField = (part: unknown): part is PlanField => typeof part === "object" && part !== null && (part as PlanField).kind === "field";

const isTextPair = ({ left, right }: Partial<Record<string, unknown>>): boolean => isField(left) && isField(right) && left.type === "text";

/** Whether texts are made into strings one by one: where they are in a dictionary, none is. */
function makesStrings({ kind, test, value, function: name, of }: Partial<Record<string, unknown>>, frame: Frame, profiles: Frame): boolean {
	const text = (kind === "text" && test === "like") || kind === "in" ? value : name === "count-distinct" ? of : undefined;
	const column = isField(text) ? memberOf(text, frame, profiles)?.column : undefined;
	return column?.kind === "text" && column.plain !== undefined;
}

function elementsOf(field: PlanField | undefined, frame: Frame, profiles: Frame): Frame | undefined {
	const column = field && memberOf(field, frame, profiles)?.column;
	return column?.kind === "collection" ? column.elements : undefined;
}

const memberOf = (field: PlanField, frame: Frame, profiles: Frame): Member | undefined =>
	(field.scope === "profile" ? profiles : frame).members.get(field.name);
