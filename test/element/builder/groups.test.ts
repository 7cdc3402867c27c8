// What joins the rows of a group while it has one row, and the text does not say it.
import { expect } from "chai";
import { type BuilderPage, builderPage } from "./builder-page.ts";

describe("<segql-builder>: a group with one row left", () => {
	let page: BuilderPage;
	afterEach(() => page.remove());

	const quantity = (row: string): string | undefined => page.control<HTMLSelectElement>(row, "quantity").selectedOptions[0]?.label;
	const before = 'country = "US"\nand (plan = "pro" or opted_in)';
	const left = (rows: string): string => `country = "US"\nand (${rows})`;

	it("stays what it was, for its head and for every new row", async () => {
		page = await builderPage(before);
		await page.click("1.1", "remove");
		expect([page.text(), quantity("1")]).to.deep.equal([left('plan = "pro"'), "Any of these"]);
		await page.click("1", "add-condition");
		expect(page.text()).to.equal(left('plan = "pro" or ?'));
		page.element.session.undo();
		await page.drawn();
		await page.click("1.0", "duplicate");
		expect(page.text()).to.equal(left('plan = "pro" or plan = "pro"'));
		page.element.session.undo();
		await page.drawn();
		await page.click("1.0", "more");
		await page.click("1.0", "add-after");
		expect(page.text()).to.equal(left('plan = "pro" or ?'));
		page.element.session.undo();
		await page.drawn();
		page.element.dropped(page.rowAt("0").id, { into: page.rowAt("1").id });
		expect(page.text()).to.equal('(plan = "pro" or country = "US")');
	});

	it("is what somebody makes of it, and a whole text is, too", async () => {
		page = await builderPage("points > 1 or opted_in");
		await page.click("", "add-condition");
		await page.click("2", "remove");
		await page.click("1", "remove");
		expect([page.text(), quantity("")]).to.deep.equal(["points > 1", "Any of these"]);
		await page.choose("", "quantity", "All of these");
		await page.click("", "add-condition");
		expect([page.text(), quantity("")]).to.deep.equal(["points > 1\nand ?", "All of these"]);
	});

	it("of the conditions behind where is remembered, too", async () => {
		page = await builderPage('count(orders where total > 1 or status = "paid") > 2');
		await page.click("0.1", "remove");
		await page.click("0", "add-condition");
		expect(page.text()).to.equal("count(orders where total > 1 or ?) > 2");
	});

	it("has nothing of another text", async () => {
		page = await builderPage("points > 1 or opted_in");
		page.element.value = "points > 1";
		await page.drawn();
		expect(quantity("")).to.equal("All of these");
		await page.click("", "add-condition");
		expect(page.text()).to.equal("points > 1\nand ?");
	});
});
