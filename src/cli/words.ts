// Numbers in sentences, the same wherever the command speaks.

const integer = new Intl.NumberFormat("en");

export const inDigits = (count: number): string => integer.format(count);

/** `1 profile`, `2 profiles`. */
export const counted = (count: number, one: string, many: string = `${one}s`): string => `${inDigits(count)} ${count === 1 ? one : many}`;

/** A share in percent. Never rounds some to none, or not all to all. */
export function inPercent(part: number, whole: number): string {
	if (whole === 0 || part === 0) return "0 %";
	if (part === whole) return "100 %";
	const percent = (part / whole) * 100;
	if (percent < 0.1) return "less than 0.1 %";
	if (percent > 99.9) return "more than 99.9 %";
	return `${percent.toFixed(1)} %`;
}
