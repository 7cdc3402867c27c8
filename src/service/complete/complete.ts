// Completion: what can stand at an offset, the likeliest first, each as a change that leaves everything else as it is.
import type { Context } from "../../check/context.ts";
import { placeAt, type Place, type Word } from "../../syntax/place.ts";
import { tokenImages } from "../../syntax/token-images.ts";
import type { Span } from "../../text/span.ts";
import { insideCollection, collectionPath } from "../scope.ts";
import type { ValueCount, ValuesSource } from "../values-source.ts";
import { type Candidate, type CompletionKind, withNumber } from "./candidate.ts";
import type { FieldCandidates } from "./field-candidates.ts";
import { insertionOf } from "./insertion.ts";
import { rank } from "./rank.ts";
import type { Source } from "./source.ts";
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

interface Match {
	readonly candidate: Candidate;
	/** All its words, with the author's number. */
	readonly all: string;
	/** Those that are not written yet. */
	readonly words: string;
	readonly rank: number;
	readonly index: number;
}

function listAt(
	request: CompletionRequest,
	place: Place,
	context: Context,
	findValues: (field: string) => readonly ValueCount[] | undefined,
): CompletionList {
	const sources = sourcesAt({ text: request.text, place, context, fields: request.fields, findValues });
	const matches = matchesOf(sources, place);
	const kept = keep(matches, request.maxItems);
	const span = { from: place.word.span.from, to: endOfPhrase(request.text, place, sources) };
	const around = new Surroundings(request.text, span, place, context);
	const items = kept
		.flatMap((match) => {
			const item = itemOf(match, span, request.text, place, around);
			return item ? [{ item, rank: match.rank }] : [];
		})
		.sort((a, b) => a.rank - b.rank || Number(b.item.fits) - Number(a.item.fits));
	return { items: items.map(({ item }) => item), isCut: kept.length < matches.length };
}

function matchesOf(sources: readonly Source[], { word }: Place): readonly Match[] {
	const found = new Map<string, Match>();
	let index = 0;
	for (const { candidates, written } of sources) {
		for (const candidate of candidates) {
			const match = matchOf(candidate, written, word, index++);
			if (!match) continue;
			const known = found.get(match.words);
			if (!known || match.rank < known.rank) found.set(match.words, match);
		}
	}
	return [...found.values()].sort(byRank);
}

const byRank = (a: Match, b: Match): number =>
	a.rank - b.rank || Number(a.candidate.isQuiet ?? false) - Number(b.candidate.isQuiet ?? false) || a.index - b.index;

function matchOf(candidate: Candidate, written: readonly string[], { kind, typed, quote }: Word, index: number): Match | undefined {
	const { words } = candidate;
	if (written.length > words.length) return undefined;
	if (written.length === 0 && typed === "" && (candidate.isQuiet || candidate.isHidden)) return undefined;
	let number: string | undefined;
	for (const [at, word] of written.entries()) {
		const own = words[at] as string;
		if (own.startsWith("#")) {
			if (!isNumber(word)) return undefined;
			number = word;
		} else if (own !== word && own.toLowerCase() !== word.toLowerCase()) return undefined;
	}
	if (kind === "number" && isNumber(typed) && words[written.length]?.startsWith("#")) number = typed;
	const all = withNumber(words, number);
	const rest = all.slice(written.length).join(" ");
	if (rest === "" && candidate.tail !== "list" && candidate.tail !== "block" && candidate.tail !== "call") return undefined;
	// In backticks only a name can stand.
	if (quote === "`" && candidate.kind !== "field" && !rest.startsWith("`")) return undefined;
	const compared = written.length === 0 && candidate.match !== undefined ? candidate.match : rest;
	const found = rest === "" ? (typed === "" ? 1 : undefined) : rank(compared, typed);
	if (found === undefined || (candidate.isHidden && written.length === 0 && found > 1)) return undefined;
	return { candidate, all: all.join(" "), words: rest, rank: found, index };
}

/** What there can be many of: those give way where not everything can be shown. */
const plentiful: ReadonlySet<CompletionKind> = new Set(["field", "value", "segment"]);

/** The best of them. Of those at the limit the few kinds stay, so that ten thousand fields do not hide every word of the language. */
function keep(matches: readonly Match[], most: number): readonly Match[] {
	if (matches.length <= most) return matches;
	const limit = (matches[most] as Match).rank;
	const sure = matches.filter((match) => match.rank < limit);
	const rest = matches.filter((match) => match.rank === limit);
	const few = rest.filter(({ candidate }) => !plentiful.has(candidate.kind)).slice(0, Math.floor((most - sure.length) / 2));
	const many = rest.filter(({ candidate }) => plentiful.has(candidate.kind)).slice(0, most - sure.length - few.length);
	return [...sure, ...[...few, ...many].sort(byRank)];
}

/**
 * Where the words end that are replaced: with the word, or behind what else of a phrase follows it, so that `starts with` takes the place of
 * all of `does| not contain`.
 */
function endOfPhrase(text: string, { word }: Place, sources: readonly Source[]): number {
	if (word.span.from === word.span.to || word.kind === "text") return word.span.to;
	const [first, ...following] = tokenImages(text, word.span.from, 6);
	if (!first || first.to !== word.span.to) return word.span.to;
	let end = word.span.to;
	for (const { candidates, written } of sources) {
		for (const { words } of candidates) {
			if (words.length < written.length + 2) continue;
			const rest = words.slice(written.length);
			const tokens = [first, ...following].slice(0, rest.length);
			const isThere = tokens.length === rest.length && rest.every((own, at) => isWord(own, tokens[at]?.image ?? ""));
			if (isThere) end = Math.max(end, tokens.at(-1)?.to ?? end);
		}
	}
	return end;
}

const isNumber = (image: string): boolean => /^\d[\d_]*$/.test(image);
const isWord = (own: string, image: string): boolean => (own.startsWith("#") ? isNumber(image) : own.toLowerCase() === image.toLowerCase());

const openings: Readonly<Partial<Record<Candidate["tail"], string>>> = { list: "(…)", block: "(…)", call: "(…)", rest: "…)" };

function itemOf(match: Match, span: Span, text: string, place: Place, around: Surroundings): CompletionItem | undefined {
	const { candidate, words } = match;
	const { detail, description, count, tail } = candidate;
	const shown = typeof detail === "function" ? detail(match.all) : detail;
	// A point in time that lies beyond all dates.
	if (typeof detail === "function" && shown === undefined) return undefined;
	const opening = openings[tail] ?? "";
	const label = tail === "call" || words === "" || opening === "" ? words + opening : `${words} ${opening}`;
	const written = candidate.kind === "value" && place.word.quote === "'" ? inSingleQuotes(words) : words;
	const insertion = insertionOf(text, span, written, tail);
	if (!around.allows(insertion.insert)) return undefined;
	return {
		label,
		kind: candidate.kind,
		...(shown !== undefined && { detail: shown }),
		...(description !== undefined && { description }),
		...(count !== undefined && { count }),
		span,
		...insertion,
		fits: around.fits(insertion.insert),
	};
}

/** The author's own kind of quotes. */
const inSingleQuotes = (text: string): string =>
	text.startsWith('"') ? `'${text.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'` : text;
