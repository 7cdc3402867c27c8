// What there is to say about the words at an offset: what they are, and how their condition reads.
import type * as ast from "../../syntax/ast.ts";
import { childrenOf, type SyntaxNode } from "../../syntax/visit.ts";
import type { Span } from "../../text/span.ts";
import type { Analysis } from "../analysis.ts";
import { clause } from "../english.ts";
import type { ValuesSource } from "../values-source.ts";
import { type HoverBlock, plainParagraph, toMarkdown, toPlainText } from "./blocks.ts";
import { say } from "./say.ts";
import { isCondition, type Step, stepsAt } from "./steps.ts";

export interface Hover {
	/** The words that it is about. */
	readonly span: Span;
	readonly blocks: readonly HoverBlock[];
	/** The blocks as CommonMark. */
	readonly markdown: string;
	/** The blocks as plain text. */
	readonly text: string;
}

/** Undefined where no word of a condition stands. `values` is asked only for what it can tell at once. */
export function hoverAt(analysis: Analysis, offset: number, values: ValuesSource | undefined): Hover | undefined {
	const steps = stepsAt(analysis, offset);
	const innermost = steps.at(-1);
	const condition = steps.findLast(({ node }) => isCondition(node));
	if (!innermost || !condition || innermost.node.kind === "broken") return undefined;
	const said = say(steps, offset, values);
	const blocks = [...(said?.blocks ?? []), ...readingOf(condition)];
	if (blocks.length === 0) return undefined;
	return { span: said?.span ?? innermost.node.span, blocks, markdown: toMarkdown(blocks), text: toPlainText(blocks) };
}

/** A condition that reads longer than this says too much in passing. */
const maxReading = 500;

/** None of a condition that lacks something. */
function readingOf({ node, isInside }: Step): readonly HoverBlock[] {
	if (isHalf(node)) return [];
	const text = clause(node as ast.Condition, isInside ? "element" : "profile");
	return text.length > maxReading ? [] : [plainParagraph(`${text.charAt(0).toUpperCase()}${text.slice(1)}.`)];
}

const isHalf = (node: SyntaxNode): boolean => node.kind === "hole" || node.kind === "broken" || childrenOf(node).some(isHalf);
