// An audience as a document, which can be a whole counting request: read with every problem at once.
import type { AudienceInput } from "./audience.ts";
import type { CountingRequest } from "./counting.ts";
import type { DocumentProblem } from "./problem.ts";

export type ReadAudience =
	| { readonly audience: AudienceInput; readonly request: CountingRequest }
	| { readonly problems: readonly DocumentProblem[] };

/** Reads an untrusted `{ includeSegments, excludeSegments, … }`. What its request asks for is checked by `countAudience`, which answers it. */
export function readAudience(input: unknown): ReadAudience {
	const problems = documentProblems(input);
	if (problems.length > 0) return { problems };
	const { includeSegments = [], excludeSegments = [], ...request } = input as Partial<AudienceInput> & CountingRequest;
	return { audience: { includeSegments, excludeSegments }, request };
}

const listKeys = ["includeSegments", "excludeSegments"];
const requestKeys = ["search", "limit", "filter", "cursor"];

/** What the keys of the request may hold is told by whoever answers it. */
function documentProblems(document: unknown): readonly DocumentProblem[] {
	if (typeof document !== "object" || document === null || Array.isArray(document)) {
		return [{ pointer: "", message: 'An audience is an object with "includeSegments" and "excludeSegments".' }];
	}
	const problems: DocumentProblem[] = [];
	if (!listKeys.some((key) => Object.hasOwn(document, key))) {
		problems.push({ pointer: "", message: 'There is neither "includeSegments" nor "excludeSegments". Add one; an empty list is fine.' });
	}
	for (const [key, value] of Object.entries(document)) {
		const pointer = `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
		if (listKeys.includes(key)) problems.push(...listProblems(value, pointer, key));
		// A slip in a key must not let in people whom someone meant to keep out.
		else if (!requestKeys.includes(key)) problems.push({ pointer, message: `The key "${key}" is not known. Remove it.` });
	}
	return problems;
}

function listProblems(value: unknown, pointer: string, key: string): readonly DocumentProblem[] {
	if (!Array.isArray(value)) return [{ pointer, message: `"${key}" must be a list of segment names or ids.` }];
	return value.flatMap((name, index) =>
		typeof name === "string" ? [] : [{ pointer: `${pointer}/${index}`, message: "A segment's name or id must be text." }],
	);
}
