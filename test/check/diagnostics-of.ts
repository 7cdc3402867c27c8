// Checks a text over the shop's catalogue, for tests: what was said, and what each fix makes of the text.
import { check, type CheckOptions } from "../../src/check/check.ts";
import type { Diagnostic } from "../../src/diagnostic/diagnostic.ts";
import { parse } from "../../src/syntax/parse.ts";
import { applyEdits } from "../../src/text/edit.ts";
import { shop } from "./shop.ts";

export const noon: number = Date.UTC(2026, 4, 10, 12);

export function diagnosticsOf(text: string, options: Partial<CheckOptions> = {}): readonly Diagnostic[] {
	const parsed = parse(text);
	const checked = check(text, parsed.segment, { catalogue: shop, now: noon, timeZone: "America/New_York", ...options });
	return [...parsed.diagnostics, ...checked.diagnostics];
}

/** `code: message`, then each fix as the text it makes. */
export function told(text: string, options: Partial<CheckOptions> = {}): readonly string[] {
	return diagnosticsOf(text, options).flatMap((diagnostic) => [
		`${diagnostic.code}: ${diagnostic.message}`,
		...diagnostic.fixes.map((fix) => `  ${fix.title} → ${applyEdits(text, fix.edits)}`),
	]);
}
