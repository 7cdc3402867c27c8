// What explain answers: one node a condition of the text, with what the profile has and what the condition wants.
import type { Condition } from "../syntax/ast.ts";
import type { Span } from "../text/span.ts";

/**
 * `passed` or `failed` is the condition's own answer, before any `not` around it; `missing` is a failure because the profile has no
 * such value.
 */
export type Outcome = "passed" | "failed" | "missing";

export interface ExplainedCondition {
	readonly kind: Condition["kind"];
	/** The name that the author gave it, else its canonical text. */
	readonly label: string;
	readonly span: Span;
	readonly outcome: Outcome;
	/** What the profile has, as a person reads it; only for single tests. */
	readonly actual?: string;
	/** What the condition asks for, with relative dates resolved; only for single tests. */
	readonly wanted?: string;
	/** True where the answer is the opposite of what its items say together: `not …` and `none of (…)`. */
	readonly negates?: true;
	/** The conditions it is made of; empty for a single test. */
	readonly items: readonly ExplainedCondition[];
}

/** The fewest single conditions whose answers would have to be different for the profile to be in the segment. */
export interface SmallestChange {
	readonly conditions: readonly { readonly label: string; readonly span: Span; readonly mustBe: boolean }[];
	/** False where a condition stands in so many places that only an upper bound was looked for. */
	readonly exact: boolean;
}

export interface Explanation {
	readonly matches: boolean;
	readonly condition: ExplainedCondition;
	/** Only for a profile outside the segment. */
	readonly change?: SmallestChange;
}
