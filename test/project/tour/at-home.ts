// The tour, last part: looks, languages, files of one's own, no network.
import { expect } from "chai";
import { button, type Steps, tab } from "./tour.ts";

export const atHome: Steps = (tour) => {
	it("speaks Arabic at midnight", async () => {
		const { driver, person } = tour();
		await tour().choose("look", "midnight");
		await tour().choose("language", "ar");
		await person.see({ css: '[role="tab"]', holding: "الملفات" });
		expect(await driver.evaluate(() => [document.documentElement.dir, document.documentElement.dataset.look ?? ""])).to.deep.equal([
			"rtl",
			"midnight",
		]);
	});

	it("speaks German and Spanish, too", async () => {
		const { person } = tour();
		await tour().choose("language", "de");
		await person.see(tab("Bedingungen"));
		await tour().choose("language", "es");
		await person.see(tab("Condiciones"));
		await tour().picture("spanish");
		await tour().choose("look", "light");
	});

	it("counts in a file of one's own, and goes back", async () => {
		const { driver, person } = tour();
		await tour().choose("language", "en");
		await driver.evaluate(chooseFile);
		await person.see({ css: "#storage", holding: "From people.csv. 3 profiles, kept in this browser. A worker counts them." });
		await tour().write("points >= 20");
		await person.see({ css: '[part="share"]', holding: "of 3 profiles" });
		expect(await tour().count()).to.equal(2);
		await tour().picture("own-file");
		await person.click(button("Back to the made-up people"));
		await person.see({ css: "#storage", holding: "10,000 profiles" });
		await tour().write('country = "US"');
		expect(await tour().count()).to.be.greaterThan(1_000);
	});

	it("never complained", async () => {
		const { driver, person } = tour();
		const complaints = await driver.evaluate(
			() => (window as unknown as { complaints?: string[] }).complaints ?? ["The page was not watched."],
		);
		expect(complaints).to.deep.equal([]);
		// And it would have been heard.
		await driver.evaluate(() => document.body.setAttribute("style", "color: red"));
		await person.until("for the page to complain", () =>
			(window as unknown as { complaints?: string[] }).complaints?.some((line) => line.startsWith("policy: style-src")),
		);
	});

	it("counts on when the page comes back without its server", async () => {
		const { person } = tour();
		await person.see({ css: "#offline", holding: "Ready to open without a network." });
		await tour().write("opted_in");
		const before = await tour().count();
		await tour().driver.evaluate(chooseFile);
		await person.see({ css: "#storage", holding: "From people.csv. 3 profiles" });
		await tour().withoutServer();
		await tour().open();
		await person.see({ css: "#storage", holding: "From people.csv. 3 profiles, kept in this browser. A worker counts them. As of " });
		await person.see({ css: "#offline", holding: "Ready to open without a network." });
		await tour().write("points >= 20");
		expect(await tour().count()).to.equal(2);
		await person.click(button("Back to the made-up people"));
		await person.see({ css: "#storage", holding: "10,000 profiles" });
		await tour().write("opted_in");
		expect(await tour().count()).to.equal(before);
		await tour().screenshot("without-server");
	});
};

/** Sent to the page as text. */
function chooseFile(): void {
	const input = document.querySelector<HTMLInputElement>("#file");
	const chosen = new DataTransfer();
	const lines = 'user_id,points,city\na,10,Oslo\nb,20,Rome\nc,30,"<b>Bern</b>"\n';
	chosen.items.add(new File([lines], "people.csv", { type: "text/csv" }));
	if (!input) return;
	input.files = chosen.files;
	input.dispatchEvent(new Event("change", { bubbles: true }));
}
