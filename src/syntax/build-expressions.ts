// Values: fields, literals, points in time, arithmetic, calculations, aggregates.
import type { IToken } from "chevrotain";
import type * as cst from "../../grammar/cst.ts";
import { units } from "../../grammar/tokens.ts";
import { join, type Span } from "../text/span.ts";
import type * as ast from "./ast.ts";
import { buildInnerCondition } from "./build-ast.ts";
import { type BuildContext, elementSpan, holeAt, inOrder, isNode, nodeSpan, nothingAt } from "./build-context.ts";
import { buildDate, buildMonthDay, refuseForeignDate } from "./build-dates.ts";
import { buildName, buildNumber, buildText } from "./build-literals.ts";
import { spanOf } from "./lex.ts";
import { quoted } from "./words.ts";

export function buildExpression(node: cst.ExpressionCstNode, context: BuildContext): ast.Expression {
	const { term, Plus, Minus } = node.children;
	const [first] = term;
	if (!Plus && !Minus && first) return buildTerm(first, context);
	return buildChain(node, context, (element) => buildTerm(element as cst.TermCstNode, context));
}

function buildTerm(node: cst.TermCstNode, context: BuildContext): ast.Expression {
	const { factor, Times, Divide } = node.children;
	const [first] = factor;
	if (!Times && !Divide && first) return buildFactor(first, context);
	return buildChain(node, context, (element) => buildFactor(element as cst.FactorCstNode, context));
}

type Operator = ast.Arithmetic["operator"];

/** `a + b - c`, from the left. A length of time after `+` or `-` moves what stands before it. */
function buildChain(
	node: cst.ExpressionCstNode | cst.TermCstNode,
	context: BuildContext,
	build: (element: ReturnType<typeof inOrder>[number]) => ast.Expression,
): ast.Expression {
	let left: ast.Expression | undefined;
	let leftSpan: Span = nodeSpan(node);
	let operator: IToken | undefined;
	const operate = (right: ast.Expression, rightSpan: Span): void => {
		left =
			left && operator
				? { kind: "arithmetic", operator: operator.image.replace(/[−–]/, "-") as Operator, left, right, span: join(leftSpan, rightSpan) }
				: right;
		leftSpan = operator ? join(leftSpan, rightSpan) : rightSpan;
		operator = undefined;
	};
	for (const element of inOrder(node)) {
		if (!isNode(element)) {
			if (operator) operate(missingNumber(operator, context), spanOf(operator));
			operator = element;
			continue;
		}
		const length = operator && left && node.name === "expression" ? lengthOf(element as cst.TermCstNode) : undefined;
		if (length && operator && left) {
			const moved = buildLength(length.duration, context);
			const at = join(leftSpan, nodeSpan(element));
			left = moved ? { kind: "shift", base: left, sign: operator.image === "+" ? 1 : -1, ...moved, span: at } : { kind: "hole", span: at };
			leftSpan = at;
			operator = undefined;
		} else operate(build(element), elementSpan(element));
	}
	if (operator) operate(missingNumber(operator, context), spanOf(operator));
	return left ?? holeAt(leftSpan.to);
}

function missingNumber(operator: IToken, context: BuildContext): ast.Hole {
	context.report("missing-value", `Write a value after "${operator.image}".`, spanOf(operator));
	return holeAt(spanOf(operator).to);
}

/** The `3 days` of `today - 3 days`: a number with a unit and nothing else. */
function lengthOf(node: cst.TermCstNode): { readonly duration: cst.DurationCstNode } | undefined {
	const { factor, Times, Divide } = node.children;
	const children = factor[0]?.children;
	if (Times || Divide || children?.Minus || children?.MonthDayWord) return undefined;
	const duration = children?.value?.[0]?.children.duration?.[0];
	return duration?.children.Unit && !duration.children.Ago && !duration.children.From ? { duration } : undefined;
}

