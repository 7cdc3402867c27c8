// contains, starts with, ends with and like, each also ignoring case and with several alternatives.
import { replaceFix } from "../diagnostic/report.ts";
import type * as ast from "../syntax/ast.ts";
import { printText } from "../syntax/print-expression.ts";
import { cut } from "../text/cut.ts";
import { fold } from "../values/fold.ts";
import { isGeneralPattern } from "../values/like-shape.ts";
import type { CheckedCondition, FieldValue, Value } from "./checked.ts";
import { type Context, report, words } from "./context.ts";
import { lookUp, withPart } from "./names.ts";
import { reportType } from "./wrong-type.ts";
import { typeWords } from "./type-words.ts";

type TextTest = "contains" | "starts-with" | "ends-with" | "like";

/** The condition without its negation; several alternatives are joined by `or`. */
export function checkTextTest(test: ast.Test, subject: Value, context: Context): CheckedCondition | undefined {
	// Nothing computes a text, and tests of fixed texts are refused before this.
	if (subject.kind !== "field") return undefined;
	const items = test.operands.map((operand) => checkAlternative(operand, test, subject, context));
	if (items.length === 0 || !items.every((item) => item !== undefined)) return undefined;
	const [only] = items;
	return items.length === 1 && only ? only : { kind: "or", items, source: test };
}

function checkAlternative(operand: ast.Expression, test: ast.Test, subject: FieldValue, context: Context): CheckedCondition | undefined {
	if (operand.kind === "hole") return undefined;
	if (operand.kind !== "text") {
		if (operand.kind === "number" || operand.kind === "boolean") return reportType(operand, operand.kind, test, subject, context);
		return report(
			context,
			"wrong-type",
			`"${words(context, operand.span)}" is not a fixed text. Write ${typeWords("text")} in quotes, for example "some text".`,
			operand.span,
			operand.kind === "field" && !lookUp(operand, context).field
				? [replaceFix(`Write ${printText(operand.name)}`, operand.span, printText(operand.name))]
				: [],
		);
	}
	if (test.operator === "like") warnOfPercent(operand, context);
	const wanted = test.ignoringCase ? fold(operand.value) : operand.value;
	const kind = test.operator as TextTest;
	return { kind: "text", test: kind, value: textValue(kind, wanted, test.ignoringCase, subject, context), operand: wanted, source: test };
}

/** `%x%` is SQL's, and here a text like any other. */
function warnOfPercent(operand: ast.TextLiteral, context: Context): void {
	if (!operand.value.includes("%") || /[*?]/.test(operand.value)) return;
	const meant = printText(operand.value.replaceAll("%", "*"));
	const message = `Without * or ? this is the whole text, "%" in it too. Write ${cut(meant)} if "%" is to stand for any characters.`;
	report(context, "no-wildcard", message, operand.span, [replaceFix(`Change to ${cut(meant)}`, operand.span, meant)]);
}

/** A pattern with inner wildcards runs over the text's characters, which the record carries as a list. */
function textValue(kind: TextTest, operand: string, ignoringCase: boolean, subject: FieldValue, context: Context): FieldValue {
	const characters = kind === "like" && isGeneralPattern(operand);
	if (characters) return withPart(subject, ignoringCase ? "fold-chars" : "chars", "text", context);
	return ignoringCase ? withPart(subject, "fold", "text", context) : subject;
}
