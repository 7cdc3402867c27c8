// The worker as one file that stands for itself: a worker has no import map, and bundlers, plain pages and content-security policies all take
// a file. It replaces the module that tsc writes to the same place, so that the URL in own-worker.ts is right in the sources' own terms too.
import { join } from "node:path";
import { build } from "esbuild";

/** Writes the file to `outfile`. `conditions` as esbuild has them. */
export async function bundleWorker(outfile: string, conditions: readonly string[] = []): Promise<void> {
	await build({
		entryPoints: [join(import.meta.dirname, "..", "src", "worker", "worker.ts")],
		outfile,
		allowOverwrite: true,
		bundle: true,
		minify: true,
		format: "esm",
		target: "es2022",
		conditions: [...conditions],
		logLevel: "warning",
	});
}
