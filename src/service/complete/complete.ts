// Completion: what can stand at an offset, the likeliest first, each as a change that leaves everything else as it is.
import type { Context } from "../../check/context.ts";
import { placeAt, type Place } from "../../syntax/place.ts";
import type { Span } from "../../text/span.ts";
import { insideCollection, collectionPath } from "../scope.ts";
import type { ValueCount, ValuesSource } from "../values-source.ts";
import type { Candidate, CompletionKind } from "./candidate.ts";
import type { FieldCandidates } from "./field-candidates.ts";
import { insertionOf } from "./insertion.ts";
import { bestMatches, type Match } from "./match.ts";
import { phraseEnd } from "./phrase-end.ts";
import { sourcesAt } from "./sources.ts";
import { Surroundings } from "./surroundings.ts";

export interface CompletionItem {
	/** What is inserted, in short: `does not contain`, `"US"`, `in (…)`. */
	readonly label: string;
	readonly kind: CompletionKind;
	/** A type, a meaning, a date, a count in words. */
	readonly detail?: string;
	/** The catalogue's description of a field, as its author wrote it: data, not markup. */
	readonly description?: string;
	/** How many profiles have the value. */
	readonly count?: number;
	/** What it replaces: the word at the offset, to its end. */
	readonly span: Span;
	/** What takes the place of the span. */
	readonly insert: string;
	/** Where the caret belongs, counted from the beginning of `insert`; one more than its length where a blank already follows. */
	readonly caret: number;
	/** The same with places to fill in, in the snippet syntax of the language server protocol. */
	readonly snippet: string;
	/** False where what follows would have to change too: a text field before `> 5`. */
	readonly fits: boolean;
}

export interface CompletionList {
	/** The likeliest first. */
	readonly items: readonly CompletionItem[];
	/** There were more than `maxCompletions`. */
	readonly isCut: boolean;
	/** Values of the data are still being looked up, or could not be; missing where none are wanted or all are here. */
	readonly values?: "loading" | "failed";
	/** The whole list, once the values are there. Never rejects; may never resolve when the source does not. */
	readonly later?: Promise<CompletionList>;
}

export interface CompletionRequest {
	readonly text: string;
	readonly offset: number;
	/** At the level of the profile. */
	readonly context: Context;
	readonly fields: FieldCandidates;
	readonly values: ValuesSource | undefined;
	readonly maxItems: number;
}

const none: CompletionList = { items: [], isCut: false };

export function complete(request: CompletionRequest): CompletionList {
	const place = placeAt(request.text, request.offset);
	const context = place && contextAt(place, request.context);
	if (!place || !context) return none;
	let waiting: Promise<readonly ValueCount[]> | undefined;
	const made = listAt(request, place, context, (field) => {
		const found = request.values?.topValues(field, place.word.typed);
		if (!(found instanceof Promise)) return found;
		waiting = found;
		return undefined;
	});
	if (!waiting) return made;
	const later = waiting.then(
		(found) => listAt(request, place, context, () => found),
		(): CompletionList => ({ ...made, values: "failed" }),
	);
	return { ...made, values: "loading", later };
}

/** The context of the innermost parentheses; undefined where a collection is not known. */
function contextAt(place: Place, profile: Context): Context | undefined {
	let context: Context | undefined = profile;
	for (const { name, isAggregate } of place.collections) {
		if (!context) return undefined;
		context = isAggregate ? collectionPath(name, context)?.context : insideCollection(name, context);
	}
	return context;
}

function listAt(
	request: CompletionRequest,
	place: Place,
	context: Context,
	findValues: (field: string) => readonly ValueCount[] | undefined,
): CompletionList {
	const sources = sourcesAt({ text: request.text, place, context, fields: request.fields, findValues });
	const { best, isCut } = bestMatches(sources, place.word, request.maxItems);
	const span = { from: place.word.span.from, to: phraseEnd(request.text, place, sources) };
	const around = new Surroundings(request.text, span, place, context);
	const items = best
		.flatMap((match) => {
			const item = itemOf(match, span, request.text, place, around);
			return item ? [{ item, rank: match.rank }] : [];
		})
		.sort((a, b) => a.rank - b.rank || Number(b.item.fits) - Number(a.item.fits));
	return { items: items.map(({ item }) => item), isCut };
}

const openings: Readonly<Partial<Record<Candidate["tail"], string>>> = { list: "(…)", block: "(…)", call: "(…)", rest: "…)" };

function itemOf(match: Match, span: Span, text: string, place: Place, around: Surroundings): CompletionItem | undefined {
	const { candidate, rest: words } = match;
	const { detail, description, count, tail } = candidate;
	const shown = typeof detail === "function" ? detail(match.all.join(" ")) : detail;
	// A point in time that lies beyond all dates.
	if (typeof detail === "function" && shown === undefined) return undefined;
	const opening = openings[tail] ?? "";
	const label = tail === "call" || words === "" || opening === "" ? words + opening : `${words} ${opening}`;
	const written = candidate.kind === "value" && place.word.quote === "'" ? inSingleQuotes(words) : words;
	const insertion = insertionOf(text, span, written, tail);
	// Where the parentheses that are left to write are there already.
	if (insertion.insert.trim() === "") return undefined;
	const judgement = around.judge(insertion.insert, candidate.field?.type);
	if (!judgement.isAllowed) return undefined;
	return {
		label,
		kind: candidate.kind,
		...(shown !== undefined && { detail: shown }),
		...(description !== undefined && { description }),
		...(count !== undefined && { count }),
		span,
		...insertion,
		fits: judgement.fits,
	};
}

/** The author's own kind of quotes. */
const inSingleQuotes = (text: string): string =>
	text.startsWith('"') ? `'${text.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'` : text;
