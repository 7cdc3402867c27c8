// Limits come from hosts, who may have computed them: one that is no number would be no limit at all.

/** Throws RangeError unless `value` is a whole number from 0 on, or Infinity. */
export function expectLimit(name: string, value: number): void {
	if (value >= 0 && (Number.isInteger(value) || value === Number.POSITIVE_INFINITY)) return;
	throw new RangeError(`${name} is a whole number from 0 on, not ${value}.`);
}
