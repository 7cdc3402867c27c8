// The tour, third part: who is in it.
import { expect } from "chai";
import type { StudioElement } from "../../../src/element/index.ts";
import { button, type Steps, tab } from "./tour.ts";

export const looking: Steps = (tour) => {
	it("looks at conditions and values, and moves a threshold with keys and with the mouse", async () => {
		const { person } = tour();
		await person.click({ css: "#templates button", at: 0 });
		await tour().textHolds("loyalty_points >= 500");
		await person.click(tab("Conditions"));
		await person.see({ css: "#panel", holding: "Each condition alone" });
		await person.see({ css: "#panel", holding: "Step by step" });
		await tour().picture("conditions");
		await person.click(tab("Values"));
		await person.click({ css: '[role="slider"]' });
		const before = await tour().count();
		await person.press("ArrowRight", "ArrowRight", "ArrowRight");
		await person.until(
			"for the text to follow",
			() => !document.querySelector<StudioElement>("segql-studio")?.value.includes("loyalty_points >= 500"),
		);
		expect(await tour().text()).to.match(/loyalty_points >= (50[1-9]|5[1-9]\d|[6-9]\d\d|\d{4})\b/);
		expect(await tour().count()).to.be.lessThan(before);
		await person.dragBy({ css: '[role="slider"]' }, 120, 0);
		await person.until("for the text to follow the mouse", () =>
			/loyalty_points >= ([6-9]\d\d|1\d\d\d)(\.\d+)?\b/.test(document.querySelector<StudioElement>("segql-studio")?.value ?? ""),
		);
		await tour().picture("threshold");
	});

	it("pages and searches through profiles, and asks why one is in", async () => {
		const { person } = tour();
		await tour().write('country = "US"');
		await tour().count();
		await person.click(tab("Profiles"));
		const first = await tour().rowsSay("Rows 1–");
		await person.click(button("Next"));
		const next = await tour().rowsSay("Rows ", first);
		expect(next).not.to.match(/^Rows 1–/);
		await tour().picture("profiles");
		await person.enter({ css: '[part="search"]' });
		await person.type("12");
		await tour().rowsSay("Rows 1–", first);
		await person.click({ css: "button.why" });
		await person.see({ css: "#panel", holding: "This profile is in the segment." });
		await tour().picture("why");
	});

	it("hides personal data in cells and files, until it may be seen", async () => {
		const { person } = tour();
		await tour().write('country = "US" and email ends with "@work.example" and loyalty_points > 900');
		const total = await tour().count();
		await person.click(tab("Profiles"));
		await person.enter({ css: '[part="search"]' });
		await person.press("Control+a", "Delete");
		await tour().rowsSay(`Rows 1–50 of ${total.toLocaleString("en-US")}`);
		await person.see({ css: "#panel td", holding: "hidden" });
		await person.click(button("CSV"));
		await person.see({ css: '[part="export"]', holding: `${total.toLocaleString("en-US")} profiles were saved as segment.csv.` });
		await person.see({ css: '[part="export"]', holding: "Left out to protect personal data: email." });
		const [csv = ""] = await tour().saved(1);
		const lines = csv.trimEnd().split(/\r?\n/);
		expect(lines).to.have.length(total + 1);
		expect(lines[0]).to.equal("user_id,country,loyalty_points");
		expect(csv).not.to.include("@");
		await tour().picture("hidden");

		await person.click({ css: "#personal" });
		await person.see({ css: "#panel td", holding: "@work.example" });
		await person.click(button("NDJSON"));
		const [, ndjson = ""] = await tour().saved(2);
		const profiles = ndjson.trimEnd().split("\n");
		expect(profiles).to.have.length(total);
		for (const line of profiles) {
			const { country, email, loyalty_points } = JSON.parse(line) as Record<string, unknown>;
			expect([country, String(email).endsWith("@work.example"), Number(loyalty_points) > 900], line).to.deep.equal(["US", true, true]);
		}
		await person.click({ css: "#personal" });
	});

	it("looks at the data", async () => {
		const { person } = tour();
		await person.click(tab("Data"));
		await person.see({ css: "#panel", holding: "Values of a wrong type count as missing." });
		await tour().picture("data");
	});

	it("saves a segment, opens it, and sees who would come and go", async () => {
		const { person } = tour();
		await tour().write('country = "CA"');
		const canadians = await tour().count();
		await person.write({ css: '#save input[name="name"]' }, "Canadians");
		await person.press("Enter");
		await person.see({ css: "#library-said", holding: "“Canadians” is saved in this browser." });
		await person.click(button("Open Canadians"));
		await tour().write('country = "CA" and opted_in or country = "JP"');
		await tour().count();
		await person.click(tab("Changes"));
		await person.see({ css: "#panel caption", holding: "Against the saved version" });
		const [enters, leaves, stays] = (
			await Promise.all(["Come in", "Go out", "Stay"].map((words) => person.see({ css: "#panel tr", holding: words })))
		).map((line) => Number(line.replace(/\D/g, ""))) as [number, number, number];
		expect(leaves + stays).to.equal(canadians);
		expect(enters + stays).to.equal(await tour().count());
		await person.click({ css: '#panel button[aria-label="List them: Go out"]' });
		expect(await tour().rowsSay("Rows 1–")).to.include(` of ${leaves.toLocaleString("en-US")}`);
		await tour().picture("changes");
	});

	it("compares with the segments that are saved", async () => {
		const { person } = tour();
		await tour().write("loyalty_points >= 900");
		const total = await tour().count();
		await person.click(tab("Overlap"));
		await person.see({ css: "#panel tr", holding: "Only in this text" });
		const parts = await tour().driver.evaluate(() => {
			const preview = document.querySelector("segql-studio")?.shadowRoot?.querySelector("segql-preview")?.shadowRoot;
			const lines = [...(preview?.querySelectorAll("#panel tbody tr") ?? [])];
			return lines
				.filter((line) => line.querySelector("th")?.textContent?.includes("this text"))
				.map((line) => Number(line.querySelector("td.number")?.textContent?.replace(/\D/g, "")));
		});
		expect(parts.reduce((sum, each) => sum + each, 0)).to.equal(total);
		await tour().picture("overlap");
	});
};
