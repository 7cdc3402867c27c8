// Profiles of NDJSON as they come back from a store that lives in memory: their bytes are copied from memory that the source uses again.
import { expect } from "chai";
import fc from "fast-check";
import { Problems } from "../../src/formats/problems.ts";
import { ProfileStore } from "../../src/store/profile-store.ts";
import { settingsOf } from "../../src/store/settings.ts";
import { sourceBatches } from "../../src/store/source-batches.ts";
import { profileBatches } from "../../src/store/sources/profile-batches.ts";
import { bytesOf, chunksOf, joined } from "../formats/chunks.ts";
import { runs } from "../properties/runs.ts";
import { catalogue, newBusiness } from "../store/people.ts";
import { newVault } from "../store/shared-vault.ts";

interface Line {
	readonly bytes: Uint8Array;
	/** What comes back; left out where it is no profile. */
	readonly profile?: unknown;
}

async function kept(lines: readonly Line[], size: number | readonly number[], rows: { chunkRows?: number; blockRows?: number } = {}) {
	const settings = settingsOf("lines", { catalogue, ...rows });
	const store = new ProfileStore(newBusiness(), settings, newVault);
	const bytes = joined(...lines.map((line) => joined(line.bytes, bytesOf("\n"))));
	try {
		const batches = profileBatches(chunksOf(bytes, size), new Problems(), "ndjson", { keepTexts: true });
		await store.replace(sourceBatches(batches, settings));
		const { table, raw } = (await store.read([])) ?? {};
		return await raw?.(Array.from({ length: table?.rows ?? 0 }, (_, row) => row));
	} finally {
		store.dispose();
	}
}

const line = (text: string): Line => ({ bytes: bytesOf(text), profile: JSON.parse(text) });

const expected = (lines: readonly Line[]): readonly unknown[] => lines.flatMap(({ profile }) => (profile === undefined ? [] : [profile]));

describe("lines of NDJSON that are kept as they came", () => {
	it("are those of their profiles, beside lines that are none, and where the first have no field", async () => {
		const lines = [
			...["", "a", "b", "c"].map((name) => line(`{"other${name}": "nobody's field"}`)),
			{ bytes: bytesOf("") },
			line('{"other": "é"}\r'),
			line(' {"user_id": "ü", "points": 1} '),
			{ bytes: bytesOf("broken") },
			line('{"user_id": "b", "country": "🦉"}'),
			{ bytes: new Uint8Array([0x7b, 0xff, 0x7d]) },
			line('{"user_id": "c"}'),
			line('{"user_id": "\\ud800"}'),
		];
		const lineByLine = lines.map(({ bytes }) => bytes.length + 1);
		for (const size of [1, 7, 64, 10_000, lineByLine]) {
			for (const rows of [{}, { blockRows: 1 }, { blockRows: 2, chunkRows: 4 }]) {
				expect(await kept(lines, size, rows), `chunks of ${size} bytes`).to.deep.equal(expected(lines));
			}
		}
	});

	it("are those of their profiles, whatever stands between them and wherever they are cut", async () => {
		const anyLine: fc.Arbitrary<Line> = fc.oneof(
			{
				weight: 4,
				arbitrary: fc.record({ user_id: fc.string({ unit: "binary" }), more: fc.jsonValue() }).map((one) => line(JSON.stringify(one))),
			},
			fc.constantFrom("", " ", "[]", "{", "null").map((text) => ({ bytes: bytesOf(text) })),
			fc.constant({ bytes: new Uint8Array([0x22, 0xc3]) }),
		);
		const size = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 4 });
		const rows = fc.record({ blockRows: fc.integer({ min: 1, max: 5 }), chunkRows: fc.integer({ min: 1, max: 9 }) });
		await fc.assert(
			fc.asyncProperty(fc.array(anyLine, { maxLength: 30 }), size, rows, async (lines, cuts, small) => {
				// Ids may come twice: each line is somebody of its own here.
				const own = lines.map((each, index) => (each.profile ? line(JSON.stringify({ ...each.profile, user_id: `${index}` })) : each));
				expect(await kept([line('{"user_id":"first"}'), ...own], cuts, small)).to.deep.equal([{ user_id: "first" }, ...expected(own)]);
			}),
			{ numRuns: runs(60) },
		);
	});
});
