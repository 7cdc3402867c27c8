// A file beside the one file, made of parts that the one file has already: it exports a function that makes its module with what it is handed, which
// is the values that it uses and no others. A copy of the parts would be three times as large, and a second language beside the first.
import { readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { type BuildOptions, build, type Metafile, type Plugin, transform } from "esbuild";

/** An export of a source: `src/syntax/print.ts` and `print`. */
export interface HandedValue {
	readonly source: string;
	readonly name: string;
}

/** What the files use of the sources in `there`, each value once, and how they are built with that handed over. */
export async function handOver(
	files: readonly BuildOptions[],
	there: Metafile["inputs"],
): Promise<{ built: readonly BuildOptions[]; values: readonly HandedValue[] }> {
	const used = new Map<string, HandedValue>();
	for (const options of files) {
		const names: HandedValue[] = [];
		const named = await build({ ...options, plugins: [takeFrom(there, (value) => names.push(value) - 1)], write: false });
		for (const [, index] of String(named.outputFiles?.[0]?.text).matchAll(/\btake\((\d+)\)/g)) {
			const value = names[Number(index)];
			if (value) used.set(keyOf(value), value);
		}
	}
	const keys = [...used.keys()];
	const takeUsed = takeFrom(there, (value) => keys.indexOf(keyOf(value)));
	return { values: [...used.values()], built: files.map((options) => ({ ...options, plugins: [takeUsed] })) };
}

const keyOf = ({ source, name }: HandedValue): string => `${source} ${name}`;

/** For `options`: a module as a function of `take`, which gives the value of an index. */
export const asFunction: BuildOptions = {
	format: "cjs",
	banner: { js: "export function makeWith(take){const module={exports:{}};" },
	footer: { js: "return module.exports}" },
};

const takeFrom = (there: Metafile["inputs"], indexOf: (value: HandedValue) => number): Plugin => ({
	name: "take-from-the-one-file",
	setup({ initialOptions: { absWorkingDir: root = "" }, onResolve, onLoad }) {
		onResolve({ filter: /^\./ }, ({ path, resolveDir }) => {
			const source = relative(root, join(resolveDir, path)).replaceAll("\\", "/");
			return source in there ? { path: source, namespace: "handed", sideEffects: false } : undefined;
		});
		onLoad({ filter: /.*/, namespace: "handed" }, async ({ path: source }) => ({
			contents: (await exportsOf(join(root, source)))
				.map((name) => `export const ${name} = /* @__PURE__ */ take(${indexOf({ source, name })});`)
				.join("\n"),
		}));
	},
});

async function exportsOf(file: string): Promise<readonly string[]> {
	// As CommonJS, types are gone and every export is named in one place.
	const { code } = await transform(await readFile(file, "utf8"), { loader: "ts", format: "cjs" });
	const [, list = ""] = /__export\(\w+, \{(.*?)\n\}\);/s.exec(code) ?? [];
	return [...list.matchAll(/^ {2}(\w+): \(\) =>/gm)].map(([, name = ""]) => name);
}
