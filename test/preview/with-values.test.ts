// Matches through missing values: against the same condition with the values asked for in words, on hostile profiles.
import { expect } from "chai";
import fc from "fast-check";
import { preview, toEnd } from "../../src/preview/index.ts";
import { applyEdits } from "../../src/text/edit.ts";
import { run } from "../../src/columns/index.ts";
import { arbitraryProfile } from "../properties/arbitrary-profile.ts";
import { runs } from "../properties/runs.ts";
import { asksAt, compileAt, moment, questions, worldOf } from "./world.ts";

/** Text → the text that asks for every value; the same where nobody comes in through a missing one. */
const pairs: readonly (readonly [string, string])[] = [
	['name != "a"', 'name != "a" and name is set'],
	['name = "a"', 'name = "a"'],
	['not name = "a"', 'not name = "a" and name is set'],
	['not (name != "a")', 'not (name != "a")'],
	['not (name = "a" and points > 1)', 'not ((name = "a" or name is missing) and (points > 1 or points is missing))'],
	["name is missing", "name is missing"],
	["not (points is set)", "points is missing"],
	["tags is empty", "tags is empty"],
	['tags does not have "a"', 'tags does not have "a" and tags is set'],
	["no orders (total > 1)", "orders is set and no orders (total > 1 or total is missing)"],
	["every orders (total > 1)", "orders is set and every orders (total > 1)"],
	["every orders (total != 1)", "orders is set and every orders (total != 1 and total is set)"],
	["any orders (total != 1)", "any orders (total != 1 and total is set)"],
	["count(orders) < 3", "count(orders) < 3 and orders is set"],
	["at most 1 orders (total > 1)", "at most 1 orders (total > 1 or total is missing) and orders is set"],
	["at least 1 orders (total != 1)", "at least 1 orders (total != 1 and total is set)"],
	["sum(orders.total) < 100", "sum(orders.total) < 100 and orders is set"],
	["not max(orders.total) > 3", "not max(orders.total) > 3 and max(orders.total) is set"],
	["points != spent", "points != spent and points is set and spent is set"],
	['name does not contain "A" ignoring case', 'name does not contain "A" ignoring case and name is set'],
	[
		"not last orders by placed_at (gift)",
		"orders is set and (orders is empty or last orders by placed_at (total is set or total is missing)) and not last orders by placed_at (gift or gift is missing)",
	],
	['none of (name = "a", vip)', 'none of (name = "a" or name is missing, vip or vip is missing)'],
	['at least 2 of (not vip, points > 1, name != "a")', 'at least 2 of (not vip and vip is set, points > 1, name != "a" and name is set)'],
];

describe("preview: through missing values", () => {
	for (const [text, strict] of pairs) {
		it(`${text}: those who are not in ${strict}`, () => {
			fc.assert(
				fc.property(fc.array(arbitraryProfile(moment), { minLength: 30, maxLength: 30 }), (profiles) => {
					const world = worldOf(
						profiles.map((profile) => [profile, false] as const),
						moment,
					);
					const { segment, plan } = asksAt(text, moment);
					const strictRows = new Set(world.rowsOf(compileAt(strict, moment)));
					const inside = world.rowsOf(segment);
					expect(
						[...strictRows].filter((row) => !inside.includes(row)),
						"stricter",
					).to.deep.equal([]);
					const answer = toEnd(preview(world.table, plan));
					expect(answer.throughMissing).to.equal(inside.filter((row) => !strictRows.has(row)).length);
				}),
				{ numRuns: runs(20) },
			);
		});
	}

	it("never lets in anybody whom the condition leaves out", () => {
		fc.assert(
			fc.property(questions(1), ({ texts: [text = ""], when, rows }) => {
				const { table } = worldOf(rows, when);
				const { plan } = asksAt(text, when);
				const { withValues } = plan.condition;
				if (!withValues) return;
				const outside = { kind: "and", items: [withValues, { kind: "not", item: plan.condition.node }] } as const;
				expect(run(table, { ...plan.plan, root: outside }).count, text).to.equal(0);
			}),
			{ numRuns: runs(150) },
		);
	});

	it("a fix leaves out those who came through its condition's missing values", () => {
		for (const text of ['name != "a"', 'not name = "a"', "no orders (total is set)", "fewer than 3 orders"]) {
			const profiles = fc.sample(arbitraryProfile(moment), { numRuns: 60, seed: 3 });
			const world = worldOf(
				[...profiles, {}].map((profile) => [profile, false] as const),
				moment,
			);
			const answer = toEnd(preview(world.table, asksAt(text, moment).plan));
			const { fix } = answer.condition;
			if (!fix) throw new Error(`No fix of ${text}.`);
			const fixed = applyEdits(text, fix.edits);
			expect(world.rowsOf(compileAt(fixed, moment)).length, fixed).to.equal(answer.count - answer.throughMissing);
			expect(answer.throughMissing, text).to.be.greaterThan(0);
		}
	});
});
