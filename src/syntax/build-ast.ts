// The concrete tree of a text to its Segment: `and`, `or`, `not`, names, parentheses and comments here, each kind of condition in a
// file of its own. What is missing or too much is reported and leaves a hole or a broken condition; the rest is kept.
import type { IToken } from "chevrotain";
import type * as cst from "../../grammar/cst.ts";
import { join, type Span } from "../text/span.ts";
import type * as ast from "./ast.ts";
import { buildEdge, buildGroup, buildQuantified, buildReference } from "./build-collections.ts";
import { withComments } from "./build-comments.ts";
import { explainBareValues, reportExtraWords, reportJoin } from "./build-joins.ts";
import { type BuildContext, brokenAt, inOrder, isEmptyNode, isNode, nodeSpan, nothingAt } from "./build-context.ts";
import { buildOperatorAlone, buildTest } from "./build-tests.ts";
import { isTold } from "./habits.ts";
import { spanOf } from "./lex.ts";
import { unquote } from "./quoted.ts";
import { quoted, shortened } from "./words.ts";

export function buildSegment(node: cst.SegmentCstNode, context: BuildContext): ast.Segment {
	const whole = { from: 0, to: context.text.length };
	const [conditionNode] = node.children.condition;
	const condition = conditionNode && buildCondition(conditionNode, context);
	if (!condition) context.report("missing-condition", 'Write a condition, for example country = "US".', whole);
	for (const leftover of node.children.leftover ?? []) {
		context.report("unexpected-words", `Remove ${quoted(context.text, nodeSpan(leftover))}: it does not fit here.`, nodeSpan(leftover));
	}
	const comments = context.comments.takeBefore(Number.POSITIVE_INFINITY);
	return { kind: "segment", ...(condition && { condition }), comments, span: whole };
}

/** Conditions joined by `or`; undefined, and nothing reported, where no word of a condition stands. */
export function buildCondition(node: cst.ConditionCstNode, context: BuildContext): ast.Condition | undefined {
	const { conjunction, Or } = node.children;
	if (!Or) return conjunction[0] && buildConjunction(conjunction[0], context)?.condition;
	const parts: Joined[] = [];
	let at: Span | undefined;
	let mixed: Joined | undefined;
	for (const [index, child] of conjunction.entries()) {
		const built = buildConjunction(child, context) ?? missingBeside(Or[index - 1], Or[index], context);
		parts.push(built);
		at = at ? join(at, built.span) : built.span;
		if (built.isChain) mixed ??= built;
	}
	const span = at ?? nodeSpan(node);
	if (mixed) reportMixed(parts, mixed, context);
	const items = explainBareValues(
		parts.map((part) => part.condition),
		"or",
		context,
	);
	return joined("or", items, span);
}

/** A condition with its words, parentheses included. */
interface Joined {
	readonly condition: ast.Condition;
	readonly span: Span;
	/** Several conditions joined by a written `and`, nothing wrong with them, and no parentheses around them. */
	readonly isChain: boolean;
}

function joined(kind: "and" | "or", items: readonly ast.Condition[], span: Span): ast.Condition {
	const flat = items.some((item) => item.kind === kind) ? items.flatMap((item) => (item.kind === kind ? item.items : [item])) : items;
	return { kind, items: flat, span };
}

function reportMixed(parts: readonly Joined[], first: Joined, context: BuildContext): void {
	const chains = parts.filter((part) => part.isChain);
	const shown = parts
		.slice(0, 4)
		.map((part) => (part.isChain ? `(${shortened(context.text, part.span)})` : shortened(context.text, part.span)));
	const reading = [...shown, ...(parts.length > shown.length ? ["…"] : [])].join(" or ");
	const message = `"and" goes before "or": this reads as ${reading}. Add parentheses to make that plain.`;
	const edits = chains.flatMap(({ span }) => [
		{ span: nothingAt(span.from), text: "(" },
		{ span: nothingAt(span.to), text: ")" },
	]);
	context.report("mixed-and-or", message, first.span, [{ title: 'Add parentheses around "and"', edits }]);
}

/** Nothing stands beside an `or`. */
function missingBeside(before: IToken | undefined, after: IToken | undefined, context: BuildContext): Joined {
	const token = before ?? after;
	if (!token) return { condition: brokenAt(nothingAt(0)), span: nothingAt(0), isChain: false };
	const condition = before ? missingAfter(before, context) : missingBefore(token, context);
	return { condition, span: condition.span, isChain: false };
}

function missingAfter(token: IToken, context: BuildContext): ast.Broken {
	const at = spanOf(token);
	context.report("missing-condition", `Write a condition after "${token.image}".`, at, [context.fix(`Remove "${token.image}"`, at, "")]);
	return brokenAt(nothingAt(at.to));
}

