// What is done to a business one operation after another, the same for a seed wherever it is worked out: whoever kills the one that does it
// knows what may be there afterwards.
import { type Person, people, person } from "./people.ts";

export type Operation =
	| { readonly kind: "replace"; readonly people: readonly Person[] }
	| { readonly kind: "change"; readonly people: readonly Person[]; readonly removed: readonly string[] }
	| { readonly kind: "wipe" };

export interface HistoryOptions {
	/** Whether nothing is there before. */
	readonly isFirst: boolean;
	/** Profiles of a first load: enough to be shown before it ends. */
	readonly firstLoad: number;
	/** The first operation's; each has another, which all its profiles carry. */
	readonly version: number;
	readonly length: number;
}

/** The first operation of an empty business loads it; the others follow at random. */
export function history(random: () => number, { isFirst, firstLoad, version, length }: HistoryOptions): readonly Operation[] {
	let count = 0;
	let isEmpty = isFirst;
	return Array.from({ length }, (_, index): Operation => {
		const mark = version + index;
		const dice = random();
		if (isEmpty || dice < 0.5) {
			count = isEmpty ? firstLoad : 200 + Math.floor(random() * 400);
			isEmpty = false;
			return { kind: "replace", people: people(0, count, mark) };
		}
		if (dice < 0.9) {
			const from = Math.floor(random() * count);
			const removed = [person(Math.floor(random() * 200)).user_id];
			const changed = people(from, from + 60, mark).filter(({ user_id }) => !removed.includes(user_id));
			return { kind: "change", people: changed, removed };
		}
		isEmpty = true;
		return { kind: "wipe" };
	});
}

/** Everybody who is there after an operation, in the order of the rows. */
export function after(before: readonly Person[], operation: Operation): readonly Person[] {
	if (operation.kind === "wipe") return [];
	if (operation.kind === "replace") return operation.people;
	const gone = new Set([...operation.people.map(({ user_id }) => user_id), ...operation.removed]);
	return [...before.filter(({ user_id }) => !gone.has(user_id)), ...operation.people];
}

/** A number from 0 to 1 at each call, the same for the same seed. Source: Tommy Ettinger, "mulberry32". */
export function randomOf(seed: number): () => number {
	let state = seed | 0;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}
