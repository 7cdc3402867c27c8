// Conditions with parentheses of their own: groups, collections, the first or last element; and references to other segments.
import type { IToken } from "chevrotain";
import type * as cst from "../../grammar/cst.ts";
import type * as ast from "./ast.ts";
import { buildCondition, buildInnerCondition } from "./build-ast.ts";
import { type BuildContext, brokenAt, holeAt, inOrder, isNode, nodeSpan, nothingAt } from "./build-context.ts";
import { reportExtra } from "./build-expressions.ts";
import { buildList, reportNoOf } from "./build-lists.ts";
import { buildName, buildNumber, buildText } from "./build-literals.ts";
import { spanOf } from "./lex.ts";
import { quoted, shortened } from "./words.ts";

export function buildGroup(node: cst.GroupCstNode, context: BuildContext): ast.Group {
	const { AllOf, AnyOf, NumberLiteral, NumberWord, Open, Of, Close, extraInside } = node.children;
	const number = NumberLiteral?.[0] ? buildNumber(NumberLiteral[0], context) : NumberWord?.[0] && wordForNumber(NumberWord[0], context);
	const quantity = number
		? { atLeast: number.kind === "number" ? number.value : Number.NaN }
		: AllOf
			? ("all" as const)
			: AnyOf
				? ("any" as const)
				: ("none" as const);
	const at = nodeSpan(node);
	const [quantityToken] = AllOf ?? AnyOf ?? node.children.NoneOf ?? [];
	if (quantityToken && !Of) reportNoOf(quantityToken, context);
	const items = buildItems(node, context);
	reportExtra(extraInside, context);
	if (items.length === 0) {
		const words = Of?.[0] ? shortened(context.text, { from: at.from, to: spanOf(Of[0]).to }) : "any of";
		const place = Open ? { from: spanOf(Open[0] as IToken).from, to: Close?.[0] ? spanOf(Close[0]).to : at.to } : at;
		context.report("missing-condition", `Write conditions in parentheses, for example ${words} (country = "US", opted_in).`, place);
	}
	return { kind: "group", quantity, items, span: at };
}

const numberWords = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

function wordForNumber(word: IToken, context: BuildContext): ast.Hole {
	const at = spanOf(word);
	const meant = numberWords.indexOf(word.image.toLowerCase()) + 1;
	const digits = meant > 0 ? String(meant) : "2";
	const fixes = meant > 0 ? [context.fix(`Change to ${digits}`, at, digits)] : [];
	context.report("bad-number", `"${word.image}" is not a number. Write digits, for example at least ${digits} of (…).`, at, fixes);
	return { kind: "hole", span: at };
}

/** The conditions between commas and new lines. A comma after the last one is fine. */
function buildItems(node: cst.GroupCstNode, context: BuildContext): ast.Condition[] {
	const items: ast.Condition[] = [];
	let comma: IToken | undefined;
	for (const element of inOrder(node)) {
		if (isNode(element)) {
			if (element.name !== "condition") continue;
			const condition = buildCondition(element as cst.ConditionCstNode, context);
			if (condition) items.push(condition);
			comma = undefined;
		} else if (element.tokenType.name === "Comma") {
			if (comma || items.length === 0) {
				context.report("missing-condition", 'Write a condition before this ",", or remove it.', spanOf(element), [
					context.fix('Remove ","', spanOf(element), ""),
				]);
			}
			comma = element;
		}
	}
	return items;
}

type QuantityTokens = keyof cst.QuantityCstChildren;
const quantifiers: readonly (readonly [QuantityTokens, ast.Quantifier])[] = [
	["Any", "any"],
	["Every", "every"],
	["All", "every"],
	["No", "no"],
	["None", "no"],
	["Exactly", "exactly"],
	["QuantityFewer", "fewer-than"],
	["QuantityMore", "more-than"],
	["Most", "at-most"],
	["Least", "at-least"],
];

export function buildQuantified(node: cst.QuantifiedCstNode, context: BuildContext): ast.Condition {
	const { quantity, Name, block, Where, openWhere } = node.children;
	const at = nodeSpan(node);
	const [words] = quantity;
	const [name] = Name ?? [];
	if (!words) return brokenAt(at);
	const quantifierSpan = nodeSpan(words);
	const quantifier = quantifiers.find(([token]) => words.children[token])?.[1] ?? "at-least";
	const [number] = words.children.NumberLiteral ?? [];
	const count = number && buildNumber(number, context);
	const lead = shortened(context.text, quantifierSpan);
	if (quantifier.includes("-") && !number) {
		const limit = words.children.QuantityAt && !words.children.Least && !words.children.Most ? `${lead} least` : lead;
		context.report("missing-value", `Write a number after "${limit}", for example ${limit} 3 orders (…).`, quantifierSpan);
	}
	const where = block?.[0] ? buildBlock(block[0], context) : openWhere?.[0] && buildOpenWhere(openWhere[0], Where?.[0], context);
	if (!name) {
		if (number || !quantifier.includes("-"))
			context.report("missing-value", `Write a collection after "${lead}", for example ${lead} orders (…).`, quantifierSpan);
		return brokenAt(at);
	}
	return {
		kind: "quantified",
		quantifier,
		quantifierSpan,
		...(count?.kind === "number" && { count }),
		collection: buildName(name, context),
		...(where && { where }),
		span: at,
	};
}

