// One profile from the bytes of one JSON value, or the sentence that says why it is none.
import { jsonBreak } from "./json-break.ts";
import type { ProblemKind } from "./problems.ts";
import type { Profile } from "./profile-batch.ts";
import { textOf } from "./utf8.ts";

export type ReadProfile = { readonly profile: Profile; readonly text: string } | RefusedProfile;

export interface RefusedProfile {
	readonly problem: ProblemKind;
	/** What follows "Line 7 ". */
	readonly why: string;
}

export const badUtf8: RefusedProfile = {
	problem: "bad-utf8",
	why: "holds bytes that are not UTF-8. Save the file as UTF-8",
};

export function profileOfText(text: string): ReadProfile {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return { problem: "broken-json", why: whyBroken(text) };
	}
	const why = whyNoProfile(value);
	return why === undefined ? { profile: value as Profile, text } : { problem: "not-a-profile", why };
}

/** Undefined for an object. */
export function whyNoProfile(value: unknown): string | undefined {
	if (typeof value === "object" && value !== null && !Array.isArray(value)) return undefined;
	return `is ${kindOf(value)}, but a profile is an object`;
}

export function profileOfBytes(bytes: Uint8Array): ReadProfile {
	const text = textOf(bytes);
	return text === undefined ? badUtf8 : profileOfText(text);
}

function kindOf(value: unknown): string {
	if (value === null) return "null";
	if (Array.isArray(value)) return "a list";
	if (typeof value === "boolean") return `${value}`;
	return typeof value === "string" ? "a text" : typeof value === "number" ? "a number" : "no JSON value";
}

/** A report must not spread people's data, so it has only the position. */
function whyBroken(text: string): string {
	const broken = jsonBreak(text);
	if (broken === undefined) return "is nested too deeply, or too large, to be read";
	if (broken === "end") return "is not whole JSON: it ends too early";
	return broken === "value" ? "is not JSON" : `is not JSON: it breaks at character ${broken + 1}`;
}
