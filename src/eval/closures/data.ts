// The data that closures read. A closure is never given null or undefined, so that reading a property needs no check and costs what it
// costs in hand-written code; empty objects stand in for the two, and become themselves again where a rule reads the data as a whole.

/** Anything but null and undefined; reading a property of it never throws for being nothing. */
export type Data = { readonly [name: string]: unknown };

/** A rule as a function. */
export type Value = (data: Data) => unknown;

/** A rule as the truth of its answer, by JSON Logic's notion: an empty list is false. */
export type Test = (data: Data) => boolean;

/** A question about one value, for example "is it less than 5?". */
export type ValueTest = (value: unknown) => boolean;

// A class of its own gives an object without inherited names that engines still treat as an ordinary one; `Object.create(null)` does not.
class Nothing {}
Reflect.deleteProperty(Nothing.prototype, "constructor");
Object.setPrototypeOf(Nothing.prototype, null);

/** Stands in for null; every name reads as undefined. */
export const nothing: Data = Object.freeze(new Nothing()) as unknown as Data;

/** Stands in for undefined. */
export const absent: Data = Object.freeze(new Nothing()) as unknown as Data;

/** The data as closures want it. */
export function enter(data: unknown): Data {
	return (data ?? (data === null ? nothing : absent)) as Data;
}

/** The data as the caller gave it. */
export function leave(data: Data): unknown {
	return data === nothing ? null : data === absent ? undefined : data;
}

/** JSON Logic's truth: as JavaScript's, but an empty list is false. */
export function isTruthy(value: unknown): boolean {
	return typeof value === "boolean" ? value : Array.isArray(value) && value.length === 0 ? false : !!value;
}
