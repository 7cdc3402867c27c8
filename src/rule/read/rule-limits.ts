// How large a rule may be that is read. Rules come from anywhere, and a few lines of code make one that is astronomically large as JSON.
import { type Place, root, within } from "./json.ts";

export interface RuleLimits {
	/** Values, lists and objects altogether. One object that stands in many places counts as often as it stands. */
	readonly maxRuleParts: number;
	/** Lists and objects within one another. Far beyond the default, reading a rule can overflow the stack; then it is refused too. */
	readonly maxRuleDepth: number;
}

/** More than the rule of any text has that people write, and read within seconds. */
export const defaultRuleLimits: RuleLimits = { maxRuleParts: 1_000_000, maxRuleDepth: 1_200 };

export const tooDeep = "This is nested too deep for a text. Split the rule into several segments.";

/** Where the rule is nested too deep or has too many parts. Without recursion, so that nothing is too deep to be looked at. */
export function findTooLarge(
	rule: unknown,
	limits: Partial<RuleLimits> = {},
): { readonly place: Place; readonly message: string } | undefined {
	const { maxRuleParts, maxRuleDepth } = { ...defaultRuleLimits, ...limits };
	const open: { readonly value: unknown; readonly place: Place; readonly depth: number }[] = [{ value: rule, place: root, depth: 0 }];
	let parts = 0;
	for (let next = open.pop(); next; next = open.pop()) {
		const { value, place, depth } = next;
		parts++;
		if (typeof value === "object" && value !== null) {
			if (depth > maxRuleDepth) return { place, message: tooDeep };
			const inside = (key: string | number, inner: unknown): void => {
				if (typeof inner === "object" && inner !== null) open.push({ value: inner, place: within(place, key), depth: depth + 1 });
				else parts++;
			};
			if (Array.isArray(value)) for (const [index, item] of value.entries()) inside(index, item);
			else for (const key of Object.keys(value)) inside(key, (value as Readonly<Record<string, unknown>>)[key]);
		}
		if (parts > maxRuleParts)
			return { place: root, message: `This rule has more than ${inDigits(maxRuleParts)} parts. Split it into several.` };
	}
	return undefined;
}

/** With commas, whatever the locale of the machine. */
const inDigits = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ",");
