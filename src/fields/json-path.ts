// Paths into a profile: RFC 9535 by a library's parser, narrowed to paths that name at most one node, and read over own properties only.
import parseQuery from "jsonpath-rfc9535/parser";
import { shown } from "./shown.ts";

/** Object keys and array indexes; a negative index counts from the end. */
export type Path = readonly (string | number)[];

export type ParsedPath = { readonly path: Path } | { readonly problem: string };

/** UTF-16 units of a path. */
export const maxPathLength = 1_000;

/** The steps of a path such as `$.loyalty.points` or `$['first name'][-1]`, or one sentence that says why it cannot be used. */
export function parsePath(text: string, maxLength: number = maxPathLength): ParsedPath {
	if (text.length > maxLength) return { problem: `The JSON path ${shown(text)} is longer than ${maxLength} characters. Shorten it.` };
	if (hasFilter(text)) return { problem: severalValues(text) };
	let query: ReturnType<typeof parseQuery>;
	try {
		query = parseQuery(text);
	} catch {
		return { problem: notAPath(text) };
	}
	const path: (string | number)[] = [];
	for (const { type, node } of query.segments) {
		const [selector, ...others] = node.type === "BracketedSelection" ? node.selectors : [node];
		const isSingle = type === "ChildSegment" && selector !== undefined && others.length === 0;
		if (isSingle && (selector.type === "NameSelector" || selector.type === "MemberNameShorthand")) path.push(selector.value);
		else if (isSingle && selector.type === "IndexSelector" && Number.isSafeInteger(selector.value)) path.push(selector.value);
		else if (isSingle && selector.type === "IndexSelector") return { problem: notAPath(text) };
		else return { problem: severalValues(text) };
	}
	return path.length > 0
		? { path }
		: { problem: `${shown(text)} is the whole profile. Write the path of one value in it, such as $.account.plan.` };
}

// The library's parser can take twice as long for each parenthesis or filter inside a filter, so it never sees one. Up to the first filter
// a path quotes names only, just as this pattern does.
const hasFilter = (text: string): boolean => text.startsWith("$") && text.replace(quotedNames, "").includes("?");
const quotedNames = /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/gs;

const severalValues = (text: string): string =>
	`${shown(text)} can name several values. Write a path of names and single indexes, such as $.orders[0].total.`;
const notAPath = (text: string): string => `${shown(text)} is not a JSON path. Write one such as $.account.plan.`;

/** `$.a.b` as text, with brackets where a name needs them. */
export function formatPath(path: Path): string {
	return `$${path.map((step) => (typeof step === "string" && isShorthand(step) ? `.${step}` : `[${JSON.stringify(step)}]`)).join("")}`;
}

const isShorthand = (name: string): boolean => /^[A-Za-z_\u0080-\uFFFF][A-Za-z0-9_\u0080-\uFFFF]*$/.test(name);

/** The value at the path, undefined where there is none. Inherited properties are never seen. */
export function readPath(from: unknown, path: Path): unknown {
	let value = from;
	for (const step of path) {
		if (typeof value !== "object" || value === null) return undefined;
		if (typeof step === "number") {
			if (!Array.isArray(value)) return undefined;
			value = value[step < 0 ? value.length + step : step];
		} else {
			if (Array.isArray(value) || !Object.hasOwn(value, step)) return undefined;
			value = (value as Readonly<Record<string, unknown>>)[step];
		}
	}
	return value;
}

/** The same for a path that is read often: most have one step. */
export function pathReader(path: Path): (from: object) => unknown {
	const [only] = path;
	if (path.length !== 1 || typeof only !== "string") return (from) => readPath(from, path);
	return (from) => (Object.hasOwn(from, only) ? (from as Readonly<Record<string, unknown>>)[only] : undefined);
}
