// How fast columns are against rows by hand, json-logic-js, Arquero and DuckDB, at 100,000 and 1,000,000 profiles, and in browsers.
// Goals: "A whole population" of the goals in ../shared/design/performance.md. Writes test/bench/figures/columns.json, which the README's
// numbers are checked against. SEGQL_PROFILES=100000 measures one size, and writes nothing.
import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { type BrowserFigures, measureInBrowsers } from "./columns-browsers.ts";
import { cdnowText, measureCdnow } from "./columns-cdnow.ts";
import type { ColumnFigures } from "./columns-measure.ts";
import { columnTable, goalLines, goalTable, type SavedFigures } from "./columns-table.ts";
import type { Goal } from "./eval.bench.ts";
import { geometricMean, type Measurement, quantile, speedUp } from "./interleave.ts";

export async function run(): Promise<void> {
	const only = process.env.SEGQL_PROFILES;
	const sizes: ColumnFigures[] = [];
	for (const count of only ? [Number(only)] : [100_000, 1_000_000]) {
		const figures = await measureAt(count);
		print(figures);
		sizes.push(figures);
	}
	const cdnow = measureCdnow();
	if (cdnow) printMeasurements(`${cdnow.profiles} real buyers: ${cdnowText}`, cdnow.measurements);
	const browsers = await measureInBrowsers();
	printBrowsers(browsers);
	const goals = goalsOf(sizes, browsers);
	console.log("");
	for (const line of goalLines({ goals })) console.log(line);
	if (only) return;
	const folder = join(import.meta.dirname, "figures");
	mkdirSync(folder, { recursive: true });
	const on = `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? "unknown processor"}`;
	const figures = { on, goals, sizes: sizes.map(summary), cdnow: cdnow && summaries(cdnow.measurements), browsers };
	const text = `${JSON.stringify(figures, rounded, "\t")}\n`;
	writeFileSync(join(folder, "columns.json"), text);
	const read = JSON.parse(text) as SavedFigures;
	console.log(`\nFor the README:\n\n${columnTable(read)}\n\n${goalTable(read)}`);
}

/** In a process of its own: a heap of a million rows would slow down whatever comes after it. */
function measureAt(count: number): Promise<ColumnFigures> {
	const script = join(import.meta.dirname, "columns-measure.ts");
	const child = spawn(process.execPath, ["--expose-gc", "--max-old-space-size=12000", script, String(count)], {
		stdio: ["ignore", "pipe", "inherit"],
	});
	let output = "";
	child.stdout.setEncoding("utf8").on("data", (piece: string) => {
		output += piece;
	});
	return new Promise((resolve, reject) => {
		child.once("error", reject);
		child.once("close", (code) =>
			code === 0 ? resolve(JSON.parse(output) as ColumnFigures) : reject(new Error(`Measuring ended with ${code}.`)),
		);
	});
}

function print({ profiles, shapes, leaves, recombining, texts, keystrokes, building, bytes }: ColumnFigures): void {
	for (const { name, text, measurements } of shapes) printMeasurements(`${profiles} profiles, ${name}: ${text}`, measurements);
	printMeasurements(`${profiles} profiles, one condition`, leaves);
	printMeasurements(`${profiles} profiles, all conditions known`, recombining);
	for (const { name, columns, strings } of texts) printMeasurements(`${profiles} profiles, ${name}`, [columns, strings]);
	printMeasurements(`${profiles} profiles, changing`, keystrokes);
	const rate = quantile(
		building.map((each) => profiles / each.building),
		0.5,
	);
	const [kept, gone] = [buildRatio({ building }, "keeping"), buildRatio({ building }, "parsing")];
	console.log(
		`\nBuilding: ${(rate * 1000).toFixed(0)} profiles a second, ${kept.toFixed(2)} × JSON.parse into rows that are kept, ` +
			`${gone.toFixed(2)} × into rows that are let go`,
	);
	console.log(`Bytes a profile: ${(bytes.columns / profiles).toFixed(0)} in columns, ${(bytes.rows / profiles).toFixed(0)} as objects`);
}

/** Milliseconds a batch with the middle 80 %, and how many times faster the first is. */
function printMeasurements(title: string, measurements: readonly Measurement[]): void {
	const [first] = measurements;
	console.log(`\n${title}`);
	for (const measured of measurements) {
		const spread = `${measured.median.toFixed(3)} ms (${measured.p10.toFixed(3)}–${measured.p90.toFixed(3)})`;
		console.log(`    ${measured.name.padEnd(44)} ${spread.padEnd(32)} ${first ? `× ${speedUp(first, measured).toFixed(2)}` : ""}`);
	}
}

function printBrowsers(browsers: BrowserFigures): void {
	for (const [browser, loops] of Object.entries(browsers)) {
		console.log(`\n${browser}: speed of a loop over a million values, the sum of a Float64Array being 1`);
		for (const [name, ratio] of Object.entries(loops)) console.log(`    ${name.padEnd(28)} ${ratio.toFixed(2)}`);
	}
}

