// The elements as one file for pages without a build, whose hash vouches for all of it. Beside it are files that it fetches when they are needed: the
// code editor, in whose place a plain text area does the same work where it is not there, what makes a text of rules and conditions, the writer of
// CSV files, and the words of languages other than English. Those are built first and their hashes are in the one file, which runs nothing else
// (page/import-beside.ts).
// The file has a Lit of its own, and so a Trusted Types policy of its own name: two Lits on a page that allows each policy once would otherwise keep
// one another from starting.
import { createHash } from "node:crypto";
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import { type BuildOptions, build, type Metafile, type Plugin, transform } from "esbuild";
import { asFunction, type HandedValue, handOver } from "./handed-modules.ts";
import { asOneFile } from "./one-file.ts";

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
	const known: Known = { policyName: policyName(version), filesBeside: {}, handed: [] };
	const into = (name: string): BuildOptions => ({ outfile: join(folder, name) });
	const from = (source: string): BuildOptions => ({ entryPoints: [join(root, source)] });
	const one: BuildOptions = { ...common, ...from("build/elements-entry.ts") };

	const whole = [...beside].filter(([, { as }]) => as === undefined);
	for (const [source, { name, takesParts }] of whole) {
		if (!takesParts) known.filesBeside[name] = await write({ ...common, ...from(source), ...into(name) });
	}
	for (const language of languages) {
		const name = wordsName(language);
		known.filesBeside[name] = await write({ ...common, ...wordsOf(language), ...into(name) });
	}
	const { metafile } = await build({ ...one, plugins: pluginsOf(known), write: false, metafile: true });
	const functions = whole
		.filter(([, { takesParts }]) => takesParts)
		.map(([source, { name }]) => ({ ...common, ...asFunction, ...from(source), ...into(name) }));
	const { built, values } = await handOver(functions, metafile.inputs);
	for (const options of built) known.filesBeside[basename(String(options.outfile))] = await write(options);
	const hash = await write(await asOneFile({ ...one, ...into(oneFile), plugins: pluginsOf({ ...known, handed: values }) }));

	const files: Record<string, string> = { [oneFile]: hash, ...known.filesBeside };
	for (const name of others) files[name] = integrityOf(join(folder, name));
	const integrity: Integrity = { version, trustedTypesPolicy: known.policyName, files };
	writeFileSync(join(folder, "segql.integrity.json"), `${JSON.stringify(integrity, null, "\t")}\n`);
	return integrity;
}

/** What the one file knows of those beside it. */
interface Known {
	readonly policyName: string;
	/** Integrity hash by file. */
	readonly filesBeside: Record<string, string>;
	readonly handed: readonly HandedValue[];
}

const pluginsOf = (known: Known): Plugin[] => [lookBeside, takeOwnPolicy, leaveChecksOut, know(known)];

/** As hosts name it in `trusted-types`. */
export const policyName = (version: string): string => `segql-${version}`;

export const integrityOf = (file: string): string => `sha384-${createHash("sha384").update(readFileSync(file)).digest("base64")}`;

function packageVersion(): string {
	return (JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string }).version;
}

/** Where an import of a source is found instead, by the path of the source. */
interface Beside {
	readonly name: string;
	/** What the file exports that module as; default: the file is that module. */
	readonly as?: string;
	/** It is made of parts of the one file too, most of them the language: that hands them over. */
	readonly takesParts?: boolean;
}

const languages = ["de", "es", "ar"];
const wordsName = (language: string): string => `segql-words/${language}.js`;

const wordSources = (language: string): readonly string[] => globSync(`src/element/**/*words.${language}.ts`, { cwd: root }).sort();

/** Every part of the elements has words of its own. A page that speaks a language needs them all. */
const wordsOf = (language: string): BuildOptions => ({
	stdin: {
		contents: wordSources(language)
			.map((source) => `export * as ${partOf(source)} from ${JSON.stringify(join(root, source))};`)
			.join("\n"),
		resolveDir: root,
	},
});

/** `src/element/builder/words.de.ts` is of `builder`. */
const partOf = (source: string): string => source.split("/").at(-2) ?? "";

const wordsBeside = (language: string): readonly (readonly [string, Beside])[] =>
	wordSources(language).map((source) => [source, { name: wordsName(language), as: partOf(source) }]);

const beside: ReadonlyMap<string, Beside> = new Map<string, Beside>([
	["src/element/editor/code-mirror/code-editor.ts", { name: "segql-code-editor.js", takesParts: true }],
	["src/element/session/form-language.ts", { name: "segql-forms.js", takesParts: true }],
	["src/formats/csv-text.ts", { name: "segql-csv.js" }],
	...languages.flatMap(wordsBeside),
]);

