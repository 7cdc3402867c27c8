// Segment × Catalogue → CheckedSegment. The only place that makes one; every back end starts from its result.
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import { hasErrors } from "../diagnostic/report.ts";
import type { Catalogue } from "../fields/catalogue.ts";
import type { Segment } from "../syntax/ast.ts";
import type { CheckedSegment } from "./checked.ts";
import { clock } from "./clock.ts";
import { checkCondition } from "./conditions.ts";
import type { Context } from "./context.ts";
import type { DeactivatedPolicy, SegmentSource } from "./references.ts";

export interface CheckOptions {
	readonly catalogue: Catalogue;
	/** The segments that `in segment` can name. */
	readonly segments?: SegmentSource | undefined;
	/** Epoch milliseconds, UTC: what `now` and `today` mean. */
	readonly now: number;
	/** IANA name: where days begin. */
	readonly timeZone: string;
	/** First day of a week, ISO 1 (Monday, the default) to 7 (Sunday). */
	readonly weekStart?: number | undefined;
	/** What a reference to a deactivated segment means; default `refuse`. */
	readonly deactivatedSegments?: DeactivatedPolicy | undefined;
	/** Conditions that `in segment` may bring in altogether; default 20,000. */
	readonly maxReferencedConditions?: number | undefined;
	/** How long a chain of references may be; default 100. */
	readonly maxReferenceDepth?: number | undefined;
}

export interface Checked {
	/** Missing when a diagnostic is an error. */
	readonly checked?: CheckedSegment;
	/** Of the check alone, in the order of the text; the parser's are not repeated. */
	readonly diagnostics: readonly Diagnostic[];
}

/** Resolves names, types and dates. Linear in the text and in the segments it refers to. Throws RangeError for an unknown time zone. */
export function check(text: string, segment: Segment, options: CheckOptions): Checked {
	const context = contextOf(text, options);
	const condition = segment.condition && checkCondition(segment.condition, context);
	const diagnostics = context.diagnostics.sort((a, b) => a.span.from - b.span.from);
	if (!condition || hasErrors(diagnostics)) return { diagnostics };
	const checked = {
		text,
		segment,
		condition,
		requires: [...context.requires.keys()].filter((name) => context.requires.get(name) !== 0).sort(),
		now: options.now,
		timeZone: context.clock.zone.name,
	};
	return { checked: checked as unknown as CheckedSegment, diagnostics };
}

/** Where a check begins: at the level of the profile, with nothing reported. Throws as `check` does. */
export function contextOf(text: string, options: CheckOptions): Context {
	return {
		text,
		catalogue: options.catalogue,
		clock: clock(options.now, options.timeZone, options.weekStart),
		element: undefined,
		references: {
			source: options.segments,
			deactivated: options.deactivatedSegments ?? "refuse",
			maxReferencedConditions: options.maxReferencedConditions ?? 20_000,
			maxDepth: options.maxReferenceDepth ?? 100,
			path: [],
			checked: new Map(),
			total: { size: 0 },
		},
		requires: new Map(),
		diagnostics: [],
		compared: { names: 0 },
	};
}
