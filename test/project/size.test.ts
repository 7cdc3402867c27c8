// What each entry point costs a page: bundled and minified as a host would, gzipped, with lit, dexie and Angular left out (hosts bring their own; a worker's
// file has all it needs), and without what is only loaded when it is needed.
// The budgets stand in package.json, the sizes of today in the README; a test keeps both honest.
import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { gzipSync } from "node:zlib";
import { expect } from "chai";
import { build } from "esbuild";
import { root } from "./source-files.ts";

interface Package {
	readonly exports: Readonly<Record<string, string>>;
	/** Entry → most bytes after gzip. */
	readonly sizeBudgets: Readonly<Record<string, number>>;
}

const { exports, sizeBudgets } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Package;

/** The source of a file that the build writes to dist. */
const sourceOf = (built: string): string => built.replace("./dist/", "").replace(/\.js$/, ".ts");

const moduleEntries = Object.entries(exports).filter(([, built]) => built.endsWith(".js"));

/** A file that stands for itself. */
const whole = "./worker.js";

async function gzippedSize(source: string, external: string[]): Promise<number> {
	const { outputFiles, metafile } = await build({
		entryPoints: [join(root, source)],
		bundle: true,
		minify: true,
		write: false,
		outdir: "out",
		absWorkingDir: root,
		metafile: true,
		splitting: true,
		format: "esm",
		target: "es2022",
		external,
		logLevel: "error",
	});
	const entry = Object.keys(metafile.outputs).find((path) => metafile.outputs[path]?.entryPoint === source);
	const loaded = new Set<string>();
	const load = (path: string): void => {
		if (loaded.has(path)) return;
		loaded.add(path);
		for (const { path: other, kind } of metafile.outputs[path]?.imports ?? []) {
			if (kind === "import-statement" && metafile.outputs[other]) load(other);
		}
	};
	load(String(entry));
	const files = outputFiles.filter(({ path }) => loaded.has(relative(root, path)));
	return files.reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).length, 0);
}

describe("size", () => {
	it("every entry point has a budget", () => {
		expect(Object.keys(sizeBudgets)).to.deep.equal(moduleEntries.map(([entry]) => entry.replace(/^\./, "segql")));
	});

	const readme = readFileSync(join(root, "README.md"), "utf8");
	for (const [entry, built] of moduleEntries) {
		const name = entry.replace(/^\./, "segql");
		it(`${name} keeps within its budget, and the README says its size`, async () => {
			const size = await gzippedSize(sourceOf(built), entry === whole ? [] : ["lit", "lit/*", "dexie", "@angular/*"]);
			expect(size).to.be.at.most(sizeBudgets[name] ?? 0);
			// Budgets that are far away catch nothing.
			expect(sizeBudgets[name]).to.be.at.most(size * 1.25 + 512);
			const said = new RegExp(`\\| \`${name.replaceAll(".", "\\.")}\` \\|.*\\| ([\\d.]+) kB \\|`).exec(readme)?.[1];
			expect(Number(said), "the README's table").to.be.closeTo(size / 1000, Math.max(0.1, size / 1000 / 20));
		});
	}
});
