// What a preview is asked: who is inside, and every condition of the author's text with its place, as plain data for a worker.
import type { Fix } from "../diagnostic/diagnostic.ts";
import type { Plan, PlanNode } from "../columns/plan.ts";
import type { Condition } from "../syntax/ast.ts";
import type { Span } from "../text/span.ts";

/** Made by `toPreviewPlan`. Each node is about the leaves of `plan`. */
export interface PreviewPlan {
	/** Its root says who is inside. */
	readonly plan: Plan;
	/** The author's whole condition. */
	readonly condition: PreviewCondition;
	/** Words for being inside and for being outside, to stand in another text: `in segment "vip"`, or a draft's own text in parentheses. */
	readonly inside: string;
	readonly outside: string;
}

/** A condition of the author's text; those inside a collection's parentheses are not told apart. */
export interface PreviewCondition {
	readonly kind: Condition["kind"];
	/** The name that the author gave it, else its canonical text: as in an explanation. */
	readonly label: string;
	readonly span: Span;
	readonly node: PlanNode;
	/** `node` with every value asked to be there (see with-values.ts); left out where that makes no difference. */
	readonly withValues?: PlanNode;
	/** Asks for the value in the text; left out where there is no short way to say it. */
	readonly fix?: Fix;
	/** How the answers of `items` make this one; left out for a single condition. */
	readonly joins?: "and" | "or" | "other";
	readonly items: readonly PreviewCondition[];
}
