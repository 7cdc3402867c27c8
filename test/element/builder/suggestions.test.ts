// What is offered under a field: values of the data with their counts, other fields, segments; late, failing and silent sources.
import { expect } from "chai";
import type { ValuesSource } from "../../../src/service/values-source.ts";
import { type BuilderPage, builderPage } from "./builder-page.ts";

describe("<segql-builder>: suggestions", () => {
	let page: BuilderPage;
	afterEach(() => page.remove());

	const offered = (): readonly string[] =>
		page.all("[role=option]").map((each) => [...each.querySelectorAll("span")].map(({ textContent }) => textContent?.trim()).join(" | "));
	const open = async (row: string, name: string): Promise<void> => {
		const field = page.control(row, name);
		field.focus();
		field.click();
		await page.drawn();
	};
	const type = async (row: string, name: string, words: string): Promise<void> => {
		const field = page.control<HTMLInputElement>(row, name);
		field.focus();
		field.value = words;
		field.dispatchEvent(new InputEvent("input", { bubbles: true }));
		await page.drawn();
	};
	const asked: string[] = [];
	const source = (values: ReturnType<ValuesSource["topValues"]>): ValuesSource => ({
		topValues(field, prefix) {
			asked.push(`${field} ${prefix}`.trim());
			return values;
		},
	});

	it("are the values of the data, the most frequent first, and fields of the same type", async () => {
		page = await builderPage('country = "X"');
		page.element.session.values = source([
			{ value: "US", count: 1_200 },
			{ value: "CA", count: 1 },
		]);
		await open("0", "value-0");
		expect(offered().slice(0, 3)).to.deep.equal(["US | 1,200 profiles", "CA | 1 profile", "user_id | the value of another field"]);
		page.all("[role=option]")[0]?.click();
		await page.drawn();
		expect(page.text()).to.equal('country = "US"');
		await type("0", "value-0", "ci");
		expect(offered()).to.deep.equal(["city | the value of another field"]);
		page.all("[role=option]")[0]?.click();
		await page.drawn();
		expect(page.text()).to.equal("country = city");
	});

	it("are asked for inside a collection by their full name, and in lists without other fields", async () => {
		page = await builderPage('any visits (page in ("/a"))');
		page.element.session.values = source([{ value: "/b", count: 2 }]);
		asked.length = 0;
		await open("0.0", "entry");
		expect(asked).to.deep.equal(["visits.page"]);
		expect(offered()).to.deep.equal(["/b | 2 profiles"]);
		page.all("[role=option]")[0]?.click();
		await page.drawn();
		expect(page.text()).to.equal('any visits (page in ("/a", "/b"))');
	});

	it("come late, and not to another field", async () => {
		page = await builderPage('country = "X" and city = "Y"');
		let answer: (values: readonly { value: string; count: number }[]) => void = () => undefined;
		page.element.session.values = source(
			new Promise((resolve) => {
				answer = resolve;
			}),
		);
		await open("0", "value-0");
		expect(page.all(".choice-note").map((each) => each.innerText)).to.deep.equal(["Values are being looked up."]);
		answer([{ value: "US", count: 3 }]);
		await new Promise((resolve) => setTimeout(resolve));
		expect(offered()[0]).to.equal("US | 3 profiles");
		page.control("0", "value-0").blur();
		expect(offered()).to.deep.equal([]);
	});

	it("stay away when a source fails or never answers", async () => {
		page = await builderPage('country = "X"');
		page.element.session.values = source(Promise.reject(new Error("no")));
		await open("0", "value-0");
		await new Promise((resolve) => setTimeout(resolve));
		expect(offered()[0]).to.equal("user_id | the value of another field");
		await type("0", "value-0", "Ulm");
		expect(page.text()).to.equal('country = "Ulm"');
	});

	it("of a closed list are all there are: a choice that keeps what stands there", async () => {
		page = await builderPage('plan = "gold"');
		const select = page.control<HTMLSelectElement>("0", "value-0");
		expect([...select.options].map(({ label }) => label)).to.deep.equal(["gold", "free", "pro", "team"]);
		expect(select.selectedOptions[0]?.label).to.equal("gold");
	});

	it("are the segments that are not named yet", async () => {
		page = await builderPage('in segment "vip"');
		await open("0", "entry");
		expect(offered()).to.deep.equal(["unsubscribed"]);
	});

	it("lie in the top layer, under or over their field", async () => {
		page = await builderPage("points > 1");
		page.element.style.setProperty("overflow", "hidden");
		page.element.style.setProperty("transform", "translateY(20px)");
		await open("0", "subject");
		const list = page.all("#choices")[0] as HTMLElement;
		const [field, box] = [page.control("0", "subject").getBoundingClientRect(), list.getBoundingClientRect()];
		expect(list.matches(":popover-open")).to.equal(true);
		expect(Math.min(Math.abs(box.top - field.bottom), Math.abs(box.bottom - field.top))).to.be.lessThan(6);
	});
});
