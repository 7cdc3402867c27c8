// What reading one rule shares: the catalogue, the clock, what was found wrong and what is worth knowing.
import type { AggregateValue } from "../../check/checked.ts";
import type { Catalogue } from "../../fields/catalogue.ts";
import type { TimeZone } from "../../values/time-zone.ts";
import { type Place, pointerOf } from "./json.ts";
import type { Scope } from "./scope.ts";

/** A part of the rule that has no text. */
export interface RuleProblem {
	/** RFC 6901 pointer into the rule; empty for all of it. */
	readonly pointer: string;
	/** One or two plain sentences. */
	readonly message: string;
}

/** Where the text says something in words that the rule only implies. */
export interface RuleNote {
	readonly pointer: string;
	readonly message: string;
}

export interface Reader {
	readonly catalogue: Catalogue;
	/** The zone of local days, where one is known. */
	readonly zone: TimeZone | undefined;
	/** The local day, `yyyymmdd`, that `age()` would be bound to; undefined when no clock was given. */
	readonly today: number | undefined;
	readonly problems: Map<string, RuleProblem>;
	readonly notes: Map<string, RuleNote>;
	/** Aggregates and averages read so far, because a part can be tried in several ways. */
	readonly aggregates: Memo;
	readonly averages: Memo;
}

/** By the part of the rule, with the scope it was read in; undefined where it is no aggregate. */
export type Memo = Map<unknown, { readonly scope: Scope["find"]; readonly value: AggregateValue | undefined }>;

export function remembered(memo: Memo, rule: unknown, scope: Scope, read: () => AggregateValue | undefined): AggregateValue | undefined {
	const known = memo.get(rule);
	if (known?.scope === scope.find) return known.value;
	const value = read();
	memo.set(rule, { scope: scope.find, value });
	return value;
}

/** Nobody reads the hundredth problem or note, and a rule full of them stays quick to read. */
const maxTold = 100;

/** Says that this part has no text; returns undefined, so that reading can end with it. A costly message is made only when it is kept. */
export function refuse(reader: Reader, place: Place, message: string | (() => string)): undefined {
	const { problems } = reader;
	if (problems.size > maxTold) return;
	const pointer = pointerOf(place);
	if (problems.has(pointer)) return;
	if (problems.size < maxTold) problems.set(pointer, { pointer, message: typeof message === "string" ? message : message() });
	else problems.set("more", { pointer: "", message: "There are more such parts. Only the first hundred are told." });
}

export function note(reader: Reader, place: Place, message: string): void {
	const { notes } = reader;
	if (notes.size > maxTold) return;
	const pointer = pointerOf(place);
	const key = `${pointer}\n${message}`;
	if (notes.has(key)) return;
	if (notes.size < maxTold) notes.set(key, { pointer, message });
	else notes.set("more", { pointer: "", message: "There are more such places. Only the first hundred are told." });
}
