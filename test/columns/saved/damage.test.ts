// Whatever happens to saved bytes, a table is refused or is the one that was saved: never another, and never an exception. Bytes that
// somebody forged, with a checksum that fits, may be of another table, but loading and asking still end well.
import { expect } from "chai";
import fc from "fast-check";
import { loadTable, type SavedTable, saveTable } from "../../../src/columns/index.ts";
import { checksum } from "../../../src/columns/saved/checksum.ts";
import { readManifest, writeManifest } from "../../../src/columns/saved/manifest.ts";
import { utf8Of } from "../../../src/columns/column/utf8.ts";
import { roles, type Section, writeSections } from "../../../src/columns/saved/sections.ts";
import { hostileFields, hostileProfiles, planOf, shop, stateOf, tableIn, tableOf, zone } from "../tables.ts";
import { run } from "../../../src/columns/run.ts";

const buffersOf = ({ manifest, columns }: SavedTable): readonly ArrayBuffer[] => [manifest, ...columns.map(({ buffer }) => buffer)];

/** The saved table with one buffer replaced: 0 is the manifest. */
function replaced({ manifest, columns }: SavedTable, index: number, buffer: ArrayBuffer): SavedTable {
	if (index === 0) return { manifest: buffer, columns };
	return { manifest, columns: columns.map((column, at) => (at === index - 1 ? { ...column, buffer } : column)) };
}

const catalogue = shop({ name: "email", type: "text" });
const profiles = [
	{ user_id: "a", email: "a@x.y", country: "FR", points: 1, vip: true, tags: ["x", "ü"], orders: [{ total: 1.5, sku: "s" }, {}] },
	5,
	{ user_id: "a", email: "ß", country: "US", points: -7, vip: false, tags: [], orders: [] },
];
const table = tableOf(profiles, catalogue, { maxDistinctTexts: 2 });
table.put({ user_id: "a", email: "c", country: "NL" });
const small = saveTable(table);
const codesOf = (saved: SavedTable) => {
	const loaded = loadTable(saved, catalogue, { timeZone: zone });
	return "problems" in loaded ? loaded.problems.map(({ code }) => code) : [];
};

describe("damaged columns", () => {
	it("are refused when any one byte is another", () => {
		expect(codesOf(small)).to.deep.equal([]);
		for (const [index, buffer] of buffersOf(small).entries()) {
			for (let at = 0; at < buffer.byteLength; at++) {
				for (const flip of [0x01, 0x80, 0xff]) {
					const copy = buffer.slice();
					const bytes = new Uint8Array(copy);
					bytes[at] = (bytes[at] as number) ^ flip;
					expect(codesOf(replaced(small, index, copy)), `byte ${at} of buffer ${index}`).to.have.length(1);
				}
			}
		}
	});

	it("are refused when cut at any length, and when something follows", () => {
		for (const [index, buffer] of buffersOf(small).entries()) {
			for (let length = 0; length < buffer.byteLength; length++) {
				expect(codesOf(replaced(small, index, buffer.slice(0, length))), `${length} bytes of buffer ${index}`).to.deep.equal(["truncated"]);
			}
			const longer = new ArrayBuffer(buffer.byteLength + 8);
			new Uint8Array(longer).set(new Uint8Array(buffer));
			expect(codesOf(replaced(small, index, longer))).to.deep.equal(["corrupted"]);
		}
	});

	it("of any table are refused or change nothing", () => {
		const change = fc.record({ buffer: fc.nat(), at: fc.nat(), bytes: fc.uint8Array({ minLength: 1, maxLength: 16 }), cut: fc.boolean() });
		fc.assert(
			fc.property(hostileProfiles, fc.constantFrom(3, 1000), change, (people, chunkRows, { buffer, at, bytes, cut }) => {
				const original = tableOf(people);
				const saved = saveTable(original, { chunkRows });
				const index = buffer % buffersOf(saved).length;
				const before = buffersOf(saved)[index] as ArrayBuffer;
				const from = at % before.byteLength;
				const copy = cut ? before.slice(0, from) : before.slice();
				new Uint8Array(copy).set(bytes.subarray(0, Math.max(0, copy.byteLength - from)), Math.min(from, copy.byteLength));
				const loaded = loadTable(replaced(saved, index, copy), hostileFields, { timeZone: zone });
				if ("table" in loaded) expect(stateOf(loaded.table)).to.deep.equal(stateOf(original));
			}),
		);
	});
});

/** Fits the checksums again, also those of the manifest. */
function forged(saved: SavedTable, index: number, change: (words: Int32Array) => void): SavedTable {
	const buffer = (buffersOf(saved)[index] as ArrayBuffer).slice();
	const words = new Int32Array(buffer);
	change(words);
	const sum = checksum(words, 3);
	words[2] = sum;
	const changed = replaced(saved, index, buffer);
	if (index === 0) return changed;
	const { chunks, ...rest } = readManifest(saved.manifest, true);
	const columns = (chunks[0]?.columns ?? []).map((entry, at) => (at === index - 1 ? { bytes: buffer.byteLength, checksum: sum } : entry));
	return { ...changed, manifest: writeManifest({ ...rest, chunks: [{ rows: chunks[0]?.rows ?? 0, columns }] }) };
}

