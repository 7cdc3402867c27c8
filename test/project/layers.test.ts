// Who may import whom (src/README.md has the map). A file imports from its own folder and from the folders below it, and only the
// packages that its folder is there to wrap. Imports of types count too: a type is a dependency like any other.
import { expect } from "chai";
import { importsOf, type SourceFile, sourceFiles } from "./source-files.ts";

/** From the bottom up. Folders on one line do not import one another. */
const layers: readonly (readonly string[])[] = [
	["grammar"],
	["text", "values", "formats", "platform"],
	["diagnostic"],
	["syntax", "fields"],
	["check"],
	["rule", "eval", "columns", "sql"],
	["segments", "membership", "preview", "service", "document"],
	["translate", "compile", "index"],
	["store", "worker", "element", "cli"],
];

/** Imports between folders of one line, each with its reason. */
const alsoAllowed: Readonly<Record<string, readonly string[]>> = {
	eval: ["rule"], // the runtime runs what `rule` defines
	compile: ["translate"], // the first half of the pipeline
	index: ["compile"], // re-exports only
	worker: ["store"], // the worker is the store and the columns behind one protocol
};

const packages: Readonly<Record<string, readonly string[]>> = {
	grammar: ["chevrotain"],
	syntax: ["chevrotain"],
	formats: ["papaparse"],
	fields: ["jsonpath-rfc9535"],
	eval: ["json-logic-js"],
	store: ["dexie"],
	element: ["lit"],
	cli: ["commander", "vscode-languageserver", "vscode-languageserver-textdocument", "node"],
};

/** Packages of parts of a folder: the code editor is loaded on demand, and of the typings for frameworks only Angular's are more than types. */
const packagesOfParts: Readonly<Record<string, readonly string[]>> = {
	"src/element/editor/code-mirror/": ["autocomplete", "commands", "language", "lint", "state", "view"].map((name) => `@codemirror/${name}`),
	"src/element/frameworks/": ["@angular/core", "@angular/forms", "react", "svelte", "vue"],
};

function packagesOf(path: string, folder: string): readonly string[] {
	const ofParts = Object.entries(packagesOfParts).flatMap(([part, names]) => (path.startsWith(part) ? names : []));
	return [...(packages[folder] ?? []), ...ofParts];
}

/** Written at build time or by hand, outside the layers: it may use Node. */
const outside = ["grammar/generate.ts"];

/** `src/check/check.ts` is in `check`, `src/compile.ts` in `compile`, `grammar/tokens.ts` in `grammar`. */
function folderOf(path: string): string {
	const [first, second = ""] = path.split("/");
	return first === "src" ? second.replace(/\.ts$/, "") : (first ?? "");
}

function packageOf(specifier: string): string {
	if (specifier.startsWith("node:")) return "node";
	return specifier
		.split("/")
		.slice(0, specifier.startsWith("@") ? 2 : 1)
		.join("/");
}

function problemsOf(file: Pick<SourceFile, "path" | "imports">): readonly string[] {
	const from = folderOf(file.path);
	const height = layers.findIndex((layer) => layer.includes(from));
	if (height < 0) return [`${file.path}: the folder ${from} has no place in the layers`];
	return file.imports.flatMap(({ specifier, path }) => {
		if (path === undefined) {
			return packagesOf(file.path, from).includes(packageOf(specifier))
				? []
				: [`${file.path}: ${from} does not import the package ${specifier}`];
		}
		const to = folderOf(path);
		if (to === from || alsoAllowed[from]?.includes(to)) return [];
		if (to === "grammar" && from !== "syntax") return [`${file.path}: only syntax imports grammar`];
		const below = layers.findIndex((layer) => layer.includes(to));
		return below >= 0 && below < height ? [] : [`${file.path}: ${from} does not import ${to}`];
	});
}

describe("layers", () => {
	const files = sourceFiles("src/**/*.ts", "grammar/**/*.ts").filter((file) => !outside.includes(file.path));

	it("no file imports from above or beside its folder", () => {
		expect(files.length).to.be.greaterThan(5);
		expect(files.flatMap(problemsOf)).to.deep.equal([]);
	});

	it("an import that goes up, sideways or to a stranger would be seen", () => {
		const see = (path: string, text: string) => problemsOf({ path, imports: importsOf(path, text) });
		expect(see("src/values/fold.ts", 'import type { Field } from "../fields/field.ts";')).to.deep.equal([
			"src/values/fold.ts: values does not import fields",
		]);
		expect(see("src/store/store.ts", 'export * from "../element/index.ts";')).to.deep.equal([
			"src/store/store.ts: store does not import element",
		]);
		expect(see("src/check/check.ts", 'import {\n\ta,\n\tb,\n} from "../../grammar/parser.ts";')).to.deep.equal([
			"src/check/check.ts: only syntax imports grammar",
		]);
		expect(see("src/check/check.ts", 'const dexie = await import("dexie");')).to.deep.equal([
			"src/check/check.ts: check does not import the package dexie",
		]);
		expect(see("src/element/editor/editor-element.ts", 'import type { EditorView } from "@codemirror/view";')).to.deep.equal([
			"src/element/editor/editor-element.ts: element does not import the package @codemirror/view",
		]);
		expect(see("src/check/check.ts", 'import "node:fs";')).to.deep.equal(["src/check/check.ts: check does not import the package node:fs"]);
		expect(see("src/helpers/x.ts", "")).to.deep.equal(["src/helpers/x.ts: the folder helpers has no place in the layers"]);
	});
});
