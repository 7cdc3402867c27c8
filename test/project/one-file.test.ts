// What is imported on demand is in the one file, and runs when it is asked for, once.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect } from "chai";
import { type BuildOptions, build } from "esbuild";
import { asOneFile } from "../../build/one-file.ts";
import { root } from "./source-files.ts";

const folder = join(root, ".cache", "one-file");

/** The parts say when they run. */
const sources = {
	"page.js": `import { run } from "./shared.js"; run("page");
		export const [early, late] = [() => import("./early.js"), () => import("./late.js")]; export const address = import.meta.url;`,
	"early.js":
		'import { run } from "./shared.js"; import { parts } from "./of-parts.js"; run("early"); export const name = parts + " early";',
	"late.js": 'import { run } from "./shared.js"; import { parts } from "./of-parts.js"; run("late"); export const name = parts + " late";',
	"of-parts.js": 'import { run } from "./shared.js"; run("of parts"); export const parts = "part";',
	"shared.js": "export const order = globalThis.segqlRan ??= []; export const run = (name) => { order.push(name); };",
};

interface Page {
	readonly early: () => Promise<{ readonly name: string }>;
	readonly late: () => Promise<{ readonly name: string }>;
	readonly address: string;
}

describe("a file that has what it imports on demand", () => {
	const global = globalThis as { segqlRan?: string[] };

	before(() => {
		mkdirSync(folder, { recursive: true });
		for (const [name, text] of Object.entries(sources)) writeFileSync(join(folder, name), text);
	});
	after(() => {
		delete global.segqlRan;
		rmSync(folder, { recursive: true, force: true });
	});

	it("stands for itself, and runs each part when it is asked for", async () => {
		const outfile = join(folder, "built", "page.js");
		const options = { entryPoints: [join(folder, "page.js")], outfile, bundle: true, minify: true, format: "esm" } satisfies BuildOptions;
		const { metafile } = await build({ ...(await asOneFile(options)), metafile: true });
		expect(Object.values(metafile?.outputs ?? {}).map(({ imports }) => imports)).to.deep.equal([[]]);
		rmSync(join(folder, "early.js"));
		const page = (await import(pathToFileURL(outfile).href)) as Page;
		expect(page.address).to.equal(pathToFileURL(outfile).href);
		expect(global.segqlRan).to.deep.equal(["page"]);
		expect((await page.late()).name).to.equal("part late");
		expect(global.segqlRan).to.deep.equal(["page", "of parts", "late"]);
		expect((await page.early()).name).to.equal("part early");
		await page.late();
		expect(global.segqlRan).to.deep.equal(["page", "of parts", "late", "early"]);
	});
});
