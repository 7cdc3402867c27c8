// Each token once, with what it is.
import { expect } from "chai";
import fc from "fast-check";
import { languageService } from "../../src/service/language-service.ts";
import { arbitraryWild } from "../properties/arbitrary-wild.ts";
import { arbitraryCondition } from "../properties/arbitrary-condition.ts";
import { fields, segments } from "../properties/agree.ts";
import { runs } from "../properties/runs.ts";
import { service } from "./editor.ts";

const tokens = (text: string): readonly string[] =>
	service
		.semanticTokens(text)
		.map(({ span, type, isUnknown }) => `${text.slice(span.from, span.to)} ${type}${isUnknown ? " unknown" : ""}`);

const texts: readonly (readonly [text: string, ...tokens: readonly string[]])[] = [
	['country = "US" # note', "country field", "= operator", '"US" string', "# note comment"],
	["contry >= 5", "contry field unknown", ">= operator", "5 number"],
	["phone is not set", "phone field unknown", "is operator", "not operator", "set operator"],
	[
		'"who": not in segment "vip" or in any segment ("none")',
		...['"who" label', ": punctuation", "not keyword", "in keyword", "segment keyword", '"vip" segment', "or keyword", "in keyword"],
		...["any keyword", "segment keyword", "( punctuation", '"none" segment unknown', ") punctuation"],
	],
	[
		"at least 3 orders (total > profile.points and points > 1)",
		...[
			"at keyword",
			"least keyword",
			"3 number",
			"orders collection",
			"( punctuation",
			"total field",
			"> operator",
			"profile.points field",
		],
		...["and keyword", "points field unknown", "> operator", "1 number", ") punctuation"],
	],
	["points at least 3", "points field", "at operator", "least operator", "3 number"],
	["points more than 3", "points field", "more operator", "than operator", "3 number"],
	["more than 3 orders", "more keyword", "than keyword", "3 number", "orders collection"],
	[
		"sum(orders.total where status = 'paid') < 3",
		...[
			"sum function",
			"( punctuation",
			"orders.total field",
			"where keyword",
			"status field",
			"= operator",
			"'paid' string",
			") punctuation",
		],
		...["< operator", "3 number"],
	],
	["count(tags) = 1", "count function", "( punctuation", "tags field", ") punctuation", "= operator", "1 number"],
	["count(orders) = 1", "count function", "( punctuation", "orders collection", ") punctuation", "= operator", "1 number"],
	["sum(orders.nothing) = 1", "sum function", "( punctuation", "orders.nothing field unknown", ") punctuation", "= operator", "1 number"],
	["signed_up in last 30 days", "signed_up field", "in operator", "last date", "30 number", "days date"],
	["signed_up > today - 3 months", "signed_up field", "> operator", "today date", "- operator", "3 number", "months date"],
	["birthday on 2026-05-01", "birthday field", "on operator", "2026-05-01 date"],
	[
		"weekday(birthday) in (sat, mon)",
		"weekday function",
		"( punctuation",
		"birthday field",
		") punctuation",
		"in operator",
		"( punctuation",
		"sat date",
		", punctuation",
		"mon date",
		") punctuation",
	],
	[
		"last orders by total (opted_in)",
		"last keyword",
		"orders collection",
		"by keyword",
		"total field",
		"( punctuation",
		"opted_in field unknown",
		") punctuation",
	],
	["opted_in is true", "opted_in field", "is operator", "true keyword"],
	['country = "U" ignoring case', "country field", "= operator", '"U" string', "ignoring keyword", "case keyword"],
	["country = ?", "country field", "= operator", "? punctuation"],
	["country § ) )", "country field", "§ punctuation unknown", ") punctuation", ") punctuation"],
	['country = "half', "country field", "= operator", '"half string'],
	["any visits (page)", "any keyword", "visits field unknown", "( punctuation", "page field unknown", ") punctuation"],
	[""],
];

describe("semantic tokens", () => {
	for (const [text, ...wanted] of texts) it(text || "of nothing", () => expect(tokens(text)).to.deep.equal(wanted));

	it("hold every character but blanks, each once", () => {
		const any = languageService({ catalogue: fields, segments, now: 0, timeZone: "UTC" });
		fc.assert(
			fc.property(fc.oneof(arbitraryCondition, arbitraryWild, fc.string({ unit: "binary", maxLength: 30 })), (text) => {
				let at = 0;
				for (const { span } of any.semanticTokens(text)) {
					expect(span.from >= at && span.to > span.from, text).to.equal(true);
					expect(text.slice(at, span.from), text).to.match(/^[\s\uFEFF]*$/);
					at = span.to;
				}
				expect(text.slice(at), text).to.match(/^[\s\uFEFF]*$/);
			}),
			{ numRuns: runs(500) },
		);
	});

	it("of a valid text know every name", () => {
		const any = languageService({ catalogue: fields, segments, now: 0, timeZone: "UTC" });
		fc.assert(
			fc.property(arbitraryCondition, (text) => {
				const unknown = any.semanticTokens(text).filter(({ isUnknown }) => isUnknown);
				expect(unknown.map(({ span }) => text.slice(span.from, span.to))).to.deep.equal([]);
			}),
			{ numRuns: runs(300) },
		);
	});
});
