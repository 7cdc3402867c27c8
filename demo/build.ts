// Builds the demo into demo/dist: plain files that any web server can serve, under the strictest content-security policy.
import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { build, type Plugin } from "vite";

const here = import.meta.dirname;

export interface DemoBuild {
	/** The folder to write; default `demo/dist`. What was in it goes. */
	readonly output?: string;
	/** They see the sources before everything else does. */
	readonly plugins?: readonly Plugin[];
}

/** Returns the folder of the built files. */
export async function buildDemo({ output = join(here, "dist"), plugins = [] }: DemoBuild = {}): Promise<string> {
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
		plugins: [...plugins, serviceWorker()],
	});
	return output;
}

/** Writes service-worker.js with the hashes of everything the build wrote, and a version made from them. */
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
				const files = Object.fromEntries(
					[...built, ...copied].map(({ name, content }) => [
						name === "index.html" ? "./" : `./${name}`,
						`sha256-${hashOf(content, "base64")}`,
					]),
				);
				const version = hashOf(JSON.stringify(files) + worker, "hex").slice(0, 16);
				const constants = `const version = "${version}";\nconst files = ${JSON.stringify(files)};\n`;
				this.emitFile({ type: "asset", fileName: "service-worker.js", source: constants + worker });
			},
		},
	};
}

const hashOf = (content: string | Uint8Array, digits: "base64" | "hex"): string => createHash("sha256").update(content).digest(digits);
