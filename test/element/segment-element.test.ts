import { sendKeys } from "@web/test-runner-commands";
import axe from "axe-core";
import { expect } from "chai";
import type { Count } from "../../src/element/count-matches.ts";
import type { ProfileSource } from "../../src/element/profile-source.ts";
import { SegmentElement } from "../../src/element/define.ts";
import type { CatalogueInput } from "../../src/fields/catalogue.ts";

const catalogue: CatalogueInput = {
	business_id: "test",
	timezone: "UTC",
	fields: [
		{ name: "country", type: "text" },
		{ name: "points", type: "number" },
		{ name: "opted_in", type: "boolean" },
		{ name: "birthday", type: "date" },
		{ name: "seen_at", type: "datetime" },
		{ name: "tags", type: "list", items: "text" },
		{ name: "orders", type: "collection", fields: [{ name: "total", type: "number" }] },
	],
};

const people: readonly unknown[] = [
	{
		user_id: "u1",
		country: "US",
		points: 10,
		opted_in: true,
		birthday: "1990-02-03",
		seen_at: "2026-05-01T10:00:00Z",
		tags: ["vip", "beta"],
		orders: [{ total: 3 }, { total: 4 }],
	},
	{ user_id: "u2", country: "CA", points: 600 },
	{ user_id: "u3", country: "<img src=x onerror=alert(1)>", points: "many" },
	{ user_id: "u4", points: 700 },
];
const withEmpty: readonly unknown[] = [...people, { user_id: "u5", country: "" }];

const sourceOf = (profiles: readonly unknown[]): ProfileSource => ({
	countProfiles: async () => profiles.length,
	async *profiles() {
		yield profiles;
	},
});

