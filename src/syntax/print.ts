// Segment to its canonical text: one spelling for each operator, lower-case words, double quotes, parentheses only where they are
// needed or settle a doubt, one line where 80 columns hold it. Comments stay where they belong. Parsing the result gives the same tree.
import type * as ast from "./ast.ts";
import { printExpressionAt } from "./print-expression.ts";
import { LinePrinter } from "./print-line.ts";
import { LinesPrinter } from "./print-lines.ts";

export { printName } from "./names.ts";

export interface PrintOptions {
	/** All on one line, however long; comments are left out. */
	readonly oneLine?: boolean;
}

/** Canonical text with comments and without a line break at the end; empty for a text with no words. Linear. */
export function print(segment: ast.Segment): string {
	const printer = new LinesPrinter();
	if (segment.condition) printer.condition(segment.condition, false);
	for (const comment of segment.comments) printer.comment(comment);
	return printer.text();
}

/**
 * The canonical text of one condition, as it would stand at the top of a text.
 * printCondition(parse('opted_in==true').segment.condition) // -> opted_in
 */
export function printCondition(condition: ast.Condition, options: PrintOptions = {}): string {
	if (options.oneLine) {
		const line = new LinePrinter(Number.POSITIVE_INFINITY);
		line.condition(condition, false);
		return line.text();
	}
	const printer = new LinesPrinter();
	printer.condition(condition, false);
	return printer.text();
}

/** The canonical text of a value, on one line. */
export const printExpression = (expression: ast.Expression): string => printExpressionAt(expression, false);
