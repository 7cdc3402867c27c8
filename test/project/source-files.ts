// The project's own source files and their import lines, for the tests that look at the tree as a whole.
import { globSync, readFileSync } from "node:fs";
import { dirname, join, normalize, sep } from "node:path";

export const root = join(import.meta.dirname, "..", "..");

export interface SourceFile {
	/** From the project's root, with `/`. */
	readonly path: string;
	readonly text: string;
	readonly imports: readonly Import[];
}

export interface Import {
	/** As written. */
	readonly specifier: string;
	/** The imported file from the project's root, for a relative import. */
	readonly path?: string;
}

export function sourceFiles(...patterns: readonly string[]): readonly SourceFile[] {
	return globSync(patterns, { cwd: root, exclude: ["**/node_modules/**", "**/dist/**"] })
		.map((path) => path.split(sep).join("/"))
		.sort()
		.map((path) => {
			const text = readFileSync(join(root, path), "utf8");
			return { path, text, imports: importsOf(path, text) };
		});
}

const importLine = /^\s*(?:import|export)\s(?:[^;"']*?\sfrom\s)?["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']/gm;

/** The specifiers of a file's import, re-export and dynamic import lines, also those of types. */
export function importsOf(path: string, text: string): readonly Import[] {
	return [...text.matchAll(importLine)].map((match) => {
		const specifier = match[1] ?? match[2] ?? "";
		if (!specifier.startsWith(".")) return { specifier };
		return {
			specifier,
			path: normalize(join(dirname(path), specifier))
				.split(sep)
				.join("/"),
		};
	});
}
