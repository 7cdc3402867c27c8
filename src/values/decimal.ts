// Numbers with a fixed count of digits after the point, as whole numbers: sums of those do not depend on order.
import { isUsableNumber } from "./number.ts";

/** With more digits after the point there is too little room before it: 900,000 at ten. */
export const maxDecimals = 10;

/**
 * `Math.round(number × 10^decimals)`, or undefined where that is not a usable number. Never -0.
 *
 *     scaled(19.99, 2); // -> 1999
 */
export function scaled(number: number, decimals: number): number | undefined {
	// Adding 0 turns -0 into 0.
	const whole = Math.round(number * 10 ** decimals) + 0;
	return isUsableNumber(whole) ? whole : undefined;
}
