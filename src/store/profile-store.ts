// The profiles of one business, kept in the browser so that a reload without a network still previews. Nothing of one business can be read
// through another's store: each has databases of its own, and wiping is deleting them.
import type { Table } from "../columns/table.ts";
import { Listeners } from "../platform/listeners.ts";
import { Announcements } from "./announcements.ts";
import { applyChanges, type ChangeOptions } from "./apply-changes.ts";
import { compactProfiles, isRemovedIn, isWorthCompacting } from "./compact-profiles.ts";
import { clearUp, type Dropping, dropKept } from "./drop-kept.ts";
import { type Freshness, freshnessOf, isExpired } from "./freshness.ts";
import { hashOf } from "./hash.ts";
import { dropExpiredResults, dropOpenResults, type KeptResult, keptResult, putResult } from "./kept-results.ts";
import { type KeptSegment, keptSegments, putSegments, removeSegments, sealSegments } from "./kept-segments.ts";
import { type EmptiedBecause, emptied, type Pointer, readPointer, whyEmptied } from "./pointer.ts";
import { profileOf } from "./raw-block.ts";
import { allRawLines, rawProfiles, refuseWrongRows } from "./raw-reader.ts";
import { refuseUnknownMode, type RefreshMode } from "./refresh-mode.ts";
import { withRefreshLock } from "./refresh-lock.ts";
import { type Batch, type ReplaceOptions, replaceProfiles } from "./replace-profiles.ts";
import { type Settings, typedAsOf } from "./settings.ts";
import { sourceBatches } from "./source-batches.ts";
import { knownAs } from "./sources/known-as.ts";
import { openSource } from "./sources/open-source.ts";
import type { ProfileSource } from "./sources/source.ts";
import type { SourceOptions } from "./sources/source-options.ts";
import { pointerOf, type StoreContext } from "./store-context.ts";
import { StoreError, storeErrorFrom } from "./store-error.ts";
import { TableReader } from "./table-reader.ts";
import { pointerKey, type Vault } from "./vault.ts";

export interface KeptProfiles {
	/** Columns of the fields that were asked for, and maybe of others. */
	readonly table: Table;
	readonly freshness: Freshness;
	/**
	 * The profiles of these rows as they came; undefined for those that are not kept so. Rejects with a RangeError for a row that is no whole
	 * number from 0 on. Cost: the blocks of 256 that hold them.
	 */
	raw(rows: readonly number[]): Promise<readonly unknown[]>;
}

export interface RefreshOptions
	extends Pick<ChangeOptions, "signal" | "onProgress" | "removedWhen">,
		Pick<SourceOptions, "limits" | "baseUrl" | "onWait" | "fetch"> {
	/** `"replace"`: these are all profiles there are. `"changes"`: those that are new or other than before, by `user_id`. Default `"replace"`. */
	readonly mode?: RefreshMode | undefined;
}

export type StoreEvent =
	/** There are other profiles than before, or none any more. */
	| { readonly kind: "freshness"; readonly freshness: Freshness }
	| { readonly kind: "segments" }
	/** Newer code of this site is open in another tab: this page reads and writes nothing until it is loaded again. */
	| { readonly kind: "outdated" };

export class ProfileStore {
	readonly #name: string;
	readonly #context: StoreContext;
	readonly #announcements: Announcements;
	readonly #reader: TableReader;
	readonly #listeners = new Listeners<StoreEvent>();
	/** Ends what writes, when everything is to be deleted. */
	#writing = new AbortController();
	#freshness: Freshness = { kind: "empty" };
	#isDisposed = false;

