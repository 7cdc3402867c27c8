// `openProfiles` as one file for pages without a build. It starts the worker that is a file beside it, and does the work itself where it may not.
import { join } from "node:path";
import { build } from "esbuild";
import { asOneFile } from "./one-file.ts";

export async function bundleProfiles({ outfile }: { readonly outfile: string }): Promise<void> {
	const options = await asOneFile({
		entryPoints: [join(import.meta.dirname, "..", "src", "worker", "index.ts")],
		outfile,
		bundle: true,
		minify: true,
		format: "esm",
		target: "es2022",
		legalComments: "none",
		logLevel: "warning",
	});
	await build(options);
}