const common: BuildOptions = {
	...{ absWorkingDir: root, bundle: true, minify: true, format: "esm", target: "es2022", legalComments: "none", logLevel: "warning" },
};

/** Returns the hash of what it wrote. */
async function write(options: BuildOptions): Promise<string> {
	const { metafile } = await build({ ...options, metafile: true });
	refuseImports(metafile);
	return integrityOf(String(options.outfile));
}

/** What an engine would fetch by itself has no hash. */
function refuseImports({ outputs }: Metafile): void {
	for (const [file, { imports }] of Object.entries(outputs)) {
		const [first] = imports;
		if (first)
			throw new Error(
				`${file} imports ${first.path}: nothing vouches for that. See the map of what is beside in build/bundle-elements.ts.`,
			);
	}
}

/** `import("./words.de.ts")` of a file that is not in the bundle but beside it. */
const lookBeside: Plugin = {
	name: "look-beside",
	setup({ onLoad }) {
		onLoad({ filter: /[\\/]src[\\/]element[\\/].*\.ts$/ }, async ({ path }) => {
			let isOther = false;
			const contents = (await shortened(await readFile(path, "utf8"))).replace(
				/(?<!typeof )\bimport\("(\.[^"]+)"\)/g,
				(found, specifier: string) => {
					const file = beside.get(relative(root, join(dirname(path), specifier)));
					if (file === undefined) return found;
					isOther = true;
					const given = `importBeside(${JSON.stringify(file.name)})`;
					return file.as === undefined ? given : `${given}.then((all) => all.${file.as})`;
				},
			);
			return { contents: isOther ? imported("importBeside", "import-beside.ts") + contents : contents, loader: "ts" };
		});
	},
};

/** Indents, comments and styles are texts in templates, which esbuild leaves as they are: 2 kB after gzip. */
async function shortened(source: string): Promise<string> {
	const [, before = "", style, after = ""] = /^(.*\bcss`)([^`$]*)(`.*)$/s.exec(source) ?? [];
	if (style === undefined) return source.replace(/\n\t+/g, "\n").replace(/\n\/\*.*?\*\//gs, "");
	const { code } = await transform(style, { loader: "css", minify: true });
	return `${before}${code.trim().replaceAll("\\", "\\\\")}${after}`;
}

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

/** Chevrotain's checks of a grammar and of its tokens, which our tests run and the parser and the lexer skip, find nothing here: 5 kB after gzip. */
const leaveChecksOut: Plugin = {
	name: "leave-grammar-checks-out",
	setup({ onLoad }) {
		onLoad(
			{ filter: /[\\/]chevrotain[\\/]lib[\\/]src[\\/](parse|scan)[\\/](grammar[\\/]checks|lexer|errors_public)\.js$/ },
			async ({ path }) => {
				const source = await readFile(path, "utf8");
				const contents = source.replace(ofChecks[basename(path)] ?? "", (_, kind: string, name: string) => `export ${empty(kind, name)}`);
				if (contents === source) throw new Error("Chevrotain no longer has its checks where they were: see build/bundle-elements.ts.");
				return { contents, loader: "js" };
			},
		);
	},
};

/** What only checks use, or what tells of a mistake that they found. */
const ofChecks: Readonly<Record<string, RegExp>> = {
	"checks.js": /^export (function|class) (\w+).*?^}/gms,
	"lexer.js": /^export (function) (validatePatterns|perform\w+).*?^}/gms,
	"errors_public.js": /^export (const) (defaultGrammar\w+).*?^}/gms,
};

const empty = (kind: string, name: string): string =>
	kind === "class" ? `class ${name} {}` : `const ${name} = ${kind === "function" ? "() => []" : "{}"};`;

const imported = (name: string, file: string): string => `import { ${name} } from ${JSON.stringify(join(root, "build", "page", file))};\n`;

/** The modules `segql:built` and `segql:handed`, which are not one: what is handed over is not run before it is asked for. */
const know = ({ policyName: name, filesBeside, handed }: Known): Plugin => {
	const contents: Readonly<Record<string, readonly string[]>> = {
		"segql:built": [`export const policyName = ${JSON.stringify(name)};`, `export const filesBeside = ${JSON.stringify(filesBeside)};`],
		"segql:handed": [
			...handed.map((value, index) => `import { ${value.name} as value${index} } from ${JSON.stringify(join(root, value.source))};`),
			`export const handed = [${handed.map((_, index) => `value${index}`).join(", ")}];`,
		],
	};
	return {
		name: "what-is-built",
		setup({ onResolve, onLoad }) {
			onResolve({ filter: /^segql:/ }, ({ path }) => ({ path, namespace: "built" }));
			onLoad({ filter: /.*/, namespace: "built" }, ({ path }) => ({ contents: contents[path]?.join("\n") ?? "", resolveDir: root }));
		},
	};
};
