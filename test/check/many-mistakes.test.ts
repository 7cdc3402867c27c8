// Of many mistakes the first hundred are told, and why there is no rule in any case.
import { expect } from "chai";
import { check } from "../../src/check/check.ts";
import type { SegmentEntry } from "../../src/check/references.ts";
import { parse } from "../../src/syntax/parse.ts";
import { maxDiagnostics } from "../../src/syntax/limits.ts";
import { diagnosticsOf, noon } from "./diagnostics-of.ts";
import { shop } from "./shop.ts";

const joined = (count: number, part: (index: number) => string): string =>
	Array.from({ length: count }, (_, index) => part(index)).join(" and ");

const warnings = (count: number): string => joined(count, (index) => `country != "X${index}"`);

describe("many mistakes", () => {
	it("one more than a hundred is not told", () => {
		expect(diagnosticsOf(joined(maxDiagnostics, (index) => `nobody${index} > 1`))).to.have.length(maxDiagnostics);
		const told = diagnosticsOf(joined(maxDiagnostics + 1, (index) => `nobody${index} > 1`));
		expect(told).to.have.length(maxDiagnostics);
		expect(told.at(-1)?.message).to.contain(`nobody${maxDiagnostics - 1}`);
	});

	it("an error behind a hundred warnings is told, and the text has no rule", () => {
		const text = `${warnings(maxDiagnostics)} and nobody1 > 1 and nobody2 > 1`;
		const { checked, diagnostics } = check(text, parse(text).segment, { catalogue: shop, now: noon, timeZone: "UTC" });
		expect(checked).to.equal(undefined);
		expect(diagnostics).to.have.length(maxDiagnostics + 1);
		expect(diagnostics.at(-1)).to.include({ code: "unknown-field", severity: "error" });
	});

	it("a hundred and one warnings are none that stops it", () => {
		const text = warnings(maxDiagnostics + 1);
		const { checked, diagnostics } = check(text, parse(text).segment, { catalogue: shop, now: noon, timeZone: "UTC" });
		expect(diagnostics).to.have.length(maxDiagnostics);
		expect(checked?.condition.kind).to.equal("and");
	});

	it("a mistake of a name quoted with its collection", () => {
		const text = `${warnings(maxDiagnostics)} and sum(\`orders.totl\`) > 1`;
		expect(diagnosticsOf(text).at(-1)).to.include({ code: "unknown-field", severity: "error" });
	});

	it("`every` over nothing is one of the hundred", () => {
		expect(diagnosticsOf(joined(maxDiagnostics + 1, () => "every orders (total > 5)"))).to.have.length(maxDiagnostics);
	});

	it("an error behind a hundred warnings of another segment", () => {
		const other: SegmentEntry = { id: "1", name: "other", text: `${warnings(maxDiagnostics)} and nobody1 > 1`, active: true };
		const found = diagnosticsOf('in segment "other"', { segments: { find: () => other, names: () => ["other"] } });
		expect(found.map(({ code }) => code)).to.deep.equal(["broken-segment"]);
	});
});
