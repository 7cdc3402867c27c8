// What comes back from single rules, word for word: the shapes of toRule, the traps of missing values, and what is refused where.
import { expect } from "chai";
import { compile } from "../../src/compile.ts";
import { catalogue as makeCatalogue } from "../../src/fields/catalogue.ts";
import { type FromRuleOptions, fromRule } from "../../src/rule/from-rule.ts";
import type { Rule } from "../../src/rule/rule.ts";
import { noon } from "../check/diagnostics-of.ts";
import { shop } from "../check/shop.ts";
import { ruleOf } from "./rule-of.ts";

const x = (path: string): Rule => ({ var: path });

function textOf(rule: unknown, options: FromRuleOptions = {}): string {
	const back = fromRule(rule, shop, options);
	if (!back.ok) throw new Error(back.problems.map(({ pointer, message }) => `${pointer}: ${message}`).join("\n"));
	return back.text.replace(/\s+/g, " ");
}

function notesOf(rule: unknown): readonly string[] {
	const back = fromRule(rule, shop);
	return back.ok ? back.notes.map(({ pointer, message }) => `${pointer}: ${message}`) : ["refused"];
}

function problemsOf(rule: unknown): readonly string[] {
	const back = fromRule(rule, shop);
	return back.ok ? [`read as ${back.text}`] : back.problems.map(({ pointer, message }) => `${pointer}: ${message}`);
}

describe("fromRule: rules of texts", () => {
	/** A text, and how it comes back where that is not the same. */
	const texts: readonly (readonly [text: string, back?: string])[] = [
		['country = "US"'],
		['country != "US"'],
		['country in ("US", "CA")'],
		["spent >= 500.5"],
		["not spent > 5"],
		["spent between 1 and 2"],
		["spent not between 1 and 2"],
		["country is set"],
		["country is missing"],
		["country is empty"],
		["country is not empty"],
		["opted_in"],
		["not opted_in"],
		["opted_in = false"],
		["tags is empty"],
		['tags has "a"'],
		['tags has none of ("a", "b") ignoring case'],
		['tags has all of ("a", "b")'],
		['country contains "a" ignoring case'],
		['country contains "" ignoring case'],
		['country does not start with "a"'],
		['country like "a*b"'],
		['country like "a?*c" ignoring case'],
		["`Loyalty Points` > 5"],
		["visits + 1 > spent / 2"],
		["visits / spent is set"],
		["visits - (spent - 1) = 3"],
		["birthday before 2026-05-01"],
		["birthday between 2026-05-01 and 2026-05-03"],
		["birthday in 2026-05", "birthday on 2026-05"],
		["birthday month-day between --12-20 and --01-05", "birthday month-day >= --12-20 or birthday month-day <= --01-05"],
		["month(birthday) = 5"],
		["weekday(birthday) in (sat, sun)"],
		["hour(signed_up) >= 9"],
		["signed_up month-day = --05-01"],
		["signed_up on trial_end"],
		["signed_up before birthday"],
		["signed_up after trial_end - 3 days"],
		["signed_up after trial_end - 3 months"],
		["month(trial_end - 3 months + 2 hours) = 5"],
		["weekday(birthday + 3 days - 1 month) in (sat)"],
		["hour(trial_end - 3 months) > 5"],
		["signed_up on trial_end + 36 hours"],
		["(trial_end - 1 year + 90 seconds) month-day = --05-01"],
		["signed_up after trial_end + 200000 days + 200000 days"],
		["trial_end + 1 day + 1 hour before 2026-05-01T04:00:00Z", "trial_end + 25 hours before 2026-05-01T04:00:00Z"],
		["signed_up before 2026-05-01", "signed_up before 2026-05-01T04:00:00Z"],
		["signed_up on 2026-05-01", "signed_up between 2026-05-01T04:00:00Z and 2026-05-02T03:59:59.999Z"],
		["any orders"],
		["no orders"],
		['any orders (status = "paid")'],
		['no orders (status = "paid")'],
		['every orders (status = "paid")'],
		["any orders (total > profile.spent)"],
		["any orders (any items (price > 2))"],
		["at least 3 orders"],
		["fewer than 2 orders (total > 5)"],
		["not count(orders) = 3", "count(orders) != 3"],
		["count(tags) > 2"],
		["count distinct(orders.status where total > 5) = 2"],
		["sum(orders.total) > 200"],
		["avg(orders.total where total < profile.spent) > 2"],
		["max(orders.placed_at) before 2026-05-01T04:00:00Z"],
		["min(orders.total) + max(scores) > 5"],
		['last orders by placed_at (status = "refunded")'],
		['not first orders by total (status = "refunded")'],
		["opted_in and (spent > 5 or visits > 5)"],
		["opted_in and all of (spent > 5, visits > 5)"],
		["at least 2 of (opted_in, spent is set, visits is set)"],
		["not (opted_in or spent > 5)"],
		["at least 1 of (opted_in)"],
	];
	for (const [text, back = text] of texts) {
		it(text, () => {
			expect(textOf(ruleOf(text))).to.equal(back);
			expect(ruleOf(back)).to.deep.equal(ruleOf(text));
			expect(notesOf(ruleOf(text))).to.deep.equal([]);
		});
	}

	const options = { timeZone: "America/New_York" };
	for (const text of [
		"signed_up on 2026-05-01",
		"signed_up on 2026-05",
		"signed_up on 2026",
		"signed_up between 2026-05-01 and 2026-05-03",
		"signed_up before 2026-05-01",
		"signed_up after 2026-05-01",
		"signed_up on or before 2026-05-01",
		"signed_up on or after 2026-05-01",
	]) {
		it(`${text}, in words where the zone is given`, () => expect(textOf(ruleOf(text), options)).to.equal(text));
	}

	it("days in words only where whole local days are meant", () => {
		expect(textOf(ruleOf("signed_up in last 1 day"), options)).to.equal(
			"signed_up between 2026-05-09T12:00:00.001Z and 2026-05-10T12:00:00Z",
		);
		expect(textOf(ruleOf("signed_up before 2026-05-01"), { timeZone: "UTC" })).to.equal("signed_up before 2026-05-01T04:00:00Z");
	});

	it("references come back written out", () => {
		const segments = { find: () => ({ id: "s", name: "s", text: "spent > 5 and visits > 5", active: true }), names: () => ["s"] };
		const compiled = compile('opted_in and in segment "s"', { catalogue: shop, segments, now: noon });
		expect(compiled.ok && textOf(compiled.segment.rule)).to.equal("opted_in and all of (spent > 5, visits > 5)");
	});
});

