// `Link: <https://…?page=2>; rel="next", <…>; rel="last"` (RFC 8288 §3).

const links = /<([^>]*)>((?:[^,"]|"(?:[^"\\]|\\.)*")*)/g;
const relations = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,"]+))/i;

/** The address of the first link with this relation, as it is written; undefined when there is none. */
export function linkTo(relation: string, header: string | null): string | undefined {
	for (const [, address, parameters = ""] of (header ?? "").matchAll(links)) {
		// Only the first `rel` of a link counts; it may name several relations.
		const found = relations.exec(parameters);
		const named = (found?.[1] ?? found?.[2] ?? "").toLowerCase().split(/\s+/);
		if (named.includes(relation)) return address;
	}
	return undefined;
}
