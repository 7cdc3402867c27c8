// What the tests in Node call in a page of a real browser profile: to be killed while it refreshes, and to look afterwards what is there.
import type { ProfileStore, StoreOptions } from "../../../src/store/index.ts";
import type { Catalogue } from "../../../src/fields/catalogue.ts";
import { after, history, randomOf } from "../history.ts";
import { indexOfState, keptState } from "../kept-state.ts";
import { batches, made, open, type Person, people } from "../people.ts";
import { databasesOf } from "../raw-databases.ts";
import "./refresher.ts";
import type { Refresher, Said } from "./refresher.ts";

/** One life and death: the operations follow from it. */
export interface Life {
	readonly business: string;
	readonly seed: number;
	/** Whether nothing is there before; else it is what `verify` of the life with the version fifty lower left. */
	readonly isFirst: boolean;
	readonly version: number;
}

export interface Verdict {
	/** How many operations had their effect. */
	readonly done: number;
	readonly kind: "empty" | "partial" | "complete";
}

const options = { chunkRows: 64, blockRows: 16 };
const firstLoad = 14_000;
const leftBy = (version: number): readonly Person[] => people(0, 150, version + 49);

const operationsOf = ({ seed, isFirst, version }: Life) => history(randomOf(seed), { isFirst, firstLoad, version, length: 30 });

async function live(life: Life, say: (said: Said) => void): Promise<void> {
	const { refresher } = globalThis as unknown as { refresher: Refresher };
	await refresher.run({ business: life.business, operations: operationsOf(life), options }, say);
}

/** Throws an Error when what is there is mixed or lost, or when the next refresh does not work or leaves something behind. */
async function verify(life: Life, ended: number): Promise<Verdict> {
	const states = [life.isFirst ? [] : leftBy(life.version - 50)];
	for (const operation of operationsOf(life)) states.push(after(states.at(-1) as readonly Person[], operation));
	const { store } = await open(life.business, options);
	const state = await keptState(store);
	const done = state.kind === "partial" ? partOf(state.people, states) : indexOfState(state.people, states.slice(ended + 1));
	if (done === undefined) throw new Error(`lost or mixed: ${state.kind} with ${state.people.length} after ${ended}`);
	await store.replace(batches(leftBy(life.version)));
	const next = await keptState(store);
	if (indexOfState(next.people, [leftBy(life.version)]) !== 0) throw new Error("the next refresh does not work");
	const names = await databasesOf(life.business);
	if (names.length !== 3) throw new Error(`left behind: ${names.join(", ")}`);
	store.dispose();
	return { done: state.kind === "partial" ? ended + 1 : done + ended + 1, kind: state.kind };
}

/** Defined when these people are the first of a load. */
function partOf(some: readonly Person[], states: readonly (readonly Person[])[]): number | undefined {
	const loads = states.map((each) => each.slice(0, some.length));
	return some.length > 0 && some.length < firstLoad ? indexOfState(some, loads) : undefined;
}

const catalogue: Catalogue = made({
	timezone: "Europe/Paris",
	fields: [
		{ name: "country", type: "text" },
		{ name: "points", type: "number" },
		{ name: "nickname", type: "text", pii: "name" },
	],
});

let store: ProfileStore | undefined;

interface Opening {
	readonly hasKey?: boolean;
	readonly leaveOut?: "pii";
	readonly keepRaw?: boolean;
}

/** Opens the store that the other functions use. */
async function openAs(business: string, { hasKey = false, ...settings }: Opening): Promise<void> {
	store?.dispose();
	const key = hasKey ? await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]) : undefined;
	const chosen: Partial<StoreOptions> = { ...options, chunkRows: 4_096, blockRows: 256, catalogue, key, ...settings };
	({ store } = await open(business, chosen));
}

const current = (): ProfileStore => {
	if (!store) throw new Error("No store is open.");
	return store;
};

/** The marker everywhere a person's data can get to. */
async function plant(marker: string, { withSegments = true } = {}): Promise<void> {
	const profiles = people(0, 300).map((person) => ({ ...person, nickname: `${marker} ${person.user_id}`, unknown: [marker] }));
	await current().replace(batches(profiles));
	await current().change(batches(profiles.slice(0, 3)));
	if (withSegments) await current().putSegments([{ id: "vip", document: { text: `nickname = "${marker}"` } }]);
	await current().putResult("question", { revision: "r", asOf: 1, result: { sample: [{ nickname: marker }] } });
}

/** Profiles that do not get smaller when they are compressed; how it ended. */
async function fill(count: number, version: number): Promise<object> {
	const random = randomOf(version);
	const noise = (): string => Array.from({ length: 40 }, () => Math.floor(random() * 4_294_967_296).toString(36)).join("");
	let sent = 0;
	async function* source() {
		for (let from = 0; from < count; from += 500) {
			sent = Math.min(from + 500, count);
			yield { profiles: people(from, sent, version).map((person) => ({ ...person, nickname: noise() })) };
		}
	}
	try {
		return { ended: await current().replace(source(), { share: () => sent / count }) };
	} catch (error) {
		const { code, message, missingBytes } = error as { code?: string; message: string; missingBytes?: number };
		return { code, message, missingBytes };
	}
}

/** What is kept: how many, of which version, by columns and as they came. */
async function look(): Promise<object> {
	const freshness = await current().check();
	const kept = await current().read(["points", "user_id", "nickname"]);
	const points = kept?.table.frame.members.get("points")?.column;
	const versions = new Set<number>();
	const count = kept?.table.size ?? 0;
	for (let row = 0; row < count; row++) versions.add(Math.floor((points?.at(row) as number) / 1_000));
	const raw = (await kept?.raw([0, count - 1])) as readonly (Person | undefined)[] | undefined;
	return { freshness, count, versions: [...versions], raw: raw?.map((person) => person && Math.floor(person.points / 1_000)) };
}

Object.assign(globalThis, {
	proof: {
		live,
		verify,
		openAs,
		plant,
		fill,
		look,
		wipe: () => current().wipe(),
		databasesOf,
	},
});