function buildBlock(node: cst.BlockCstNode, context: BuildContext): ast.Condition {
	const [condition] = node.children.condition;
	const at = nodeSpan(node);
	const built = condition ? buildInnerCondition(condition, "Write a condition between the parentheses.", at, context) : brokenAt(at);
	reportExtra(node.children.extraInside, context);
	return built;
}

/** `any orders where total > 5`: where it ends is unclear, so parentheses are asked for. */
function buildOpenWhere(node: cst.OpenWhereCstNode, where: IToken | undefined, context: BuildContext): ast.Condition {
	const at = where ? spanOf(where) : nodeSpan(node);
	const inner = nodeSpan(node);
	const [condition] = node.children.condition;
	const built = condition ? buildInnerCondition(condition, 'Write a condition in parentheses after "where".', at, context) : brokenAt(at);
	if (built.kind !== "broken" || built.span.from !== built.span.to) {
		context.report("unclosed-parenthesis", `Put the condition after "where" in parentheses: (${shortened(context.text, inner)}).`, inner, [
			{
				title: "Add parentheses",
				edits: [
					{ span: nothingAt(inner.from), text: "(" },
					{ span: nothingAt(inner.to), text: ")" },
				],
			},
		]);
	}
	return built;
}

export function buildEdge(node: cst.EdgeCstNode, context: BuildContext): ast.Condition {
	const { FirstElement, By, Name, block, Where, openWhere } = node.children;
	const at = nodeSpan(node);
	const [name, byName] = Name;
	if (!name) return brokenAt(at);
	const which = FirstElement ? "first" : "last";
	const collection = buildName(name, context);
	const lead = `${which} ${shortened(context.text, spanOf(name))}`;
	if (!byName)
		context.report(
			"missing-value",
			`Write "by" and a date of the elements, for example ${lead} by placed_at (…).`,
			By?.[0] ? spanOf(By[0]) : spanOf(name),
		);
	context.insideCollections++;
	const by = byName ? buildName(byName, context) : holeAt(spanOf(By?.[0] ?? name).to);
	context.insideCollections--;
	const open = openWhere?.[0] && buildOpenWhere(openWhere[0], Where?.[0], context);
	const where = block?.[0] ? buildBlock(block[0], context) : (open ?? brokenAt(nothingAt(at.to)));
	if (!block && !open && byName) {
		context.report(
			"missing-condition",
			`Write a condition in parentheses after ${quoted(context.text, at)}, for example ${shortened(context.text, at)} (status = "paid").`,
			at,
		);
	}
	return { kind: "edge", which, collection, by, where, span: at };
}

export function buildReference(node: cst.ReferenceCstNode, context: BuildContext): ast.Condition {
	const { Any, TextLiteral, list, nameAlone, Segment } = node.children;
	const at = nodeSpan(node);
	const segments: ast.TextLiteral[] = [];
	const [text] = TextLiteral ?? [];
	const [unquoted] = nameAlone?.[0]?.children.Name ?? [];
	if (text) addText(buildText(text, context), segments);
	else if (unquoted) reportUnquoted(unquoted, segments, context);
	else if (list?.[0]) buildNames(list[0], segments, context);
	else {
		const words = Segment[0] ? shortened(context.text, { from: at.from, to: spanOf(Segment[0]).to }) : "in segment";
		context.report("missing-value", `Write the name of a segment, for example ${words} "vip".`, at);
	}
	return { kind: "reference", negated: false, any: Any !== undefined || list !== undefined, segments, span: at };
}

const addText = (expression: ast.Expression, segments: ast.TextLiteral[]): void => {
	if (expression.kind === "text") segments.push(expression);
};

function reportUnquoted(name: IToken, segments: ast.TextLiteral[], context: BuildContext): void {
	const at = spanOf(name);
	const { image } = name;
	const meant = JSON.stringify(image.replaceAll("`", ""));
	context.report("missing-value", `Put the name of the segment in quotes: ${meant}.`, at, [context.fix(`Change to ${meant}`, at, meant)]);
	segments.push({ kind: "text", value: image.replaceAll("`", ""), span: at });
}

function buildNames(node: cst.ListCstNode, segments: ast.TextLiteral[], context: BuildContext): void {
	for (const item of buildList(node, "in any segment", context)) {
		if (item.kind === "text") segments.push(item);
		else if (item.kind !== "hole") {
			const meant = JSON.stringify(context.text.slice(item.span.from, item.span.to));
			context.report("missing-value", `Put the name of the segment in quotes: ${meant}.`, item.span, [
				context.fix(`Change to ${meant}`, item.span, meant),
			]);
		}
	}
}
