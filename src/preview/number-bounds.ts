// Bounds of a histogram of numbers that people can read: multiples of 1, 2 or 5 times a power of ten.

/**
 * The bounds of at most `maxBuckets` buckets from `low` to `high`, both within them; each is greater than the one before. Whole numbers get
 * whole bounds. Both are finite, and `low <= high`.
 *
 *     numberBounds(3, 97, 5, true); // -> [0, 20, 40, 60, 80, 100]
 */
export function numberBounds(low: number, high: number, maxBuckets: number, isWhole: boolean): readonly number[] {
	// Halves, because the whole distance of two doubles can be infinite.
	const distance = (high / 2 - low / 2) * 2;
	// A finer step would be lost beside the values themselves.
	const finest = Math.max(Math.abs(low), Math.abs(high)) * 2 ** -48;
	const wanted = Math.max(
		Number.isFinite(distance) ? distance / maxBuckets : Number.MAX_VALUE / maxBuckets,
		finest,
		1e-300,
		isWhole ? 1 : 0,
	);
	let exponent = Math.floor(Math.log10(wanted));
	for (let digit = 0; ; digit++) {
		if (digit === digits.length) {
			digit = 0;
			exponent++;
		}
		// Beyond all doubles: one bucket for everything.
		if (exponent > 308) return [low, Number.POSITIVE_INFINITY];
		const bounds = boundsOf(low, high, digits[digit] as number, exponent, maxBuckets, isWhole);
		if (bounds) return bounds;
	}
}

const digits = [1, 2, 5] as const;

function boundsOf(
	low: number,
	high: number,
	digit: number,
	exponent: number,
	maxBuckets: number,
	isWhole: boolean,
): readonly number[] | undefined {
	if (isWhole && exponent < 0) return undefined;
	// Dividing by a whole number rounds once: 3 / 10 is 0.3, and 3 * 0.1 is not.
	const multiple = (times: number): number => (exponent < 0 ? (times * digit) / 10 ** -exponent : times * digit * 10 ** exponent);
	const step = multiple(1);
	// No multiple of a step begins one bucket for both sides of 0.
	if (maxBuckets === 1 && low < 0 && high >= 0) return -step <= low && high < step ? [-step, step] : undefined;
	let first = Math.floor(low / step);
	while (multiple(first) > low) first--;
	const bounds = [multiple(first)];
	for (let index = 1; bounds.length <= maxBuckets; index++) {
		const bound = multiple(first + index);
		if (!(bound > (bounds.at(-1) as number))) return undefined;
		bounds.push(bound);
		// The last bucket holds its upper bound only where no double is above it.
		if (bound > high || bound === Number.POSITIVE_INFINITY) return bounds;
	}
	return undefined;
}
