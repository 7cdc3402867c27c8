// The cases of grammar/corpus: `=== title`, the text, `==>`, then the tree and a line for each diagnostic.

export interface CorpusCase {
	readonly title: string;
	readonly text: string;
	/** Blanks and line breaks made one blank. */
	readonly tree: string;
	/** `error unknown-field 3..5 Message.` */
	readonly diagnostics: readonly string[];
}

export const corpusFiles: readonly string[] = [
	"acceptance",
	"conditions",
	"operators",
	"expressions",
	"dates",
	"collections",
	"names",
	"literals",
	"comments",
	"new-lines",
	"half-typed",
	"mistakes",
].map((name) => `grammar/corpus/${name}.txt`);

export const oneBlank = (tree: string): string => tree.trim().replace(/\s+/g, " ");

export function readCorpus(file: string): readonly CorpusCase[] {
	return file
		.split(/^=== /m)
		.slice(1)
		.map((section) => {
			const end = section.indexOf("\n");
			const [text = "", expected] = section.slice(end + 1).split(/^==>\n/m);
			if (expected === undefined) throw new Error(`No ==> after ${section.slice(0, end)}.`);
			const lines = expected.split("\n");
			const isDiagnostic = (line: string): boolean => /^(error|warning|info) /.test(line);
			return {
				title: section.slice(0, end).trim(),
				text: text.replace(/\n$/, ""),
				tree: oneBlank(lines.filter((line) => !isDiagnostic(line)).join("\n")),
				diagnostics: lines.filter(isDiagnostic),
			};
		});
}
