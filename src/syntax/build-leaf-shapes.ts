// The shapes of tests and references: where their values, lists and `ignoring case` stand.
import type { CstNode, IToken } from "chevrotain";
import type * as cst from "../../grammar/cst.ts";
import { tolerated } from "../../grammar/parser.ts";
import { scanQuoted } from "../../grammar/quoted.ts";
import { join, type Span } from "../text/span.ts";
import type * as ast from "./ast.ts";
import { inOrder, isNode, nodeSpan, nothingAt } from "./build-context.ts";
import { spanOf } from "./lex.ts";
import type { Enclosed, ListShape, Shape, TestShape } from "./shape.ts";

export interface LeafContext {
	conditionAt(offset: number): ast.Condition | undefined;
	/** Whether a stretch holds signs that are in no token. */
	hasUnknown(at: Span): boolean;
	readonly notTests: ReadonlySet<ast.Condition>;
	enclosed(
		node: cst.ConditionCstNode | undefined,
		open: IToken | undefined,
		end: number,
		close: { readonly Close?: IToken[]; readonly extraInside?: CstNode[] },
	): Enclosed | undefined;
}

/** The shape of a test, of an operator alone, or of a reference. `span` has the `not` before a reference, too. */
export function shapeOfLeaf(node: CstNode, context: LeafContext, span: Span = nodeSpan(node)): Shape {
	const condition = context.conditionAt(span.from);
	if (condition?.kind === "test") return shapeOfTest(node as cst.TestCstNode | cst.OperatorAloneCstNode, condition, context);
	const isRead = condition?.kind === "reference" && condition.segments.length > 0 && !hasMistake(node) && !context.hasUnknown(span);
	if (!isRead) return { kind: "unread", span };
	const [list] = (node as cst.ReferenceCstNode).children.list ?? [];
	return { kind: "reference", condition, span, ...(list && { list: shapeOfList(list) }) };
}

function shapeOfTest(node: cst.TestCstNode | cst.OperatorAloneCstNode, condition: ast.Test, context: LeafContext): Shape {
	const span = nodeSpan(node);
	const [predicate] = node.children.predicate ?? [];
	const [expression] = "expression" in node.children ? node.children.expression : [];
	const aggregate = expression && aggregateOf(expression);
	const { where, condition: inner } = { where: aggregate?.children.Where?.[0], condition: aggregate?.children.condition?.[0] };
	const inside = aggregate && where && context.enclosed(inner, where, nodeSpan(aggregate).to, aggregate.children);
	const isShown = condition.subject.kind === "aggregate" && condition.subject.where !== undefined && inside !== undefined;
	const own = isShown
		? [
				{ from: span.from, to: inside.region.from },
				{ from: inside.region.to, to: span.to },
			]
		: [span];
	const { operator, operatorSpan } = condition;
	const isBareValue = operator === "true" && operatorSpan.from === operatorSpan.to && literals.has(condition.subject.kind);
	if (isBareValue || hasMistake(node, isShown ? inner : undefined) || own.some((at) => context.hasUnknown(at)))
		return { kind: "unread", span };
	const subject = expression ? nodeSpan(expression) : nothingAt(span.from);
	const { operands, list } = predicate ? operandsOf(predicate, condition) : { operands: [], list: undefined };
	const [ignoring] = predicate?.children.Ignoring ?? [];
	const [caseWord] = predicate?.children.Case ?? [];
	const [close] = aggregate?.children.Close ?? [];
	const shape: TestShape = {
		kind: "test",
		condition,
		isNot: context.notTests.has(condition),
		subject,
		operands,
		...(list && { list }),
		...(ignoring && { ignoring: caseWord ? join(spanOf(ignoring), spanOf(caseWord)) : spanOf(ignoring) }),
		...(isShown && { inside }),
		...(close && condition.subject.kind === "aggregate" && { aggregateEnd: spanOf(close).from }),
		span,
	};
	return shape;
}

/** Values that are no condition by themselves. */
const literals: ReadonlySet<string> = new Set(["text", "number", "date", "instant", "month-day"]);

/** The aggregate that is all of an expression. */
function aggregateOf({ children }: cst.ExpressionCstNode): cst.AggregateCstNode | undefined {
	const [term, ...terms] = children.term;
	const [factor, ...factors] = term?.children.factor ?? [];
	if (terms.length > 0 || factors.length > 0 || factor?.children.Minus || factor?.children.MonthDayWord) return undefined;
	return factor?.children.value?.[0]?.children.aggregate?.[0];
}

const valueNodes = new Set(["expression", "window", "value"]);

/** Where the values of a predicate stand, in order; a missing one after the words before it. */
function operandsOf(node: cst.PredicateCstNode, { operands }: ast.Test): { readonly operands: readonly Span[]; readonly list?: ListShape } {
	const values: Span[] = [];
	let list: ListShape | undefined;
	const look = (inner: CstNode): void => {
		for (const element of inOrder(inner)) {
			if (!isNode(element)) continue;
			if (element.name === "list") list = shapeOfList(element as cst.ListCstNode);
			else if (valueNodes.has(element.name)) values.push(nodeSpan(element));
			else look(element);
		}
	};
	look(node);
	if (list) return { operands: list.items.length > 0 ? list.items : operands.map(({ span }) => span), list };
	// `is true` has a value that the AST does not repeat.
	if (operands.length < values.length) return { operands: [] };
	return { operands: operands.map((operand, index) => values[index] ?? operand.span) };
}

function shapeOfList({ children, location }: cst.ListCstNode): ListShape {
	const { Open, Close, expression = [] } = children;
	const from = Open[0] ? spanOf(Open[0]).to : (location?.startOffset ?? 0);
	return { region: { from, to: Close?.[0] ? spanOf(Close[0]).from : from }, items: expression.map(nodeSpan) };
}

/** Something in it is not as the language wants it, so that its words say more, or less, than its tree. `except` is looked at elsewhere. */
function hasMistake(node: CstNode, except?: CstNode): boolean {
	if (closedNodes.has(node.name) && !("Close" in node.children)) return true;
	for (const elements of Object.values(node.children)) {
		for (const element of elements) {
			if (!isNode(element)) {
				if (element.tokenType.name === "ListWord" || isUnclosedQuote(element.image)) return true;
			} else if (element !== except && (isTooMuch(element) || hasMistake(element, except))) return true;
		}
	}
	return false;
}

const closedNodes = new Set(["list", "nested", "calculation", "aggregate", "parenthesis", "group", "block"]);

const isTooMuch = ({ name }: CstNode): boolean => name !== "operatorAlone" && tolerated.has(name);

const quote = /["'`“”„‘’‚«]/;

/** A quoted text or name whose line ends before its quote: whatever came after it on that line would be inside. */
export function isUnclosedQuote(image: string): boolean {
	for (let at = 0; at < image.length; at++) {
		if (!quote.test(image.charAt(at))) continue;
		const { end, isClosed } = scanQuoted(image, at);
		if (!isClosed) return true;
		at = end - 1;
	}
	return false;
}
