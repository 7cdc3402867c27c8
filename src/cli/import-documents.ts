// What can be imported: the seed system's documents and conditions, or JSON Logic; told apart by their form, and turned into texts.
import { check } from "../check/check.ts";
import type { Catalogue } from "../fields/catalogue.ts";
import { fromRule } from "../rule/from-rule.ts";
import { fromConditions } from "../segments/from-conditions.ts";
import { readSegment } from "../segments/read-segment.ts";
import { parse } from "../syntax/parse.ts";
import { lineIndex } from "../text/line-index.ts";
import type { Clock } from "./clock-options.ts";
import type { PlacedProblem } from "./document-problems.ts";

export const importKinds = ["conditions", "rule"] as const;
export type ImportKind = (typeof importKinds)[number];

/** A text, and where it says something that its source leaves unsaid or that is probably not meant. */
export interface ImportedText {
	readonly text: string;
	readonly notes: readonly PlacedProblem[];
}

/** A document's text with what else the document says. */
export interface ImportedSegment extends ImportedText {
	readonly id?: string;
	readonly businessId: string;
	readonly name: string;
	readonly description?: string;
	readonly status: "active" | "deactivated";
}

export type Imported =
	| ({ readonly from: ImportKind } & ImportedText)
	| ({ readonly from: "document" } & ImportedSegment)
	| { readonly from: "documents"; readonly segments: readonly ImportedSegment[] };

export type ImportResult = { readonly imported: Imported } | { readonly problems: readonly PlacedProblem[] };

export interface ImportOptions {
	readonly catalogue: Catalogue;
	readonly clock: Clock;
	/** Whether the text will be compiled in the clock's zone: days of that zone can be written then. */
	readonly isZoneKnown: boolean;
	/** Instead of telling it by the form. */
	readonly from?: ImportKind | undefined;
}

/** The whole document or every problem in it; nothing partial. */
export function importDocument(document: unknown, options: ImportOptions): ImportResult {
	const form = formOf(document, options.from);
	switch (form) {
		case "rule":
			return ruleText(document, options);
		case "conditions": {
			const read = conditionsText(document, "", options);
			return "problems" in read ? read : { imported: { from: "conditions", ...read } };
		}
		case "document": {
			const read = segmentText(document, "", options);
			return "problems" in read ? read : { imported: { from: "document", ...read } };
		}
		case "documents":
			return segmentTexts(document as readonly unknown[], options);
		case undefined:
			return { problems: [{ pointer: "", message: unknownForm }] };
	}
}

const unknownForm =
	"This is no segment document, no list of them or of conditions, and no JSON Logic. Say which it is meant to be with --from.";

type Form = ImportKind | "document" | "documents";

/** Documents have a name and conditions, conditions an operator in a key of that name, and rules one key, which is their operator. */
function formOf(document: unknown, from: ImportKind | undefined): Form | undefined {
	if (from === "rule") return "rule";
	if (Array.isArray(document)) return document.some(isDocument) ? "documents" : "conditions";
	if (from === "conditions" || isDocument(document)) return "document";
	if (typeof document === "boolean") return "rule";
	return typeof document === "object" && document !== null && Object.keys(document).length === 1 ? "rule" : undefined;
}

const isDocument = (value: unknown): boolean =>
	typeof value === "object" && value !== null && ["conditions", "business_id", "businessId"].some((key) => Object.hasOwn(value, key));

function ruleText(rule: unknown, { catalogue, clock, isZoneKnown }: ImportOptions): ImportResult {
	const read = fromRule(rule, catalogue, { now: clock.now, ...(isZoneKnown && { timeZone: clock.timeZone }) });
	return read.ok ? { imported: { from: "rule", text: read.text, notes: read.notes } } : { problems: read.problems };
}

function segmentTexts(documents: readonly unknown[], options: ImportOptions): ImportResult {
	const problems: PlacedProblem[] = [];
	const segments = documents.flatMap((document, index) => {
		const read = segmentText(document, `/${index}`, options);
		if (!("problems" in read)) return [read];
		problems.push(...read.problems);
		return [];
	});
	return problems.length > 0 ? { problems } : { imported: { from: "documents", segments } };
}

type Problems = { readonly problems: readonly PlacedProblem[] };

function segmentText(input: unknown, pointer: string, options: ImportOptions): ImportedSegment | Problems {
	const read = readSegment(input, options.catalogue);
	if ("problems" in read) return { problems: read.problems.map((problem) => ({ ...problem, pointer: pointer + problem.pointer })) };
	const { conditions: _, others: __, ...rest } = read.document;
	const checked = checkedText(read.text, `${pointer}/conditions`, options);
	return "problems" in checked ? checked : { ...rest, ...checked };
}

function conditionsText(conditions: unknown, pointer: string, options: ImportOptions): ImportedText | Problems {
	const written = fromConditions(conditions, options.catalogue, pointer);
	return "problems" in written ? written : checkedText(written.text, pointer, options);
}

/** A text that does not compile is no answer: its mistakes are problems of the conditions that they stand in. */
function checkedText(text: string, pointer: string, { catalogue, clock }: ImportOptions): ImportedText | Problems {
	const parsed = parse(text);
	const found = [...parsed.diagnostics, ...check(text, parsed.segment, { catalogue, ...clock }).diagnostics];
	const index = lineIndex(text);
	// Conditions stand one a line.
	const placed = found.map(({ severity, message, span }) => ({
		severity,
		pointer: `${pointer}/${index.positionAt(span.from).line}`,
		message,
	}));
	const problems = placed.filter(({ severity }) => severity === "error");
	const strip = ({ pointer: at, message }: PlacedProblem): PlacedProblem => ({ pointer: at, message });
	return problems.length > 0 ? { problems: problems.map(strip) } : { text, notes: placed.map(strip) };
}
