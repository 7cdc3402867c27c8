// One profile from the bytes of one JSON value, or the sentence that says why it is none.
import { isUtf8 } from "node:buffer";
import type { ProblemKind } from "./problems.ts";

/** A profile as it was read: an object, with `__proto__` an ordinary key of it. */
export type Profile = Readonly<Record<string, unknown>>;

export type ReadProfile = { readonly profile: Profile } | { readonly problem: ProblemKind; readonly why: string };

export const badUtf8: ReadProfile = {
	problem: "bad-utf8",
	why: "holds bytes that are not UTF-8. Save the file as UTF-8",
};

export function profileOfText(text: string): ReadProfile {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch (error) {
		return { problem: "broken-json", why: whyBroken(error) };
	}
	if (typeof value === "object" && value !== null && !Array.isArray(value)) return { profile: value as Profile };
	return { problem: "not-a-profile", why: `is ${kindOf(value)}, but a profile is an object` };
}

export function profileOfBytes(bytes: Buffer): ReadProfile {
	return isUtf8(bytes) ? profileOfText(bytes.toString("utf8")) : badUtf8;
}

function kindOf(value: unknown): string {
	if (value === null) return "null";
	if (Array.isArray(value)) return "a list";
	return typeof value === "boolean" ? `${value}` : `a ${typeof value === "string" ? "text" : typeof value}`;
}

/** V8 quotes the broken text in its message; a report must not spread people's data, so only the position is taken. */
function whyBroken(error: unknown): string {
	const message = error instanceof Error ? error.message : "";
	if (message.includes("Unexpected end") || message.includes("Unterminated")) return "is not whole JSON: it ends too early";
	const position = /at position (\d+)/.exec(message)?.[1];
	return position === undefined ? "is not JSON" : `is not JSON: it breaks at character ${Number(position) + 1}`;
}
