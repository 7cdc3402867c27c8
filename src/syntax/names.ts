// Field names: how the author writes them, how the printer does.
import { reservedWords } from "../../grammar/reserved-words.ts";
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import { unquote } from "./quoted.ts";

export interface ReadName {
	readonly name: string;
	/** It began with a bare `profile.`, which reaches the profile inside a collection's parentheses. */
	readonly hasProfilePrefix: boolean;
	readonly diagnostics: readonly Diagnostic[];
}

const profilePrefix = "profile.";

/** The name that `image`, at `offset` of the text, writes: parts joined by dots, each bare or in backticks. */
export function readName(image: string, offset: number): ReadName {
	const hasProfilePrefix = image.startsWith(profilePrefix);
	if (!image.includes("`")) return { name: image, hasProfilePrefix, diagnostics: [] };
	const diagnostics: Diagnostic[] = [];
	const parts: string[] = [];
	let at = 0;
	while (at < image.length) {
		const end = partEnd(image, at);
		const part = image.slice(at, end);
		if (part.startsWith("`")) {
			const read = unquote(part, offset + at, "name");
			diagnostics.push(...read.diagnostics);
			parts.push(read.value ?? "");
		} else parts.push(part);
		at = end + 1;
	}
	return { name: parts.join("."), hasProfilePrefix, diagnostics };
}

function partEnd(image: string, from: number): number {
	if (image.charAt(from) !== "`") {
		const dot = image.indexOf(".", from);
		return dot < 0 ? image.length : dot;
	}
	let at = from + 1;
	while (at < image.length && image.charAt(at) !== "`") at += image.charAt(at) === "\\" ? 2 : 1;
	return Math.min(at + 1, image.length);
}

export const withoutProfilePrefix = (name: string): string => name.slice(profilePrefix.length);

const bareName = /^[\p{L}_][\p{L}\p{M}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{M}\p{N}_]*)*$/u;

/**
 * A field name as a text writes it: bare where it can be, else in backticks.
 * printName("total") // -> total
 * printName("Loyalty Points") // -> `Loyalty Points`
 */
export function printName(name: string): string {
	const word = name.toLowerCase();
	// `any of` would begin a group.
	const isReserved = reservedWords.has(word) || word === "of";
	return bareName.test(name) && !isReserved ? name : quoteName(name);
}

/** A name in backticks, whatever it is. */
export function quoteName(name: string): string {
	return `\`${JSON.stringify(name).slice(1, -1).replaceAll('\\"', '"').replaceAll("`", "\\`")}\``;
}

/** A field's name where it stands: the profile's, or the innermost element's, where `profile.` at the start would mean something else. */
export function printFieldName(name: string, ofProfile: boolean, isInside: boolean): string {
	if (ofProfile) return profilePrefix + printName(name);
	return isInside && name.startsWith(profilePrefix) ? quoteName(name) : printName(name);
}
