// Pages and search against lists made the simple way.
import { expect } from "chai";
import fc from "fast-check";
import { page, toEnd } from "../../src/preview/index.ts";
import { Matches } from "../../src/preview/matches.ts";
import { fold } from "../../src/values/fold.ts";
import { texts } from "../properties/pools.ts";
import { runs } from "../properties/runs.ts";
import { asksAt, moment, questions, worldOf } from "./world.ts";

describe("preview: page", () => {
	it("finds any match by its place", () => {
		const words = Int32Array.from({ length: 3_000 }, (_, word) => (word % 700 < 300 ? 0 : Math.imul(word, 0x9e3779b1)));
		const rows = [...words].flatMap((bits, word) =>
			Array.from({ length: 32 }, (_, bit) => bit)
				.filter((bit) => (bits >>> bit) & 1)
				.map((bit) => word * 32 + bit),
		);
		const matches = new Matches(words);
		expect(matches.count).to.equal(rows.length);
		for (const offset of [0, 1, 31, 32, 5_000, 12_345, rows.length - 3, rows.length - 1, rows.length, rows.length + 9]) {
			expect(matches.rows(offset, 7), String(offset)).to.deep.equal(rows.slice(offset, offset + 7));
		}
		expect(matches.rows(5, 0)).to.deep.equal([]);
	});

	it("gives the rows and records of the naive list, with and without a search", () => {
		const shown = ["name", "Full Name", "points"];
		const asked = fc.record({ offset: fc.nat(8), limit: fc.nat(8), search: fc.constantFrom("", "", ...texts) });
		fc.assert(
			fc.property(questions(1), asked, ({ texts: [text = ""], when, rows }, { offset, limit, search }) => {
				const world = worldOf(rows, when);
				const { segment, plan } = asksAt(text, when);
				const found = world.rowsOf(segment).filter((row) => {
					const record = world.table.recordAt(row);
					return (
						search === "" ||
						["name", "Full Name"].some((name) => typeof record[name] === "string" && fold(record[name]).includes(fold(search)))
					);
				});
				const answer = toEnd(page(world.table, plan.plan, { offset, limit, search, fields: shown }));
				expect([answer.total, answer.offset]).to.deep.equal([found.length, offset]);
				expect(answer.profiles.map(({ row }) => row)).to.deep.equal(found.slice(offset, offset + limit));
				for (const { row, record } of answer.profiles) {
					const whole = world.table.recordAt(row);
					expect(record).to.deep.equal(Object.fromEntries(shown.filter((name) => name in whole).map((name) => [name, whole[name]])));
				}
			}),
			{ numRuns: runs(120) },
		);
	});

	it("finds nobody by half a character, and refuses offsets and limits that are none", () => {
		const { table } = worldOf([[{ name: "a" }, false]], moment);
		const { plan } = asksAt('name = "a"', moment).plan;
		expect(toEnd(page(table, plan, { search: "\ud83d" })).total).to.equal(0);
		expect(() => toEnd(page(table, plan, { offset: -1 }))).to.throw(RangeError, "offset is a whole number from 0 on, not -1.");
		expect(() => toEnd(page(table, plan, { limit: 0.5 }))).to.throw(RangeError, "limit is a whole number from 0 on, not 0.5.");
	});
});
