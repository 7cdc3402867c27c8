// The worker as one file that stands for itself: a worker has no import map, and bundlers, plain pages and content-security policies all take
// a file. It replaces the module that tsc writes to the same place, so that the URL in own-worker.ts is right in the sources' own terms too.
import { join } from "node:path";
import { build } from "esbuild";

export interface WorkerBundle {
	readonly outfile: string;
	/** Path of the module; default our worker's. */
	readonly entry?: string;
}

export async function bundleWorker({
	outfile,
	entry = join(import.meta.dirname, "..", "src", "worker", "worker.ts"),
}: WorkerBundle): Promise<void> {
	await build({
		entryPoints: [entry],
		outfile,
		allowOverwrite: true,
		bundle: true,
		minify: true,
		format: "esm",
		target: "es2022",
		logLevel: "warning",
	});
}
