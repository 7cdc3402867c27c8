// The whole pipeline as hosts use it.
import { expect } from "chai";
import { compile } from "../src/compile.ts";
import { shop } from "./check/shop.ts";

const now = new Date("2026-05-10T12:00:00Z");

describe("compile", () => {
	it("gives a segment that tests raw profiles and records", () => {
		const compiled = compile('country = "US" and signed_up in last 30 days', { catalogue: shop, now });
		if (!compiled.ok) throw new Error("It has no mistakes.");
		const profile = { country: "US", signed_up: "2026-05-01T00:00:00Z" };
		expect(compiled.segment.test(profile)).to.equal(true);
		expect(compiled.segment.testRecord(compiled.segment.toRecord(profile))).to.equal(true);
		expect(compiled.segment.test({ ...profile, country: "CA" })).to.equal(false);
		expect(compiled.segment.fields).to.deep.equal(["country", "signed_up"]);
	});

	it("gives diagnostics of the syntax and of the meaning in the order of the text, and no segment", () => {
		const compiled = compile("contry = 5 and (age > ", { catalogue: shop, now });
		expect(compiled.ok).to.equal(false);
		const places = compiled.diagnostics.map((found) => found.span.from);
		expect(places).to.deep.equal([...places].sort((a, b) => a - b));
		expect(compiled.diagnostics.map((found) => found.code)).to.include.members(["unknown-field", "unclosed-parenthesis"]);
	});

	it("warnings do not refuse a text", () => {
		const compiled = compile('country = "UK"', { catalogue: shop, now });
		expect([compiled.ok, compiled.diagnostics.map((found) => found.severity)]).to.deep.equal([true, ["warning"]]);
	});

	it("takes the time zone from the caller, else from the catalogue", () => {
		const rule = (timeZone?: string) => {
			const compiled = compile("signed_up on 2026-05-01", { catalogue: shop, now, timeZone });
			return compiled.ok ? JSON.stringify(compiled.segment.rule) : "";
		};
		expect(rule()).to.contain(String(Date.UTC(2026, 4, 1, 4)));
		expect(rule("UTC")).to.contain(String(Date.UTC(2026, 4, 1)));
		expect(() => rule("Mars/Olympus")).to.throw(RangeError);
	});

	it("weeks begin when the caller says", () => {
		const low = (weekStart?: number) => {
			const compiled = compile("birthday in this week", { catalogue: shop, now, weekStart });
			return compiled.ok && JSON.stringify(compiled.segment.rule).match(/\[(\d{8}),/)?.[1];
		};
		expect([low(), low(7)]).to.deep.equal(["20260504", "20260510"]);
		expect(() => low(8)).to.throw(RangeError);
	});

	it("an invalid moment is the caller's mistake", () => {
		expect(() => compile("age > 5", { catalogue: shop, now: Number.NaN })).to.throw(RangeError);
	});
});
