// The whole pipeline on one screen: text → tree → checked segment → rule → answers. Read this file first.
import type { CheckOptions } from "./check/check.ts";
import type { CheckedSegment } from "./check/checked.ts";
import type { Diagnostic } from "./diagnostic/diagnostic.ts";
import { compileTest } from "./eval/compile-rule.ts";
import { explainer } from "./eval/explain.ts";
import type { Explanation } from "./eval/explanation.ts";
import { type ProfileRecord, recorder } from "./eval/record.ts";
import type { Rule } from "./rule/rule.ts";
import { fieldsRead, toRecordRule } from "./rule/to-record-rule.ts";
import type { Catalogue } from "./fields/catalogue.ts";
import { type Analysis, analyse } from "./service/analysis.ts";
import { english } from "./service/english.ts";
import type { SyntaxLimits } from "./syntax/limits.ts";
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
	const { now = Date.now(), timeZone = options.catalogue.timeZone ?? hostTimeZone(), ...rest } = options;
	return compiledOf(analyse(text, Number(now), { ...rest, timeZone }), options.catalogue);
}

/** The same of a text that was parsed and checked already, with this catalogue. */
export function compiledOf({ checked, mistakes }: Analysis, catalogue: Catalogue): Compiled {
	if (!checked) return { ok: false, diagnostics: mistakes };
	return { ok: true, segment: compileChecked(checked, catalogue), diagnostics: mistakes };
}

const hostTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

function compileChecked(checked: CheckedSegment, catalogue: Catalogue): CompiledSegment {
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
