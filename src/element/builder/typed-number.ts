// Numbers as people type and read them: with the signs of their language between thousands and before decimals, in its digits or in ours.

interface Signs {
	/** Before decimals, as numbers are shown. */
	readonly decimal: string;
	/** A whole number whose thousands are kept apart, with decimals or without. */
	readonly grouped: RegExp;
	/** One without signs between thousands. */
	readonly local: RegExp;
	readonly groups: RegExp;
	readonly decimals: RegExp;
}

/** The text's own form: it is also read where a language would write another one. */
const plain = /^-?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

/**
 * Undefined for what is no number, or could be another one. Where the language gives a sign another meaning than the text does, the language's holds.
 *
 * readTypedNumber("1,200", "en") // -> 1200
 * readTypedNumber("1.200", "de") // -> 1200
 * readTypedNumber("1.2", "de") // -> 1.2: nobody sets a point before one digit to keep thousands apart
 * readTypedNumber("1,2", "en") // -> undefined
 */
export function readTypedNumber(typed: string, language: string): number | undefined {
	const words = withPlainSigns(typed);
	const { grouped, local, groups, decimals } = signsOf(language);
	const written = grouped.test(words) || local.test(words) ? words.replace(groups, "").replace(decimals, ".") : words;
	if (!plain.test(written)) return undefined;
	const number = Number(written);
	// Of larger ones the last digits would become others.
	return Number.isFinite(number) && (Number.isSafeInteger(number) || !Number.isInteger(number)) ? number : undefined;
}

/** Every digit of the number, without signs between thousands: what it says is read as the same number. */
export const shownNumber = (value: number, language: string): string => String(value).replace(".", signsOf(language).decimal);

/** Our digits and our minus; one blank, one apostrophe; without marks of direction. */
const withPlainSigns = (typed: string): string =>
	typed
		.replace(/\p{Cf}/gu, "")
		.trim()
		.replace(/\p{Nd}/gu, digitOf)
		.replace(/\p{Zs}/gu, " ")
		.replace(/[‘’]/g, "'")
		.replace(/[−–]/g, "-");

/** Unicode has the ten digits of each script in a row, from a zero on. */
function digitOf(sign: string): string {
	let digit = 0;
	const code = sign.codePointAt(0) ?? 0;
	if (code >= 0x1d7ce && code <= 0x1d7ff) return String((code - 0x1d7ce) % 10);
	while (digit < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - digit - 1))) digit++;
	return String(digit);
}

const kept = new Map<string, Signs>();

function signsOf(language: string): Signs {
	let signs = kept.get(language);
	if (!signs) {
		signs = makeSigns(language);
		kept.set(language, signs);
	}
	return signs;
}

/** Of the language's own digits and of ours: both are typed. */
function makeSigns(language: string): Signs {
	const parts = [undefined, "latn"].flatMap((numberingSystem) =>
		new Intl.NumberFormat(language, { ...(numberingSystem && { numberingSystem }), useGrouping: true }).formatToParts(1_234_567_890.5),
	);
	const all = (type: "group" | "decimal"): readonly string[] => [
		...new Set(parts.filter((part) => part.type === type).map(({ value }) => withPlainSigns(`0${value}0`).slice(1, -1))),
	];
	// Arabic's own signs mean the same in every language.
	const group = oneOf([...all("group"), "٬"]);
	const decimal = oneOf([...all("decimal"), "٫"]);
	return {
		decimal: parts.findLast(({ type }) => type === "decimal")?.value ?? ".",
		grouped: new RegExp(`^-?[1-9]\\d{0,2}(${group}\\d{2,3})*${group}\\d{3}(${decimal}\\d*)?$`),
		local: new RegExp(`^-?(\\d+(${decimal}\\d*)?|${decimal}\\d+)(e[+-]?\\d+)?$`, "i"),
		groups: new RegExp(group, "g"),
		decimals: new RegExp(decimal),
	};
}

const oneOf = (signs: readonly string[]): string => `(?:${signs.map((sign) => sign.replace(/[^\p{L}\p{N} ]/gu, "\\$&")).join("|")})`;
