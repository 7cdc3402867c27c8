import { expect } from "chai";
import { displayWidth, trimmed } from "../../../src/cli/terminal/display-width.ts";
import { plainStyle } from "../../../src/cli/terminal/style.ts";
import { tableLines } from "../../../src/cli/terminal/table.ts";

describe("the width of a text", () => {
	it("is two for wide characters and emoji, none for marks", () => {
		const widths: readonly (readonly [string, number])[] = [
			["", 0],
			["abc", 3],
			["é", 1],
			["e\u0301", 1],
			["日本", 4],
			["ｱ", 1],
			["Ａ", 2],
			["😀", 2],
			["👩‍👩‍👧", 2],
			["🇳🇱", 2],
			["❤️", 2],
			["한국", 4],
			["→", 1],
		];
		for (const [text, width] of widths) expect(displayWidth(text), text).to.equal(width);
	});

	it("is kept by trimming, between characters", () => {
		expect(trimmed("abcdef", 6)).to.equal("abcdef");
		expect(trimmed("abcdefg", 6)).to.equal("abcde…");
		expect(trimmed("日本語", 5)).to.equal("日本…");
		expect(trimmed("日本語", 6)).to.equal("日本語");
		expect(trimmed("日本語", 4)).to.equal("日…");
		expect(trimmed("x".repeat(10_000_000), 4)).to.equal("xxx…");
	});
});

describe("a table", () => {
	it("stands in columns, numbers on the right, and no line ends in spaces", () => {
		const lines = tableLines(
			[{ name: "user_id" }, { name: "total", align: "right" }, { name: "city" }],
			[
				["日本", "12.5", "Tokyo"],
				["7", "1000", ""],
			],
			plainStyle,
		);
		expect(lines).to.deep.equal(["user_id  total  city", "日本      12.5  Tokyo", "7         1000"]);
	});

	it("escapes names and cells, and cuts long ones", () => {
		const lines = tableLines([{ name: "a\u001b[2J" }, { name: "b" }], [["x\ny", "z".repeat(50)]], plainStyle);
		expect(lines).to.deep.equal(["a\\u001b[2J  b", `x\\ny        ${"z".repeat(39)}…`]);
	});
});
