import { expect } from "chai";
import { openSource } from "../../../src/store/sources/open-source.ts";
import type { IterableSource } from "../../../src/store/sources/source.ts";
import { readToEnd } from "./read-to-end.ts";

const profiles = Array.from({ length: 600 }, (_, n) => ({ n }));
const read = (given: unknown, signal?: AbortSignal) =>
	readToEnd({ kind: "iterable", profiles: given as IterableSource["profiles"] }, signal && { signal });

async function* later<T>(items: Iterable<T>): AsyncGenerator<T> {
	for (const item of items) {
		await undefined;
		yield item;
	}
}

describe("profiles that the host gives", () => {
	it("may come one by one or in arrays, at once or later", async () => {
		const halves = [profiles.slice(0, 300), [], profiles.slice(300)];
		for (const given of [profiles, halves, new Set(profiles), later(profiles), later(halves), profiles.values()]) {
			expect(await read(given)).to.deep.equal({ profiles, problems: [] });
		}
		expect(await read([])).to.deep.equal({ profiles: [], problems: [] });
	});

	it("come in batches", async () => {
		const opened = await openSource({ kind: "iterable", profiles });
		const sizes: number[] = [];
		if (opened.kind === "profiles")
			for await (const batch of opened.batches) if (batch.kind === "profiles") sizes.push(batch.profiles.length);
		expect(sizes).to.deep.equal([256, 256, 88]);
	});

	it("are objects, and what is none is left out and said", async () => {
		expect(await read([{ a: 1 }, 7, [{ a: 2 }, null, [1]], "x", undefined, true])).to.deep.equal({
			profiles: [{ a: 1 }, { a: 2 }],
			problems: [
				"Element 2 is a number, but a profile is an object.",
				"Element 4 is null, but a profile is an object.",
				"Element 5 is a list, but a profile is an object.",
				"Element 6 is a text, but a profile is an object.",
				"Element 7 is no JSON value, but a profile is an object.",
				"Element 8 is true, but a profile is an object.",
			],
		});
	});

	it("are refused when they cannot be gone through", async () => {
		for (const given of [undefined, null, 7, {}, "text"]) {
			expect((await read(given)).error, `${given}`).to.equal(
				"bad-source: The source's profiles cannot be gone through: give an array, or something with an iterator.",
			);
		}
	});

	it("pass on what the host throws", async () => {
		async function* failing(): AsyncGenerator<object> {
			yield { a: 1 };
			throw new RangeError("the host's own");
		}
		const error = await read(failing()).catch((thrown: unknown) => thrown);
		expect(String(error)).to.equal("RangeError: the host's own");
	});

	it("can be cancelled while the host is silent, and the host is told", async () => {
		let told = false;
		const silent: AsyncIterable<object> = {
			[Symbol.asyncIterator]: () => ({
				next: () => new Promise(() => {}),
				return: async () => {
					told = true;
					return { done: true, value: undefined };
				},
			}),
		};
		const controller = new AbortController();
		setTimeout(() => controller.abort(), 5);
		expect((await read(silent, controller.signal)).error).to.equal("cancelled: Reading the profiles was cancelled.");
		expect(told).to.equal(true);
	});

	it("can be cancelled between two batches", async () => {
		const controller = new AbortController();
		function* endless(): Generator<object> {
			for (let n = 0; ; n++) {
				if (n === 1000) controller.abort();
				yield { n };
			}
		}
		const outcome = await read(endless(), controller.signal);
		expect(outcome.error).to.equal("cancelled: Reading the profiles was cancelled.");
		expect(outcome.profiles).to.have.length(1024);
	});

	it("are told when they are left", async () => {
		let left = false;
		async function* endless(): AsyncGenerator<object> {
			try {
				for (;;) yield { a: 1 };
			} finally {
				left = true;
			}
		}
		const opened = await openSource({ kind: "iterable", profiles: endless() });
		if (opened.kind === "profiles") for await (const _ of opened.batches) break;
		expect(left).to.equal(true);
	});
});
