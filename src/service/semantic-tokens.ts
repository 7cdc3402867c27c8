// The tokens of a text as an editor colours them: names by what they mean in the catalogue, the rest by what it is for.
import type { Context } from "../check/context.ts";
import { lookUp } from "../check/names.ts";
import type * as ast from "../syntax/ast.ts";
import type { TextTokenKind } from "../syntax/text-tokens.ts";
import { childrenOf, type SyntaxNode } from "../syntax/visit.ts";
import type { Span } from "../text/span.ts";
import type { Analysis } from "./analysis.ts";
import { isForSegments } from "./field-words.ts";
import { collectionPath, contextOfChild, silent } from "./scope.ts";

/** `string` is a text value, `segment` the name of one, `label` the name of a condition, `date` also words of time. */
export type SemanticTokenType =
	| "field"
	| "collection"
	| "operator"
	| "keyword"
	| "function"
	| "string"
	| "number"
	| "date"
	| "segment"
	| "label"
	| "punctuation"
	| "comment";

export interface SemanticToken {
	readonly span: Span;
	readonly type: SemanticTokenType;
	/** A field, collection or segment that there is not here, or that conditions may not use; a character that means nothing. */
	readonly isUnknown: boolean;
}

const types: Readonly<Record<TextTokenKind, SemanticTokenType>> = {
	name: "field",
	text: "string",
	label: "label",
	number: "number",
	date: "date",
	function: "function",
	keyword: "keyword",
	punctuation: "punctuation",
	operator: "operator",
	comment: "comment",
	unknown: "punctuation",
};

/** Every token once, in the order of the text; blanks are in none. Linear in the text. */
export function semanticTokens({ segment, context, tokens }: Analysis): readonly SemanticToken[] {
	const known = segment.condition ? new Names().read(segment.condition, silent(context)) : new Map<number, Meaning>();
	return tokens.map(({ kind, span }) => {
		const meaning = kind === "name" || kind === "text" ? known.get(span.from) : undefined;
		return { span, type: meaning?.type ?? types[kind], isUnknown: meaning?.isUnknown ?? kind === "unknown" };
	});
}

interface Meaning {
	readonly type: SemanticTokenType;
	readonly isUnknown: boolean;
}

/** What the names and the segments mean, by where they begin. */
class Names {
	readonly #found = new Map<number, Meaning>();

	read(condition: ast.Condition, context: Context): ReadonlyMap<number, Meaning> {
		this.#visit(condition, context);
		return this.#found;
	}

	#visit(node: SyntaxNode, context: Context | undefined): void {
		if (node.kind === "field") {
			this.#found.set(node.span.from, fieldMeaning(node, context));
			return;
		}
		if (node.kind === "reference") {
			for (const { value, span } of node.segments) {
				this.#found.set(span.from, { type: "segment", isUnknown: context?.references.source?.find(value) === undefined });
			}
			return;
		}
		for (const child of childrenOf(node)) {
			if (child.kind === "field" && node.kind === "aggregate") this.#found.set(child.span.from, argumentMeaning(child, context));
			else if (child.kind === "field" && isCalendarName(node, child)) this.#found.set(child.span.from, { type: "date", isUnknown: false });
			else this.#visit(child, context && contextOfChild(node, child, context));
		}
	}
}

function fieldMeaning(name: ast.FieldName, context: Context | undefined): Meaning {
	const field = context && lookUp(name, context).field;
	return { type: field?.type === "collection" ? "collection" : "field", isUnknown: !field || !isForSegments(field) };
}

/** `orders`, or `orders.total`. */
function argumentMeaning(name: ast.FieldName, context: Context | undefined): Meaning {
	const path = context && collectionPath(name, context);
	if (path?.field === undefined) return fieldMeaning(name, context);
	return fieldMeaning({ ...name, name: path.field, ofProfile: false }, path.context);
}

/** `sat` and `jan` where a day of the week or a month is asked for. */
const isCalendarName = (node: SyntaxNode, child: SyntaxNode): boolean =>
	node.kind === "test" &&
	child !== node.subject &&
	node.subject.kind === "part" &&
	(node.subject.part === "weekday" || node.subject.part === "month");
