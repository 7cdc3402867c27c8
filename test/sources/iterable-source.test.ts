// What the host gives and is no profile; test/store/sources has everything else, in browsers.
import { expect } from "chai";
import { openSource } from "../../src/store/sources/open-source.ts";
import { readSource } from "./read-source.ts";

/** So many that a test which is not cancelled fails, and ends. */
const many = 2_000_000;

describe("items of the host's that are no profiles", () => {
	const endless: readonly (readonly [string, (taken: () => void) => Iterable<unknown> | AsyncIterable<unknown>])[] = [
		[
			"numbers",
			function* (taken) {
				for (let count = 0; count < many; count++) {
					taken();
					yield 5;
				}
			},
		],
		[
			"empty arrays",
			function* (taken) {
				for (let count = 0; count < many; count++) {
					taken();
					yield [];
				}
			},
		],
		[
			"numbers that come later",
			async function* (taken) {
				for (let count = 0; count < many; count++) {
					taken();
					yield 5;
				}
			},
		],
	];
	for (const [name, make] of endless) {
		it(`can be cancelled by a timer: ${name}`, async () => {
			let count = 0;
			const controller = new AbortController();
			setTimeout(() => controller.abort(), 5);
			const profiles = make(() => count++);
			const outcome = await readSource({ kind: "iterable", profiles }, { signal: controller.signal });
			expect(outcome.error).to.equal("cancelled: Reading the profiles was cancelled.");
			expect(count).to.be.within(256, many - 1);
		});
	}

	it("count among the items of a batch, which is given when there is a profile in it", async () => {
		const profiles = Array.from({ length: 1_000 }, (_, n) => (n % 100 === 0 && n < 600 ? { n } : n));
		const opened = await openSource({ kind: "iterable", profiles });
		const numbers: (readonly unknown[])[] = [];
		if (opened.kind === "profiles")
			for await (const batch of opened.batches) if (batch.kind === "profiles") numbers.push(batch.profiles.map((one) => one.n));
		expect(numbers).to.deep.equal([
			[0, 100, 200],
			[300, 400, 500],
		]);
	});
});
