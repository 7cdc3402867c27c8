// The demo as people use it, in every browser here: with clicks and keys alone, from the first letter to a file of one's own.
// What the windows showed is in .cache/demo-tour, to be looked at.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { buildDemo } from "../../demo/build.ts";
import { type Serving, serve } from "../../demo/serve.ts";
import type { StudioElement } from "../../src/element/index.ts";
import type { Driver } from "../browser/drivers/driver.ts";
import { openDriver } from "../browser/drivers/open-driver.ts";
import { Person, type Thing } from "../browser/drivers/person.ts";
import { chooseEngines } from "../browser/engines.ts";
import { root } from "./source-files.ts";

const pictures = join(root, ".cache", "demo-tour");
const { engines, absent } = chooseEngines();

const editor: Thing = { css: ".cm-content" };
const button = (named: string, at?: number): Thing => ({ css: "button", named, ...(at !== undefined && { at }) });
const tab = (named: string): Thing => ({ css: '[role="tab"]', named });
/** Something in the rows of the builder whose words hold these. */
const inRow = (words: string, css: string): Thing => ({ css: `[part~="row"][aria-label*="${words}"] ${css}` });

const watch = "watch.js";

describe("a tour of the demo", () => {
	let serving: Serving;

	before(async () => {
		const folder = await buildDemo();
		// Not a part of any driver: a page notes its own complaints in the same way in every browser.
		copyFileSync(join(root, "test", "browser", "drivers", watch), join(folder, watch));
		const page = join(folder, "index.html");
		writeFileSync(page, readFileSync(page, "utf8").replace("<script", `<script src="./${watch}"></script><script`));
		serving = await serve(folder, 0);
		rmSync(pictures, { recursive: true, force: true });
		mkdirSync(pictures, { recursive: true });
	});

	after(async () => {
		await serving?.stop();
		rmSync(join(root, "demo", "dist"), { recursive: true, force: true });
	});

	for (const reason of absent) it.skip(`in ${reason}`, () => undefined);

	for (const engine of engines) {
		describe(`in ${engine}`, () => {
			let driver: Driver;
			let person: Person;
			let taken = 0;

			before(async () => {
				driver = await openDriver[engine]();
				person = new Person(driver);
				await driver.resize(1400, 1100);
			});

			after(() => driver?.close());

			afterEach(() => driver?.screenshot(join(pictures, `${engine}-${String(++taken).padStart(2, "0")}.png`)));

			const text = () => driver.evaluate(() => document.querySelector<StudioElement>("segql-studio")?.value);
			const textIs = (wanted: string) =>
				person
					.until(`for the text ${wanted}`, (given) => document.querySelector<StudioElement>("segql-studio")?.value === given, wanted)
					.catch(async (error: Error) => expect(await text(), error.message).to.equal(wanted));
			/** The number on the page, once it is that of the text as it stands. */
			const count = async (): Promise<number> => {
				await person.until("for an exact count", () => {
					const session = document.querySelector<StudioElement>("segql-studio")?.session;
					return (
						session?.counts.kind === "exact" &&
						session.counts.counted.version === session.version &&
						session.counts.counted.freshness.kind === "complete"
					);
				});
				const shown = await person.until("for a number", () => {
					const preview = document.querySelector("segql-studio")?.shadowRoot?.querySelector("segql-preview")?.shadowRoot;
					const isThere = preview?.querySelector('.count[aria-busy="false"]:not(.outdated)');
					return isThere ? preview?.querySelector('[part="count"]')?.textContent : undefined;
				});
				return Number(shown.replace(/\D/g, ""));
			};
			const write = async (words: string): Promise<void> => {
				await person.write(editor, words);
				await textIs(words);
			};
			/** With the arrow keys: the list that a click would open is the system's own, outside of the page. */
			const choose = async (select: string, wanted: string): Promise<void> => {
				const steps = await driver.evaluate(
					(id, value) => {
						const element = document.getElementById(id) as HTMLSelectElement;
						element.focus();
						return [...element.options].findIndex((option) => option.value === value) - element.selectedIndex;
					},
					select,
					wanted,
				);
				for (let step = 0; step < Math.abs(steps); step++) await person.press(steps > 0 ? "ArrowDown" : "ArrowUp");
				await person.until(
					`to have chosen ${wanted}`,
					(id, value) => (document.getElementById(id) as HTMLSelectElement).value === value,
					select,
					wanted,
				);
			};

			it("opens and counts", async () => {
				await driver.open(serving.url);
				await person.see({ css: "#storage", holding: "10,000 profiles, kept in this browser. A worker counts them." });
				expect(await count()).to.be.within(100, 5_000);
				await person.see({ css: '[part="share"]', holding: "of 10,000 profiles" });
			});

			it("writes a condition with a completion, and the count follows", async () => {
				const before = await count();
				await person.write(editor, "coun");
				await person.see({ css: ".cm-tooltip-autocomplete li[aria-selected]", holding: "country" });
				await driver.screenshot(join(pictures, `${engine}-completion.png`));
				// For a moment after it opened the list takes no keys, lest somebody who goes on typing chooses by mistake.
				await new Promise((resolve) => setTimeout(resolve, 200));
				await person.press("Enter");
				await person.until("for the completed word", () =>
					document.querySelector<StudioElement>("segql-studio")?.value.startsWith("country"),
				);
				await person.type(' = "CA"');
				await textIs('country = "CA"');
				expect(await count()).not.to.equal(before);
			});

			it("takes a quick fix", async () => {
				await person.write(editor, 'contry = "US"');
				await person.see({ css: '[part="problem"]', holding: 'There is no field "contry".' });
				await driver.screenshot(join(pictures, `${engine}-problem.png`));
				await person.click(button("Change to country"));
				await textIs('country = "US"');
				expect(await count()).to.be.greaterThan(1_000);
			});

			it("edits in the builder and takes every step back", async () => {
				await person.click({ css: "#templates button", at: 0 });
				const first = (await text()) ?? "";
				expect(first).to.match(/^# Bought often/);
				await person.click(inRow("loyalty_points", 'input[part~="value"]'));
				await person.press("Control+a");
				await person.type("700");
				await person.press("Enter");
				await textIs(first.replace("500", "700"));
				const fewer = await count();

				await person.click({ ...button("Condition"), at: -1 });
				await person.type("plan");
				await person.see({ css: '[part~="choice"]', holding: "plan" });
				await person.press("Enter");
				await person.until("for the field", () => document.querySelector<StudioElement>("segql-studio")?.value.includes("and plan = "));
				await driver.screenshot(join(pictures, `${engine}-builder.png`));
				// The choice of values has the focus now.
				await person.type("pro");
				const longer = `${first.replace("500", "700")}\nand plan = "pro"`;
				await textIs(longer);
				expect(await count()).to.be.lessThan(fewer);

				await person.point(inRow("loyalty_points", '[part~="subject"]'));
				await person.click(inRow("loyalty_points", 'button[aria-label="Move up"]'));
				const lines = longer.split("\n");
				await person.until("for the row to move", () => {
					const value = document.querySelector<StudioElement>("segql-studio")?.value ?? "";
					return value.indexOf("loyalty_points") < value.indexOf("country");
				});
				expect((await text())?.split("\n").slice(3)).to.deep.equal(lines.slice(3));

				const moved = (await text()) ?? "";
				const all = await count();
				await person.point(inRow("plan", '[part~="subject"]'));
				await person.click(inRow("plan", 'button[aria-label="Mute"]'));
				await person.click({ css: '[part~="unmute"]' });
				await textIs(moved);
				expect(await count()).to.equal(all);

				for (let steps = 0; steps < 40 && (await text()) !== first; steps++) await person.click(button("Undo"));
				await textIs(first);
			});

			it("drags a row below another, and into a group", async () => {
				await write('country = "US" and loyalty_points > 10 and (opted_in or plan = "pro")');
				await person.drag(inRow("country", '[part="grip"]'), { css: '[part~="row"][aria-label*="loyalty_points"]' }, 40);
				await textIs('loyalty_points > 10 and country = "US" and (opted_in or plan = "pro")');
				await person.drag(inRow("loyalty_points", '[part="grip"]'), { css: '[part~="row"][aria-label*="plan ="]' }, 2);
				await textIs('country = "US" and (opted_in or loyalty_points > 10 or plan = "pro")');
				await person.click(button("Undo"));
				await person.click(button("Undo"));
				await textIs('country = "US" and loyalty_points > 10 and (opted_in or plan = "pro")');
				await person.click({ css: "#templates button", at: 0 });
			});

			it("looks at conditions and values, and moves a threshold", async () => {
				await person.click(tab("Conditions"));
				await person.see({ css: "#panel", holding: "Each condition alone" });
				await person.click(tab("Values"));
				await person.click({ css: '[role="slider"]' });
				const before = await count();
				await textIs(await text().then((value) => value ?? ""));
				await person.press("ArrowRight", "ArrowRight", "ArrowRight");
				await person.until(
					"for the text to follow",
					() => !document.querySelector<StudioElement>("segql-studio")?.value.includes("loyalty_points >= 500"),
				);
				expect(await text()).to.match(/loyalty_points >= (50[1-9]|5[1-9]\d|[6-9]\d\d|\d{4})\b/);
				expect(await count()).to.be.lessThan(before);
			});

			it("pages and searches through profiles, and asks why one is in", async () => {
				await write('country = "US"');
				await count();
				await person.click(tab("Profiles"));
				const rows: Thing = { css: '[part="pager"] [role="status"]' };
				expect(await person.see(rows)).to.match(/^Rows 1–/);
				await person.click(button("Next"));
				await person.until("for the next page", () => {
					const preview = document.querySelector("segql-studio")?.shadowRoot?.querySelector("segql-preview")?.shadowRoot;
					return preview?.querySelector('[part="pager"] [role="status"]')?.textContent?.startsWith("Rows 1–") === false;
				});
				await driver.screenshot(join(pictures, `${engine}-profiles.png`));
				const all = await person.see(rows);
				await person.click({ css: '[part="search"]' });
				await person.type("12");
				await person.until(
					"for what was found",
					(before) => {
						const preview = document.querySelector("segql-studio")?.shadowRoot?.querySelector("segql-preview")?.shadowRoot;
						const shown = preview?.querySelector('[part="pager"] [role="status"]')?.textContent;
						return shown?.startsWith("Rows 1–") && shown !== before;
					},
					all,
				);
				await person.click({ css: "button.why" });
				await person.see({ css: "#panel", holding: "This profile is in the segment." });
			});

			it("looks at the data", async () => {
				await person.click(tab("Data"));
				await person.see({ css: "#panel", holding: "Values of a wrong type count as missing." });
			});

			it("saves a segment and compares with it", async () => {
				await write('country = "CA"');
				await person.write({ css: '#save input[name="name"]' }, "Canadians");
				await person.press("Enter");
				await person.see({ css: "#library-said", holding: "“Canadians” is saved in this browser." });
				await person.see(button("Open Canadians"));
				await write("loyalty_points >= 900");
				const total = await count();
				await person.click(tab("Overlap"));
				await person.see({ css: "#panel tr", holding: "Only in this text" });
				const parts = await driver.evaluate(() => {
					const preview = document.querySelector("segql-studio")?.shadowRoot?.querySelector("segql-preview")?.shadowRoot;
					const lines = [...(preview?.querySelectorAll("#panel tbody tr") ?? [])];
					return lines
						.filter((line) => line.querySelector("th")?.textContent?.includes("this text"))
						.map((line) => Number(line.querySelector("td.number")?.textContent?.replace(/\D/g, "")));
				});
				expect(parts.reduce((sum, each) => sum + each, 0)).to.equal(total);
			});

			it("speaks Arabic at midnight", async () => {
				await choose("look", "midnight");
				await choose("language", "ar");
				await person.see({ css: '[role="tab"]', holding: "الملفات" });
				expect(await driver.evaluate(() => [document.documentElement.dir, document.documentElement.dataset.look ?? ""])).to.deep.equal([
					"rtl",
					"midnight",
				]);
			});

			it("counts in a file of one's own, and goes back", async () => {
				await choose("language", "en");
				await driver.evaluate(() => {
					const input = document.querySelector<HTMLInputElement>("#file");
					const chosen = new DataTransfer();
					chosen.items.add(
						new File(['user_id,points,city\na,10,Oslo\nb,20,Rome\nc,30,"<b>Bern</b>"\n'], "people.csv", { type: "text/csv" }),
					);
					if (!input) return;
					input.files = chosen.files;
					input.dispatchEvent(new Event("change", { bubbles: true }));
				});
				await person.see({ css: "#storage", holding: "From people.csv. 3 profiles, kept in this browser. A worker counts them." });
				await write("points >= 20");
				await person.see({ css: '[part="share"]', holding: "of 3 profiles" });
				expect(await count()).to.equal(2);
				await driver.screenshot(join(pictures, `${engine}-own-file.png`));
				await person.click(button("Back to the made-up people"));
				await person.see({ css: "#storage", holding: "10,000 profiles" });
				await write('country = "US"');
				expect(await count()).to.be.greaterThan(1_000);
			});

			it("never complained", async () => {
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
		});
	}
});
