// A process of its own that measures columns at one size of population. Prints one JSON object: see ColumnFigures.
import jsonLogic, { type RulesLogic } from "json-logic-js";
import { type Plan, run, type Table, toPlan } from "../../src/columns/index.ts";
import { type CompiledSegment, compile } from "../../src/compile.ts";
import { buildTable, keepRows, toArquero, toDuckDb } from "./columns-population.ts";
import { benchCatalogue, type BenchProfile, profileLines, timeZone } from "./columns-profiles.ts";
import { type ColumnShape, columnShapes, previewSql } from "./columns-shapes.ts";
import { type AsyncContestant, type Contestant, interleaveAsync, type Measurement } from "./interleave.ts";

export interface ColumnFigures {
	readonly profiles: number;
	readonly shapes: readonly { readonly name: string; readonly text: string; readonly measurements: readonly Measurement[] }[];
	readonly leaves: readonly Measurement[];
	readonly recombining: readonly Measurement[];
	readonly texts: readonly { readonly name: string; readonly columns: Measurement; readonly strings: Measurement }[];
	readonly keystrokes: readonly Measurement[];
	/** Milliseconds, one for each time it was built: lines parsed and let go, appended, and parsed into rows that are kept. */
	readonly building: readonly { readonly parsing: number; readonly building: number; readonly keeping: number }[];
	readonly bytes: { readonly columns: number; readonly rows: number };
}

const count = Number(process.argv[2]);
const lines = profileLines(count);
const builds = Array.from({ length: 3 }, () => ({ keeping: keepRows(lines), ...buildTable(lines) }));
const table = (builds.at(-1) as { table: Table }).table;
const heapBefore = heapUsed();
const rows = lines.map((line) => JSON.parse(line) as BenchProfile);
const rowBytes = heapUsed() - heapBefore;
const people = await toDuckDb(lines);
const arquero = toArquero(rows);

function heapUsed(): number {
	globalThis.gc?.();
	return process.memoryUsage().heapUsed;
}

function segmentOf(text: string): CompiledSegment {
	const compiled = compile(text, { catalogue: benchCatalogue(), timeZone, now: 0 });
	if (!compiled.ok) throw new Error(compiled.diagnostics[0]?.message);
	return compiled.segment;
}

const planOf = (text: string): Plan => toPlan(segmentOf(text).checked);

/** What a preview shows first: the count, the count of each condition, and 50 people. */
function preview(plan: Plan): number {
	const answer = run(table, plan);
	const first = answer.matches.rows(50);
	if (first.length !== Math.min(50, answer.count)) throw new Error("A sample is as large as there are people for it.");
	return answer.count;
}

function contestantsOf(shape: ColumnShape): readonly AsyncContestant[] {
	const plan = planOf(shape.text);
	const rule = segmentOf(shape.text).rule as RulesLogic;
	const { counts, sample } = previewSql(shape);
	return [
		{
			name: "columns",
			batch() {
				table.leaves.clear();
				return preview(plan);
			},
		},
		{ name: "columns, conditions known", batch: () => preview(plan) },
		{ name: "rows by hand, count only", batch: () => shape.byHand(rows) },
		{
			name: "DuckDB, one thread",
			async batch() {
				const [[found] = []] = (await people.runAndReadAll(counts)).getRows();
				await people.runAndReadAll(sample);
				return Number(found);
			},
		},
		{ name: "Arquero, count only", batch: () => shape.arquero(arquero) },
		{
			name: "json-logic-js, count only",
			batch() {
				let found = 0;
				for (const row of rows) if (jsonLogic.apply(rule, row)) found++;
				return found;
			},
		},
	];
}

const rounds = count > 500_000 ? 7 : 15;
const shapes = [];
for (const shape of columnShapes) {
	const measurements = await interleaveAsync(contestantsOf(shape), { warmUpMs: 50, rounds });
	shapes.push({ name: shape.name, text: shape.text, measurements });
}

