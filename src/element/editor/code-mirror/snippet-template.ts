// From the snippet syntax of the language server protocol to CodeMirror's.

export interface SnippetTemplate {
	readonly text: string;
	/** Places to fill in. */
	readonly fields: number;
}

/**
 * `$1` and `${1:?}` are places; `\$`, `\}` and `\\` are signs of the text.
 *
 *     templateOf("between ${1:?} and ${2:?}") // -> { text: "between ${1:?} and ${2:?}", fields: 2 }
 */
export function templateOf(snippet: string): SnippetTemplate {
	let fields = 0;
	const text = snippet.replace(/\\([\\$}])|\$(\d+)|\$\{(\d+)(?::([^}]*))?\}|[{}]/g, (sign, escaped, bare, index, hint) => {
		if (escaped !== undefined) return escaped === "}" ? "\\}" : escaped;
		if (bare === undefined && index === undefined) return `\\${sign}`;
		fields++;
		return hint === undefined ? `\${${bare ?? index}}` : `\${${index}:${hint}}`;
	});
	return { text, fields };
}
