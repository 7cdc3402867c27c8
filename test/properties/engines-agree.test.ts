// Every engine answers as the oracle does, on generated conditions over hostile profiles; and printing a condition keeps its meaning.
// A failure prints its seed; what it found becomes a case in test/regressions.
import { expect } from "chai";
import fc from "fast-check";
import { propertySegments } from "./arbitrary-catalogue.ts";
import { arbitraryCondition } from "./arbitrary-condition.ts";
import { arbitraryProfile } from "./arbitrary-profile.ts";
import { compileAt, expectAgreement } from "./agree.ts";
import { moments } from "./pools.ts";
import { runs } from "./runs.ts";

/** A condition, a moment, and profiles whose dates are near it. */
const questions = fc
	.constantFrom(...moments)
	.chain((moment) =>
		fc.tuple(arbitraryCondition, fc.constant(moment), fc.array(arbitraryProfile(moment), { minLength: 12, maxLength: 12 })),
	);

describe("properties: engines", () => {
	it("agree with the oracle on generated conditions over hostile profiles", () => {
		fc.assert(
			fc.property(questions, ([text, moment, profiles]) => expectAgreement(text, moment, profiles)),
			{ numRuns: runs(400) },
		);
	});

	it("meet both answers, so that agreement says something", () => {
		const texts = fc.sample(arbitraryCondition, { numRuns: 150, seed: 7 });
		const profiles = fc.sample(arbitraryProfile(moments[0]), { numRuns: 60, seed: 7 });
		const shares = texts.map((text) => {
			const segment = compileAt(text, moments[0]);
			return profiles.filter((profile) => segment.test(profile)).length / profiles.length;
		});
		const mixed = shares.filter((share) => share > 0 && share < 1).length;
		expect(mixed / texts.length, "share of conditions with some inside and some not").to.be.greaterThan(0.6);
	});

	it("read the segments that conditions refer to", () => {
		for (const { text } of propertySegments) expectAgreement(text, moments[0], fc.sample(arbitraryProfile(moments[0]), 20));
	});
});
