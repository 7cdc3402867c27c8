// What pages of hosts load in tests: the built files for pages without a build, two versions of them, and the scripts of the pages themselves.
import { cpSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { bundleElements } from "../../build/bundle-elements.ts";
import { bundleProfiles } from "../../build/bundle-profiles.ts";
import { bundleWorker } from "../../build/bundle-worker.ts";

const pages = join(import.meta.dirname, "..", "element");

/** Writes `first/` and `second/`, each as the build writes them to dist, and the scripts of host pages. */
export async function bundleHosts(folder: string): Promise<void> {
	await bundleElements({ folder: join(folder, "first"), version: "0.1.0-first" });
	await bundleElements({ folder: join(folder, "second"), version: "0.1.0-second" });
	await bundleProfiles({ outfile: join(folder, "first", "segql-profiles.js") });
	await bundleWorker({ outfile: join(folder, "first", "worker.js") });
	// The example names the file that it stands beside on a page.
	cpSync(join(pages, "examples", "plain.js"), join(folder, "first", "plain.js"));
	await build({
		entryPoints: ["other-lit.ts", "use-second.ts"].map((name) => join(pages, "hostile", "page", name)),
		outdir: folder,
		external: ["./second/segql.js"],
		...{ bundle: true, format: "esm", target: "es2022", logLevel: "warning" },
	});
}
