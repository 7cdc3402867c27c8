// A seed document with the text of its conditions: both or every problem of both.
import type { Catalogue } from "../fields/catalogue.ts";
import { fromConditions } from "./from-conditions.ts";
import type { DocumentProblem } from "./problem.ts";
import type { Spelling } from "./built-in-names.ts";
import { readSegmentDocument, type SegmentDocument } from "./segment-document.ts";

export type ReadSegment =
	| { readonly document: SegmentDocument; readonly spelling: Spelling; readonly text: string }
	| { readonly problems: readonly DocumentProblem[] };

/** Reads an untrusted document and its conditions over the catalogue: every problem at once, each with its pointer into the document. */
export function readSegment(input: unknown, catalogue: Catalogue): ReadSegment {
	const read = readSegmentDocument(input);
	const conditions = conditionsOf(input);
	const written = conditions && fromConditions(conditions, catalogue);
	const problems = [...("problems" in read ? read.problems : []), ...(written && "problems" in written ? written.problems : [])];
	if ("problems" in read || !written || "problems" in written) return { problems };
	return { ...read, text: written.text };
}

/** Undefined where there is no list of them, which the reader of the document tells. Left out, they are an empty list. */
function conditionsOf(input: unknown): readonly unknown[] | undefined {
	if (typeof input !== "object" || input === null || Array.isArray(input)) return undefined;
	const { conditions = [] } = input as { readonly conditions?: unknown };
	return Array.isArray(conditions) ? conditions : undefined;
}
