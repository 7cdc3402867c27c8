// "`age` is a number, but "eighteen" is text": the message for two sides that cannot be compared, with the likely correction.
import type { Fix } from "../diagnostic/diagnostic.ts";
import { replaceFix } from "../diagnostic/report.ts";
import type * as ast from "../syntax/ast.ts";
import { printText } from "../syntax/print-expression.ts";
import { cut } from "../text/cut.ts";
import { parseDate } from "../values/civil-date.ts";
import type { Value, ValueType } from "./checked.ts";
import { allWords, type Context, report, words } from "./context.ts";
import { typeWords, writeA } from "./type-words.ts";

export function reportType(operand: ast.Expression, found: ValueType, test: ast.Test, subject: Value, context: Context): undefined {
	const fixes = corrections(operand, subject.type, context);
	const hint = fixes[0] ? `${fixes[0].title}.` : writeA(subject.type);
	return report(
		context,
		"wrong-type",
		`"${words(context, test.subject.span)}" is ${typeWords(subject.type)}, but ${shown(operand, context)} is ${typeWords(found)}. ${hint}`,
		operand.span,
		fixes,
	);
}

/** As messages quote an expression: text by what it says, and numbers as they are written, because quotes would make a text of them. */
export function shown(expression: ast.Expression, context: Context): string {
	if (expression.kind === "text") return `"${cut(expression.value)}"`;
	return isBare(expression) ? words(context, expression.span) : `"${words(context, expression.span)}"`;
}

const isBare = (operand: ast.Expression): boolean => operand.kind === "number" || operand.kind === "boolean" || operand.kind === "date";

/** The same value written as the wanted type, where that is plain. */
function corrections(operand: ast.Expression, wanted: ValueType, context: Context): readonly Fix[] {
	const change = (text: string): readonly Fix[] => [replaceFix(`Write ${text}`, operand.span, text)];
	if (
		wanted === "text" &&
		(operand.kind === "number" || operand.kind === "date" || operand.kind === "instant" || operand.kind === "boolean")
	) {
		return change(printText(allWords(context, operand.span)));
	}
	if (operand.kind !== "text") return [];
	const written = operand.value.trim();
	if (wanted === "number" && written !== "" && Number.isFinite(Number(written))) return change(String(Number(written)));
	if (wanted === "boolean" && /^(true|false)$/i.test(written)) return change(written.toLowerCase());
	if ((wanted === "date" || wanted === "datetime") && parseDate(written) !== undefined) return change(written);
	return [];
}
