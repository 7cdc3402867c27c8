// Semantic tokens as the language server protocol sends them: five numbers each, relative to the token before.
import type { SemanticToken, SemanticTokenType } from "../semantic-tokens.ts";
import type { LspPositions } from "./shapes.ts";

/** The names that editors' themes know. Punctuation has none and is left out. */
const names: Readonly<Partial<Record<SemanticTokenType, string>>> = {
	field: "property",
	collection: "class",
	operator: "operator",
	keyword: "keyword",
	function: "function",
	string: "string",
	number: "number",
	date: "enumMember",
	segment: "namespace",
	label: "label",
	comment: "comment",
};

export interface LspSemanticTokensLegend {
	readonly tokenTypes: string[];
	readonly tokenModifiers: string[];
}

export const lspSemanticTokensLegend: LspSemanticTokensLegend = { tokenTypes: Object.values(names), tokenModifiers: ["unknown"] };

/** Lines and characters from the token before, length, type, modifiers. Linear in the tokens. */
export function lspSemanticTokens(tokens: readonly SemanticToken[], positions: LspPositions): { readonly data: number[] } {
	const data: number[] = [];
	let [line, character] = [0, 0];
	for (const { span, type, isUnknown } of tokens) {
		const name = names[type];
		if (name === undefined) continue;
		const at = positions.position(span.from);
		const length = span.to - span.from;
		data.push(at.line - line, at.line === line ? at.character - character : at.character, length);
		data.push(lspSemanticTokensLegend.tokenTypes.indexOf(name), isUnknown ? 1 : 0);
		[line, character] = [at.line, at.character];
	}
	return { data };
}
