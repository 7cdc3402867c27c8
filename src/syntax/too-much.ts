// What is said of a text with more conditions, or a list with more values, than are read.
import { EOF, type IToken } from "chevrotain";
import type { Excess } from "../../grammar/parser.ts";
import * as t from "../../grammar/tokens.ts";
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import { diagnostic } from "../diagnostic/report.ts";
import { opening, spanOf } from "./lex.ts";
import type { SyntaxLimits } from "./limits.ts";

/** Told at the condition that is one too many, and at the whole of a list. */
export function tooMuch(excess: Excess, text: string, tokens: readonly IToken[], limits: SyntaxLimits): Diagnostic {
	if (excess.of === "conditions") {
		const most = limits.maxConditions.toLocaleString("en-US");
		const message = `This text has more than ${most} conditions. Give long lists to "in (…)", or split it into several segments.`;
		const end = { from: text.length, to: text.length };
		return diagnostic("too-many-conditions", message, excess.token.tokenType === EOF ? end : spanOf(excess.token));
	}
	const most = limits.maxListItems.toLocaleString("en-US");
	const message = `This list has more than ${most} values. Put the people into a segment or a tag of their own.`;
	return diagnostic("list-too-long", message, { from: excess.list.startOffset, to: endOfList(excess.list, tokens) });
}

/** Where its parenthesis closes, or the text ends. */
function endOfList(list: IToken, tokens: readonly IToken[]): number {
	let open = 0;
	let end = spanOf(list).to;
	for (let index = tokens.indexOf(list); index < tokens.length; index++) {
		const token = tokens[index] ?? list;
		if (opening.has(token.tokenType)) open++;
		else if (token.tokenType === t.Close) open--;
		end = spanOf(token).to;
		if (open === 0) break;
	}
	return end;
}
