// The half of the pipeline that needs no profile: text → tree → checked segment → rule, and what can be said of it. `compile.ts` is all of it.
import type { CheckOptions } from "./check/check.ts";
import type { CheckedSegment } from "./check/checked.ts";
import type { Diagnostic } from "./diagnostic/diagnostic.ts";
import type { Rule } from "./rule/rule.ts";
import { fieldsRead, toRecordRule } from "./rule/to-record-rule.ts";
import { type Analysis, analyse } from "./service/analysis.ts";
import { english } from "./service/english.ts";
import type { SyntaxLimits } from "./syntax/limits.ts";
import { print } from "./syntax/print.ts";
import { hostTimeZone } from "./values/time-zone.ts";

export interface CompileOptions extends Omit<CheckOptions, "now" | "timeZone"> {
	/** What `now` and `today` mean: epoch milliseconds UTC or a Date. Default: the moment of the call. */
	readonly now?: number | Date | undefined;
	/** IANA name, where days begin. Default: the catalogue's, else the host's. */
	readonly timeZone?: string | undefined;
	readonly limits?: Partial<SyntaxLimits> | undefined;
}

export type Translated =
	| { readonly ok: true; readonly segment: TranslatedSegment; readonly diagnostics: readonly Diagnostic[] }
	| { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** A condition bound to a catalogue, a moment and a time zone. What is long to make is made when it is first asked for. */
export interface TranslatedSegment {
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
}

/** Author mistakes come back as diagnostics in the order of the text; an unknown time zone throws RangeError. Linear in the length of the text. */
export function translate(text: string, options: CompileOptions): Translated {
	const { now = Date.now(), timeZone = options.catalogue.timeZone ?? hostTimeZone(), ...rest } = options;
	return translationOf(analyse(text, Number(now), { ...rest, timeZone }));
}

/** The same of a text that was parsed and checked already. */
export function translationOf({ checked, mistakes }: Analysis): Translated {
	if (!checked) return { ok: false, diagnostics: mistakes };
	return { ok: true, segment: translateChecked(checked), diagnostics: mistakes };
}

function translateChecked(checked: CheckedSegment): TranslatedSegment {
	const rule = once(() => toRecordRule(checked));
	const fields = once(() => fieldsRead(checked));
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
	};
}

/** Makes the value when it is first asked for. */
export function once<T>(make: () => T): () => T {
	let value: { readonly made: T } | undefined;
	return () => {
		value ??= { made: make() };
		return value.made;
	};
}