/** How long it takes to look at every number once: no comparison can be faster by much. */
const sumOf = (values: Float64Array): Contestant => ({
	name: "sum of a Float64Array",
	batch() {
		let sum = 0;
		for (let index = 0; index < values.length; index++) sum += values[index] as number;
		return Number.isNaN(sum) ? 1 : 0;
	},
});

const leaf = (text: string, name = text): Contestant => {
	const plan = planOf(text);
	return {
		name,
		batch() {
			table.leaves.clear();
			return run(table, plan).count < 0 ? 1 : 0;
		},
	};
};

const six = planOf(columnShapes[2]?.text ?? "");
const sum = sumOf(Float64Array.from(rows, ({ spent }) => spent));
const leaves = await interleaveAsync(
	[
		sum,
		leaf("points > 500"),
		leaf("spent > 500"),
		leaf('country = "US"'),
		leaf("last_seen after 2025-01-01"),
		leaf('tags has "vip"'),
		leaf("sum(orders.total) > 200"),
	],
	{ warmUpMs: 100, rounds: 31 },
);

// Apart, because the others make the table forget.
const recombining = await interleaveAsync(
	[sum, { name: "recombining six conditions, and counting", batch: () => (run(table, six).count < 0 ? 1 : 0) }],
	{ warmUpMs: 100, rounds: 31 },
);

const emails = rows.map(({ email }) => email);
const texts = [];
for (const [test, needle, byHand] of [
	["contains", "hopper1", (text: string) => text.includes("hopper1")],
	["contains", "corp", (text: string) => text.includes("corp")],
	["ends with", "@acme.com", (text: string) => text.endsWith("@acme.com")],
	["starts with", "grace.h", (text: string) => text.startsWith("grace.h")],
] as const) {
	const plan = planOf(`email ${test} "${needle}"`);
	const [columns, strings] = (await interleaveAsync(
		[
			{
				name: "columns",
				batch() {
					table.leaves.clear();
					return run(table, plan).count;
				},
			},
			{
				name: "a loop over an array of strings",
				batch: stringLoop(byHand),
			},
		],
		{ warmUpMs: 100, rounds: 15 },
	)) as [Measurement, Measurement];
	texts.push({ name: `email ${test} "${needle}"`, columns, strings });
}

function stringLoop(matches: (text: string) => boolean): () => number {
	return () => {
		let found = 0;
		for (const text of emails) if (matches(text)) found++;
		return found;
	};
}

/** The author changes one of six conditions: each batch is asked of another plan, made beforehand. */
function changing(name: string, textOf: (turn: number) => string): Contestant {
	const plans = Array.from({ length: 100 }, (_, turn) => planOf(textOf(turn)));
	let turn = 0;
	return {
		name,
		batch() {
			// Nobody has asked this one before, whatever the table has kept of the round before.
			if (turn % plans.length === 0) table.leaves.clear();
			if (turn % plans.length === 0) preview(six);
			preview(plans[turn++ % plans.length] as Plan);
			return 0;
		},
	};
}

const others = '(country = "US" or plan = "pro") and (points > 600 or spent >= 700)';
const keystrokes = await interleaveAsync(
	[
		changing("a number among six conditions", (turn) => `${others} and age < ${30 + turn / 100} and email contains "hopper1"`),
		changing("that condition alone", (turn) => `age < ${30 + turn / 100 + 0.001}`),
		changing("the searched text among six conditions", (turn) => `${others} and age < 60 and email contains "hop${turn}"`),
	],
	{ warmUpMs: 0, rounds: 31 },
);

process.stdout.write(
	JSON.stringify({
		profiles: count,
		shapes,
		leaves,
		recombining,
		texts,
		keystrokes,
		building: builds.map(({ parsing, building, keeping }) => ({ parsing, building, keeping })),
		bytes: { columns: table.bytes, rows: rowBytes },
	} satisfies ColumnFigures),
);
