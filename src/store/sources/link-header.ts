// `Link: <https://…?page=2>; rel="next", <…>; rel="last"` (RFC 8288 §3).

const links = /<([^>]*)>((?:[^,"]|"(?:[^"\\]|\\.)*")*)/g;
// Values in quotes are taken whole, so that what looks like a parameter inside them is none.
const parameters = /;\s*([^\s;,="]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;,"]*))/g;

/** The address of the first link with this relation, as it is written; undefined when there is none. */
export function linkTo(relation: string, header: string | null): string | undefined {
	for (const [, address, rest = ""] of (header ?? "").matchAll(links)) {
		// Only the first `rel` of a link counts; it may name several relations.
		const [, , quoted, plain = ""] = [...rest.matchAll(parameters)].find(([, name]) => name?.toLowerCase() === "rel") ?? [];
		const relations = (quoted ?? plain).toLowerCase().split(/\s+/);
		if (relations.includes(relation)) return address;
	}
	return undefined;
}
