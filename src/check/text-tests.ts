// contains, starts with, ends with and like, each also ignoring case and with several alternatives.
import type * as ast from "../syntax/ast.ts";
import { fold } from "../values/fold.ts";
import { isGeneralPattern } from "../values/like-shape.ts";
import type { CheckedCondition, FieldValue, Value } from "./checked.ts";
import { type Context, report, words } from "./context.ts";
import { withPart } from "./names.ts";
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
		);
	}
	const wanted = test.ignoringCase ? fold(operand.value) : operand.value;
	const kind = test.operator as TextTest;
	return { kind: "text", test: kind, value: textValue(kind, wanted, test.ignoringCase, subject, context), operand: wanted, source: test };
}

/** A pattern with inner wildcards runs over the text's characters, which the record carries as a list. */
function textValue(kind: TextTest, operand: string, ignoringCase: boolean, subject: FieldValue, context: Context): FieldValue {
	const characters = kind === "like" && isGeneralPattern(operand);
	if (characters) return withPart(subject, ignoringCase ? "fold-chars" : "chars", "text", context);
	return ignoringCase ? withPart(subject, "fold", "text", context) : subject;
}
