// How many rows one step asks, so that a slow condition does not take longer over a step than a quick one. Measured: 16,384 rows of a number
// or of a text's bytes take under 2 ms, those of texts that are made into strings one by one up to 50 ms.
import type { PlanCondition, PlanField } from "../columns/plan.ts";
import type { Frame, Member } from "../columns/column/frame.ts";

const quickRows = 16_384;
const fewestRows = 256;

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
	const own = fieldWeight(part, frame, profiles);
	const within = elementsOf(inner.collection, frame, profiles);
	const times = within ? Math.max(1, within.length / Math.max(1, rows)) : 1;
	const slow = inner.kind === "text" && inner.test === "like" ? slowText : 1;
	const parts = Object.values(part).reduce(
		(sum: number, value) => sum + (value === inner.collection ? 0 : weightOf(value, within ?? frame, profiles, within?.length ?? rows)),
		0,
	);
	return own + times * slow * parts + (inner.kind === "compare" && isTextPair(inner) ? 2 * slowText : 0);
}

const slowText = 16;

const isField = (part: unknown): part is PlanField => typeof part === "object" && part !== null && (part as PlanField).kind === "field";

const isTextPair = ({ left, right }: Partial<Record<string, unknown>>): boolean => isField(left) && isField(right) && left.type === "text";

/** Derived parts are made row by row when they are first asked for. */
function fieldWeight(part: object, frame: Frame, profiles: Frame): number {
	if (!isField(part)) return 0;
	const column = memberOf(part, frame, profiles)?.column;
	if (part.part === undefined) return 0.5;
	return column?.kind === "text" && column.coded ? 0.5 : slowText;
}

function elementsOf(field: PlanField | undefined, frame: Frame, profiles: Frame): Frame | undefined {
	const column = field && memberOf(field, frame, profiles)?.column;
	return column?.kind === "collection" ? column.elements : undefined;
}

const memberOf = (field: PlanField, frame: Frame, profiles: Frame): Member | undefined =>
	(field.scope === "profile" ? profiles : frame).members.get(field.name);
