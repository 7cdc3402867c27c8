// A value outside a field's declared list is legal (the list may be old) but nearly always a slip: a warning with the nearest one.
import { nearest } from "../diagnostic/did-you-mean.ts";
import { replaceFix } from "../diagnostic/report.ts";
import type * as ast from "../syntax/ast.ts";
import { printText } from "../syntax/print-expression.ts";
import { fold } from "../values/fold.ts";
import type { Constant, Value } from "./checked.ts";
import { type Context, report } from "./context.ts";

const shownOptions = 5;

export function warnUnknownValue(value: Constant, operand: ast.Expression, subject: Value, context: Context): void {
	if (subject.kind !== "field" || !("options" in subject.field) || !subject.field.options) return;
	const options: readonly Constant[] = subject.field.options;
	if (options.length === 0 || options.includes(value)) return;
	const printed = options.map((option) => (typeof option === "string" ? printText(option) : String(option)));
	const near =
		typeof value === "string"
			? (options.find((option) => fold(String(option)) === fold(value)) ??
				nearest(
					value,
					options.filter((option) => typeof option === "string"),
				)[0])
			: undefined;
	const shown =
		printed.slice(0, shownOptions).join(", ") + (printed.length > shownOptions ? ` and ${printed.length - shownOptions} more` : "");
	const written = typeof value === "string" ? printText(value) : String(value);
	const message = `${written} is not among the values of "${subject.field.name}", which are ${shown}.`;
	if (near === undefined) {
		report(context, "unknown-value", message, operand.span);
		return;
	}
	const replacement = printText(String(near));
	report(context, "unknown-value", `${message} Did you mean ${replacement}?`, operand.span, [
		replaceFix(`Change to ${replacement}`, operand.span, replacement),
	]);
}
