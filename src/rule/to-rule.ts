// CheckedSegment → Rule, over records or over raw profiles: the public call. Within SegQL, records are what every engine reads, and
// `toRecordRule` alone makes their rules, so that entries which never see raw profiles do not carry the other form.
import type { CheckedSegment } from "../check/checked.ts";
import type { Rule } from "./rule.ts";
import { type ProfileRule, toProfileRule } from "./to-profile-rule.ts";
import { toRecordRule } from "./to-record-rule.ts";

export interface ToRuleOptions {
	/** What the rule reads: records of `toRecord`, the default, or profiles as they come. */
	readonly over?: "record" | "profile";
}

/**
 * The segment's rule in stock JSON Logic. Over records every segment has one. Over raw profiles it is refused, each condition with its
 * reason, where JSON Logic alone cannot be exact: see `toProfileRule` for what that is and what such a rule costs.
 *
 *     toRule(segment.checked); // -> { and: […] }
 *     toRule(segment.checked, { over: "profile" }); // -> { ok: true, rule: { some: […] } }
 */
export function toRule(segment: CheckedSegment, options?: { readonly over?: "record" }): Rule;
export function toRule(segment: CheckedSegment, options: { readonly over: "profile" }): ProfileRule;
export function toRule(segment: CheckedSegment, options: ToRuleOptions): Rule | ProfileRule;
export function toRule(segment: CheckedSegment, { over = "record" }: ToRuleOptions = {}): Rule | ProfileRule {
	switch (over) {
		case "record":
			return toRecordRule(segment);
		case "profile":
			return toProfileRule(segment);
		default:
			throw new RangeError(`A rule is over "record" or "profile", not over ${JSON.stringify(over)}.`);
	}
}
