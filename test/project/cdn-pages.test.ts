// Pages of another origin that load segql.js from elsewhere, in every browser here: its hash vouches for the files beside it too, whatever the server
// makes of them, and without any of them everything works that is not in them.
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { bundleElements, type Integrity } from "../../build/bundle-elements.ts";
import type { StudioElement } from "../../src/element/index.ts";
import type { Driver } from "../browser/drivers/driver.ts";
import { openDriver } from "../browser/drivers/open-driver.ts";
import { Person, type Thing } from "../browser/drivers/person.ts";
import { chooseEngines } from "../browser/engines.ts";
import { Cdn, Site } from "./cdn-page/cdn.ts";
import { root } from "./source-files.ts";

const folder = join(root, ".cache", "cdn-pages");
const { engines, absent } = chooseEngines();

const code: Thing = { css: ".cm-content" };
const button = (named: string): Thing => ({ css: "button", named });
const problem = "A part of this page could not be loaded, or is not the one that belongs to it. Check the connection, then try again.";

describe("pages that load segql.js from another origin", () => {
	let cdn: Cdn;
	let site: Site;
	let files: string;
	let page: string;
	let integrity: Integrity;

	before(async () => {
		integrity = await bundleElements({ folder });
		cdn = new Cdn(folder);
		site = new Site(readFileSync(join(root, "test", "browser", "drivers", "watch.js"), "utf8"));
		[files, page] = await Promise.all([cdn.start(), site.start()]);
	});

	after(() => {
		cdn?.stop();
		site?.stop();
		rmSync(folder, { recursive: true, force: true });
	});

	for (const reason of absent) it.skip(`in ${reason}`, () => undefined);

	for (const engine of engines) {
		describe(`in ${engine}`, () => {
			let driver: Driver;
			let person: Person;

			before(async () => {
				driver = await openDriver[engine]();
				person = new Person(driver);
				await driver.resize(1400, 1100);
			});
			after(() => driver?.close());

			/** A page with a studio in a language, and with profiles; `scripts` are the attributes of its scripts. */
			async function open(language: string, { hash = integrity.files["segql.js"], scripts = "" } = {}): Promise<void> {
				site.markup = `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>A host</title>
					<script ${scripts} src="watch.js"></script>
					<script ${scripts} type="module" src="${files}segql.js" integrity="${hash}" crossorigin="anonymous"></script></head>
					<body><segql-studio></segql-studio></body></html>`;
				await driver.open(page);
			}

			async function giveProfiles(): Promise<void> {
				await person.until("for the elements", () => customElements.get("segql-studio") !== undefined);
				await driver.evaluate(() => {
					const studio = document.querySelector("segql-studio") as StudioElement;
					const saved: string[] = [];
					const refused: string[] = [];
					Object.assign(window, { saved, refused });
					studio.addEventListener("segql-rule-refused", (event) => refused.push(...event.detail.problems.map(({ message }) => message)));
					studio.addEventListener("segql-export", (event) => {
						event.preventDefault();
						void event.detail.blob.text().then((text) => saved.push(text));
					});
					studio.catalogue = { fields: [{ name: "points", type: "number" }] };
					studio.profiles = Array.from({ length: 20 }, (_, points) => ({ user_id: `u${points}`, points }));
					studio.value = "points >= 5";
				});
			}

			const strict = (scripts: string): string =>
				[
					// Browsers ask for an icon.
					`default-src 'none'; script-src ${scripts}; style-src 'none'; img-src 'self'`,
					`require-trusted-types-for 'script'; trusted-types ${integrity.trustedTypesPolicy}`,
				].join("; ");
			const complaints = () =>
				driver.evaluate(() => (window as unknown as { complaints?: string[] }).complaints ?? ["It was not watched."]);
			const wasChanged = () => driver.evaluate(() => "wasChanged" in window);
			const exported = () =>
				person.until("for the file", () => {
					const [first] = (window as unknown as { saved: string[] }).saved;
					return first;
				});

			const setRule = () =>
				driver.evaluate(() => {
					const studio = document.querySelector("segql-studio") as StudioElement;
					studio.rule = { ">": [{ var: "points" }, 8] };
				});
			const textIs = (text: string) =>
				person.until(`for ${text}`, (wanted) => (document.querySelector("segql-studio") as StudioElement).value === wanted, text);
			const refusal = () =>
				person.until("for the refusal", () => {
					const [first] = (window as unknown as { refused: string[] }).refused;
					return first;
				});
			const notRead = "A part of this page could not be loaded. Check the connection, then reload the page.";

			it("under the strictest policy, with all files: code editor, another language, a rule, CSV, each file asked for once", async () => {
				cdn.reset("kept");
				site.policy = strict(`'self' ${files}`);
				await open("de");
				await giveProfiles();
				await person.see(code);
				await person.click({ css: '[role="tab"]', named: "Profile" });
				await person.click(button("CSV"));
				expect(await exported()).to.match(/^points\r\n5\r\n6\r\n/);
				await setRule();
				await textIs("points > 8");
				expect([...cdn.asked].filter(([, times]) => times !== 1)).to.deep.equal([]);
				expect([...cdn.asked.keys()].toSorted()).to.deep.equal([
					"segql-code-editor.js",
					"segql-csv.js",
					"segql-forms.js",
					"segql-words/de.js",
					"segql.js",
				]);
				expect(await complaints()).to.deep.equal([]);
			});

			it("refuses every file whose bytes are others, does without, says so, and takes the right one afterwards", async () => {
				cdn.reset("changed");
				site.policy = strict(`'self' ${files}`);
				await open("de");
				await giveProfiles();
				const said = "The code editor could not be loaded. This plain text field does the same work, and nothing is lost.";
				await person.see({ css: '[part="notice"]', holding: said });
				await person.see({ css: "textarea" });
				await person.click({ css: '[role="tab"]', named: "Profiles" });
				await person.click(button("CSV"));
				await person.see({ css: '[part="export"]', holding: problem });
				await setRule();
				expect(await refusal()).to.equal(notRead);
				expect(cdn.asked.has("segql-words/de.js")).to.equal(true);
				expect(await wasChanged()).to.equal(false);
				expect(await complaints()).to.deep.equal([]);

				cdn.reset("kept");
				await person.click(button("Try again"));
				await person.see(code);
				await person.click(button("CSV"));
				expect(await exported()).to.match(/^points\r\n5\r\n6\r\n/);
				await setRule();
				await textIs("points > 8");
				expect(await wasChanged()).to.equal(false);
			});

			it("all alone on a plain page: text area, builder, counts and an export", async () => {
				cdn.reset("gone");
				site.policy = undefined;
				await open("en");
				await giveProfiles();
				await person.see({ css: '[part="share"]', holding: "of 20 profiles · 75.0%" });
				await person.write({ css: "textarea" }, "points >= 7");
				await person.see({ css: '[part="share"]', holding: "of 20 profiles · 65.0%" });
				await person.click({ css: 'input[part~="value"]' });
				await person.press("Control+a");
				await person.type("12");
				await person.press("Enter");
				await person.see({ css: '[part="share"]', holding: "of 20 profiles · 40.0%" });
				expect(await driver.evaluate(() => (document.querySelector("segql-studio") as StudioElement).value)).to.equal("points >= 12");
				await person.click({ css: '[role="tab"]', named: "Profiles" });
				await person.click(button("NDJSON"));
				expect(await exported()).to.match(/^\{"points":12\}\n\{"points":13\}\n/);
				await setRule();
				expect(await refusal()).to.equal(notRead);
				await textIs("points >= 12");
				expect(await complaints()).to.deep.equal([]);
			});

			it("where scripts are allowed by a nonce", async () => {
				cdn.reset("kept");
				site.policy = strict("'nonce-abc123'");
				await open("es", { scripts: 'nonce="abc123"' });
				await giveProfiles();
				await person.see(code);
				await person.see({ css: '[role="tab"]', named: "Perfiles" });
				expect(await complaints()).to.deep.equal([]);
			});

			it("is not run at all when it is another file than the page means", async () => {
				cdn.reset("kept");
				site.policy = undefined;
				await open("en", { hash: String(integrity.files["segql-csv.js"]) });
				await person.until("for the page", () => document.readyState === "complete");
				expect(await driver.evaluate(() => customElements.get("segql-studio") === undefined)).to.equal(true);
			});
		});
	}
});
