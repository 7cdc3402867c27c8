// What axe knows of accessibility, in each state of the editor.
import { expect } from "chai";
import type { EditorElement } from "../../../src/element/editor/editor-element.ts";
import { countingSource } from "./counting-source.ts";
import { all, editorOnPage, faults, pause, press, suggested, type, until, words } from "./editor-page.ts";

for (const kind of ["code", "plain"] as const) {
	for (const scheme of ["light", "dark"] as const) {
		describe(`axe on <segql-editor editor="${kind}">, ${scheme}`, () => {
			let element: EditorElement;

			beforeEach(() => {
				document.documentElement.lang = "en";
				document.documentElement.style.setProperty("color-scheme", scheme);
				document.documentElement.style.setProperty("background", scheme === "dark" ? "#171a1f" : "#ffffff");
			});

			afterEach(() => {
				element.remove();
				document.documentElement.removeAttribute("style");
				document.documentElement.lang = "";
				document.documentElement.dir = "";
			});

			it("empty", async () => {
				element = await editorOnPage({ editor: kind });
				expect(await faults(element)).to.deep.equal([]);
			});

			it("with a whole text and its counts", async () => {
				const profiles = countingSource();
				element = await editorOnPage({
					editor: kind,
					profiles,
					value: '# who\ncountry = "US" and points > 1\nand seen_at in last 30 days',
				});
				if (kind === "code") await until(() => all(element, ".count").length === 3);
				await pause(300);
				expect(await faults(element)).to.deep.equal([]);
			});

			it("with problems, and the keys unfolded", async () => {
				element = await editorOnPage({ editor: kind, value: "pints > 1 and points > many or country = 5" });
				element.renderRoot.querySelector("summary")?.click();
				await element.updateComplete;
				expect(words(element, ".problems li").length).to.be.greaterThan(2);
				expect(await faults(element)).to.deep.equal([]);
			});

			it("with suggestions", async () => {
				element = await editorOnPage({ editor: kind, profiles: countingSource([{ value: "US", count: 5 }]) });
				element.focus();
				await type("country = ");
				await until(() => suggested(element)[0] === '>"US"');
				await pause(300);
				expect(await faults(element)).to.deep.equal([]);
			});

			it("with fixes at the caret", async () => {
				element = await editorOnPage({ editor: kind, value: "pints > 1" });
				element.session.select({ from: 1, to: 1 }, "host");
				element.focus();
				await press("Control+.");
				await until(() => all(element, ".said .fix, .offers li").length > 0);
				await pause(300);
				expect(await faults(element)).to.deep.equal([]);
			});

			it("read only, and disabled", async () => {
				element = await editorOnPage({ editor: kind, value: "pints > 1", readOnly: true });
				expect(await faults(element)).to.deep.equal([]);
				element.readOnly = false;
				element.disabled = true;
				await element.updateComplete;
				expect(await faults(element)).to.deep.equal([]);
			});

			it("in Arabic, from right to left", async () => {
				document.documentElement.lang = "ar";
				document.documentElement.dir = "rtl";
				element = await editorOnPage({ editor: kind, value: 'country = "مصر" and pints > 1' });
				await until(() => words(element, "label")[0] === "الشرط");
				expect(await faults(element)).to.deep.equal([]);
			});
		});
	}
}
