// Runs in a page of its own origin: a million profiles kept by `segql/store`, against a row a profile in Dexie, which is how pages keep profiles
// otherwise. The clock is the page's; what is cold is the first thing that a page does after it was loaded.
import { Dexie, type Table as DexieTable } from "dexie";
import { run } from "../../src/columns/run.ts";
import { toPlan } from "../../src/columns/to-plan.ts";
import { type CompiledSegment, compile } from "../../src/compile.ts";
import { readLines } from "../../src/formats/ndjson.ts";
import { type Batch, openStore, type ProfileStore } from "../../src/store/index.ts";
import { type BenchProfile, benchCatalogue, profileLinesOf, timeZone } from "./columns-profiles.ts";

const business = "bench";
const text = 'country in ("US", "CA") and points >= 500 and opted_in';
const batchLength = 5_000;

const catalogue = benchCatalogue();

class Rows extends Dexie {
	declare readonly profiles: DexieTable<BenchProfile, string>;

	constructor() {
		super("bench rows", { chromeTransactionDurability: "relaxed" });
		this.version(1).stores({ profiles: "user_id" });
	}
}

export interface Timed {
	readonly milliseconds: number;
	/** The same for both ways of keeping. */
	readonly answer: number;
}

/** What was made to be written is no part of writing it. */
export interface TimedWriting extends Timed {
	/** Of the milliseconds, those in which lines were made and parsed: the clock runs while the next batch is asked for. */
	readonly making: number;
}

async function timed(work: () => Promise<number>): Promise<Timed> {
	const from = performance.now();
	const answer = await work();
	return { milliseconds: performance.now() - from, answer };
}

async function timedWriting(write: (clocked: (batches: Iterable<Batch>) => Iterable<Batch>) => Promise<number>): Promise<TimedWriting> {
	let making = 0;
	function* clocked(batches: Iterable<Batch>): Generator<Batch> {
		const iterator = batches[Symbol.iterator]();
		for (;;) {
			const from = performance.now();
			const { done, value } = iterator.next();
			making += performance.now() - from;
			if (done) return;
			yield value;
		}
	}
	const { milliseconds, answer } = await timed(() => write(clocked));
	return { milliseconds, answer, making };
}

/** As a source of NDJSON gives them. */
function* batches(indices: Iterable<number>, seed?: number): Generator<Batch> {
	const encoder = new TextEncoder();
	const read = (lines: readonly string[]): Batch =>
		readLines(encoder.encode(lines.join("\n")), true, () => {
			throw new Error("A line is no profile.");
		}).batch;
	let lines: string[] = [];
	for (const line of profileLinesOf(indices, seed)) {
		if (lines.push(line) < batchLength) continue;
		yield read(lines);
		lines = [];
	}
	if (lines.length > 0) yield read(lines);
}

function* upTo(count: number, step = 1): Generator<number> {
	for (let index = 0; index < count; index += step) yield index;
}

const open = async (options: { readonly keepRaw?: boolean; readonly id?: string } = {}): Promise<ProfileStore> => {
	const { store, problem } = await openStore(options.id ?? business, { catalogue, timeZone, sliceMs: 50, keepRaw: options.keepRaw });
	if (problem) throw problem;
	return store;
};

function compiled(): CompiledSegment {
	const made = compile(text, { catalogue, now: 0 });
	if (!made.ok) throw new Error(made.diagnostics[0]?.message);
	return made.segment;
}

async function countInside(store: ProfileStore, { fields, checked }: CompiledSegment): Promise<number> {
	const kept = await store.read(fields);
	if (!kept) throw new Error("Nothing is kept.");
	return run(kept.table, toPlan(checked)).count;
}

const isInside = ({ country, points, opted_in }: BenchProfile): boolean =>
	(country === "US" || country === "CA") && points >= 500 && opted_in;

