// At any place of a valid text, whatever is accepted leaves it no worse than a hole there would, and what claims to fit also checks.
import { expect } from "chai";
import fc from "fast-check";
import { check } from "../../../src/check/check.ts";
import type { Diagnostic } from "../../../src/diagnostic/diagnostic.ts";
import { languageService } from "../../../src/service/language-service.ts";
import { parse } from "../../../src/syntax/parse.ts";
import { fields, segments } from "../../properties/agree.ts";
import { arbitraryCondition } from "../../properties/arbitrary-condition.ts";
import { arbitraryWild } from "../../properties/arbitrary-wild.ts";
import { runs } from "../../properties/runs.ts";

const options = { catalogue: fields, segments, now: Date.UTC(2026, 4, 10, 12), timeZone: "America/New_York" };
const service = languageService({
	...options,
	maxCompletions: 1_000,
	values: {
		topValues: () => [
			{ value: "a", count: 3 },
			{ value: 'it\'s "x"\\', count: 2 },
			{ value: 7, count: 1 },
		],
	},
});

const isError = ({ severity }: Diagnostic): boolean => severity === "error";
const mistakesOfForm = (text: string): readonly Diagnostic[] => parse(text).diagnostics.filter(isError);

/** What only a half-written condition lacks is no mistake of what was inserted. */
const lacking: readonly string[] = ["not-a-condition", "missing-condition", "divide-by-zero"];
const mistakesOfMeaning = (text: string): readonly Diagnostic[] =>
	check(text, parse(text).segment, options).diagnostics.filter((found) => isError(found) && !lacking.includes(found.code));

/** A snippet as it stands when nothing is filled in. */
const unfilled = (snippet: string): string =>
	snippet.replace(/\$\{\d:([^}]*)\}|\$\d|\\([\\$}])/g, (_, hole = "", escaped = "") => hole + escaped);

describe("accepting any completion", () => {
	it("leaves a valid text no worse than a hole there would", () => {
		fc.assert(
			fc.property(arbitraryCondition, fc.nat(), (text, at) => {
				const offset = at % (text.length + 1);
				for (const { span, insert, snippet, caret, label, fits } of service.complete(text, offset).items) {
					const [before, after] = [text.slice(0, span.from), text.slice(span.to)];
					expect(span.from <= offset && offset <= span.to, `${label} replaces what the caret touches`).to.equal(true);
					expect(caret >= 0 && span.from + caret <= (before + insert + after).length, `the caret of ${label}`).to.equal(true);
					const hole = `${before}?${after}`;
					const [ofForm, ofMeaning] = [mistakesOfForm(hole).length, mistakesOfMeaning(hole).length];
					for (const accepted of [insert, unfilled(snippet)].map((inserted) => before + inserted + after)) {
						const told = (mistakes: readonly Diagnostic[]): string =>
							`${text.slice(0, offset)}|${text.slice(offset)} → ${accepted}: ${mistakes.map(({ message }) => message).join(" ")}`;
						const form = mistakesOfForm(accepted);
						expect(form.length <= ofForm, told(form)).to.equal(true);
						if (!fits) continue;
						const meaning = mistakesOfMeaning(accepted);
						expect(meaning.length <= ofMeaning, told(meaning)).to.equal(true);
					}
				}
			}),
			{ numRuns: runs(150) },
		);
	});

	it("of names and values that are hostile keeps what they say", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary", maxLength: 8 }), fc.constantFrom("", '"', "'"), (value, quote) => {
				const hostile = languageService({ ...options, values: { topValues: () => [{ value, count: 1 }] } });
				const text = `name = ${quote}`;
				const item = hostile.complete(text, text.length).items.find(({ count }) => count === 1);
				// A text that no engine stores alike is no value.
				if (!item) {
					expect(value).to.match(/\0|\p{Surrogate}/u);
					return;
				}
				for (const inserted of [item.insert, unfilled(item.snippet)]) {
					const { segment, diagnostics } = parse(text.slice(0, item.span.from) + inserted);
					const [operand] = segment.condition?.kind === "test" ? segment.condition.operands : [];
					expect([diagnostics, operand?.kind === "text" && operand.value]).to.deep.equal([[], value]);
				}
			}),
			{ numRuns: runs(500) },
		);
	});
});

describe("any text", () => {
	it("is answered, at any place", () => {
		fc.assert(
			fc.property(fc.oneof(arbitraryWild, fc.string({ unit: "binary", maxLength: 30 })), fc.nat(), (text, at) => {
				const offset = at % (text.length + 1);
				for (const { span, insert } of service.complete(text, offset).items) {
					expect(span.from >= 0 && span.from <= offset && offset <= span.to && span.to <= text.length).to.equal(true);
					expect(insert).to.match(/\S/);
				}
				const hover = service.hover(text, offset);
				if (hover) expect(hover.span.from <= offset && offset <= hover.span.to, `${text} at ${offset}`).to.equal(true);
				service.symbols(text);
				service.foldingRanges(text);
				service.codeActions(text, { from: offset, to: offset });
				for (const span of service.selectionSpans(text, offset)) expect(span.from <= offset && offset <= span.to).to.equal(true);
			}),
			{ numRuns: runs(500) },
		);
	});
});
