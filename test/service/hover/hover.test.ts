// What a hover says of the words under the pointer: whole texts.
import { expect } from "chai";
import { languageService } from "../../../src/service/language-service.ts";
import { marked, service, shopOptions } from "../editor.ts";

/** The words it is about, then its paragraphs. */
function hover(text: string, of = service): readonly string[] | undefined {
	const { text: plain, offset } = marked(text);
	const found = of.hover(plain, offset);
	return found && [plain.slice(found.span.from, found.span.to), ...found.text.split("\n\n")];
}

const hovers: readonly (readonly [text: string, ...said: readonly string[]])[] = [
	[
		'cou|ntry = "US"',
		"country",
		"country: text",
		"Where they <b>live</b>",
		'Most frequent: "US" (12,031), "New York" (1)',
		"From $.country of the profile.",
		'Their country is "US".',
	],
	["poi|nts > 5", "points", "points: number", "From $.loyalty.points of the profile.", "Their points is more than 5."],
	["spe|nt > 5", "spent", "spent: number, 2 decimals", "From $.spent of the profile.", "Their spent is more than 5."],
	['tags has "v|ip"', '"vip"', 'Their tags has "vip".'],
	['ta|gs has "vip"', "tags", "tags: list of text", 'Values: "vip", "beta"', "From $.tags of the profile.", 'Their tags has "vip".'],
	[
		'em|ail = "x"',
		"email",
		"email: text",
		"From $.email of the profile.",
		"Personal (EMAIL): its values are never shown as examples.",
		'Their email is "x".',
	],
	[
		"pho|ne is set",
		"phone",
		"phone: text",
		"From $.phone of the profile.",
		"Personal (PHONE): its values are never shown as examples.",
		"Only for merge fields: conditions cannot use it.",
		"Their phone is known.",
	],
	[
		"any ord|ers (total > 5)",
		"orders",
		"orders: collection of 3 fields",
		"Fields: total, status, placed_at",
		"From $.orders of the profile.",
		"They have orders where total is more than 5.",
	],
	[
		"any orders (tot|al > 5)",
		"total",
		"total: number, 2 decimals, in each of orders",
		"From $.total of the element.",
		"Total is more than 5.",
	],
	[
		"any orders (total > profile.poi|nts)",
		"profile.points",
		"points: number",
		"From $.loyalty.points of the profile.",
		"Total is more than their points.",
	],
	[
		"sum(orders.to|tal) > 5",
		"orders.total",
		"total: number, 2 decimals, in each of orders",
		"From $.total of the element.",
		"The sum of their orders.total is more than 5.",
	],
	[
		"su|m(orders.total) > 5",
		"sum(orders.total)",
		"sum: the numbers added up, 0 where there are none",
		"The sum of their orders.total is more than 5.",
	],
	[
		"ag|e(birthday) > 5",
		"age(birthday)",
		"age: the whole years from this day to today",
		"The age in years from their birthday is more than 5.",
	],
	['country i|n ("US")', "in", "in: is one of several values", 'Their country is "US".'],
	[
		'country does n|ot contain any of ("x")',
		"does not contain any of",
		"does not contain any of: does not have this text in it, or is missing",
		'Their country does not contain "x".',
	],
	[
		"signed_up i|n last 30 days",
		"in",
		"in: falls into this stretch of time",
		"2026-04-10 08:00 to 2026-05-10 08:00, in America/New_York",
		"Their signed_up is in the last 30 days.",
	],
	[
		"signed_up in la|st 30 days",
		"last 30 days",
		"2026-04-10 08:00 to 2026-05-10 08:00, in America/New_York",
		"Their signed_up is in the last 30 days.",
	],
	["birthday in las|t month", "last month", "2026-04-01 to 2026-04-30, in America/New_York", "Their birthday is in last month."],
	["signed_up in this mont|h", "this month", "2026-05-01 to 2026-05-31, in America/New_York", "Their signed_up is in this month."],
	[
		"birthday before to|day - 3 months",
		"today - 3 months",
		"2026-02-10, in America/New_York",
		"Their birthday is before 3 months before today.",
	],
	["signed_up > 3 hours a|go", "3 hours ago", "2026-05-10 05:00, in America/New_York", "Their signed_up is later than 3 hours ago."],
	[
		"birthday anniversary in ne|xt 7 days",
		"next 7 days",
		"2026-05-10 to 2026-05-17, in America/New_York",
		"Their birthday has its anniversary in the next 7 days.",
	],
	[
		"signed_up > birth|day + 3 days",
		"birthday",
		"birthday: date",
		"From $.birthday of the profile.",
		"Their signed_up is more than 3 days after their birthday.",
	],
	['in segment "v|ip"', '"vip"', "Segment vip", "points > 500", 'They are in segment "vip".'],
	['in seg|ment "old"', 'in segment "old"', "Segment old, deactivated", "points = 0", 'They are in segment "old".'],
	['in segment "no|ne"', '"none"', 'They are in segment "none".'],
	["a|ny orders (total > 5)", "any", "any: one or more of them fit the condition", "They have orders where total is more than 5."],
	["at le|ast 3 orders", "at least 3", "at least: so many of them fit the condition, or more", "They have at least 3 orders."],
	[
		"la|st orders by total (total > 5)",
		"last orders by total (total > 5)",
		"last: the one with the largest value fits the condition",
		"For the last of their orders by total, total is more than 5.",
	],
	["opted_in a|nd points > 5", "opted_in and points > 5", "Their opted_in is true and their points is more than 5."],
	["no|t opted_in", "not opted_in", "It is not so that their opted_in is true."],
	['"a|b": opted_in', '"ab": opted_in', "Their opted_in is true."],
	["con|try = 5", "contry", "Their contry is 5."],
];

describe("hover", () => {
	for (const [text, ...said] of hovers) it(text, () => expect(hover(text)).to.deep.equal(said));

	it("says nothing where no condition is", () => {
		for (const text of ["|", "# no|te", "opted_in   |", "opted_in # no|te", "a|nd"]) expect(hover(text), text).to.equal(undefined);
	});

	it("does not wait for values, nor ask for personal ones", () => {
		const slow = languageService({ ...shopOptions, values: { topValues: () => new Promise(() => undefined) } });
		expect(hover("country |=")).to.deep.equal(["=", "=: is exactly this"]);
		expect(hover("cou|ntry is set", slow)?.[3]).to.equal('Values: "US", "CA", "MX"');
		const asked: string[] = [];
		const topValues = (field: string): readonly [] => {
			asked.push(field);
			return [];
		};
		const curious = languageService({ ...shopOptions, values: { topValues } });
		for (const text of ["em|ail is set", "poi|nts > 1", "pl|an is set", "any orders (sta|tus is set)"]) hover(text, curious);
		expect(asked).to.deep.equal(["plan", "orders.status"]);
	});

	it("leaves out readings that are too long", () => {
		const text = `country in (${Array.from({ length: 200 }, (_, index) => `"value ${index}"`).join(", ")})`;
		expect(service.hover(text, 9)?.text).to.equal("in: is one of several values");
	});

	it("reads the clock again for a page that stays open", () => {
		let now = Date.UTC(2026, 4, 10, 12);
		const open = languageService({ ...shopOptions, now: () => now });
		expect(hover("birthday = tod|ay", open)?.[1]).to.equal("2026-05-10, in America/New_York");
		now += 24 * 3_600_000;
		expect(hover("birthday = tod|ay", open)?.[1]).to.equal("2026-05-11, in America/New_York");
	});
});
