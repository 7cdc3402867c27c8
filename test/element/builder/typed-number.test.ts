// Numbers as people write them where they live: what is typed is what the text says, or nothing of it is.
import { sendKeys } from "@web/test-runner-commands";
import { expect } from "chai";
import fc from "fast-check";
import { readTypedNumber, shownNumber } from "../../../src/element/builder/typed-number.ts";
import { press } from "../press.ts";
import { type BuilderPage, builderPage, expectOneStep } from "./builder-page.ts";

describe("readTypedNumber", () => {
	const cases: Readonly<Record<string, Readonly<Record<string, number | undefined>>>> = {
		en: {
			...{
				"1,200": 1200,
				"1,234,567.5": 1_234_567.5,
				"1.500": 1.5,
				" 7.5 ": 7.5,
				".5": 0.5,
				"12.": 12,
				"1e3": 1000,
				"−3": -3,
				"-1,000": -1000,
			},
			...{ "1,2": undefined, "1,20": undefined, "1,,200": undefined, "0,500": undefined, "1.500,25": undefined, "1,200.5.1": undefined },
			...{ "": undefined, "5x": undefined, "1 2": undefined, "1_000": undefined, "9007199254740992": undefined, "1e400": undefined },
			...{ "9007199254740991": 9_007_199_254_740_991, "12,34,567": 1_234_567, "\u200e1,200\u200b": 1200, "١٢": 12, "１２": 12, "𝟗𝟕": 97 },
		},
		de: {
			...{ "1.500": 1500, "1.234.567,89": 1_234_567.89, "1,5": 1.5, "2,50": 2.5, "1,500": 1.5, ",5": 0.5 },
			...{ "1.5": 1.5, "2.50": 2.5, "0.500": 0.5, "1234.567": 1234.567, "1.2000": 1.2, "1,5e-7": 1.5e-7 },
			...{ "1,500.25": undefined, "1.500.25": undefined, "1,2,3": undefined },
		},
		es: { "1.500": 1500, "1500,5": 1500.5 },
		fr: { "1 500,5": 1500.5, "1\u00a0500": 1500, "1\u202f500": 1500 },
		"de-CH": { "1'500.5": 1500.5, "1’500": 1500 },
		ar: { "١٬٢٣٤٫٥": 1234.5, "1,234.5": 1234.5, "\u061c-٣": -3 },
		"ar-EG": { "١٬٢٣٤٫٥": 1234.5, "1,234.5": 1234.5 },
	};
	for (const [language, numbers] of Object.entries(cases)) {
		it(`reads numbers of ${language}`, () => {
			for (const [typed, number] of Object.entries(numbers))
				expect(readTypedNumber(typed, language), JSON.stringify(typed)).to.equal(number);
		});
	}

	it("reads what is shown as the same number", () => {
		for (const language of ["en", "de", "es", "fr", "ar", "ar-EG", "de-CH", "fa", "hi"]) {
			fc.assert(
				fc.property(fc.oneof(fc.double({ noNaN: true, min: -1e15, max: 1e15 }), fc.integer()), (number) => {
					expect(readTypedNumber(shownNumber(number, language), language)).to.equal(
						number === 0 ? Number(shownNumber(number, "en")) : number,
					);
				}),
			);
		}
		expect(shownNumber(1234.5, "de")).to.equal("1234,5");
	});
});