const buildRatio = ({ building }: Pick<ColumnFigures, "building">, parsed: "keeping" | "parsing"): number =>
	quantile(
		building.map((each) => each[parsed] / each.building),
		0.5,
	);

const named = (measurements: readonly Measurement[], name: string): Measurement => {
	const found = measurements.find((measured) => measured.name.startsWith(name));
	if (!found) throw new Error(`Nothing was measured under "${name}".`);
	return found;
};

function goalsOf(sizes: readonly ColumnFigures[], browsers: BrowserFigures): readonly Goal[] {
	const largest = sizes.at(-1);
	if (!largest) return [];
	const ratios = (contestant: string): readonly number[] =>
		largest.shapes.map(({ measurements }) => speedUp(named(measurements, "columns"), named(measurements, contestant)));
	const byHand = ratios("rows by hand");
	const duckDb = ratios("DuckDB");
	const stock = ratios("json-logic-js");
	const sum = named(largest.leaves, "sum of a");
	const leafShare = ["points >", "spent >", "country =", "last_seen"].map((name) => speedUp(named(largest.leaves, name), sum));
	const [changed, alone] = [named(largest.keystrokes, "a number"), named(largest.keystrokes, "that condition")];
	const text = (name: string): readonly number[] =>
		largest.texts.filter((each) => each.name.includes(name)).map(({ columns, strings }) => speedUp(columns, strings));
	const size = `${largest.profiles.toLocaleString("en-US")} profiles`;
	const [small] = sizes;
	const growth =
		small && small !== largest
			? largest.shapes.map(({ measurements }, index) => growthOf(measurements, small.shapes[index]?.measurements))
			: [];
	return [
		atLeast(`${size}: fourth best of five shapes against rows by hand`, byHand.toSorted((a, b) => b - a)[3] ?? 0, 10),
		atLeast(`${size}: slowest shape against rows by hand`, Math.min(...byHand), 0.5),
		atLeast(`${size}: slowest shape against DuckDB`, Math.min(...duckDb), 5),
		atLeast(`${size}: slowest shape against json-logic-js`, Math.min(...stock), 80),
		atLeast(`${size}: geometric mean against json-logic-js`, geometricMean(stock), 250),
		atLeast(`${size}: slowest number or dictionary condition, share of the speed of a sum`, Math.min(...leafShare), 0.6),
		atMost(
			`${size}: recombining six conditions, share of the time of a sum`,
			1 / speedUp(named(largest.recombining, "recombining"), named(largest.recombining, "sum of a")),
			0.7,
		),
		atMost(`${size}: changing one of six conditions, milliseconds beyond that condition`, changed.median - alone.median, 0.5),
		atLeast(`${size}: contains against a loop over strings`, Math.min(...text("contains")), 1.6),
		atLeast(`${size}: ends with against a loop over strings`, Math.min(...text("ends with")), 15),
		atLeast(`${size}: starts with against a loop over strings`, Math.min(...text("starts with")), 2.5),
		atLeast(`${size}: building against JSON.parse of the same lines into rows`, buildRatio(largest, "keeping"), 1.5),
		atMost(`${size}: memory, share of row objects`, largest.bytes.columns / largest.bytes.rows, 0.25),
		...(growth.length > 0 ? [atMost("growth of the slowest shape from 100,000 to 1,000,000", Math.max(...growth), 12)] : []),
		...Object.entries(browsers).map(([browser, loops]) =>
			atLeast(`${browser}: slowest loop, share of the speed of a sum`, Math.min(...Object.values(loops)), 0.2),
		),
	];
}

const growthOf = (large: readonly Measurement[], small: readonly Measurement[] | undefined): number =>
	small ? named(large, "columns").median / named(small, "columns").median : Number.NaN;

const atLeast = (what: string, value: number, goal: number): Goal => ({ what, value, goal: `at least ${goal}`, isMet: value >= goal });
const atMost = (what: string, value: number, goal: number): Goal => ({ what, value, goal: `at most ${goal}`, isMet: value <= goal });

/** Medians and spread in milliseconds, without the single rounds. */
const summaries = (measurements: readonly Measurement[]) => measurements.map(({ name, median, p10, p90 }) => ({ name, median, p10, p90 }));

const summary = ({ profiles, shapes, leaves, recombining, texts, keystrokes, building, bytes }: ColumnFigures) => ({
	profiles,
	shapes: shapes.map(({ name, text, measurements }) => ({ name, text, measurements: summaries(measurements) })),
	leaves: summaries(leaves),
	recombining: summaries(recombining),
	texts: texts.map(({ name, columns, strings }) => ({ name, measurements: summaries([columns, strings]) })),
	keystrokes: summaries(keystrokes),
	building,
	bytes,
});

const rounded = (_: string, value: unknown): unknown => (typeof value === "number" ? Number(value.toPrecision(4)) : value);
