// The page's half of a host's iterable: takes profiles out of it a few milliseconds at a time, and sends them as NDJSON bytes while they are wanted.
import { jsonOf } from "../store/json-of.ts";
import { nextTask } from "../platform/next-task.ts";
import { StoreError } from "../store/store-error.ts";
import type { IterableSource } from "../store/sources/source.ts";

/** Longest work between two pauses, in milliseconds. */
const sliceMs = 6;

/** UTF-16 units of a batch: reading it is a few milliseconds' work too. */
const maxUnits = 2 ** 18;

type Profiles = Iterator<unknown> | AsyncIterator<unknown>;

export interface FeederPost {
	batch(bytes: ArrayBuffer): void;
	/** `error` is what the iterable threw. */
	noMore(error?: unknown): void;
}

export class Feeder {
	/** What the iterable threw. */
	failure: { readonly error: unknown } | undefined;
	readonly #profiles: IterableSource["profiles"];
	readonly #post: FeederPost;
	#iterator: Profiles | undefined;
	/** What the iterable gave last, and how far it is sent: an array may hold more than one batch. */
	#array: readonly unknown[] = [];
	#at = 0;
	#wanted = 0;
	#wake: (() => void) | undefined;
	#isOver = false;

	constructor(profiles: IterableSource["profiles"], post: FeederPost) {
		this.#profiles = profiles;
		this.#post = post;
	}

	want(batches: number): void {
		this.#wanted += batches;
		this.#wake?.();
		if (!this.#iterator && !this.#isOver) void this.#feed();
	}

	/** Tells the iterable that nobody wants the rest. */
	stop(): void {
		if (this.#isOver) return;
		this.#isOver = true;
		this.#array = [];
		this.#wake?.();
		this.#leave();
	}

	#leave(): void {
		// What it throws while it tidies up has nobody to be told.
		void (async () => this.#iterator?.return?.())().catch(() => undefined);
	}

	async #feed(): Promise<void> {
		try {
			const iterator = iteratorOf(this.#profiles);
			this.#iterator = iterator;
			for (;;) {
				while (this.#wanted === 0 && !this.#isOver) await this.#untilWanted();
				if (this.#isOver) return;
				const { bytes, isLast } = await this.#batchOf(iterator);
				if (this.#isOver) return;
				this.#wanted--;
				this.#post.batch(bytes);
				if (isLast) break;
				await nextTask();
			}
			this.#isOver = true;
			this.#post.noMore();
		} catch (error) {
			if (this.#isOver) return;
			if (error instanceof StoreError) this.stop();
			this.#isOver = true;
			this.failure = { error };
			this.#post.noMore(error);
		}
	}

	async #batchOf(iterator: Profiles): Promise<{ readonly bytes: ArrayBuffer; readonly isLast: boolean }> {
		let lines = "";
		let isLast = false;
		for (const end = performance.now() + sliceMs; lines.length < maxUnits && performance.now() < end && !this.#isOver; ) {
			if (this.#at < this.#array.length) {
				lines += `${jsonOf(this.#array[this.#at++])}\n`;
				continue;
			}
			const next = iterator.next();
			// An iterator that has its profiles at hand is not made to wait for each.
			const { done, value } = "then" in next ? await next : next;
			if (done) {
				this.#array = [];
				isLast = true;
				break;
			}
			const given = value instanceof Promise ? await this.#outcome(value) : value;
			this.#array = Array.isArray(given) ? given : [given];
			this.#at = 0;
		}
		return { bytes: new TextEncoder().encode(lines).buffer, isLast };
	}

	/** As of an array of promises. The iterator does not hear of one that is rejected. */
	async #outcome(profile: Promise<unknown>): Promise<unknown> {
		try {
			return await profile;
		} catch (error) {
			this.#leave();
			throw error;
		}
	}

	#untilWanted(): Promise<void> {
		return new Promise((resolve) => {
			this.#wake = resolve;
		});
	}
}

function iteratorOf(profiles: IterableSource["profiles"]): Profiles {
	if (typeof profiles === "object" && profiles !== null) {
		if (Symbol.asyncIterator in profiles) return profiles[Symbol.asyncIterator]();
		if (Symbol.iterator in profiles) return profiles[Symbol.iterator]();
	}
	throw new TypeError("The profiles cannot be gone through: give an array, or something with an iterator.");
}
