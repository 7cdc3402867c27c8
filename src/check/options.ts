// A value outside a field's declared list is legal (the list may be old) but nearly always a slip: a warning with the nearest one.
import { replaceFix } from "../diagnostic/report.ts";
import type * as ast from "../syntax/ast.ts";
import { printText } from "../syntax/print-expression.ts";
import { cut } from "../text/cut.ts";
import { fold } from "../values/fold.ts";
import type { Constant, Value } from "./checked.ts";
import { type Context, hasRoom, report } from "./context.ts";
import { nearNames } from "./near-names.ts";

const shownOptions = 5;

export function warnUnknownValue(value: Constant, operand: ast.Expression, subject: Value, context: Context): void {
	if (subject.kind !== "field" || !("options" in subject.field) || !subject.field.options) return;
	const options: readonly Constant[] = subject.field.options;
	if (options.length === 0 || !hasRoom(context, "warning") || options.includes(value)) return;
	const near =
		typeof value === "string"
			? (options.find((option) => fold(String(option)) === fold(value)) ??
				nearNames(
					value,
					options.filter((option) => typeof option === "string"),
					context,
				)[0])
			: undefined;
	const shown =
		options.slice(0, shownOptions).map(printed).join(", ") +
		(options.length > shownOptions ? ` and ${options.length - shownOptions} more` : "");
	const written = printed(value);
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

const partValues = {
	weekday: [1, 7, "1 (Monday) to 7 (Sunday)"],
	month: [1, 12, "1 to 12"],
	hour: [0, 23, "0 to 23"],
} as const;

/** `weekday(placed_at) = 0` is no mistake, and never so. */
export function warnUnknownPart(value: Constant, operand: ast.Expression, subject: ast.Expression, context: Context): void {
	if (subject.kind !== "part" || !(subject.part in partValues) || typeof value !== "number") return;
	const [low, high, written] = partValues[subject.part as keyof typeof partValues];
	if (Number.isInteger(value) && low <= value && value <= high) return;
	report(context, "unknown-value", `${value} is not among the values of ${subject.part}(), which are ${written}.`, operand.span);
}

const printed = (value: Constant): string => (typeof value === "string" ? printText(cut(value)) : String(value));