/** A whole number of units; undefined after a report. */
function buildLength(node: cst.DurationCstNode, context: BuildContext): { readonly amount: number; readonly unit: ast.Unit } | undefined {
	const unit = units.get(node.children.Unit?.[0]?.image.toLowerCase() ?? "");
	const amount = buildAmount(node.children.NumberLiteral[0], node, context);
	return amount === undefined || !unit ? undefined : { amount, unit };
}

/** The whole number that counts units; undefined after a report. `node` is the number with its unit. */
export function buildAmount(
	token: IToken | undefined,
	node: cst.DurationCstNode | cst.WindowCstNode,
	context: BuildContext,
): number | undefined {
	if (!token) return undefined;
	const number = buildNumber(token, context);
	if (number.kind === "hole") return undefined;
	if (Number.isInteger(number.value)) return number.value;
	const rounded = String(Math.round(number.value));
	context.report("bad-number", `${quoted(context.text, nodeSpan(node))} needs a whole number, for example ${rounded}.`, spanOf(token), [
		context.fix(`Change to ${rounded}`, spanOf(token), rounded),
	]);
	return undefined;
}

function buildFactor(node: cst.FactorCstNode, context: BuildContext): ast.Expression {
	const { value, nested, Minus, MonthDayWord } = node.children;
	const [inner] = value ?? [];
	const [parenthesis] = nested ?? [];
	const [minus] = Minus ?? [];
	let expression = inner ? buildValue(inner, context) : parenthesis ? buildNested(parenthesis, context) : holeAt(nodeSpan(node).to);
	if (minus) expression = negate(expression, minus, !inner && !parenthesis, context);
	if (MonthDayWord) expression = { kind: "part", part: "month-day", of: expression, span: nodeSpan(node) };
	return expression;
}

function negate(expression: ast.Expression, minus: IToken, isMissing: boolean, context: BuildContext): ast.Expression {
	const at = join(spanOf(minus), expression.span);
	if (isMissing) return missingNumber(minus, context);
	if (expression.kind === "number") return { kind: "number", value: expression.value === 0 ? 0 : -expression.value, span: at };
	if (expression.kind === "hole") return { kind: "hole", span: at };
	const meant = `0 - ${context.text.slice(expression.span.from, expression.span.to)}`;
	context.report("unexpected-words", `"-" before ${quoted(context.text, expression.span)} does not negate it. Subtract it from 0.`, at, [
		context.fix(`Change to ${meant}`, at, meant),
	]);
	return { kind: "arithmetic", operator: "-", left: { kind: "number", value: 0, span: spanOf(minus) }, right: expression, span: at };
}

function buildNested(node: cst.NestedCstNode, context: BuildContext): ast.Expression {
	const { expression, extraInside } = node.children;
	const [inner] = expression ?? [];
	const built = inner ? buildExpression(inner, context) : holeAt(nodeSpan(node).from + 1);
	if (!inner) context.report("missing-value", "Write a value between the parentheses.", nodeSpan(node));
	else if (extraInside?.[0]?.children.Comma) {
		context.report(
			"unexpected-words",
			'Only one value fits between these parentheses. Several need "in" or "any of" before them.',
			nodeSpan(node),
		);
	} else reportExtra(extraInside, context);
	return built;
}

/** Words in a parenthesis that belong to nothing. */
export function reportExtra(nodes: readonly cst.ExtraInsideCstNode[] | undefined, context: BuildContext): void {
	for (const node of nodes ?? []) {
		context.report("unexpected-words", `Remove ${quoted(context.text, nodeSpan(node))}: it does not fit here.`, nodeSpan(node));
	}
}

const points = { Today: "today", Yesterday: "yesterday", Tomorrow: "tomorrow", Now: "now" } as const;

