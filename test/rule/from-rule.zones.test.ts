// Texts about local days come back as texts with the very same rule, in every zone, up to the first and the last day that there is; in
// words where the caller names the zone.
import { expect } from "chai";
import { fromRule } from "../../src/rule/from-rule.ts";
import { shop } from "../check/shop.ts";
import { compiled } from "./rule-of.ts";

const zones = ["UTC", "America/New_York", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kathmandu"];
const days = ["1900-01-01", "1900-01-02", "2026-02-28", "2026-03-08", "2026-12-31", "2299-12-30", "2299-12-31"];
const stretches = ["1900", "2026", "2299", "1900-01", "2024-02", "2026-02", "2299-12"];

const texts = [
	...[...days, ...stretches].flatMap((day) => [
		...["on", "before", "after", "on or before", "on or after"].map((relation) => `signed_up ${relation} ${day}`),
		`birthday on ${day}`,
		`signed_up between ${day} and 2299-12-31`,
		`signed_up between 1900-01-01 and ${day}`,
		`birthday between ${day} and 2299-12-31`,
	]),
	"signed_up on 1900-01-01T05:00:00Z",
	"signed_up on 2299-12-31T23:00:00Z",
	"signed_up on 1900-01-01T00:00:00Z",
	"birthday between 2026-01-02 and 2026-12-31",
	"birthday between 2026-01-01 and 2026-12-30",
	"birthday between 2026-02-02 and 2026-02-28",
	"birthday between 2026-02-01 and 2026-03-31",
	"birthday between 2025-02-01 and 2026-02-28",
	"birthday between 2026-05-01 and 2026-05-01",
	"signed_up between 2026-05-01T00:00:00Z and 2026-05-02T03:59:59.999Z",
	"signed_up between 2026-05-01T04:00:00Z and 2026-05-02T03:59:59.998Z",
	"signed_up between 2026-05-02 and 2026-05-01",
];

describe("fromRule: local days", () => {
	for (const timeZone of zones) {
		it(timeZone, () => {
			for (const text of texts) {
				const { rule } = compiled(text, { timeZone });
				const back = fromRule(rule, shop, { timeZone });
				if (!back.ok) throw new Error(`${text}: ${back.problems.map(({ message }) => message).join(" ")}`);
				expect(compiled(back.text, { timeZone }).rule, `${text}, read as ${back.text}`).to.deep.equal(rule);
				expect(back.notes, text).to.deep.equal([]);
			}
		});
	}

	it("are written as the shortest stretch that they are", () => {
		const timeZone = "America/New_York";
		for (const [text, back = text] of [
			...[...days, "1901", "2026", "2298", "2024-02", "2026-02"].map((day) => [`signed_up on ${day}`] as const),
			["signed_up on or after 2026-05", "signed_up on or after 2026-05-01"],
			["signed_up between 2026-05-01 and 2026-05-31", "signed_up on 2026-05"],
			["birthday between 2026-01-01 and 2026-12-31", "birthday on 2026"],
			["birthday between 2026-01-02 and 2026-12-31"],
			["birthday between 2026-01-01 and 2026-12-30"],
			["birthday between 2026-02-01 and 2026-02-27"],
			["birthday between 2026-02-02 and 2026-02-28"],
			["birthday between 2025-02-01 and 2026-02-28"],
			["birthday between 2026-05-01 and 2026-05-01"],
			["weekday(birthday) in (mon, tue, wed, thu, fri, sat, sun)"],
			["weekday(birthday) = 8"],
		] as readonly (readonly [string, string?])[]) {
			const read = fromRule(compiled(text, { timeZone }).rule, shop, { timeZone });
			expect(read.ok && read.text, text).to.equal(back);
		}
	});
});
