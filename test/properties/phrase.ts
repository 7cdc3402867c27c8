// Texts put together from fixed words and arbitrary ones.
import fc from "fast-check";

export type Words = fc.Arbitrary<string>;

/** phrase`${field} in (${values})` */
export function phrase(fixed: TemplateStringsArray, ...parts: readonly (string | Words)[]): Words {
	const arbitraries = parts.map((part) => (typeof part === "string" ? fc.constant(part) : part));
	return fc.tuple(...arbitraries).map((made) => fixed.reduce((text, words, index) => text + (made[index - 1] ?? "") + words));
}

export const one = (...words: readonly string[]): Words => fc.constantFrom(...words);

/** One of the arbitraries; each that is given more than once is likelier. */
export const either = (...of: readonly Words[]): Words => fc.oneof(...of);

/** What there is at least one name for. */
export const whenAny = (names: readonly unknown[], make: () => Words): readonly Words[] => (names.length > 0 ? [make()] : []);

export const several = (words: Words, least: number, most: number, separator: string): Words =>
	fc.array(words, { minLength: least, maxLength: most }).map((made) => made.join(separator));
