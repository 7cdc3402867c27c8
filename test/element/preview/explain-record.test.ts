// A profile that is not kept as it came is explained from its columns as it would have been from itself.
import { expect } from "chai";
import fc from "fast-check";
import { explainRecord } from "../../../src/element/preview/explain-record.ts";
import { runs } from "../../properties/runs.ts";
import { asksAt, fields, questions, worldOf } from "../../preview/world.ts";

describe("an explanation from columns", () => {
	it("is the one from the profile, for generated texts and hostile profiles", () => {
		fc.assert(
			fc.property(questions(1), ({ texts, when, rows }) => {
				const { table, profiles } = worldOf(rows, when);
				const { segment } = asksAt(texts[0] ?? "", when);
				for (const [row, profile] of profiles.entries()) {
					if (profile === undefined) continue;
					expect(explainRecord(segment, fields, table.recordAt(row))).to.deep.equal(segment.explain(profile));
				}
			}),
			{ numRuns: runs(60) },
		);
	});
});
