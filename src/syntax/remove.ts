// The edit that takes one condition out of a list of them, with the word or comma that joined it.
import { hasErrors } from "../diagnostic/report.ts";
import { applyEdits, type TextEdit } from "../text/edit.ts";
import type * as ast from "./ast.ts";
import { parse } from "./parse.ts";

/** Undefined where a comment would go with it, and where the rest would no longer read. */
export function removalOf(item: ast.Condition, list: ast.Condition, text: string): TextEdit | undefined {
	if (list.kind !== "and" && list.kind !== "or" && list.kind !== "group") return undefined;
	const index = list.items.indexOf(item);
	const [before, after] = [list.items[index - 1], list.items[index + 1]];
	const from = before ? before.span.to : item.span.from;
	const to = before ? item.span.to : after?.span.from;
	if (index < 0 || to === undefined || text.slice(from, to).includes("#")) return undefined;
	const edit = { span: { from, to }, text: "" };
	return hasErrors(parse(applyEdits(text, [edit])).diagnostics) ? undefined : edit;
}
