// A condition on as many lines as it needs: what fits stays on one line, the rest breaks at `and`, `or` and parentheses.
import type * as ast from "./ast.ts";
import { edgeWords, groupWords, LinePrinter, quantifiedWords, referenceWords, testLead, testParts, testTail } from "./print-line.ts";
import { printExpressionAt, printText } from "./print-expression.ts";

const width = 80;
const indentation = "  ";

export class LinesPrinter {
	readonly #lines: string[] = [];
	/** The line at hand; undefined when none is begun. */
	#line: string | undefined;
	#indent = 0;
	#inside = 0;

	text(): string {
		this.#endLine();
		return this.#lines.join("\n");
	}

	/** A comment on a line of its own. */
	comment(comment: string): void {
		this.#endLine();
		this.#add(comment === "" ? "#" : `# ${comment}`);
		this.#endLine();
	}

	/** `isOperand`: stands beside `and`, `or` or `not`. `lead` goes before it, after the comments above it; `tail` goes after it. */
	condition(condition: ast.Condition, isOperand: boolean, lead = "", tail = ""): void {
		for (const comment of condition.comments?.before ?? []) this.comment(comment);
		this.#add(lead);
		if (!hasInnerComments(condition) && this.#fits(condition, isOperand, tail)) this.#add(tail);
		else this.#break(condition, isOperand, tail);
		for (const comment of condition.comments?.after ?? []) {
			this.#add(comment === "" ? " #" : ` # ${comment}`);
			this.#endLine();
		}
	}

	/** Adds the condition to the line at hand if it fits there. */
	#fits(condition: ast.Condition, isOperand: boolean, tail: string): boolean {
		const used = this.#line === undefined ? this.#indent * indentation.length : this.#line.length;
		const line = new LinePrinter(width - used - tail.length, this.#inside);
		line.condition(condition, isOperand);
		if (line.isTooLong) return false;
		this.#add(line.text());
		return true;
	}

	#break(condition: ast.Condition, isOperand: boolean, tail: string): void {
		switch (condition.kind) {
			case "and":
			case "or":
				if (isOperand) this.#block("(", () => this.#chain(condition), `)${tail}`);
				else this.#chain(condition, tail);
				return;
			case "not": {
				const { item } = condition;
				if (item.kind === "reference" && !item.negated) this.#add(`not (${referenceWords(item)})${tail}`);
				else this.#prefixed("not ", item, tail);
				return;
			}
			case "named":
				this.#prefixed(`${printText(condition.name)}: `, condition.item, tail);
				return;
			case "group":
				this.#block(`${groupWords(condition)} (`, () => this.#group(condition), `)${tail}`);
				return;
			case "quantified":
				this.#collection(quantifiedWords(condition, this.#inside > 0), condition, condition.where, tail);
				return;
			case "edge":
				this.#collection(edgeWords(condition, this.#inside > 0), condition, condition.where, tail);
				return;
			case "reference":
				this.#add(referenceWords(condition) + tail);
				return;
			case "test":
				this.#test(condition, tail);
				return;
			case "broken":
				this.#add(`?${tail}`);
				return;
		}
	}

	#prefixed(prefix: string, item: ast.Condition, tail: string): void {
		this.#add(prefix);
		if (hasInnerComments(item) || !this.#fits(item, true, tail)) this.#break(item, true, tail);
		else this.#add(tail);
	}

	#chain({ kind, items }: ast.And | ast.Or, tail = ""): void {
		for (const [index, item] of items.entries()) {
			if (index > 0) this.#endLine();
			this.condition(item, true, index > 0 ? `${kind} ` : "", index === items.length - 1 ? tail : "");
		}
	}

	#group(group: ast.Group): void {
		for (const [index, item] of group.items.entries()) {
			this.#endLine();
			this.condition(item, false, "", index < group.items.length - 1 ? "," : "");
		}
		for (const comment of group.comments?.inside ?? []) this.comment(comment);
	}

	#collection(words: string, condition: ast.Condition, where: ast.Condition | undefined, tail: string): void {
		if (!where) {
			this.#add(words + tail);
			return;
		}
		this.#inside++;
		this.#block(
			`${words} (`,
			() => {
				this.condition(where, false);
				for (const comment of condition.comments?.inside ?? []) this.comment(comment);
			},
			`)${tail}`,
		);
		this.#inside--;
	}

	/** `open`, the content one step further in on lines of its own, `close`. */
	#block(open: string, content: () => void, close: string): void {
		this.#add(open);
		this.#endLine();
		this.#indent++;
		content();
		this.#endLine();
		this.#indent--;
		this.#add(close);
	}

	/** A long list fills as many lines as it needs. */
	#test(test: ast.Test, tail: string): void {
		const { list } = testParts(test);
		const isInside = this.#inside > 0;
		const lead = testLead(test, isInside);
		if (!list) {
			this.#add(lead + testTail(test) + tail);
			return;
		}
		this.#block(`${lead}(`, () => this.#fill(list, isInside), `)${testTail(test)}${tail}`);
	}

	#fill(list: readonly ast.Expression[], isInside: boolean): void {
		for (const [index, operand] of list.entries()) {
			const text = printExpressionAt(operand, isInside) + (index < list.length - 1 ? "," : "");
			if (this.#line !== undefined && this.#line.length + 1 + text.length > width) this.#endLine();
			this.#add(this.#line === undefined ? text : ` ${text}`);
		}
	}

	#add(text: string): void {
		if (text === "") return;
		this.#line = (this.#line ?? indentation.repeat(this.#indent)) + text;
	}

	#endLine(): void {
		if (this.#line !== undefined) this.#lines.push(this.#line.trimEnd());
		this.#line = undefined;
	}
}

/** Comments of its parts, or before its closing parenthesis: they need lines of their own. */
function hasInnerComments(condition: ast.Condition): boolean {
	switch (condition.kind) {
		case "and":
		case "or":
			return condition.items.some(hasComments);
		case "group":
			return condition.comments?.inside !== undefined || condition.items.some(hasComments);
		case "not":
		case "named":
			return hasComments(condition.item);
		case "quantified":
		case "edge":
			return condition.comments?.inside !== undefined || (condition.where !== undefined && hasComments(condition.where));
		default:
			return false;
	}
}

const hasComments = (condition: ast.Condition): boolean => condition.comments !== undefined || hasInnerComments(condition);
