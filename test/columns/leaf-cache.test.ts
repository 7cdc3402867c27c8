import { expect } from "chai";
import { LeafCache } from "../../src/columns/leaf-cache.ts";

const answer = (words: number) => ({ words: new Int32Array(words), rows: words * 32 });

describe("the answers that are kept", () => {
	const keysIn = (cache: LeafCache, ...keys: readonly string[]) => keys.filter((key) => cache.get(key) !== undefined);

	it("are as many as there is room for, to the byte", () => {
		for (const [maxBytes, kept] of [
			[12, ["a", "b", "c"]],
			[11, ["b", "c"]],
			[4, ["c"]],
			[3, []],
			[0, []],
		] as const) {
			const cache = new LeafCache(maxBytes);
			for (const key of ["a", "b", "c"]) cache.set(key, answer(1));
			expect(keysIn(cache, "a", "b", "c"), `${maxBytes} bytes`).to.deep.equal(kept);
		}
	});

	it("go by when they were last asked for", () => {
		const cache = new LeafCache(12);
		for (const key of ["a", "b", "c"]) cache.set(key, answer(1));
		cache.get("a");
		cache.set("d", answer(1));
		expect(keysIn(cache, "a", "b", "c", "d")).to.deep.equal(["a", "c", "d"]);
	});

	it("count once when one is replaced, and make room for a large one", () => {
		const cache = new LeafCache(12);
		cache.set("a", answer(1));
		for (let time = 0; time < 10; time++) cache.set("b", answer(2));
		expect(keysIn(cache, "a", "b")).to.deep.equal(["a", "b"]);
		const large = answer(3);
		cache.set("a", large);
		expect([cache.get("a"), cache.get("b")]).to.deep.equal([large, undefined]);
		cache.clear();
		cache.set("b", answer(3));
		expect(keysIn(cache, "a", "b")).to.deep.equal(["b"]);
	});
});
