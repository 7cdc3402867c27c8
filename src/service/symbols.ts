// The outline of a text: its conditions, in the groups and collections that hold them.
import type * as ast from "../syntax/ast.ts";
import { edgeWords, groupWords, quantifiedWords } from "../syntax/print-line.ts";
import { shortened } from "../syntax/words.ts";
import type { Span } from "../text/span.ts";
import type { Analysis } from "./analysis.ts";

export interface DocumentSymbol {
	/** The author's name for it, or its words in short. */
	readonly name: string;
	readonly detail?: string;
	readonly kind: "named" | "group" | "collection" | "reference" | "condition";
	readonly span: Span;
	/** What to select when one goes there; within the span. */
	readonly selection: Span;
	readonly children: readonly DocumentSymbol[];
}

/** One for each condition joined by `and` at the top. Linear in the text. */
export function documentSymbols({ text, segment }: Analysis): readonly DocumentSymbol[] {
	return segment.condition ? new Outline(text).of(segment.condition) : [];
}

const several = (count: number): string => `${count} ${count === 1 ? "condition" : "conditions"}`;

class Outline {
	readonly #text: string;

	constructor(text: string) {
		this.#text = text;
	}

	of(condition: ast.Condition, isInside = false): readonly DocumentSymbol[] {
		return condition.kind === "and" ? condition.items.map((item) => this.#symbol(item, isInside)) : [this.#symbol(condition, isInside)];
	}

	#symbol(condition: ast.Condition, isInside: boolean): DocumentSymbol {
		const { span } = condition;
		const base = { span, selection: span, children: [] };
		switch (condition.kind) {
			case "and":
			case "or":
			case "group": {
				const name = condition.kind === "group" ? groupWords(condition) : condition.kind === "and" ? "all of" : "any of";
				const children = condition.items.map((item) => this.#symbol(item, isInside));
				return { ...base, name, detail: several(children.length), kind: "group", children };
			}
			case "not": {
				const inner = this.#symbol(condition.item, isInside);
				return inner.kind === "condition"
					? { ...base, name: this.#words(span), kind: "condition" }
					: { ...inner, name: `not ${inner.name}`, span, selection: span };
			}
			case "named": {
				const inner = this.#symbol(condition.item, isInside);
				return {
					...base,
					name: condition.name,
					detail: this.#words(condition.item.span),
					kind: "named",
					selection: condition.nameSpan,
					children: inner.children,
				};
			}
			case "quantified":
				return {
					...base,
					name: quantifiedWords(condition, isInside),
					kind: "collection",
					selection: condition.quantifierSpan,
					...this.#where(condition.where),
				};
			case "edge":
				return { ...base, name: edgeWords(condition, isInside), kind: "collection", ...this.#where(condition.where) };
			case "reference":
				return { ...base, name: this.#words(span), kind: "reference" };
			case "test":
			case "broken":
				return { ...base, name: this.#words(span) || "…", kind: "condition" };
		}
	}

	#where(where: ast.Condition | undefined): Pick<DocumentSymbol, "children"> & { readonly detail?: string } {
		if (!where || where.kind === "broken") return { children: [] };
		return { detail: this.#words(where.span), children: this.of(where, true) };
	}

	#words(span: Span): string {
		return shortened(this.#text, span);
	}
}
