// Where the buffers of one business lie: a head, which says what is valid, and a shelf for each generation of profiles. In IndexedDB each
// is a database of its own, because only deleting a database gives its room back at once and leaves nothing readable on the disk.

/** Keys are ordered by their parts. They are no secrets: browsers show them in their tools, and tell other tabs of them. */
export type Key = readonly (string | number)[];

export type Entry = readonly [key: Key, value: unknown];

export interface Shelf {
	/** False before the first use, and once it was closed or deleted, by whomever. */
	readonly isOpen: boolean;
	/** In the order of the keys; undefined for what is not there. */
	get(keys: readonly Key[]): Promise<readonly unknown[]>;
	/** In the order of the keys: everything whose key begins with `prefix` and is longer. */
	list(prefix: Key): Promise<readonly Entry[]>;
	/** All of them or none. */
	put(entries: readonly Entry[]): Promise<void>;
	/** Removes everything whose key is one of these or begins with one. */
	remove(prefixes: readonly Key[]): Promise<void>;
	/** What is read or written next opens it again. */
	close(): void;
}

export interface Head extends Shelf {
	/**
	 * Puts what `change` makes of the value of `key`, with nobody else writing in between; nothing when that is undefined. `change` must not
	 * wait for anything. Rejects with what it throws, and then nothing has changed.
	 */
	update<T>(key: Key, change: (before: unknown) => T | undefined): Promise<T | undefined>;
}

export interface Vault {
	/** False where nothing outlives the page. */
	readonly kept: boolean;
	readonly head: Head;
	/** An empty shelf for a generation that does not exist yet. */
	create(generation: string): Promise<Shelf>;
	/** Undefined when there is no such generation, or not any more. */
	open(generation: string): Promise<Shelf | undefined>;
	/** All that exist, also half-written ones. */
	generations(): Promise<readonly string[]>;
	drop(generation: string): Promise<void>;
	/** The shelf of answers, which hold samples of profiles: apart from the head, so that they can be deleted for good. Undefined when there is none. */
	results(): Promise<Shelf | undefined>;
	/** The same, made where there is none. */
	createResults(): Promise<Shelf>;
	dropResults(): Promise<void>;
	/** Sees to it that the browser clears the bytes of what was dropped off the disk. Best effort. */
	sweep(): Promise<void>;
	/** Another tab removes everything: what only this page has goes with it. */
	forget(): Promise<void>;
	/** Removes everything, from the disk too. */
	wipe(): Promise<void>;
	close(): void;
}

/** Called in each transaction that writes to a head, with the value of the pointer: throws when this code must not write any more. */
export type WriteGuard = (pointer: unknown) => void;

export const pointerKey: Key = ["pointer"];

export const beginsWith = (key: Key, prefix: Key): boolean => prefix.every((part, index) => key[index] === part);
