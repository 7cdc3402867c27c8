// Reading one name of the data, fused with the tests that rules make most. JavaScript engines optimise the *text* of a property read: the
// same text that has seen several names, or objects of several shapes, takes the slow way for all of them. So every name gets a copy of
// this text to itself, and reads as fast as `data.country` written by hand, also when hundreds of rules are alive.
// `lanes.generated.ts` holds the copies; test/bench/eval-generate.ts writes them.
import { type Data, nothing, type Test, type Value, type ValueTest } from "./data.ts";

/** Closures that read one name. In all of them a missing value and null are the same, and "is" tests are false for both. */
export interface Lane {
	/** The value; `fallback` where there is none. Null is a value. */
	read(fallback: unknown): Value;
	/** Descends: `inner` gets the value as its data. */
	within<Answer>(inner: (data: Data) => Answer): (data: Data) => Answer;
	/** `test` of the value, or of null where it is missing. */
	satisfies(test: ValueTest): Test;
	isTruthy(): Test;
	isSet(): Test;
	isNotSet(): Test;
	/** `constant` is neither null nor undefined. */
	isEqual(constant: unknown): Test;
	isNotEqual(constant: unknown): Test;
	isLess(constant: number): Test;
	isAtMost(constant: number): Test;
	isGreater(constant: number): Test;
	isAtLeast(constant: number): Test;
	isBetween(low: number, high: number): Test;
}

/** A number as the key of a list is the same property as its digits. */
export function lane(name: string | number): Lane {
	return {
		read: (fallback) => (data) => {
			const value = data[name];
			return value === undefined ? fallback : value;
		},
		within: (inner) => (data) => inner((data[name] ?? nothing) as Data),
		satisfies: (test) => (data) => {
			const value = data[name];
			return test(value === undefined ? null : value);
		},
		isTruthy: () => (data) => {
			const value = data[name];
			if (value === true) return true;
			return Array.isArray(value) && value.length === 0 ? false : !!value;
		},
		isSet: () => (data) => {
			const value = data[name];
			return value !== null && value !== undefined;
		},
		isNotSet: () => (data) => {
			const value = data[name];
			return value === null || value === undefined;
		},
		isEqual: (constant) => (data) => data[name] === constant,
		isNotEqual: (constant) => (data) => data[name] !== constant,
		isLess: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) < constant;
		},
		isAtMost: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) <= constant;
		},
		isGreater: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) > constant;
		},
		isAtLeast: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) >= constant;
		},
		isBetween: (low, high) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return low <= (value as number) && (value as number) <= high;
		},
	};
}