export function buildValue(node: cst.ValueCstNode | cst.ValueAloneCstNode, context: BuildContext): ast.Expression {
	const children: cst.ValueCstChildren = node.children;
	const at = nodeSpan(node);
	if (children.Name?.[0]) return buildName(children.Name[0], context);
	if (children.TextLiteral?.[0]) return buildText(children.TextLiteral[0], context);
	if (children.duration?.[0]) return buildDuration(children.duration[0], context);
	if (children.DateLiteral?.[0]) return buildDate(children.DateLiteral[0], context);
	if (children.MonthDayLiteral?.[0]) return buildMonthDay(children.MonthDayLiteral[0], context);
	if (children.ForeignDate?.[0]) return refuseForeignDate(children.ForeignDate[0], context);
	if (children.True) return { kind: "boolean", value: true, span: at };
	if (children.False) return { kind: "boolean", value: false, span: at };
	if (children.calculation?.[0]) return buildCalculation(children.calculation[0], context);
	if (children.aggregate?.[0]) return buildAggregate(children.aggregate[0], context);
	for (const [token, point] of Object.entries(points) as [keyof typeof points, ast.Point["point"]][]) {
		if (children[token]) return { kind: "point", point, span: at };
	}
	context.report("missing-value", 'Write a value instead of "?".', at);
	return { kind: "hole", span: at };
}

/** A number, `30 days ago` or `2 weeks from now`. */
function buildDuration(node: cst.DurationCstNode, context: BuildContext): ast.Expression {
	const { NumberLiteral, Unit, Ago, From } = node.children;
	const [number] = NumberLiteral;
	const at = nodeSpan(node);
	if (!number) return { kind: "hole", span: at };
	if (!Unit) return buildNumber(number, context);
	const length = buildLength(node, context);
	if (!length) return { kind: "hole", span: at };
	if (Ago || From) return { kind: "relative", ...length, direction: Ago ? "ago" : "from-now", span: at };
	const words = quoted(context.text, at);
	const fixes = ["ago", "from now"].map((direction) => context.fix(`Add ${direction}`, nothingAt(at.to), direction));
	context.report("bad-date", `${words} is a length of time, not a date. Add "ago" or "from now".`, at, fixes);
	return { kind: "hole", span: at };
}

const calculations = { Age: "age", Month: "month", Weekday: "weekday", Hour: "hour" } as const;

function buildCalculation(node: cst.CalculationCstNode, context: BuildContext): ast.Expression {
	const { expression, extraInside } = node.children;
	const [token] = (Object.keys(calculations) as (keyof typeof calculations)[]).filter((name) => node.children[name]);
	const part = calculations[token ?? "Age"];
	const [inner] = expression ?? [];
	const at = nodeSpan(node);
	if (!inner) context.report("missing-value", `Write a date field between the parentheses, for example ${part}(birthday).`, at);
	const of = inner ? buildExpression(inner, context) : holeAt(at.to);
	reportExtra(extraInside, context);
	return { kind: "part", part, of, span: at };
}

function buildAggregate(node: cst.AggregateCstNode, context: BuildContext): ast.Expression {
	const { Count, Distinct, Sum, Avg, Min, Name, Where, condition, extraInside } = node.children;
	const name = Count ? (Distinct ? "count-distinct" : "count") : Sum ? "sum" : Avg ? "avg" : Min ? "min" : "max";
	const at = nodeSpan(node);
	const of = Name?.[0] && buildName(Name[0], context);
	if (!of) {
		const example = name === "count" ? "count(orders)" : name === "count-distinct" ? "count distinct(orders.sku)" : `${name}(orders.total)`;
		context.report("missing-value", `Write a collection between the parentheses, for example ${example}.`, at);
	}
	const [inner] = condition ?? [];
	context.insideExpressions++;
	const where = inner && Where?.[0] ? buildInnerCondition(inner, 'Write a condition after "where".', spanOf(Where[0]), context) : undefined;
	context.insideExpressions--;
	reportExtra(extraInside, context);
	return of ? { kind: "aggregate", function: name, of, ...(where && { where }), span: at } : { kind: "hole", span: at };
}
