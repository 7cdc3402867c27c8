import { expect } from "chai";
import { openProfiles } from "../../src/formats/open-profiles.ts";
import { Problems } from "../../src/formats/problems.ts";
import { type Sampled, type SampleLimits, sampleProfiles } from "../../src/cli/sample-profiles.ts";
import { sourceOf } from "../formats/chunks.ts";

async function sampled(count: number, limits: SampleLimits): Promise<Sampled> {
	const text = Array.from({ length: count }, (_, n) => `{"n":${n}}\n`).join("");
	return sampleProfiles(await openProfiles(sourceOf(text, 20), new Problems()), limits);
}

async function countOf(found: Sampled): Promise<readonly unknown[]> {
	const all: unknown[] = [];
	for await (const batch of found.opened.batches) all.push(...batch.profiles.map((profile) => profile.n));
	return all;
}

describe("a sample to infer fields from", () => {
	const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, n) => n);

	it("is the first profiles, and the stream still starts with them", async () => {
		const found = await sampled(100, { profiles: 7, bytes: 1_000_000 });
		expect(found.sample).to.deep.equal(numbers(7).map((n) => ({ n })));
		expect(found.all).to.equal(false);
		expect(await countOf(found)).to.deep.equal(numbers(100));
	});

	it("says when it is everything", async () => {
		for (const limit of [100, 101]) {
			const found = await sampled(100, { profiles: limit, bytes: 1_000_000 });
			expect(found.sample).to.have.length(100);
			expect(await countOf(found)).to.deep.equal(numbers(100));
		}
		expect((await sampled(100, { profiles: 101, bytes: 1_000_000 })).all).to.equal(true);
		expect((await sampled(101, { profiles: 100, bytes: 1_000_000 })).all).to.equal(false);
		expect((await sampled(0, { profiles: 1, bytes: 1 })).all).to.equal(true);
	});

	it("ends when enough text was read, however few profiles that are", async () => {
		const found = await sampled(100, { profiles: 1000, bytes: 100 });
		expect(found.sample.length).to.be.within(5, 20);
		expect(await countOf(found)).to.deep.equal(numbers(100));
	});
});
