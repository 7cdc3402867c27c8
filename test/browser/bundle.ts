// What the browsers load: all tests of the core as one module (a page that loads a thousand small files is slow in every engine),
// and each test file of the store, the worker and the elements as its own, so that each gets a fresh page. esbuild also turns the CommonJS
// packages and `import … with { type: "json" }` into what every engine reads.
import { globSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { build } from "esbuild";
import { bundleWorker } from "../../build/bundle-worker.ts";
import { bundleHosts } from "./bundle-hosts.ts";

const root = join(import.meta.dirname, "..", "..");
const output = join(root, ".cache", "browser-tests");

const nodeOnly = ["cli", "project", "conformance", "bench", "sources", "kept"];
const ownPage = ["element", "store", "worker", "browser"];

/** Tests that open pages of hosts. */
const hostPages = /element[\\/](examples|hostile)[\\/]/;

/** Returns the paths of the modules to open, relative to the project. `only`: a word that a test file's path must hold. */
export async function bundleTests(only: readonly string[] = []): Promise<string[]> {
	const folders = (names: readonly string[]) => names.map((name) => `test/${name}/**`);
	const wanted = (path: string) => only.length === 0 || only.some((word) => path.includes(word));
	const core = globSync("test/**/*.test.ts", { cwd: root, exclude: folders([...nodeOnly, ...ownPage]) })
		.filter(wanted)
		.sort();
	const pages = globSync(`test/{${ownPage.join(",")}}/**/*.test.ts`, { cwd: root })
		.filter(wanted)
		.sort();

	rmSync(output, { recursive: true, force: true });
	mkdirSync(output, { recursive: true });
	const entryPoints: Record<string, string> = {};
	if (core.length > 0) {
		const all = join(output, "core.ts");
		const seed = join("test", "properties", "seed.ts");
		writeFileSync(all, [seed, ...core].map((path) => `import ${JSON.stringify(join(root, path))};\n`).join(""));
		entryPoints.core = all;
	}
	// What those open in frames and workers of their own.
	const opened = pages.length > 0 ? globSync("test/store/page/*.ts", { cwd: root }) : [];
	for (const path of [...pages, ...opened]) entryPoints[relative("test", path).replace(/\.ts$/, "")] = join(root, path);

	await build({
		entryPoints,
		outdir: output,
		bundle: true,
		splitting: true,
		format: "esm",
		target: "es2022",
		sourcemap: "inline",
		// A test file is imported for nothing but its effect, whatever package.json says of side effects.
		ignoreAnnotations: true,
		// Lit's development build checks more than its production one.
		conditions: ["development", "browser"],
		jsx: "automatic",
		// Served by web-test-runner itself.
		external: ["/__web*"],
		logLevel: "warning",
	});
	// The module that starts the worker may be in a test's own file or in one that tests share.
	if (pages.some((path) => path.includes("worker"))) {
		for (const folder of ["", "worker"]) await bundleWorker({ outfile: join(output, folder, "worker.js") });
		await bundleWorker({ outfile: join(output, "ill-worker.js"), entry: join(root, "test", "worker", "ill-worker.ts") });
	}
	if (pages.some((path) => hostPages.test(path))) await bundleHosts(join(output, "hosts"));
	return Object.keys(entryPoints)
		.filter((name) => !name.includes("/page/"))
		.map((name) => relative(root, join(output, `${name}.js`)));
}