	/** Use `openStore`. */
	constructor(name: string, settings: Settings, makeVault: (onOutdated: () => void) => Vault) {
		this.#name = name;
		this.#context = { vault: makeVault(() => this.#listeners.tell({ kind: "outdated" })), settings };
		this.#reader = new TableReader(this.#context);
		this.#announcements = new Announcements(name, (announcement) => {
			if (announcement === "segments") this.#listeners.tell({ kind: "segments" });
			else if (announcement === "wiping") {
				this.#letGo();
				void this.#context.vault.forget();
			} else if (announcement === "wiped") this.#see(undefined, "wiped");
			else this.check().catch((error: unknown) => this.#tellOutdated(error));
		});
	}

	/** False where the browser keeps nothing for this page: the profiles live in memory and go with it. */
	get kept(): boolean {
		return this.#context.vault.kept;
	}

	/** As far as this tab knows; `check` looks. */
	get freshness(): Freshness {
		return this.#freshness;
	}

	/** Calls `listener` after every change, whichever tab made it; returns what ends that. */
	subscribe(listener: (event: StoreEvent) => void): () => void {
		return this.#listeners.add(listener);
	}

	/** Looks what is kept, and deletes what may not be kept any more. Rejects with a StoreError. */
	async check(): Promise<Freshness> {
		let [value] = await this.#context.vault.head.get([pointerKey]);
		const pointer = readPointer(value);
		if (pointer && this.#unwanted(pointer)) {
			const { because, found } = await this.#empty((present) => this.#unwanted(present));
			if (because) return this.#freshness;
			// Somebody was faster: what is there now may stay.
			value = found;
		}
		const present = readPointer(value);
		const emptiedBecause = present ? undefined : whyEmptied(value);
		this.#see(present, emptiedBecause);
		if (!present) await this.#clearUp().catch(() => undefined);
		return this.#freshness;
	}

	/** Sees to what is kept beside the profiles: answers that are too old, and what was kept while there was no key. `openStore` calls it. */
	async tendTheRest(): Promise<void> {
		await dropExpiredResults(this.#context);
		if (!this.#context.settings.seal.isEncrypted) return;
		await sealSegments(this.#context);
		if (await dropOpenResults(this.#context)) await this.#context.vault.sweep();
	}

	/**
	 * What is kept now, with at least these fields as columns; fields that are left out have none. Undefined when nothing is kept. While nothing
	 * changes, it is the same table. Rejects with a StoreError: what is `damaged` is dropped, and has to be fetched again.
	 */
	async read(fields: readonly string[]): Promise<KeptProfiles | undefined> {
		try {
			const read = await this.#reader.read(fields);
			if (read && !this.#unwanted(read.pointer)) {
				const { pointer, table } = read;
				this.#see(pointer);
				return { table, freshness: freshnessOf(pointer), raw: (rows) => this.#raw(pointer, rows) };
			}
			await this.check();
			return undefined;
		} catch (error) {
			const told = storeErrorFrom(error);
			if (told.code === "damaged") await this.#dropDamaged(told.revision);
			throw told;
		}
	}

	/**
	 * Puts these profiles in the place of all that were there, or, when anything goes wrong, changes nothing; while there is nothing, what has come
	 * so far is there as `partial`. Other tabs wait for their turn. Rejects with a StoreError, with the signal's reason, or with what `batches` throws.
	 */
	replace(batches: AsyncIterable<Batch> | Iterable<Batch>, options: ReplaceOptions = {}): Promise<Freshness> {
		return this.#write(options.signal, (signal) => this.#replace(batches, { ...options, signal }));
	}

	/**
	 * Puts each of these profiles in the place of the one with its user_id, or beside the others. Much cheaper than `replace` for few profiles; from
	 * time to time all columns are written anew. Rejects as `replace` does, and with `nothing` and `no-ids`.
	 */
	change(batches: AsyncIterable<Batch> | Iterable<Batch>, options: ChangeOptions = {}): Promise<Freshness> {
		return this.#write(options.signal, (signal) => this.#change(batches, { ...options, signal }));
	}

	/**
	 * Fetches profiles from where they come: all of them, or those that changed. A URL that has not changed since is asked and not read again. Rejects
	 * as `replace` and `change` do, with a SourceError, and with a RangeError for an unknown mode and for limits that are no numbers from 0 on; what was
	 * there before is there still.
	 */
	async refresh(source: ProfileSource, options: RefreshOptions = {}): Promise<Freshness> {
		const { mode = "replace", signal: own, onProgress, removedWhen, ...asked } = options;
		refuseUnknownMode(mode);
		return this.#write(own, async (stopped) => {
			// Only a URL is asked whether it has changed; an iterable may hold a million profiles, which nobody wants as one text.
			const name = source?.kind === "url" && mode === "replace" ? await hashOf(knownAs(source, asked)) : undefined;
			const known = name === undefined ? undefined : await this.#knownOf(name);
			const validators = known?.validators;
			let share: number | undefined;
			const over = new AbortController();
			const signal = AbortSignal.any([stopped, over.signal]);
			try {
				const opened = await openSource(source, {
					...asked,
					signal,
					keepTexts: this.#context.settings.keepRaw,
					// No changes are no mistake.
					mayBeEmpty: mode === "changes",
					...(validators && { validators }),
					onProgress: ({ bytesRead, totalBytes }) => {
						share = totalBytes ? Math.min(1, bytesRead / totalBytes) : undefined;
					},
				});
				if (opened.kind === "unchanged") return await this.#confirm(known?.revision);
				const batches = sourceBatches(opened.batches, this.#context.settings);
				const given = {
					...{ signal, onProgress, share: () => share },
					end: () => ({ problems: opened.problems.count, validators: opened.validators }),
				};
				return await (mode === "changes"
					? this.#change(batches, { ...given, removedWhen })
					: this.#replace(batches, { ...given, source: name }));
			} finally {
				// A server that has answered, and that nobody came to read, would hold its connection for good.
				over.abort();
			}
		});
	}

	/** All profiles as they came, some hundreds at a time; of one revision, whatever happens meanwhile. Rejects with StoreError `replaced` when it is gone. */
	async *profiles(): AsyncGenerator<readonly unknown[]> {
		const read = await this.#reader.read([]);
		if (!read || !(await this.#mayBeSeen(read.pointer))) return;
		try {
			for await (const lines of allRawLines(this.#context, read.pointer, isRemovedIn(read.table.removedRows?.slice()))) {
				yield lines.map(profileOf);
			}
		} catch (error) {
			const isSame = (await pointerOf(this.#context))?.revision === read.pointer.revision;
			throw isSame ? await this.#rawError(read.pointer, error) : new StoreError("replaced", { cause: error });
		}
	}

	/** Those that can be read: the others are in `unreadableSegments`. */
	async segments(): Promise<readonly KeptSegment[]> {
		return (await keptSegments(this.#context)).segments;
	}

	/**
	 * Ids of the segments that were kept with another key, or are damaged. They stay until they are put anew or removed: the right key reads them
	 * again.
	 */
	async unreadableSegments(): Promise<readonly string[]> {
		return (await keptSegments(this.#context)).unreadable;
	}

	async putSegments(segments: readonly KeptSegment[]): Promise<void> {
		this.#refuseDisposed();
		await putSegments(this.#context, segments);
		this.#announcements.say("segments");
		this.#listeners.tell({ kind: "segments" });
	}

	async removeSegments(ids: readonly string[]): Promise<void> {
		this.#refuseDisposed();
		await removeSegments(this.#context, ids);
		this.#announcements.say("segments");
		this.#listeners.tell({ kind: "segments" });
	}

	/** The last answer to a question, whatever profiles it is true of, unless these may not be kept any longer, or it was kept with another key. */
	async result(question: string): Promise<KeptResult | undefined> {
		const pointer = await pointerOf(this.#context);
		if (pointer && !(await this.#mayBeSeen(pointer))) return undefined;
		return keptResult(this.#context, question);
	}

	async putResult(question: string, result: KeptResult): Promise<void> {
		this.#refuseDisposed();
		return putResult(this.#context, question, result);
	}

	/**
	 * Deletes everything of this business, from the disk too, and stops what writes in any tab. For when a person logs out. A browser may take some
	 * seconds more to clear up its own files. Rejects with StoreError `blocked` when a page does not let go of its part within 10 seconds: what is
	 * left then is deleted when that page closes.
	 */
	async wipe(): Promise<void> {
		this.#announcements.say("wiping");
		this.#letGo();
		await this.#markWiped().catch(() => undefined);
		const wipe = (): Promise<void> => this.#context.vault.wipe().catch(rethrow);
		// Whoever refreshes has been told to stop; one that does not has its lock taken away, and its databases.
		await withRefreshLock(this.#name, { signal: AbortSignal.timeout(mostPatienceMs) }, wipe).catch(async (error: unknown) => {
			if (!(error instanceof DOMException && error.name === "TimeoutError")) throw error;
			await withRefreshLock(this.#name, { steal: true }, wipe);
		});
		this.#announcements.say("wiped");
		this.#see(undefined, "wiped");
	}

	/** From here on a wipe that is killed goes on when the store is opened next. */
	async #markWiped(): Promise<void> {
		const { head } = this.#context.vault;
		await head.update(pointerKey, () => emptied("wiped"));
		await head.remove([["segment"]]);
	}

	/** What nobody points to, where nothing is kept. Whoever has the lock refreshes, which clears up, or wipes. */
	async #clearUp(): Promise<void> {
		await withRefreshLock(this.#name, { ifFree: true }, (_, isLocked) => clearUp(this.#context, isLocked));
	}

	/** Lets go of the databases; what is being written is rejected with StoreError `closed`. The store can be used again. */
	close(): void {
		this.#writing.abort(new StoreError("closed"));
		this.#writing = new AbortController();
		this.#reader.reset();
		this.#context.vault.close();
	}

	/** Closes, and tells of no more events, from this tab or another. What would write from then on is rejected with StoreError `disposed`; a wipe works. */
	dispose(): void {
		this.#isDisposed = true;
		this.close();
		this.#listeners.clear();
		this.#announcements.close();
	}

	async #replace(batches: AsyncIterable<Batch> | Iterable<Batch>, options: ReplaceOptions): Promise<Freshness> {
		const onMoved = (moved: Pointer): void => this.#moved(moved, options.onMoved);
		return freshnessOf(await replaceProfiles(this.#context, batches, { ...options, onMoved }));
	}

	async #change(
		batches: AsyncIterable<Batch> | Iterable<Batch>,
		options: ChangeOptions & { readonly signal: AbortSignal },
	): Promise<Freshness> {
		const whole = await this.#reader.read(["user_id"]);
		if (!whole) throw new StoreError("nothing");
		const onMoved = (moved: Pointer): void => this.#moved(moved, options.onMoved);
		const { pointer, removed } = await applyChanges(this.#context, whole, batches, { ...options, onMoved });
		// Answers hold samples of people.
		if (removed > 0) {
			await this.#context.vault.dropResults().catch(() => undefined);
			await this.#context.vault.sweep();
		}
		if (!isWorthCompacting(this.#context, pointer)) return freshnessOf(pointer);
		// The changes are there. Where writing all anew fails, for want of room, the next changes try again.
		const compacted = await compactProfiles(this.#context, pointer, options.signal).catch(() => undefined);
		if (compacted) onMoved(compacted);
		return freshnessOf(compacted ?? pointer);
	}

	/** What is kept of a source, to ask it for what is newer; nothing where all has to be read anyway, since it cannot be read here or would be typed otherwise. */
	async #knownOf(source: string): Promise<Pointer | undefined> {
		const { settings } = this.#context;
		const pointer = await pointerOf(this.#context);
		if (!pointer?.isComplete || pointer.source !== source || pointer.typedAs !== (await typedAsOf(settings))) return undefined;
		if (pointer.isEncrypted !== settings.seal.isEncrypted) return undefined;
		const read = await this.#reader.read([]).catch(() => undefined);
		return read?.pointer.revision === pointer.revision ? pointer : undefined;
	}

	/** The source has what was kept when it was asked. */
	async #confirm(revision: string | undefined): Promise<Freshness> {
		const now = this.#context.settings.now();
		const pointer = await this.#context.vault.head.update(pointerKey, (value) => {
			const before = readPointer(value);
			if (!before || before.revision !== revision) throw new StoreError("replaced");
			return { ...before, asOf: now, fetchedAt: now };
		});
		if (pointer) this.#moved(pointer, undefined);
		return freshnessOf(pointer);
	}

	/** Other tabs would not hear of what it writes. */
	#refuseDisposed(): void {
		if (this.#isDisposed) throw new StoreError("disposed");
	}

	async #write<T>(signal: AbortSignal | undefined, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
		this.#refuseDisposed();
		const either = signal ? AbortSignal.any([signal, this.#writing.signal]) : this.#writing.signal;
		try {
			const withLock = (taken: AbortSignal): Promise<T> => work(AbortSignal.any([either, taken]));
			return (await withRefreshLock(this.#name, { signal: either }, withLock)) as T;
		} catch (error) {
			either.throwIfAborted();
			// Profiles as they came may have made room, and more may be gone.
			await this.check().catch((also: unknown) => this.#tellOutdated(also));
			throw error;
		}
	}

	async #raw(pointer: Pointer, rows: readonly number[]): Promise<readonly unknown[]> {
		refuseWrongRows(rows);
		if (!(await this.#mayBeSeen(pointer))) return rows.map(() => undefined);
		try {
			return await rawProfiles(this.#context, pointer, rows);
		} catch (error) {
			if ((await pointerOf(this.#context))?.revision !== pointer.revision) return rows.map(() => undefined);
			throw await this.#rawError(pointer, error);
		}
	}

	/** Of a shelf that is what it was, and cannot be read. */
	async #rawError({ revision }: Pointer, error: unknown): Promise<StoreError> {
		const told = storeErrorFrom(error);
		if (told.code !== "damaged") return told;
		await this.#dropDamaged(revision);
		return new StoreError("damaged", { cause: error });
	}

	/** False for what may not be kept any longer, which is then dropped. A source may have confirmed it since the pointer was read. */
	async #mayBeSeen(pointer: Pointer): Promise<boolean> {
		if (!this.#unwanted(pointer)) return true;
		const now = await this.check();
		return now.kind !== "empty" && now.revision === pointer.revision;
	}

	#unwanted(pointer: Pointer): EmptiedBecause | undefined {
		const { retentionMs, now, seal, leftOut } = this.#context.settings;
		if (isExpired(pointer, retentionMs, now())) return "expired";
		// What is kept more openly than the host wants it may not stay.
		if (seal.isEncrypted && !pointer.isEncrypted) return "other-settings";
		return leftOut.some((name) => !pointer.leftOut.includes(name)) ? "other-settings" : undefined;
	}

	/** Only these: whoever has replaced them meanwhile has whole ones. */
	async #dropDamaged(revision: string | undefined): Promise<void> {
		await this.#empty((present) => (present.revision === revision ? "damaged" : undefined)).catch(() => undefined);
	}

	/** Drops what is kept when `judge` says why, with nobody else writing in between. */
	async #empty(judge: (present: Pointer) => EmptiedBecause | undefined): Promise<Dropping> {
		const dropping = await dropKept(this.#context, judge);
		const { because } = dropping;
		if (!because) return dropping;
		this.#reader.reset();
		await this.#clearUp().catch(() => undefined);
		this.#announcements.say("moved");
		this.#see(undefined, because);
		return dropping;
	}

	#moved(pointer: Pointer, told: ((pointer: Pointer) => void) | undefined): void {
		this.#announcements.say("moved");
		this.#see(pointer);
		told?.(pointer);
	}

	#letGo(): void {
		this.#writing.abort(new StoreError("wiped"));
		this.#writing = new AbortController();
		this.#reader.reset();
		this.#see(undefined, "wiped");
	}

	#see(pointer: Pointer | undefined, because?: EmptiedBecause): void {
		const before = this.#freshness;
		const now = freshnessOf(pointer, because);
		this.#freshness = now;
		if (!isSame(before, now)) this.#listeners.tell({ kind: "freshness", freshness: now });
	}

	#tellOutdated(error: unknown): void {
		if (error instanceof StoreError && error.code === "newer") this.#listeners.tell({ kind: "outdated" });
	}
}

/** How long a refresh may take to stop before its lock is taken away, in milliseconds. */
const mostPatienceMs = 5_000;

const isSame = (before: Freshness, now: Freshness): boolean =>
	before.kind === "empty" || now.kind === "empty"
		? before.kind === now.kind
		: now.revision === before.revision && now.hasRaw === before.hasRaw && now.asOf === before.asOf;

function rethrow(error: unknown): never {
	throw storeErrorFrom(error);
}
