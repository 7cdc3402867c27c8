// What loading costs by kind of column: one chunk against chunks of 65,536 rows, the first count after that against the same count warm, and
// the longest of the steps. Then a chunk of all fields saved, and a table without its removed rows, a field at a time. SEGQL_PROFILES: one size.
import {
	joinFields,
	loadTable,
	loadTableInSteps,
	rowsOfIds,
	run as runPlan,
	type SavedParts,
	type SavedTable,
	saveTable,
	saveTableInSteps,
	type Steps,
	type Table,
	toPlan,
} from "../../src/columns/index.ts";
import { idsOf, RowsById } from "../../src/columns/rows-by-id.ts";
import { compile } from "../../src/compile.ts";
import { type ColumnKind, columnKinds, kindsCatalogue, kindsTable, timeZone } from "./columns-kinds.ts";
import { type Contestant, interleave, quantile } from "./interleave.ts";

const chunkRows = 65_536;
const catalogue = kindsCatalogue();

export function run(): void {
	const profiles = Number(process.env.SEGQL_PROFILES ?? 1_000_000);
	const table = kindsTable(profiles);
	const [whole, chunks] = [saveTable(table), saveTable(table, { chunkRows })];
	console.log(`\n${profiles} profiles; milliseconds, the middle of 15 rounds in turns`);
	for (const kind of columnKinds) measureKind(kind, whole, chunks);
	measureSaving(profiles);
	measureIds(chunks, profiles);
	measureDropping(table, profiles);
}

const partOf = ({ manifest, columns }: SavedTable, name: string): SavedParts => ({
	manifest,
	columns: columns.filter(({ field }) => field === name),
});

function tableOf(saved: SavedParts, fields: readonly string[]): Table {
	const loaded = loadTable(saved, catalogue, { timeZone, fields });
	if ("problems" in loaded) throw new Error(loaded.problems[0]?.message);
	return loaded.table;
}

/** Times of every step, one list for each run: the middle over the runs says what a step takes when nothing comes in between. */
class StepTimes {
	private readonly times: number[][] = [];

	measure(steps: Steps<unknown>): void {
		for (let step = 0; ; step++) {
			const begun = performance.now();
			const { done } = steps.next();
			const times = this.times[step] ?? [];
			times.push(performance.now() - begun);
			this.times[step] = times;
			if (done) return;
		}
	}

	get longest(): number {
		return Math.max(...this.times.map((times) => quantile(times, 0.5)));
	}
}

const timed = (name: string, work: () => unknown): Contestant => ({
	name,
	batch() {
		work();
		return 0;
	},
});

function print(name: string, contestants: readonly Contestant[], more: () => string = () => ""): void {
	const measured = interleave(contestants, { warmUpMs: 150, rounds: 15 });
	const texts = measured.map((each) => `${each.name} ${each.median.toFixed(2)} (${each.p10.toFixed(2)} to ${each.p90.toFixed(2)})`);
	console.log(`${name.padEnd(26)} ${texts.join(", ")}${more()}`);
}

function measureKind({ field, kind, text }: ColumnKind, whole: SavedTable, chunks: SavedTable): void {
	const compiled = compile(text, { catalogue, timeZone, now: 0 });
	if (!compiled.ok) throw new Error(compiled.diagnostics[0]?.message);
	const plan = toPlan(compiled.segment.checked);
	const [one, many] = [partOf(whole, field), partOf(chunks, field)];
	const warm = tableOf(many, [field]);
	runPlan(warm, plan);
	const steps = new StepTimes();
	print(
		kind,
		[
			timed("one chunk", () => tableOf(one, [field])),
			timed("chunks", () => tableOf(many, [field])),
			timed("warm count", () => {
				warm.leaves.clear();
				runPlan(warm, plan);
			}),
			timed("chunks and first count", () => runPlan(tableOf(many, [field]), plan)),
			timed("chunks in steps", () => steps.measure(loadTableInSteps(many, catalogue, { timeZone, fields: [field] }))),
		],
		() => `, longest step ${steps.longest.toFixed(2)}`,
	);
}

function measureSaving(profiles: number): void {
	const table = kindsTable(Math.min(profiles, chunkRows));
	const steps = new StepTimes();
	print(
		`save ${table.rows} rows`,
		[timed("at once", () => saveTable(table)), timed("in steps", () => steps.measure(saveTableInSteps(table)))],
		() => `, longest step ${steps.longest.toFixed(2)}`,
	);
}

function measureIds(chunks: SavedTable, profiles: number): void {
	const table = tableOf(partOf(chunks, "user_id"), ["user_id"]);
	const changed = new Set(Array.from({ length: profiles / 100 }, (_, index) => `u${index * 100 + 7}`));
	print("rows of 1 % of the ids", [
		timed("one look at every id", () => rowsOfIds(table, changed)),
		timed("map of all ids", () => {
			const map = new RowsById(idsOf(table.frame));
			for (let row = 0; row < table.rows; row++) map.add(row);
			for (const id of changed) map.take(id);
		}),
	]);
}

/** One row in ten is removed. */
function measureDropping(table: Table, profiles: number): void {
	for (let row = 0; row < profiles; row += 10) table.remove(`u${row}`);
	const saved = saveTable(table, { chunkRows });
	const dropped = (field: string): ArrayBuffer =>
		saveTable(tableOf(partOf(saved, field), [field]), { chunkRows, dropRemoved: true }).manifest;
	const fields = columnKinds.map(({ field }) => field);
	const steps = new StepTimes();
	print(
		"without removed rows",
		[
			timed("save all as they are", () => saveTable(table, { chunkRows })),
			timed("all fields at once", () => saveTable(table, { chunkRows, dropRemoved: true })),
			timed("load and save field by field", () => joinFields(fields.map(dropped))),
			timed("in steps", () => steps.measure(saveTableInSteps(table, { chunkRows, dropRemoved: true }))),
		],
		() => `, longest step ${steps.longest.toFixed(2)}`,
	);
}
