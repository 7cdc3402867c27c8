// What each operator asks, in a few words: beside it in a completion list, and when it is pointed at.
import type { Operator } from "../syntax/ast.ts";

/** What the test asks of the value, and its exact opposite, which also holds where the value is missing. */
const meanings: Readonly<Record<Operator, readonly [positive: string, negative: string]>> = {
	true: ["is true", "is false or missing"],
	equal: ["is exactly this", "is anything else, or missing"],
	less: ["is smaller", "is not smaller, or missing"],
	"at-most": ["is smaller or the same", "is larger, or missing"],
	greater: ["is larger", "is not larger, or missing"],
	"at-least": ["is larger or the same", "is smaller, or missing"],
	between: ["lies between two values, both included", "lies outside, or is missing"],
	in: ["is one of several values", "is none of several values, or missing"],
	set: ["has a value", "has no value"],
	empty: ["is missing, or has nothing in it", "has something in it"],
	contains: ["has this text somewhere in it", "does not have this text in it, or is missing"],
	"starts-with": ["begins with this text", "begins with something else, or is missing"],
	"ends-with": ["ends with this text", "ends with something else, or is missing"],
	like: ["fits a pattern: * is any characters, ? is one", "does not fit a pattern, or is missing"],
	has: ["holds this item", "does not hold this item"],
	"has-any": ["holds at least one of these items", "holds none of these items"],
	"has-all": ["holds all of these items", "lacks at least one of these items"],
	before: ["is earlier than this day or moment", "is not earlier, or missing"],
	after: ["is later than this day or moment", "is not later, or missing"],
	on: ["falls on this day, or in this month or year", "falls on another day, or is missing"],
	"on-or-before": ["falls on this day or earlier", "falls later, or is missing"],
	"on-or-after": ["falls on this day or later", "falls earlier, or is missing"],
	within: ["falls into this stretch of time", "falls outside this stretch of time, or is missing"],
	anniversary: ["returns on these days, whatever the year", "does not return on these days, or is missing"],
};

export const operatorMeaning = (operator: Operator, negated: boolean): string => meanings[operator][negated ? 1 : 0];