export const storePage = {
	/** Which browser this is. */
	engine: async (): Promise<string> => `Chromium ${/Chrome\/(\d+)/.exec(navigator.userAgent)?.[1] ?? "of an unknown version"}`,

	writeRows: (count: number): Promise<TimedWriting> =>
		timedWriting(async (clocked) => {
			const rows = new Rows();
			for (const { profiles } of clocked(batches(upTo(count)))) await rows.profiles.bulkPut(profiles as BenchProfile[]);
			const written = await rows.profiles.count();
			rows.close();
			return written;
		}),

	writeStore: (count: number, keepRaw: boolean): Promise<TimedWriting> =>
		timedWriting(async (clocked) => {
			const store = await open({ keepRaw, id: keepRaw ? business : `${business} columns` });
			const freshness = await store.replace(clocked(batches(upTo(count))));
			store.close();
			return freshness.kind === "empty" ? 0 : freshness.profiles;
		}),

	/** One profile in a hundred is another one. */
	changeStore: (count: number, version: number): Promise<Timed> =>
		timed(async () => {
			const store = await open();
			const freshness = await store.change(batches(upTo(count, 100), version));
			store.close();
			return freshness.kind === "empty" ? 0 : freshness.profiles;
		}),

	countRows: (): Promise<Timed> =>
		timed(async () => {
			const rows = new Rows();
			return (await rows.profiles.toArray()).filter(isInside).length;
		}),

	/** Cold: opening, then reading and counting. Then the same count again in the open store, with nothing answered before. */
	async countStore(): Promise<{ readonly opening: Timed; readonly first: Timed; readonly warm: Timed }> {
		const condition = compiled();
		let store: ProfileStore | undefined;
		const opening = await timed(async () => {
			store = await open();
			return (await store.read([])) ? 1 : 0;
		});
		const count = (): Promise<number> => countInside(store as ProfileStore, condition);
		const first = await timed(count);
		const warms: Timed[] = [];
		for (let round = 0; round < 5; round++) {
			(await store?.read([]))?.table.leaves.clear();
			warms.push(await timed(count));
		}
		const warm = warms.sort((a, b) => a.milliseconds - b.milliseconds)[2] as Timed;
		return { opening, first, warm };
	},

	/** What the browser itself takes to open the databases and to give the buffers that the condition asks for, without anything of ours. */
	readBuffers: (): Promise<Timed> =>
		timed(async () => {
			const names = (await Dexie.getDatabaseNames()).filter((name) => name.startsWith(`segql/${business}/`) && !name.endsWith(".raw"));
			const fields: readonly string[] = ["country", "points", "opted_in"];
			let bytes = 0;
			for (const name of names) {
				const database = await new Dexie(name).open();
				const keys = (await database.table("values").toCollection().primaryKeys()) as readonly (readonly string[])[];
				const mine = keys.filter(([kind, , field = ""]) => kind === "column" && fields.includes(field));
				const buffers = (await database.table("values").bulkGet(mine as unknown as string[])) as readonly ArrayBuffer[];
				bytes += buffers.reduce((sum, buffer) => sum + buffer.byteLength, 0);
				database.close();
			}
			return bytes;
		}),

	/** Fifty rows, all over the place. */
	sampleRows: (count: number): Promise<Timed> =>
		timed(async () => {
			const rows = new Rows();
			return (await rows.profiles.bulkGet(scattered(count).map((row) => `u${row}`))).filter((row) => row?.email).length;
		}),

	async sampleStore(count: number): Promise<Timed> {
		return timed(async () => {
			const store = await open();
			const kept = await store.read([]);
			const found = (await kept?.raw(scattered(count))) as readonly BenchProfile[];
			return found.filter((row) => row?.email).length;
		});
	},

	async bytes(): Promise<number> {
		return (await navigator.storage.estimate()).usage ?? 0;
	},

	async wipe(): Promise<void> {
		for (const id of [business, `${business} columns`]) await (await open({ id })).wipe();
	},
};

const scattered = (count: number): readonly number[] =>
	Array.from({ length: 50 }, (_, index) => Math.floor(((index * 0.618_034) % 1) * count));

export type StorePage = typeof storePage;
