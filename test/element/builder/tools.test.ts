// The buttons of a row: they take no place, cover nothing, move nothing, and everybody reaches them.
import { sendKeys } from "@web/test-runner-commands";
import { expect } from "chai";
import { type BuilderPage, builderPage } from "./builder-page.ts";
import { press } from "../press.ts";

describe("<segql-builder>: the buttons of a row", () => {
	let page: BuilderPage;
	afterEach(() => {
		page.remove();
		document.documentElement.dir = "ltr";
	});

	const frames = async (): Promise<void> => {
		for (let count = 0; count < 3; count++) await new Promise((resolve) => requestAnimationFrame(resolve));
	};
	const rowElement = (row: string): HTMLElement => page.all(`[data-row="${page.rowAt(row).id}"]`)[0] as HTMLElement;
	const inLine = <Found extends HTMLElement = HTMLElement>(row: string, selector: string): Found =>
		rowElement(row).querySelector<Found>(`:scope > .line ${selector}`) as Found;
	const pointAt = async (row: string, pointerType = "mouse"): Promise<void> => {
		inLine(row, ".content").dispatchEvent(new PointerEvent("pointerover", { bubbles: true, composed: true, pointerType }));
		await frames();
	};
	const areSeen = (row: string): boolean => getComputedStyle(inLine(row, ".quick")).opacity === "1";
	const boxes = () =>
		page
			.all("input, select, .chip, .word, [data-row], [data-grip], [data-key$='/more']")
			.map((each) => [each.dataset.key ?? each.className, ...Object.values(each.getBoundingClientRect().toJSON())].join(" "));
	const overlaps = (row: string): readonly string[] => {
		const tools = inLine(row, ".quick").getBoundingClientRect();
		return page
			.all("input, select, .chip, .word, .count, .toggle, .joint, [data-grip], [data-key$='/more']")
			.filter((each) => {
				const box = each.getBoundingClientRect();
				return box.left < tools.right - 1 && tools.left < box.right - 1 && box.top < tools.bottom - 1 && tools.top < box.bottom - 1;
			})
			.map((each) => each.dataset.key ?? each.className);
	};
	const wide = (width: number): void => page.element.style.setProperty("width", `${width}px`);

	for (const direction of ["ltr", "rtl"] as const) {
		it(`take no place: what stands in the line has it all (${direction})`, async () => {
			document.documentElement.dir = direction;
			page = await builderPage('country in ("US", "CA") and points > 500');
			wide(600);
			await frames();
			const line = inLine("0", "").closest(".line") ?? (rowElement("0").querySelector(".line") as HTMLElement);
			const content = inLine("0", ".content").getBoundingClientRect();
			const { left, right } = line.getBoundingClientRect();
			expect(direction === "ltr" ? right - content.right : content.left - left).to.be.at.most(40);
			expect(new Set(["subject", "operator", "value-0"].map((name) => page.control("1", name).getBoundingClientRect().top)).size).to.equal(
				1,
			);
		});

		it(`come where the line has room, and nothing moves or is covered (${direction})`, async () => {
			document.documentElement.dir = direction;
			page = await builderPage('points > 5\nand country in ("US", "CA", "DE", "FR", "GB", "ES")\nand (seats > 2 or opted_in)');
			wide(560);
			await frames();
			const before = boxes();
			expect(areSeen("0")).to.equal(false);
			await pointAt("0");
			expect([areSeen("0"), overlaps("0"), boxes()]).to.deep.equal([true, [], before]);
			for (const button of inLine("0", ".quick").querySelectorAll("button")) {
				const { width, height } = button.getBoundingClientRect();
				expect(Math.min(width, height)).to.be.at.least(24);
			}
			await pointAt("2.1");
			expect([areSeen("0"), areSeen("2"), areSeen("2.1"), overlaps("2.1"), boxes()]).to.deep.equal([false, false, true, [], before]);
			// Values wrap, and there is room beside the last of them or there is not.
			const seenAt: number[] = [];
			for (let width = 420; width < 700; width += 20) {
				wide(width);
				await frames();
				const still = boxes();
				await pointAt("1");
				expect(boxes()).to.deep.equal(still);
				if (!areSeen("1")) continue;
				expect(overlaps("1"), `${width}`).to.deep.equal([]);
				seenAt.push(width);
			}
			expect(seenAt.length).to.be.within(3, 13);
			page.all(".builder")[0]?.dispatchEvent(new PointerEvent("pointerleave"));
			await frames();
			expect(page.all(".roomy")).to.deep.equal([]);
		});
	}

	it("come for the row with focus, too, and give way when it grows", async () => {
		page = await builderPage('country in ("US")');
		wide(400);
		await frames();
		page.control("0", "entry").focus();
		await frames();
		expect([areSeen("0"), overlaps("0")]).to.deep.equal([true, []]);
		await sendKeys({ type: "a long value that takes all of it" });
		await frames();
		expect(overlaps("0").length === 0 || !areSeen("0")).to.equal(true);
	});

	it("where a line is full, they are not in the way", async () => {
		page = await builderPage("points between 10 and 20");
		wide(390);
		await frames();
		const line = inLine("0", ".content");
		line.style.setProperty("flex-wrap", "nowrap");
		await pointAt("0");
		expect([areSeen("0"), getComputedStyle(inLine("0", ".quick")).pointerEvents]).to.deep.equal([false, "none"]);
	});

	it("are reached by keys where there is no room: in a line of their own", async () => {
		page = await builderPage("points between 10 and 20");
		wide(390);
		inLine("0", ".content").style.setProperty("flex-wrap", "nowrap");
		await frames();
		page.control("0", "more").focus();
		await press("ArrowLeft");
		await frames();
		expect(page.focused()).to.equal(`${page.rowAt("0").id}/remove`);
		expect([areSeen("0"), overlaps("0")]).to.deep.equal([true, []]);
		await press("Enter");
		expect(page.text()).to.equal("");
	});

	it("are all in the panel of the row, in words: for fingers, and where there is no room", async () => {
		page = await builderPage("points > 1\nand seats > 2\n\n# A note");
		await pointAt("0", "touch");
		expect(areSeen("0")).to.equal(false);
		await page.click("0", "more");
		const words = () => page.all(".panel .with-sign").map((each) => each.innerText.trim());
		expect(words()).to.deep.equal(["Move up", "Move down", "Duplicate", "Mute", "Remove"]);
		expect(page.control("0", "more-up").getAttribute("aria-disabled")).to.equal("true");
		await page.click("0", "more-down");
		expect(page.text()).to.equal("seats > 2\nand points > 1\n\n# A note");
		expect(page.focused()).to.equal(`${page.rowAt("1").id}/more-down`);
		await page.click("1", "more-duplicate");
		expect(page.text()).to.equal("seats > 2\nand points > 1\nand points > 1\n\n# A note");
		await page.click("3", "more");
		expect(words()).to.deep.equal(["Move up", "Move down", "Remove"]);
		await page.click("3", "more-remove");
		expect(page.text()).to.equal("seats > 2\nand points > 1\nand points > 1");
	});

	it("what is unfolded belongs to its text: another one of the host, or other fields, begin folded", async () => {
		page = await builderPage("points > 1\nand seats > 2");
		await page.click("1", "more");
		page.element.value = "seats > 3\nand points > 4";
		await page.drawn();
		expect(page.all(".panel")).to.deep.equal([]);
		await page.click("1", "more");
		page.element.session.edit([{ span: { from: 8, to: 9 }, text: "9" }], { origin: "editor" });
		await page.drawn();
		expect(page.all(".panel")).to.have.lengthOf(1);
		page.element.catalogue = { fields: [{ name: "points", type: "number" }] };
		await page.drawn();
		expect(page.all(".panel")).to.deep.equal([]);
	});

	it("a click on one row does not miss what it aims at because another loses focus", async () => {
		page = await builderPage("points between 10 and 20\nand seats > 2");
		wide(390);
		await frames();
		page.control("0", "value-0").focus();
		await frames();
		const { top } = page.control("1", "more").getBoundingClientRect();
		page.control("1", "more").focus();
		await frames();
		expect(page.control("1", "more").getBoundingClientRect().top).to.equal(top);
	});
});
