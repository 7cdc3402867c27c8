// The whole pipeline: text → tree → checked segment → rule → answers. `translate.ts`, which goes as far as the rule, is its first half. Read these
// two files first.
import type { Diagnostic } from "./diagnostic/diagnostic.ts";
import { compileTest } from "./eval/compile-rule.ts";
import { explainer } from "./eval/explain.ts";
import type { Explanation } from "./eval/explanation.ts";
import { type ProfileRecord, recorder } from "./eval/record.ts";
import { type CompileOptions, once, type TranslatedSegment, translate } from "./translate.ts";

export type { CompileOptions } from "./translate.ts";

export type Compiled =
	| { readonly ok: true; readonly segment: CompiledSegment; readonly diagnostics: readonly Diagnostic[] }
	| { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** A condition bound to a catalogue, a moment and a time zone. Rules and tests are made when first asked for. */
export interface CompiledSegment extends TranslatedSegment {
	/** Whether this raw profile is in the segment. */
	test(profile: unknown): boolean;
	/** The same for a record made by `toRecord`. */
	testRecord(record: unknown): boolean;
	toRecord(profile: unknown): ProfileRecord;
	explain(profile: unknown): Explanation;
}

/**
 * Compiles a condition. Author mistakes come back as diagnostics in the order of the text; an unknown time zone throws RangeError.
 * Linear in the length of the text.
 *
 *     const compiled = compile('country = "US"', { catalogue });
 *     compiled.ok && compiled.segment.test({ country: "US" }); // -> true
 */
export function compile(text: string, options: CompileOptions): Compiled {
	const translated = translate(text, options);
	return translated.ok ? { ...translated, segment: withTests(translated.segment, options) } : translated;
}

function withTests(segment: TranslatedSegment, { catalogue }: Pick<CompileOptions, "catalogue">): CompiledSegment {
	const { checked, requires } = segment;
	const testRecord = once(() => compileTest(segment.rule));
	const explain = once(() => explainer(checked));
	const records = once(() => recorder(catalogue, { timeZone: checked.timeZone, requires, fields: segment.fields }));
	// Into the same object, whose rule and the like are made when they are first asked for.
	return Object.assign(segment, {
		test: (profile: unknown) => testRecord()(records().toRecord(profile)),
		testRecord: (record: unknown) => testRecord()(record),
		toRecord: (profile: unknown) => records().toRecord(profile),
		explain: (profile: unknown) => explain()(records().toRecord(profile)),
	});
}
