// What the builder shows: of the text, of its mistakes, of counts, of the selection; accessible in each state and within the policy.
import axe from "axe-core";
import { expect } from "chai";
import type { AnsweringSource } from "../../../src/element/session/answering-source.ts";
import { defaultPolicy } from "../../../src/element/privacy/policy.ts";
import { type BuilderPage, builderPage, catalogue } from "./builder-page.ts";
import { countingSource } from "./counting-source.ts";

const everything = [
	"# Above",
	'country in ("US", "CA") # behind',
	'and "spends well": sum(orders.total where status = "paid") > 100',
	"and not seen_at in last 90 days",
	"and any orders (placed_at in last 30 days and total > 50)",
	'and (plan = "pro" or tags has any of ("vip", "beta") ignoring case or birthday anniversary in next 7 days)',
	"# and opted_in",
	'and at least 2 of (country contains "x", points between 10 and 20, seen_at before 2026-05-01T10:00:00+02:00)',
	"and birthday month-day = --05-01 and month(birthday) = may",
	'and last orders by placed_at (status = "open")',
	'and not in segment "unsubscribed"',
	"and points > ?",
	"and whatever this is",
	"",
	"# A note",
].join("\n");

const people = Array.from({ length: 40 }, (_, index) => ({
	user_id: `u${index}`,
	country: index % 4 === 0 ? "US" : "CA",
	...(index % 2 === 0 && { points: index }),
}));

