// The reader of rows sees exactly what `readPath` sees, whatever objects come one after the other.
import { expect } from "chai";
import fc from "fast-check";
import { ObjectReader } from "../../src/columns/column/object-reader.ts";
import { type Path, readPath } from "../../src/fields/json-path.ts";

const paths: readonly Path[] = [
	["a"],
	["b"],
	["a"],
	["c", "d"],
	["c", "e", 0],
	["c"],
	["__proto__"],
	["constructor"],
	[0],
	["1"],
	["z", -1],
];

/** For each object in turn, what each path's writer was given. */
function read(objects: readonly object[]): readonly (readonly unknown[])[] {
	const given: unknown[][] = [];
	const reader = new ObjectReader(
		paths.map((path, index) => ({
			path,
			writer: {
				write(raw) {
					const row = given.at(-1) as unknown[];
					if (index in row) throw new Error(`Path ${index} was written twice.`);
					row[index] = raw;
				},
			},
		})),
	);
	for (const object of objects) {
		given.push([]);
		reader.append(object);
	}
	return given;
}

function expectAsPaths(objects: readonly object[]): void {
	expect(read(objects)).to.deep.equal(objects.map((object) => paths.map((path) => readPath(object, path))));
}

describe("rows of objects", () => {
	it("are read by their paths, in whatever order keys come, and also where some are missing or new", () => {
		expectAsPaths([
			{ a: 1, b: 2, c: { d: 3, e: [4] } },
			{ a: 5, b: undefined, c: { d: null, e: [] } },
			{ b: 6, a: 7 },
			{},
			{ x: 8, a: 9, c: 10, b: 11 },
			{ a: 12, b: 13, c: { d: 14, e: [15] }, z: [1, 2] },
			JSON.parse('{"__proto__": 16, "constructor": 17, "1": 18, "a": 19}'),
			Object.assign(Object.create(null), { a: 20 }),
		]);
	});

	it("have nothing that they inherit", () => {
		class Person {
			a = 1;
			get b() {
				return 2;
			}
		}
		expectAsPaths([
			{ a: 0, b: 0 },
			new Person(),
			Object.create({ a: 1, b: 2 }),
			Object.create({ a: 1 }, { b: { value: 3, enumerable: true } }),
		]);
		expect(read([new Person()])[0]?.slice(0, 2)).to.deep.equal([1, undefined]);
	});

	it("have nothing that somebody has added to what all objects inherit", () => {
		const all = Object.prototype as Record<string, unknown>;
		all.b = "polluted";
		try {
			const rows = read([{ a: 1, b: 2 }, { a: 3 }, { a: 4 }]);
			expect(rows.map(([, b]) => b)).to.deep.equal([2, undefined, undefined]);
		} finally {
			delete all.b;
		}
	});

	it("have what they own and do not list", () => {
		const object = Object.defineProperty({ a: 1 }, "b", { value: 2, enumerable: false });
		expect(read([{ a: 0, b: 0 }, object])[1]?.slice(0, 2)).to.deep.equal([1, 2]);
	});

	it("are remembered up to a number of keys, and read all the same beyond it", () => {
		for (const keys of [998, 999, 1_000, 1_001]) {
			const wide = Object.fromEntries(Array.from({ length: keys }, (_, index) => [`k${index}`, index]));
			expectAsPaths([
				{ ...wide, a: 1 },
				{ ...wide, b: 2 },
				{ a: 3, ...wide },
				{ ...wide, a: 4 },
			]);
		}
	});

	it("are read as by their paths, whatever they are", () => {
		const key = fc.constantFrom("a", "b", "c", "d", "e", "z", "1", "x");
		const value = fc.oneof(
			fc.integer(),
			fc.constant(null),
			fc.dictionary(key, fc.integer(), { maxKeys: 3 }),
			fc.array(fc.integer(), { maxLength: 2 }),
		);
		const objects = fc.array(fc.dictionary(key, value, { maxKeys: 6 }), { maxLength: 8 });
		fc.assert(fc.property(objects, expectAsPaths), { numRuns: 500 });
	});
});
