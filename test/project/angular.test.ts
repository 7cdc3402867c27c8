// Angular pages with the package: its compiler takes what is right, refuses what is wrong in strict templates, and the page runs in Chromium.
import { cpSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { expect } from "chai";
import { build } from "esbuild";
import type { Browser, Page } from "playwright-core";
import { compileAngular } from "../../build/angular.ts";
import type { BuilderElement, EditorElement, StudioElement } from "../../src/element/index.ts";
import { launchChromium, mostWaitMs } from "../browser/launch-chromium.ts";
import { installPackage } from "./install-package.ts";
import { root } from "./source-files.ts";

/** What the page of `angular-page/right.ts` has, as far as it is looked at. */
interface SegmentPage {
	readonly control: {
		readonly value: string;
		readonly errors: unknown;
		readonly touched: boolean;
		setValue(text: string): void;
		disable(): void;
	};
	readonly changes: readonly string[];
	readonly text: string;
	readonly other: string;
	readonly count: number;
}
type OfPage = { readonly page: SegmentPage };

describe("Angular pages", () => {
	const host = join(root, ".cache", "angular-test");

	before(async () => {
		await installPackage(host);
		cpSync(join(import.meta.dirname, "angular-page"), host, { recursive: true });
	});
	after(() => rmSync(host, { recursive: true, force: true }));

	/** Compiles one page as a host does, and returns what the compiler says, a line a mistake. */
	async function compile(...names: readonly string[]): Promise<readonly string[]> {
		const compilerOptions = {
			...{ target: "ES2022", module: "ES2022", moduleResolution: "bundler", lib: ["ES2024", "DOM", "DOM.Iterable"], types: [] },
			...{ strict: true, skipLibCheck: true, outDir: "out", rootDir: "." },
		};
		const project = { compilerOptions, files: names, angularCompilerOptions: { strictTemplates: true } };
		writeFileSync(join(host, "tsconfig.json"), JSON.stringify(project));
		const said = await compileAngular(join(host, "tsconfig.json"));
		// biome-ignore lint/suspicious/noControlCharactersInRegex: the compiler writes in colours
		const plain = said.replace(/\u001B\[\d+m/g, "");
		return [...plain.matchAll(/(\w+)\.ts:(\d+):\d+ - error [^:]+: (.*)/g)].map(([, name, line, message]) => `${name}:${line} ${message}`);
	}

	it("that are right are taken", async () => {
		expect(await compile("right.ts", "main.ts")).to.deep.equal([]);
	});

	it("may set all that other hosts may", async () => {
		expect(await compile("complete.ts")).to.deep.equal([]);
	});

	it("that are wrong are refused, each mistake at its line", async () => {
		expect(await compile("wrong.ts")).to.deep.equal([
			"wrong:9 Type 'number' is not assignable to type 'string'.",
			"wrong:10 Type '\"all\"' is not assignable to type 'StudioView | undefined'.",
			"wrong:12 Property 'value' does not exist on type '{ readonly text: string; }'.",
			`wrong:13 Type '"nothing"' is not assignable to type '"values" | "conditions" | "profiles" | "quality" | "overlap" | "why" | "changes" | undefined'.`,
			"wrong:14 Type '\"count\"' is not assignable to type 'FieldType | undefined'.",
			"wrong:11 Can't bind to 'text' since it isn't a known property of 'segql-editor'.",
		]);
	});

	describe("in Chromium", () => {
		let server: Server;
		let browser: Browser;
		let page: Page;
		const complaints: string[] = [];

		before(async () => {
			await compile("right.ts", "main.ts");
			const { outputFiles } = await build({
				entryPoints: [join(host, "out", "main.js")],
				...{ bundle: true, splitting: true, format: "esm", target: "es2022", write: false, outdir: "/", logLevel: "error" },
			});
			server = createServer(({ url }, response) => {
				const file = outputFiles.find(({ path }) => path === url);
				response.writeHead(file || url === "/" ? 200 : 404, { "content-type": file ? "text/javascript" : "text/html" });
				response.end(file?.text ?? "<!doctype html><title></title><segment-page></segment-page><script type=module src=/main.js></script>");
			});
			await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
			browser = await launchChromium();
			page = await browser.newPage();
			page.setDefaultTimeout(mostWaitMs);
			page.on("pageerror", ({ message }) => complaints.push(message));
			await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
			await page.waitForFunction(() => "page" in globalThis);
		});
		after(async () => {
			await browser?.close();
			server?.close();
			server?.closeAllConnections();
		});

		it("properties reach the elements, and what they tell reaches the page", async () => {
			await page.waitForFunction(() => (globalThis as unknown as OfPage).page.count === 15);
			const found = await page.evaluate(() => {
				const studio = document.querySelector("segql-studio") as StudioElement;
				studio.session.edit([{ span: { from: 10, to: 11 }, text: "7" }], { origin: "editor" });
				const { text, changes } = (globalThis as unknown as OfPage).page;
				return {
					text,
					changes,
					required: studio.required,
					view: studio.view,
					isShared: document.querySelector("segql-preview")?.session === studio.session,
				};
			});
			expect(found).to.deep.equal({ text: "points >= 7", changes: ["points >= 7"], required: true, view: "text", isShared: true });
			await page.waitForFunction(() => (globalThis as unknown as OfPage).page.count === 13);
		});

		it("an editor is a control of reactive forms: its text, its errors, its state", async () => {
			const texts = await page.evaluate(async () => {
				const editor = document.querySelector("segql-editor") as EditorElement;
				const { control } = (globalThis as unknown as OfPage).page;
				await editor.ready;
				const first = editor.value;
				editor.session.edit([{ span: { from: 0, to: first.length }, text: "pints > 1" }], { origin: "editor" });
				const typed = control.value;
				const errors = control.errors;
				editor.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
				control.setValue("points > 2");
				const { touched } = control;
				control.disable();
				return { first, typed, errors, touched, set: editor.value, isValid: control.errors === null, isDisabled: editor.disabled };
			});
			expect(texts).to.deep.equal({
				...{ first: "points > 1", typed: "pints > 1", touched: true, set: "points > 2", isValid: true, isDisabled: true },
				errors: { segql: 'There is no field "pints". Did you mean "points"?' },
			});
		});

		it("a builder follows ngModel, both ways", async () => {
			await page.waitForFunction(() => (document.querySelector("segql-builder") as BuilderElement).value === "points > 3");
			const other = await page.evaluate(() => {
				const builder = document.querySelector("segql-builder") as BuilderElement;
				builder.session.edit([{ span: { from: 9, to: 10 }, text: "4" }], { origin: "builder" });
				return (globalThis as unknown as OfPage).page.other;
			});
			expect(other).to.equal("points > 4");
		});

		it("a builder is invalid while a field holds what the text could not take", async () => {
			const field = page.locator("segql-builder input[part~=value]");
			/** Angular draws a moment later. */
			const becomes = (state: "ng-invalid" | "ng-valid") =>
				page.waitForFunction((name) => document.querySelector("segql-builder")?.classList.contains(name), state);
			await becomes("ng-valid");
			await field.fill("12abc");
			await becomes("ng-invalid");
			await field.fill("4");
			await becomes("ng-valid");
			await field.fill("abc");
			await field.press("Tab");
			await becomes("ng-invalid");
			await field.press("Escape");
			await field.blur();
			await becomes("ng-valid");
			expect(await field.inputValue()).to.equal("4");
		});

		it("never complained", () => expect(complaints).to.deep.equal([]));
	});
});
