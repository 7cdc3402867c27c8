// The builder by keyboard alone, with real keys.
import { sendKeys } from "@web/test-runner-commands";
import { expect } from "chai";
import { type BuilderPage, builderPage } from "./builder-page.ts";
import { press as pressKey } from "../press.ts";

describe("<segql-builder>: keyboard", () => {
	let page: BuilderPage;
	afterEach(() => page.remove());

	const press = async (...keys: readonly string[]): Promise<void> => {
		for (const key of keys) {
			await pressKey(key);
			await page.drawn();
		}
	};
	const type = async (words: string): Promise<void> => {
		await sendKeys({ type: words });
		await page.drawn();
	};
	const key = (row: string, name: string): string => `${page.rowAt(row).id}/${name}`;

	it("writes a segment from nothing", async () => {
		page = await builderPage("");
		page.control("", "add-condition").focus();
		await press("Enter");
		expect(page.focused()).to.equal(key("0", "subject"));
		await type("coun");
		await press("Enter");
		expect(page.text()).to.equal("country = ?");
		expect(page.focused()).to.equal(key("0", "value-0"));
		await type("US");
		expect(page.text()).to.equal('country = "US"');
		page.control("", "add-condition").focus();
		await press("Enter");
		await type("poi");
		await press("ArrowDown", "ArrowUp", "Enter");
		await type("500");
		await press("Enter");
		expect(page.text()).to.equal('country = "US"\nand points >= 500');
	});

	it("leaves the focus where somebody has put it after a field was chosen", async () => {
		page = await builderPage('country = "US"');
		page.control("", "add-condition").focus();
		await press("Enter");
		await type("plan");
		await press("Enter");
		expect(page.focused()).to.equal(key("1", "value-0"));
		const elsewhere = document.createElement("input");
		page.element.after(elsewhere);
		elsewhere.focus();
		page.element.session.select({ from: 0, to: 0 }, "editor");
		await page.drawn();
		expect([page.focused(), document.activeElement === elsewhere]).to.deep.equal([null, true]);
		elsewhere.remove();
	});

	it("picks from the list of fields, closes it with Escape, and keeps focus in the field", async () => {
		page = await builderPage("points > 1");
		const field = page.control("0", "subject");
		field.focus();
		await press("ArrowDown");
		expect(field.getAttribute("aria-expanded")).to.equal("true");
		expect(page.all("[role=option][aria-selected=true]").map((each) => each.querySelector(".choice-label")?.textContent)).to.deep.equal([
			"user_id",
		]);
		await press("Escape");
		expect([field.getAttribute("aria-expanded"), field.hasAttribute("aria-activedescendant"), page.text()]).to.deep.equal([
			"false",
			false,
			"points > 1",
		]);
		await press("ArrowUp", "ArrowUp");
		const active = field.getAttribute("aria-activedescendant");
		expect(page.all("[role=option][aria-selected=true]").map(({ id }) => id)).to.deep.equal([active]);
		expect(page.focused()).to.equal(key("0", "subject"));
	});

	it("moves rows with Alt and the arrows, and focus goes along", async () => {
		page = await builderPage("points > 1\nand seats > 2\nand opted_in");
		page.control("0", "value-0").focus();
		const { id } = page.rowAt("0");
		await press("Alt+ArrowDown");
		expect(page.text()).to.equal("seats > 2\nand points > 1\nand opted_in");
		expect(page.focused()).to.equal(`${id}/value-0`);
		await press("Alt+ArrowDown");
		expect([page.text(), page.focused()]).to.deep.equal(["seats > 2\nand opted_in\nand points > 1", `${id}/value-0`]);
		expect(page.all("[role=status]").map((each) => each.innerText)).to.deep.equal(["Row 3 of 3."]);
		await press("Alt+ArrowUp", "Alt+ArrowUp");
		expect([page.text(), page.focused()]).to.deep.equal(["points > 1\nand seats > 2\nand opted_in", `${id}/value-0`]);
	});

	it("takes back and makes again, typing as one step", async () => {
		page = await builderPage('country = "U" and points > 1');
		const field = page.control<HTMLInputElement>("0", "value-0");
		field.focus();
		field.setSelectionRange(1, 1);
		await type("SA");
		expect(page.text()).to.equal('country = "USA" and points > 1');
		await press("Control+z");
		expect([page.text(), field.value]).to.deep.equal(['country = "U" and points > 1', "U"]);
		await press("Control+y");
		expect([page.text(), field.value]).to.deep.equal(['country = "USA" and points > 1', "USA"]);
		expect(page.focused()).to.equal(key("0", "value-0"));
	});

	it("leaves Control+Z to a field whose words are not in the text yet", async () => {
		page = await builderPage("points > 1");
		await page.choose("0", "operator", "is one of");
		page.control("0", "entry").focus();
		await type("5x");
		await press("Control+z");
		expect(page.text()).to.equal("points in (1)");
	});

	it("takes values back with Backspace", async () => {
		page = await builderPage('country in ("US", "CA")');
		page.control("0", "entry").focus();
		await press("Backspace");
		expect(page.text()).to.equal('country in ("US")');
		await type("DE");
		await press("Enter");
		await type("FR");
		await press("Enter");
		expect([page.text(), page.focused()]).to.deep.equal(['country in ("US", "DE", "FR")', key("0", "entry")]);
	});

	it("walks the tools of a row with the arrows: they are one stop of Tab", async () => {
		page = await builderPage("points > 1\nand seats > 2");
		page.control("0", "more").focus();
		await press("ArrowLeft", "ArrowLeft", "ArrowLeft", "Enter");
		expect(page.text()).to.equal("points > 1\nand points > 1\nand seats > 2");
		page.control("0", "more").focus();
		await press("Home");
		expect(page.focused()).to.equal(key("0", "up"));
		await press("Tab");
		expect(page.focused()).to.equal(key("1", "subject"));
		await press("Shift+Tab");
		expect(page.focused()).to.equal(key("0", "up"));
		await press("End", "Enter");
		expect(page.control("0", "more").getAttribute("aria-expanded")).to.equal("true");
	});

	it("removes rows one after the other without losing focus", async () => {
		page = await builderPage("points > 1\nand seats > 2\nand opted_in");
		page.control("1", "remove").focus();
		await press("Enter");
		expect(page.focused()).to.equal(key("1", "subject"));
		page.control("1", "remove").focus();
		await press("Enter");
		expect(page.focused()).to.equal(key("0", "subject"));
		page.control("0", "remove").focus();
		await press("Enter");
		expect([page.text(), page.focused()]).to.deep.equal(["", key("", "add-condition")]);
	});
});
