// The package as it would be published: built from the sources, every entry point there with its types, the command running, nothing needless in it.
import { execFile } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { expect } from "chai";
import { build } from "esbuild";
import { bundleElements, type Integrity, integrityOf } from "../../build/bundle-elements.ts";
import { partsOf } from "../../src/element/studio/exported-parts.ts";
import { writeElementData } from "../../build/element-data.ts";
import { installPackage } from "./install-package.ts";
import { blocks } from "./readme-blocks.ts";
import { root, sourceFiles } from "./source-files.ts";

const run = promisify(execFile);

interface Package {
	readonly version: string;
	readonly bin: { readonly segql: string };
	readonly exports: Readonly<Record<string, string>>;
	readonly files: readonly string[];
}

const { version, bin, exports, files } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Package;

/** Entry points that need a page, or are a worker. */
const inPagesOnly = ["./store", "./worker.js"];

interface Named {
	readonly name: string;
}

/** Of the custom-elements manifest. */
interface Described {
	readonly tagName: string;
	readonly events: readonly Named[];
	readonly members: readonly Named[];
	readonly attributes: readonly Named[];
	readonly cssParts: readonly Named[];
	readonly slots?: readonly Named[];
}

describe("the package", () => {
	// A host with the package in its node_modules.
	const host = join(root, ".cache", "package-test");
	const installed = join(host, "node_modules", "segql");

	before(async () => {
		await installPackage(host);
		await bundleElements({ folder: join(installed, "dist") });
		await writeElementData(join(installed, "dist"));
	});

	after(() => rmSync(host, { recursive: true, force: true }));

	for (const [entry, file] of Object.entries(exports)) {
		it(`${entry.replace(/^\./, "segql")} is there${file.endsWith(".js") ? ", with its types" : ""}`, async () => {
			expect(existsSync(join(installed, file))).to.equal(true);
			if (!file.endsWith(".js")) return;
			expect(existsSync(join(installed, file.replace(/\.js$/, ".d.ts")))).to.equal(true);
			// Angular's hosts finish what its compiler began; without that it is done when it runs.
			if (entry === "./element/angular") await import("@angular/compiler");
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

	it("the classes of elements load without a page, and leave nothing behind but what Lit leaves", async () => {
		const script = `
			const before = new Set(Object.getOwnPropertyNames(globalThis));
			const { StudioElement, Session } = await import("segql/element");
			const left = Object.getOwnPropertyNames(globalThis).filter((name) => !before.has(name));
			const registered = globalThis.customElements?.get("segql-studio") === undefined ? "nothing" : "something";
			const session = new Session();
			session.reset("points > 1");
			console.log(JSON.stringify({ left, registered, name: StudioElement.name, text: session.text, page: typeof document }));
		`;
		const { stdout } = await run(process.execPath, ["--input-type=module", "-e", script], { cwd: host });
		const { left, ...found } = JSON.parse(stdout) as { left: readonly string[] };
		expect(found).to.deep.equal({ registered: "nothing", name: "StudioElement", text: "points > 1", page: "undefined" });
		const ofLit = [
			"customElements",
			"litElementVersions",
			"litHtmlVersions",
			"reactiveElementVersions",
			"litServerRoot",
			"litPropertyMetadata",
		];
		expect(left.filter((name) => !ofLit.includes(name))).to.deep.equal([]);
	});

	it("a host that bundles the elements gets what comes later as chunks of their own", async () => {
		writeFileSync(
			join(host, "bundled.js"),
			'import { EditorElement } from "segql/element"; import "segql/element/define"; globalThis.Made = EditorElement;',
		);
		const { metafile } = await build({
			entryPoints: [join(host, "bundled.js")],
			...{
				bundle: true,
				splitting: true,
				format: "esm",
				outdir: "out",
				absWorkingDir: host,
				write: false,
				metafile: true,
				logLevel: "error",
			},
		});
		const outputs = Object.entries(metafile.outputs);
		const chunkOf = (source: string): string =>
			outputs.find(([, { entryPoint }]) => entryPoint?.endsWith(`segql/dist/src/${source}`))?.[0] ?? `no chunk of ${source}`;
		const first = new Set<string>();
		const load = (path: string): void => {
			first.add(path);
			for (const { path: next, kind } of metafile.outputs[path]?.imports ?? [])
				if (kind === "import-statement" && !first.has(next)) load(next);
		};
		load("out/bundled.js");
		const later = ["language", "row-language", "form-language", "rows-engine"].map((name) => `element/session/${name}.js`);
		for (const source of [
			...later,
			"element/editor/code-mirror/code-editor.js",
			"element/studio/words.de.js",
			"element/preview/panels.js",
		]) {
			expect(outputs.map(([path]) => path)).to.include(chunkOf(source));
			expect(first.has(chunkOf(source)), source).to.equal(false);
		}
		const inputs = [...first].flatMap((path) => Object.keys(metafile.outputs[path]?.inputs ?? {}));
		expect(inputs.filter((path) => /chevrotain|codemirror/.test(path))).to.deep.equal([]);
	});

	it("a host that imports the classes and uses none of them bundles nothing", async () => {
		writeFileSync(join(host, "unused.js"), 'import "segql/element"; import { StudioElement } from "segql/element"; export const one = 1;');
		const { outputFiles } = await build({
			entryPoints: [join(host, "unused.js")],
			...{ bundle: true, format: "esm", write: false, minify: true, logLevel: "silent" },
		});
		expect(outputFiles[0]?.text.trim()).to.match(/^var (\w)=1;export\{\1 as one\};$/);
	});

	/** What the compiler says of these files of the host; nothing when they hold. */
	async function typeErrors(sources: Readonly<Record<string, string>>, ...more: readonly string[]): Promise<string> {
		for (const [name, text] of Object.entries(sources)) writeFileSync(join(host, name), text);
		const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
		const hostOptions =
			"--ignoreConfig --strict --noEmit --skipLibCheck --target es2022 --module esnext --moduleResolution bundler --jsx react-jsx";
		const words = [compiler, ...hostOptions.split(" "), ...more, ...Object.keys(sources)];
		const { stdout } = await run(process.execPath, words, { cwd: host }).catch((error: { stdout: string }) => error);
		return stdout;
	}

	it("hosts in TypeScript have the elements in React, Vue, Svelte and plain pages", async () => {
		const catalogue = '{ fields: [{ name: "points", type: "number" }] }';
		const sources: Readonly<Record<string, string>> = {
			"react.tsx": `import type {} from "segql/element/react";
				export const page = <segql-studio value="points > 1" catalogue={${catalogue}} onsegql-change={({ detail }) => detail.text.length} />;
				// @ts-expect-error: the text is text
				export const wrong = <segql-studio value={5} />;`,
			"vue.ts": `import type {} from "segql/element/vue";
				import type { GlobalComponents } from "vue";
				type Properties = InstanceType<GlobalComponents["segql-editor"]>["$props"];
				export const page: Properties = { value: "points > 1", catalogue: ${catalogue} };
				// @ts-expect-error: the text is text
				export const wrong: Properties = { value: 5 };`,
			"svelte.ts": `import type {} from "segql/element/svelte";
				import type { SvelteHTMLElements } from "svelte/elements";
				export const page: SvelteHTMLElements["segql-builder"] = { value: "points > 1", "onsegql-change": ({ detail }) => detail.text };
				// @ts-expect-error: the text is text
				export const wrong: SvelteHTMLElements["segql-builder"] = { value: 5 };`,
			"plain.ts": `import { type StudioElement } from "segql/element/define";
				export const studio: StudioElement | null = document.querySelector("segql-studio");
				studio?.addEventListener("segql-change", ({ detail }) => detail.text.length);
				// @ts-expect-error: the text is text
				if (studio) studio.value = 5;`,
		};
		expect(await typeErrors(sources)).to.equal("");
	});

	it("the README's TypeScript examples hold in strict hosts", async () => {
		const examples = blocks
			.filter(({ language }) => language === "ts")
			.map(({ text }, index) => [`example-${index + 1}.ts`, text] as const);
		expect(examples.length).to.be.greaterThan(4);
		expect(await typeErrors(Object.fromEntries(examples), "--noUncheckedIndexedAccess", "--exactOptionalPropertyTypes")).to.equal("");
	});

	it("the files for pages without a build have the hashes that are written beside them", () => {
		const dist = join(installed, "dist");
		const integrity = JSON.parse(readFileSync(join(dist, "segql.integrity.json"), "utf8")) as Integrity;
		expect(integrity).to.deep.include({ version, trustedTypesPolicy: `segql-${version}` });
		expect(Object.keys(integrity.files)).to.include.members(["segql.js", "segql-code-editor.js", "segql-words/de.js"]);
		for (const [name, hash] of Object.entries(integrity.files)) expect(integrityOf(join(dist, name)), name).to.equal(hash);
	});

	it("tells editors of every element, with its events, attributes, slots and parts", () => {
		const { customElements: path } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8")) as { customElements: string };
		const { modules } = JSON.parse(readFileSync(join(installed, path), "utf8")) as {
			modules: readonly { declarations: readonly Described[] }[];
		};
		const elements = modules.flatMap(({ declarations }) => declarations);
		expect(elements.map(({ tagName }) => tagName).toSorted()).to.deep.equal([
			"segql-builder",
			"segql-editor",
			"segql-preview",
			"segql-studio",
		]);
		for (const { tagName, events, members, cssParts } of elements) {
			expect(
				events.map(({ name }) => name),
				tagName,
			).to.include.members(["segql-change", "segql-catalogue-refused", "segql-rule-refused", "segql-conditions-refused"]);
			expect(
				members.map(({ name }) => name),
				tagName,
			).to.include.members(["value", "catalogue", "profiles", "rule", "conditions"]);
			const documented = cssParts.map(({ name }) => name);
			const inTemplates = sourceFiles(`src/element/${tagName.replace("segql-", "")}/**/*.ts`).flatMap(({ text }) =>
				[...text.matchAll(/\spart="([a-z -]+)"/g)].flatMap(([, names = ""]) => names.split(" ")),
			);
			expect(
				[...new Set(inTemplates)].filter((name) => name !== "" && !documented.includes(name)),
				tagName,
			).to.deep.equal([]);
		}
		const studio = elements.find(({ tagName }) => tagName === "segql-studio");
		const inside = (["editor", "builder", "preview"] as const).flatMap((part) => partsOf(part).map((name) => `${part}-${name}`));
		expect(
			studio?.cssParts
				.map(({ name }) => name)
				.filter((name) => /^(editor|builder|preview)-/.test(name))
				.toSorted(),
		).to.deep.equal(inside.toSorted());
		expect(studio?.slots?.map(({ name }) => name)).to.deep.equal(["start", "tools", "actions", "footer"]);
		expect(studio?.attributes.map(({ name }) => name)).to.include.members(["value", "name", "required", "disabled", "readonly", "view"]);
		for (const name of ["web-types.json", "vscode.html-custom-data.json"]) {
			const text = readFileSync(join(installed, "dist", name), "utf8");
			for (const { tagName } of elements) expect(text, name).to.include(`"${tagName}"`);
		}
	});

	it("has the files that its grammar's reference links to", () => {
		const links = [...readFileSync(join(root, "grammar", "README.md"), "utf8").matchAll(/\]\(([^)#:]+)\)/g)].map(
			([, file]) => `grammar/${file}`,
		);
		expect(links).not.to.deep.equal([]);
		expect(files).to.include.members(links);
	});

	it("names only files that are there", () => {
		const named = JSON.parse(readFileSync(join(installed, "package.json"), "utf8")) as Record<string, string>;
		for (const key of ["customElements", "web-types", "jsdelivr", "unpkg"])
			expect(existsSync(join(installed, named[key] ?? "-")), key).to.equal(true);
		expect(files.filter((file) => file !== "dist" && !existsSync(join(root, file)))).to.deep.equal([]);
	});
});
