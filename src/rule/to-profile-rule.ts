// CheckedSegment → Rule over raw profiles, for hosts that have no records: stock JSON Logic that types each value itself. Exactly or not
// at all.
import type { CheckedSegment } from "../check/checked.ts";
import type { CollectionField } from "../fields/field.ts";
import { type Environment, variable } from "./environment.ts";
import { Entries } from "./profile/entries.ts";
import { type ProfileRuleProblem, renumbered } from "./profile/renumber.ts";
import type { Rule } from "./rule.ts";
import { conditionRule } from "./rule-of-condition.ts";
import { letAll } from "./shapes.ts";

export type { ProfileRuleProblem } from "./profile/renumber.ts";

export type ProfileRule =
	| { readonly ok: true; readonly rule: Rule }
	| { readonly ok: false; readonly problems: readonly ProfileRuleProblem[] };

/**
 * The segment's rule over raw profiles: on json-logic-js 2.0.5 its answer for any JSON is the true or false that `test` has for it, and it
 * never throws.
 * A value that is absent, null or of another type is missing, as in a record; so are numbers beyond 2^53 and text with NUL or half of a
 * character. Every value is typed once; the rule is about a kilobyte larger for each text field whose content is asked for, and that text
 * is walked at about 3 µs a character (0.3 µs by `compileTest`): records are faster wherever a host can make them. The types are asked of
 * JavaScript's own values, so other implementations of JSON Logic may answer otherwise: give those records.
 *
 * Refused, each condition with its reason: dates and datetimes, `ignoring case`, patterns with inner wildcards, and fields at paths that
 * `var` cannot follow (keys with dots or names that every object has, indexes from the end).
 */
export function toProfileRule(segment: CheckedSegment): ProfileRule {
	const collections = new Map<CollectionField, Entries>();
	const inside = (collection: CollectionField): Entries => {
		let entries = collections.get(collection);
		if (!entries) {
			entries = new Entries(inside);
			collections.set(collection, entries);
		}
		return entries;
	};
	const profile = new Entries(inside);
	const problems: ProfileRuleProblem[] = [];
	const condition = renumbered(segment.condition, { profile, inside, problems });
	if (problems.length > 0) return { ok: false, problems: distinct(problems) };
	const rules = profile.rules();
	const names = rules.map((_, index) => variable(String(index)));
	const body = conditionRule(condition, environment(names));
	const uses = usesOf(names, body);
	// What is used once stands where it is used; else all values are computed first, as a list that the condition reads by number.
	const isUsedOnce = rules.every((rule, index) => isVariable(rule) || (uses[index] ?? 0) <= 1);
	return { ok: true, rule: isUsedOnce ? conditionRule(condition, environment(rules)) : letAll(rules, body) };
}

const environment = (rules: readonly Rule[]): Environment => ({ read: ({ field }) => rules[Number(field.name)] ?? null });

const isVariable = (rule: Rule): boolean => typeof rule === "object" && rule !== null && "var" in rule;

/** How often each of the parts stands in the rule: parts are told by identity, since inside a collection names are others'. */
function usesOf(parts: readonly Rule[], rule: Rule): readonly number[] {
	const uses = new Map<Rule, number>(parts.map((part) => [part, 0]));
	const open: Rule[] = [rule];
	for (let next = open.pop(); next !== undefined; next = open.pop()) {
		const count = uses.get(next);
		if (count !== undefined) uses.set(next, count + 1);
		else if (typeof next === "object" && next !== null) for (const part of Object.values(next) as Rule[]) open.push(part);
	}
	return parts.map((part) => uses.get(part) ?? 0);
}

/** One problem of one place is said once. */
function distinct(problems: readonly ProfileRuleProblem[]): readonly ProfileRuleProblem[] {
	const seen = new Map(problems.map((problem) => [`${problem.span?.from} ${problem.span?.to} ${problem.message}`, problem]));
	return [...seen.values()];
}
