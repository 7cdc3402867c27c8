// And, or and not over tests. As with lanes, each copy of this text is optimised by itself: nested conditions use one copy a level, so that
// an `or` inside an `and` inside an `or` still becomes one piece of machine code. `lanes.generated.ts` holds the copies.
import type { Test } from "./data.ts";

export interface Connective {
	readonly two: (a: Test, b: Test) => Test;
	readonly three: (a: Test, b: Test, c: Test) => Test;
	readonly four: (a: Test, b: Test, c: Test, d: Test) => Test;
	readonly many: (tests: readonly Test[]) => Test;
}

export interface Level {
	readonly and: Connective;
	readonly or: Connective;
	readonly not: (test: Test) => Test;
}

export function level(): Level {
	return {
		and: {
			two: (a, b) => (data) => a(data) && b(data),
			three: (a, b, c) => (data) => a(data) && b(data) && c(data),
			four: (a, b, c, d) => (data) => a(data) && b(data) && c(data) && d(data),
			many: (tests) => (data) => {
				for (const test of tests) if (!test(data)) return false;
				return true;
			},
		},
		or: {
			two: (a, b) => (data) => a(data) || b(data),
			three: (a, b, c) => (data) => a(data) || b(data) || c(data),
			four: (a, b, c, d) => (data) => a(data) || b(data) || c(data) || d(data),
			many: (tests) => (data) => {
				for (const test of tests) if (test(data)) return true;
				return false;
			},
		},
		not: (test) => (data) => !test(data),
	};
}
