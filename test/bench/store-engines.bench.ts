// The store against a row a profile in Dexie, in every engine that is here; Chromium with a million profiles is `store`. SEGQL_PROFILES measures
// another number of profiles; Firefox cannot give 300,000 rows at once.
import { chooseEngines } from "../browser/engines.ts";
import { type CallFresh, withEnginePages } from "./engine-pages.ts";
import { median } from "./interleave.ts";

const rounds = 5;

type Timed = { readonly milliseconds: number; readonly answer: number; readonly making?: number };
type Cold = { readonly opening: Timed; readonly first: Timed };

export async function run(): Promise<void> {
	const count = Number(process.env.SEGQL_PROFILES ?? 100_000);
	const { engines, absent } = chooseEngines();
	for (const reason of absent) console.log(`Left out: ${reason}`);
	for (const engine of engines) {
		const ratios = await withEnginePages(engine, { file: "store-page", name: "storePage" }, (call) => measure(call, count));
		console.log(`\n${engine}, ${count} profiles, as ratios:`);
		for (const [name, ratio] of Object.entries(ratios)) console.log(`  ${name}: ${ratio.toFixed(2)}`);
	}
}

async function measure(call: CallFresh, count: number): Promise<Readonly<Record<string, number>>> {
	const ask = async (name: string, ...given: readonly (boolean | number)[]): Promise<number> => {
		const timed = await call<Timed>(name, ...given);
		const milliseconds = timed.milliseconds - (timed.making ?? 0);
		console.log(`${name}: ${milliseconds.toFixed(0)} ms`);
		return milliseconds;
	};
	const times: Record<string, number[]> = {};
	const add = (name: string, milliseconds: number): void => {
		times[name] = [...(times[name] ?? []), milliseconds];
	};
	add("writeRows", await ask("writeRows", count));
	// The first time, parts are shown meanwhile.
	await ask("writeStore", count, true);
	for (let round = 0; round < 3; round++) add("writeStore", await ask("writeStore", count, true));
	for (let round = 0; round < rounds; round++) {
		const { opening, first } = await call<Cold>("countStore");
		add("countStore", opening.milliseconds + first.milliseconds);
		add("countRows", await ask("countRows"));
		for (const name of ["sampleRows", "sampleStore"]) add(name, await ask(name, count));
		add("changeStore", await ask("changeStore", count, round + 1));
	}
	const ratio = (one: string, other: string): number => median(times[one] ?? []) / median(times[other] ?? []);
	return {
		"first count after a cold load, against toArray": ratio("countRows", "countStore"),
		"writing all, against bulkPut (both without making and parsing the lines)": ratio("writeRows", "writeStore"),
		"50 scattered profiles, against bulkGet": ratio("sampleStore", "sampleRows"),
		"1 % changed, against a full refresh": ratio("writeStore", "changeStore"),
	};
}
