// The service as a whole: what it says of a text, how it mends it, and that it reads each text once.
import { expect } from "chai";
import fc from "fast-check";
import { languageService } from "../../src/service/language-service.ts";
import { format } from "../../src/syntax/format.ts";
import { applyEdits } from "../../src/text/edit.ts";
import { arbitraryCondition } from "../properties/arbitrary-condition.ts";
import { runs } from "../properties/runs.ts";
import { marked, service, shopOptions } from "./editor.ts";

const told = (text: string, of = service): readonly (readonly [string, string, string])[] =>
	of.diagnostics(text).map(({ code, severity, span }) => [code, severity, text.slice(span.from, span.to)]);

describe("diagnostics", () => {
	it("are the parser's and the checker's in the order of the text", () => {
		expect(told('contry = "US" and points > and country = "UX"')).to.deep.equal([
			["unknown-field", "error", "contry"],
			["missing-value", "error", ">"],
			["unknown-value", "warning", '"UX"'],
		]);
	});

	it("and, of a text without mistakes, what is probably not meant", () => {
		expect(told("points > 5 and points < 3")).to.deep.equal([["contradiction", "warning", "points > 5 and points < 3"]]);
		expect(told("points > 5 and points < 3 and contry is set")).to.deep.equal([["unknown-field", "error", "contry"]]);
	});

	it("are made once for all that is asked of a text, and again a minute later", () => {
		let read = 0;
		let now = 1_000_000;
		const counting = languageService({
			...shopOptions,
			now: () => now,
			segments: {
				find: () => {
					read++;
					return undefined;
				},
				names: () => [],
			},
		});
		const ask = (text: string): void => {
			counting.diagnostics(text);
			counting.codeActions(text, { from: 0, to: 9 });
			counting.symbols(text);
			counting.foldingRanges(text);
		};
		ask('in segment "x"');
		expect(read).to.equal(1);
		now += 59_999;
		ask('in segment "x"');
		expect(read).to.equal(1);
		now += 1;
		ask('in segment "x"');
		expect(read).to.equal(2);
		ask('in segment "y"');
		expect(read).to.equal(3);
	});
});

describe("code actions", () => {
	const actions = (text: string): readonly (readonly [string, string, boolean])[] => {
		const { text: plain, offset } = marked(text);
		return service
			.codeActions(plain, { from: offset, to: offset })
			.map(({ title, edits, isPreferred }) => [title, applyEdits(plain, edits), isPreferred]);
	};

	it("are the fixes of what the caret touches", () => {
		expect(actions('contr|y = "US" and plann = "x"')).to.deep.equal([["Change to country", 'country = "US" and plann = "x"', true]]);
		expect(actions('contry = "US" and plann| = "x"')).to.deep.equal([["Change to plan", 'contry = "US" and plan = "x"', true]]);
		expect(actions('contry =| "US"')).to.deep.equal([]);
		expect(actions('country = "UX"|')).to.deep.equal([['Change to "US"', 'country = "US"', false]]);
		expect(actions("birthday before 3 d|ays")).to.deep.equal([
			["Add ago", "birthday before 3 days ago", false],
			["Add from now", "birthday before 3 days from now", false],
		]);
	});

	it("are those of every problem in a selection", () => {
		const text = 'contry = "US" and plann = "x"';
		expect(service.codeActions(text, { from: 0, to: text.length }).map(({ title }) => title)).to.deep.equal([
			"Change to country",
			"Change to plan",
		]);
	});
});

describe("format", () => {
	it("changes only what is not canonical", () => {
		const text = "# who\nCountry=='US'   and points  > 5 # rich\nAND opted_in\n";
		expect(service.format(text)).to.deep.equal([
			{ span: { from: 13, to: 13 }, text: " " },
			{ span: { from: 14, to: 16 }, text: ' "' },
			{ span: { from: 18, to: 22 }, text: '"\n' },
			{ span: { from: 32, to: 34 }, text: " " },
			{ span: { from: 45, to: 48 }, text: "and" },
		]);
		expect(applyEdits(text, service.format(text))).to.equal(format(text).text);
	});

	it("leaves a canonical text and one with mistakes alone", () => {
		expect(service.format("opted_in\n")).to.deep.equal([]);
		expect(service.format("Opted_In  AND")).to.deep.equal([]);
		expect(service.format("")).to.deep.equal([]);
	});

	it("gives what the formatter gives", () => {
		fc.assert(
			fc.property(arbitraryCondition, (text) => {
				expect(applyEdits(text, service.format(text))).to.equal(format(text).text);
			}),
			{ numRuns: runs(200) },
		);
	});
});

describe("a language service", () => {
	it("is refused for a clock or a time zone that is none", () => {
		expect(() => languageService({ ...shopOptions, timeZone: "Mars" })).to.throw(RangeError, 'There is no time zone "Mars".');
		expect(() => languageService({ ...shopOptions, now: 0.5 })).to.throw(RangeError, '"now" must be whole epoch milliseconds, not 0.5.');
		expect(() => languageService({ ...shopOptions, now: () => Number.NaN })).to.throw(RangeError);
	});
});
