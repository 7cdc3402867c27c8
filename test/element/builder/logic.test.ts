// The builder's parts without a page: pasted lists, narrowed edits, subjects and scopes, times in a zone.
import { expect } from "chai";
import fc from "fast-check";
import { documentOf } from "../../../src/document/document-of.ts";
import { localTime, readLocalTime } from "../../../src/element/builder/date-value.ts";
import { editBetween, narrowedEdits } from "../../../src/element/builder/narrowed-edits.ts";
import { pastedValues } from "../../../src/element/builder/pasted-values.ts";
import { scopeOf } from "../../../src/element/builder/scope.ts";
import { matchingChoices, subjectChoices } from "../../../src/element/builder/subject-choices.ts";
import { subjectType } from "../../../src/element/builder/subject-type.ts";
import { builderWords } from "../../../src/element/builder/words.ts";
import { type Catalogue, catalogue as readCatalogue } from "../../../src/fields/catalogue.ts";
import { applyEdits } from "../../../src/text/edit.ts";
import { catalogue } from "./builder-page.ts";

function fieldsOf(): Catalogue {
	const read = readCatalogue(catalogue);
	if ("problems" in read) throw new Error(read.problems[0]?.message);
	return read.catalogue;
}

describe("pastedValues", () => {
	it("reads lines, tabs, commas and semicolons, and takes quotes away", () => {
		const cases: readonly (readonly [string, readonly string[]])[] = [
			["", []],
			["a", ["a"]],
			["a, b;c", ["a", "b", "c"]],
			["a\nb\r\nc\n", ["a", "b", "c"]],
			["a\tb", ["a", "b"]],
			["a, b\nc", ["a, b", "c"]],
			["Smith, John\r\n", ["Smith, John"]],
			["Smith, John\nDoe; Jane\n", ["Smith, John", "Doe; Jane"]],
			["Hello,\nWorld\nyes\n", ["Hello,", "World", "yes"]],
			["a,\nb,\nc", ["a", "b", "c"]],
			['"He said ""hi"""', ['He said "hi"']],
			['"He said ""hi"""\r\n"a\nb"\tc\r\n', ['He said "hi"', "a\nb", "c"]],
			['"a "", b", c', ['a ", b', "c"]],
			["'it''s', 'b'", ["it's", "b"]],
			['say "x, y", z', ['say "x', 'y"', "z"]],
			['"open\nb', ['"open', "b"]],
			["\u200bA\u200b, B\u200b\ufeff, \u2066C\u2069", ["A", "B", "C"]],
			["نمی\u200cدانم, b", ["نمی\u200cدانم", "b"]],
			[
				"\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}, b",
				["\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}", "b"],
			],
			['"a",\n"b",\n', ["a", "b"]],
			["\"a, b\", 'c; d'", ["a, b", "c; d"]],
			["it's, fine", ["it's", "fine"]],
			["a, a,  a ", ["a"]],
			[",,;\n", []],
			['"', ['"']],
		];
		for (const [text, values] of cases) expect(pastedValues(text), JSON.stringify(text)).to.deep.equal(values);
	});

	it("leaves a comma that is part of a number", () => {
		const isValue = (words: string): boolean => /^\s*\d+(,\d+)?\s*$/.test(words);
		expect(pastedValues("1,200", isValue)).to.deep.equal(["1,200"]);
		expect(pastedValues("1,5; 2,5;3", isValue)).to.deep.equal(["1,5", "2,5", "3"]);
		expect(pastedValues("1, 2, 3", isValue)).to.deep.equal(["1", "2", "3"]);
		expect(pastedValues("1,200\n5\n", isValue)).to.deep.equal(["1,200", "5"]);
	});

	it("takes a megabyte in its stride", () => {
		const lines = Array.from({ length: 100_000 }, (_, index) => `value ${index}`);
		expect(pastedValues(lines.join("\n")).length).to.equal(100_000);
		expect(pastedValues(lines.join(",")).length).to.equal(100_000);
		expect(pastedValues("'".repeat(1_000_000)).length).to.equal(1);
		expect(pastedValues('"x\n'.repeat(200_000)).length).to.equal(1);
		expect(pastedValues('"x" y\n'.repeat(200_000)).length).to.equal(1);
		expect(pastedValues(`a${" ".repeat(1_000_000)}b\n`).length).to.equal(1);
	});
});

