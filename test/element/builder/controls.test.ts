// Every control does what it says, through the page, as one step of undo; everything else of the text stays unit for unit.
import { expect } from "chai";
import { type BuilderPage, builderPage, expectOneStep } from "./builder-page.ts";

/** Beside every condition under test: comments, layout and capitals that no gesture may touch. */
const above = "# About them\ncity = 'Ulm'   # as typed\n\n# a note\n\n";
const below = "\n  AND  seats>=1 # behind";

interface Case {
	readonly row: string;
	readonly does: string;
	readonly act: (page: BuilderPage, row: string) => Promise<void>;
	readonly becomes: string;
}

/** The row under test is the third: a condition and a note stand before it. */
const at = "2";

const click = (name: string) => (page: BuilderPage) => page.click(at, name);
const choose = (name: string, words: string) => (page: BuilderPage) => page.choose(at, name, words);
const write = (name: string, words: string) => (page: BuilderPage) => page.write(at, name, words);

const cases: readonly Case[] = [
	// operators
	{ row: 'country = "US"', does: "operator", act: choose("operator", "is not"), becomes: 'country != "US"' },
	{ row: 'country = "US"', does: "operator", act: choose("operator", "is one of"), becomes: 'country in ("US")' },
	{
		row: 'country = "US"',
		does: "operator",
		act: choose("operator", "contains none of"),
		becomes: 'country does not contain any of ("US")',
	},
	{ row: 'country = "US"', does: "operator", act: choose("operator", "is missing"), becomes: "country is missing" },
	{ row: "points > 5", does: "operator", act: choose("operator", "is between"), becomes: "points between 5 and ?" },
	{ row: "not points > 5", does: "operator", act: choose("operator", "is at least"), becomes: "not points >= 5" },
	{ row: "seen_at in last 30 days", does: "operator", act: choose("operator", "is before"), becomes: "seen_at before 30 days ago" },
	{ row: "opted_in", does: "operator", act: choose("operator", "is not true"), becomes: "not opted_in" },
	{ row: "not opted_in", does: "not", act: click("not"), becomes: "opted_in" },
	{ row: 'tags has "vip"', does: "operator", act: choose("operator", "has none of"), becomes: 'tags has none of ("vip")' },
	{ row: 'country = "US"', does: "case", act: click("case"), becomes: 'country = "US" ignoring case' },
	{ row: 'country = "US" ignoring case', does: "case", act: click("case"), becomes: 'country = "US"' },
	// values
	{ row: 'country = "US"', does: "text", act: write("value-0", 'D"E'), becomes: 'country = "D\\"E"' },
	{ row: 'country = "US"', does: "text", act: write("value-0", ""), becomes: "country = ?" },
	{ row: "country = ?", does: "text", act: write("value-0", "CA"), becomes: 'country = "CA"' },
	{ row: 'plan = "pro"', does: "option", act: choose("value-0", "team"), becomes: 'plan = "team"' },
	{ row: "points > 5", does: "number", act: write("value-0", " 7.5 "), becomes: "points > 7.5" },
	{ row: "points between 1 and 2", does: "number", act: write("value-1", "20"), becomes: "points between 1 and 20" },
	{ row: "opted_in = ?", does: "boolean", act: choose("value-0", "false"), becomes: "opted_in = false" },
	{ row: "birthday before 2001-02-03", does: "date", act: write("value-0", "1999-12-31"), becomes: "birthday before 1999-12-31" },
	{ row: "birthday before 2001-02-03", does: "kind of time", act: choose("kind-0", "… ago"), becomes: "birthday before 30 days ago" },
	{ row: "birthday before 30 days ago", does: "amount", act: write("value-0", "7"), becomes: "birthday before 7 days ago" },
	{ row: "birthday before 30 days ago", does: "unit", act: choose("unit-0", "weeks"), becomes: "birthday before 30 weeks ago" },
	{ row: "birthday before 30 days ago", does: "kind of time", act: choose("kind-0", "today"), becomes: "birthday before today" },
	{ row: "birthday before today", does: "kind of time", act: choose("kind-0", "a date"), becomes: "birthday before 2026-05-10" },
	{
		row: "seen_at before 2026-05-01",
		does: "kind of time",
		act: choose("kind-0", "a moment"),
		becomes: "seen_at before 2026-05-01T00:00:00+02:00",
	},
	{
		row: "seen_at before 2026-05-01T10:00:00+02:00",
		does: "moment",
		act: write("value-0", "2026-01-02T03:04"),
		becomes: "seen_at before 2026-01-02T03:04:00+01:00",
	},
	{ row: "seen_at in last 30 days", does: "window", act: choose("kind-0", "next"), becomes: "seen_at in next 30 days" },
	{ row: "seen_at in last 30 days", does: "window", act: choose("kind-0", "this"), becomes: "seen_at in this day" },
	{ row: "seen_at in this week", does: "window", act: choose("unit-0", "months"), becomes: "seen_at in this month" },
	{ row: "seen_at in last 3 months", does: "window", act: choose("kind-0", "last full"), becomes: "seen_at in last 3 full months" },
	{ row: "seen_at in last 30 days", does: "amount", act: write("value-0", "14"), becomes: "seen_at in last 14 days" },
	{
		row: "birthday anniversary today",
		does: "anniversary",
		act: choose("anniversary", "between two days"),
		becomes: "birthday anniversary between today and today + 7 days",
	},
	{
		row: "birthday anniversary today",
		does: "anniversary",
		act: choose("anniversary", "within"),
		becomes: "birthday anniversary in next 7 days",
	},
	{
		row: "birthday anniversary in next 7 days",
		does: "anniversary",
		act: choose("anniversary", "on a day"),
		becomes: "birthday anniversary today",
	},
	{ row: "birthday month-day = --05-01", does: "month", act: choose("value-0", "February"), becomes: "birthday month-day = --02-01" },
	{ row: "birthday month-day = --05-31", does: "month", act: choose("value-0", "February"), becomes: "birthday month-day = --02-29" },
	{ row: "birthday month-day = --05-01", does: "day", act: choose("day-0", "7"), becomes: "birthday month-day = --05-07" },
	{ row: "month(birthday) = 5", does: "name", act: choose("value-0", "March"), becomes: "month(birthday) = mar" },
	{ row: "points > seats + 1", does: "words", act: write("value-0", "seats + 2"), becomes: "points > seats + 2" },
	// lists
	{ row: 'country in ("US",  "CA")', does: "value", act: click("chip-0"), becomes: 'country in ("CA")' },
	{ row: 'country in ("US")', does: "value", act: click("chip-0"), becomes: "country in (?)" },
	{ row: 'country in ("US",  "CA")', does: "value", act: write("entry", "DE"), becomes: 'country in ("US",  "CA",  "DE")' },
	{ row: "points in (1)", does: "value", act: write("entry", "2"), becomes: "points in (1, 2)" },
	{ row: "scores has any of (?)", does: "value", act: write("entry", "2"), becomes: "scores has any of (2)" },
	// subjects
	{ row: 'country = "US"', does: "subject", act: write("subject", "city"), becomes: 'city = "US"' },
	{ row: 'country = "US"', does: "subject", act: write("subject", "points"), becomes: "points = ?" },
	{ row: 'country contains "US"', does: "subject", act: write("subject", "points"), becomes: "points >= ?" },
	{ row: 'country = "US"', does: "subject", act: write("subject", "count(orders)"), becomes: "count(orders) = ?" },
	{ row: 'country in ("US",  "CA")', does: "subject", act: write("subject", "points"), becomes: "points in (?)" },
	{ row: 'country in ("US",  city)', does: "subject", act: write("subject", "plan"), becomes: 'plan in ("US",  city)' },
	{ row: 'country in (1,  "CA")', does: "subject", act: write("subject", "points"), becomes: "points in (1)" },
	{ row: 'country = "US" ignoring case', does: "subject", act: write("subject", "points"), becomes: "points = ?" },
	{ row: 'country = "US"', does: "subject", act: write("subject", "points / seats"), becomes: "points / seats = ?" },
	{ row: "points >= 100", does: "subject", act: write("subject", "birthday"), becomes: "birthday >= ?" },
	{ row: "points between 5 and seats", does: "subject", act: write("subject", "birthday"), becomes: "birthday between ? and seats" },
	{ row: "seen_at > 30 days ago", does: "subject", act: write("subject", "birthday"), becomes: "birthday > 30 days ago" },
	{ row: "seen_at in last 30 days", does: "subject", act: write("subject", "points"), becomes: "points >= ?" },
	{ row: "seen_at in last 30 days", does: "subject", act: write("subject", "birthday"), becomes: "birthday in last 30 days" },
	{ row: "month(birthday) = 5", does: "subject", act: write("subject", "country"), becomes: "country = ?" },
	{ row: 'tags has any of ("a", "b")', does: "subject", act: write("subject", "scores"), becomes: "scores has any of (?)" },
	{ row: "birthday month-day = --05-01", does: "subject", act: write("subject", "birthday"), becomes: "birthday = ?" },
	{ row: "points > 5", does: "subject", act: write("subject", "points / seats"), becomes: "points / seats > 5" },
	{ row: '"name": not ?', does: "subject", act: write("subject", "sum(orders.total)"), becomes: '"name": not sum(orders.total) >= ?' },
	{ row: "?", does: "subject", act: write("subject", "opted_in"), becomes: "opted_in" },
	{ row: "?", does: "subject", act: write("subject", "orders"), becomes: "any orders" },
	{ row: "?", does: "subject", act: write("subject", "last orders"), becomes: "last orders by placed_at (?)" },
	{ row: "not ?", does: "subject", act: write("subject", "visits"), becomes: "not any visits" },
	{ row: "?", does: "subject", act: write("subject", "seen_at"), becomes: "seen_at in last 30 days" },
	// rows
	{ row: "points > 5", does: "duplicate", act: click("duplicate"), becomes: "points > 5\nand points > 5" },
	{ row: '"old": points > 5', does: "name", act: write("name", "new"), becomes: '"new": points > 5' },
	{ row: '"old": points > 5', does: "name", act: write("name", ""), becomes: "points > 5" },
	{ row: "a b c", does: "text", act: write("text", "points = 1"), becomes: "points = 1" },
	// groups
	{ row: "(points > 5 and seats = 1)", does: "quantity", act: choose("quantity", "Any of these"), becomes: "(points > 5 or seats = 1)" },
	{
		row: "(points > 5 and seats = 1)",
		does: "quantity",
		act: choose("quantity", "None of these"),
		becomes: "none of (points > 5, seats = 1)",
	},
	{
		row: "any of (points > 5, seats = 1)",
		does: "quantity",
		act: choose("quantity", "At least"),
		becomes: "at least 2 of (points > 5, seats = 1)",
	},
	{
		row: "at least 2 of (points > 5, seats = 1)",
		does: "count",
		act: write("count", "1"),
		becomes: "at least 1 of (points > 5, seats = 1)",
	},
	{ row: "any orders (total > 5)", does: "quantifier", act: choose("quantifier", "at least"), becomes: "at least 1 orders (total > 5)" },
	{ row: "at least 2 orders (total > 5)", does: "count", act: write("count", "3"), becomes: "at least 3 orders (total > 5)" },
	{ row: "any orders", does: "collection", act: choose("collection", "visits"), becomes: "any visits" },
	{
		row: 'last orders by placed_at (status = "paid")',
		does: "edge",
		act: choose("edge", "the first of"),
		becomes: 'first orders by placed_at (status = "paid")',
	},
	{
		row: 'last orders by placed_at (status = "paid")',
		does: "edge",
		act: choose("by", "total"),
		becomes: 'last orders by total (status = "paid")',
	},
	{ row: "any orders", does: "add", act: click("add-condition"), becomes: "any orders (?)" },
	{ row: "any orders (total > 5)", does: "add", act: click("add-group"), becomes: "any orders (total > 5 and (?))" },
	{ row: "(points > 5)", does: "add", act: click("add-reference"), becomes: '(points > 5 and in segment "")' },
	{ row: "count(orders) > 1", does: "subject", act: write("subject", "count(visits)"), becomes: "count(visits) > 1" },
	// references
	{ row: 'in segment "vip"', does: "membership", act: choose("membership", "is not in the segment"), becomes: 'not in segment "vip"' },
	{ row: 'in segment "vip"', does: "segment", act: write("entry", "unsubscribed"), becomes: 'in any segment ("vip", "unsubscribed")' },
	{ row: 'in segment ""', does: "segment", act: write("entry", "vip"), becomes: 'in segment "vip"' },
	{ row: 'in segment "vip"', does: "segment", act: click("chip-0"), becomes: 'in segment ""' },
];

