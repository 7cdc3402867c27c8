// `subject operator operands`, a bare subject, and the two halves of it alone.
import type * as cst from "../../grammar/cst.ts";
import type { Span } from "../text/span.ts";
import type * as ast from "./ast.ts";
import { type BuildContext, holeAt, nodeSpan, nothingAt } from "./build-context.ts";
import { buildExpression, buildValue } from "./build-expressions.ts";
import { operatorSpan, type Predicate, readPredicate } from "./build-predicates.ts";
import { spanOf } from "./lex.ts";
import { printFieldName } from "./names.ts";
import { canNegate } from "./operators.ts";
import { quoted, shortened } from "./words.ts";

/** A test, or a `not` around it where the operator has no negated form of its own (`is not before …`). */
export function buildTest(node: cst.TestCstNode, context: BuildContext): ast.Condition {
	const [expression] = node.children.expression;
	const subject = expression ? buildExpression(expression, context) : holeAt(nodeSpan(node).from);
	const [predicateNode] = node.children.predicate ?? [];
	const [valueNode] = node.children.valueAlone ?? [];
	const at = nodeSpan(node);
	if (predicateNode) return buildPredicate(predicateNode, subject, expression ? nodeSpan(expression) : undefined, at, context);
	const end = expression ? nodeSpan(expression).to : at.from;
	const base = {
		kind: "test",
		subject,
		operatorSpan: { from: end, to: end },
		negated: false,
		anyOf: false,
		ignoringCase: false,
		span: at,
	} as const;
	if (!valueNode) return { ...base, operator: "true", operands: [] };
	const operand = buildValue(valueNode, context);
	const words = shortened(context.text, { from: at.from, to: end });
	const value = nodeSpan(valueNode);
	context.report(
		"missing-operator",
		`Write an operator between "${words}" and ${quoted(context.text, value)}, for example ${words} = ${shortened(context.text, value)}.`,
		at,
		[context.fix('Add "="', nothingAt(value.from), "=")],
	);
	return { ...base, operator: "equal", operands: [operand] };
}

/** A predicate with nothing before it: `and < 5`. The fix repeats the field of the condition before it. */
export function buildOperatorAlone(
	node: cst.OperatorAloneCstNode,
	before: ast.Condition | undefined,
	context: BuildContext,
): ast.Condition {
	const [predicateNode] = node.children.predicate;
	const at = nodeSpan(node);
	if (!predicateNode) return { kind: "broken", span: at };
	const field =
		before?.kind === "test" && before.subject.kind === "field"
			? printFieldName(before.subject.name, before.subject.ofProfile, context.insideCollections > 0)
			: undefined;
	const fixes = field === undefined ? [] : [context.fix(`Add ${field}`, nothingAt(at.from), field)];
	context.report("missing-value", `Write a field before ${quoted(context.text, operatorSpan(predicateNode))}.`, at, fixes);
	return buildPredicate(predicateNode, holeAt(at.from), undefined, at, context);
}

function buildPredicate(
	node: cst.PredicateCstNode,
	subject: ast.Expression,
	subjectSpan: Span | undefined,
	at: Span,
	context: BuildContext,
): ast.Condition {
	const words = subjectSpan ? shortened(context.text, subjectSpan) : "plan";
	const built = readPredicate(node, words, context);
	const ignoringCase = node.children.Ignoring !== undefined;
	if (node.children.Ignoring?.[0] && !node.children.Case) {
		const ignoring = spanOf(node.children.Ignoring[0]);
		context.report("missing-operator", 'Write "case" after "ignoring".', ignoring, [
			context.fix("Add case", nothingAt(ignoring.to), "case"),
		]);
	}
	const negated = built.negated && canNegate(built.operator);
	const test: ast.Test = {
		kind: "test",
		subject,
		...(ignoringCase ? built : bareWhenTrue(built)),
		negated,
		ignoringCase,
		operatorSpan: operatorSpan(node),
		span: at,
	};
	return built.negated && !negated ? { kind: "not", item: test, span: at } : test;
}

/** `opted_in is true` says no more than `opted_in`. */
function bareWhenTrue(built: Predicate): Predicate {
	const [operand] = built.operands;
	const isTrue = built.operator === "equal" && !built.negated && operand?.kind === "boolean" && operand.value;
	return isTrue ? { ...built, operator: "true", operands: [] } : built;
}
