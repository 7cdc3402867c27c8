// Tests and parts of texts, as JSON Logic's `in` and `substr` have them.
import { contains } from "./member.ts";
import type { ValueTest } from "./data.ts";

/** Whether a text has `item` in it, or a list has it as an element. */
export function containsTest(item: string | number | boolean): ValueTest {
	return (haystack) => (typeof haystack === "string" && typeof item === "string" ? isPart(item, haystack) : contains(item, haystack));
}

/** Nothing is part of an empty text, not even empty text. */
const isPart = (part: string, text: string): boolean => text !== "" && text.includes(part);

/** `{"===": [{"substr": [value, start, length]}, affix]}`, which is a test of the value's start or end when the lengths fit. */
export function affixTest(start: number, length: number | undefined, affix: string): ValueTest {
	const isWhole = affix.length > 0;
	if (isWhole && start === 0 && length === affix.length) {
		return (value) => (typeof value === "string" ? value.startsWith(affix) : substring(value, 0, affix.length) === affix);
	}
	if (isWhole && start === -affix.length && length === undefined) {
		return (value) => (typeof value === "string" ? value.endsWith(affix) : substring(value, start, undefined) === affix);
	}
	return (value) => substring(value, start, length) === affix;
}

/** `substr` as json-logic-js has it: a negative length leaves out that many characters at the end. */
export function substring(source: unknown, start: unknown, length: unknown): string {
	if ((length as number) < 0) {
		const rest = String(source).substr(start as number);
		return rest.substr(0, rest.length + (length as number));
	}
	return String(source).substr(start as number, length as number | undefined);
}
