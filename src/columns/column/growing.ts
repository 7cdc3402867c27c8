// Arrays that grow by a part of what they are, so that appending costs a constant time a row.

interface Growable {
	readonly length: number;
}

const firstCapacity = 64;

/**
 * Up to this an array becomes four times as long, which is soon done and wastes little: what nobody writes to takes no memory yet. Then longer by
 * half. A chunk of columns has 65,536 rows, and its collections a few times as many elements.
 */
const smallCapacity = 2 ** 18;

/** The same content in an array with room for at least `needed`. */
function grown<T extends Growable & { set(from: T): void }>(array: T, needed: number, make: (capacity: number) => T): T {
	if (needed <= array.length) return array;
	const { length } = array;
	const larger = make(Math.max(needed, firstCapacity, length < smallCapacity ? length * 4 : Math.ceil(length * 1.5)));
	larger.set(array);
	return larger;
}

/** The first `length` values in an array of just that length: the same array where there is nothing to give back. */
export const trimmed = <T extends Growable & { slice(from: number, to: number): T }>(array: T, length: number): T =>
	array.length === length ? array : array.slice(0, length);

export const grownIntegers = (array: Int32Array, needed: number): Int32Array => grown(array, needed, (size) => new Int32Array(size));
export const grownDoubles = (array: Float64Array, needed: number): Float64Array => grown(array, needed, (size) => new Float64Array(size));
export const grownBytes = (array: Uint8Array, needed: number): Uint8Array => grown(array, needed, (size) => new Uint8Array(size));
export const grownShorts = (array: Uint16Array, needed: number): Uint16Array => grown(array, needed, (size) => new Uint16Array(size));
