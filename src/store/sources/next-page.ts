// From one page to the address of the next.
import { parsePath, type Path, readPath } from "../../fields/json-path.ts";
import { badSource, httpUrl } from "./address.ts";
import { linkTo } from "./link-header.ts";
import type { NextPage } from "./source.ts";
import { SourceError } from "./source-error.ts";

export interface Page {
	/** From 1. */
	readonly number: number;
	readonly url: URL;
	readonly response: Response;
	readonly content: unknown;
	/** How many items are in it. */
	readonly items: number;
	/** How many items came before it. */
	readonly before: number;
}

export interface Paging {
	readonly first: URL;
	/** Undefined after the last page. Throws SourceError for an address that may not be asked. */
	next(page: Page): URL | undefined;
}

/** Throws the SourceError "bad-source". */
export function pagingOf(next: NextPage, start: URL, otherOrigins: readonly string[]): Paging {
	switch (next?.kind) {
		case "link-header":
			return { first: start, next: (page) => followed(linkTo("next", page.response.headers.get("link")), page, start, otherOrigins) };
		case "url-at": {
			const path = pathOf(next.path);
			return { first: start, next: (page) => followed(readPath(page.content, path), page, start, otherOrigins) };
		}
		case "cursor": {
			const path = pathOf(next.path);
			const parameter = parameterOf(next.parameter);
			return { first: start, next: (page) => withCursor(readPath(page.content, path), page, start, parameter) };
		}
		case "number": {
			const parameter = parameterOf(next.parameter);
			const { first = 1 } = next;
			if (!Number.isSafeInteger(first)) throw badSource("The number of the source's first page is not a whole number: correct it.");
			return counting(start, parameter, first, (page) => first + page.number);
		}
		case "offset":
			return counting(start, parameterOf(next.parameter), 0, (page) => page.before + page.items);
		default:
			throw badSource(
				'The source does not say how a page leads to the next: give next with the kind "link-header", "url-at", "cursor", "number" or "offset".',
			);
	}
}

/** Undefined is the page itself. */
export function pathOf(text: unknown): Path {
	if (text === "$") return [];
	const parsed = parsePath(typeof text === "string" ? text : "");
	if ("path" in parsed) return parsed.path;
	throw badSource(`A path of the source cannot be used. ${parsed.problem}`);
}

function parameterOf(name: unknown): string {
	if (typeof name === "string" && name !== "") return name;
	throw badSource("The source does not name the parameter that leads to the next page: give its name.");
}

function counting(start: URL, parameter: string, first: number, nextOf: (page: Page) => number): Paging {
	return {
		first: withParameter(start, parameter, `${first}`),
		next: (page) => (page.items === 0 ? undefined : withParameter(start, parameter, `${nextOf(page)}`)),
	};
}

function withCursor(cursor: unknown, page: Page, start: URL, parameter: string): URL | undefined {
	if (isNothing(cursor)) return undefined;
	if (typeof cursor === "string" || typeof cursor === "number") return withParameter(start, parameter, `${cursor}`);
	throw new SourceError("not-profiles", {
		message: `The cursor of page ${page.number} is neither a text nor a number: correct the path to it.`,
	});
}

function followed(address: unknown, page: Page, start: URL, otherOrigins: readonly string[]): URL | undefined {
	if (isNothing(address)) return undefined;
	// A response that was made by hand has no address.
	const url = httpUrl(address, page.response.url === "" ? page.url.href : page.response.url);
	if (url === undefined || url.username !== "" || url.password !== "") {
		throw new SourceError("not-profiles", {
			message: `Page ${page.number} names a next page that is no address to be asked: correct how it is found.`,
		});
	}
	if (url.origin !== start.origin && !otherOrigins.includes(url.origin)) throw new SourceError("other-origin");
	return url;
}

const isNothing = (value: unknown): boolean => value === undefined || value === null || value === "" || value === false;

function withParameter(url: URL, name: string, value: string): URL {
	const changed = new URL(url);
	changed.searchParams.set(name, value);
	return changed;
}
