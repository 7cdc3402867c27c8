// Five hundred conditions: typing a value draws one row, not all.
import { expect } from "chai";
import { type BuilderPage, builderPage } from "./builder-page.ts";

describe("<segql-builder>: five hundred conditions", () => {
	let page: BuilderPage;
	afterEach(() => page.remove());

	const many = (count: number): string => Array.from({ length: count }, (_, index) => `city = "v${index}"`).join("\nor ");

	const type = async (row: string, words: string): Promise<number> => {
		const field = page.control<HTMLInputElement>(row, "value-0");
		const from = performance.now();
		field.value = words;
		field.dispatchEvent(new InputEvent("input", { bubbles: true }));
		await page.element.updateComplete;
		return performance.now() - from;
	};

	it("changes the nodes of one row at a keystroke", async () => {
		page = await builderPage(many(500));
		page.control("250", "value-0").focus();
		await type("250", "v25");
		await page.drawn();
		const changed = new Set<string>();
		const observer = new MutationObserver((records) => {
			for (const { target } of records) {
				const at = target instanceof Element ? target : target.parentElement;
				changed.add(at?.closest<HTMLElement>("[data-row]")?.dataset.row ?? "the list under a field");
			}
		});
		observer.observe(page.element.renderRoot, { subtree: true, childList: true, attributes: true, characterData: true });
		await type("250", "v2500");
		await page.drawn();
		const records = observer.takeRecords();
		observer.disconnect();
		for (const { target } of records) {
			const at = target instanceof Element ? target : target.parentElement;
			changed.add(at?.closest<HTMLElement>("[data-row]")?.dataset.row ?? "the list under a field");
		}
		changed.delete("the list under a field");
		expect([...changed]).to.deep.equal([String(page.rowAt("250").id)]);
		expect(page.text()).to.include('\nor city = "v2500"\n');
	});

	it("takes little longer than reading the text does, drawing included", async () => {
		page = await builderPage(many(500));
		const { rowLanguage: language, catalogue } = page.element.session;
		if (!language || !catalogue) throw new Error("The language is loaded.");
		page.control("10", "value-0").focus();
		// Each beside a reading of the same text at the same moment: on a busy machine both take longer.
		const ratios: number[] = [];
		for (let index = 0; index < 15; index++) {
			const typed = await type("10", `v${"x".repeat(index)}`);
			const from = performance.now();
			language.translate(page.text(), { catalogue, now: 0 });
			language.document.documentOf(page.text(), catalogue);
			ratios.push(typed / (performance.now() - from));
		}
		const median = ratios.sort((a, b) => a - b)[7] as number;
		expect(median).to.be.lessThan(4);
	});
});