describe("fromRule: age()", () => {
	const adult = ruleOf("age(birthday) >= 18");
	const now = noon;

	it("comes back where the clock stands on the same day", () => {
		expect(textOf(adult, { now })).to.equal("age(birthday) >= 18");
		expect(textOf(ruleOf("age(birthday) in (18, 21)"), { now: new Date(now) })).to.equal("age(birthday) in (18, 21)");
		expect(textOf(ruleOf("age(signed_up) - visits > 2"), { now })).to.equal("age(signed_up) - visits > 2");
	});

	const birthdays: readonly (readonly [string, string])[] = [
		["age(birthday) >= 18", "birthday on or before 2008-05-10"],
		["age(birthday) > 17.5", "birthday on or before 2008-05-10"],
		["age(birthday) < 18", "birthday between 2008-05-11 and 2026-05-10"],
		["age(birthday) <= 17", "birthday between 2008-05-11 and 2026-05-10"],
		["age(birthday) = 18", "birthday between 2007-05-11 and 2008-05-10"],
		["age(birthday) between 18 and 19", "birthday between 2006-05-11 and 2008-05-10"],
		["age(birthday) is set", "birthday on or before 2026-05-10"],
		["not age(birthday) >= 18", "not birthday on or before 2008-05-10"],
	];
	for (const [text, back] of birthdays) it(`on another day ${text} is ${back}`, () => expect(textOf(ruleOf(text))).to.equal(back));

	it("says so", () => {
		expect(notesOf(adult)).to.deep.equal([
			": The age is that of 2026-05-10, the day this rule was made for, so the text compares the date itself.",
		]);
		expect(problemsOf(ruleOf("opted_in and age(birthday) > visits"))).to.deep.equal([
			"/and/1: This asks for an age on 2026-05-10, and a text asks for it on the day it is compiled. Compile the text with a clock on 2026-05-10.",
		]);
	});
});

