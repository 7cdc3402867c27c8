// Trying operators: whoever comes back to the one before finds the condition as it was.
import { expect } from "chai";
import { press } from "../press.ts";
import { type BuilderPage, builderPage } from "./builder-page.ts";

describe("<segql-builder>: trying operators", () => {
	let page: BuilderPage;
	afterEach(() => page.remove());

	const operator = (words: string, row = "0") => page.choose(row, "operator", words);
	const tried = async (text: string, ...operators: readonly string[]): Promise<readonly string[]> => {
		page = await builderPage(text);
		const { id } = page.rowAt("0");
		const texts: string[] = [];
		for (const each of operators) {
			await operator(each);
			texts.push(page.text());
		}
		expect(page.rowAt("0").id).to.equal(id);
		return texts;
	};

	it("loses no value of a list", async () => {
		expect(await tried('country in ("US",  "CA", "DE") # why', "is not", "is", "is one of")).to.deep.equal([
			...['country != "US" # why', 'country = "US" # why', 'country in ("US",  "CA", "DE") # why'],
		]);
		page.element.session.undo();
		expect(page.text()).to.equal('country = "US" # why');
		page.remove();
		expect(await tried('country in ("US", "CA")', "is set", "contains none of", "is none of", "is missing", "is one of")).to.deep.equal([
			...["country is set", 'country does not contain any of ("US", "CA")', 'country not in ("US", "CA")'],
			...["country is missing", 'country in ("US", "CA")'],
		]);
	});

	it("loses no second value, no length of time, and no upper case", async () => {
		expect(await tried("points between 5 and 9", "is at least", "is between")).to.deep.equal(["points >= 5", "points between 5 and 9"]);
		page.remove();
		expect(await tried("seen_at in this week", "is before", "is in")).to.deep.equal(["seen_at before ?", "seen_at in this week"]);
		page.remove();
		expect(await tried('country = "US" ignoring case', "is set", "is")).to.deep.equal(["country is set", 'country = "US" ignoring case']);
		page.remove();
		expect(await tried('"name": not points > 5', "is set", "is more than")).to.deep.equal([
			...['"name": not points is set', '"name": not points > 5'],
		]);
		page.remove();
		expect(await tried("count(orders where total > 1) in (1, 2)", "is", "is one of")).to.deep.equal([
			...["count(orders where total > 1) = 1", "count(orders where total > 1) in (1, 2)"],
		]);
	});

	it("begins anew when the condition is edited otherwise", async () => {
		await tried('country in ("US", "CA", "DE")', "is");
		await page.write("0", "value-0", "FR");
		await operator("is one of");
		expect(page.text()).to.equal('country in ("FR")');
	});

	it("begins anew when the row was left meanwhile", async () => {
		await tried('country in ("US", "CA") and points > 1', "is");
		page.control("1", "value-0").focus();
		await operator("is one of");
		expect(page.text()).to.equal('country in ("US") and points > 1');
		page.remove();
		await tried('country in ("US", "CA")', "is");
		page.control("0", "operator").blur();
		await operator("is one of");
		expect(page.text()).to.equal('country in ("US")');
	});

	it("stays with its row while it goes on by keyboard", async () => {
		page = await builderPage('country in ("US", "CA", "DE")');
		await operator("is not");
		await press("Shift+Tab");
		await press("Tab");
		await operator("is one of");
		expect(page.text()).to.equal('country in ("US", "CA", "DE")');
	});
});
