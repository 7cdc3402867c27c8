// The names of buffers on the shelves of a generation, and what each is bound to.
import type { Key } from "./vault.ts";

export const columnKey = (chunk: string, field: string): Key => ["column", chunk, field];
export const rawKey = (chunk: string, block: number): Key => ["raw", chunk, block];
export const isRaw = (key: Key): boolean => key[0] === "raw";
export const manifestKey = (revision: string): Key => ["manifest", revision];

/** What a buffer is bound to when it is encrypted: its place. */
export const placeOf = (key: Key): string => JSON.stringify(key);
