// Where two texts differ, as one stretch: what was typed, found by comparing a text with what it was.

/**
 * The smallest stretch of `before` that has to be replaced to have `after`. Where that could be in several places (an `l` more in `hello`), the one
 * that ends at `caret`, an offset of `after`. Linear.
 *
 * differenceOf("helo", "hello", 3) // -> { from: 2, to: 2, text: "l" }
 */
export function differenceOf(
	before: string,
	after: string,
	caret = after.length,
): { readonly from: number; readonly to: number; readonly text: string } {
	const shorter = Math.min(before.length, after.length);
	// What follows the caret is the same in both: the end is looked for first.
	const mostEnd = Math.min(shorter, after.length - caret);
	let end = 0;
	while (end < mostEnd && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
	let start = 0;
	while (start < shorter - end && before[start] === after[start]) start++;
	while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
	return { from: start, to: before.length - end, text: after.slice(start, after.length - end) };
}
