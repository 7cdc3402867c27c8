// A page for benchmarks: nothing but the functions of one module, in a folder that can be served.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { bundleWorker } from "../../build/bundle-worker.ts";

const root = join(import.meta.dirname, "..", "..");

export interface PageModule {
	/** A file of this folder without its ending. */
	readonly file: string;
	/** What it exports: an object of functions that take and give plain data. */
	readonly name: string;
	/** Whether our worker lies beside it. Default false. */
	readonly withWorker?: boolean;
}

/** Makes the folder; its page has the functions as `benchPage`. */
export async function folderOf({ file, name, withWorker = false }: PageModule): Promise<string> {
	const folder = join(root, ".cache", `bench-${file}`);
	mkdirSync(folder, { recursive: true });
	await build({
		stdin: {
			contents: `import { ${name} } from "./${file}.ts"; globalThis.benchPage = ${name};`,
			resolveDir: import.meta.dirname,
			loader: "ts",
		},
		absWorkingDir: root,
		bundle: true,
		minify: true,
		format: "esm",
		target: "es2022",
		outfile: join(folder, "page.js"),
	});
	if (withWorker) await bundleWorker({ outfile: join(folder, "worker.js") });
	writeFileSync(
		join(folder, "index.html"),
		'<!doctype html><meta charset="utf-8"><title>bench</title><script type="module" src="./page.js"></script>',
	);
	return folder;
}
