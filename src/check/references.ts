// `in segment "vip"`: another segment of the same business, checked where it is used so that its dates share the clock.
import { quotedList } from "../diagnostic/did-you-mean.ts";
import { hasErrors, replaceFix } from "../diagnostic/report.ts";
import type * as ast from "../syntax/ast.ts";
import { parse } from "../syntax/parse.ts";
import { printText } from "../syntax/print-expression.ts";
import { cut } from "../text/cut.ts";
import type { CheckedCondition } from "./checked.ts";
import { checkCondition } from "./conditions.ts";
import { type Context, report } from "./context.ts";
import { nearNames } from "./near-names.ts";

/** One segment that others can refer to, by name or by id. */
export interface SegmentEntry {
	readonly id: string;
	readonly name: string;
	readonly text: string;
	readonly active: boolean;
}

/** The segments of one business. An id wins over a name. */
export interface SegmentSource {
	find(nameOrId: string): SegmentEntry | undefined;
	/** For "did you mean". */
	names(): readonly string[];
}

/** What a reference to a deactivated segment means: a mistake (the default), nobody, or the segment as if it were active. */
export type DeactivatedPolicy = "refuse" | "nobody" | "as-active";

/** The state of following references through one check. */
export interface References {
	readonly source: SegmentSource | undefined;
	readonly deactivated: DeactivatedPolicy;
	/** Conditions that references may bring in, counted each time they are used: two uses of a segment cost twice. */
	readonly maxReferencedConditions: number;
	/** How long a chain of references may be. */
	readonly maxDepth: number;
	/** Segments being checked, outermost first: a repeat is a cycle. */
	readonly path: readonly SegmentEntry[];
	readonly checked: Map<string, { readonly condition: CheckedCondition | undefined; readonly size: number }>;
	/** What references have brought in so far. */
	readonly total: { size: number };
}

export function checkReference(reference: ast.Reference, context: Context): CheckedCondition | undefined {
	if (context.element) {
		return report(
			context,
			"reference-inside-collection",
			`A segment is about the whole profile and cannot be asked of one element of "${context.element.collection.name}". Move it outside the parentheses.`,
			reference.span,
		);
	}
	const items = reference.segments.map((segment) => checkOne(segment, reference, context));
	if (items.length === 0 || !items.every((item) => item !== undefined)) return undefined;
	const [only] = items;
	const any: CheckedCondition = items.length === 1 && only ? only : { kind: "or", items, source: reference };
	return reference.negated ? { kind: "not", item: any, source: reference } : any;
}

function checkOne(name: ast.TextLiteral, source: ast.Reference, context: Context): CheckedCondition | undefined {
	const { references } = context;
	const entry = references.source?.find(name.value);
	if (!entry) return reportUnknown(name, context);
	const loopStart = references.path.findIndex((outer) => outer.id === entry.id);
	if (loopStart >= 0) {
		const loop = [...references.path.slice(loopStart), entry].map((segment) => segment.name).join(" → ");
		return report(
			context,
			"segment-cycle",
			`These segments refer to each other in a circle: ${loop}. Remove one of the references.`,
			name.span,
		);
	}
	if (references.path.length >= references.maxDepth) {
		const message = `These segments refer to each other more than ${references.maxDepth} deep. Refer to the inner ones directly.`;
		return report(context, "too-many-references", message, name.span);
	}
	if (!entry.active && references.deactivated !== "as-active") {
		if (references.deactivated === "nobody") return { kind: "constant", value: false, source };
		return report(
			context,
			"deactivated-segment",
			`Segment "${entry.name}" is deactivated. Activate it or remove the reference.`,
			name.span,
		);
	}
	const condition = checkEntry(entry, name, context);
	return condition && { kind: "reference", id: entry.id, name: entry.name, condition, source };
}

function checkEntry(entry: SegmentEntry, name: ast.TextLiteral, context: Context): CheckedCondition | undefined {
	const { references } = context;
	let known = references.checked.get(entry.id);
	if (!known) {
		const before = references.total.size;
		known = { condition: checkText(entry, name, context), size: references.total.size - before };
		references.checked.set(entry.id, known);
	} else {
		references.total.size += known.size;
		if (!known.condition) return undefined;
	}
	if (references.total.size > references.maxReferencedConditions) {
		return report(
			context,
			"too-many-references",
			`Together the segments referred to hold more than ${references.maxReferencedConditions} conditions. Refer to fewer or smaller segments.`,
			name.span,
		);
	}
	return known.condition;
}

/** Mistakes of the other text are told at the name: their spans mean nothing here. Cycles keep their own message. */
function checkText(entry: SegmentEntry, name: ast.TextLiteral, context: Context): CheckedCondition | undefined {
	const parsed = parse(entry.text);
	const inner: Context = {
		...context,
		text: entry.text,
		diagnostics: [...parsed.diagnostics],
		references: { ...context.references, path: [...context.references.path, entry] },
	};
	const condition = parsed.segment.condition && checkCondition(parsed.segment.condition, inner);
	context.references.total.size += countTests(parsed.segment.condition);
	if (condition && !hasErrors(inner.diagnostics)) return condition;
	const own = inner.diagnostics.find((found) => found.severity === "error");
	if (own?.code === "segment-cycle" || own?.code === "too-many-references") return report(context, own.code, own.message, name.span);
	return report(
		context,
		"broken-segment",
		own && own.code !== "missing-condition"
			? `Segment "${entry.name}" has a mistake of its own and must be corrected first: ${own.message}`
			: `Segment "${entry.name}" has no condition. Write one there first.`,
		name.span,
	);
}

function countTests(condition: ast.Condition | undefined): number {
	if (!condition) return 0;
	switch (condition.kind) {
		case "and":
		case "or":
		case "group":
			return condition.items.reduce((sum, item) => sum + countTests(item), 0);
		case "not":
		case "named":
			return countTests(condition.item);
		case "quantified":
		case "edge":
			return 1 + countTests(condition.where);
		default:
			return 1;
	}
}

function reportUnknown(name: ast.TextLiteral, context: Context): undefined {
	const near = nearNames(name.value, context.references.source?.names() ?? [], context);
	const hint = near.length > 0 ? `Did you mean ${quotedList(near)}?` : "Create it first, or use another segment's name.";
	const fixes = near.map((candidate) => replaceFix(`Change to ${printText(candidate)}`, name.span, printText(candidate)));
	return report(context, "unknown-segment", `There is no segment ${printText(cut(name.value))}. ${hint}`, name.span, fixes);
}
