// Which candidates go on from what is written and typed, the best first. Ten thousand of them are looked at for each key, so nothing is made
// of those that do not fit or are not shown.
import type { Word } from "../../syntax/place.ts";
import { type Candidate, type CompletionKind, withNumber } from "./candidate.ts";
import { type Rank, rank } from "./rank.ts";
import type { Source } from "./source.ts";

export interface Match {
	readonly candidate: Candidate;
	readonly rank: Rank;
	/** All its words, with the author's number. */
	readonly all: readonly string[];
	/** Those that are not written yet. */
	readonly rest: string;
}

export interface Matches {
	/** In the order of their rank, and, of one rank, of the sources; quiet ones behind the others. No two have the same words to write. */
	readonly best: readonly Match[];
	/** There are more than were asked for. */
	readonly isCut: boolean;
}

interface Found {
	readonly candidate: Candidate;
	readonly written: number;
	readonly number: string | undefined;
}

/** Linear in the candidates. */
export function bestMatches(sources: readonly Source[], word: Word, most: number): Matches {
	const found: Found[][] = [];
	for (const { candidates, written } of sources) {
		for (const candidate of candidates) {
			const number = numberIn(candidate, written, word);
			if (number === null) continue;
			const itsRank = rankOf(candidate, written.length, number, word);
			if (itsRank === undefined) continue;
			const at = 2 * itsRank + (candidate.isQuiet ? 1 : 0);
			const ofRank = found[at] ?? [];
			found[at] = ofRank;
			ofRank.push({ candidate, written: written.length, number });
		}
	}
	return take(found, most);
}

/** The author's number where there is one; null where what is written is not the beginning of the candidate. */
function numberIn({ words, isQuiet, isHidden }: Candidate, written: readonly string[], { kind, typed }: Word): string | undefined | null {
	if (written.length > words.length) return null;
	if (written.length === 0 && (isHidden || (isQuiet && typed === ""))) return null;
	let number: string | undefined;
	for (let at = 0; at < written.length; at++) {
		const [own, image] = [words[at] as string, written[at] as string];
		if (!isWord(own, image)) return null;
		if (own.startsWith("#")) number = image;
	}
	return kind === "number" && isNumber(typed) && words[written.length]?.startsWith("#") ? typed : number;
}

export const isWord = (own: string, image: string): boolean =>
	own.startsWith("#") ? isNumber(image) : own === image || own.toLowerCase() === image.toLowerCase();

const isNumber = (image: string): boolean => /^\d[\d_]*$/.test(image);

function rankOf(candidate: Candidate, written: number, number: string | undefined, { typed, quote }: Word): Rank | undefined {
	const rest = restOf(candidate, written, number);
	if (rest === "") return typed === "" && opens.has(candidate.tail) ? 1 : undefined;
	// In backticks only a name can stand.
	if (quote === "`" && candidate.kind !== "field" && !rest.startsWith("`")) return undefined;
	return rank(written === 0 ? (candidate.match ?? rest) : rest, typed);
}

/** What a candidate still has to offer when all its words are written. */
const opens: ReadonlySet<Candidate["tail"]> = new Set(["list", "block", "call"]);

const restOf = ({ words }: Candidate, written: number, number: string | undefined): string =>
	words.length === 1 && written === 0 ? (words[0] as string).replace(/^#/, "") : withNumber(words, number).slice(written).join(" ");

/** What there can be many of: those give way where not everything can be shown, so that they do not hide every word of the language. */
const plentiful: ReadonlySet<CompletionKind> = new Set(["field", "value", "segment"]);

function take(found: readonly (readonly Found[] | undefined)[], most: number): Matches {
	const best: Match[] = [];
	const known = new Set<string>();
	let isCut = false;
	for (const [at, ofRank = []] of found.entries()) {
		const left = most - best.length;
		const few = ofRank.length > left ? ofRank.filter(({ candidate }) => !plentiful.has(candidate.kind)) : [];
		const spared = new Set(few.slice(0, Math.max(Math.floor(left / 2), left - (ofRank.length - few.length))));
		let room = left - spared.size;
		for (const one of ofRank) {
			const rest = restOf(one.candidate, one.written, one.number);
			if (known.has(rest)) continue;
			if (!spared.has(one) && (room === 0 || (few.length > 0 && !plentiful.has(one.candidate.kind)))) {
				isCut = true;
				continue;
			}
			if (!spared.has(one)) room--;
			known.add(rest);
			best.push({ candidate: one.candidate, rank: Math.floor(at / 2) as Rank, all: withNumber(one.candidate.words, one.number), rest });
		}
	}
	return { best, isCut };
}