describe("<segql-builder>: states", () => {
	let page: BuilderPage;
	const violations: string[] = [];
	document.addEventListener("securitypolicyviolation", (event) => violations.push(`${event.violatedDirective} ${event.sample}`));
	afterEach(() => {
		page.remove();
		document.documentElement.lang = "en";
		document.documentElement.dir = "ltr";
		expect(violations).to.deep.equal([]);
	});

	const expectAccessible = async (): Promise<void> => {
		const { violations: found } = await axe.run(page.element, {
			runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
			rules: { region: { enabled: false } },
		});
		expect(found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join("\n")}`)).to.deep.equal([]);
	};

	it("shows every kind of row, accessibly", async () => {
		page = await builderPage(everything);
		expect(
			[...(page.element.session.rows?.places.values() ?? [])]
				.map(({ row }) => row.kind)
				.filter((kind, index, all) => all.indexOf(kind) === index),
		).to.deep.equal([...["group", "condition", "muted", "reference", "text", "note"]]);
		await expectAccessible();
	});

	it("is accessible while empty, with a list of choices, and with more of a row unfolded", async () => {
		page = await builderPage("");
		await expectAccessible();
		await page.click("", "add-condition");
		page.control("0", "subject").click();
		await page.drawn();
		expect(page.all("[role=option]").length).to.be.greaterThan(10);
		await expectAccessible();
		page.remove();
		page = await builderPage(everything);
		await page.click("0", "more");
		await page.click("0", "up");
		expect(page.all(".refusal").length).to.equal(1);
		await expectAccessible();
	});

	for (const scheme of ["light", "dark"]) {
		it(`has enough contrast: ${scheme}`, async () => {
			document.documentElement.style.setProperty("color-scheme", scheme);
			document.body.style.setProperty("background", "Canvas");
			page = await builderPage(everything);
			await page.click("0", "more");
			await expectAccessible();
			document.documentElement.style.removeProperty("color-scheme");
		});
	}

	it("fits into 340 pixels, also from right to left in Arabic", async () => {
		for (const [language, direction] of [
			["en", "ltr"],
			["ar", "rtl"],
		] as const) {
			page?.remove();
			document.documentElement.lang = language;
			document.documentElement.dir = direction;
			page = await builderPage(everything);
			page.element.style.setProperty("width", "340px");
			const whole = page.all(".builder")[0] as HTMLElement;
			for (let tries = 0; tries < 100 && !whole.classList.contains("narrow"); tries++)
				await new Promise((resolve) => setTimeout(resolve, 50));
			expect(whole.classList.contains("narrow")).to.equal(true);
			await page.drawn();
			const { left, right } = whole.getBoundingClientRect();
			const outside = page.all("[data-key]").filter((each) => {
				const box = each.getBoundingClientRect();
				return box.width > 0 && (box.left < left - 1 || box.right > right + 1);
			});
			expect(outside.map((each) => each.dataset.key)).to.deep.equal([]);
			await expectAccessible();
		}
	});

	it("shows mistakes at their row, with fixes that are one step", async () => {
		page = await builderPage("contry = 1 and points > 2");
		const problems = (row: string) =>
			[...page.all(`[data-row="${page.rowAt(row).id}"] > .problems .message`)].map((each) => each.innerText);
		expect(problems("0")).to.deep.equal(['There is no field "contry". Did you mean "country"?']);
		expect(problems("1")).to.deep.equal([]);
		await page.click("0", "fix-0-0");
		expect(page.text()).to.equal("country = 1 and points > 2");
		page.element.session.undo();
		expect(page.text()).to.equal("contry = 1 and points > 2");
	});

	it("works while the text is broken elsewhere", async () => {
		page = await builderPage('points > 1 and country in ("US", and seats > 2');
		await page.write("0", "value-0", "5");
		expect(page.text()).to.equal('points > 5 and country in ("US", and seats > 2');
	});

	it("counts each condition beside its row, and says how many pass because a value is missing", async () => {
		page = await builderPage('country = "US" and not points > 10', {
			profiles: countingSource(people, catalogue) as AnsweringSource,
		});
		await new Promise((resolve) => setTimeout(resolve, 50));
		await page.drawn();
		const counts = () =>
			page
				.all(".count")
				.map((each) => [each.querySelector("[aria-hidden]")?.textContent?.trim(), each.querySelector(".only-spoken")?.textContent]);
		expect(counts()).to.deep.equal([
			["10", "10 profiles pass this."],
			["26*", "26 profiles pass this; 20 of them because a value is missing."],
		]);
		await page.write("0", "value-0", "XX");
		expect(counts().length).to.be.greaterThan(0);
		await new Promise((resolve) => setTimeout(resolve, 50));
		await page.drawn();
		expect(counts()[0]).to.deep.equal(["0", "0 profiles pass this."]);
	});

	it("tells no count that the host keeps from being told, neither beside a row, nor below it, nor in a text with an error", async () => {
		page = await builderPage('country = "US" and not points > 10', {
			profiles: countingSource(people, catalogue) as AnsweringSource,
			privacy: { ...defaultPolicy, smallestCount: 21 },
		});
		const settled = async (): Promise<void> => {
			await new Promise((resolve) => setTimeout(resolve, 50));
			await page.drawn();
		};
		const counts = () =>
			page
				.all(".count")
				.map((each) => [each.querySelector("[aria-hidden]")?.textContent?.trim(), each.querySelector(".only-spoken")?.textContent]);
		await settled();
		const few = ["<21", "Fewer than 21 profiles pass this."];
		expect(counts()).to.deep.equal([few, ["26*", "26 profiles pass this; fewer than 21 of them because a value is missing."]]);
		await page.click("0", "more");
		expect(page.all(".panel .state").map((each) => each.innerText)).to.deep.equal([few[1]]);
		page.element.value = 'country = "US" and points >';
		await settled();
		expect(counts()).to.deep.equal([few]);
		page.element.privacy = { ...defaultPolicy, smallestCount: 10 };
		await page.drawn();
		expect(counts()).to.deep.equal([["10", "10 profiles pass this."]]);
	});

	it("counts the conditions without an error while another one is being written, and no group with that one in it", async () => {
		page = await builderPage('country = "US" and points >\nand (points > 10 or country = "US")\nand any of (points > 10, points =)', {
			profiles: countingSource(people, catalogue) as AnsweringSource,
		});
		await new Promise((resolve) => setTimeout(resolve, 50));
		await page.drawn();
		const counts = () => page.all(".count").map((each) => each.querySelector("[aria-hidden]")?.textContent?.trim());
		const exact = counts();
		await page.write("0", "value-0", "XX");
		await new Promise((resolve) => setTimeout(resolve, 50));
		await page.drawn();
		expect(exact).to.deep.equal(["10", "17", "14", "10", "14"]);
		expect(counts()).to.deep.equal(["0", "17", "14", "10", "14"]);
	});

	it("forgets the counts of other profiles when it gets these", async () => {
		page = await builderPage('country = "US"', { profiles: countingSource(people, catalogue) as AnsweringSource });
		await new Promise((resolve) => setTimeout(resolve, 50));
		await page.drawn();
		const counts = () => page.all(".count").map((each) => each.querySelector("[aria-hidden]")?.textContent?.trim());
		expect(counts()).to.deep.equal(["10"]);
		const fields = { ...catalogue, fields: [{ name: "points", type: "number" as const }] };
		Object.assign(page.element, { catalogue: fields, profiles: countingSource([{ points: 11 }], fields) });
		await new Promise((resolve) => setTimeout(resolve, 50));
		await page.drawn();
		expect(page.element.session.compiled?.ok).to.equal(false);
		expect(counts()).to.deep.equal([]);
	});

	it("marks the row of the selection, and selects the words of a row that gets focus", async () => {
		page = await builderPage("points > 1\nand (seats > 2\n or opted_in)");
		const marked = () => page.all("[aria-current]").map((each) => each.getAttribute("aria-label"));
		expect(marked()).to.deep.equal([]);
		page.element.session.select({ from: 17, to: 19 }, "editor");
		await page.drawn();
		expect(marked()).to.deep.equal(["Condition: seats > 2"]);
		page.control("1.1", "subject").focus();
		expect(page.element.session.selection).to.deep.equal({ from: 30, to: 38 });
		await page.drawn();
		expect(marked()).to.deep.equal(["Condition: opted_in"]);
	});

	it("offers every operator that the language has for a type", async () => {
		page = await builderPage("points > 1");
		const { language, catalogue: fields } = page.element.session;
		for (const field of fields?.fields ?? []) {
			page.element.value = `${field.name} is set`;
			await page.drawn();
			const select = page.control<HTMLSelectElement>("0", "operator");
			const offered = new Set([...select.options].map(({ value }) => value.replace(/^not | any$/g, "")));
			expect([...offered], field.name).to.have.members([...(language?.operatorsFor(field.type) ?? [])]);
		}
	});

	it("keeps names and values data", async () => {
		const evil = '<img src=x onerror="globalThis.hit = true">';
		page = await builderPage(`country = ${JSON.stringify(evil)} and tags has any of (${JSON.stringify(evil)}, "\u202Eevil") # ${evil}`, {
			catalogue: {
				fields: [
					{ name: evil, type: "text", description: evil },
					{ name: "country", type: "text" },
					{ name: "tags", type: "list", items: "text" },
				],
			},
		});
		page.control("0", "subject").click();
		await page.drawn();
		expect(page.all("img")).to.deep.equal([]);
		expect(page.control<HTMLInputElement>("0", "value-0").value).to.equal(evil);
		expect((globalThis as { hit?: boolean }).hit).to.equal(undefined);
	});

	it("shows ten thousand fields and ten thousand values without drawing them all", async () => {
		const fields = Array.from({ length: 9_000 }, (_, index) => ({ name: `field_${index}`, type: "text" as const }));
		const values = Array.from({ length: 10_000 }, (_, index) => `"v${index}"`);
		page = await builderPage(`field_7 in (${values.slice(0, 1_000).join(", ")})`, { catalogue: { fields } });
		expect(page.all(".chip").length).to.equal(60);
		await page.click("0", "whole");
		expect(page.all(".chip").length).to.equal(1_000);
		page.control("0", "subject").click();
		await page.drawn();
		expect(page.all("[role=option]").length).to.equal(60);
		expect(page.all(".choice-note").map((each) => each.innerText)).to.deep.equal(["8,945 more: type to find them"]);
	});

	it("draws a thousand rows at once of the twenty thousand that a text can have", async () => {
		page = await builderPage(`(points = 1\nand seats = 2)\n${"and points = 1\n".repeat(19_998)}`);
		expect(page.element.session.rows?.places.size).to.equal(20_002);
		expect(page.all("[data-row]").length).to.equal(1_001);
		expect(page.all("[part=more-rows]").map((each) => each.innerText)).to.deep.equal(["Show more rows: 19,001 are left"]);
		await page.click("", "more-rows");
		expect(page.all("[data-row]").length).to.equal(2_001);
	});

	it("takes a megabyte of anything, and a megabyte pasted into its fields", async () => {
		page = await builderPage("lorem ipsum ".repeat(80_000));
		expect(page.all("[data-row]").length).to.equal(2);
		page.element.value = 'country in ("US")';
		await page.drawn();
		const data = new DataTransfer();
		data.setData("text/plain", Array.from({ length: 90_000 }, (_, index) => `value ${index}`).join("\n"));
		const event = new ClipboardEvent("paste", { bubbles: true, cancelable: true });
		Object.defineProperty(event, "clipboardData", { value: data });
		page.control("0", "entry").dispatchEvent(event);
		await page.drawn();
		expect(page.text().length).to.be.greaterThan(1_000_000);
		expect(page.all("[data-row]").length).to.equal(2);
		page.element.session.undo();
		await page.drawn();
		expect(page.text()).to.equal('country in ("US")');
		await page.write("0", "entry", "x".repeat(1_000_000));
		page.element.session.undo();
		expect(page.text()).to.equal('country in ("US")');
	});

	it("says what is wrong with a list of fields", async () => {
		page = await builderPage("points > 1", { catalogue: { fields: [{ name: "a", type: "wrong" as "text" }] } });
		expect(page.all(".broken").map((each) => each.innerText.includes("The list of fields cannot be used:"))).to.deep.equal([true]);
		expect(page.has("0", "subject")).to.equal(true);
		await expectAccessible();
	});
});
