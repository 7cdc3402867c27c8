// What a raw value is, asked in stock JSON Logic. Nothing here throws for any JSON: turning an object into text or a number throws where
// it has a key "toString", so a value is converted only after it is known to be text or a number.
import { variable } from "../environment.ts";
import type { Rule } from "../rule.ts";

/**
 * The value has the constructor of the sample: json-logic-js's `var` sees what JavaScript values inherit, and no JSON can hold a function
 * that would pass for it. Where `var` does not see that, both are null and the answer is true: what follows must ask again.
 */
const isLike = (sample: string | number, x: Rule): Rule => ({
	reduce: [[sample], { "===": [variable("current.constructor"), variable("accumulator.constructor")] }, x],
});

export const isText = (x: Rule): Rule => ({ and: [isLike("", x), { "===": [{ cat: [x] }, x] }] });

const isNumber = (x: Rule): Rule => ({ and: [isLike(0, x), { "===": [{ "+": [x] }, x] }] });

const largest = Number.MAX_SAFE_INTEGER;

/** What a number field takes for a number; with `decimals` its whole number of smallest units must be one too. */
export function isUsableNumber(x: Rule, decimals = 0): Rule {
	const units: Rule = decimals === 0 ? x : { "*": [x, 10 ** decimals] };
	return { and: [isLike(0, x), { "===": [{ "+": [x] }, x] }, { "<=": [-largest, units, largest] }] };
}

export const isUsableText = (x: Rule): Rule => ({ and: [isLike("", x), { "===": [{ cat: [x] }, x] }, isWellFormed(x)] });

export const isBoolean = (x: Rule): Rule => ({ in: [x, [true, false]] });

/** A list, also an empty one: that is the only falsy value that is none of the others. */
export const isList = (x: Rule): Rule => ({
	or: [{ some: [x, true] }, { and: [{ "!": [x] }, { "!": [{ in: [x, ["", 0, false, null]] }] }] }],
});

/** No list, no text, no number, no truth. */
export const isObject = (x: Rule): Rule => ({
	and: [{ "!!": [x] }, { "!==": [x, true] }, { "!": [{ some: [x, true] }] }, { "!": [isText(x)] }, { "!": [isNumber(x)] }],
});

/** Text longer than this is longer than JavaScript's texts can be: 2^30. */
const doublings = 30;

/**
 * A text holds no NUL and no half of a character. JSON Logic has no loop over a text, so one is made: a list is doubled until it is no
 * shorter than the text, and a reduce over that list takes off one UTF-16 unit a step. About 3 µs a unit.
 */
function isWellFormed(x: Rule): Rule {
	const [text, list] = [variable("accumulator.0"), variable("accumulator.1")];
	const isShorter: Rule = { "<": [variable("accumulator.1.length"), variable("accumulator.0.length")] };
	const doubled: Rule = { if: [isShorter, { merge: [list, list] }, list] };
	const withList: Rule = { reduce: [Array.from({ length: doublings }, () => 0), [text, doubled], [x, [0]]] };
	const walked: Rule = { reduce: [[withList], { reduce: [variable("current.1"), step, [variable("current.0"), false, true]] }, null] };
	return { some: [[walked], { and: [variable("2"), { "!": [variable("1")] }] }] };
}

const unit: Rule = { substr: [variable("accumulator.0"), 0, 1] };
// The bounds are whole characters: a half of one in a rule could not be stored everywhere. A unit sorts before a pair that it begins.
const isFirstHalf: Rule = { "<": ["\ud7ff", unit, "\u{10ffff}"] };
const isSecondHalf: Rule = { "<": ["\u{10ffff}", unit, "\ue000"] };
const isNul: Rule = { "<": ["", unit, "\u0001"] };

/** The accumulator: what is left of the text, whether a first half stands open, whether all was well so far. */
const step: Rule = [
	{ substr: [variable("accumulator.0"), 1] },
	isFirstHalf,
	{ and: [variable("accumulator.2"), { "===": [isSecondHalf, variable("accumulator.1")] }, { "!": [isNul] }] },
];
