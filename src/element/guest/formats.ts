// Numbers, dates, plurals and lists as a language writes them: everything that a catalogue of words needs beside its words.

export interface Formats {
	/** The BCP 47 name. */
	readonly language: string;
	readonly direction: "ltr" | "rtl";
	number(value: number): string;
	/** Never rounds some to none, or not all to all. */
	percent(part: number, whole: number): string;
	/** Day and minute, in the time zone of the reader. */
	instant(epochMs: number): string;
	list(items: readonly string[]): string;
	/** The form for a number of things, chosen by the language's own plural rules: `other` where a form is not given. */
	plural(count: number, forms: Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string }): string;
}

const kept = new Map<string, Formats>();

/** Throws RangeError for a name that is no language tag. */
export function formatsOf(language: string): Formats {
	let formats = kept.get(language);
	if (!formats) {
		formats = makeFormats(language);
		kept.set(language, formats);
	}
	return formats;
}

/** Languages that are written from right to left, by the first part of their names. */
const rightToLeft: ReadonlySet<string> = new Set(["ar", "arc", "ckb", "dv", "fa", "he", "ks", "ku", "ps", "sd", "ug", "ur", "yi"]);

function makeFormats(language: string): Formats {
	const integer = new Intl.NumberFormat(language);
	const share = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1, minimumFractionDigits: 1 });
	const whole = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 0 });
	const moment = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" });
	const items = new Intl.ListFormat(language, { type: "conjunction" });
	const plurals = new Intl.PluralRules(language);
	return {
		language,
		direction: rightToLeft.has(language.split("-")[0] ?? "") ? "rtl" : "ltr",
		number: (value) => integer.format(value),
		percent(part, all) {
			if (all === 0 || part === 0) return whole.format(0);
			if (part === all) return whole.format(1);
			const ratio = part / all;
			if (ratio < 0.001) return `<${share.format(0.001)}`;
			if (ratio > 0.999) return `>${share.format(0.999)}`;
			return share.format(ratio);
		},
		instant: (epochMs) => moment.format(epochMs),
		list: (words) => items.format(words),
		plural: (count, forms) => forms[plurals.select(count)] ?? forms.other,
	};
}
