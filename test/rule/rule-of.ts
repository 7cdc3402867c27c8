// The rule of a text over the shop's catalogue, for tests.
import { type CompiledSegment, compile } from "../../src/compile.ts";
import type { Rule } from "../../src/rule/rule.ts";
import { noon } from "../check/diagnostics-of.ts";
import { shop } from "../check/shop.ts";

export function compiled(text: string, options: { readonly timeZone?: string } = {}): CompiledSegment {
	const result = compile(text, { catalogue: shop, now: noon, timeZone: "America/New_York", ...options });
	if (!result.ok) throw new Error(`${text}: ${result.diagnostics.map((found) => found.message).join(" ")}`);
	return result.segment;
}

export const ruleOf = (text: string): Rule => compiled(text).rule;
