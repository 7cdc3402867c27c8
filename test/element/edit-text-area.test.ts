import { expect } from "chai";
import { differenceOf, replaceInTextArea } from "../../src/element/edit-text-area.ts";

describe("changing a text area", () => {
	let area: HTMLTextAreaElement;
	let inputs: number;

	beforeEach(() => {
		area = document.createElement("textarea");
		area.setAttribute("aria-label", "text");
		document.body.append(area);
		inputs = 0;
		area.addEventListener("input", () => inputs++);
	});

	afterEach(() => area.remove());

	const cases: readonly (readonly [what: string, before: string, from: number, to: number, text: string, after: string])[] = [
		["replaces", "contry = 1", 0, 6, "country", "country = 1"],
		["inserts", "a b", 1, 1, " and", "a and b"],
		["deletes", "a and b", 1, 5, "", "a b"],
		["writes lines", "a", 1, 1, "\nand b\nor c", "a\nand b\nor c"],
		["takes markup as text", "", 0, 0, "<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>"],
	];
	for (const [what, before, from, to, text, after] of cases) {
		it(`${what}, tells the page, and undo takes it back`, () => {
			area.value = before;
			replaceInTextArea(area, from, to, text);
			expect(area.value).to.equal(after);
			// Chromium and WebKit fire once a line.
			expect(inputs).to.be.at.least(1);
			expect(area.selectionStart).to.equal(from + text.length);
			document.execCommand("undo");
			expect(area.value).to.equal(before);
		});
	}

	it("does nothing where there is nothing to change", () => {
		area.value = "ab";
		replaceInTextArea(area, 1, 1, "");
		expect(area.value).to.equal("ab");
		expect(inputs).to.equal(0);
	});

	it("still changes the text where the browser has no such command", () => {
		area.value = "contry";
		const command = document.execCommand;
		document.execCommand = () => false;
		try {
			replaceInTextArea(area, 0, 6, "country");
		} finally {
			document.execCommand = command;
		}
		expect(area.value).to.equal("country");
		expect(inputs).to.equal(1);
	});
});

describe("the difference of two texts", () => {
	const cases: readonly (readonly [before: string, after: string, from: number, to: number, text: string])[] = [
		["", "", 0, 0, ""],
		["abc", "abc", 3, 3, ""],
		["", "abc", 0, 0, "abc"],
		["abc", "", 0, 3, ""],
		["contry = 1", "country = 1", 2, 2, "u"],
		["aa", "aaa", 2, 2, "a"],
		["aaa", "aa", 2, 3, ""],
		["a or b", "a and b", 2, 4, "and"],
	];
	for (const [before, after, from, to, text] of cases) {
		it(`${JSON.stringify(before)} → ${JSON.stringify(after)}`, () => expect(differenceOf(before, after)).to.deep.equal({ from, to, text }));
	}
});
