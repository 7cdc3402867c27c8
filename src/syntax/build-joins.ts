// Two conditions with no word between them, and values with nothing to compare them with: what was most likely meant.
import type * as cst from "../../grammar/cst.ts";
import { operatorSymbols } from "../../grammar/token-sets.ts";
import type { Fix } from "../diagnostic/diagnostic.ts";
import { cut } from "../text/cut.ts";
import { join, type Span } from "../text/span.ts";
import type * as ast from "./ast.ts";
import { type BuildContext, brokenAt, nodeSpan, nothingAt } from "./build-context.ts";
import { spanOf } from "./lex.ts";
import { printFieldName } from "./names.ts";
import { quoted, shortened } from "./words.ts";

/** Two conditions side by side: says which word between them is most likely missing. */
export function reportJoin(part: cst.PartCstNode, before: ast.Condition | undefined, context: BuildContext): void {
	const at = nodeSpan(part);
	const field = before?.kind === "test" && before.operator === "true" && before.subject.kind === "field" ? before.subject : undefined;
	const counted = firstName(part);
	if (field && counted?.to === at.to) {
		const words = shortened(context.text, field.span);
		const value = shortened(context.text, at);
		context.report(
			"missing-operator",
			`Write an operator between "${words}" and "${value}", for example ${words} = "${value}".`,
			join(field.span, at),
			[context.fix(`Change to = "${value}"`, at, `= "${context.text.slice(at.from, at.to)}"`)],
		);
		return;
	}
	const fixes = ["and", "or"].map((word) => context.fix(`Add ${word}`, nothingAt(at.from), word));
	context.report("unexpected-words", `Write "and" or "or" before ${quoted(context.text, at)}.`, at, fixes);
}

/** Words that begin no condition, after a complete one or at the beginning. Removing them would change what is said, so no fix does. */
export function reportExtraWords(node: cst.ExtraWordsCstNode, before: ast.Condition | undefined, context: BuildContext): void {
	const at = nodeSpan(node);
	const words = quoted(context.text, at);
	const { tokenType } = node.children.Continuing[0] ?? {};
	const middle = before?.kind === "test" ? before.operands[0] : undefined;
	let message = `Remove ${words}, or write "and" or "or" and a field before it.`;
	const fixes: Fix[] = [];
	if (!before) {
		message = `A condition does not begin with ${words}. Begin with a field, for example country = "US".`;
	} else if (before.kind === "quantified" && !before.where) {
		const lead = shortened(context.text, before.span);
		message = `Put ${words} in parentheses, with a field before it: ${lead} (… ${shortened(context.text, at)}).`;
	} else if (middle?.kind === "field" && before.span.to === middle.span.to && tokenType && operatorSymbols.has(tokenType)) {
		const again = `and ${printFieldName(middle.name, middle.ofProfile, context.insideCollections > 0)}`;
		message = `Compare two values at a time. Write ${again} ${shortened(context.text, at)}.`;
		fixes.push(context.fix(`Add ${again}`, nothingAt(at.from), again));
	}
	context.report("unexpected-words", message, at, fixes);
}

/** The field a condition begins with. */
function firstName(part: cst.PartCstNode): Span | undefined {
	const [test] = part.children.test ?? [];
	const [value] = test?.children.expression[0]?.children.term[0]?.children.factor[0]?.children.value ?? [];
	const [name] = value?.children.Name ?? [];
	return name && spanOf(name);
}

/** `plan = "a" or "b"`: a value alone is no condition, and beside a comparison it is clear what was meant. */
export function explainBareValues(items: readonly ast.Condition[], word: "and" | "or", context: BuildContext): readonly ast.Condition[] {
	let compared: ast.Test | undefined;
	let explainedTo = 0;
	return items.map((item, index) => {
		if (!isBareValue(item)) {
			compared =
				item.kind === "test" && item.operands.length === 1 && item.operator !== "in" && item.operator !== "within" ? item : undefined;
			if (compared?.anyOf || compared?.ignoringCase) compared = undefined;
			return item;
		}
		const { span } = item;
		const broken = { ...brokenAt(span), ...(item.comments && { comments: item.comments }) };
		if (span.from < explainedTo) return broken;
		if (!compared || context.diagnostics.some((known) => known.span.from === span.from)) return item;
		const { operatorSpan, operator, negated } = compared;
		const lead = { from: compared.span.from, to: operatorSpan.to };
		const written = (at: Span): string => context.text.slice(at.from, at.to);
		let at = nothingAt(span.from);
		let [shown, text] = [`${shortened(context.text, lead)} ${shortened(context.text, span)}`, written(lead)];
		if (word === (negated ? "or" : "and") && (negated || operator === "equal")) {
			// Nobody means that one of several may be equal after all, or that something is equal to all of them.
			const next = items.findIndex((other, at) => at > index && !isBareValue(other));
			const values = [compared, ...items.slice(index, next < 0 ? undefined : next)] as readonly ast.Test[];
			at = { from: lead.from, to: values.at(-1)?.span.to ?? lead.to };
			const isPlain = /^[^#()]*$/.test(written({ from: lead.to, to: at.to }));
			if (!isPlain || !withLists.includes(operator)) return item;
			const list = values.map((each) => written((each.operands[0] ?? each.subject).span)).join(", ");
			text = `${operator === "equal" ? `${written(compared.subject.span)} ${negated ? "not " : ""}in` : `${text} any of`} (${list})`;
			shown = cut(text);
			explainedTo = at.to;
		}
		context.report("missing-operator", `${quoted(context.text, span)} alone is no condition. Write ${shown}.`, span, [
			context.fix(`Change to ${shown}`, at, text),
		]);
		return broken;
	});
}

const isBareValue = (item: ast.Condition): boolean =>
	item.kind === "test" && item.operator === "true" && ["text", "number", "date"].includes(item.subject.kind);

/** After these a list of values can stand, if only with `any of`. */
const withLists: readonly ast.Operator[] = ["equal", "contains", "starts-with", "ends-with", "like", "has"];
