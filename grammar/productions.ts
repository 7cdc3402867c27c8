// The rules of the parser as productions of the language: what `wanted` options hold is required, what is only tolerated is gone.
// Every picture of the grammar (segql.ebnf, railroad.svg, the comments in parser.ts) is drawn from these.
import { Alternation, Alternative, type IProduction, NonTerminal, Option, Repetition, RepetitionMandatory, Terminal } from "chevrotain";
import { segmentParser, tolerated, toleratedTokens, wantedOptions } from "./parser.ts";

export type Production =
	| { readonly kind: "word"; readonly text: string }
	| { readonly kind: "rule"; readonly name: string }
	| { readonly kind: "sequence" | "choice"; readonly items: readonly Production[] }
	| { readonly kind: "optional" | "repeated"; readonly item: Production };

/** In the order of parser.ts. */
export function productions(): ReadonlyMap<string, Production> {
	const found = new Map<string, Production>();
	for (const [name, rule] of Object.entries(segmentParser().getGAstProductions())) {
		const body = sequence(rule.definition);
		if (!tolerated.has(name) && body) found.set(name, body);
	}
	return found;
}

function sequence(parts: readonly IProduction[]): Production | undefined {
	const items = parts.map(production).filter((part) => part !== undefined);
	return items.length > 1 ? { kind: "sequence", items } : items[0];
}

function production(part: IProduction): Production | undefined {
	if (part instanceof Terminal) {
		const { name, LABEL } = part.terminalType;
		return toleratedTokens.has(part.terminalType) ? undefined : { kind: "word", text: LABEL ?? name };
	}
	if (part instanceof NonTerminal) return tolerated.has(part.nonTerminalName) ? undefined : { kind: "rule", name: part.nonTerminalName };
	if (part instanceof Alternation) return choice(part.definition);
	if (part instanceof Option) {
		const item = sequence(part.definition);
		return item && !wantedOptions.has(part.idx) ? { kind: "optional", item } : item;
	}
	if (part instanceof Repetition || part instanceof RepetitionMandatory) {
		const item = sequence(part.definition);
		return item && { kind: "repeated", item };
	}
	return part instanceof Alternative ? sequence(part.definition) : undefined;
}

/** Alternatives that look the same (two tokens of one word) are one. */
function choice(alternatives: readonly IProduction[]): Production | undefined {
	const items = alternatives.map(production).filter((part) => part !== undefined);
	const seen = new Set<string>();
	const distinct = items.filter((item) => !seen.has(JSON.stringify(item)) && seen.add(JSON.stringify(item)));
	return distinct.length > 1 ? { kind: "choice", items: distinct } : distinct[0];
}
