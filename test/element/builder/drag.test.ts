// Rows dragged with a pointer.
import { expect } from "chai";
import { type BuilderPage, builderPage, expectOneStep } from "./builder-page.ts";

describe("<segql-builder>: dragging", () => {
	let page: BuilderPage;
	afterEach(() => page.remove());

	const grip = (row: string): HTMLElement => page.all(`[data-grip="${page.rowAt(row).id}"]`)[0] as HTMLElement;
	const box = (row: string): DOMRect => (page.all(`[data-row="${page.rowAt(row).id}"]`)[0] as HTMLElement).getBoundingClientRect();
	const fire = (target: EventTarget, type: string, x: number, y: number): void => {
		target.dispatchEvent(
			new PointerEvent(type, {
				bubbles: true,
				composed: true,
				cancelable: true,
				pointerId: 7,
				pointerType: "touch",
				clientX: x,
				clientY: y,
				button: 0,
			}),
		);
	};
	const press = (row: string): void => {
		const { left, top } = grip(row).getBoundingClientRect();
		fire(grip(row), "pointerdown", left + 5, top + 5);
	};
	const line = (): HTMLElement => page.all(".drop-line")[0] as HTMLElement;

	it("moves a row behind another, as one step", async () => {
		page = await builderPage("points > 1\nand seats > 2\nand opted_in");
		press("0");
		fire(globalThis.window, "pointermove", 20, box("2").bottom - 2);
		expect(line().hidden).to.equal(false);
		expect(Math.abs(line().getBoundingClientRect().top - box("2").bottom)).to.be.lessThan(4);
		fire(globalThis.window, "pointerup", 20, box("2").bottom - 2);
		await page.drawn();
		expect(line().hidden).to.equal(true);
		expect(page.text()).to.equal("seats > 2\nand opted_in\nand points > 1");
		await expectOneStep(page, "points > 1\nand seats > 2\nand opted_in");
	});

	it("leaves the focus in the line of the row, not in its comment", async () => {
		page = await builderPage("# Mine\npoints > 1\nand seats > 2");
		press("0");
		fire(globalThis.window, "pointermove", 20, box("1").bottom - 2);
		fire(globalThis.window, "pointerup", 20, box("1").bottom - 2);
		await page.drawn();
		expect(page.text()).to.equal("seats > 2\n# Mine\nand points > 1");
		expect(page.focused()).to.equal(`${page.rowAt("1").id}/subject`);
	});

	it("moves a row into a group", async () => {
		page = await builderPage("points > 1\nand (seats > 2 or opted_in)");
		press("0");
		const { top } = box("1.0");
		fire(globalThis.window, "pointermove", 20, top + 1);
		fire(globalThis.window, "pointerup", 20, top + 1);
		await page.drawn();
		expect(page.text()).to.equal("(points > 1 or seats > 2 or opted_in)");
	});

	it("is let be by Escape, and a click is no drag", async () => {
		page = await builderPage("points > 1\nand seats > 2");
		press("0");
		fire(globalThis.window, "pointermove", 20, box("1").bottom);
		globalThis.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true }));
		expect(line().hidden).to.equal(true);
		fire(globalThis.window, "pointerup", 20, box("1").bottom);
		press("0");
		fire(globalThis.window, "pointerup", 20, box("0").top + 5);
		await page.drawn();
		expect(page.text()).to.equal("points > 1\nand seats > 2");
		expect(page.element.session.canUndo).to.equal(false);
	});
});
