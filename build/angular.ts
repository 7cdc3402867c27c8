// The directives for Angular, compiled by Angular's compiler as libraries are: each host's own compiler finishes them for its own version.
// Part of `npm run build`, after tsc.
import { execFile } from "node:child_process";
import { copyFileSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

const root = join(import.meta.dirname, "..");

/** Runs Angular's compiler; returns what it says, which is nothing when all is well. */
export async function compileAngular(project: string, ...words: readonly string[]): Promise<string> {
	const before = join(root, "build", "typescript-for-angular.ts");
	const compiler = join(root, "node_modules", "@angular", "compiler-cli", "bundles", "src", "bin", "ngc.js");
	const { stdout, stderr } = await promisify(execFile)(process.execPath, ["--import", before, compiler, "-p", project, ...words], {
		cwd: root,
	}).catch((error: { stdout: string; stderr: string }) => error);
	return `${stdout}${stderr}`.trim();
}

/** Writes `angular.js` and `angular.d.ts` to where the entry point says in `dist`. */
export async function buildAngular(dist: string): Promise<void> {
	const scratch = join(dist, "angular-scratch");
	const said = await compileAngular("tsconfig.angular.json", "--outDir", scratch);
	if (said !== "") throw new Error(`The directives for Angular do not compile.\n${said}`);
	const place = join("src", "element", "frameworks");
	mkdirSync(join(dist, place), { recursive: true });
	for (const name of ["angular.js", "angular.d.ts"]) copyFileSync(join(scratch, place, name), join(dist, place, name));
	rmSync(scratch, { recursive: true });
}
