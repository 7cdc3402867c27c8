// Combining whole answers, 32 rows at a time. `into` is one operand and the result; `from` is where the result begins in `into`.

export function andInto(into: Int32Array, from: number, other: Int32Array, words: number): void {
	for (let word = 0; word < words; word++) into[from + word] = (into[from + word] as number) & (other[word] as number);
}

export function orInto(into: Int32Array, from: number, other: Int32Array, words: number): void {
	for (let word = 0; word < words; word++) into[from + word] = (into[from + word] as number) | (other[word] as number);
}

/** The bits of `into` that are not in `other`. */
export function andNotInto(into: Int32Array, from: number, other: Int32Array, words: number): void {
	for (let word = 0; word < words; word++) into[from + word] = (into[from + word] as number) & ~(other[word] as number);
}

/** Also flips the bits of the last word that stand for no row. */
export function notInto(into: Int32Array, from: number, words: number): void {
	for (let word = 0; word < words; word++) into[from + word] = ~(into[from + word] as number);
}

/**
 * The bits that are set in at least `least` of `items`. Each word's 32 counts stand upright, a plane for each binary digit, so that adding
 * one is a carry through the planes. Source: Knuth, TAOCP 4A, section 7.1.2 (bit-sliced counting).
 */
export function atLeastOf(items: readonly Int32Array[], least: number, into: Int32Array, from: number, words: number): void {
	const planes = new Int32Array(32 - Math.clz32(Math.max(items.length, least)));
	for (let word = 0; word < words; word++) {
		planes.fill(0);
		for (const item of items) {
			let carry = item[word] as number;
			for (let plane = 0; carry !== 0; plane++) {
				const before = planes[plane] as number;
				planes[plane] = before ^ carry;
				carry &= before;
			}
		}
		let greater = 0;
		let equal = -1;
		for (let plane = planes.length - 1; plane >= 0; plane--) {
			const counted = planes[plane] as number;
			if (((least >>> plane) & 1) === 1) equal &= counted;
			else {
				greater |= equal & counted;
				equal &= ~counted;
			}
		}
		into[from + word] = greater | equal;
	}
}