function missingBefore(token: IToken, context: BuildContext): ast.Broken {
	const at = spanOf(token);
	context.report("missing-condition", `Write a condition before "${token.image}".`, at, [context.fix(`Remove "${token.image}"`, at, "")]);
	return brokenAt(nothingAt(at.from));
}

/** Conditions joined by `and`, and by nothing where the author forgot to. */
function buildConjunction(node: cst.ConjunctionCstNode, context: BuildContext): Joined | undefined {
	if (isEmptyNode(node)) return undefined;
	const { part, And, addition, operatorAlone } = node.children;
	if (part?.[0] && !And && !addition && !operatorAlone) {
		return { condition: buildPart(part[0], context), span: nodeSpan(node), isChain: false };
	}
	const items: ast.Condition[] = [];
	const known = context.diagnostics.length;
	let and: IToken | undefined;
	for (const element of inOrder(node)) {
		if (!isNode(element)) {
			if (and) items.push(missingAfter(and, context));
			else if (items.length === 0) items.push(missingBefore(element, context));
			and = element;
			continue;
		}
		if (element.name === "addition") {
			if (and) items.push(missingAfter(and, context));
			items.push(...buildAddition(element as cst.AdditionCstNode, items.at(-1), context));
		} else if (element.name === "part") items.push(buildPart(element as cst.PartCstNode, context));
		else items.push(buildOperatorAlone(element as cst.OperatorAloneCstNode, items.at(-1), context));
		and = undefined;
	}
	if (and) items.push(missingAfter(and, context));
	const [only] = items;
	const span = nodeSpan(node);
	// Of `( , )` nothing is left but what was reported.
	if (items.length <= 1) return { condition: only ?? brokenAt(span), span, isChain: false };
	return {
		condition: joined("and", explainBareValues(items, "and", context), span),
		span,
		isChain: And !== undefined && context.diagnostics.length === known,
	};
}

/** What follows `before`, a complete condition, without `and` or `or`. */
function buildAddition(node: cst.AdditionCstNode, before: ast.Condition | undefined, context: BuildContext): ast.Condition[] {
	const { part, operatorAlone, extraWords, StrayComma, StrayClose } = node.children;
	const at = nodeSpan(node);
	if (StrayClose) {
		context.report("unexpected-words", 'This ")" closes nothing. Remove it.', at, [context.fix('Remove ")"', at, "")]);
		return [];
	}
	if (extraWords) {
		if (extraWords[0]) reportExtraWords(extraWords[0], before, context);
		return [brokenAt(at)];
	}
	if (StrayComma?.[0]) {
		const comma = spanOf(StrayComma[0]);
		context.report("unexpected-words", 'Write "and" or "or" instead of ",".', comma, [
			context.fix("Change to and", comma, "and"),
			context.fix("Change to or", comma, "or"),
		]);
	} else if (part?.[0]) reportJoin(part[0], before, context);
	if (part?.[0]) return [buildPart(part[0], context)];
	return operatorAlone?.[0] ? [buildOperatorAlone(operatorAlone[0], before, context)] : [];
}

/** One condition, with its comments. */
function buildPart(node: cst.PartCstNode, context: BuildContext): ast.Condition {
	const [parenthesis] = node.children.parenthesis ?? [];
	if (parenthesis) return buildParenthesis(parenthesis, true, context);
	if (context.insideExpressions > 0) return buildBare(node, context);
	const at = nodeSpan(node);
	const before = context.comments.takeBefore(at.from);
	const condition = buildBare(node, context);
	const within = context.comments.takeBefore(at.to);
	return withComments(condition, [...before, ...within], context.comments.takeTrailing(at.to));
}

/** With the comments that no condition follows before its closing parenthesis. */
function withInside(condition: ast.Condition, at: Span, context: BuildContext): ast.Condition {
	const hasParentheses = condition.kind === "group" || condition.kind === "edge" || (condition.kind === "quantified" && condition.where);
	if (!hasParentheses || context.insideExpressions > 0) return condition;
	const inside = context.comments.takeBefore(at.to);
	return inside.length === 0 ? condition : { ...condition, comments: { before: [], after: [], inside } };
}