describe("fromRule: foreign logic", () => {
	const visits = x("visits");
	const texts: readonly (readonly [rule: Rule, text: string, ...notes: readonly string[]])[] = [
		[
			{ "<": [visits, 100] },
			"visits < 100 or visits is missing",
			': A missing "visits" counts as less than 100 here, so the text says so.',
		],
		[{ "<=": [visits, 0] }, "visits <= 0 or visits is missing", ': A missing "visits" counts as at most 0 here, so the text says so.'],
		[
			{ ">": [visits, -5] },
			"visits > -5 or visits is missing",
			': A missing "visits" counts as greater than -5 here, so the text says so.',
		],
		[{ ">": [visits, 5] }, "visits > 5"],
		[{ ">": [100, visits] }, "visits < 100 or visits is missing", ': A missing "visits" makes this true too, so the text says so.'],
		[
			{ "<=": [0, visits, 100] },
			"visits between 0 and 100 or visits is missing",
			': A missing "visits" makes this true too, so the text says so.',
		],
		[{ "<": [0, visits, 100] }, "visits > 0 and visits < 100"],
		[{ "!": [{ "<": [visits, 100] }] }, "visits >= 100"],
		[{ "!": [{ ">": [visits, 100] }] }, "not visits > 100"],
		[{ and: [{ "!=": [visits, null] }, { "<": [visits, 100] }] }, "visits < 100"],
		[{ or: [{ "==": [visits, null] }, { "<": [visits, 100] }] }, "visits is missing or visits < 100"],
		[{ "==": [visits, "5"] }, "visits = 5"],
		[{ "!=": [visits, 5] }, "visits != 5"],
		[{ "==": [visits, null] }, "visits is missing"],
		[{ "==": [x("opted_in"), 1] }, "opted_in"],
		[{ "!": x("opted_in") }, "not opted_in"],
		[{ "!": x("country") }, "country is empty", '/!: An empty "country" counts as missing here, so the text says so.'],
		[visits, "visits is set and visits != 0", ': "visits" counts as false here when it is 0 or missing, so the text says so.'],
		[x("tags"), "tags is not empty"],
		[x("orders"), "any orders"],
		[{ in: ["U", x("country")] }, 'country contains "U"'],
		[{ in: [x("country"), "US"] }, 'country in ("", "U", "US", "S")'],
		[{ in: [x("country"), ["US", null]] }, 'country in ("US") or country is missing'],
		[{ in: ["vip", x("tags")] }, 'tags has "vip"'],
		[{ in: ["US", [x("country"), x("address.city")]] }, 'country = "US" or address.city = "US"'],
		[{ missing: ["visits", "spent"] }, "visits is missing or spent is missing"],
		[{ missing_some: [2, ["visits", "spent", "age"]] }, "not at least 2 of (visits is set, spent is set, age is set)"],
		[{ if: [x("opted_in"), { ">": [visits, 5] }, { ">": [visits, 9] }] }, "(opted_in and visits > 5) or (not opted_in and visits > 9)"],
		[{ "?:": [{ ">": [visits, 5] }, 1, 0] }, "visits > 5"],
		[
			{ ">": [{ var: ["visits", 10] }, 5] },
			"visits > 5 or visits is missing",
			': A missing "visits" counts as greater than 5 here, so the text says so.',
		],
		[{ "==": [{ if: [x("opted_in"), "US", "CA"] }, x("country")] }, '(opted_in and country = "US") or (not opted_in and country = "CA")'],
		[
			{ "==": [x("country"), x("address.city")] },
			"country = address.city or (country is missing and address.city is missing)",
			': Where "country" and "address.city" are missing, this takes them for equal, so the text says so.',
		],
		[
			{ all: [x("orders"), { ">": [x("total"), 1] }] },
			"any orders and every orders (total > 1)",
			': "all" is false where there is no element at all, so the text asks for one.',
		],
		[
			{ some: [{ filter: [x("orders"), { ">": [x("total"), 1] }] }, { "==": [x("status"), "paid"] }] },
			'any orders (total > 1 and status = "paid")',
		],
		[{ none: [x("scores"), { ">=": [{ var: "" }, 10] }] }, "not max(scores) >= 10"],
		[{ ">": [x("orders.length"), 2] }, "more than 2 orders"],
		[
			{ ">=": [{ reduce: [x("orders"), { "+": [x("accumulator"), { if: [{ ">": [x("current.total"), 5] }, 1, 0] }] }, 0] }, 2] },
			"at least 2 orders (total > 5)",
		],
		[{ "==": [{ substr: [x("country"), 0, 1] }, "U"] }, 'country starts with "U"'],
		[
			{ "==": [{ substr: [x("country"), -1] }, "l"] },
			'country ends with "l" or country is missing',
			': A missing "country" makes this true too, so the text says so.',
		],
		[{ ">": [{ "+": [visits, 1] }, 5] }, "visits + 1 > 5"],
		[
			{ "<": [{ "-": [visits, 1] }, 5] },
			"visits - 1 < 5 or visits is missing",
			': A missing "visits" makes this true too, so the text says so.',
		],
		[{ ">": [x("birthday"), 20260230] }, "birthday on or after 2026-03-01"],
		[
			{ "<=": [x("signed_up"), 0.5] },
			"signed_up on or before 1970-01-01T00:00:00Z or signed_up is missing",
			': A missing "signed_up" counts as at most 0.5 here, so the text says so.',
		],
		[true, "count(tags) is set", ": This rule is true for everybody, and the text is a condition that always is."],
		[{ and: [] }, "count(tags) is missing", ": This rule is false for everybody, and the text is a condition that always is."],
	];
	for (const [rule, text, ...notes] of texts) {
		it(JSON.stringify(rule), () => {
			expect(textOf(rule)).to.equal(text);
			expect(notesOf(rule)).to.deep.equal(notes);
		});
	}
});

