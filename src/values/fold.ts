// Case folding that JavaScript, PostgreSQL, DuckDB and ClickHouse agree on, character by character.

const special = /[İΣς]/;

/**
 * `İ` becomes `i`, `Σ` and `ς` become `σ`, then the locale-independent lower case. Without the first three the engines differ: lower case
 * of `İ` is one or two characters, and of `Σ` depends on its place in the word. Folding twice changes nothing.
 */
export function fold(text: string): string {
	const plain = special.test(text) ? text.replaceAll("İ", "i").replaceAll("Σ", "σ").replaceAll("ς", "σ") : text;
	return plain.toLowerCase();
}