describe("narrowedEdits", () => {
	it("give the same text, and change no unit that stays", () => {
		fc.assert(
			fc.property(
				fc.string({ unit: fc.constantFrom("a", "b", "\n") }),
				fc.string({ unit: fc.constantFrom("a", "b", "\n") }),
				(before, after) => {
					const edits = editBetween(before, after);
					expect(applyEdits(before, edits)).to.equal(after);
					expect(edits.length).to.equal(before === after ? 0 : 1);
					for (const { span, text } of edits) {
						const old = before.slice(span.from, span.to);
						const isSameEnd = old !== "" && text !== "" && (old[0] === text[0] || old.at(-1) === text.at(-1));
						expect(isSameEnd).to.equal(false);
					}
				},
			),
		);
		expect(narrowedEdits('a = "pr"', [{ span: { from: 4, to: 8 }, text: '"pro"' }])).to.deep.equal([
			{ span: { from: 7, to: 7 }, text: "o" },
		]);
	});
});

describe("subjects", () => {
	const fields = fieldsOf();
	const say = builderWords.english;

	it("are the fields in scope, the plain ones first, and what can be calculated from them", () => {
		const document = documentOf("any orders (total > 1 and ?)", fields);
		const [collection] = document.root.children;
		const inside = collection?.children[1];
		if (!collection || !inside) throw new Error("There are rows.");
		const labels = (row: typeof inside) => subjectChoices(scopeOf(document, row), say).map(({ label }) => label);
		expect(labels(collection)).to.include.members([
			"country",
			"orders",
			"count(orders)",
			"sum(orders.total)",
			"max(orders.placed_at)",
			"count(tags)",
			"age(birthday)",
			"hour(seen_at)",
			"birthday month-day",
			"count distinct(visits.page)",
		]);
		expect(labels(inside).slice(0, 3)).to.deep.equal(["total", "status", "placed_at"]);
		expect(labels(inside)).to.include.members(["profile.country", "count(profile.tags)", "month(placed_at)"]);
		expect(labels(inside)).to.not.include("country");
	});

	it("are typed, so that operators and editors fit", () => {
		const typeOf = (text: string) => {
			const document = documentOf(text, fields);
			const [row] = document.root.children;
			const condition = row?.kind === "group" ? row.children[0] : row;
			if (condition?.kind !== "condition") throw new Error(text);
			const { type, items, names } = subjectType(condition.subject, scopeOf(document, condition));
			return [type, ...(items ? [items] : []), ...(names ? [names] : [])];
		};
		expect(typeOf("country = 1")).to.deep.equal(["text"]);
		expect(typeOf("tags has 1")).to.deep.equal(["list", "text"]);
		expect(typeOf("count(orders) > 1")).to.deep.equal(["number"]);
		expect(typeOf("max(orders.placed_at) > 1")).to.deep.equal(["datetime"]);
		expect(typeOf("min(scores) > 1")).to.deep.equal(["number"]);
		expect(typeOf("points / 2 > 1")).to.deep.equal(["number"]);
		expect(typeOf("weekday(birthday) = 1")).to.deep.equal(["number", "weekday"]);
		expect(typeOf("birthday month-day = --01-01")).to.deep.equal(["month-day"]);
		expect(typeOf("any orders (status = 1)")).to.deep.equal(["text"]);
		expect(typeOf("any orders (country = 1)")).to.deep.equal([undefined]);
		expect(typeOf("any orders (profile.country = 1)")).to.deep.equal(["text"]);
	});

	it("match what is typed: exact first, then beginnings, then within, then descriptions", () => {
		const found = (typed: string) =>
			matchingChoices(
				[{ label: "last_plan" }, { label: "x", description: "The plan" }, { label: "planet" }, { label: "plan" }, { label: "other" }],
				typed,
			).map(({ label }) => label);
		expect(found(" PLAN")).to.deep.equal(["plan", "planet", "last_plan", "x"]);
		expect(found("zzz")).to.deep.equal([]);
		expect(found("").length).to.equal(5);
	});
});

describe("moments in a time zone", () => {
	it("are there and back the same, but in an hour that comes twice", () => {
		const zone = "America/New_York";
		fc.assert(
			fc.property(fc.integer({ min: Date.UTC(1950, 0), max: Date.UTC(2200, 0) }), (milliseconds) => {
				const instant = Math.floor(milliseconds / 1000) * 1000;
				const back = readLocalTime(localTime(instant, zone), zone) ?? Number.NaN;
				expect([0, 3_600_000]).to.include(instant - back);
			}),
		);
		expect(localTime(Date.UTC(2026, 6, 1, 2), zone)).to.equal("2026-06-30T22:00");
		expect(readLocalTime("2026-06-30T22:00:01.000", zone)).to.equal(Date.UTC(2026, 6, 1, 2, 0, 1));
		expect(
			["", "2026-02-30T10:00", "1800-01-01T10:00", "2026-01-01T25:00", "2026-01-01"].map((text) => readLocalTime(text, zone)),
		).to.deep.equal([...[undefined, undefined, undefined, undefined, undefined]]);
	});
});