describe("fromRule: refusals", () => {
	const two = { a: 1, b: 2 };
	const refused: readonly (readonly [rule: unknown, ...problems: readonly string[]])[] = [
		[{ cat: ["a", x("country")] }, ': There is no condition for {"cat": …}. Texts cannot be joined. Compare each field by itself.'],
		[
			{ and: [{ "==": [{ cat: [x("country")] }, "a"] }, x("opted_in"), { twice: 1 }, { "==": [x("contry"), "US"] }] },
			'/and/0/==/0: There is no condition for {"cat": …}. Texts cannot be joined. Compare each field by itself.',
			'/and/2: There is no condition for {"twice": …}. It is no operator of JSON Logic.',
			'/and/3/==/0: There is no field "contry". Did you mean "country"?',
		],
		[
			{ some: [x("orders"), { "==": [x("country"), "US"] }] },
			'/some/1/==/0: There is no field "country" in "orders". Use a field of the catalogue.',
		],
		[
			{ "==": [x("greeting"), "a"] },
			'/==/0: "greeting" is only for merge fields. To use it in conditions, expose it to segments in the field catalogue.',
		],
		[{ "==": [x("address"), "a"] }, '/==/0: "address" is no field by itself. Name one of its fields, for example "address.city".'],
		[
			{ "==": [x("orders.0.total"), 1] },
			'/==/0: "orders.0.total" reaches into "orders", and a condition cannot. Test the field, or its elements with "some".',
		],
		[{ "==": [x("constructor"), 1] }, '/==/0: There is no field "constructor". Use a field of the catalogue.'],
		[{ "==": [x(""), 1] }, '/==/0: {"var": …} is all the data at once. Name a field of it.'],
		[{ "===": [x("visits"), "5"] }, ': With "===", a number never equals "5", which is of another type.'],
		[{ "<": [x("visits"), "many"] }, ': A number never compares with "many". Write a number.'],
		[{ "<": [x("birthday"), "2020-01-01"] }, ': In records a date is a number like 20260501, so it never compares with "2020-01-01".'],
		[{ "<": [x("country"), "US"] }, ": Text has no order in conditions."],
		[
			{ "==": [x("country"), 5] },
			': Text equals 5 with "==" when it reads as that number, which a condition cannot ask. Write the text in quotes.',
		],
		[{ "<": [x("visits"), x("birthday")] }, ": A number and a date cannot be compared: a condition compares values of one type."],
		[
			{ ">": [{ "/": [x("spent"), x("visits")] }, 2] },
			"/>/0: Dividing by a field answers infinity where it is 0, and a condition has no infinity. Guard it, or compare with a product.",
		],
		[
			{ ">": [{ reduce: [x("orders"), { "+": [x("accumulator"), x("current.total")] }, 0] }, 5] },
			'/>/0/reduce/1/+/1: "total" has decimals: a condition adds them up exactly, and this rule does not. Compile the sum from a text.',
		],
		[
			{ all: [x("tags"), { in: [{ var: "" }, ["a"]] }] },
			'/all: A condition can ask whether "tags" has a value, but not whether it has nothing else.',
		],
		[
			{ in: [x("country"), "a haystack of many straws"] },
			": This is true for every part of a text of 25 characters, which are too many to list. Put the wanted values in a list.",
		],
		[
			{ "==": [{ substr: [x("country"), 1, 1] }, "a"] },
			"/==/0: A condition can ask how a text begins or ends, but not what stands in the middle of it.",
		],
		[{ "==": [x("visits"), 1, 2] }, '/==/2: "==" looks at two operands, and this is one more. Remove it.'],
		[two, ": An object with 2 keys is data, which JSON Logic takes for true. A condition has one key, its operator."],
		[{}, ": An object with 0 keys is data, which JSON Logic takes for true. A condition has one key, its operator."],
		[
			{ and: [two, x("opted_in")] },
			"/and/0: An object with 2 keys is data, which JSON Logic takes for true. A condition has one key, its operator.",
		],
		[[x("opted_in")], ": A list in a rule is data, not a condition."],
		[null, ": This is a value, not a condition. A rule is an object with one key, its operator."],
		["yes", ": This is a value, not a condition. A rule is an object with one key, its operator."],
		[undefined, ": This is a value, not a condition. A rule is an object with one key, its operator."],
		[JSON.parse('{"__proto__": [1]}'), ': There is no condition for {"__proto__": …}. It is no operator of JSON Logic.'],
		[{ "a/b~c": [1] }, ': There is no condition for {"a/b~c": …}. It is no operator of JSON Logic.'],
	];
	for (const [rule, ...problems] of refused) it(JSON.stringify(rule) ?? "nothing", () => expect(problemsOf(rule)).to.deep.equal(problems));

	it("pointers escape / and ~ (RFC 6901)", () => {
		expect(problemsOf({ and: [{ "!": [{ "a/b~c": { "d/~": [x("country")] } }] }] })).to.deep.equal([
			'/and/0/!/0: There is no condition for {"a/b~c": …}. It is no operator of JSON Logic.',
		]);
		expect(problemsOf({ ">": [{ "/": [{ "%": [x("visits"), 2] }, 3] }, 1] })[0]).to.match(/^\/>\/0\/~1\/0: /);
	});

	it("says a hundred problems, and that there are more", () => {
		const rule = (count: number) => ({ or: Array.from({ length: count }, (_, index) => ({ "==": [x(`no${index}`), 1] })) });
		expect(problemsOf(rule(100))).to.have.length(100);
		expect(problemsOf(rule(101))).to.have.length(101);
		expect(problemsOf(rule(150)).slice(99)).to.deep.equal([
			'/or/99/==/0: There is no field "no99". Use a field of the catalogue.',
			": There are more such parts. Only the first hundred are told.",
		]);
	});

	it("says a hundred notes, and that there are more", () => {
		const rule = (count: number) => ({ and: Array.from({ length: count }, (_, index) => ({ "<": [x("visits"), index + 1] })) });
		expect(notesOf(rule(100))).to.have.length(100);
		expect(notesOf(rule(150)).slice(99)).to.deep.equal([
			'/and/99: A missing "visits" counts as less than 100 here, so the text says so.',
			": There are more such places. Only the first hundred are told.",
		]);
	});

	it("refuses a rule with more parts than the limit, however often one part stands in it", () => {
		const rule: Rule = { or: [{ "===": [x("visits"), 1] }, { "===": [x("visits"), 2] }] };
		// Two objects and two lists, and in each: two more of both, and two values.
		const limited = (maxRuleParts: number) => fromRule(rule, shop, { limits: { maxRuleParts } });
		expect(limited(12)).to.have.property("ok", true);
		expect(limited(11)).to.deep.equal({
			ok: false,
			problems: [{ pointer: "", message: "This rule has more than 11 parts. Split it into several." }],
		});
		let shared: Rule = x("opted_in");
		for (let depth = 0; depth < 500; depth++) shared = { and: [shared, shared] };
		expect(problemsOf(shared)).to.deep.equal([": This rule has more than 1,000,000 parts. Split it into several."]);
		const list = Array.from({ length: 1_000 }, () => 1);
		const lists = { in: [x("visits"), Array.from({ length: 1_000 }, () => list)] };
		expect(problemsOf(lists)).to.deep.equal([": This rule has more than 1,000,000 parts. Split it into several."]);
	});

	it("refuses a rule that is nested deeper than the limit, where it is", () => {
		const rule = { "!": { "!": { var: "opted_in" } } };
		expect(fromRule(rule, shop, { limits: { maxRuleDepth: 2 } })).to.have.property("ok", true);
		expect(fromRule(rule, shop, { limits: { maxRuleDepth: 1 } })).to.deep.equal({
			ok: false,
			problems: [{ pointer: "/!/!", message: "This is nested too deep for a text. Split the rule into several segments." }],
		});
	});

	it("reads an if of many arms without making every arm's conditions anew", () => {
		const arms = (count: number, answer: (index: number) => Rule) => ({
			if: Array.from({ length: count }, (_, index) => (index % 2 ? answer(index) : { "<": [x("spent"), index] })),
		});
		expect(problemsOf(arms(100_000, () => ({ "<": [x("visits"), 3] })))[0]).to.match(/Split/);
		expect(problemsOf({ "===": [arms(100_000, (index) => index), 3] })).to.deep.equal([
			"/===/0: Too many fields can be missing here to say each case in words. Split it into several conditions.",
		]);
	});

	it("refuses what is nested deeper than any text, without a stack overflow", () => {
		const nested = (depth: number): Rule => {
			let rule: Rule = { "===": [x("country"), "US"] };
			for (let level = 0; level < depth; level++) rule = { "!": rule };
			return rule;
		};
		expect(textOf(nested(1_198))).to.equal('country = "US"');
		for (const depth of [1_199, 1_000_000]) {
			expect(problemsOf(nested(depth))[0]).to.match(/^\/!.*: This is nested too deep for a text. Split the rule into several segments.$/);
		}
	});

	it("refuses a text that compile would refuse", () => {
		const rule: Rule = { or: [1, 2, 3].map((value) => ({ "===": [x("visits"), value] })) };
		const refusal =
			': The rule\'s text would not compile. This text has more than 2 conditions. Give long lists to "in (…)", or split it into several segments.';
		const limited = (maxConditions: number) => fromRule(rule, shop, { limits: { maxConditions } });
		expect(limited(3)).to.have.property("ok", true);
		expect(limited(2)).to.deep.equal({ ok: false, problems: [{ pointer: "", message: refusal.slice(2) }] });
	});

	it("refuses a text that would be far longer than its rule", () => {
		let rule: Rule = x("opted_in");
		for (let depth = 0; depth < 30; depth++) rule = { if: [rule, { ">": [x("visits"), depth] }, { "<": [x("spent"), depth] }] };
		expect(problemsOf(rule)).to.deep.equal([": In words this would be far longer than the rule is. Split it into several conditions."]);
	});

	it("reads 10,000 terms", () => {
		const rule: Rule = { or: Array.from({ length: 10_000 }, (_, index) => ({ "<": [x("visits"), -index - 1] })) };
		expect(textOf(rule).split(" or ")).to.have.length(10_000);
	});

	it("says always by what the catalogue has", () => {
		const said = (field: object): readonly string[] => {
			const made = makeCatalogue({ fields: [field] });
			if (!("catalogue" in made)) throw new Error("It must be a catalogue.");
			const { catalogue } = made;
			return [true, false].map((rule) => {
				const back = fromRule(rule, catalogue);
				const compiled = back.ok && compile(back.text, { catalogue, now: noon });
				if (!back.ok || compiled === false || !compiled.ok) throw new Error("It has a text that compiles.");
				expect([{}, { x: "2026-05-10" }].map(compiled.segment.test)).to.deep.equal([rule, rule]);
				return `${back.text}: ${JSON.stringify(compiled.segment.rule)}`;
			});
		};
		expect(said({ name: "x", type: "list", items: "text" })).to.deep.equal(["count(x) is set: true", "count(x) is missing: false"]);
		expect(said({ name: "x", type: "date" })).to.deep.equal([
			"not x anniversary in last 0 full days: true",
			"x anniversary in last 0 full days: false",
		]);
		expect(said({ name: "x", type: "datetime" })).to.deep.equal([
			"not x anniversary in last 0 full days: true",
			"x anniversary in last 0 full days: false",
		]);
		expect(said({ name: "x", type: "date", exposure: ["merge_fields"] })[0]).to.match(/^user_id is set or user_id is missing: /);
		expect(said({ name: "x", type: "text" })).to.deep.equal([
			'user_id is set or user_id is missing: {"or":[{"!==":[{"var":"user_id"},null]},{"===":[{"var":"user_id"},null]}]}',
			'not (user_id is set or user_id is missing): {"!":[{"or":[{"!==":[{"var":"user_id"},null]},{"===":[{"var":"user_id"},null]}]}]}',
		]);
	});

	it("says always inside an element by what can be counted there, else by what the profile has", () => {
		const said = (...fields: readonly object[]): string => {
			const made = makeCatalogue({ fields: [{ name: "rows", type: "collection", fields }] });
			if (!("catalogue" in made)) throw new Error("It must be a catalogue.");
			const { catalogue } = made;
			const back = fromRule({ some: [x("rows"), true] }, catalogue);
			const compiled = back.ok && compile(back.text, { catalogue, now: noon });
			if (!back.ok || compiled === false || !compiled.ok) throw new Error("It has a text that compiles.");
			expect([{}, { rows: [] }, { rows: [{}] }].map(compiled.segment.test)).to.deep.equal([false, false, true]);
			return back.text;
		};
		const [date, list] = [
			{ name: "d", type: "date" },
			{ name: "l", type: "list", items: "text" },
		];
		expect(said(date)).to.equal("any rows (count(profile.rows) is set)");
		expect(said(date, list)).to.equal("any rows (count(l) is set)");
		expect(said(date, { ...list, exposure: ["merge_fields"] })).to.equal("any rows (count(profile.rows) is set)");
	});

	it("has no words for always where the catalogue has no field for conditions", () => {
		const names = ["user_id", "email", "phone", "first_name", "last_name"];
		const made = makeCatalogue({ fields: names.map((name) => ({ name, type: "text", exposure: ["merge_fields"] })) });
		if (!("catalogue" in made)) throw new Error("It must be a catalogue.");
		expect(fromRule(true, made.catalogue)).to.deep.equal({
			ok: false,
			problems: [{ pointer: "", message: "No field of the catalogue may be used in conditions." }],
		});
	});

	it("throws for an unknown time zone", () => {
		expect(() => fromRule(true, shop, { timeZone: "Mars/Olympus" })).to.throw(RangeError);
	});
});
