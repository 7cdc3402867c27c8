// What the elements cost a page, Lit included: before anything is shown, for the language, the code editor and the builder, and as one file for pages
// without a build.
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { gzipSync } from "node:zlib";
import { expect } from "chai";
import { type BuildResult, build } from "esbuild";
import { bundleElements } from "../../build/bundle-elements.ts";
import { root } from "./source-files.ts";

/** In bytes after gzip. */
const budgets = { firstLoad: 75_000, language: 112_000, codeEditor: 125_000, rows: 27_500, forms: 28_000, oneFile: 250_000 };

const gzipped = (contents: Uint8Array): number => gzipSync(contents, { level: 9 }).length;

type Built = BuildResult<{ metafile: true; write: false }>;

describe("size of the elements", () => {
	const define = "src/element/define.ts";
	const codeEditor = "src/element/editor/code-mirror/code-editor.ts";
	let built: Built;

	before(async () => {
		built = await build({
			entryPoints: [define],
			...{ bundle: true, minify: true, splitting: true, format: "esm", target: "es2022", metafile: true, write: false },
			...{ outdir: "out", absWorkingDir: root, logLevel: "error" },
		});
	});

	const outputOf = (entry: string): string =>
		Object.keys(built.metafile.outputs).find((path) => built.metafile.outputs[path]?.entryPoint === entry) ?? `nothing of ${entry}`;

	/** The file, and all that it imports at once, without what is loaded already. */
	function loadedWith(path: string, already: ReadonlySet<string> = new Set()): ReadonlySet<string> {
		const loaded = new Set<string>();
		const load = (each: string): void => {
			if (loaded.has(each) || already.has(each)) return;
			loaded.add(each);
			for (const { path: next, kind } of built.metafile.outputs[each]?.imports ?? []) if (kind === "import-statement") load(next);
		};
		load(path);
		return loaded;
	}

	function sizeOf(paths: ReadonlySet<string>): number {
		const files = built.outputFiles.filter(({ path }) => paths.has(relative(root, path)));
		expect(files).to.have.lengthOf(paths.size);
		return files.reduce((sum, { contents }) => sum + gzipped(contents), 0);
	}

	/** What comes with the file where the first load and the language are there, as the README says it too. */
	const beyond = (source: string, ...there: readonly string[]): number =>
		sizeOf(loadedWith(outputOf(source), new Set(there.flatMap((each) => [...loadedWith(outputOf(each))]))));
	const language = "src/element/session/language.ts";
	const readme = readFileSync(join(root, "README.md"), "utf8");
	function expectSize(row: string, size: number, budget: number): void {
		expect(size).to.be.within(budget * 0.75, budget);
		const said = new RegExp(`\\| ${row} \\|.*\\| ([\\d.]+) kB \\|`).exec(readme)?.[1];
		expect(Number(said), "the README's table").to.be.closeTo(size / 1000, size / 20_000);
	}

	it("a page shows the text after 75 kB at most", () => {
		expectSize("first load", beyond(define), budgets.firstLoad);
	});

	it("an editor says what is wrong after 112 kB more at most", () => {
		expectSize("language", beyond(language, define), budgets.language);
	});

	it("the code editor comes beside the language, with 125 kB at most", () => {
		expectSize("code editor", beyond(codeEditor, define, language), budgets.codeEditor);
	});

	it("a builder loads rows, and a host that sets rules or conditions what reads them, beside the language", () => {
		expectSize("rows", beyond("src/element/session/row-language.ts", define, language), budgets.rows);
		expectSize("other forms", beyond("src/element/session/form-language.ts", define, language), budgets.forms);
	});

	it("what only code editors, builders, hosts and panels use is not part of the language", () => {
		const inputs = [...loadedWith(outputOf(language))].flatMap((path) => Object.keys(built.metafile.outputs[path]?.inputs ?? {}));
		expect(inputs).to.include("src/syntax/parse.ts");
		const later =
			/src\/(document|eval|rule\/read|service\/hover)\/|service\/(semantic-tokens|folding)|from-(rule|conditions)|json-logic-js|codemirror/;
		expect(inputs.filter((path) => later.test(path))).to.deep.equal([]);
	});

	it("the language is not cut in two for the code editor, rows or other forms", () => {
		const ofItsOwn = [...loadedWith(outputOf(language))].filter((path) => built.metafile.outputs[path]?.inputs["src/syntax/parse.ts"]);
		expect(ofItsOwn).to.have.lengthOf(1);
		expect(Object.keys(built.metafile.outputs[String(ofItsOwn[0])]?.inputs ?? {})).to.include.members([
			"src/check/check.ts",
			"src/service/complete/complete.ts",
			"src/segments/to-conditions.ts",
		]);
	});

	it("the parser, the code editor and other languages are not part of the first load", () => {
		const inputs = [...loadedWith(outputOf(define))].flatMap((path) => Object.keys(built.metafile.outputs[path]?.inputs ?? {}));
		expect(inputs.length).to.be.greaterThan(50);
		const later =
			/chevrotain|codemirror|papaparse|src\/(syntax|check|service|document(?!\/row\.ts)|columns|eval|segments)\/|words\.(de|es|ar)\.ts/;
		expect(inputs.filter((path) => later.test(path))).to.deep.equal([]);
	});

	it("the file for pages without a build has 250 kB at most, and imports nothing by itself", async () => {
		const folder = join(root, ".cache", "element-size");
		mkdirSync(folder, { recursive: true });
		try {
			await bundleElements({ folder });
			const file = join(folder, "segql.js");
			expectSize("`dist/segql.js`", gzipped(readFileSync(file)), budgets.oneFile);
			const { metafile } = await build({
				entryPoints: [file],
				...{ bundle: true, external: ["*"], format: "esm", write: false, metafile: true },
			});
			expect(Object.values(metafile.outputs).flatMap((output) => output.imports)).to.deep.equal([]);
			expect(Object.keys(metafile.inputs)).to.have.lengthOf(1);
		} finally {
			rmSync(folder, { recursive: true, force: true });
		}
	});
});