/** In the panel that unfolds. */
const more: readonly Case[] = [
	{ row: "points > 5", does: "negate", act: click("negate"), becomes: "not points > 5" },
	{ row: "points = 5", does: "negate", act: click("negate"), becomes: "points != 5" },
	{ row: "any orders", does: "negate", act: click("negate"), becomes: "no orders" },
	{ row: "points > 5", does: "wrap", act: click("wrap"), becomes: "(points > 5)" },
	{ row: "points > 5", does: "wrap", act: click("wrap-not"), becomes: "not (points > 5)" },
	{ row: "(points > 5)", does: "unwrap", act: click("unwrap"), becomes: "points > 5" },
	{ row: "points > 5", does: "name", act: write("new-name", 'a "b"'), becomes: '"a \\"b\\"": points > 5' },
	{ row: "points > 5", does: "as text", act: write("as-text", "points > 6"), becomes: "points > 6" },
	{ row: "points > 5", does: "comment", act: write("new-comment-behind", "why"), becomes: "points > 5 # why" },
];

describe("<segql-builder>: controls", () => {
	let page: BuilderPage;
	afterEach(() => page.remove());

	const textWith = (row: string): string => `${above}and ${row}${below}`;

	for (const { row, does, act, becomes } of cases) {
		it(`${does}: ${row} -> ${becomes}`, async () => {
			page = await builderPage(textWith(row));
			await act(page, row);
			expect(page.text()).to.equal(textWith(becomes));
			await expectOneStep(page, textWith(row));
		});
	}

	for (const { row, does, act, becomes } of more) {
		it(`more, ${does}: ${row} -> ${becomes}`, async () => {
			page = await builderPage(textWith(row));
			await page.click(at, "more");
			expect(page.text()).to.equal(textWith(row));
			await act(page, row);
			expect(page.text()).to.equal(textWith(becomes));
			await expectOneStep(page, textWith(row));
		});
	}

	it("says of an anniversary once what kind of time it is, and once which way", async () => {
		page = await builderPage("birthday anniversary in next 7 days");
		const words = (name: string) => [...page.control<HTMLSelectElement>("0", name).options].map(({ label }) => label);
		expect(words("anniversary")).to.deep.equal(["on a day", "within", "between two days"]);
		const selected = ["operator", "anniversary", "kind-0"].map(
			(name) => page.control<HTMLSelectElement>("0", name).selectedOptions[0]?.label,
		);
		expect(selected).to.deep.equal(["has its anniversary", "within", "next"]);
	});

	it("moves, mutes, unmutes and removes", async () => {
		page = await builderPage("points > 1\nand seats > 2 # two\nand opted_in");
		await page.click("1", "up");
		expect(page.text()).to.equal("seats > 2 # two\nand points > 1\nand opted_in");
		await expectOneStep(page, "points > 1\nand seats > 2 # two\nand opted_in");
		await page.click("0", "mute");
		expect(page.text()).to.equal("# seats > 2 # two\npoints > 1\nand opted_in");
		expect(page.focused()).to.equal(`${page.rowAt("0").id}/unmute`);
		await page.click("0", "unmute");
		expect(page.text()).to.equal("seats > 2 # two\nand points > 1\nand opted_in");
		const next = page.rowAt("1").id;
		await page.click("0", "remove");
		expect(page.text()).to.equal("points > 1\nand opted_in");
		expect(page.focused()).to.equal(`${next}/subject`);
	});

	it("edits comments and notes where they stand", async () => {
		page = await builderPage("# one\n# two\npoints > 1 # behind\n\n# a note\n\nand seats > 2");
		await page.write("0", "comment", "one\nthree\nfour");
		expect(page.text()).to.equal("# one\n# three\n# four\npoints > 1 # behind\n\n# a note\n\nand seats > 2");
		await page.write("0", "comment-behind", "");
		await page.write("1", "note", "another note\nof two lines");
		expect(page.text()).to.equal("# one\n# three\n# four\npoints > 1\n\n# another note\n# of two lines\n\nand seats > 2");
	});

	it("adds to an empty text, joined as was chosen before there was anything to join", async () => {
		page = await builderPage("");
		expect(page.all("[part=state]").map((each) => each.innerText)).to.deep.equal(["There is no condition yet."]);
		await page.click("", "add-condition");
		expect(page.text()).to.equal("?");
		expect(page.focused()).to.equal(`${page.rowAt("0").id}/subject`);
		await page.write("0", "subject", "points");
		expect(page.text()).to.equal("points >= ?");
		await page.write("0", "value-0", "5");
		await page.choose("", "quantity", "Any of these");
		expect(page.text()).to.equal("points >= 5");
		await page.click("", "add-reference");
		await page.click("", "add-note");
		expect(page.text()).to.equal('points >= 5\nor in segment ""\n# note');
		await page.click("", "add-group");
		expect(page.text()).to.equal('points >= 5\nor in segment ""\n# note\n\nor (?)');
	});

	it("pastes many values at once, without repeats", async () => {
		page = await builderPage('country in ("US")');
		const paste = (text: string): void => {
			const data = new DataTransfer();
			data.setData("text/plain", text);
			const event = new ClipboardEvent("paste", { bubbles: true, cancelable: true });
			Object.defineProperty(event, "clipboardData", { value: data });
			page.control("0", "entry").dispatchEvent(event);
		};
		paste('CA\r\n"New, York"\n\nUS\nCA');
		expect(page.text()).to.equal('country in ("US", "CA", "New, York")');
		paste("a, b; 'c, d'");
		expect(page.text()).to.equal('country in ("US", "CA", "New, York", "a", "b", "c, d")');
		const { session } = page.element;
		session.undo();
		session.undo();
		expect(page.text()).to.equal('country in ("US")');
	});

	it("pastes the cells of a column that it can read, and keeps the others to be mended", async () => {
		page = await builderPage("points in (7)");
		const entry = (): HTMLInputElement => page.control("0", "entry");
		const paste = async (text: string): Promise<void> => {
			const data = new DataTransfer();
			data.setData("text/plain", text);
			const event = new ClipboardEvent("paste", { bubbles: true, cancelable: true });
			Object.defineProperty(event, "clipboardData", { value: data });
			entry().dispatchEvent(event);
			await page.drawn();
		};
		const state = () => [
			page.text(),
			entry().value,
			entry().getAttribute("aria-invalid"),
			page.all(".refusal").map((each) => each.innerText),
		];
		await paste("1,200\n5\n");
		expect(state()).to.deep.equal(["points in (7, 1200, 5)", "", null, []]);
		await paste("6\nabc\n$12\n8");
		expect(state()).to.deep.equal([
			...["points in (7, 1200, 5, 6, 8)", "abc; $12", "true"],
			["abc and $12: write numbers only, for example 12, 20."],
		]);
		await page.write("0", "entry", "13; $12");
		expect(state()).to.deep.equal([
			...["points in (7, 1200, 5, 6, 8, 13)", "$12", "true"],
			["$12: write numbers only, for example 12, 20."],
		]);
		await page.write("0", "entry", "12");
		expect(state()).to.deep.equal(["points in (7, 1200, 5, 6, 8, 13, 12)", "", null, []]);
		await paste("a\nb\nc\nd\ne\nf\n");
		expect(state()).to.deep.equal([
			...["points in (7, 1200, 5, 6, 8, 13, 12)", "a; b; c; d; e; f", "true"],
			["a, b, c, d, e, and …: write numbers only, for example 12, 20."],
		]);
	});

	it("pastes one cell as one value, without the quotes and the unseen signs of its sheet", async () => {
		page = await builderPage("country in (?)");
		for (const [text, shown] of [
			["Smith, John\r\n", "Smith, John"],
			['"He said ""hi"""\r\n', 'He said "hi"'],
			["B\u200b", "B"],
		]) {
			const data = new DataTransfer();
			data.setData("text/plain", text as string);
			const event = new ClipboardEvent("paste", { bubbles: true, cancelable: true });
			Object.defineProperty(event, "clipboardData", { value: data });
			const field = page.control<HTMLInputElement>("0", "entry");
			field.focus();
			field.dispatchEvent(event);
			await page.drawn();
			expect([page.control<HTMLInputElement>("0", "entry").value, event.defaultPrevented]).to.deep.equal([shown, true]);
			field.blur();
			await page.drawn();
		}
		expect(page.text()).to.equal('country in ("Smith, John", "He said \\"hi\\"", "B")');
		await page.write("0", "entry", "C\u200b");
		expect(page.text()).to.equal('country in ("Smith, John", "He said \\"hi\\"", "B", "C")');
	});

	it("says near the row why something cannot be done, and changes nothing", async () => {
		page = await builderPage("points > 1 and seats > 2");
		await page.write("0", "value-0", "many");
		expect(page.text()).to.equal("points > 1 and seats > 2");
		expect(page.all(".refusal").map((each) => each.innerText)).to.deep.equal(["Write a number, for example 12 or 9.5."]);
		expect(page.all("[role=status]").map((each) => each.innerText)).to.deep.equal(["Write a number, for example 12 or 9.5."]);
		expect(page.control<HTMLInputElement>("0", "value-0").value).to.equal("many");
		await page.click("0", "up");
		expect(page.all(".refusal").map((each) => each.innerText)).to.deep.equal([
			...["Write a number, for example 12 or 9.5.", "It is the first row of its group."],
		]);
		expect(page.element.session.canUndo).to.equal(false);
		await page.write("0", "value-0", "3");
		expect(page.all(".refusal")).to.deep.equal([]);
	});

	it("makes no step of what changes nothing", async () => {
		page = await builderPage('country = "US" and points > 1');
		const { version } = page.element.session;
		await page.write("0", "value-0", "US");
		await page.write("1", "value-0", "1");
		await page.write("0", "subject", "country");
		await page.choose("0", "operator", "is");
		await page.choose("", "quantity", "All of these");
		await page.click("0", "more");
		await page.write("0", "as-text", 'country = "US"');
		expect([page.text(), page.element.session.version, page.element.session.canUndo]).to.deep.equal([
			'country = "US" and points > 1',
			version,
			false,
		]);
	});
});
