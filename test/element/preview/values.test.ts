// The values of a field as a chart, and thresholds that edit the text: by pointer, and by keys.
import { sendKeys } from "@web/test-runner-commands";
import { expect } from "chai";
import { expectAccessible, people, type Stage, stage, until, violations } from "./stage.ts";

describe("values in <segql-preview>", () => {
	let shown: Stage | undefined;
	const show = async (text: string, set: object = {}): Promise<Stage> => {
		shown = await stage({ text, profiles: people(100), set: { panel: "values", ...set } });
		await shown.settled();
		return shown;
	};
	afterEach(() => {
		shown?.element.remove();
		expect(violations).to.deep.equal([]);
	});

	const pointer = (type: string, handle: Element, clientX: number): void => {
		handle.dispatchEvent(new PointerEvent(type, { clientX, pointerId: 1, button: 0, bubbles: true, composed: true, cancelable: true }));
	};

	/** Browsers capture only pointers that there are. */
	const capture = (handle: HTMLElement): void => {
		let captured = false;
		Object.assign(handle, {
			setPointerCapture: () => {
				captured = true;
			},
			hasPointerCapture: () => captured,
		});
	};

	it("begin with the first number or date that the text reads, and hide what is personal", async () => {
		const { inside, words, all, element } = await show('country = "US" and points >= 50');
		expect(inside<HTMLSelectElement>("select").value).to.equal("points");
		expect(all("option").map((option) => option.textContent)).to.deep.equal(["country", "points", "opted_in", "born", "seen_at", "tags"]);
		expect(words("[role=tabpanel] .hint")).to.include("5 fields are hidden to protect personal data.");
		expect(words("[role=tabpanel] .hint")).to.include("Without a value: 0 in the segment, 14 of everyone.");
		expect(words(".axis span")).to.deep.equal(["0", "50", "100"]);
		await expectAccessible(element);
	});

	it("have a legend of the colours that the bars have, also when they are of the text before", async () => {
		const { element, inside } = await show("points >= 50");
		const colours = (): [string, string] => [
			getComputedStyle(inside("rect.inside")).fill,
			getComputedStyle(inside(".key.inside"), "::before").backgroundColor,
		];
		const [, accent] = colours();
		await until(() => colours()[0] === accent, "bars in the accent");
		element.value = "points >=";
		await until(() => colours()[0] !== accent, "grey bars");
		await until(() => colours()[0] === colours()[1], "a legend of the same grey");
		expect(colours()[1]).to.not.equal(accent);
	});

	it("are a table, too, whose sums are those of everyone and of the segment", async () => {
		const { words, button, element } = await show("points >= 50");
		button("Show as a table").click();
		await element.updateComplete;
		const digits = words("tbody td").map(Number);
		const sum = (numbers: number[]): number => numbers.reduce((a, b) => a + b, 0);
		expect(sum(digits.filter((_, index) => index % 2 === 0))).to.equal(43);
		expect(sum(digits.filter((_, index) => index % 2 === 1))).to.equal(86);
		expect(words("tbody th")[0]).to.match(/^0 to \d+$/);
		await expectAccessible(element);
		button("Show as a chart").click();
		await element.updateComplete;
		expect(element.renderRoot.querySelectorAll("[role=slider]")).to.have.lengthOf(1);
	});

	it("are the most frequent ones of texts and lists, and both of booleans", async () => {
		const { words, inside, settled, element } = await show('country = "US"');
		expect(inside<HTMLSelectElement>("select").value).to.equal("country");
		expect(words("tbody th")).to.deep.equal(["US", "CA"]);
		expect(words("tbody td.number")).to.deep.equal(["50 100.0%".replace("100.0%", "100%"), "50 50.0%", "0 0%", "40 40.0%"]);
		await expectAccessible(element);
		const choose = async (name: string): Promise<void> => {
			const select = inside<HTMLSelectElement>("select");
			select.value = name;
			select.dispatchEvent(new Event("change"));
			await settled();
		};
		await choose("opted_in");
		expect(words("tbody th")).to.deep.equal(["yes", "no"]);
		await choose("tags");
		expect(words("tbody th")).to.deep.equal(["beta", "vip"]);
		await choose("born");
		expect(words(".axis span")[0]).to.match(/^Jan 1, 19\d\d$/);
	});

	it("a threshold is dragged: the text follows, counts are live, and one undo takes it back", async () => {
		const { inside, element, settled, words } = await show("# who\npoints >= 50 and opted_in");
		const handle = inside("[role=slider]");
		expect(handle.getAttribute("aria-valuetext")).to.equal("50, 15 in the segment".replace(" in the segment", ""));
		const { left, width } = (handle.parentElement as Element).getBoundingClientRect();
		capture(handle);
		pointer("pointerdown", handle, left + width / 2);
		const texts: string[] = [];
		const counts: (string | undefined)[] = [];
		for (const place of [0.6, 0.7, 0.8]) {
			pointer("pointermove", handle, left + width * place);
			texts.push(element.value);
			await settled();
			counts.push(words("[part=count]")[0]);
		}
		pointer("pointerup", handle, left + width * 0.8);
		expect(texts).to.deep.equal([60, 70, 80].map((points) => `# who\npoints >= ${points} and opted_in`));
		expect(counts).to.deep.equal(["12", "9", "6"]);
		expect(inside("[role=slider]").getAttribute("aria-valuenow")).to.equal("80");
		element.session.undo();
		expect(element.value).to.equal("# who\npoints >= 50 and opted_in");
		expect(element.session.canUndo).to.equal(false);
	});

	it("Escape takes a drag back, and a drag that goes nowhere is no step", async () => {
		const { inside, element } = await show("points >= 50");
		const handle = inside("[role=slider]");
		const { left, width } = (handle.parentElement as Element).getBoundingClientRect();
		capture(handle);
		pointer("pointerdown", handle, left + width / 2);
		pointer("pointerup", handle, left + width / 2);
		expect(element.session.canUndo).to.equal(false);
		pointer("pointerdown", handle, left + width / 2);
		pointer("pointermove", handle, left + width * 0.9);
		expect(element.value).to.equal("points >= 90");
		handle.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
		expect(element.value).to.equal("points >= 50");
		expect(element.session.canUndo).to.equal(false);
	});

	it("a threshold is moved by keys, each press a step of undo", async () => {
		const { inside, element, settled } = await show("points >= 50");
		inside("[role=slider]").focus();
		await sendKeys({ press: "ArrowRight" });
		expect(element.value).to.equal("points >= 51");
		await settled();
		await sendKeys({ press: "ArrowDown" });
		await sendKeys({ press: "ArrowLeft" });
		expect(element.value).to.equal("points >= 49");
		await sendKeys({ press: "PageUp" });
		expect(element.value).to.equal("points >= 69");
		await sendKeys({ press: "Home" });
		expect(element.value).to.equal("points >= 0");
		await sendKeys({ press: "End" });
		expect(element.value).to.equal("points >= 100");
		await settled();
		expect((element.renderRoot as ShadowRoot).activeElement?.getAttribute("role")).to.equal("slider");
		element.session.undo();
		element.session.undo();
		expect(element.value).to.equal("points >= 69");
	});

	it("both ends of a between are moved, and neither passes the other", async () => {
		const { all, element, settled } = await show("points between 20 and 40");
		const [low, high] = all("[role=slider]");
		expect([low, high].map((handle) => handle?.getAttribute("aria-valuenow"))).to.deep.equal(["20", "40"]);
		low?.focus();
		await sendKeys({ press: "End" });
		expect(element.value).to.equal("points between 40 and 40");
		await settled();
		all("[role=slider]")[1]?.focus();
		await sendKeys({ press: "Home" });
		expect(element.value).to.equal("points between 40 and 40");
		await sendKeys({ press: "PageUp" });
		expect(element.value).to.equal("points between 40 and 60");
	});

	it("dates are moved by days, moments by hours, in the form that they are written in", async () => {
		const { inside, element, settled } = await show(
			"born before 1970-01-01 and seen_at >= 2026-05-10T10:00:00Z and seen_at before 2026-05-20",
		);
		inside("[role=slider]").focus();
		await sendKeys({ press: "ArrowLeft" });
		expect(element.value).to.contain("born before 1969-12-31 and");
		const select = inside<HTMLSelectElement>("select");
		select.value = "seen_at";
		select.dispatchEvent(new Event("change"));
		await settled();
		inside("[role=slider]").focus();
		await sendKeys({ press: "ArrowRight" });
		expect(element.value).to.contain("seen_at >= 2026-05-10T11:00:00+00:00 and");
	});

	it("offer no handle where nobody may change the text, and none for a field of the same name in a collection", async () => {
		const readOnly = await show("points >= 50");
		readOnly.element.session.configure({ readOnly: true });
		await readOnly.element.updateComplete;
		expect(readOnly.all("[role=slider]")).to.deep.equal([]);
		readOnly.element.remove();
		const { all, inside, settled } = await show("any orders (total > 5) and points is set");
		expect(inside<HTMLSelectElement>("select").value).to.equal("points");
		await settled();
		expect(all("[role=slider]")).to.deep.equal([]);
	});

	it("say when they cannot be had, and try again", async () => {
		const { source } = await import("./stage.ts");
		let isBroken = true;
		const real = source(100);
		shown = await stage({
			set: { panel: "values" },
			profiles: { ...real, distribution: (...given) => (isBroken ? Promise.reject(new Error("No.")) : real.distribution(...given)) },
		});
		const { words, button, all, element } = shown;
		await until(() => words(".answer [part=state]")[0] === "This could not be answered. No. Try again", "failed");
		await expectAccessible(element);
		isBroken = false;
		button("Try again").click();
		await until(() => all("[role=slider]").length === 1, "drawn");
	});
});
