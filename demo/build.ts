// Builds the demo into demo/dist: plain files that any web server can serve, under the strictest content-security policy.
import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { build, type Plugin } from "vite";

const here = import.meta.dirname;
const output = join(here, "dist");

/** Returns the folder of the built files. */
export async function buildDemo(): Promise<string> {
	await build({
		configFile: false,
		root: here,
		base: "./",
		logLevel: "warn",
		build: {
			outDir: output,
			emptyOutDir: true,
			target: "es2022",
			// Nothing inline: the policy forbids it.
			modulePreload: { polyfill: false },
			assetsInlineLimit: 0,
		},
		plugins: [serviceWorker()],
	});
	return output;
}

/** Writes service-worker.js with the list of everything the build wrote and a cache name made from its content. */
function serviceWorker(): Plugin {
	return {
		name: "segql-demo-service-worker",
		generateBundle: {
			order: "post",
			handler(_options, bundle) {
				const built = Object.values(bundle).map((file) => ({
					name: file.fileName,
					content: file.type === "chunk" ? file.code : file.source,
				}));
				const copied = globSync("**/*.*", { cwd: join(here, "public") }).map((name) => ({
					name,
					content: readFileSync(join(here, "public", name)),
				}));
				const worker = readFileSync(join(here, "service-worker.js"), "utf8");
				const hash = createHash("sha256").update(worker);
				for (const { name, content } of [...built, ...copied]) hash.update(name).update(content);
				const files = ["./", ...[...built, ...copied].map(({ name }) => `./${name}`).filter((name) => name !== "./index.html")];
				const constants = `const cacheName = "segql-demo-${hash.digest("hex").slice(0, 16)}";\nconst files = ${JSON.stringify(files)};\n`;
				this.emitFile({ type: "asset", fileName: "service-worker.js", source: constants + worker });
			},
		},
	};
}
