// Addresses are data from outside: only http and https are asked, and the headers that resuming needs are ours.
import { SourceError } from "./source-error.ts";
import type { Asked } from "./source.ts";

export interface Address {
	readonly url: URL;
	readonly headers: Readonly<Record<string, string>>;
	readonly credentials: "omit" | "same-origin" | "include";
}

const ownHeaders = ["range", "if-range", "if-none-match", "if-modified-since", "if-match", "if-unmodified-since"];

/** Throws the SourceError "bad-source", without what the address or a header's value says. */
export function addressOf(asked: Asked, baseUrl: string | undefined): Address {
	const url = httpUrl(asked.url, baseUrl ?? globalThis.location?.href);
	if (url === undefined)
		throw badSource("The source's address is not one that can be asked: give one that starts with https:// or http://.");
	if (url.username !== "" || url.password !== "") {
		throw badSource("The source's address holds a user name or a password: send them in a header instead.");
	}
	const { credentials = "same-origin" } = asked;
	if (!["omit", "same-origin", "include"].includes(credentials)) {
		throw badSource('The source\'s credentials are none of "omit", "same-origin" and "include": give one of these.');
	}
	return { url, headers: checkedHeaders(asked.headers ?? {}), credentials };
}

/** Undefined for what is no address, or one of another scheme. The fragment, which is never sent, is left out. */
export function httpUrl(text: unknown, baseUrl: string | undefined): URL | undefined {
	if (typeof text !== "string" || !URL.canParse(text, baseUrl)) return undefined;
	const url = new URL(text, baseUrl);
	url.hash = "";
	return url.protocol === "https:" || url.protocol === "http:" ? url : undefined;
}

function checkedHeaders(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
	let checked: Headers;
	try {
		checked = new Headers(headers);
	} catch (cause) {
		throw new SourceError("bad-source", {
			message: "One of the source's headers has a name or a value that HTTP does not allow: correct it.",
			cause,
		});
	}
	const own = ownHeaders.find((name) => checked.has(name));
	if (own !== undefined) throw badSource(`The header "${own}" is set by the store itself: leave it out of the source.`);
	return Object.fromEntries(checked);
}

export const badSource = (message: string): SourceError => new SourceError("bad-source", { message });
