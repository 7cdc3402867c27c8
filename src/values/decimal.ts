// Sums of decimal fractions depend on order when they are added as doubles, so fields with `decimals` are added as whole numbers.
import { isUsableNumber } from "./number.ts";

/** `value × 10^decimals`, rounded to a whole number; undefined when that is no longer exact. */
export function scaled(value: number, decimals: number): number | undefined {
	const whole = Math.round(value * 10 ** decimals);
	return isUsableNumber(whole) ? whole : undefined;
}
