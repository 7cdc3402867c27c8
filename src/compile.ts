// The whole pipeline on one screen: text → tree → checked segment → rule → answers. Read this file first.
import { check, type CheckOptions } from "./check/check.ts";
import type { CheckedSegment } from "./check/checked.ts";
import type { Diagnostic } from "./diagnostic/diagnostic.ts";
import { hasErrors } from "./diagnostic/report.ts";
import { compileTest } from "./eval/compile-rule.ts";
import { explainer } from "./eval/explain.ts";
import type { Explanation } from "./eval/explanation.ts";
import { type ProfileRecord, recorder } from "./eval/record.ts";
import type { Rule } from "./rule/rule.ts";
import { fieldsRead, toRecordRule } from "./rule/to-record-rule.ts";
import { english } from "./service/english.ts";
import { parse, type SyntaxLimits } from "./syntax/parse.ts";
import { print } from "./syntax/print.ts";

export interface CompileOptions extends Omit<CheckOptions, "now" | "timeZone"> {
	/** What `now` and `today` mean: epoch milliseconds UTC or a Date. Default: the moment of the call. */
	readonly now?: number | Date | undefined;
	/** IANA name, where days begin. Default: the catalogue's, else the host's. */
	readonly timeZone?: string | undefined;
	readonly limits?: Partial<SyntaxLimits> | undefined;
}

export type Compiled =
	| { readonly ok: true; readonly segment: CompiledSegment; readonly diagnostics: readonly Diagnostic[] }
	| { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** A condition bound to a catalogue, a moment and a time zone. Rules and tests are made when first asked for. */
export interface CompiledSegment {
	readonly text: string;
	readonly checked: CheckedSegment;
	/** Stock JSON Logic over records. */
	readonly rule: Rule;
	/** Derived parts that a record must carry for the rule: `email@fold`. */
	readonly requires: readonly string[];
	/** The catalogue's fields that the rule reads. */
	readonly fields: readonly string[];
	/** The text as the formatter prints it. */
	readonly canonical: string;
	/** One English sentence a condition. */
	readonly english: readonly string[];
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
	const { now = Date.now(), timeZone = options.catalogue.timeZone ?? hostTimeZone(), limits, ...rest } = options;
	const parsed = parse(text, limits);
	const { checked, diagnostics } = check(text, parsed.segment, { ...rest, now: Number(now), timeZone });
	const all = [...parsed.diagnostics, ...diagnostics].sort((a, b) => a.span.from - b.span.from);
	if (!checked || hasErrors(all)) return { ok: false, diagnostics: all };
	return { ok: true, segment: compileChecked(checked, options), diagnostics: all };
}

const hostTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

function compileChecked(checked: CheckedSegment, { catalogue }: Pick<CompileOptions, "catalogue">): CompiledSegment {
	const rule = once(() => toRecordRule(checked));
	const fields = once(() => fieldsRead(checked));
	const testRecord = once(() => compileTest(rule()));
	const explain = once(() => explainer(checked));
	const records = once(() => recorder(catalogue, { timeZone: checked.timeZone, requires: checked.requires, fields: fields() }));
	return {
		text: checked.text,
		checked,
		get rule() {
			return rule();
		},
		requires: checked.requires,
		get fields() {
			return fields();
		},
		get canonical() {
			return print(checked.segment);
		},
		get english() {
			return english(checked.segment);
		},
		test: (profile) => testRecord()(records().toRecord(profile)),
		testRecord: (record) => testRecord()(record),
		toRecord: (profile) => records().toRecord(profile),
		explain: (profile) => explain()(records().toRecord(profile)),
	};
}

/** Makes the value when it is first asked for. */
function once<T>(make: () => T): () => T {
	let value: { readonly made: T } | undefined;
	return () => {
		value ??= { made: make() };
		return value.made;
	};
}