describe("forged columns", () => {
	const indexOf = (field: string) => small.columns.findIndex((column) => column.field === field) + 1;
	/** The first word of a column's section: header, table of sections, then each section from a multiple of 8 on. */
	const sectionAt = (words: Int32Array, section: number): number => {
		let at = 32 + (words[6] as number) * 8;
		for (let before = 0; before < section; before++) at += Math.ceil((words[8 + before * 2 + 1] as number) / 8) * 8;
		return at / 4;
	};
	const forgedCodes = (field: string, change: (words: Int32Array) => void) => codesOf(forged(small, indexOf(field), change));
	const setWord = (section: number, word: number, value: number) => (words: Int32Array) => {
		words[sectionAt(words, section) + word] = value;
	};

	it("are refused when offsets go back or outside, codes have no text, or bits have no row", () => {
		expect(forgedCodes("email", () => {})).to.deep.equal([]);
		// email is plain: its name, offsets, bytes, presence.
		expect(forgedCodes("email", setWord(1, 1, 100)), "an offset that the next one is before").to.deep.equal(["corrupted"]);
		const extremes = forgedCodes("email", (words) => {
			setWord(1, 1, 2_000_000_000)(words);
			setWord(1, 2, -2_000_000_000)(words);
		});
		expect(extremes, "offsets whose distance is more than 32 bits").to.deep.equal(["corrupted"]);
		expect(forgedCodes("email", setWord(1, 0, 1)), "a first offset that is not 0").to.deep.equal(["corrupted"]);
		expect(forgedCodes("email", setWord(1, 4, 1000)), "an end beyond the bytes").to.deep.equal(["corrupted"]);
		expect(forgedCodes("email", setWord(1, 4, -8)), "an end before the beginning").to.deep.equal(["corrupted"]);
		expect(forgedCodes("email", setWord(3, 0, -1)), "presence of rows that are not there").to.deep.equal(["corrupted"]);
		// user_id has a dictionary: its name, codes, offsets, bytes.
		expect(forgedCodes("user_id", setWord(1, 0, 0x02020202)), "codes without a text").to.deep.equal(["corrupted"]);
		expect(forgedCodes("user_id", setWord(2, 1, 9)), "a text that ends beyond the bytes").to.deep.equal(["corrupted"]);
		// vip: its name, presence, truth.
		expect(forgedCodes("vip", setWord(2, 0, 0b0010)), "true where there is no value").to.deep.equal(["corrupted"]);
		// orders: its name, offsets, presence, totals, skus.
		expect(forgedCodes("orders", setWord(1, 1, 7)), "elements that go back").to.deep.equal(["corrupted"]);
		expect(forgedCodes("orders", setWord(1, 4, 5)), "more elements than there are").to.deep.equal(["corrupted"]);
	});

	it("are refused when sections are of another kind or size, or more than there should be", () => {
		for (const field of small.columns.map((column) => column.field)) {
			for (const [word, value] of [
				[6, -1],
				[6, 2 ** 31 - 1],
				[6, 0],
				[7, 1],
				[8, 3],
				[9, 2 ** 31 - 1],
				[9, -1],
				[10, 99],
				[11, 8000],
			] as const) {
				const codes = forgedCodes(field, (words) => {
					words[word] = value;
				});
				expect(codes, `${field}: word ${word} is ${value}`).to.deep.equal(["corrupted"]);
			}
		}
	});

	/** The small table with a column of these sections, and a manifest that lists it. */
	function withSections(field: string, sections: readonly Section[]): SavedTable {
		const buffer = writeSections("column", table.rows, [{ role: roles.text, array: utf8Of(field) }, ...sections]);
		const changed = replaced(small, indexOf(field), buffer);
		return forged(changed, indexOf(field), () => {});
	}

	it("are refused when a section is too many, codes are too wide, or the column is another field's", () => {
		const points = { role: roles.integers, array: new Int32Array(table.rows) };
		expect(codesOf(withSections("points", [points]))).to.deep.equal([]);
		expect(codesOf(withSections("points", [points, points]))).to.deep.equal(["corrupted"]);
		const texts = [
			{ role: roles.dictionaryOffsets, array: new Int32Array([0, 1]) },
			{ role: roles.dictionary, array: new Uint8Array([0x61]) },
		];
		const codes = { role: roles.byteCodes, array: new Uint8Array(table.rows) };
		expect(codesOf(withSections("country", [codes, ...texts]))).to.deep.equal([]);
		// With these the dictionary could not grow as it should.
		const wide = { role: roles.shortCodes, array: new Uint16Array(table.rows) };
		expect(codesOf(withSections("country", [wide, ...texts]))).to.deep.equal(["corrupted"]);
		// So many texts that codes are signed.
		const manyTexts = [
			{ role: roles.dictionaryOffsets, array: new Int32Array(65_537) },
			{ role: roles.dictionary, array: new Uint8Array(0) },
		];
		const signed = (code: number) => ({ role: roles.integerCodes, array: new Int32Array(table.rows).fill(code) });
		expect(codesOf(withSections("country", [signed(65_536), ...manyTexts]))).to.deep.equal([]);
		for (const code of [-1, -(2 ** 31), 65_537, 2 ** 31 - 1]) {
			expect(codesOf(withSections("country", [signed(code), ...manyTexts])), `code ${code}`).to.deep.equal(["corrupted"]);
		}
		const name = { role: roles.text, array: utf8Of("country") };
		const stranger = replaced(small, indexOf("points"), writeSections("column", table.rows, [name, points]));
		expect(codesOf(forged(stranger, indexOf("points"), () => {}))).to.deep.equal(["corrupted"]);
	});

	it("are refused when one code of many has no text, whichever it is", () => {
		// Codes are looked at in pieces of 2,048.
		const rows = 2 * 2_048 + 1;
		for (const distinct of [3, 300]) {
			const many = tableOf(
				Array.from({ length: rows }, (_, row) => ({ country: `c${row % distinct}` })),
				catalogue,
			);
			const saved = saveTable(many);
			const country = saved.columns.findIndex(({ field }) => field === "country") + 1;
			for (const row of [0, 2_047, 2_048, 2_049, 4_095, 4_096]) {
				const withCode = (code: number): SavedTable =>
					forged(saved, country, (words) => {
						const at = sectionAt(words, 1) * 4;
						if (distinct < 256) new Uint8Array(words.buffer, at, rows)[row] = code;
						else new Uint16Array(words.buffer, at, rows)[row] = code;
					});
				expect(codesOf(withCode(distinct)), `code ${distinct} of ${distinct} at ${row}`).to.deep.equal([]);
				expect(codesOf(withCode(distinct + 1)), `code ${distinct + 1} of ${distinct} at ${row}`).to.deep.equal(["corrupted"]);
			}
		}
	});

	it("never end in an exception, whatever they hold", () => {
		const plans = [
			'email contains "a" or email = "b" ignoring case or country = "FR" or country != "FR" or points > 0 or not vip',
			'tags has any of ("x","y") or any orders (total > 0 and sku = "s") or sum(orders.total) > 3 or count(tags) > 1',
			'email starts with "a" or email ends with "b" or email like "a%b_c" or points in (1,2,3,4,5,6,7,8)',
		].map((text) => planOf(text, catalogue));
		const words = fc.array(fc.tuple(fc.nat(), fc.oneof(fc.integer(), fc.integer({ min: -2, max: 20 }))), { minLength: 1, maxLength: 4 });
		let loadedCount = 0;
		fc.assert(
			fc.property(fc.nat(), words, (buffer, changes) => {
				const saved = forged(small, buffer % buffersOf(small).length, (all) => {
					for (const [at, value] of changes) all[3 + (at % (all.length - 3))] = value;
				});
				const loaded = loadTable(saved, catalogue, { timeZone: zone });
				if ("problems" in loaded) return;
				loadedCount++;
				for (const plan of plans) run(loaded.table, plan);
				loaded.table.put({ user_id: "a", email: "n", country: "new", tags: ["new"], vip: true });
				stateOf(loaded.table);
			}),
			{ numRuns: 3000 },
		);
		expect(loadedCount, "forged tables that were loaded").to.be.greaterThan(100);
	});

	it("in their manifest, are refused or loaded", () => {
		const { removedRows, ...description } = readManifest(small.manifest, true);
		const withDescription = (change: object) => ({
			...small,
			manifest: writeManifest({ ...description, removedRows, ...change } as Parameters<typeof writeManifest>[0]),
		});
		expect(stateOf(tableIn(loadTable(withDescription({}), catalogue, { timeZone: zone })))).to.deep.equal(stateOf(table));
		const { quality, chunks, fields } = description;
		const [first] = chunks;
		for (const change of [
			{ timeZone: 5 },
			{ fields: "none" },
			{ fields: [...fields.slice(1), { name: "x" }] },
			{ fields: fields.slice(1) },
			{ chunks: [] },
			{ chunks: [{ ...first, columns: "none" }] },
			{ chunks: [{ ...first, columns: first?.columns.map(() => ({ bytes: -1, checksum: 0 })) }] },
			{ chunks: [{ rows: 0.5, columns: first?.columns }] },
			{ quality: { ...quality, profiles: "4" } },
			{ quality: { ...quality, fields: [{ field: "x" }] } },
			{ quality: { ...quality, fields: quality.fields.map((field) => ({ ...field, example: 5 })) } },
			{ removedRows: new Int32Array([-1]) },
			{ removedRows: new Int32Array([1, 0]) },
			{ removedRows: new Int32Array(0) },
		]) {
			expect(codesOf(withDescription(change)), JSON.stringify(change)).to.deep.equal(["corrupted"]);
		}
	});
});
