// Profiles that the host gives.
import { whyNoProfile } from "../../formats/json-text.ts";
import { Problems } from "../../formats/problems.ts";
import type { Profile } from "../../formats/profile-batch.ts";
import { nextTask } from "../../platform/next-task.ts";
import { badSource } from "./address.ts";
import { throwIfAllRefused } from "./no-profiles.ts";
import type { SourceBatch, SourceProfiles } from "./opened-source.ts";
import { Patience } from "./patience.ts";
import type { IterableSource } from "./source.ts";
import type { SourceOptions } from "./source-options.ts";

/** Items that the host gives, of which some may be no profiles. */
const batchSize = 256;

export function openIterable({ profiles }: IterableSource, options: SourceOptions): SourceProfiles {
	const patience = new Patience(options);
	const problems = new Problems({ shownProblems: patience.limits.shownProblems });
	const items = itemsOf(profiles, patience);
	return { kind: "profiles", batches: batchesOf(items, problems, patience), validators: {}, totalBytes: undefined, problems };
}

/** Only what is a profile; the rest goes to `problems` by its number, which counts from 1 over all. */
export class ProfileFilter {
	readonly #problems: Problems;
	#number = 0;

	constructor(problems: Problems) {
		this.#problems = problems;
	}

	isProfile(value: unknown): value is Profile {
		this.#number++;
		const why = whyNoProfile(value);
		if (why === undefined) return true;
		this.#problems.add("not-a-profile", { unit: "element", number: this.#number }, `Element ${this.#number} ${why}.`);
		return false;
	}
}

async function* batchesOf(
	items: Iterable<unknown> | AsyncIterable<unknown>,
	problems: Problems,
	patience: Patience,
): AsyncGenerator<SourceBatch> {
	const filter = new ProfileFilter(problems);
	let batch: Profile[] = [];
	let given = 0;
	/** Since the last batch, profiles or not. */
	let taken = 0;
	const take = (): SourceBatch => {
		const profiles = batch;
		given += profiles.length;
		batch = [];
		return { kind: "profiles", untyped: false, profiles };
	};
	for await (const item of items) {
		const some: readonly unknown[] = Array.isArray(item) ? item : [item];
		for (const one of some) if (filter.isProfile(one)) batch.push(one);
		taken += Math.max(1, some.length);
		if (taken < batchSize) continue;
		taken = 0;
		if (batch.length > 0) yield take();
		// Whoever takes a batch gives the page its turn; of items that are no profiles nobody takes any.
		else await nextTask();
		patience.throwIfCancelled();
	}
	if (batch.length > 0) yield take();
	if (given === 0) throwIfAllRefused(problems);
}

function itemsOf(profiles: Iterable<unknown> | AsyncIterable<unknown>, patience: Patience): Iterable<unknown> | AsyncIterable<unknown> {
	if (isObject(profiles) && Symbol.asyncIterator in profiles) return cancellable(profiles, patience);
	if (isObject(profiles) && Symbol.iterator in profiles) return profiles;
	throw badSource("The source's profiles cannot be gone through: give an array, or something with an iterator.");
}

const isObject = (value: unknown): boolean => typeof value === "object" && value !== null;

/** Does not wait for a host that has stopped giving. */
async function* cancellable(profiles: AsyncIterable<unknown>, patience: Patience): AsyncGenerator<unknown> {
	const iterator = profiles[Symbol.asyncIterator]();
	let ended = false;
	try {
		for (;;) {
			patience.throwIfCancelled();
			const next = await patience.untilCancelled(iterator.next());
			if (next.done === true) {
				ended = true;
				return;
			}
			yield next.value;
		}
	} finally {
		// Not waited for: a generator that hangs would hang here too.
		if (!ended) iterator.return?.().then(undefined, () => undefined);
	}
}
