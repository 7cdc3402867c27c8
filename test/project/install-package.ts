// A host with the package in its node_modules, built from the sources as it would be published.
import { execFile } from "node:child_process";
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { buildAngular } from "../../build/angular.ts";
import { bundleWorker } from "../../build/bundle-worker.ts";
import { root } from "./source-files.ts";

/** Returns where the package is. Another host that was there is removed. */
export async function installPackage(host: string): Promise<string> {
	const installed = join(host, "node_modules", "segql");
	rmSync(host, { recursive: true, force: true });
	mkdirSync(installed, { recursive: true });
	cpSync(join(root, "package.json"), join(installed, "package.json"));
	writeFileSync(join(host, "package.json"), '{ "name": "host", "type": "module" }');
	symlinkSync(join(root, "node_modules"), join(installed, "node_modules"), "junction");
	const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
	await promisify(execFile)(process.execPath, [compiler, "-p", "tsconfig.build.json", "--outDir", join(installed, "dist")], { cwd: root });
	await bundleWorker({ outfile: join(installed, "dist", "src", "worker", "worker.js") });
	await buildAngular(join(installed, "dist"));
	return installed;
}