/** Parentheses are dropped: the printer knows where they are needed. `isWhole`: no `not` and no name before them takes the comment behind. */
function buildParenthesis(node: cst.ParenthesisCstNode, isWhole: boolean, context: BuildContext): ast.Condition {
	const at = nodeSpan(node);
	const [inner] = node.children.condition;
	const before = context.insideExpressions > 0 ? [] : context.comments.takeBefore(at.from);
	const condition = inner && buildCondition(inner, context);
	if (!condition) context.report("missing-condition", "Write a condition between the parentheses.", at);
	for (const extra of node.children.extraInside ?? []) {
		context.report("unexpected-words", `Remove ${quoted(context.text, nodeSpan(extra))}: it does not fit here.`, nodeSpan(extra));
	}
	const built = condition ?? brokenAt(at);
	if (context.insideExpressions > 0) return built;
	const unplaced = context.comments.takeBefore(at.to);
	const withUnplaced = unplaced.length > 0 ? withLastBefore(built, unplaced) : built;
	return withComments(withUnplaced, before, isWhole ? context.comments.takeTrailing(at.to) : []);
}

/** Comment lines that no condition follows within its parentheses go above the last one. */
function withLastBefore(condition: ast.Condition, comments: readonly string[]): ast.Condition {
	if (condition.kind !== "and" && condition.kind !== "or") return withComments(condition, comments, []);
	const items = [...condition.items];
	items[items.length - 1] = withLastBefore(items[items.length - 1] as ast.Condition, comments);
	return { ...condition, items };
}

function buildBare(node: cst.PartCstNode, context: BuildContext): ast.Condition {
	const { test, Not, Label, group, quantified, edge, reference } = node.children;
	if (!group && isTold(nodeSpan(node), context.habits)) return brokenAt(nodeSpan(node));
	if (test?.[0]) return buildTest(test[0], context);
	if (Not?.[0]) return buildNot(node, Not[0], context);
	if (Label?.[0]) return buildNamed(node, Label[0], context);
	const at = nodeSpan(node);
	if (group?.[0]) return withInside(buildGroup(group[0], context), at, context);
	if (quantified?.[0]) return withInside(buildQuantified(quantified[0], context), at, context);
	if (edge?.[0]) return withInside(buildEdge(edge[0], context), at, context);
	return reference?.[0] ? buildReference(reference[0], context) : brokenAt(at);
}

function buildNot(node: cst.PartCstNode, not: IToken, context: BuildContext): ast.Condition {
	const { condition: item, comments } = buildPrefixed(node, context) ?? { condition: missingAfter(not, context), comments: undefined };
	const at = nodeSpan(node);
	const isWritten = node.children.part?.[0]?.children.reference !== undefined;
	const condition: ast.Condition =
		item.kind === "reference" && isWritten ? { ...item, negated: true, span: at } : { kind: "not", item, span: at };
	return comments ? withComments(condition, comments.before, comments.after) : condition;
}

function buildNamed(node: cst.PartCstNode, label: IToken, context: BuildContext): ast.Condition {
	const { value = "", diagnostics } = unquote(label.image, label.startOffset, "text");
	context.add(diagnostics);
	const at = nodeSpan(node);
	const prefixed = buildPrefixed(node, context);
	if (!prefixed) context.report("missing-condition", `Write a condition after the name ${quoted(context.text, spanOf(label))}.`, at);
	const item = prefixed?.condition ?? brokenAt(nothingAt(at.to));
	const condition: ast.Named = { kind: "named", name: value, nameSpan: spanOf(label), item, span: at };
	return prefixed?.comments ? withComments(condition, prefixed.comments.before, prefixed.comments.after) : condition;
}

/** What stands after `not` or a name; its comments belong to the whole. */
function buildPrefixed(
	node: cst.PartCstNode,
	context: BuildContext,
): { readonly condition: ast.Condition; readonly comments: ast.Comments | undefined } | undefined {
	const { part, operatorAlone } = node.children;
	if (operatorAlone?.[0]) return { condition: buildOperatorAlone(operatorAlone[0], undefined, context), comments: undefined };
	if (!part?.[0]) return undefined;
	const before = context.insideExpressions > 0 ? [] : context.comments.takeBefore(nodeSpan(part[0]).from);
	const [parenthesis] = part[0].children.parenthesis ?? [];
	const condition = parenthesis ? buildParenthesis(parenthesis, false, context) : buildBare(part[0], context);
	if (!condition.comments) return { condition, comments: { before, after: [] } };
	const { comments, ...bare } = condition;
	const inside = comments.inside && { comments: { before: [], after: [], inside: comments.inside } };
	return {
		condition: { ...bare, ...inside } as ast.Condition,
		comments: { before: [...before, ...comments.before], after: comments.after },
	};
}

/** The condition within a collection's parentheses, a broken one after a report when there is none. */
export function buildInnerCondition(node: cst.ConditionCstNode, ifMissing: string, at: Span, context: BuildContext): ast.Condition {
	context.insideCollections++;
	const condition = buildCondition(node, context);
	context.insideCollections--;
	if (condition) return condition;
	context.report("missing-condition", ifMissing, at);
	return brokenAt(nothingAt(at.to));
}
