// The tour, first part: conditions as text.
import { expect } from "chai";
import type { StudioElement } from "../../../src/element/index.ts";
import { button, editor, type Steps } from "./tour.ts";

export const writing: Steps = (tour) => {
	it("opens and counts", async () => {
		const { person } = tour();
		await tour().open();
		await person.see({ css: "#storage", holding: "10,000 profiles, kept in this browser. A worker counts them." });
		expect(await tour().count()).to.be.within(100, 5_000);
		await person.see({ css: '[part="share"]', holding: "of 10,000 profiles" });
		await person.see({ css: '[part~="state"]', holding: "Exact: every profile was tested." });
	});

	it("writes a condition with a completion, and the count follows", async () => {
		const { person } = tour();
		const before = await tour().count();
		await person.write(editor, "coun");
		await person.see({ css: ".cm-tooltip-autocomplete li[aria-selected]", holding: "country" });
		await tour().picture("completion");
		// For a moment after it opened the list takes no keys, lest somebody who goes on typing chooses by mistake.
		await new Promise((resolve) => setTimeout(resolve, 200));
		await person.press("Enter");
		await person.until("for the completed word", () => document.querySelector<StudioElement>("segql-studio")?.value.startsWith("country"));
		await person.type(' = "CA"');
		await tour().textIs('country = "CA"');
		expect(await tour().count()).not.to.equal(before);
	});

	it("is offered values with how many people have them", async () => {
		const { person } = tour();
		await person.write(editor, "plan = ");
		await person.press("Control+ ");
		// Their numbers come when the profiles have told them.
		await person.see({ css: ".cm-tooltip-autocomplete li", holding: " profiles" });
		const offered = await person.see({ css: ".cm-tooltip-autocomplete li", holding: '"pro"' });
		expect(offered).to.match(/\d,\d{3}/);
		await tour().picture("values");
		await person.press("Escape");
	});

	it("takes a quick fix", async () => {
		const { person } = tour();
		await person.write(editor, 'contry = "US"');
		await person.see({ css: '[part="problem"]', holding: 'There is no field "contry".' });
		await tour().picture("problem");
		await person.click(button("Change to country"));
		await tour().textIs('country = "US"');
		expect(await tour().count()).to.be.greaterThan(1_000);
	});

	it("reads what is under the mouse", async () => {
		const { person } = tour();
		await tour().write("last_visit in last 30 days");
		await tour().count();
		await person.hover({ css: ".cm-line span", holding: "last_visit" });
		await person.see({ css: ".cm-tooltip-hover, .cm-tooltip", holding: "Last seen" });
		const width = await person.until("for its place", () => {
			const inside = document.querySelector("segql-studio")?.shadowRoot?.querySelector("segql-editor")?.shadowRoot;
			return inside?.querySelector(".cm-tooltip-hover, .cm-tooltip:not(.cm-tooltip-autocomplete)")?.getBoundingClientRect().width;
		});
		expect(width, "wide enough for words").to.be.within(150, 520);
		await tour().picture("hover");
		await person.press("Escape");
	});

	it("tidies up, and takes it back", async () => {
		const { person } = tour();
		await tour().setText('country="US"   AND(opted_in)   # who asked');
		await person.click(button("Tidy up"));
		const tidy = await tour().textHolds('country = "US"');
		expect(tidy).to.include("# who asked");
		await person.click(button("Undo"));
		await tour().textIs('country="US"   AND(opted_in)   # who asked');
	});

	it("tries a template, and has its own words back", async () => {
		const { person } = tour();
		await tour().write("opted_in # for the letter");
		await person.click({ css: "#templates button", at: 1 });
		await tour().textHolds("birthday anniversary");
		await person.click(button("Undo"));
		await tour().textIs("opted_in # for the letter");
	});

	it("says what is wrong with a million characters, and goes on", async () => {
		const { person } = tour();
		await tour().setText(`${'country = "US" or\n'.repeat(60_000)}opted_in`);
		await person.see({ css: '[part="problem"]', holding: "characters" });
		await tour().picture("long-text");
		await person.click(button("Undo"));
		await tour().textIs("opted_in # for the letter");
		expect(await tour().count()).to.be.greaterThan(100);
	});
};
