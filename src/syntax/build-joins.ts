// Two conditions with no word between them, and values with nothing to compare them with: what was most likely meant.
import type * as cst from "../../grammar/cst.ts";
import { join, type Span } from "../text/span.ts";
import type * as ast from "./ast.ts";
import { type BuildContext, brokenAt, nodeSpan, nothingAt } from "./build-context.ts";
import { spanOf } from "./lex.ts";
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

const calculationWords: ReadonlySet<string> = new Set(["count", "sum", "avg", "min", "max", "age", "month", "weekday", "hour"]);

/** The field a condition begins with. */
function firstName(part: cst.PartCstNode): Span | undefined {
	const [test] = part.children.test ?? [];
	const [value] = test?.children.expression[0]?.children.term[0]?.children.factor[0]?.children.value ?? [];
	const [name] = value?.children.Name ?? [];
	return name && spanOf(name);
}

/** `plan = "a" or "b"`: a value alone is no condition, and beside a comparison it is clear what was meant. */
export function explainBareValues(items: readonly ast.Condition[], context: BuildContext): readonly ast.Condition[] {
	let compared: ast.Test | undefined;
	return items.map((item) => {
		if (item.kind !== "test") {
			compared = undefined;
			return item;
		}
		const { subject } = item;
		const isBare = item.operator === "true" && (subject.kind === "text" || subject.kind === "number" || subject.kind === "date");
		if (!isBare) {
			compared = item.operands.length === 1 && item.operator !== "in" && item.operator !== "within" && !item.anyOf ? item : undefined;
			return item;
		}
		const isKnown = context.diagnostics.some(({ span }) => span.from === item.span.from);
		if (!compared || isKnown) return item;
		const { from } = compared.span;
		const lead = context.text.slice(from, compared.operatorSpan.to);
		const words = `${shortened(context.text, { from, to: compared.operatorSpan.to })} ${shortened(context.text, item.span)}`;
		context.report("missing-operator", `${quoted(context.text, item.span)} alone is no condition. Write ${words}.`, item.span, [
			context.fix(`Change to ${words}`, nothingAt(item.span.from), lead),
		]);
		return { ...brokenAt(item.span), ...(item.comments && { comments: item.comments }) };
	});
}
