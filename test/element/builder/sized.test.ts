// Fields are as wide as what stands in them, in every engine.
import { expect } from "chai";
import { type BuilderPage, builderPage } from "./builder-page.ts";

describe("<segql-builder>: the size of fields", () => {
	let page: BuilderPage | undefined;
	afterEach(() => page?.remove());

	it("shows short and long values whole, and wastes no place", async () => {
		page = await builderPage(
			['country = "WWWWWWW"', 'and country = "a country with a long name"', "and points > 5", "and (points * 2 + seats) > 1234567"].join(
				"\n",
			),
		);
		page.element.style.setProperty("width", "900px");
		await page.drawn();
		const field = (row: string, name: string): HTMLInputElement => (page as BuilderPage).control<HTMLInputElement>(row, name);
		const fields = [
			field("0", "subject"),
			field("0", "value-0"),
			field("1", "value-0"),
			field("2", "value-0"),
			field("3", "subject"),
			field("3", "value-0"),
		];
		for (const each of fields) {
			expect(each.scrollWidth, `${each.value} is seen whole`).to.be.at.most(each.clientWidth + 1);
			const canvas = document.createElement("canvas").getContext("2d") as CanvasRenderingContext2D;
			canvas.font = getComputedStyle(each).font;
			const written = canvas.measureText(each.value).width;
			expect(each.clientWidth, `${each.value} has no more place than it needs`).to.be.at.most(Math.max(90, written + 40));
		}
	});

	it("makes a choice as wide as what is chosen, not as the longest there is", async () => {
		page = await builderPage('country = "US"\nand plan = "pro"\nand seen_at in last 30 days');
		page.element.style.setProperty("width", "900px");
		await page.drawn();
		for (const [row, name, words] of [
			["0", "operator", "is"],
			["1", "value-0", "pro"],
			["2", "operator", "is in"],
		] as const) {
			const select = page.control<HTMLSelectElement>(row, name);
			expect(select.selectedOptions[0]?.label).to.equal(words);
			expect(select.getBoundingClientRect().width, words).to.be.within(30, 90);
		}
		const before = page.control("0", "operator").getBoundingClientRect().width;
		await page.choose("0", "operator", "does not contain");
		expect(page.control("0", "operator").getBoundingClientRect().width).to.be.greaterThan(before + 50);
	});

	it("grows while it is typed", async () => {
		page = await builderPage('country = "US"');
		const field = page.control<HTMLInputElement>("0", "value-0");
		const before = field.getBoundingClientRect().width;
		await page.write("0", "value-0", "a country with a long name");
		expect(page.control("0", "value-0").getBoundingClientRect().width).to.be.greaterThan(before + 50);
	});
});
