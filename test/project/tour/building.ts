// The tour, second part: the same text as rows.
import { expect } from "chai";
import type { StudioElement } from "../../../src/element/index.ts";
import type { Person } from "../../browser/drivers/person.ts";
import { button, inRow, type Steps, tab } from "./tour.ts";

/** Its words begin with `Condition:`, those of a group do not. */
const grip = (words: string) => inRow(words, "[data-grip]");

/** The buttons of a row come when the mouse is over it. */
async function tool(person: Person, words: string, named: string): Promise<void> {
	await person.hover(inRow(words, '[part~="subject"]'));
	await person.click(inRow(words, `button[aria-label="${named}"]`));
}

export const building: Steps = (tour) => {
	it("edits in the builder and takes every step back", async () => {
		const { person } = tour();
		await person.click({ css: "#templates button", at: 0 });
		const first = await tour().textHolds("# Bought often");
		await person.enter(inRow("loyalty_points", 'input[part~="value"]'));
		await person.press("Control+a");
		await person.type("700");
		await person.press("Enter");
		await tour().textIs(first.replace("500", "700"));
		const fewer = await tour().count();

		await person.click({ ...button("Condition"), at: -1 });
		await person.seeFocus('[part~="subject"]');
		await person.type("plan");
		await person.see({ css: '[part~="choice"]', holding: "plan" });
		await person.press("Enter");
		await tour().textHolds("and plan = ");
		await tour().picture("builder");
		await person.seeFocus('[part~="value"]');
		await person.type("pro");
		const longer = `${first.replace("500", "700")}\nand plan = "pro"`;
		await tour().textIs(longer);
		expect(await tour().count()).to.be.lessThan(fewer);

		await tool(person, "loyalty_points", "Move up");
		const lines = longer.split("\n");
		await person.until("for the row to move", () => {
			const value = document.querySelector<StudioElement>("segql-studio")?.value ?? "";
			return value.indexOf("loyalty_points") < value.indexOf("country");
		});
		expect((await tour().text()).split("\n").slice(3)).to.deep.equal(lines.slice(3));

		const moved = await tour().text();
		const all = await tour().count();
		await tool(person, "plan", "Mute");
		await person.click({ css: '[part~="unmute"]' });
		await tour().textIs(moved);
		expect(await tour().count()).to.equal(all);

		for (let steps = 0; steps < 40 && (await tour().text()) !== first; steps++) await person.click(button("Undo"));
		await tour().textIs(first);
	});

	it("drags a row with the mouse", async () => {
		const { person } = tour();
		await tour().setText('country = "US"  # home\nand opted_in\nand loyalty_points > 100');
		const before = await tour().count();
		await person.drag(grip("loyalty_points"), grip("country"), -14);
		await person.until("for the row to be first", () =>
			document.querySelector<StudioElement>("segql-studio")?.value.startsWith("loyalty_points"),
		);
		const dragged = await tour().text();
		expect(dragged).to.equal('loyalty_points > 100\nand country = "US"  # home\nand opted_in');
		expect(await tour().count()).to.equal(before);
		await tour().picture("dragged");
	});

	it("duplicates, negates, groups and dissolves", async () => {
		const { person } = tour();
		await tour().setText("opted_in\nand loyalty_points > 100");
		await tool(person, "loyalty_points", "Duplicate");
		await tour().textIs("opted_in\nand loyalty_points > 100\nand loyalty_points > 100");
		await person.click(button("Undo"));
		await tour().textIs("opted_in\nand loyalty_points > 100");
		await person.click(inRow("opted_in", 'button[aria-label="More"]'));
		await person.click({ css: '[data-key$="negate"]' });
		await tour().textIs("not opted_in\nand loyalty_points > 100");
		await person.click({ css: '[data-key$="negate"]' });
		await tour().textIs("opted_in\nand loyalty_points > 100");
		await person.click({ css: '[data-key$="wrap"]' });
		await tour().textHolds("(opted_in)");
		await tour().picture("group");
		await person.click({ css: '[data-key$="more"]', at: 0 });
		await person.click({ css: '[data-key$="unwrap"]' });
		await tour().textIs("opted_in\nand loyalty_points > 100");
	});

	it("builds on while the text is broken elsewhere", async () => {
		const { person } = tour();
		await tour().setText('country = = "US"\nand loyalty_points > 100');
		await person.see({ css: '[part="problem"]' });
		await person.enter(inRow("loyalty_points", 'input[part~="value"]'));
		await person.press("Control+a");
		await person.type("250");
		await person.press("Enter");
		await tour().textIs('country = = "US"\nand loyalty_points > 250');
		await tour().picture("broken");
	});

	it("selects in the text what is chosen in the rows", async () => {
		const { person } = tour();
		await tour().setText('country = "US"\nand opted_in');
		await tour().count();
		await tool(person, "opted_in", "Move down");
		await person.until("for the words to be selected", () => {
			const session = document.querySelector<StudioElement>("segql-studio")?.session;
			if (!session) return false;
			return session.text.slice(session.selection.from, session.selection.to) === "opted_in";
		});
		await person.click(tab("Conditions"));
	});
};
