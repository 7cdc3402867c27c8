// The margin of a share that was found in a sample.

/**
 * Between which shares (0 to 1) the true one is likely to be, when `found` of `sampled` have been found; `deviations` 1.96 holds in 95 of 100
 * samples. Never leaves 0 to 1, and is right at its ends too. Source: E. B. Wilson 1927, Probable inference, the law of succession, and
 * statistical inference.
 *
 *     wilsonInterval(10, 100, 1.96); // -> { low: 0.0552, high: 0.1744 }, rounded
 */
export function wilsonInterval(found: number, sampled: number, deviations: number): { readonly low: number; readonly high: number } {
	if (sampled === 0) return { low: 0, high: 1 };
	const share = found / sampled;
	const square = deviations ** 2;
	const middle = share + square / (2 * sampled);
	const half = deviations * Math.sqrt((share * (1 - share)) / sampled + square / (4 * sampled ** 2));
	const scale = 1 + square / sampled;
	return { low: Math.max(0, (middle - half) / scale), high: Math.min(1, (middle + half) / scale) };
}
