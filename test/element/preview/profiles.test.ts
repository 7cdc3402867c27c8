// Lists of profiles page by page, why one is in or not, what changes, overlaps, and what is wrong with the data.
import { sendKeys } from "@web/test-runner-commands";
import { expect } from "chai";
import type { AnsweringSource } from "../../../src/element/session/answering-source.ts";
import { expectAccessible, people, type Stage, type StageOptions, source, stage, until, violations, wait } from "./stage.ts";

describe("lists and answers in <segql-preview>", () => {
	let shown: Stage | undefined;
	const show = async (panel: string, { set, ...options }: StageOptions = {}): Promise<Stage> => {
		shown = await stage({ ...options, set: { panel, ...set } as StageOptions["set"] & object });
		await shown.settled();
		return shown;
	};
	afterEach(() => {
		shown?.element.remove();
		expect(violations).to.deep.equal([]);
	});

	const everything = { privacy: { personal: "show" } } as StageOptions["set"] & object;

	const type = async (stageShown: Stage, selector: string, text: string): Promise<void> => {
		const input = stageShown.inside<HTMLInputElement>(selector);
		input.value = text;
		input.dispatchEvent(new Event("input"));
		await wait(200);
		await stageShown.settled();
	};

	describe("profiles", () => {
		it("are listed fifty at a time, with all their pages a button away", async () => {
			const { words, inside, button, settled, element } = await show("profiles", {
				profiles: people(1_000),
				text: "points >= 0",
				set: everything,
			});
			// 143 of the thousand have points that are a word.
			expect(words(".rows")).to.deep.equal(["Rows 1–50 of 858"]);
			expect(inside("table").getAttribute("aria-rowcount")).to.equal("859");
			expect(words("thead th")).to.deep.equal(["Row", "user_id", "points"]);
			expect(words("tbody tr:first-child td")).to.deep.equal(["id-0", "0"]);
			await expectAccessible(element);
			const page = async (name: string): Promise<string | undefined> => {
				button(name).click();
				await settled();
				return words(".rows")[0];
			};
			expect(await page("Last")).to.equal("Rows 851–858 of 858");
			expect(words("tbody tr:last-child td")).to.deep.equal(["id-999", "999"]);
			expect(inside("tbody tr:last-child").getAttribute("aria-rowindex")).to.equal("859");
			expect(await page("Previous")).to.equal("Rows 801–850 of 858");
			expect(await page("Next")).to.equal("Rows 851–858 of 858");
			expect(await page("Next")).to.equal("Rows 851–858 of 858");
			expect(await page("First")).to.equal("Rows 1–50 of 858");
		});

		it("are paged through to the last of a million", async () => {
			const real = source(100);
			const million: AnsweringSource = {
				...real,
				page: async (_, { offset = 0, limit = 0 }) => ({
					kind: "done",
					freshness: { kind: "complete", revision: "r", asOf: 0, profiles: 1_000_000 },
					value: {
						...{ offset, total: 1_000_000, version: 1 },
						profiles: Array.from({ length: Math.min(limit, 1_000_000 - offset) }, (_each, index) => ({
							row: offset + index,
							record: { points: offset + index },
						})),
					},
				}),
			};
			const { button, settled, words, all } = await show("profiles", { profiles: million });
			button("Last").click();
			await settled();
			expect(words(".rows")).to.deep.equal(["Rows 999,951–1,000,000 of 1,000,000"]);
			expect(words("tbody tr:last-child td.number")).to.deep.equal(["999,999"]);
			expect(all("tbody tr")).to.have.lengthOf(50);
		});

		it("are searched in the columns that are seen, and say when nobody is found", async () => {
			const stageShown = await show("profiles", { text: "points >= 0", set: everything });
			const { words, button } = stageShown;
			button("Last").click();
			await type(stageShown, "input[part=search]", "ID-9");
			expect(words("tbody td:nth-child(2)")).to.deep.equal(
				[..."9", ...[91, 92, 93, 94, 95, 96, 98, 99].map(String)].map((id) => `id-${id}`),
			);
			await type(stageShown, "input[part=search]", "nobody");
			expect(words(".answer .hint")).to.include("Nobody was found.");
			await type(stageShown, "input[part=search]", "");
			expect(words(".rows")).to.deep.equal(["Rows 1–50 of 86"]);
		});

		it("are still searched, as the field says, when another panel was looked at meanwhile", async () => {
			const stageShown = await show("profiles", { text: "points >= 0", set: everything });
			const { words, element, settled, inside } = stageShown;
			const field = (): string => inside<HTMLInputElement>("input[part=search]").value;
			await type(stageShown, "input[part=search]", "id-9");
			expect(words(".rows")).to.deep.equal(["Rows 1–9 of 9"]);
			const there = words("tbody td:nth-child(2)");
			element.panel = "quality";
			await settled();
			element.panel = "profiles";
			await settled();
			expect([field(), words("tbody td:nth-child(2)")]).to.deep.equal(["id-9", there]);
			await type(stageShown, "input[part=search]", "");
			expect(words(".rows")).to.deep.equal(["Rows 1–50 of 86"]);
		});

		it("show the columns that are chosen, values in words", async () => {
			const stageShown = await show("profiles", { text: "points >= 0" });
			const { inside, all, words, settled, element } = stageShown;
			inside<HTMLDetailsElement>("details").open = true;
			const toggle = async (name: string): Promise<void> => {
				const label = all(".columns label").find((each) => each.innerText.trim() === name);
				label?.querySelector("input")?.click();
				await settled();
			};
			for (const name of ["user_id", "country", "opted_in", "born", "seen_at", "tags", "orders"]) await toggle(name);
			expect(words("thead th")).to.deep.equal(["Row", "points", "country", "opted_in", "born", "seen_at", "tags", "orders"]);
			const row = words("tbody tr:first-child td");
			expect(row.slice(0, 4)).to.deep.equal(["0", "US", "yes", "Jun 15, 1950"]);
			expect(row[4]).to.match(/^May 1, 2026, 10:00.AM$/);
			expect(row.slice(5)).to.deep.equal(["vip, beta", "1 entry"]);
			expect(words("tbody tr:nth-child(9) td").slice(1, 3)).to.deep.equal(["missing", "yes"]);
			expect(words("tbody tr:nth-child(2) td")[5]).to.equal("empty");
			await expectAccessible(element);
		});

		it("find a column among ten thousand", async () => {
			const fields = Array.from({ length: 9_000 }, (_, index) => ({ name: `field_${index}`, type: "number" as const }));
			const stageShown = await show("profiles", {
				text: "field_1 is missing",
				profiles: people(3),
				set: { catalogue: { timezone: "UTC", fields } } as StageOptions["set"] & object,
			});
			const { inside, words, all } = stageShown;
			inside<HTMLDetailsElement>("details").open = true;
			expect(all(".columns li")).to.have.lengthOf(60);
			expect(words(".columns .hint")).to.deep.equal(["8,945 more: type to find them."]);
			await type(stageShown, ".columns input[type=search]", "FIELD_8999");
			expect(words(".columns li")).to.deep.equal(["field_8999"]);
		});

		it("hide personal columns, and are not listed when they are too few to be told", async () => {
			const { words, element, settled, button } = await show("profiles", { text: "points >= 0 and email is set" });
			expect(words("tbody tr:first-child td")).to.deep.equal(["hidden", "hidden", "0"]);
			element.privacy = { smallestCount: 10 };
			element.value = "points >= 95";
			await settled();
			expect(words("[part=count]")).to.deep.equal(["fewer than 10"]);
			expect(words("[part=share]")).to.deep.equal(["of 100 profiles"]);
			expect(words(".answer .hint")).to.include("These are fewer than 10 profiles, so they are not listed.");
			expect((button("CSV") as HTMLButtonElement).disabled).to.equal(true);
		});

		it("go back to what there is when others have gone", async () => {
			const stageShown = await show("profiles", { text: "points >= 0", profiles: people(200) });
			const { words, button, element, settled } = stageShown;
			button("Last").click();
			await settled();
			expect(words(".rows")).to.deep.equal(["Rows 151–172 of 172"]);
			element.value = "points >= 140";
			await settled();
			await until(() => words(".rows")[0] === "Rows 1–50 of 52" || words(".rows")[0] === "Rows 51–52 of 52", "the last page of fewer");
		});
	});

	describe("why", () => {
		it("explains a row of a list, with what it has and what is wanted", async () => {
			const { all, words, element, settled } = await show("profiles", { text: 'points >= 50 and (country = "US" or opted_in)' });
			const button = all(".why")[0];
			expect(button?.getAttribute("aria-label")).to.equal("Why is row 1 in?");
			button?.click();
			await settled();
			expect(element.panel).to.equal("why");
			expect((element.renderRoot as ShadowRoot).activeElement?.id).to.equal("tab-why");
			expect(words("[part=verdict]")).to.deep.equal(["This profile is in the segment."]);
			expect(words("[part=who]"), "ids are hidden").to.deep.equal([]);
			expect(words(".explained")).to.deep.equal([
				'holds points >= 50 and (country = "US" or opted_in)',
				"holds points >= 50 It has 50 wanted is >= 50",
				'holds country = "US" or opted_in',
				'holds country = "US" It has "US" wanted is = "US"',
				"does not hold opted_in It has false",
			]);
			await expectAccessible(element);
		});

		it("finds anybody by user_id, says why not, and the smallest change; the answer follows the text", async () => {
			const stageShown = await show("why", { text: 'points >= 50 and country = "US"' });
			const { words, inside, settled, element } = stageShown;
			expect(words("[role=tabpanel] .hint")[0]).to.match(/^Type a user_id, or choose a row/);
			inside("form input").focus();
			await sendKeys({ type: "id-9" });
			await sendKeys({ press: "Enter" });
			await until(() => words("[part=verdict]")[0] === "This profile is not in the segment.", "explained");
			expect(words(".explained")).to.deep.equal([
				'does not hold points >= 50 and country = "US"',
				"does not hold points >= 50 It has 9 wanted is >= 50",
				'no value country = "US" It has missing wanted is = "US"',
			]);
			expect(words(".change li")).to.deep.equal(["points >= 50 must hold", 'country = "US" must hold']);
			await expectAccessible(element);
			element.value = "points >= 5";
			await settled();
			expect(words("[part=verdict]")).to.deep.equal(["This profile is in the segment."]);
			element.value = "points >=";
			await until(() => element.session.counts.kind === "stale", "stale");
			await element.updateComplete;
			expect(words(".answer > p").at(-1)).to.equal("The text has errors: mend them to see why.");
		});

		it("says that there is nobody, and shows similar ids only where ids may be seen", async () => {
			const stageShown = await show("why");
			const { words, inside, settled, element, button } = stageShown;
			inside("form input").focus();
			await sendKeys({ type: "D-99" });
			await sendKeys({ press: "Enter" });
			await until(() => words(".answer > p").length > 1, "answered");
			expect(words(".answer > p").slice(1)).to.deep.equal(["There is no profile with this user_id."]);
			element.privacy = { shownFields: ["user_id"] };
			button("Explain").click();
			await settled();
			expect(words(".similar")).to.deep.equal(["Similar ones: id-99"]);
			button("id-99").click();
			await settled();
			expect(words("[part=verdict]")).to.deep.equal(["This profile is in the segment."]);
		});

		it("goes by the columns where profiles are not kept as they came, also for a list that was searched", async () => {
			const real = source(100);
			const withoutRaw: AnsweringSource = { ...real, raw: async (rows) => rows.map(() => undefined) };
			const text = 'country starts with "u" ignoring case and seen_at on or before 2026-05-20 and count(orders where total > 3) = 1';
			const stageShown = await show("profiles", { text, profiles: withoutRaw, set: everything });
			const { all, words, settled, element } = stageShown;
			await type(stageShown, "input[part=search]", "id-1");
			expect(words("tbody td:nth-child(2)")[0]).to.equal("id-10");
			all(".why")[0]?.click();
			await settled();
			expect(words("[part=who]")).to.deep.equal(["Profile with user_id id-10"]);
			expect(words("[part=verdict]")).to.deep.equal(["This profile is in the segment."]);
			expect(words(".explained")[1]).to.equal(
				'holds country starts with "u" ignoring case It has "US" wanted is starts with "u" ignoring case',
			);
			expect(words("[role=tabpanel] .hint").at(-1)).to.equal("The profile is not kept as it came: this is what the columns hold of it.");
			element.value = "born before 1960-07-01";
			await settled();
			expect(words(".explained")[0]).to.equal(
				"does not hold born before 1960-07-01 It has 1960-06-15 wanted is before 1960-07-01".replace("does not hold", "holds"),
			);
		});
	});

	describe("changes", () => {
		it("count who comes in, goes and stays against the saved text, and list them", async () => {
			const { words, button, settled, element, all } = await show("changes", { set: { saved: "points < 60", ...everything } });
			expect(words("table.steps tbody th")).to.deep.equal(["Come in", "Go out", "Stay"]);
			expect(words("table.steps tbody td.number")).to.deep.equal(["34", "43", "9"]);
			await expectAccessible(element);
			button("List them: Stay").click();
			await settled();
			expect(words(".rows")).to.deep.equal(["Rows 1–9 of 9"]);
			expect(words(".scroll tbody tr:first-child td")).to.deep.equal(["id-50", "50"]);
			await expectAccessible(element);
			button("List them: Stay").click();
			await element.updateComplete;
			expect(all(".rows")).to.deep.equal([]);
		});

		it("say that the saved text has errors, and are not offered where nothing was saved", async () => {
			const { words, element, all } = await show("conditions", { set: { saved: "points >" } });
			expect(all("#tab-changes")).to.have.lengthOf(1);
			shown?.inside("#tab-changes").click();
			await element.updateComplete;
			expect(words("[role=tabpanel] .hint")).to.deep.equal(["The saved version has errors, so nothing can be compared with it."]);
			element.saved = undefined;
			await element.updateComplete;
			expect(all("#tab-changes")).to.deep.equal([]);
			expect(all("#tab-conditions[aria-selected=true]")).to.have.lengthOf(1);
		});
	});

	describe("overlap", () => {
		const compareWith = [
			{ name: "Opted in", text: "opted_in" },
			{ name: "Broken", text: "points >" },
		];

		it("tells every combination with somebody in it, and makes it the text", async () => {
			const { words, button, settled, element } = await show("overlap", { set: { compareWith } });
			expect(words("[role=tabpanel] > .hint")).to.deep.equal(["“Broken” has errors and is left out."]);
			expect(words("tbody th")).to.deep.equal([
				"Only in this text",
				"Only in Opted in",
				"Only in this text and Opted in",
				"In none of them",
			]);
			expect(words("tbody td.number")).to.deep.equal(["28", "19", "15", "38"]);
			await expectAccessible(element);
			element.lang = "de";
			await until(() => words("tbody th")[0] === "Nur in diesem Text", "German");
			element.lang = "en";
			await until(() => words("tbody th")[0] === "Only in this text", "English");
			button("Use as the text: Only in Opted in").click();
			expect(element.value).to.equal("not (points >= 50) and (opted_in)");
			await settled();
			expect(words("[part=count]")).to.deep.equal(["19"]);
			element.session.undo();
			expect(element.value).to.equal("points >= 50");
		});
	});

	describe("data", () => {
		it("tell what cannot be used, of what the text reads or of everything, without examples of what is personal", async () => {
			const { words, inside, settled, element } = await show("quality", { profiles: [...people(100), 7] });
			expect(words("[role=tabpanel] .said")).to.deep.equal([
				"Values of a wrong type count as missing. 1 profile is no JSON object, so every field is missing.",
			]);
			expect(words("tbody th")).to.deep.equal(["points"]);
			expect(words("tbody td")).to.deep.equal(["86", "0", "14", '"many"']);
			await expectAccessible(element);
			inside<HTMLInputElement>("input[type=checkbox]").click();
			await settled();
			expect(words("tbody th")).to.include.members(["user_id", "country", "orders", "orders.address"]);
		});
	});
});
