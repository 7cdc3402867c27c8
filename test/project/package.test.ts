// The package as it would be published: built from the sources, every entry point there with its types, the command running, nothing needless in it.
import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { expect } from "chai";
import { build } from "esbuild";
import { bundleWorker } from "../../build/bundle-worker.ts";
import { root } from "./source-files.ts";

const run = promisify(execFile);

interface Package {
	readonly version: string;
	readonly bin: { readonly segql: string };
	readonly exports: Readonly<Record<string, string>>;
	readonly files: readonly string[];
}

const { version, bin, exports, files } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Package;

/** Entry points that need a page, or are a worker. */
const inPagesOnly = ["./store", "./worker.js", "./element", "./element/define"];

describe("the package", () => {
	// A host with the package in its node_modules.
	const host = join(root, ".cache", "package-test");
	const installed = join(host, "node_modules", "segql");

	before(async () => {
		rmSync(host, { recursive: true, force: true });
		mkdirSync(installed, { recursive: true });
		cpSync(join(root, "package.json"), join(installed, "package.json"));
		symlinkSync(join(root, "node_modules"), join(installed, "node_modules"), "junction");
		await run(
			process.execPath,
			[join(root, "node_modules", "typescript", "bin", "tsc"), "-p", "tsconfig.build.json", "--outDir", join(installed, "dist")],
			{ cwd: root },
		);
		await bundleWorker({ outfile: join(installed, "dist", "src", "worker", "worker.js") });
	});

	after(() => rmSync(host, { recursive: true, force: true }));

	for (const [entry, file] of Object.entries(exports)) {
		it(`${entry.replace(/^\./, "segql")} is there${file.endsWith(".js") ? ", with its types" : ""}`, async () => {
			expect(existsSync(join(installed, file))).to.equal(true);
			if (!file.endsWith(".js")) return;
			expect(existsSync(join(installed, file.replace(/\.js$/, ".d.ts")))).to.equal(true);
			if (!inPagesOnly.includes(entry)) await import(pathToFileURL(join(installed, file)).href);
		});
	}

	it("the worker is one file that stands for itself, beside the module that starts it", async () => {
		const { metafile } = await build({
			entryPoints: [join(installed, "dist", "src", "worker", "worker.js")],
			...{ bundle: true, packages: "external", format: "esm", write: false, metafile: true },
		});
		expect(Object.values(metafile.outputs).flatMap(({ imports }) => imports)).to.deep.equal([]);
		expect(Object.keys(metafile.inputs)).to.have.lengthOf(1);
		const starter = readFileSync(join(installed, "dist", "src", "worker", "own-worker.js"), "utf8");
		expect(starter).to.include('new Worker(new URL("./worker.js", import.meta.url), { type: "module" })');
	});

	it("the command runs without the sources", async () => {
		const { stdout } = await run(process.execPath, [join(installed, bin.segql), "--version"]);
		expect(stdout.trim()).to.equal(version);
		expect(readFileSync(join(installed, bin.segql), "utf8").startsWith("#!/usr/bin/env node\n")).to.equal(true);
	});

	it("names only files that are there", () => {
		expect(files.filter((file) => file !== "dist" && !existsSync(join(root, file)))).to.deep.equal([]);
	});
});
