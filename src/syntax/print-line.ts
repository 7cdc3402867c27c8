// A condition on one line. It gives up as soon as the line is longer than asked, so that trying costs no more than the line.
import type * as ast from "./ast.ts";
import { operatorWords } from "./operators.ts";
import { printFieldName } from "./names.ts";
import { printExpressionAt, printNumber, printText } from "./print-expression.ts";

export class LinePrinter {
	readonly #limit: number;
	readonly #pieces: string[] = [];
	#length = 0;
	#inside: number;

	/** `limit` in UTF-16 units; `inside` is how many collections' parentheses the condition stands in. */
	constructor(limit: number, inside = 0) {
		this.#limit = limit;
		this.#inside = inside;
	}

	text(): string {
		return this.#pieces.join("");
	}

	get isTooLong(): boolean {
		return this.#length > this.#limit;
	}

	add(text: string): void {
		this.#pieces.push(text);
		this.#length += text.length;
	}

	/** `isOperand`: stands beside `and`, `or` or `not`, so that an `and` or `or` needs parentheses. */
	condition(condition: ast.Condition, isOperand: boolean): void {
		if (this.isTooLong) return;
		switch (condition.kind) {
			case "and":
			case "or":
				if (isOperand) this.add("(");
				this.#items(condition.items, ` ${condition.kind} `, true);
				if (isOperand) this.add(")");
				return;
			case "not":
				this.add("not ");
				// `not in segment "x"` is one thing, the negated reference.
				if (condition.item.kind === "reference" && !condition.item.negated) this.#parenthesized(condition.item);
				else this.condition(condition.item, true);
				return;
			case "named":
				this.add(`${printText(condition.name)}: `);
				this.condition(condition.item, true);
				return;
			case "group":
				this.add(`${groupWords(condition)} (`);
				this.#items(condition.items, ", ", false);
				this.add(")");
				return;
			case "test":
				this.#test(condition);
				return;
			case "quantified":
				this.add(quantifiedWords(condition, this.isInside));
				if (condition.where) this.#block(condition.where);
				return;
			case "edge":
				this.add(edgeWords(condition, this.isInside));
				this.#block(condition.where);
				return;
			case "reference":
				this.add(referenceWords(condition));
				return;
			case "broken":
				this.add("?");
				return;
		}
	}

	get isInside(): boolean {
		return this.#inside > 0;
	}

	#items(items: readonly ast.Condition[], separator: string, areOperands: boolean): void {
		for (const [index, item] of items.entries()) {
			if (this.isTooLong) return;
			if (index > 0) this.add(separator);
			this.condition(item, areOperands);
		}
	}

	#parenthesized(condition: ast.Condition): void {
		this.add("(");
		this.condition(condition, false);
		this.add(")");
	}

	#block(where: ast.Condition): void {
		this.add(" ");
		this.#inside++;
		this.#parenthesized(where);
		this.#inside--;
	}

	#test(test: ast.Test): void {
		const { list } = testParts(test);
		this.add(testLead(test, this.isInside));
		if (list) {
			this.add("(");
			for (const [index, operand] of list.entries()) {
				if (this.isTooLong) return;
				if (index > 0) this.add(", ");
				this.add(printExpressionAt(operand, this.isInside));
			}
			this.add(")");
		}
		this.add(testTail(test));
	}
}

/** The operands that stand in parentheses, where the operator takes a list. */
export function testParts(test: ast.Test): { readonly list: readonly ast.Expression[] | undefined } {
	const isList = test.anyOf || test.operator === "in" || test.operator === "has-any" || test.operator === "has-all";
	return { list: isList ? test.operands : undefined };
}

/** A test up to its list, or whole where it has none. */
export function testLead(test: ast.Test, isInside: boolean): string {
	const subject = printExpressionAt(test.subject, isInside);
	const operation = operationLead(test, isInside);
	return operation === "" ? subject : `${subject} ${operation}`;
}

/** A test without its subject, up to its list, or whole where it has none; empty for a bare boolean. */
function operationLead(test: ast.Test, isInside: boolean): string {
	const words = operatorWords(test.operator, test.negated);
	if (testParts(test).list) return test.anyOf ? `${words} any of ` : `${words} `;
	const operands = test.operands.map((operand) => printExpressionAt(operand, isInside));
	const lead = test.operator === "anniversary" ? `${words}${anniversaryWord(test.operands)}` : words;
	return operands.length === 0 ? lead : `${lead} ${operands.join(" and ")}`;
}

const anniversaryWord = (operands: readonly ast.Expression[]): string =>
	operands.length === 2 ? " between" : isWindow(operands[0]) ? " in" : "";

const isWindow = (expression: ast.Expression | undefined): boolean => expression?.kind === "rolling" || expression?.kind === "calendar";

export const testTail = (test: ast.Test): string => (test.ignoringCase ? " ignoring case" : "");

export const groupWords = ({ quantity }: ast.Group): string =>
	typeof quantity === "string" ? `${quantity} of` : `at least ${printNumber(quantity.atLeast)} of`;

/** A quantified condition up to its parentheses. */
export function quantifiedWords({ quantifier, count, collection }: ast.Quantified, isInside: boolean): string {
	const number = count ? ` ${printNumber(count.value)}` : "";
	return `${quantifier.replace("-", " ")}${number} ${printFieldName(collection.name, collection.ofProfile, isInside)}`;
}

export function edgeWords({ which, collection, by }: ast.Edge, isInside: boolean): string {
	const order = by.kind === "field" ? printFieldName(by.name, by.ofProfile, true) : "?";
	return `${which} ${printFieldName(collection.name, collection.ofProfile, isInside)} by ${order}`;
}

export function referenceWords({ negated, any, segments }: ast.Reference): string {
	const names = segments.map((segment) => printText(segment.value)).join(", ");
	return `${negated ? "not " : ""}in ${any ? `any segment (${names})` : `segment ${names}`}`;
}