describe("<segql-segment>", () => {
	let element: SegmentElement;
	const violations: string[] = [];
	document.addEventListener("securitypolicyviolation", (event) => violations.push(`${event.violatedDirective} ${event.sample}`));

	beforeEach(async () => {
		element = document.createElement("segql-segment");
		element.catalogue = catalogue;
		element.profiles = sourceOf(people);
		document.body.append(element);
		await element.updateComplete;
	});

	afterEach(() => element.remove());

	const inside = <T extends Element = HTMLElement>(selector: string): T => {
		const found = element.renderRoot.querySelector<T>(selector);
		if (!found) throw new Error(`There is no ${selector}.`);
		return found;
	};
	const all = (selector: string): HTMLElement[] => [...element.renderRoot.querySelectorAll<HTMLElement>(selector)];
	const words = (selector: string): string[] => all(selector).map((found) => found.innerText.trim().replace(/\s+/g, " "));
	const area = () => inside<HTMLTextAreaElement>("textarea");

	/** As a user would: the text changes and `input` is fired. */
	const write = (text: string): void => {
		area().value = text;
		area().dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
	};

	const counted = (): Promise<Count> =>
		new Promise((resolve) => {
			element.addEventListener(
				"segql-preview",
				async (event) => {
					await element.updateComplete;
					resolve((event as CustomEvent<Count>).detail);
				},
				{ once: true },
			);
		});

	it("counts who is in it", async () => {
		write('country = "US" or points > 650');
		const { matches, total } = await counted();
		expect({ matches, total }).to.deep.equal({ matches: 2, total: 4 });
		expect(words("[part=count]")).to.deep.equal(["2"]);
		expect(words(".share")).to.deep.equal(["of 4 profiles · 50.0 %"]);
		expect(words("[part=state]")).to.deep.equal(["Exact: every profile was tested."]);
		expect(inside("rect").getAttribute("width")).to.equal("50%");
	});

	it("counts the same for a text that the host gives", async () => {
		element.text = "points >= 600";
		expect(await counted()).to.include({ matches: 2, total: 4 });
		expect(area().value).to.equal("points >= 600");
	});

	it("shows the first matches and what the condition reads of them", async () => {
		write(
			'country is set and tags has "vip" and opted_in and points > 1 and birthday is set and seen_at is set and any orders (total > 1)',
		);
		await counted();
		expect(words("th")).to.deep.equal(
			["user_id", "country", "tags", "opted_in", "points", "birthday", "seen_at", "orders"].sort(bySample(words("th"))),
		);
		const row = Object.fromEntries(words("th").map((name, index) => [name, words("td")[index]]));
		expect(row).to.deep.equal({
			user_id: "u1",
			country: "US",
			points: "10",
			opted_in: "yes",
			birthday: "1990-02-03",
			seen_at: "2026-05-01T10:00:00+00:00",
			tags: "vip, beta",
			orders: "2",
		});
		expect(words("caption")).to.deep.equal(["All matches"]);
	});

	it("shows a value that is not there as missing, and markup as the text that it is", async () => {
		element.profiles = sourceOf(withEmpty);
		write('country != "US"');
		await counted();
		expect(words("td")).to.deep.equal(["u2", "CA", "u3", "<img src=x onerror=alert(1)>", "u4", "missing", "u5", "empty"]);
		expect(all("img")).to.deep.equal([]);
	});

	it("shows instants in the time zone whose days the condition means", async () => {
		element.timeZone = "Asia/Tokyo";
		write("seen_at is set");
		await counted();
		expect(words("td")).to.deep.equal(["u1", "2026-05-01T19:00:00+09:00"]);
	});

	it("says how many of the matches are shown", async () => {
		element.sampleSize = 2;
		write("user_id is set");
		await counted();
		expect(words("caption")).to.deep.equal(["The first 2 of 4 matches"]);
		expect(all("tbody tr")).to.have.lengthOf(2);
	});

	it("says which values were of the wrong type", async () => {
		write("points > 1");
		await counted();
		expect(words("[part=quality]")).to.deep.equal(["Values of the wrong type count as missing: points (1)."]);
	});

	it("reads the conditions out in English", async () => {
		write('country = "US" and points > 1');
		await counted();
		inside("summary").click();
		expect(words("[part=words] li")).to.have.lengthOf(2);
	});

	it("lists each problem with its place, marks the text area, and goes there on a click", async () => {
		write('country = "US"\nand pints > 1');
		await element.updateComplete;
		expect(words(".severity")).to.deep.equal(["error"]);
		expect(words(".message")).to.deep.equal(['There is no field "pints". Did you mean "points"?']);
		expect(words(".place")).to.deep.equal(["Line 2, column 5"]);
		expect(area().getAttribute("aria-invalid")).to.equal("true");
		expect(area().getAttribute("aria-errormessage")).to.equal(inside(".message").id);
		expect(area().getAttribute("aria-describedby")?.split(" ")).to.deep.equal([inside(".hint").id, inside(".message").id]);
		inside(".place").click();
		expect(element.shadowRoot?.activeElement).to.equal(area());
		expect(area().value.slice(area().selectionStart, area().selectionEnd)).to.equal("pints");
	});

	it("takes a fix with one click; undo takes it back", async () => {
		write("pints > 1");
		await element.updateComplete;
		const fix = inside(".fix");
		expect(fix.innerText).to.equal("Change to points");
		const exact = counted();
		fix.click();
		expect(element.text).to.equal("points > 1");
		await exact;
		expect(area().getAttribute("aria-invalid")).to.equal("false");
		expect(all(".problems li")).to.deep.equal([]);
		document.execCommand("undo");
		expect(element.text).to.equal("pints > 1");
	});

	it("tidies up on request, and only where something is untidy", async () => {
		write('country="US"   AND points>1');
		await counted();
		const tidy = inside<HTMLButtonElement>(".under button");
		expect(tidy.disabled).to.equal(false);
		const exact = counted();
		tidy.click();
		expect(element.text).to.equal('country = "US" and points > 1');
		await exact;
		expect(tidy.disabled).to.equal(true);
	});

	it("keeps the last count while the text has errors, and says that it is old", async () => {
		write("points > 1");
		await counted();
		write("points > ");
		await element.updateComplete;
		expect(words("[part=state]")).to.deep.equal(["Not up to date: the text has errors. Before them it was 3 of 4 profiles, 75.0 %."]);
		expect(inside("[part~=preview]").classList.contains("outdated")).to.equal(true);
		write("points > 600");
		await counted();
		expect(words("[part=count]")).to.deep.equal(["1"]);
		expect(inside("[part~=preview]").classList.contains("outdated")).to.equal(false);
	});

	it("has nothing to count in an empty text", async () => {
		write("points > 1");
		await counted();
		write("  \n");
		await element.updateComplete;
		expect(words("[part=state]")).to.deep.equal(["There is nothing to count yet."]);
		expect(all(".problems li, [part=count]")).to.deep.equal([]);
		expect(element.compiled).to.equal(undefined);
	});

	it("a keystroke stops the count of the text before it", async () => {
		let opened = 0;
		let closed = 0;
		element.profiles = {
			countProfiles: async () => 2,
			async *profiles() {
				opened++;
				try {
					for (const person of people) {
						await new Promise((resolve) => setTimeout(resolve, 1));
						if (opened === 1) write("points > 650");
						yield [person];
					}
				} finally {
					closed++;
				}
			},
		};
		const events: number[] = [];
		element.addEventListener("segql-preview", (event) => events.push((event as CustomEvent<Count>).detail.matches));
		write("user_id is set");
		await counted();
		expect(events).to.deep.equal([1]);
		expect([opened, closed]).to.deep.equal([2, 2]);
	});

	it("says so when the profiles cannot be read", async () => {
		element.profiles = {
			countProfiles: () => Promise.reject(new Error("The kept profiles cannot be read any more.")),
			async *profiles() {
				yield [];
			},
		};
		write("points > 1");
		await until(() => element.preview.kind === "failed");
		await element.updateComplete;
		expect(words("[part=state]")).to.deep.equal(["The profiles could not be counted. The kept profiles cannot be read any more."]);
	});

	it("counts again when the host says that the profiles changed", async () => {
		const profiles = [...people];
		element.profiles = sourceOf(profiles);
		write("user_id is set");
		await counted();
		profiles.push({ user_id: "u5" });
		const exact = counted();
		element.refresh();
		expect(await exact).to.include({ matches: 5, total: 5 });
	});

	it("tells the host of every change of the text by its user, across shadow trees", async () => {
		const texts: string[] = [];
		const listen = (event: Event) => texts.push((event as CustomEvent<{ text: string }>).detail.text);
		document.addEventListener("segql-change", listen);
		write("points > 1");
		element.text = "points > 2";
		await element.updateComplete;
		document.removeEventListener("segql-change", listen);
		expect(texts).to.deep.equal(["points > 1"]);
	});

	it("tells a screen reader once, when the typing has paused", async () => {
		write("pints > 1");
		expect(words("[role=status]")).to.deep.equal([""]);
		await until(() => words("[role=status]")[0] !== "");
		expect(words("[role=status]")).to.deep.equal(['1 error. There is no field "pints". Did you mean "points"?']);
		write("points > 1");
		await until(() => words("[role=status]")[0] === "3 of 4 profiles, 75.0 %.");
	});

	it("works from the keyboard alone", async () => {
		area().focus();
		await sendKeys({ type: "pints > 1" });
		await element.updateComplete;
		expect(element.text).to.equal("pints > 1");
		const onFix = () => element.shadowRoot?.activeElement?.classList.contains("fix") === true;
		for (let presses = 0; presses < 6 && !onFix(); presses++) await sendKeys({ press: "Tab" });
		expect(onFix()).to.equal(true);
		const exact = counted();
		await sendKeys({ press: "Enter" });
		await exact;
		expect(element.text).to.equal("points > 1");
		expect(element.shadowRoot?.activeElement).to.equal(area());
	});

	it("says what is wrong with a broken list of fields", async () => {
		element.catalogue = { fields: [{ name: "points", type: "numbre" }] } as unknown as CatalogueInput;
		await element.updateComplete;
		expect(words("[role=alert] p")).to.deep.equal(["The list of fields cannot be used:"]);
		expect(all("[role=alert] li")).to.have.lengthOf(1);
		element.catalogue = catalogue;
		await element.updateComplete;
		write("points > 1");
		await counted();
	});

	it("goes on after it was moved to another place", async () => {
		write("points > 1");
		await counted();
		const box = document.createElement("div");
		document.body.append(box);
		const exact = counted();
		box.append(element);
		expect(await exact).to.include({ matches: 3 });
		box.remove();
	});

	for (const scheme of ["light", "dark"]) {
		it(`has no fault that axe knows, ${scheme}`, async () => {
			document.documentElement.style.setProperty("color-scheme", scheme);
			document.documentElement.style.setProperty("background", scheme === "dark" ? "#171a1f" : "#ffffff");
			const faults = async () =>
				(await axe.run(element, { resultTypes: ["violations"] })).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
			try {
				write("points > 1");
				await counted();
				expect(await faults()).to.deep.equal([]);
				write("pints > 1 and points > many or country = 5");
				await element.updateComplete;
				expect(await faults()).to.deep.equal([]);
			} finally {
				document.documentElement.removeAttribute("style");
			}
		});
	}

	it("never broke the strict policy", () => {
		expect(violations).to.deep.equal([]);
	});
});

/** Orders names as they are shown, so that only the set of columns is compared. */
const bySample = (shown: readonly string[]) => (a: string, b: string) => shown.indexOf(a) - shown.indexOf(b);

async function until(holds: () => boolean): Promise<void> {
	while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
}

it("the class alone registers nothing under another name", () => {
	expect(customElements.get("segql-segment")).to.equal(SegmentElement);
});
