// How high the editor is while somebody types: what stands below it on a page must not jump with every key.
import { expect } from "chai";
import type { EditorElement } from "../../../src/element/editor/editor-element.ts";
import { restMs } from "../../../src/element/editor/slow-to-shrink.ts";
import { press } from "../press.ts";
import { editorOnPage, inside, until, words } from "./editor-page.ts";

for (const kind of ["code", "plain"] as const) {
	describe(`the height of <segql-editor>, ${kind}`, () => {
		let element: EditorElement;
		afterEach(() => element.remove());

		const height = (): number => element.getBoundingClientRect().height;
		const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
		const problems = (): number => words(element, ".problems li").length;

		it("grows at once with the problems and shrinks when the typing rests; what is said of them is never late", async () => {
			element = await editorOnPage({ editor: kind, value: "points > 1 and contry = 1 and pints > 2 and cty = 3" });
			await until(() => problems() === 3);
			await frame();
			const high = height();
			inside<HTMLElement>(element, kind === "code" ? ".cm-content" : "textarea").focus();
			element.session.select({ from: 10, to: element.value.length }, "host");
			await frame();
			const began = performance.now();
			await press("Backspace");
			await until(() => problems() === 0);
			await frame();
			const held = height();
			const took = performance.now() - began;
			expect(element.value).to.equal("points > 1");
			if (took < restMs) expect(held).to.be.within(high - 1, high);
			await until(() => height() < high - 60);
			expect(performance.now() - began).to.be.at.least(restMs);
			const low = height();
			await press("Backspace");
			await until(() => problems() === 1);
			await frame();
			expect(height()).to.be.greaterThan(low + 20);
		});

		it("is no longer held once it has left the page", async () => {
			element = await editorOnPage({ editor: kind, value: "contry = 1" });
			await until(() => problems() === 1);
			await frame();
			element.session.edit([{ span: { from: 0, to: 10 }, text: "points > 1" }], { origin: "editor" });
			element.remove();
			document.body.append(element);
			await until(() => problems() === 0);
			expect(inside(element, ".editor").style.length).to.equal(0);
		});

		it("follows at once what the page itself sets", async () => {
			element = await editorOnPage({ editor: kind, value: "contry = 1" });
			await until(() => problems() === 1);
			await frame();
			const high = height();
			element.value = "points > 1";
			await until(() => problems() === 0);
			await frame();
			expect(height()).to.be.lessThan(high - 20);
		});
	});
}
