// Whoever works by keyboard keeps a place in the rows, also where the control that was used is gone by what it did.
import { sendKeys } from "@web/test-runner-commands";
import { expect } from "chai";
import { press } from "../press.ts";
import { type BuilderPage, builderPage } from "./builder-page.ts";

interface Case {
	readonly does: string;
	readonly text: string;
	/** The control that is used, by the place of its row and its name. */
	readonly at: readonly [row: string, name: string];
	readonly keys: readonly string[];
	readonly becomes: string;
	readonly focus: readonly [row: string, name: string];
	/** Its row is unfolded before. */
	readonly isUnfolded?: boolean;
}

const emptied = ["Control+a", "Backspace", "Enter"];

const cases: readonly Case[] = [
	{
		...{ does: "the word that makes a condition its opposite goes", text: "not points > 1", at: ["0", "not"], keys: ["Enter"] },
		...{ becomes: "points > 1", focus: ["0", "subject"] },
	},
	{
		...{ does: "that of a group goes", text: "not (points > 1 or seats = 2)", at: ["0", "not"], keys: ["Enter"] },
		...{ becomes: "(points > 1 or seats = 2)", focus: ["0", "quantity"] },
	},
	{
		...{ does: "a name goes", text: '"n": points > 1', at: ["0", "name"], keys: emptied },
		...{ becomes: "points > 1", focus: ["0", "subject"] },
	},
	{
		...{ does: "a comment behind goes", text: "points > 1 # c", at: ["0", "comment-behind"], keys: emptied },
		...{ becomes: "points > 1", focus: ["0", "subject"] },
	},
	{
		...{ does: "a name comes", text: "points > 1", at: ["0", "new-name"], keys: ["a", "Enter"], isUnfolded: true },
		...{ becomes: '"a": points > 1', focus: ["0", "name"] },
	},
	{
		...{ does: "a comment behind comes", text: "points > 1", at: ["0", "new-comment-behind"], keys: ["a", "Enter"], isUnfolded: true },
		...{ becomes: "points > 1 # a", focus: ["0", "comment-behind"] },
	},
	{
		...{ does: "a comment above comes", text: "points > 1", at: ["0", "new-comment"], keys: ["a", "Enter"], isUnfolded: true },
		...{ becomes: "# a\npoints > 1", focus: ["0", "comment"] },
	},
	{
		...{
			does: "a new row is taken back",
			text: "points > 1 and seats = 2",
			at: ["", "add-condition"],
			keys: ["Enter", "Escape", "Control+z"],
		},
		...{ becomes: "points > 1 and seats = 2", focus: ["1", "subject"] },
	},
	{
		...{ does: "the only row is taken back", text: "", at: ["", "add-condition"], keys: ["Enter", "Escape", "Control+z"] },
		...{ becomes: "", focus: ["", "quantity"] },
	},
	{
		...{ does: "the first of several values goes", text: "points in (1, 2, 3)", at: ["0", "chip-0"], keys: ["Enter"] },
		...{ becomes: "points in (2, 3)", focus: ["0", "entry"] },
	},
	{
		...{ does: "the last of several values goes", text: "points in (1, 2, 3)", at: ["0", "chip-2"], keys: ["Enter"] },
		...{ becomes: "points in (1, 2)", focus: ["0", "chip-1"] },
	},
	{
		...{ does: "the only value goes", text: "points in (1)", at: ["0", "chip-0"], keys: ["Enter"] },
		...{ becomes: "points in (?)", focus: ["0", "entry"] },
	},
	{
		...{ does: "the only segment goes", text: 'in segment "vip"', at: ["0", "chip-0"], keys: ["Enter"] },
		...{ becomes: 'in segment ""', focus: ["0", "entry"] },
	},
	{
		...{ does: "a row goes", text: "points > 1 and seats = 2", at: ["0", "more-remove"], keys: ["Enter"], isUnfolded: true },
		...{ becomes: "seats = 2", focus: ["0", "subject"] },
	},
	{
		...{ does: "the only row of a group goes", text: "points > 1 and (seats = 2)", at: ["1.0", "remove"], keys: ["Enter"] },
		...{ becomes: "points > 1 and (?)", focus: ["1.0", "subject"] },
	},
	{
		...{
			does: "a group is dissolved",
			text: "points > 1 and (seats = 2 or opted_in)",
			at: ["1", "unwrap"],
			keys: ["Enter"],
			isUnfolded: true,
		},
		...{ becomes: "points > 1 and seats = 2 and opted_in", focus: ["1", "operator"] },
	},
	{
		...{ does: "a group comes", text: "points > 1 and seats = 2", at: ["0", "wrap"], keys: ["Enter"], isUnfolded: true },
		...{ becomes: "(points > 1) and seats = 2", focus: ["0", "quantity"] },
	},
	{
		...{ does: "a condition is muted", text: "points > 1\nand seats = 2", at: ["1", "more-mute"], keys: ["Enter"], isUnfolded: true },
		...{ becomes: "points > 1\n# and seats = 2", focus: ["1", "unmute"] },
	},
];

describe("<segql-builder>: focus", () => {
	let page: BuilderPage;
	afterEach(() => page.remove());

	const pressed = async (...keys: readonly string[]): Promise<void> => {
		for (const key of keys) {
			if (key.length === 1) await sendKeys({ type: key });
			else await press(key);
			await page.drawn();
		}
	};

	for (const { does, text, at, keys, becomes, focus, isUnfolded } of cases) {
		it(`is kept when ${does}`, async () => {
			page = await builderPage(text);
			if (isUnfolded) await page.click(at[0], "more");
			page.control(...at).focus();
			await pressed(...keys);
			expect(page.text()).to.equal(becomes);
			expect(page.focused()).to.equal(`${page.rowAt(focus[0]).id}/${focus[1]}`);
		});
	}
});
