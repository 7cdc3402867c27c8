// "`age` is a number, but "eighteen" is text": the message for two sides that cannot be compared, with the likely correction.
import { replaceFix } from "../diagnostic/report.ts";
import type * as ast from "../syntax/ast.ts";
import { parse } from "../syntax/parse.ts";
import { printText } from "../syntax/print-expression.ts";
import { cut } from "../text/cut.ts";
import type { Value, ValueType } from "./checked.ts";
import { allWords, type Context, report, words } from "./context.ts";
import { typeWords, writeA } from "./type-words.ts";

export function reportType(operand: ast.Expression, found: ValueType, test: ast.Test, subject: Value, context: Context): undefined {
	const meant = corrections(operand, subject.type, context);
	return report(
		context,
		"wrong-type",
		`"${words(context, test.subject.span)}" is ${typeWords(subject.type)}, but ${shown(operand, context)} is ${typeWords(found)}. ${write(meant, subject.type)}`,
		operand.span,
		meant.map((value) => replaceFix(`Write ${value}`, operand.span, value)),
	);
}

/** That a value is of another type than its place asks for. */
export function reportNeeded(operand: ast.Expression, found: ValueType, wanted: "number" | "date", context: Context): undefined {
	const meant = corrections(operand, wanted, context);
	return report(
		context,
		"wrong-type",
		`${shown(operand, context)} is ${typeWords(found)}, but a ${wanted} is needed here. ${write(meant, wanted)}`,
		operand.span,
		meant.map((value) => replaceFix(`Change to ${value}`, operand.span, value)),
	);
}

const write = (meant: readonly string[], wanted: ValueType): string => (meant.length > 0 ? `Write ${meant.join(" or ")}.` : writeA(wanted));

/** As messages quote an expression: text by what it says, and numbers as they are written, because quotes would make a text of them. */
function shown(expression: ast.Expression, context: Context): string {
	if (expression.kind === "text") return `"${cut(expression.value)}"`;
	return isBare(expression) ? words(context, expression.span) : `"${words(context, expression.span)}"`;
}

const isBare = (operand: ast.Expression): boolean => operand.kind === "number" || operand.kind === "boolean" || operand.kind === "date";

/** The same value written as the wanted type, where that is plain. */
function corrections(operand: ast.Expression, wanted: ValueType, context: Context): readonly string[] {
	const written = allWords(context, operand.span);
	if (wanted === "text") return isBare(operand) || operand.kind === "instant" ? [printText(written)] : [];
	// `5/1/26` is a calculation for the parser, and a date for who writes it where one is needed.
	return operand.kind === "text" ? meantValues(operand.value, wanted) : meantValues(written.replace(/\//g, "."), wanted);
}

/** What a text says, as the language writes values of a type. */
function meantValues(text: string, wanted: ValueType): readonly string[] {
	const written = text.trim();
	if (wanted === "boolean") return /^(true|false)$/i.test(written) ? [written.toLowerCase()] : [];
	if (!/^[-\d].{0,40}$/.test(written)) return [];
	if (isOf(written, wanted)) return [written];
	const { diagnostics } = parse(`x = ${written}`);
	const meant = diagnostics.length === 1 ? (diagnostics[0]?.fixes ?? []) : [];
	return meant.map(({ edits }) => edits[0]?.text ?? "").filter((value) => isOf(value, wanted));
}

const kinds: Partial<Record<ValueType, readonly string[]>> = {
	number: ["number"],
	date: ["date"],
	datetime: ["date", "instant"],
	"month-day": ["month-day"],
};

function isOf(written: string, wanted: ValueType): boolean {
	const { segment, diagnostics } = parse(`x = ${written}`);
	const operand = segment.condition?.kind === "test" ? segment.condition.operands[0] : undefined;
	return diagnostics.length === 0 && operand !== undefined && kinds[wanted]?.includes(operand.kind) === true;
}
