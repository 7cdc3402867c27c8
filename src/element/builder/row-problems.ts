// Which row a mistake or a remark is shown at: the innermost one around it.
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import type { Row, RowDocument } from "../../document/row.ts";
import type { RowLanguage } from "../session/session.ts";

/** By row id, in the order of the text. */
export function problemsByRow(
	document: RowDocument,
	diagnostics: readonly Diagnostic[],
	{ rowAt }: Pick<RowLanguage["document"], "rowAt">,
): ReadonlyMap<number, readonly Diagnostic[]> {
	const byRow = new Map<number, Diagnostic[]>();
	for (const diagnostic of diagnostics) {
		let row: Row = rowAt(document, diagnostic.span.from);
		while (row.span.to < diagnostic.span.to) {
			const owner = document.places.get(row.id)?.owner;
			if (!owner) break;
			row = owner;
		}
		const list = byRow.get(row.id);
		if (list) list.push(diagnostic);
		else byRow.set(row.id, [diagnostic]);
	}
	return byRow;
}

/** A value, a field or a segment that is still to be chosen. The core says it in signs of the language, which rows do not show. */
export const isMissing = ({ text }: RowDocument, { code, span }: Diagnostic): boolean => {
	const words = text.slice(span.from, span.to);
	return (code === "missing-value" && words === "?") || (code === "unknown-segment" && /^(""|'')$/.test(words));
};

/** Only a value or a condition that is still to come. */
export const isHole = ({ text }: RowDocument, { span }: Diagnostic): boolean => {
	const words = text.slice(span.from, span.to);
	return words === "?" || words === "";
};
