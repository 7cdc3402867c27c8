// Two conditions with no word between them, and values with nothing to compare them with: what was most likely meant.
import type { TokenType } from "chevrotain";
import type * as cst from "../../grammar/cst.ts";
import { After, AtLeast, AtMost, Before, Equal, Greater, In, Last, Less, Next, On, The, This, Where } from "../../grammar/tokens.ts";
import { replaceFix } from "../diagnostic/report.ts";
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
	const insert = (word: string, offset: number) => context.fix(`Add ${word}`, nothingAt(offset), word);
	if (field && part.children.parenthesis) {
		const name = shortened(context.text, field.span);
		if (field.span.to === at.from) {
			const known = "age, month, weekday, hour, count, sum, avg, min and max";
			context.report("unexpected-words", `"${name}(…)" is no calculation here. There are ${known}.`, field.span);
			return;
		}
		context.report(
			"unexpected-words",
			`To test the elements of "${name}", write any, every or no before it: any ${name} (…).`,
			field.span,
			[insert("any", field.span.from), insert("no", field.span.from)],
		);
		return;
	}
	if (field && part.children.reference) {
		const words = shortened(context.text, field.span);
		const all = { from: field.span.from, to: at.from };
		context.report("unexpected-words", `"in segment" asks about the whole profile. Remove "${words}".`, field.span, [
			context.fix(`Remove "${words}"`, all, ""),
		]);
		return;
	}
	const counted = firstName(part);
	if (field && counted && calculationWords.has(field.name.toLowerCase())) {
		const name = shortened(context.text, counted);
		const blank = { from: field.span.to, to: counted.from };
		context.report("missing-operator", `Put "${name}" in parentheses: ${field.name}(${name}).`, join(field.span, counted), [
			{
				title: "Add parentheses",
				edits: [
					{ span: blank, text: "(" },
					{ span: nothingAt(counted.to), text: ")" },
				],
			},
		]);
		return;
	}
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
	context.report("unexpected-words", `Write "and" or "or" before ${quoted(context.text, at)}.`, at, [
		insert("and", at.from),
		insert("or", at.from),
	]);
}

const comparisons: ReadonlySet<TokenType> = new Set([Less, AtMost, Greater, AtLeast, Equal]);
const ofDates: ReadonlySet<TokenType> = new Set([In, The, This, Last, Next, Before, After, On]);

/** Words that begin no condition, after a complete one or at the beginning. Removing them would change what is said, so no fix does. */
export function reportExtraWords(node: cst.ExtraWordsCstNode, before: ast.Condition | undefined, context: BuildContext): void {
	const at = nodeSpan(node);
	const words = quoted(context.text, at);
	const [first] = node.children.Continuing;
	const type = first?.tokenType as TokenType;
	if (!before) {
		if (first && type === Where) {
			const where = spanOf(first);
			const message = `Remove "${first.image}": a segment is nothing but its condition.`;
			context.report("unexpected-words", message, where, [context.fix(`Remove "${first.image}"`, where, "")]);
			return;
		}
		const message = `A condition does not begin with ${words}. Begin with a field, for example country = "US".`;
		context.report("unexpected-words", message, at);
		return;
	}
	const isCompared = comparisons.has(type);
	const middle = before.kind === "test" ? before.operands[0] : undefined;
	if (isCompared && middle?.kind === "field" && before.span.to === middle.span.to) {
		const again = `and ${printFieldName(middle.name, middle.ofProfile, context.insideCollections > 0)}`;
		const message = `Compare two values at a time. Write ${again} ${shortened(context.text, at)}.`;
		context.report("unexpected-words", message, at, [context.fix(`Add ${again}`, nothingAt(at.from), again)]);
	} else if (before.kind === "quantified" && (isCompared || (ofDates.has(type) && !before.where))) {
		const name = shortened(context.text, before.collection.span);
		const lead = shortened(context.text, { from: before.span.from, to: before.collection.span.to });
		const meant = isCompared ? `count(${name} where …) ${shortened(context.text, at)}` : `${lead} (… ${shortened(context.text, at)})`;
		context.report(
			"unexpected-words",
			`${isCompared ? "To compare how many there are, w" : "Put the date in parentheses: w"}rite ${meant}.`,
			at,
		);
	} else context.report("unexpected-words", `Remove ${words}, or write "and" or "or" and a field before it.`, at);
}

const calculationWords: ReadonlySet<string> = new Set(["count", "sum", "avg", "min", "max", "age", "month", "weekday", "hour"]);

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
			const repeats = item.kind === "test" && item.operands.length === 1 && item.operator !== "in" && item.operator !== "within";
			compared = repeats && !item.anyOf && !item.ignoringCase ? item : undefined;
			return item;
		}
		const { span, comments } = item;
		const isKnown = context.diagnostics.some((known) => known.span.from === span.from);
		const broken = { ...brokenAt(span), ...(comments && { comments }) };
		if (!compared || (isKnown && span.from >= explainedTo)) return item;
		if (span.from < explainedTo) return broken;
		const alone = `${quoted(context.text, span)} alone is no condition. Write`;
		if (word === (compared.negated ? "or" : "and") && (compared.negated || compared.operator === "equal")) {
			const others = items.slice(index);
			const end = others.findIndex((other) => !isBareValue(other));
			const list = asList(compared, (end < 0 ? others : others.slice(0, end)) as readonly ast.Test[], context);
			if (!list) return item;
			explainedTo = list.at.to;
			const shown = cut(list.text);
			context.report("missing-operator", `${alone} ${shown}.`, span, [replaceFix(`Change to ${shown}`, list.at, list.text)]);
			return broken;
		}
		const { from } = compared.span;
		const lead = context.text.slice(from, compared.operatorSpan.to);
		const words = `${shortened(context.text, { from, to: compared.operatorSpan.to })} ${shortened(context.text, span)}`;
		context.report("missing-operator", `${alone} ${words}.`, span, [context.fix(`Change to ${words}`, nothingAt(span.from), lead)]);
		return broken;
	});
}

const isBareValue = (item: ast.Condition): boolean =>
	item.kind === "test" && item.operator === "true" && ["text", "number", "date"].includes(item.subject.kind);

/** After these, `any of` can stand. */
const withChoice: readonly ast.Operator[] = ["contains", "starts-with", "ends-with", "like", "has"];

/** `country != "US" or "CA"` as `country not in ("US", "CA")`: nobody means that one of them may be equal after all. */
function asList(compared: ast.Test, bare: readonly ast.Test[], context: BuildContext): { at: Span; text: string } | undefined {
	const written = ({ from, to }: Span): string => context.text.slice(from, to);
	const { subject, operator, operands, operatorSpan, negated, span } = compared;
	const values = [...operands, ...bare.map((item) => item.subject)];
	const isPlain = bare.every((item, index) => {
		const from = (bare[index - 1] ?? compared).span.to;
		return /^\s+(?:and|or)\s+$/i.test(written({ from, to: item.span.from }));
	});
	if (!isPlain || (operator !== "equal" && !withChoice.includes(operator))) return undefined;
	const lead =
		operator === "equal"
			? `${written(subject.span)} ${negated ? "not in" : "in"}`
			: `${written({ from: span.from, to: operatorSpan.to })} any of`;
	const at = { from: span.from, to: bare.at(-1)?.span.to ?? span.to };
	return { at, text: `${lead} (${values.map((value) => written(value.span)).join(", ")})` };
}
