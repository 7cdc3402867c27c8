// The README's examples run: each `expression; // -> value` line of its TypeScript is checked, each `sh` block that calls segql prints what the
// block after it shows, and what it says of scripts and files is there.
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { expect } from "chai";
import { blocks, readme } from "./readme-blocks.ts";
import { root } from "./source-files.ts";

const { exports, scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
	exports: Record<string, string>;
	scripts: Record<string, string>;
};

/** `segql/eval` as its source file. */
function sourceOf(specifier: string): string {
	const built = exports[specifier.replace(/^segql/, ".")];
	if (built === undefined) throw new Error(`The README imports ${specifier}, which is no entry point.`);
	return pathToFileURL(join(root, built.replace("./dist/", "").replace(/\.js$/, ".ts"))).href;
}

describe("the README", () => {
	const folder = join(root, ".cache", "readme");
	before(() => mkdirSync(folder, { recursive: true }));
	after(() => rmSync(folder, { recursive: true, force: true }));

	for (const [index, { text }] of blocks.filter(({ language }) => language === "ts").entries()) {
		it(`TypeScript example ${index + 1} says what it gives`, async () => {
			const code = text
				.replace(/from "(segql[^"]*)"/g, (_, specifier: string) => `from ${JSON.stringify(sourceOf(specifier))}`)
				.replace(
					/^(.*); \/\/ -> (.*)$/gm,
					(line, value: string, wanted: string) => `found.push({ line: ${JSON.stringify(line)}, value: ${value}, wanted: ${wanted} });`,
				);
			const file = join(folder, `example-${index}-${Date.now()}.ts`);
			writeFileSync(file, `export const found: unknown[] = [];\n${code}`);
			const { found } = (await import(pathToFileURL(file).href)) as { found: readonly { line: string; value: unknown; wanted: unknown }[] };
			expect(found.length).to.be.greaterThan(0);
			for (const { line, value, wanted } of found) expect(value, line).to.deep.equal(wanted);
		});
	}

	for (const [index, { language, text }] of blocks.entries()) {
		if (language !== "sh" || !text.includes("npm run -s segql")) continue;
		it("the command line example prints what it shows", async () => {
			const { stdout } = await promisify(execFile)("bash", ["-c", text], {
				cwd: root,
				env: { ...process.env, PATH: `${join(root, "node_modules", ".bin")}:${process.env.PATH}` },
			});
			expect(stdout).to.equal(blocks[index + 1]?.text);
		});
	}

	it("names only scripts and files that are there", () => {
		for (const [, name = ""] of readme.matchAll(/npm run (?:-s )?([\w:]+)/g)) expect(scripts, name).to.have.property(name);
		for (const [, file = ""] of readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)) expect(existsSync(join(root, file)), file).to.equal(true);
	});
});
