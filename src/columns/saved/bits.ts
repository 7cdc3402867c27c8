// Copying stretches of bits that begin anywhere, 32 at a time.

/** Sets those of the bits `to` to `to + count` that are set in `source` from `from` on. */
export function copyBits(source: Int32Array, from: number, count: number, into: Int32Array, to: number): void {
	const whole = ((from | to) & 31) === 0 ? count >>> 5 : 0;
	for (let word = 0; word < whole; word++) {
		into[(to >>> 5) + word] = (into[(to >>> 5) + word] as number) | (source[(from >>> 5) + word] as number);
	}
	for (let done = whole * 32; done < count; done += 32) {
		const bits = Math.min(32, count - done);
		const found = bitsAt(source, from + done) & (bits === 32 ? -1 : (1 << bits) - 1);
		const word = (to + done) >>> 5;
		const shift = (to + done) & 31;
		into[word] = (into[word] as number) | (found << shift);
		if (shift + bits > 32) into[word + 1] = (into[word + 1] as number) | (found >>> (32 - shift));
	}
}

/** 32 bits from any place on; what is beyond the end is 0. */
function bitsAt(source: Int32Array, from: number): number {
	const word = from >>> 5;
	const shift = from & 31;
	const low = (source[word] ?? 0) >>> shift;
	return shift === 0 ? low : low | ((source[word + 1] ?? 0) << (32 - shift));
}
