// The elements as one file for pages without a build, with its integrity hash. Beside it are what it fetches when it is needed: the code editor, in
// whose place a plain text area does the same work where it is not there, the writer of CSV files, and the words of languages other than English.
// The file has a Lit of its own, and so a Trusted Types policy of its own name: two Lits on a page that allows each policy once would otherwise keep
// one another from starting.
import { createHash } from "node:crypto";
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type BuildOptions, build, type Plugin } from "esbuild";

const root = join(import.meta.dirname, "..");

export interface ElementsBundle {
	/** Where `segql.js`, `segql-code-editor.js`, `segql-csv.js`, `segql-words/` and `segql.integrity.json` are written. */
	readonly folder: string;
	/** Default: that of the package. It is in the name of the policy, so that two versions can be on one page. */
	readonly version?: string;
}

/** What `segql.integrity.json` holds. */
export interface Integrity {
	readonly version: string;
	/** As hosts name it in `trusted-types`. */
	readonly trustedTypesPolicy: string;
	/** Integrity hash by file. */
	readonly files: Readonly<Record<string, string>>;
}

const codeEditor = "segql-code-editor.js";
const csv = "segql-csv.js";

export async function bundleElements({ folder, version = packageVersion() }: ElementsBundle): Promise<Integrity> {
	const common: BuildOptions = { bundle: true, minify: true, format: "esm", target: "es2022", legalComments: "none", logLevel: "warning" };
	const plugins = [ownPolicy(policyName(version)), filesBeside];
	const words = globSync("src/element/**/*words.{de,es,ar}.ts", { cwd: root });
	const entries: Readonly<Record<string, string>> = {
		"segql.js": "build/elements-entry.ts",
		[codeEditor]: "src/element/editor/code-mirror/code-editor.ts",
		[csv]: "src/formats/csv-text.ts",
		...Object.fromEntries(words.map((path) => [wordsFile(path), path])),
	};
	for (const [name, entry] of Object.entries(entries)) {
		await build({ ...common, plugins, entryPoints: [join(root, entry)], outfile: join(folder, name) });
	}
	const files = Object.fromEntries(Object.keys(entries).map((name) => [name, integrityOf(join(folder, name))]));
	const integrity: Integrity = { version, trustedTypesPolicy: policyName(version), files };
	writeFileSync(join(folder, "segql.integrity.json"), `${JSON.stringify(integrity, null, "\t")}\n`);
	return integrity;
}

/** As hosts name it in `trusted-types`. */
export const policyName = (version: string): string => `segql-${version}`;

export const integrityOf = (file: string): string => `sha384-${createHash("sha384").update(readFileSync(file)).digest("base64")}`;

function packageVersion(): string {
	return (JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string }).version;
}

/** The name of Lit's policy is a text in its source. */
const ownPolicy = (name: string): Plugin => ({
	name: "own-trusted-types-policy",
	setup({ onLoad }) {
		onLoad({ filter: /[\\/]lit-html[\\/](development[\\/])?lit-html\.js$/ }, async ({ path }) => {
			const source = await readFile(path, "utf8");
			const renamed = source.replace(/createPolicy\((["'])lit-html\1/, `createPolicy(${JSON.stringify(name)}`);
			if (renamed === source) throw new Error("Lit no longer names its Trusted Types policy as it did: see build/bundle-elements.ts.");
			return { contents: renamed, loader: "js" };
		});
	},
});

/** `src/element/builder/words.de.ts` is `segql-words/builder.de.js`. */
const wordsFile = (path: string): string =>
	`segql-words/${path
		.replace(/^.*\/element\//, "")
		.replace(/\/?(form-)?words\./, ".")
		.replace(/\.ts$/, ".js")}`;

/** What most pages never need is not in the file, but beside it. */
const filesBeside: Plugin = {
	name: "files-beside",
	setup({ onResolve }) {
		onResolve({ filter: /(code-editor|csv-text|words\.[a-z]+)\.ts$/ }, ({ path, kind, resolveDir }) => {
			if (kind !== "dynamic-import") return undefined;
			const name = path.includes("words.") ? wordsFile(join(resolveDir, path)) : path.includes("csv-text") ? csv : codeEditor;
			return { path: `./${name}`, external: true };
		});
	},
};
