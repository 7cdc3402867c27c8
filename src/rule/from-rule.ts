// Rule → text: the way back for stored rules, and the way in for JSON Logic that others wrote. Exactly or not at all.
import type { Catalogue } from "../fields/catalogue.ts";
import type { Field } from "../fields/field.ts";
import { parse, type SyntaxLimits } from "../syntax/parse.ts";
import { print } from "../syntax/print.ts";
import { isStackOverflow } from "../syntax/stack-overflow.ts";
import { hasErrors } from "../diagnostic/report.ts";
import type { Rule } from "./rule.ts";
import { hostTimeZone, timeZone as timeZoneOf } from "../values/time-zone.ts";
import { canBeAlways } from "./read/always.ts";
import { findTooLarge, type RuleLimits, tooDeep } from "./read/rule-limits.ts";
import { type Condition, sizeOf } from "./read/build.ts";
import { type Place, root } from "./read/json.ts";
import { readCondition } from "./read/read-condition.ts";
import { type Reader, refuse, type RuleNote, type RuleProblem } from "./read/reader.ts";
import { profileScope } from "./read/scope.ts";
import { writeCondition, type Writer } from "./read/write-condition.ts";
import { nowhere } from "./read/write-value.ts";

export type { RuleLimits } from "./read/rule-limits.ts";
export type { RuleNote, RuleProblem } from "./read/reader.ts";

export interface FromRuleOptions {
	/** IANA name: instants that begin or end a local day are written as that day. Default: instants are written as instants. */
	readonly timeZone?: string;
	/** Epoch milliseconds UTC or a Date: the moment the text will be compiled at. Only `age()` depends on it. */
	readonly now?: number | Date;
	/** Of the rule; and of the text, as `compile` takes them: a rule whose text would exceed one is refused. */
	readonly limits?: Partial<RuleLimits & SyntaxLimits>;
}

export type FromRule =
	| { readonly ok: true; readonly text: string; readonly notes: readonly RuleNote[] }
	| { readonly ok: false; readonly problems: readonly RuleProblem[] };

/**
 * The text of a rule over records. A rule that `toRule` made comes back as a text whose own rule is the same, names of segments and
 * relative dates aside, which rules do not hold. Other JSON Logic comes back where the types of the fields decide its meaning: for every
 * record of the catalogue the text is true exactly where json-logic-js's answer is. What JavaScript makes of missing values is said in
 * words, and `notes` tells where. Everything else is refused, each part with its RFC 6901 pointer. A hundred notes or problems are told, and
 * that there are more.
 *
 * Dates in rules are `yyyymmdd`, moments epoch milliseconds UTC. A rule that asks for `age()` comes back as it was only with a `now` on
 * the day it was made for; else it compares the birthday. Throws RangeError for an unknown time zone, and for no JSON value. Linear in the
 * rule's size as JSON, which `limits` bounds, times how deep collections stand in one another.
 *
 *     fromRule({ "<": [{ var: "visits" }, 3] }, catalogue); // -> { ok: true, text: "visits < 3 or visits is missing", notes: […] }
 */
export function fromRule(rule: unknown, catalogue: Catalogue, options: FromRuleOptions = {}): FromRule {
	const reader = readerFor(catalogue, options);
	const tooLarge = findTooLarge(rule, options.limits);
	if (tooLarge) return refused(reader, tooLarge.place, tooLarge.message);
	try {
		return read(rule, catalogue, reader, options);
	} catch (error) {
		if (!isStackOverflow(error)) throw error;
		return refused(reader, root, tooDeep);
	}
}

function refused(reader: Reader, place: Place, message: string): FromRule {
	refuse(reader, place, message);
	return { ok: false, problems: [...reader.problems.values()] };
}

function readerFor(catalogue: Catalogue, { timeZone, now }: FromRuleOptions): Reader {
	const name = timeZone ?? catalogue.timeZone ?? (now === undefined ? undefined : hostTimeZone());
	const zone = name === undefined ? undefined : timeZoneOf(name);
	return {
		catalogue,
		zone,
		today: now === undefined ? undefined : zone?.dateOf(Number(now)),
		problems: new Map(),
		notes: new Map(),
		aggregates: new Map(),
		averages: new Map(),
	};
}

function read(rule: unknown, catalogue: Catalogue, reader: Reader, { timeZone, limits }: FromRuleOptions): FromRule {
	const isRule = typeof rule === "object" ? rule !== null : typeof rule === "boolean";
	if (!isRule) return refused(reader, root, "This is a value, not a condition. A rule is an object with one key, its operator.");
	const condition = readCondition(rule as Rule, root, profileScope(reader), reader);
	if (!condition) return { ok: false, problems: [...reader.problems.values()] };
	const profile: readonly Field[] = catalogue.fields;
	if (!canBeAlways(profile)) return refused(reader, root, "No field of the catalogue may be used in conditions.");
	if (sizeOf(condition, largestText) > largestText) return refused(reader, root, tooLong);
	const writer: Writer = { collection: undefined, profile, zone: reader.zone, days: timeZone !== undefined };
	const text = print({ kind: "segment", condition: writeCondition(condition, writer), comments: [], span: nowhere });
	// Reading back costs as much as all of this, so only what may be near a limit is read.
	if (limits || text.length > quickLength || isNested(text)) {
		const { diagnostics } = parse(text, limits);
		const error = diagnostics.find(({ severity }) => severity === "error");
		if (hasErrors(diagnostics) && error) return refused(reader, root, `The rule's text would not compile. ${error.message}`);
	}
	noteConstants(condition, reader);
	return { ok: true, text, notes: [...reader.notes.values()] };
}

const quickLength = 100_000;
const largestText = 100_000;
const tooLong = "In words this would be far longer than the rule is. Split it into several conditions.";

const deepest = 40;

/** Whether parentheses, or words that nest, may stand deeper than the limit allows. */
function isNested(text: string): boolean {
	let depth = 0;
	for (const character of text) {
		if (character === "(") depth++;
		else if (character === ")") depth--;
		if (depth > deepest) return true;
	}
	return /(?:not ){20}|(?:[-+*/] [^-+*/()]{1,40} ){20}/.test(text);
}

function noteConstants(condition: Condition, reader: Reader): void {
	if (condition.kind !== "constant") return;
	reader.notes.set("", {
		pointer: "",
		message: `This rule is ${condition.value} for everybody, and the text is a condition that always is.`,
	});
}
