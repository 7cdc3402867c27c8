// The values between the parentheses of `in (…)`, `any of (…)` and their like.
import type { CstNode, IToken } from "chevrotain";
import type * as cst from "../../grammar/cst.ts";
import type { Span } from "../text/span.ts";
import type * as ast from "./ast.ts";
import { type BuildContext, elementSpan, holeAt, inOrder, isNode, nodeSpan, nothingAt } from "./build-context.ts";
import { buildExpression } from "./build-expressions.ts";
import { spanOf } from "./lex.ts";
import { quoted } from "./words.ts";

/** The values, at least one; `lead` is what the author wrote before the list, for an example. A comma after the last value is fine. */
export function buildList(node: cst.ListCstNode, lead: string, context: BuildContext): readonly ast.Expression[] {
	const items: ast.Expression[] = [];
	let separator: IToken | undefined;
	for (const element of inOrder(node)) {
		if (isNode(element)) {
			const item = buildItem(element, separator, context);
			if (item) items.push(item);
			separator = undefined;
		} else if (element.tokenType.name === "Comma" || element.tokenType.name === "ListWord") {
			if (separator || items.length === 0) reportNoItem(element, context);
			if (element.tokenType.name === "ListWord") reportListWord(element, context);
			separator = element;
		}
	}
	if (items.length === 0 && !separator) {
		context.report("empty-list", `Write at least one value between the parentheses, for example ${lead} ("a", "b").`, nodeSpan(node));
	}
	return items.length > 0 ? items : [holeAt(nodeSpan(node).from + 1)];
}

function buildItem(element: CstNode, separator: IToken | undefined, context: BuildContext): ast.Expression | undefined {
	const at = nodeSpan(element);
	if (element.name === "expression") return buildExpression(element as cst.ExpressionCstNode, context);
	if (element.name === "extraWords") {
		context.report("unexpected-words", `Remove ${quoted(context.text, at)}: it is not a value of this list.`, at);
		return undefined;
	}
	const [inner] = (element as cst.ItemAloneCstNode).children.expression;
	if (separator?.tokenType.name !== "ListWord") {
		context.report("unexpected-words", `Write a comma before ${quoted(context.text, at)}.`, at, [
			{ title: "Add a comma", edits: [{ span: afterWordBefore(context.text, at.from), text: "," }] },
		]);
	}
	return inner && buildExpression(inner, context);
}

/** The place right after the word that ends before `offset`. */
function afterWordBefore(text: string, offset: number): Span {
	let at = offset;
	while (at > 0 && /\s/.test(text.charAt(at - 1))) at--;
	return { from: at, to: at };
}

function reportNoItem(comma: IToken, context: BuildContext): void {
	context.report("missing-value", 'Write a value before this ",", or remove it.', spanOf(comma), [
		context.fix('Remove ","', spanOf(comma), ""),
	]);
}

function reportListWord(word: IToken, context: BuildContext): void {
	const at = elementSpan(word);
	const isSpaced = context.text.charAt(at.from - 1) === " ";
	context.report("unexpected-words", `Separate values with a comma instead of "${word.image}".`, at, [
		context.fix("Change to a comma", isSpaced ? { from: at.from - 1, to: at.to } : at, ","),
	]);
}

/** Reports that no parentheses follow at all. */
export function reportNoList(lead: string, at: Span, context: BuildContext): readonly ast.Expression[] {
	context.report("missing-value", `Write values in parentheses, for example ${lead} ("a", "b").`, at);
	return [holeAt(at.to)];
}

/** Reports that `of` is missing between `any`, `all` or `none` and its parenthesis. */
export function reportNoOf(quantity: IToken, context: BuildContext): void {
	const at = spanOf(quantity);
	context.report("missing-operator", `Write "${quantity.image} of" instead of "${quantity.image}" alone.`, at, [
		context.fix("Add of", nothingAt(at.to), "of"),
	]);
}
