// A piece of a text, read as it stands: in a collection's parentheses, where `profile.` has a meaning, in a group, where a new line can end a
// condition, or in neither.
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import type * as ast from "../../syntax/ast.ts";
import { parseTree } from "../../syntax/parse.ts";
import type { Place } from "../../syntax/place.ts";

export interface ParsedPiece {
	readonly condition: ast.Condition | undefined;
	/** Without those about the parentheses that are not the piece's own. */
	readonly diagnostics: readonly Diagnostic[];
	/** What was read: the spans are its. */
	readonly text: string;
	/** Where the piece begins in it. */
	readonly from: number;
}

const collection = "any x (";
const group = "any of (";

/** The parentheses around a place that matter, opened again in short. */
export const leadOf = ({ collections, isInGroup }: Pick<Place, "collections" | "isInGroup">): string =>
	(collections.length > 0 ? collection : "") + (isInGroup ? group : "");

/** `isWhole`: the piece ends its parentheses too, so that one too many in it is seen. */
export function parseInScope(piece: string, place: Pick<Place, "collections" | "isInGroup">, isWhole: boolean): ParsedPiece {
	const lead = leadOf(place);
	const text = lead + piece + (isWhole ? ")".repeat(lead.split("(").length - 1) : "");
	const { segment, diagnostics } = parseTree(text, {}, []).parsed;
	let { condition } = segment;
	if (place.collections.length > 0) condition = condition?.kind === "quantified" ? condition.where : undefined;
	if (place.isInGroup) condition = condition?.kind === "group" ? condition.items[0] : undefined;
	const own = diagnostics.filter(({ code, span }) => code !== "unclosed-parenthesis" || span.from >= lead.length);
	return { condition, diagnostics: own, text, from: lead.length };
}
