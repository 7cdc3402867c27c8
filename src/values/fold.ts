// What `ignoring case` compares. The three letters replaced first are those on which JavaScript, PostgreSQL, DuckDB and ClickHouse
// would otherwise disagree: `İ` lower-cases to two characters in some, and a final `Σ` depends on its neighbours.

const disputed = /[İΣς]/;
const dottedI = /İ/g;
const sigmas = /[Σς]/g;

/**
 * The folded form of a text: `İ` → `i`, `Σ` and `ς` → `σ`, then the locale-independent lower case. Folding twice changes nothing.
 *
 *     fold("ΣΊΣΥΦΟΣ"); // -> "σίσυφοσ"
 */
export function fold(text: string): string {
	return disputed.test(text) ? text.replace(dottedI, "i").replace(sigmas, "σ").toLowerCase() : text.toLowerCase();
}