describe("<segql-builder>: numbers", () => {
	let page: BuilderPage;
	afterEach(() => {
		page.remove();
		document.documentElement.lang = "en";
	});

	const field = (row = "0", name = "value-0"): HTMLInputElement => page.control(row, name);
	/** With real keys, in place of what stands there; the text after each key. */
	const typeOver = async (words: string, row = "0", name = "value-0"): Promise<readonly string[]> => {
		field(row, name).focus();
		field(row, name).select();
		const texts: string[] = [];
		for (const sign of words) {
			await sendKeys({ type: sign });
			await page.drawn();
			texts.push(page.text());
		}
		return texts;
	};
	const refusals = (): readonly string[] => page.all(".refusal").map((each) => each.innerText);
	const sentence = "Write a number, for example 12 or 9.5.";

	it("with signs between thousands are the numbers that they look like, and never another one on the way", async () => {
		page = await builderPage("points >= 5");
		expect(await typeOver("1,200")).to.deep.equal([...["points >= 1", "points >= 5", "points >= 5", "points >= 5", "points >= 1200"]]);
		await press("Tab");
		await page.drawn();
		expect([page.text(), field().value, refusals()]).to.deep.equal(["points >= 1200", "1200", []]);
		await expectOneStep(page, "points >= 5");
	});

	it("are written as the language of the page writes them", async () => {
		document.documentElement.lang = "de";
		page = await builderPage("points >= 1.25");
		await new Promise((resolve) => setTimeout(resolve, 50));
		await page.drawn();
		expect(field().value).to.equal("1,25");
		for (const [typed, said, shown] of [
			["1.500", "1500", "1500"],
			["1,5", "1.5", "1,5"],
			["2,50", "2.5", "2,5"],
			["1.255", "1255", "1255"],
		]) {
			await typeOver(typed as string);
			await press("Enter");
			await page.drawn();
			expect([page.text(), field().value]).to.deep.equal([`points >= ${said}`, shown]);
		}
		await typeOver("viele");
		await press("Tab");
		await page.drawn();
		expect(refusals()).to.deep.equal(["Schreibe eine Zahl, zum Beispiel 12 oder 9,5."]);
	});

	it("that cannot be read leave the value as it was, and are marked until they are mended, whatever else happens", async () => {
		page = await builderPage("points >= 5 and seats = 1");
		await typeOver("1x");
		await press("Tab");
		await page.drawn();
		const state = () => [page.text(), field().value, field().getAttribute("aria-invalid"), refusals()];
		expect(state()).to.deep.equal(["points >= 5 and seats = 1", "1x", "true", [sentence]]);
		expect(page.element.session.canUndo, "nothing was changed").to.equal(false);
		const described = field().getAttribute("aria-describedby") ?? "";
		expect(page.all(`#${described} .refusal`).map((each) => each.innerText)).to.deep.equal([sentence]);
		await page.click("", "add-condition");
		await typeOver("7", "1");
		expect(state()).to.deep.equal(["points >= 5 and seats = 7 and ?", "1x", "true", [sentence]]);
		page.element.session.undo();
		page.element.session.undo();
		await page.drawn();
		expect(state()).to.deep.equal(["points >= 5 and seats = 1", "1x", "true", [sentence]]);
		field().focus();
		await press("End", "Backspace");
		await page.drawn();
		expect(state()).to.deep.equal(["points >= 1 and seats = 1", "1", null, []]);
	});

	it("that were refused are gone with Escape, with another value, and with another text", async () => {
		page = await builderPage("points >= 5");
		const refuse = async () => {
			await typeOver("x");
			await press("Tab");
			await page.drawn();
			expect([field().value, refusals()]).to.deep.equal(["x", [sentence]]);
		};
		const expectGone = async (text: string, value: string) => {
			await page.drawn();
			expect([page.text(), field().value, field().getAttribute("aria-invalid"), refusals()]).to.deep.equal([text, value, null, []]);
		};
		await refuse();
		field().focus();
		await press("Escape");
		await expectGone("points >= 5", "5");
		await refuse();
		page.element.session.edit([{ span: { from: 10, to: 11 }, text: "6" }], { origin: "editor" });
		await expectGone("points >= 6", "6");
		await refuse();
		page.element.value = "points >= 6 ";
		await expectGone("points >= 6 ", "6");
		await refuse();
		await page.choose("0", "operator", "is set");
		expect([page.text(), refusals()]).to.deep.equal(["points is set ", []]);
	});

	it("that are refused when somebody presses a button move nothing until the press is over", async () => {
		page = await builderPage("points >= 5");
		const button = document.createElement("button");
		page.element.after(button);
		await typeOver("x");
		button.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true, composed: true }));
		button.focus();
		await new Promise((resolve) => setTimeout(resolve, 100));
		const during = refusals();
		button.dispatchEvent(new PointerEvent("pointerup", { bubbles: true, composed: true }));
		await new Promise((resolve) => setTimeout(resolve, 20));
		await page.drawn();
		button.remove();
		expect([during, refusals()]).to.deep.equal([[], [sentence]]);
		field().focus();
		await press("Escape");
		await typeOver("7x");
		globalThis.dispatchEvent(new PointerEvent("pointerdown"));
		field().blur();
		await new Promise((resolve) => setTimeout(resolve, 100));
		expect(refusals()).to.deep.equal([]);
		await new Promise((resolve) => setTimeout(resolve, 900));
		expect(refusals(), "a press that never ends").to.deep.equal([sentence]);
		globalThis.dispatchEvent(new PointerEvent("pointerup"));
	});

	it("of a missing value leave it missing", async () => {
		page = await builderPage("points >= ?");
		expect(await typeOver("1x")).to.deep.equal(["points >= 1", "points >= ?"]);
		await press("Tab");
		await page.drawn();
		expect([page.text(), field().value, refusals()]).to.deep.equal(["points >= ?", "1x", [sentence]]);
	});

	it("of days and of conditions are read in the same way", async () => {
		page = await builderPage("seen_at in last 30 days\nand at least 2 of (points = 1, points = 2)");
		expect(await typeOver("1,000")).to.deep.equal(
			["1 day", "30 days", "30 days", "30 days", "1000 days"].map(
				(days) => `seen_at in last ${days}\nand at least 2 of (points = 1, points = 2)`,
			),
		);
		await typeOver("٣", "1", "count");
		await press("Tab");
		await page.drawn();
		expect(page.text()).to.equal("seen_at in last 1000 days\nand at least 3 of (points = 1, points = 2)");
	});

	it("in lists, too", async () => {
		page = await builderPage("points in (1)");
		await page.write("0", "entry", "1,200");
		expect(page.text()).to.equal("points in (1, 1200)");
		await page.write("0", "entry", "12, 20");
		expect(page.text()).to.equal("points in (1, 1200, 12, 20)");
	});
});
