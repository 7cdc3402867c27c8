// The elements as one file for pages without a build, whose hash vouches for all of it. Beside it are files that it fetches when they are needed: the
// code editor, in whose place a plain text area does the same work where it is not there, what makes a text of rules and conditions, the writer of
// CSV files, and the words of languages other than English. Those are built first and their hashes are in the one file, which runs nothing else
// (page/import-beside.ts).
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
const oneSource = "build/elements-entry.ts";

/** Its parts are the language, which is in the one file: that hands them over. */
const forms = { name: "segql-forms.js", source: "src/element/session/form-language.ts" };

export async function bundleElements({ folder, version = packageVersion(), others = [] }: ElementsBundle): Promise<Integrity> {
	const known = { policyName: policyName(version), filesBeside: {} as Record<string, string> };
	const alone = namesBeside();
	const names = new Map([...alone, [forms.source, forms.name]]);
	const plugins = [lookBeside(names), takeOwnPolicy];
	const file = (name: string): BuildOptions => ({ outfile: join(folder, name) });

	for (const [source, name] of alone) known.filesBeside[name] = await bundle(source, file(name));
	const { metafile } = await build({ ...options(oneSource), plugins: [...plugins, know(known, [])], write: false });
	const handed = new Set<string>();
	known.filesBeside[forms.name] = await bundle(forms.source, { ...file(forms.name), ...takingWhatIs(metafile, handed) });
	const hash = await bundle(oneSource, { ...file(oneFile), plugins: [...plugins, know(known, [...handed])] });

	const files: Record<string, string> = { [oneFile]: hash, ...known.filesBeside };
	for (const name of others) files[name] = integrityOf(join(folder, name));
	const integrity: Integrity = { version, trustedTypesPolicy: known.policyName, files };
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

const options = (source: string) =>
	({
		...{ entryPoints: [join(root, source)], absWorkingDir: root, metafile: true, bundle: true, minify: true },
		...{ format: "esm", target: "es2022", legalComments: "none", logLevel: "warning" },
	}) as const satisfies BuildOptions;

/** Returns the hash of what it wrote. */
async function bundle(source: string, given: BuildOptions): Promise<string> {
	const { metafile } = await build({ ...options(source), ...given, metafile: true });
	refuseImports(metafile);
	return integrityOf(String(given.outfile));
}

/** A file that exports a function, which makes its module with what it is handed: the modules that are in another one. Fills `handed`. */
const takingWhatIs = ({ inputs }: Metafile, handed: Set<string>): BuildOptions => ({
	format: "cjs",
	banner: { js: "export function makeWith(require){const module={exports:{}};" },
	footer: { js: "return module.exports}" },
	plugins: [
		{
			name: "take-what-is-there",
			setup({ onResolve }) {
				onResolve({ filter: /^\./ }, ({ path, resolveDir }) => {
					const name = relative(root, join(resolveDir, path));
					if (!(name in inputs)) return undefined;
					handed.add(name);
					return { path: name, external: true };
				});
			},
		},
	],
});

/** What an engine would fetch by itself has no hash. */
function refuseImports({ outputs }: Metafile): void {
	for (const [file, { imports }] of Object.entries(outputs)) {
		const first = imports.find(({ kind }) => kind !== "require-call");
		if (first) throw new Error(`${file} imports ${first.path}: nothing vouches for that. See namesBeside in build/bundle-elements.ts.`);
	}
}

/** `import("./words.de.ts")` of a file that is not in the bundle but beside it. */
const lookBeside = (names: ReadonlyMap<string, string>): Plugin => ({
	name: "look-beside",
	setup({ onLoad }) {
		onLoad({ filter: /[\\/]src[\\/]element[\\/].*\.ts$/ }, async ({ path }) => {
			let isOther = false;
			const contents = withoutIndents(await readFile(path, "utf8")).replace(
				/(?<!typeof )\bimport\("(\.[^"]+)"\)/g,
				(found, specifier: string) => {
					const name = names.get(relative(root, join(dirname(path), specifier)));
					if (name === undefined) return found;
					isOther = true;
					return `importBeside(${JSON.stringify(name)})`;
				},
			);
			return { contents: isOther ? imported("importBeside", "import-beside.ts") + contents : contents, loader: "ts" };
		});
	},
});

/** Indents and comments are in the texts of styles and templates too, where they say nothing: more than 1 kB after gzip. */
const withoutIndents = (source: string): string => source.replace(/\n\t+/g, "\n").replace(/\n\/\*.*?\*\//gs, "");

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

/** The module `segql:built`: what is known when the files beside are built, and the modules that they are handed. */
const know = (values: Readonly<Record<string, unknown>>, handed: readonly string[]): Plugin => ({
	name: "what-is-built",
	setup({ onResolve, onLoad }) {
		onResolve({ filter: /^segql:built$/ }, ({ path }) => ({ path, namespace: "built" }));
		onLoad({ filter: /.*/, namespace: "built" }, () => ({
			contents: [
				...handed.map((name, index) => `import * as module${index} from ${JSON.stringify(join(root, name))};`),
				`export const modules = { ${handed.map((name, index) => `${JSON.stringify(name)}: module${index}`).join(", ")} };`,
				...Object.entries(values).map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`),
			].join("\n"),
			resolveDir: root,
		}));
	},
});
