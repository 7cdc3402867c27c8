// The store in Chromium against a row a profile in Dexie: writing, the first count after a page was loaded, scattered rows, changes, room. Everything
// is written to a disk of its own, and each cold figure is from a page that was just opened. Both write what a generator makes and parses, whose time
// is measured in the same run, by a clock around each batch that is asked for, and is no part of theirs. SEGQL_PROFILES measures another number of
// profiles.
import { writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { callerOf, type Fresh, withChromiumPages } from "./chromium-pages.ts";
import type { StorePage, Timed, TimedWriting } from "./store-page.ts";
import { median } from "./interleave.ts";
import { type StoreFigures, type StoreGoal, storeTable } from "./store-table.ts";

const rounds = 7;
const writingRounds = 2;

const call = callerOf<StorePage>();

export async function run(): Promise<void> {
	const count = Number(process.env.SEGQL_PROFILES ?? 1_000_000);
	console.log(
		`load before: ${loadavg()
			.map((load) => load.toFixed(1))
			.join(", ")}`,
	);
	const module = { file: "store-page", name: "storePage" };
	// In turns, each on a disk of its own: what a browser still clears up after a million rows would fall on what is written next.
	const alone = <T>(write: (writers: Writers) => Promise<T>): Promise<T> =>
		withChromiumPages(module, (fresh) => write(writersOf(fresh, count)));
	const written: Written[] = [];
	for (let round = 0; round < writingRounds; round++) {
		const rows = await alone(({ writeRows }) => writeRows());
		const refresh = await alone(async ({ writeStore }) => {
			await writeStore(true);
			return writeStore(true);
		});
		written.push({ rows, refresh });
	}
	const { engine, goals } = await withChromiumPages(module, async (fresh) => ({
		engine: await fresh((page) => call(page, "engine")),
		goals: await measure(fresh, count, written),
	}));
	console.log(
		`load after: ${loadavg()
			.map((load) => load.toFixed(1))
			.join(", ")}`,
	);
	for (const { name, goal, ratio, isMet } of goals) {
		console.log(`${isMet ? "met    " : "NOT MET"}  ${name}: ${ratio.toFixed(2)} (goal ${goal})`);
	}
	const on = `${engine}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? "unknown processor"}`;
	const figures: StoreFigures = { on, profiles: count, goals };
	console.log(`\n${on}\n${storeTable(figures)}`);
	if (process.env.SEGQL_PROFILES === undefined) {
		writeFileSync(join(import.meta.dirname, "figures", "store.json"), `${JSON.stringify(figures, undefined, "\t")}\n`);
	}
}

interface Written {
	readonly rows: TimedWriting;
	/** Over profiles that are there; the first time, parts are shown meanwhile. */
	readonly refresh: TimedWriting;
}

interface Writers {
	readonly writeRows: () => Promise<TimedWriting>;
	readonly writeStore: (keepRaw: boolean) => Promise<TimedWriting>;
}

function writersOf(fresh: Fresh, count: number): Writers {
	const written = (what: string, timed: TimedWriting): TimedWriting => {
		const { milliseconds, making, answer } = timed;
		if (answer !== count) throw new Error(`${what}: ${answer} profiles were written, not ${count}.`);
		console.log(`write ${what}: ${(milliseconds - making).toFixed(0)} ms, and ${making.toFixed(0)} ms making and parsing lines`);
		return timed;
	};
	return {
		writeRows: async () => written("rows", await fresh((page) => call(page, "writeRows", count))),
		writeStore: async (keepRaw) =>
			written(keepRaw ? "the store" : "columns alone", await fresh((page) => call(page, "writeStore", count, keepRaw))),
	};
}

async function measure(fresh: Fresh, count: number, written: readonly Written[]): Promise<readonly StoreGoal[]> {
	const say = (what: string, milliseconds: number): void => console.log(`${what}: ${milliseconds.toFixed(0)} ms`);
	const ask = async (name: "countRows" | "sampleRows" | "sampleStore", argument: number): Promise<Timed> => {
		const timed = await fresh((page) => call(page, name, argument));
		say(name, timed.milliseconds);
		return timed;
	};
	const usage = (): Promise<number> => fresh((page) => call(page, "bytes"));
	const { writeRows, writeStore } = writersOf(fresh, count);
	const empty = await usage();
	await writeRows();
	const withRows = await usage();
	await writeStore(false);
	const withColumns = await usage();
	await writeStore(true);
	const withStore = await usage();
	const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;
	console.log(
		`rows ${megabytes(withRows - empty)}, columns ${megabytes(withColumns - withRows)}, both ${megabytes(withStore - withColumns)}`,
	);
	// The least of each: whatever else the machine does only adds.
	const writing = (what: keyof Written): number => Math.min(...written.map((round) => round[what].milliseconds - round[what].making));
	const colds: number[] = [];
	const warms: number[] = [];
	const rowCounts: number[] = [];
	const rowSamples: number[] = [];
	const storeSamples: number[] = [];
	for (let round = 0; round < rounds; round++) {
		const { opening, first, warm } = await fresh((page) => call(page, "countStore"));
		const [open, count, again] = [opening, first, warm].map(({ milliseconds }) => milliseconds) as [number, number, number];
		console.log(`opening ${open.toFixed(1)} ms, first count ${count.toFixed(1)} ms, warm count ${again.toFixed(1)} ms`);
		colds.push(open + count);
		const bare = (await fresh((page) => call(page, "readBuffers"))).milliseconds;
		console.log(`opening and reading the buffers with nothing of ours ${bare.toFixed(1)} ms`);
		warms.push(bare + again);
		if (round < 3) {
			const rows = await ask("countRows", 0);
			if (rows.answer !== first.answer) throw new Error(`Rows count ${rows.answer}, columns ${first.answer}.`);
			rowCounts.push(rows.milliseconds);
		}
		rowSamples.push((await ask("sampleRows", count)).milliseconds);
		storeSamples.push((await ask("sampleStore", count)).milliseconds);
	}
	const changes: number[] = [];
	for (let version = 1; version <= 5; version++) {
		const changed = await fresh((page) => call(page, "changeStore", count, version));
		if (changed.answer !== count) throw new Error(`${changed.answer} profiles after a change.`);
		say("change 1 %", changed.milliseconds);
		changes.push(changed.milliseconds);
	}
	const atLeast = (name: string, ratio: number, least: number): StoreGoal => ({ name, ratio, goal: `≥ ${least}`, isMet: ratio >= least });
	const below = (name: string, ratio: number, most: number): StoreGoal => ({ name, ratio, goal: `< ${most}`, isMet: ratio < most });
	return [
		atLeast("first count after a cold load, against toArray", median(rowCounts) / median(colds), 100),
		below("the same against opening, reading the bare buffers and a warm count", median(colds) / median(warms), 3),
		atLeast("writing all, against bulkPut (both without making and parsing the lines)", writing("rows") / writing("refresh"), 15),
		below("columns on disk, against rows", (withColumns - withRows) / (withRows - empty), 0.45),
		below("50 scattered profiles, against bulkGet", median(storeSamples) / median(rowSamples), 10),
		atLeast("1 % changed, against a full refresh", Math.min(...written.map(({ refresh }) => refresh.milliseconds)) / median(changes), 20),
	];
}
