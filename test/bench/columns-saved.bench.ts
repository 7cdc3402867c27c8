// What saving and loading columns costs, against copying the same bytes. SEGQL_PROFILES measures one size.
import {
	Bitmap,
	joinManifests,
	loadTable,
	rowsOfIds,
	type SavedParts,
	type SavedTable,
	saveTable,
	Table,
} from "../../src/columns/index.ts";
import { checksum } from "../../src/columns/saved/checksum.ts";
import { type BenchProfile, benchCatalogue, profileLines, timeZone } from "./columns-profiles.ts";
import { buildTable } from "./columns-population.ts";
import { type Contestant, interleave } from "./interleave.ts";

const chunkRows = 65_536;

export function run(): void {
	const only = process.env.SEGQL_PROFILES;
	for (const count of only ? [Number(only)] : [100_000, 1_000_000]) measure(count);
}

function measure(count: number): void {
	const catalogue = benchCatalogue();
	const lines = profileLines(count);
	const { table, parsing, building } = buildTable(lines);
	const whole = saveTable(table);
	const chunks = saveTable(table, { chunkRows });
	const fields = [...table.frame.members.keys()];
	const load = (saved: SavedParts, options: { readonly fields?: readonly string[]; readonly verify?: boolean } = {}): number => {
		const loaded = loadTable(saved, catalogue, { timeZone, fields, ...options });
		if ("problems" in loaded) throw new Error(loaded.problems[0]?.message);
		return loaded.table.rows;
	};
	const changed = lines.slice(0, count / 100).map((line) => JSON.parse(line) as unknown);
	/** All contestants answer how many profiles there are. */
	const timed = (name: string, work: () => unknown): Contestant => ({
		name,
		batch: () => {
			work();
			return count;
		},
	});
	const contestants: readonly Contestant[] = [
		timed("copy the buffers", () => whole.columns.map(({ buffer }) => buffer.slice())),
		timed("checksums alone", () => whole.columns.map(({ buffer }) => checksum(new Int32Array(buffer), 3))),
		timed("save, one chunk", () => saveTable(table)),
		timed(`save, chunks of ${chunkRows}`, () => saveTable(table, { chunkRows })),
		{ name: "load, one chunk", batch: () => load(whole) },
		{ name: "load, one chunk, unverified", batch: () => load(whole, { verify: false }) },
		{ name: "load, one chunk, points alone", batch: () => load(whole, { fields: ["points"] }) },
		{ name: `load, chunks of ${chunkRows}`, batch: () => load(chunks) },
		{ name: `load, chunks of ${chunkRows}, points alone`, batch: () => load(chunks, { fields: ["points"] }) },
		timed("save 1 % changed: load user_id, look, save, join", () => saveChanges(chunks, changed, catalogue, fields)),
	];
	const megabytes = whole.columns.reduce((sum, { buffer }) => sum + buffer.byteLength, whole.manifest.byteLength) / 1e6;
	console.log(
		`\n${count} profiles, ${megabytes.toFixed(1)} MB, ${((megabytes * 1e6) / count).toFixed(0)} bytes a profile; ` +
			`parsing took ${parsing.toFixed(0)} ms, building ${building.toFixed(0)} ms`,
	);
	for (const { name, median, p10, p90 } of interleave(contestants, { warmUpMs: 300, rounds: 15 })) {
		const perSecond = `${((megabytes / median) * 1000).toFixed(0)} MB/s, ${(count / median / 1000).toFixed(1)} M rows/s`;
		console.log(`${name.padEnd(48)} ${median.toFixed(2).padStart(9)} ms (${p10.toFixed(2)} to ${p90.toFixed(2)})  ${perSecond}`);
	}
}

/** What a store does when some profiles of a saved table have changed. */
function saveChanges(
	saved: SavedTable,
	changed: readonly unknown[],
	catalogue: ReturnType<typeof benchCatalogue>,
	fields: readonly string[],
) {
	const ids = loadTable(saved, catalogue, { timeZone, fields: ["user_id"] });
	if ("problems" in ids) throw new Error(ids.problems[0]?.message);
	const changes = new Table(catalogue, { timeZone, fields });
	const changedIds = new Set<string>();
	for (const profile of changed) {
		changes.put(profile);
		changedIds.add((profile as BenchProfile).user_id);
	}
	const replaced = Bitmap.ofRows(rowsOfIds(ids.table, changedIds), ids.table.rows);
	const joined = joinManifests([saved.manifest, saveTable(changes).manifest], replaced.words);
	if ("problems" in joined) throw new Error(joined.problems[0]?.message);
	return joined.manifest.byteLength;
}
