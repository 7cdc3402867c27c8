// What a row says of itself while something in it is still to be chosen, and where the focus is.
import { sendKeys } from "@web/test-runner-commands";
import { expect } from "chai";
import { press } from "../press.ts";
import { type BuilderPage, builderPage } from "./builder-page.ts";

describe("<segql-builder>: what is missing", () => {
	let page: BuilderPage;
	afterEach(() => {
		page.remove();
		document.documentElement.lang = "en";
	});

	/** Softly, or as a mistake. */
	const said = (): readonly string[] => page.all(".problems li").map((each) => `${each.className}: ${each.innerText.trim()}`);

	it("is said in the words of the controls, softly", async () => {
		page = await builderPage("points > 1");
		await page.click("", "add-condition");
		expect([page.text(), said(), page.focused()]).to.deep.equal([
			...["points > 1\nand ?", ["hole: Choose a field."], `${page.rowAt("1").id}/subject`],
		]);
		await page.write("1", "subject", "country");
		expect([page.text(), said(), page.focused()]).to.deep.equal([
			"points > 1\nand country = ?",
			["hole: Write a value."],
			`${page.rowAt("1").id}/value-0`,
		]);
		await page.click("", "add-reference");
		expect([said(), page.focused()]).to.deep.equal([
			...[["hole: Write a value.", "hole: Choose a segment."], `${page.rowAt("2").id}/entry`],
		]);
		await page.write("2", "entry", "vip");
		await page.write("1", "value-0", "US");
		expect([page.text(), said()]).to.deep.equal(['points > 1\nand country = "US"\nand in segment "vip"', []]);
	});

	it("describes its row, beside what is wrong", async () => {
		page = await builderPage("contry between ? and ?");
		const row = page.all(`[data-row="${page.rowAt("0").id}"]`)[0];
		const ids = (row?.getAttribute("aria-describedby") ?? "").split(" ");
		expect(ids.map((id) => page.all(`#${id} .message`).map((each) => each.innerText))).to.deep.equal([
			...[['There is no field "contry". Did you mean "country"?'], ["Write a value."]],
		]);
		await page.click("0", "fix-0-0");
		expect(page.text()).to.equal("country between ? and ?");
	});

	it("is said in the language of the page", async () => {
		document.documentElement.lang = "de";
		page = await builderPage('? and points > ? and in segment ""');
		await new Promise((resolve) => setTimeout(resolve, 50));
		await page.drawn();
		expect(said()).to.deep.equal(["hole: Wähle ein Feld.", "hole: Schreibe einen Wert.", "hole: Wähle ein Segment."]);
	});

	it("has the focus in a list after a field was chosen", async () => {
		page = await builderPage('country in ("US")');
		const field = page.control<HTMLInputElement>("0", "subject");
		field.focus();
		field.select();
		await sendKeys({ type: "points" });
		await press("Enter");
		await page.drawn();
		expect([page.text(), page.focused()]).to.deep.equal(["points in (?)", `${page.rowAt("0").id}/entry`]);
	});

	it("opens no list that has nothing in it for nothing typed", async () => {
		page = await builderPage("points >= 5", { catalogue: { fields: [{ name: "points", type: "number" }] } });
		const field = page.control<HTMLInputElement>("0", "value-0");
		const isOpen = () => page.all("#choices")[0]?.matches(":popover-open");
		field.click();
		expect(isOpen()).to.equal(false);
		field.focus();
		await press("End", "Backspace");
		await page.drawn();
		expect([page.text(), isOpen(), field.getAttribute("aria-expanded")]).to.deep.equal(["points >= ?", false, "false"]);
		await sendKeys({ type: "7" });
		expect(page.all(".choice-note").map((each) => each.innerText)).to.deep.equal(["Nothing fits. What is typed is written as it is."]);
		await press("Backspace");
		expect(isOpen()).to.equal(false);
	});
});
