// The elements as one file for pages without a build, whose hash vouches for all of it. Beside it are files that it fetches when they are needed: the
// code editor, in whose place a plain text area does the same work where it is not there, the writer of CSV files, and the words of languages other
// than English. Those are built first and their hashes are in the one file, which runs nothing else (page/import-beside.ts).
// The file has a Lit of its own, and so a Trusted Types policy of its own name: two Lits on a page that allows each policy once would otherwise keep
// one another from starting.
import { createHash } from "node:crypto";
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { type BuildOptions, build, type Metafile, type Plugin } from "esbuild";

const root = join(import.meta.dirname, "..");

export interface ElementsBundle {
	/** Where `segql.js`, `segql-code-editor.js`, `segql-csv.js`, `segql-words/` and `segql.integrity.json` are written. */
	readonly folder: string;
	/** Default: that of the package. It is in the name of the policy, so that two versions can be on one page. */
	readonly version?: string;
	/** Names of files that are in the folder, and whose hashes are to be told too: pages load them by themselves. */
	readonly others?: readonly string[];
}

/** What `segql.integrity.json` holds. */
export interface Integrity {
	readonly version: string;
	/** As hosts name it in `trusted-types`. */
	readonly trustedTypesPolicy: string;
	/** Integrity hash by file. A page needs that of `segql.js` only, which has the others in it. */
	readonly files: Readonly<Record<string, string>>;
}

const oneFile = "segql.js";

export async function bundleElements({ folder, version = packageVersion(), others = [] }: ElementsBundle): Promise<Integrity> {
	const names = namesBeside();
	const hashes: Record<string, string> = {};
	for (const [source, name] of names) hashes[name] = await bundle(source, join(folder, name), []);
	const hash = await bundle("build/elements-entry.ts", join(folder, oneFile), [
		lookBeside(names),
		takeOwnPolicy,
		know({ policyName: policyName(version), filesBeside: hashes }),
	]);
	const files = { [oneFile]: hash, ...hashes, ...Object.fromEntries(others.map((name) => [name, integrityOf(join(folder, name))])) };
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

/** Name of the built file by its source, as esbuild writes paths. `src/element/builder/words.de.ts` is `segql-words/builder.de.js`. */
function namesBeside(): ReadonlyMap<string, string> {
	const words = globSync("src/element/**/*words.{de,es,ar}.ts", { cwd: root }).map((path) => {
		const short = path.replace(/^src\/element\//, "").replace(/\/(form-)?words\./, ".");
		return [path, `segql-words/${short.replace(/\.ts$/, ".js")}`] as const;
	});
	return new Map([
		["src/element/editor/code-mirror/code-editor.ts", "segql-code-editor.js"],
		["src/formats/csv-text.ts", "segql-csv.js"],
		...words,
	]);
}

const common: BuildOptions = { bundle: true, minify: true, format: "esm", target: "es2022", legalComments: "none", logLevel: "warning" };

/** Returns the hash of what it wrote. */
async function bundle(source: string, outfile: string, plugins: Plugin[]): Promise<string> {
	const { metafile } = await build({ ...common, plugins, entryPoints: [join(root, source)], outfile, absWorkingDir: root, metafile: true });
	refuseImports(metafile);
	return integrityOf(outfile);
}

/** What an engine would fetch by itself has no hash. */
function refuseImports({ outputs }: Metafile): void {
	for (const [file, { imports }] of Object.entries(outputs)) {
		const [first] = imports;
		if (first) throw new Error(`${file} imports ${first.path}: nothing vouches for that. See namesBeside in build/bundle-elements.ts.`);
	}
}

/** `import("./words.de.ts")` of a file that is not in the bundle but beside it. */
const lookBeside = (names: ReadonlyMap<string, string>): Plugin => ({
	name: "look-beside",
	setup({ onLoad }) {
		onLoad({ filter: /[\\/]src[\\/]element[\\/].*\.ts$/ }, async ({ path }) => {
			let isOther = false;
			const source = await readFile(path, "utf8");
			const contents = source.replace(/(?<!typeof )\bimport\("(\.[^"]+)"\)/g, (found, specifier: string) => {
				const name = names.get(relative(root, join(dirname(path), specifier)));
				if (name === undefined) return found;
				isOther = true;
				return `importBeside(${JSON.stringify(name)})`;
			});
			return isOther ? { contents: imported("importBeside", "import-beside.ts") + contents, loader: "ts" } : undefined;
		});
	},
});

/** The name of Lit's policy is a text in its source. */
const takeOwnPolicy: Plugin = {
	name: "own-trusted-types-policy",
	setup({ onLoad }) {
		onLoad({ filter: /[\\/]lit-html[\\/](development[\\/])?lit-html\.js$/ }, async ({ path }) => {
			const source = await readFile(path, "utf8");
			const contents = source.replace(/\w+\.createPolicy\((["'])lit-html\1,\s*\{\s*createHTML:[^}]*\}\s*\)/, "ownPolicy");
			if (contents === source) throw new Error("Lit no longer makes its Trusted Types policy as it did: see build/bundle-elements.ts.");
			return { contents: imported("ownPolicy", "own-policy.ts") + contents, loader: "js" };
		});
	},
};

const imported = (name: string, file: string): string => `import { ${name} } from ${JSON.stringify(join(root, "build", "page", file))};\n`;

/** The module `segql:built`. */
const know = (values: Readonly<Record<string, unknown>>): Plugin => ({
	name: "what-is-built",
	setup({ onResolve, onLoad }) {
		onResolve({ filter: /^segql:built$/ }, ({ path }) => ({ path, namespace: "built" }));
		onLoad({ filter: /.*/, namespace: "built" }, () => ({
			contents: Object.entries(values)
				.map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
				.join("\n"),
		}));
	},
});
